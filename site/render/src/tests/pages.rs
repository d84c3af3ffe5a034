//! What must be true of all pages together.

use super::carried::{CARRIED, render};
use super::handbook;
use super::pieces::{MARKUP, part, place, text};
use super::sample::{STAFF_ONLY, setting};
use crate::part::lesson_symbols::symbols_of;
use crate::{Options, Reach, Site};
use fingerpost_lesson::content::Activity;
use fingerpost_lesson::keep;
use fingerpost_lesson::quiz::content::Ending;
use fingerpost_lesson::wire::{self, QuizData};
use fingerpost_model::carried;
use fingerpost_model::{Age, Audience, Block, Item, Only, PageId, Setting, Translation};
use std::collections::{BTreeMap, BTreeSet};

fn site() -> Site {
    render(&setting(), &Options::default())
}

fn pages(site: &Site) -> BTreeMap<&str, &str> {
    let page = |(path, bytes)| (path, std::str::from_utf8(bytes).expect("a page is UTF-8"));
    site.files
        .iter()
        .map(|(path, bytes)| (path.as_str(), bytes.as_ref()))
        .filter(|(path, _)| path.ends_with(".html"))
        .map(page)
        .collect()
}

/// The quiz of the sample and its courses.
const ASKED: [&str; 3] = ["inductions/helper.html", "inductions/teacher.html", "quizzes/parents.html"];

/// The learner's own pages.
const OWN: [&str; 2] = ["how-i-like-it.html", "my-journey.html"];

/// The values of an attribute, in the order in which they stand.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    html.split(&format!(" {attribute}=\"")).skip(1).map(|rest| rest.split('"').next().unwrap_or_default()).collect()
}

/// A page without the data of its module, which is no text.
fn without_data(html: &str) -> String {
    let Some((before, rest)) = html.split_once("<script type=\"application/octet-stream\"") else { return html.to_owned() };
    format!("{before}{}", rest.split_once("</script>").expect("the element ends").1)
}

#[test]
fn every_page_is_there() {
    let site = site();
    let expected = "404.html accessibility.html agreements/children.html agreements/parents.html changes.html contacts.html for-children.html for-dsl.html for-governors.html \
                    for-leaders.html for-parents.html for-staff.html for-technical.html for-visitors.html for-volunteers.html \
                    get-help.html glossary.html how-i-like-it.html index.html inductions/helper.html inductions/teacher.html law.html lessons/index.html lessons/tell-someone-adult.html lessons/tell-someone-worksheet.html lessons/tell-someone.html my-journey.html policies.html \
                    policy/all.html policy/children.html policy/dsl.html policy/index.html policy/parents.html privacy.html \
                    quizzes/parents.html search-staff.html search-volunteers.html search.html";
    assert_eq!(pages(&site).keys().copied().collect::<Vec<_>>().join(" "), expected);
}

#[test]
fn what_is_for_staff_only_is_on_the_page_for_staff_and_in_the_course_of_staff_alone_and_in_no_other_file() {
    let site = site();
    for words in STAFF_ONLY {
        let with: Vec<&str> = site
            .files
            .iter()
            .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(words))
            .map(|(path, _)| path.as_str())
            .collect();
        // The course names one of these clauses. So do the quiz and the course that volunteers take too, which go without it.
        let expected: &[&str] =
            if words == "canary-item" { &["for-staff.html", "inductions/teacher.html"] } else { &["for-staff.html"] };
        assert_eq!(with, expected, "{words}");
    }
    let nobody = site.files.iter().find(|(_, bytes)| String::from_utf8_lossy(bytes).contains("canary-nobody"));
    assert!(nobody.is_none(), "a mark that names nobody shows nothing");
}

#[test]
fn what_is_for_staff_only_is_in_no_agreement_and_on_no_page_beside_a_lesson() {
    let mut setting = setting();
    let for_staff = |words: &str| {
        let only = Only::These([Audience::Staff].into());
        let item = Item { ticked: None, blocks: vec![Block::Paragraph(text(words))], clause: None, only, place: place() };
        Block::List { start: None, items: vec![item] }
    };
    for agreement in &mut setting.agreements {
        agreement.opening.push(for_staff("canary-opening"));
        agreement.promises.iter_mut().for_each(|promise| promise.blocks.push(for_staff("canary-promise")));
    }
    for page in &mut setting.lessons {
        page.adult.push(part(2, "canary", "Before", vec![for_staff("canary-adult")], Vec::new()));
    }
    let site = render(&setting, &Options::default());
    for words in ["canary-opening", "canary-promise", "canary-adult"] {
        let with: Vec<&String> =
            site.files.iter().filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(words)).map(|(path, _)| path).collect();
        assert!(with.is_empty(), "{words}: {with:?}");
    }
}

