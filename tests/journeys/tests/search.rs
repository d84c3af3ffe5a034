//! Searching: by keyboard, with the count said aloud, at no cost to anybody's secrets, and with a way on when nothing is found or no
//! script runs.

use crate::assert_none;
use fingerpost_journeys::axe::{Level, violations};
use fingerpost_journeys::browser::Key;
use fingerpost_journeys::{Journey, journey, journey_without_script, site};
use serde::Deserialize;

/// How many pages are shown before somebody asks for more.
const AT_ONCE: usize = 10;

/// What somebody who searches can see and hear.
#[derive(Debug, Deserialize)]
struct Found {
    count: String,
    /// Text and address of each result's link.
    links: Vec<(String, String)>,
    nothing: bool,
    focus: String,
}

const FOUND: &str = "return {
    count: document.querySelector('.count').innerText,
    links: [...document.querySelectorAll('.results a')].map(a => [a.innerText, a.href]),
    nothing: document.querySelector('.nothing-found').checkVisibility(),
    focus: document.activeElement.id || document.activeElement.tagName,
};";

/// Types words into the box that has the focus, and presses Enter.
async fn search(journey: &Journey, words: &str) -> Found {
    journey.ask::<()>("document.querySelector('#q').focus(); document.querySelector('#q').value = ''", &[]).await;
    journey.type_text(words).await;
    journey.press(Key::Enter).await;
    found(journey, words).await
}

async fn found(journey: &Journey, words: &str) -> Found {
    let said = format!("“{words}”.");
    let about = format!("document.querySelector('.count').innerText.includes({})", serde_json::Value::from(said));
    journey.wait_until("the count to be said", &about).await;
    journey.ask(FOUND, &[]).await
}