#[test]
fn the_privacy_page_names_every_key_that_is_ever_written() {
    let site = site();
    let page = pages(&site)["privacy.html"];
    for kept in keep::KEYS {
        assert!(page.contains(&format!("<code>{}</code>", kept.shown())), "{}", kept.key);
    }
    let script = include_str!("../../../../assets/page.js");
    let key = format!("const KEY = `{}${{site.pathname}} {}`;", keep::site::BEGIN, keep::LOOK.key);
    assert!(script.contains(&key), "the page script writes under another key");
    let before = format!("const BEFORE = \"{}{}\";", keep::site::BEFORE, keep::LOOK.key);
    assert!(script.contains(&before), "the page script takes over from another key");
    let writes = script.matches("localStorage.setItem(").count();
    assert_eq!(writes, script.matches("localStorage.setItem(KEY,").count(), "the page script writes under a key of its own");
}

#[test]
fn authors_words_are_escaped() {
    for (path, html) in pages(&site()) {
        let html = without_data(html);
        assert!(!html.contains(MARKUP) && !html.contains("<script>"), "{path}");
        assert!(!html.contains("javascript:"), "{path}");
        assert!(!html.contains(" style=") && !html.contains("<style"), "{path}: inline style");
        assert!(!html.contains(" onclick=") && !html.contains(" onload="), "{path}: inline script");
    }
}

#[test]
fn no_page_holds_an_at_sign_or_the_two_parts_of_an_address_together() {
    for (path, html) in pages(&site()) {
        let html = without_data(html);
        assert!(!html.contains('@') && !html.contains("&#64;") && !html.contains("%40") && !html.contains("mailto"), "{path}");
        let words: String = html.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, words)| words).collect();
        for (before, _) in words.match_indices("-inbox") {
            let near: String = words[before..].chars().take(20).collect();
            assert!(!near.contains("school.example.org"), "{path}: {near}");
        }
    }
}

#[test]
fn every_link_leads_to_a_file_and_a_place_that_are_there() {
    let site = site();
    let pages = pages(&site);
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(path, html)| (*path, values(html, "id").into_iter().collect())).collect();
    for (path, html) in &pages {
        for address in ["href", "src", "data-player", "data-wasm", "data-drawings", "data-listen", "data-switches", "data-scan"]
            .iter()
            .flat_map(|attribute| values(html, attribute))
        {
            if address.starts_with("https://")
                || ["tel:", "data:image/svg+xml,", "#symbol-"].iter().any(|own| address.starts_with(own))
            {
                continue;
            }
            let (file, fragment) = address.split_once('#').map_or((address, None), |(file, fragment)| (file, Some(fragment)));
            let target = if file.is_empty() { (*path).to_owned() } else { resolved(path, file) };
            assert!(site.files.contains_key(&target), "{path}: {address} leads to {target}, which is not there");
            if let Some(fragment) = fragment {
                assert!(ids[target.as_str()].contains(fragment), "{path}: {address}: no such place");
            }
        }
    }
}

/// The path that a link on a page leads to. The page for what is not there has links from the site's root.
fn resolved(page: &str, link: &str) -> String {
    if let Some(path) = link.strip_prefix("/online-safety/") {
        return path.to_owned();
    }
    assert!(!link.starts_with('/'), "{page}: {link} is not relative");
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for step in link.split('/') {
        if step == ".." {
            assert!(folders.pop().is_some(), "{page}: {link} leaves the folder");
        } else {
            folders.push(step);
        }
    }
    folders.join("/")
}

#[test]
fn ids_are_unique_and_every_symbol_is_drawn() {
    for (path, html) in pages(&site()) {
        let mut seen = BTreeSet::new();
        for id in values(html, "id") {
            assert!(seen.insert(id), "{path}: {id} twice");
        }
        for used in values(html, "href").into_iter().filter_map(|href| href.strip_prefix("#symbol-")) {
            assert!(seen.contains(format!("symbol-{used}").as_str()), "{path}: {used} is not drawn");
        }
    }
}

#[test]
fn a_lesson_has_every_symbol_once_in_its_page_or_in_the_file_that_the_player_fetches() {
    let site = site();
    let page = &pages(&site)["lessons/tell-someone.html"];
    let file = resolved("lessons/tell-someone.html", values(page, "data-drawings")[0]);
    let later = std::str::from_utf8(&site.files[&file]).expect("a drawing is text");
    let [first, later] = [page, later]
        .map(|text| -> BTreeSet<&str> { values(text, "id").into_iter().filter_map(|id| id.strip_prefix("symbol-")).collect() });
    assert!(first.is_disjoint(&later), "drawn twice");
    let mut wanted: BTreeSet<&str> = fingerpost_player::SYMBOLS.iter().copied().collect();
    let setting = setting();
    symbols_of(&setting.lessons[0].lesson, &mut |symbol| {
        wanted.extend(carried::symbol(CARRIED.symbols, symbol).map(|symbol| symbol.id));
    });
    assert_eq!(first.union(&later).copied().collect::<BTreeSet<_>>(), wanted);
    assert!(first.len() < later.len(), "the page carries more than what it shows first");
}

#[test]
fn headings_do_not_skip_a_level_and_there_is_one_title() {
    for (path, html) in pages(&site()) {
        let levels: Vec<u32> = html
            .match_indices("<h")
            .filter_map(|(at, _)| html[at + 2..].chars().next().and_then(|digit| digit.to_digit(10)))
            .collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{path}: {levels:?}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{path}: {levels:?}");
    }
}

#[test]
fn a_term_is_linked_once_a_page_and_not_in_headings_or_links() {
    let site = site();
    let pages = pages(&site);
    for (path, html) in &pages {
        for term in ["dsl", "filtering"] {
            let times = html.matches(&format!("glossary.html#{term}\"")).count();
            assert!(times <= 1, "{path}: {term} is linked {times} times");
        }
    }
    assert!(pages["policy/dsl.html"].contains("<p>Tell the <a class=\"term\" href=\"../glossary.html#dsl\">DSL</a> when"));
    assert!(pages["policy/parents.html"].contains("<strong><a class=\"term\""));
    assert!(!pages["glossary.html"].contains("class=\"term\""));
}

#[test]
fn a_link_to_what_a_reader_may_not_see_leads_only_as_far_as_they_may() {
    let site = site();
    let pages = pages(&site);
    assert!(pages["policy/children.html"].contains("<a href=\"../policy/dsl.html\">what staff know</a>"));
    assert!(pages["policy/children.html"].contains("<a href=\"../policy/dsl.html#records\">the records</a>"));
    assert!(pages["policy/all.html"].contains("<a href=\"#dsl--records\">the records</a>"));
    assert!(pages["for-staff.html"].contains("id=\"dsl-9\""));
    assert!(!pages["lessons/tell-someone.html"].contains("5.2.3"));
}

/// In the sample the section for parents, the lesson and the courses are drafts, and the section for children has an approval of its own.
#[test]
fn a_draft_says_so_wherever_it_is_shown_and_nothing_else_does() {
    let site = site();
    let words = setting().words;
    let drafts: Vec<&str> =
        pages(&site).into_iter().filter(|(_, html)| html.contains(&words["draft_mark"])).map(|(path, _)| path).collect();
    let expected = [
        "for-children.html",
        "for-parents.html",
        "for-staff.html",
        "for-volunteers.html",
        "index.html",
        "lessons/index.html",
        "lessons/tell-someone.html",
        "policy/all.html",
        "policy/index.html",
        "policy/parents.html",
    ];
    assert_eq!(drafts, expected);
    let noted = |word: &str| -> Vec<&str> {
        pages(&site).into_iter().filter(|(_, html)| html.contains(&words[word])).map(|(path, _)| path).collect()
    };
    assert_eq!(noted("draft_section"), ["policy/all.html", "policy/parents.html"]);
    let of_lesson = ["lessons/tell-someone-adult.html", "lessons/tell-someone-worksheet.html", "lessons/tell-someone.html"];
    assert_eq!(noted("draft_lesson"), of_lesson);
    assert_eq!(noted("quiz_draft"), ["inductions/helper.html", "inductions/teacher.html"]);
    assert_eq!(noted("draft_agreement"), ["agreements/children.html", "agreements/parents.html"]);
}