#[test]
fn a_word_is_searched_for_by_keyboard_and_a_result_is_followed() {
    journey(|journey| async move {
        journey.open("get-help.html").await;
        journey.ask::<()>("document.querySelector('.ways a[href=\"search.html\"]').focus()", &[]).await;
        journey.press(Key::Enter).await;
        journey.wait_until("the form", "document.querySelector('form.search')?.checkVisibility()").await;
        let found = search(&journey, "filtering").await;
        let count: usize = found.count.strip_suffix(" pages found for “filtering”.").expect("a count").parse().expect("a number");
        assert_eq!(found.links.len(), count.min(AT_ONCE));
        assert_eq!(found.focus, "q", "the focus stays where it was");
        assert!(!found.nothing && !found.links.is_empty(), "{found:?}");
        let marked: Vec<String> =
            journey.ask("return [...document.querySelectorAll('.results mark')].map(m => m.innerText)", &[]).await;
        assert!(marked.iter().any(|word| word.to_lowercase().contains("filter")), "{marked:?}");
        let role: Vec<String> = journey
            .ask("const c = document.querySelector('.count'); return [c.getAttribute('role'), c.getAttribute('aria-atomic'), String(!document.querySelector('.results').closest('[aria-live], [role=status]'))]", &[])
            .await;
        assert_eq!(role, ["status", "true", "true"], "the count is live, the list is not");
        for _ in 0..5 {
            journey.press(Key::Tab).await;
            if journey.ask::<bool>("return !!document.activeElement.closest('.results')", &[]).await {
                break;
            }
        }
        let (_, address) = found.links[0].clone();
        journey.press(Key::Enter).await;
        journey.wait_until("the result", &format!("location.href === {}", serde_json::Value::from(address.clone()))).await;
        if let Some((_, place)) = address.split_once('#') {
            let there = format!("return !!document.getElementById({})", serde_json::Value::from(place));
            assert!(journey.ask::<bool>(&there, &[]).await, "{address}");
        }
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn more_pages_are_shown_to_who_asks_and_the_focus_goes_to_the_first_of_them() {
    journey(|journey| async move {
        journey.open("search.html").await;
        let first = search(&journey, "online").await;
        let count: usize = first.count.split(' ').next().expect("a count").parse().expect("a number");
        assert!(first.links.len() == AT_ONCE && count > AT_ONCE, "{}", first.count);
        journey.ask::<()>("document.querySelector('.more-results').focus()", &[]).await;
        journey.press(Key::Enter).await;
        let shown = format!("document.querySelectorAll('.results a').length === {count}");
        journey.wait_until("all of them", &shown).await;
        let focus = format!("document.activeElement === document.querySelectorAll('.results a')[{AT_ONCE}]");
        journey.wait_until("the focus on the first new one", &focus).await;
    });
}

#[test]
fn more_pages_that_cannot_be_had_are_told_and_the_focus_stays() {
    journey(|journey| async move {
        journey.open("search.html").await;
        search(&journey, "online").await;
        journey.ask::<()>("window.fetch = () => Promise.reject(new TypeError('no network'))", &[]).await;
        journey.ask::<()>("document.querySelector('.more-results').focus()", &[]).await;
        journey.press(Key::Enter).await;
        let told = "document.querySelector('.count').innerText.includes('does not work')";
        journey.wait_until("the page to say so", told).await;
        assert!(journey.ask::<bool>("return document.activeElement.matches('.more-results')", &[]).await);
    });
}

#[test]
fn a_place_on_the_page_asks_for_nothing() {
    journey(|journey| async move {
        journey.open("search.html?q=filtering").await;
        found(&journey, "filtering").await;
        let before = search(&journey, "picture").await;
        // The page's own script hears of it first, and a search begins by saying so.
        let click =
            "addEventListener('hashchange', () => { window.changed = true; }); document.querySelector('.letters a').click()";
        journey.ask::<()>(click, &[]).await;
        journey.wait_until("the address to change", "window.changed").await;
        let address = journey.address().await;
        assert!(address.ends_with("#letter-1"), "{address}");
        let after: Found = journey.ask(FOUND, &[]).await;
        assert_eq!((after.count, after.links), (before.count, before.links));
    });
}

#[test]
fn worried_words_lead_to_get_help_and_words_that_mean_the_same_find_the_same() {
    journey(|journey| async move {
        journey.open("search.html").await;
        for words in ["worried", "scared", "I am worried"] {
            let found = search(&journey, words).await;
            assert!(found.links[0].1.contains("/get-help.html"), "{words}: {found:#?}");
        }
        for [one, other] in [["email", "e-mail"], ["phone", "mobile"]] {
            let (one, other) = (search(&journey, one).await, search(&journey, other).await);
            let pages = |found: &Found| found.links.iter().map(|(_, at)| at.split('#').next().unwrap().to_owned()).collect();
            let (one, other): (std::collections::BTreeSet<String>, _) = (pages(&one), pages(&other));
            assert_eq!(one, other);
        }
    });
}

#[test]
fn searched_words_are_in_no_address_and_no_title_and_never_sent() {
    journey(|journey| async move {
        journey.open("search.html").await;
        let title: String = journey.ask("return document.title", &[]).await;
        let length: usize = journey.ask("return history.length", &[]).await;
        let is_clean = async |when: &str| {
            let address = journey.address().await;
            assert!(address.ends_with("search.html"), "{when}: {address}");
            assert_eq!(journey.ask::<String>("return document.title", &[]).await, title, "{when}");
        };
        search(&journey, "picture").await;
        search(&journey, "filtering").await;
        is_clean("after a search").await;
        assert_eq!(journey.ask::<usize>("return history.length", &[]).await, length, "each search is an entry of its own");
        // From a result back to what was found.
        journey.ask::<()>("document.querySelector('.results a').click()", &[]).await;
        journey.wait_until("the result", "!location.pathname.endsWith('search.html')").await;
        journey.ask::<()>("history.back()", &[]).await;
        journey.wait_until("the search", "location.pathname.endsWith('search.html')").await;
        found(&journey, "filtering").await;
        is_clean("after coming back").await;
        journey.server.take_log();
        journey.reload().await;
        found(&journey, "filtering").await;
        let asked = journey.server.take_log();
        assert!(asked.iter().all(|request| request.status == 200 && !request.path.contains("filtering")), "{asked:#?}");
        // A link from elsewhere, in the usual way.
        for given in ["?q=filtering", "#q=filtering"] {
            journey.open("contacts.html").await;
            journey.open(&format!("search.html{given}")).await;
            found(&journey, "filtering").await;
            is_clean(given).await;
        }
        let kept: u32 = journey.ask("return localStorage.length + sessionStorage.length + document.cookie.length", &[]).await;
        assert_eq!(kept, 0);
    });
}

#[test]
fn when_nothing_is_found_there_is_a_way_on() {
    journey(|journey| async move {
        journey.open("search.html").await;
        let nothing = search(&journey, "xylophone").await;
        assert_eq!(nothing.count, "Nothing found for “xylophone”.");
        assert!(nothing.nothing && nothing.links.is_empty());
        let ways: Vec<String> =
            journey.ask("return [...document.querySelectorAll('.nothing-found a')].map(a => a.getAttribute('href'))", &[]).await;
        assert_eq!(ways, ["#a-to-z", "get-help.html", "contacts.html"]);
        let among = search(&journey, "What do I do about filtering").await;
        let alone = search(&journey, "filtering").await;
        assert_eq!(among.links, alone.links, "small words do not count");
        // No page says "photo" and "child"; pages with "picture" and "child" are meant.
        search(&journey, "photo of my child").await;
        let shown: String = journey.ask("return document.querySelector('.results').innerText", &[]).await;
        assert!(shown.to_lowercase().contains("picture") || shown.to_lowercase().contains("image"), "{shown}");
        // Some of the words are better than none.
        let some = search(&journey, "filtering xylophone").await;
        assert!(some.count.starts_with("No page has all of") && !some.links.is_empty() && !some.nothing, "{some:?}");
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn what_is_for_staff_is_found_on_their_own_search_page_and_on_no_other() {
    // The telephone number of the DSL at night stands in the part for staff only.
    const SECRET: &str = "01632 960 105";
    const SHOWN: &str = "return document.querySelector('.results').innerText";
    journey(|journey| async move {
        journey.open("for-staff.html").await;
        journey.ask::<()>("document.querySelector('.ways a[href=\"search-staff.html\"]').click()", &[]).await;
        journey.wait_until("the form", "document.querySelector('form.search')?.checkVisibility()").await;
        journey.server.take_log();
        search(&journey, SECRET).await;
        let asked = journey.server.take_log();
        assert!(asked.iter().any(|request| request.path.contains("search/staff/")), "{asked:#?}");
        let programs = asked.iter().filter(|request| request.path.contains("/wasm.")).count();
        assert_eq!(programs, 1, "both indexes are read by one program: {asked:#?}");
        let shown: String = journey.ask(SHOWN, &[]).await;
        assert!(shown.contains("105"), "{shown}");
        let found = search(&journey, "filtering").await;
        assert!(found.links.iter().any(|(_, at)| at.contains("/policy/")), "what everybody sees is found here too");
        // "Incident" stands on no page of theirs, and words that begin like it do.
        let found = search(&journey, "incident").await;
        let theirs = found.links.iter().any(|(_, at)| at.contains("for-staff.html") || at.contains("/inductions/"));
        assert!(!theirs && !found.links.is_empty(), "{found:#?}");
        journey.open("search.html").await;
        search(&journey, SECRET).await;
        let shown: String = journey.ask(SHOWN, &[]).await;
        assert!(!shown.contains("105"), "{shown}");
    });
}

#[test]
fn an_index_that_cannot_be_had_is_told_and_the_a_to_z_stays() {
    journey(|journey| async move {
        journey.before_every_page("window.fetch = () => Promise.reject(new TypeError('no network'))").await;
        journey.open("search.html").await;
        journey.ask::<()>("location.hash = '#q=filtering'", &[]).await;
        let told = "document.querySelector('.count').innerText.includes('does not work')";
        journey.wait_until("the page to say so", told).await;
        assert!(journey.ask::<bool>("return document.getElementById('a-to-z').checkVisibility()", &[]).await);
    });
}

/// A strict host refuses kinds of files that it does not know. Pagefind's reader would wait for ever then, or say that nothing was found.
#[test]
fn a_host_that_refuses_files_of_the_index_is_told_and_a_search_works_when_it_gives_them() {
    let public = ["search/wasm.", "search/index/", "search/fragment/", "pagefind-entry.json", ".dat"]
        .map(|refused| ("search.html", refused));
    let own = ["search/staff/pagefind", "search/staff/index/", "search/wasm."].map(|refused| ("search-staff.html", refused));
    for (page, refused) in public.into_iter().chain(own) {
        journey(move |journey| async move {
            journey.server.lose(Some(refused));
            journey.open(&format!("{page}#q=filtering")).await;
            let told = "document.querySelector('.count').innerText.includes('did not give all of its files')";
            journey.wait_until(&format!("the page to say what is wrong without {refused}"), told).await;
            let nothing: bool = journey.ask("return document.querySelector('.nothing-found').checkVisibility()", &[]).await;
            assert!(!nothing, "without {refused} the page says that nothing was found");
            journey.server.lose(None);
            let found = search(&journey, "filtering").await;
            assert!(!found.links.is_empty(), "{refused}: {found:?}");
        });
    }
}

#[test]
fn without_script_the_page_is_the_a_to_z() {
    journey_without_script(|journey| async move {
        journey.open("search.html").await;
        assert!(!journey.ask::<bool>("return document.querySelector('form.search').checkVisibility()", &[]).await);
        let links: Vec<String> =
            journey.ask("return [...document.querySelectorAll('.letter a')].map(a => a.getAttribute('href'))", &[]).await;
        for page in site::pages(&journey.dist) {
            let html = std::fs::read_to_string(journey.dist.join(&page)).expect("a page can be read");
            let listed = !html.contains("content=\"noindex\"");
            assert_eq!(links.contains(&page), listed, "{page}");
        }
        assert!(links.iter().any(|link| link.starts_with("glossary.html#")));
    });
}

#[test]
fn axe_finds_nothing_in_results() {
    journey(|journey| async move {
        journey.width(320).await;
        for theme in ["light", "dark", "cream", "contrast"] {
            journey.open("search.html").await;
            journey.ask::<()>("document.documentElement.dataset.theme = arguments[0]", &[theme.into()]).await;
            search(&journey, "picture").await;
            let level = if theme == "contrast" { Level::AaAndStrongContrast } else { Level::Aa };
            assert_none("axe-core finds fault", &violations(&journey, level).await);
            search(&journey, "xylophone").await;
            assert_none("axe-core finds fault", &violations(&journey, level).await);
            let sideways: bool =
                journey.ask("const p = document.scrollingElement; return p.scrollWidth > p.clientWidth", &[]).await;
            assert!(!sideways, "{theme}");
        }
    });
}