#[test]
fn a_section_says_who_approved_it_and_when() {
    let site = site();
    let pages = pages(&site);
    let (own, with_policy) = ("2 October 2026</time> by the head teacher", "14 September 2026</time> by the governing body");
    let says = |path: &str| (pages[path].contains(own), pages[path].contains(with_policy));
    assert_eq!(says("policy/children.html"), (true, false));
    assert_eq!(says("policy/dsl.html"), (false, true));
    assert_eq!(says("policy/parents.html"), (false, false));
    assert_eq!(says("policy/all.html"), (true, true));
}

#[test]
fn a_law_that_nobody_has_confirmed_says_so_and_asserts_no_day() {
    let site = site();
    let law = pages(&site)["law.html"];
    let entries: Vec<&str> = law.split("<section ").skip(1).collect();
    let [confirmed, unconfirmed] = entries[..] else { panic!("{law}") };
    assert!(confirmed.contains("2025-09-01") && !confirmed.contains("We have not yet checked"));
    assert!(!unconfirmed.contains("2025-09-01") && unconfirmed.contains("We have not yet checked whether this is in force."));
    assert!(
        !site.files.values().any(|bytes| String::from_utf8_lossy(bytes).contains("canary-to-confirm")),
        "a note for the editor"
    );
}

#[test]
fn texts_link_to_the_entries_of_lists_and_changes_to_their_clauses() {
    let site = site();
    let pages = pages(&site);
    assert!(pages["policy/children.html"].contains("<a href=\"../law.html#kcsie\">kcsie</a>"));
    assert!(pages["policy/children.html"].contains("<a href=\"../policies.html#phones\">phones</a>no-such-law"));
    assert!(pages["changes.html"].contains("href=\"policy/children.html#chd-6\" aria-label=\"Clause 8.1.1 in the policy\""));
    assert_eq!(pages["changes.html"].matches("<h2>").count(), 2, "a version has one heading");
    assert_eq!(
        pages["policies.html"].find("Acceptable").zip(pages["policies.html"].find("Mobile")).map(|(a, m)| a < m),
        Some(true)
    );
}

#[test]
fn equal_settings_give_equal_sites() {
    assert_eq!(site().files, site().files);
}

#[test]
fn an_empty_setting_gives_every_page_but_those_that_would_be_empty() {
    let mut bare = setting();
    bare.sections.clear();
    bare.pages.clear();
    bare.roles.clear();
    bare.links.clear();
    bare.laws.clear();
    bare.policies.clear();
    bare.changes.clear();
    bare.glossary.clear();
    bare.agreements.clear();
    bare.lessons.clear();
    bare.quizzes.clear();
    bare.inductions.clear();
    bare.base_url = None;
    let site = render(&bare, &Options::default());
    let pages = pages(&site);
    assert_eq!(pages.len(), 20, "{:?}", pages.keys());
    for unwritten in ["law.html", "policies.html", "changes.html"] {
        assert!(!pages.contains_key(unwritten), "{unwritten} would be empty");
        assert!(!pages.values().any(|html| html.contains(unwritten)), "a page links to {unwritten}");
    }
    assert!(!site.files.contains_key("sitemap.xml"));
}

#[test]
fn a_site_without_a_search_has_the_a_to_z_in_its_place() {
    let site = render(&setting(), &Options::default().without_search(true));
    let pages = pages(&site);
    for (path, html) in &pages {
        assert!(!html.contains("data-engine") && !html.contains("Search"), "{path}");
    }
    let page = pages["search.html"];
    assert!(page.contains("<h1>A to Z</h1>") && page.contains("<h2 id=\"letter-1\">"), "{page}");
    let with = render(&setting(), &Options::default());
    assert!(self::pages(&with)["search.html"].contains("data-engine"));
}

#[test]
fn a_served_site_reloads_and_no_other_does() {
    let served = render(&setting(), &Options { live_reload: true, ..Options::default() });
    assert!(pages(&served).values().all(|html| html.contains("/__fingerpost/reload.js") && html.contains("connect-src")));
    assert!(!pages(&site()).values().any(|html| html.contains("/__fingerpost/")));
    // What is being written is never hidden by a page that was kept.
    assert!(!served.files.contains_key("offline.js"));
    assert!(!pages(&served)["lessons/index.html"].contains("class=\"keep\""));
}

/// What learners do and where they find help, what these pages load, and nothing else: no policy, and above all no page for staff.
#[test]
fn a_device_can_keep_the_learners_pages_with_what_they_load() {
    let site = site();
    let worker = String::from_utf8_lossy(&site.files["offline.js"]);
    let list = worker.split_once("FILES = ").and_then(|(_, rest)| rest.split_once(";\n")).expect("the worker has a list").0;
    let list: BTreeMap<String, (usize, String)> = serde_json::from_str(list).expect("the list is JSON");
    let pages: Vec<&str> = list.keys().map(String::as_str).filter(|path| path.ends_with(".html")).collect();
    let expected = [
        "contacts.html",
        "for-children.html",
        "get-help.html",
        "how-i-like-it.html",
        "index.html",
        "lessons/index.html",
        "lessons/tell-someone.html",
        "my-journey.html",
        "privacy.html",
    ];
    assert_eq!(pages, expected);
    let others = list.keys().filter(|path| !path.ends_with(".html"));
    let kinds: BTreeSet<&str> =
        others.map(|path| path.strip_prefix("assets/").unwrap_or(path).split('.').next().unwrap()).collect();
    let expected = "icon keep lesson listen manifest own page pages player style switches symbols";
    assert_eq!(kinds, expected.split(' ').collect());
    let drawing = |path: &&String| path.starts_with("assets/symbols.");
    assert_eq!(list.keys().filter(drawing).count(), site.files.keys().filter(drawing).count(), "a symbol is missing offline");
    for code in ["assets/pages.", "assets/player."] {
        let endings: BTreeSet<&str> =
            list.keys().filter(|path| path.starts_with(code)).filter_map(|path| path.rsplit('.').next()).collect();
        assert_eq!(endings, BTreeSet::from(["js", "wasm"]), "{code}");
    }
    assert!(list.iter().all(|(path, (bytes, _))| site.files[path].len() == *bytes), "a size is wrong");
}

#[test]
fn every_page_shows_the_logo_and_says_nothing_of_it() {
    let mut with_logo = setting();
    let bytes = b"<svg viewBox=\"0 0 60 40\"/>".to_vec();
    with_logo.logo = Some(fingerpost_model::Logo { ending: "svg".into(), bytes: bytes.clone(), size: Some((60, 40)) });
    let site = render(&with_logo, &Options::default());
    let (path, kept) = site.files.iter().find(|(path, _)| path.starts_with("assets/logo.")).expect("the logo");
    assert_eq!(kept.as_ref(), bytes);
    for (page, html) in pages(&site) {
        let image =
            html.split("<img").nth(1).and_then(|rest| rest.split('>').next()).unwrap_or_else(|| panic!("{page}: no logo"));
        let [source] = values(image, "src")[..] else { panic!("{page}: {image}") };
        // A lesson holds a small one itself, so that it asks for one file less.
        if html.contains("data-module=\"lesson\"") {
            assert_eq!(source, "data:image/svg+xml,%3Csvg%20viewBox=%220%200%2060%2040%22/%3E", "{page}");
        } else {
            assert_eq!(resolved(page, source), *path);
        }
        assert!(image.contains(" alt=\"\" width=\"60\" height=\"40\""), "{page}: {image}");
    }
    assert!(pages(&self::site()).values().all(|html| !html.contains("class=\"logo\"")));
}

#[test]
fn a_logo_that_is_large_or_no_drawing_is_a_file_for_a_lesson_too() {
    for (ending, length) in [("svg", 1001), ("png", 10)] {
        let mut with_logo = setting();
        with_logo.logo = Some(fingerpost_model::Logo { ending: ending.into(), bytes: vec![b' '; length], size: None });
        let site = render(&with_logo, &Options::default());
        assert!(!pages(&site)["lessons/tell-someone.html"].contains("src=\"data:"), "{ending} of {length} bytes");
    }
}

#[test]
fn a_recording_is_played_by_its_lesson_alone_and_kept_with_it() {
    let mut with_sound = setting();
    let bytes: std::sync::Arc<[u8]> = b"RIFF".as_slice().into();
    let sound = fingerpost_model::Sound {
        moment: 0,
        path: fingerpost_lesson::path::Path::Symbols,
        ending: "wav".into(),
        is_own: true,
        bytes,
    };
    with_sound.lessons[0].sounds.push(sound);
    let site = render(&with_sound, &Options::default());
    let (file, kept) = site.files.iter().find(|(path, _)| path.starts_with("assets/sound.")).expect("the recording");
    assert!(file.ends_with(".wav") && kept.as_ref() == b"RIFF", "{file}");
    assert!(String::from_utf8_lossy(&site.files["offline.js"]).contains(file.as_str()), "the device does not keep it");
    for (page, html) in pages(&site) {
        let is_lesson = page == "lessons/tell-someone.html";
        assert_eq!(html.contains("media-src 'self'"), is_lesson, "{page}");
        assert_eq!(html.matches("<audio").count(), usize::from(is_lesson), "{page}");
        if is_lesson {
            let audio = format!("<audio controls preload=\"none\" src=\"../{file}\" aria-label=\"");
            assert!(html.contains(&audio), "no {audio}");
        }
    }
    assert!(pages(&self::site()).values().all(|html| !html.contains("media-src") && !html.contains("<audio")));
}

#[test]
fn the_numbers_that_help_stand_on_every_page_in_words_for_its_readers() {
    let site = site();
    for (path, html) in pages(&site) {
        let strip = html.split("<aside class=\"strip\"").nth(1).and_then(|rest| rest.split("</aside>").next());
        let strip = strip.unwrap_or_else(|| panic!("{path}: no strip"));
        for number in ["tel:999", "tel:01632960101", "tel:08001111"] {
            assert!(strip.contains(number), "{path}: {number}");
        }
        let of_lessons = ["lessons/index.html", "lessons/tell-someone.html"];
        let of_children = ["agreements/children.html", "for-children.html"];
        let for_children = [of_lessons, of_children].concat().contains(&path) || OWN.contains(&path);
        assert_eq!(strip.contains("Tell an adult you trust"), for_children, "{path}");
    }
}

#[test]
fn only_lessons_what_is_asked_the_learners_own_pages_and_the_search_may_run_webassembly() {
    for (path, html) in pages(&site()) {
        let is_search = path.starts_with("search");
        let may = is_search || path == "lessons/tell-someone.html" || ASKED.contains(&path) || OWN.contains(&path);
        assert_eq!(html.contains("wasm-unsafe-eval"), may, "{path}");
    }
}

#[test]
fn every_page_is_listed_once_and_only_what_anybody_may_find_is_shown_to_search_engines() {
    let site = site();
    // A course is listed once for each of those who take it.
    let (again, once): (Vec<_>, Vec<_>) = site.pages.iter().partition(|page| page.reach == Reach::Only(Audience::Volunteers));
    assert_eq!(again.iter().map(|page| page.path.as_str()).collect::<Vec<_>>(), ["inductions/helper.html"]);
    let listed: BTreeMap<&str, Reach> = once.iter().map(|page| (page.path.as_str(), page.reach)).collect();
    assert_eq!(listed.len(), once.len());
    assert_eq!(listed.keys().copied().collect::<Vec<_>>(), pages(&site).keys().copied().collect::<Vec<_>>());
    for (path, html) in pages(&site) {
        let unlisted = matches!(listed[path], Reach::Only(_) | Reach::Nobody);
        assert_eq!(html.contains("content=\"noindex\""), unlisted, "{path}");
    }
    assert_eq!(listed["for-staff.html"], Reach::Only(Audience::Staff));
    assert_eq!(listed["for-parents.html"], Reach::Everyone, "the sample has nothing for parents only");
}

#[test]
fn the_a_to_z_leads_to_everything_that_its_reader_can_find() {
    let site = site();
    let pages = pages(&site);
    for page in &site.pages {
        if page.reach == Reach::Only(Audience::Volunteers) {
            assert!(pages["search-volunteers.html"].contains(&page.path) && !pages["search.html"].contains(&page.path));
            continue;
        }
        let link = format!("href=\"{}\"", page.path);
        let a_to_z =
            |path: &str| pages[path].split("id=\"a-to-z\"").nth(1).unwrap().split("</main>").next().unwrap().contains(&link);
        let found_by_all = matches!(page.reach, Reach::Everyone | Reach::ByName);
        let found_by_staff = found_by_all || page.reach == Reach::Only(Audience::Staff);
        assert_eq!(a_to_z("search.html"), found_by_all, "{link}");
        assert_eq!(a_to_z("search-staff.html"), found_by_staff, "{link}");
    }
    for term in ["dsl", "filtering"] {
        assert!(pages["search.html"].contains(&format!("href=\"glossary.html#{term}\"")), "{term}");
    }
}

#[test]
fn a_page_for_some_readers_searches_with_them_and_every_other_with_all() {
    for (path, html) in pages(&site()) {
        let of_staff = ["for-staff.html", "search-staff.html"].contains(&path) || path.starts_with("inductions/");
        assert_eq!(html.contains("search-staff.html"), of_staff, "{path}");
        assert_ne!(html.contains("search.html\""), of_staff || path == "search-volunteers.html", "{path}");
    }
}

#[test]
fn every_page_of_running_text_can_be_listened_to() {
    for (path, html) in pages(&site()) {
        // A lesson and a quiz read aloud by themselves; of a course only the questions do.
        let silent = ["404.html", "lessons/tell-someone.html", "quizzes/parents.html"].contains(&path)
            || path.starts_with("search")
            || OWN.contains(&path);
        assert_ne!(html.contains("<button class=\"aloud\""), silent, "{path}");
        assert_ne!(html.contains(" data-listen="), silent, "{path}");
    }
}

/// What is typed is shown as it is typed, and nothing in a picture of it can be reached.
#[test]
fn a_handbook_shows_its_examples_as_typed_and_as_pictures_that_are_inert() {
    let site = render(&handbook::setting(), &Options::default());
    let page = pages(&site)["handbook/write.html"];
    assert!(pages(&site)["index.html"].contains("<pre><code><span>## &lt;b&gt;&amp;\n</span><span>  two\n</span></code></pre>"));
    let pictures: Vec<&str> = page.split("<div class=\"player\"").skip(1).collect();
    // Three steps and two questions, at first and after the answers.
    assert_eq!(pictures.len(), 10);
    assert!(pictures.iter().all(|picture| picture.starts_with(" inert data-figure")));
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{ids:?}");
}

#[test]
fn every_word_of_the_pages_has_a_text_and_every_text_is_used() {
    let keys: BTreeSet<&str> = fingerpost_model::words::KEYS.iter().copied().collect();
    let words = setting().words;
    let given: BTreeSet<&str> = words.keys().map(String::as_str).collect();
    assert_eq!(keys, given);
    // Render with each word as its own key: a key that is asked for and has no text would show as itself too.
    let mut marked = setting();
    for (key, text) in &mut marked.words {
        *text = format!("\u{27e8}{key}\u{27e9}{}", if key == "date" { " {month}" } else { "" });
    }
    marked.invented.example = Some(marked.policy.version_place.clone());
    let pages_of_it = BTreeMap::from([(PageId::Section("dsl".to_owned()), Age::Older)]);
    let translated = Setting { language: "cy".to_owned(), ..marked.clone() };
    let handbook = render(&Setting { words: marked.words.clone(), ..handbook::setting() }, &Options::default());
    marked.translations = [Translation { language: "cy".to_owned(), setting: translated, pages: pages_of_it }].into();
    let site = render(&marked, &Options::default());
    let calendar = std::str::from_utf8(&site.files["next-review.ics"]).expect("a calendar is UTF-8");
    let all: String = pages(&site).into_values().chain(pages(&handbook).into_values()).chain([calendar]).collect();
    for html in pages(&site).values().chain(pages(&handbook).values()) {
        for shown in html.split(['>', '<', '"']) {
            assert!(
                !keys.contains(shown) || html.contains(&format!("=\"{shown}\"")) || html.contains(&format!("#{shown}\"")),
                "{shown} has no text"
            );
        }
    }
    let not_on_the_sample = |key: &str| key.starts_with("month_") || key.starts_with("audience_") || key.starts_with("for_");
    let also = [
        "a_to_z_other",
        "look_",
        "strength_should_not",
        "strength_is",
        "services_moved",
        "not_found",
        "lessons_none",
        "only_about",
        // These stand on worksheets for activities that the sample's lesson does not have.
        "answers_any",
        "sheet_",
        // What names are sorted without, which nobody sees.
        "a_to_z_small_words",
    ];
    for key in keys {
        let shown = all.contains(&format!("\u{27e8}{key}\u{27e9}"));
        assert!(shown || not_on_the_sample(key) || also.iter().any(|start| key.starts_with(start)), "{key} is never shown");
    }
}

/// A sheet is chosen by its shape: nobody who sees an address, or a link to it, learns how somebody learns.
#[test]
fn a_worksheet_has_a_sheet_for_each_path_and_no_answer_on_it() {
    let site = site();
    let (sheets, adult) = (pages(&site)["lessons/tell-someone-worksheet.html"], pages(&site)["lessons/tell-someone-adult.html"]);
    let ids: Vec<&str> =
        sheets.split("<section class=\"sheet\" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids, ["sheet-triangle", "sheet-square", "sheet-star"], "the sample's worksheet has nothing for the first path");
    for id in ids {
        assert!(sheets.contains(&format!("href=\"#{id}\"")), "{id}");
    }
    for reason in ["Telling helps.", "Soon everyone knows.", "It helps.", "You asked for help."] {
        assert!(!sheets.contains(reason), "{reason}");
    }
    assert!(adult.contains("Telling helps.") && adult.contains("Soon everyone knows.") && adult.contains("It helps."));
    // Things to put in order lie as they do in the lesson.
    let at = |words: &str| sheets.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(at("Tell an adult you trust.</span>") < at(">Stop.") && at(">Stop.") < at("Turn the screen off."));
}

/// As many numbers as there are boxes to write them in.
#[test]
fn a_worksheet_asks_for_the_numbers_that_its_things_need() {
    for count in 2..=6 {
        let mut setting = setting();
        setting.words.insert("sheet_order".to_owned(), "[{numbers}]".to_owned());
        let steps = setting.lessons[0].lesson.moments.iter_mut().flat_map(|moment| moment.steps.iter_mut().flatten());
        let orders = steps.filter_map(|step| match &mut step.activity {
            Activity::Order(order) => Some(order),
            _ => None,
        });
        for order in orders {
            let thing = order.things[0].clone();
            order.things.resize(count, thing);
            order.at_first = (0..count).rev().collect();
        }
        let site = render(&setting, &Options::default());
        let sheets = pages(&site)["lessons/tell-someone-worksheet.html"];
        let (_, rest) = sheets.split_once(">[1, ").expect("numbers are asked for");
        let (asked, task) = rest.split_once("]<").unwrap();
        let boxes = task.split("</ul>").next().unwrap().matches("<span class=\"box\">").count();
        assert_eq!((boxes, asked), (count, &"2, 3, 4, 5, 6"[..3 * count - 5]));
    }
}

#[test]
fn an_agreement_names_public_clauses_only() {
    let site = site();
    for page in ["agreements/children.html", "agreements/parents.html"] {
        let html = pages(&site)[page];
        assert!(html.contains("#chd-6") && !html.contains("#dsl-9"), "{page}");
    }
}

/// The clause that only staff see is left out of what parents are asked, and stands for staff where all that only they see does.
#[test]
fn what_is_asked_names_the_clauses_that_its_readers_see_and_leads_to_them() {
    let site = site();
    let data = |path: &str| -> QuizData {
        let page = pages(&site)[path];
        let data = page.split_once("<script type=\"application/octet-stream\"").unwrap().1;
        wire::decode(data.split_once('>').unwrap().1.split_once("</script>").unwrap().0).unwrap()
    };
    let named = |path: &str| -> Vec<(String, String)> {
        data(path).quiz.clauses.into_iter().map(|clause| (clause.id, clause.href)).collect()
    };
    let clause = |id: &str, href: &str| (id.to_owned(), href.to_owned());
    assert_eq!(named("quizzes/parents.html"), [clause("par-2", "../policy/parents.html#par-2")]);
    let public = [clause("inc-2", "../policy/dsl.html#inc-2"), clause("inc-1", "../policy/dsl.html#inc-1")];
    assert_eq!(named("inductions/helper.html"), public);
    let of_staff = [&public[..], &[clause("dsl-9", "../for-staff.html#dsl-9")]].concat();
    assert_eq!(named("inductions/teacher.html"), of_staff);
    let quiz = data("inductions/helper.html").quiz;
    assert!(quiz.items[1].scenes[1].answers.iter().all(|answer| answer.clauses.is_empty()));
    assert_eq!(quiz.items[1].scenes[0].answers[0].clauses, [1]);
    let reads: Vec<&str> = quiz.topics.iter().map(|topic| topic.read.as_str()).collect();
    assert_eq!(reads, ["#duties", "#reporting"]);
    let Ending::Slip { agreement } = data("quizzes/parents.html").quiz.ending else { panic!("a quiz ends in a slip") };
    assert_eq!(agreement, "Our agreement with parents");
}
