//! What holds for every page of the site.

use crate::assert_none;
use fingerpost_journeys::axe::{Colours, Level, violations};
use fingerpost_journeys::{Journey, PREFIX, journey, journey_on, journey_without_script, site};

/// A phone's width in CSS pixels.
const PHONE: u32 = 390;

/// What holds for every page of both example sites: each test once for each.
macro_rules! on_both_sites {
    ($($test:ident),+ $(,)?) => {
        mod school { $(#[test] fn $test() { super::$test(fingerpost_journeys::site::SCHOOL); })+ }
        mod charity { $(#[test] fn $test() { super::$test(fingerpost_journeys::site::CHARITY); })+ }
    };
}

/// What holds for the handbook's pages too. It has no policy, and its lessons are played where all others are.
mod guide {
    use fingerpost_journeys::browser::Key;
    use fingerpost_journeys::journey_on;
    use fingerpost_journeys::site::{self, GUIDE};

    #[test]
    fn axe_finds_nothing_in_any_look() {
        super::axe_finds_nothing_in_any_look(GUIDE);
    }

    #[test]
    fn axe_finds_nothing_with_script_off() {
        super::axe_finds_nothing_with_script_off(GUIDE);
    }

    #[test]
    fn nothing_outside_the_prefix_is_asked_for_and_the_console_is_silent() {
        super::nothing_outside_the_prefix_is_asked_for_and_the_console_is_silent(GUIDE);
    }

    #[test]
    fn every_link_leads_to_a_page_and_a_place_that_is_there() {
        super::every_link_leads_to_a_page_and_a_place_that_is_there(GUIDE);
    }

    /// Somebody who goes on by Tab meets the ways to the lesson and the summaries, and never a button that does nothing.
    #[test]
    fn nothing_in_a_picture_of_a_lesson_can_be_reached_by_tab() {
        const INSIDE: &str = "return document.activeElement.closest('[data-figure]') !== null;";
        const OPEN: &str = "for (const details of document.querySelectorAll('.looks details')) details.open = true;
            return document.querySelectorAll('[data-figure] :is(button, input)').length;";
        journey_on(site::dist(GUIDE), true, |journey| async move {
            journey.open("handbook/write-a-lesson.html").await;
            let drawn: usize = journey.ask(OPEN, &[]).await;
            assert!(drawn > 100, "there are {drawn} controls in pictures");
            let mut met = 0;
            for _ in 0..120 {
                journey.press(Key::Tab).await;
                let inside: bool = journey.ask(INSIDE, &[]).await;
                met += usize::from(inside);
            }
            assert_eq!(met, 0);
        });
    }
}

/// What the pages of other languages could break.
mod translated {
    use fingerpost_journeys::site::LANGUAGES;

    #[test]
    fn every_link_leads_to_a_page_and_a_place_that_is_there() {
        super::every_link_leads_to_a_page_and_a_place_that_is_there(LANGUAGES);
    }

    #[test]
    fn axe_finds_nothing_with_script_off() {
        super::axe_finds_nothing_with_script_off(LANGUAGES);
    }

    #[test]
    fn nothing_outside_the_prefix_is_asked_for_and_the_console_is_silent() {
        super::nothing_outside_the_prefix_is_asked_for_and_the_console_is_silent(LANGUAGES);
    }
}

on_both_sites!(
    axe_finds_nothing_in_any_look,
    axe_finds_nothing_with_script_off,
    nothing_outside_the_prefix_is_asked_for_and_the_console_is_silent,
    every_link_leads_to_a_page_and_a_place_that_is_there,
    policy_pages_open_from_a_folder_without_a_server,
    what_is_asked_of_each_reader_prints_on_two_sheets,
);

/// Colours that change by degrees would be measured half-way.
const STILL: (&str, &str) = ("prefers-reduced-motion", "reduce");

/// One of the looks that a reader can have: what the device asks for, and what the reader chose.
struct Look {
    name: &'static str,
    device: &'static [(&'static str, &'static str)],
    chosen: &'static str,
    level: Level,
}

const fn look(name: &'static str, device: &'static [(&'static str, &'static str)], chosen: &'static str) -> Look {
    Look { name, device, chosen, level: Level::AaAndStrongContrast }
}

/// Every look. Forced colours are the device's own, so that their contrast is not ours to measure at 7 to 1.
const LOOKS: [Look; 8] = [
    look("light", &[STILL, ("prefers-color-scheme", "light")], ""),
    look("dark, as the device has it", &[STILL, ("prefers-color-scheme", "dark")], ""),
    look("dark, chosen", &[STILL], "dark"),
    look("cream", &[STILL], "cream"),
    look("high contrast", &[STILL], "contrast"),
    look("more contrast, as the device has it", &[STILL, ("prefers-contrast", "more")], ""),
    Look { level: Level::Aa, ..look("forced colours, light", &[STILL, ("forced-colors", "active")], "") },
    Look {
        level: Level::Aa,
        ..look("forced colours, dark", &[STILL, ("forced-colors", "active"), ("prefers-color-scheme", "dark")], "")
    },
];

/// A page in some looks: opened once, because a look is only style; and searched for everything in the first, because in the others only
/// colours are different.
async fn faults_of(
    journey: &Journey,
    page: &str,
    looks: impl Iterator<Item = &Look>,
    colours: &mut Colours,
    found: &mut Vec<String>,
) {
    for (number, Look { name, device, chosen, level }) in looks.enumerate() {
        journey.system_asks_for(device).await;
        let choose =
            format!("const on = document.documentElement.dataset; if ('{chosen}') on.theme = '{chosen}'; else delete on.theme;");
        let () = journey.ask(&choose, &[]).await;
        let faults = match number {
            0 => violations(journey, *level).await,
            _ => colours.violations(journey, name, *level).await,
        };
        found.extend(faults.into_iter().map(|line| format!("{page}, {name}: {line}")));
    }
}

fn axe_finds_nothing_in_any_look(setting: &'static str) {
    journey_on(site::dist(setting), true, |journey| async move {
        let (mut found, mut colours) = (Vec::new(), Colours::default());
        journey.width(PHONE).await;
        for page in site::pages(&journey.dist) {
            journey.open_awake(&page).await;
            faults_of(&journey, &page, LOOKS.iter(), &mut colours, &mut found).await;
        }
        assert_none("axe-core finds fault", &found);
    });
}

fn axe_finds_nothing_with_script_off(setting: &'static str) {
    journey_on(site::dist(setting), false, |journey| async move {
        let (mut found, mut colours) = (Vec::new(), Colours::default());
        journey.width(PHONE).await;
        for page in site::pages(&journey.dist) {
            journey.open(&page).await;
            // Nothing can be chosen without script; these are the looks that a device can ask for.
            let looks = LOOKS.iter().filter(|look| look.chosen.is_empty());
            faults_of(&journey, &page, looks, &mut colours, &mut found).await;
        }
        assert_none("axe-core finds fault", &found);
    });
}

fn nothing_outside_the_prefix_is_asked_for_and_the_console_is_silent(setting: &'static str) {
    journey_on(site::dist(setting), true, |journey| async move {
        let mut found = Vec::new();
        let home = journey.server.url("");
        for page in site::pages(&journey.dist) {
            journey.server.take_log();
            journey.open_awake(&page).await;
            let outside = journey.asked_for().await.into_iter();
            let outside = outside.filter(|address| !address.starts_with(&home));
            found.extend(outside.map(|address| format!("{page} asks for {address}")));
            found.extend(journey.errors().await.into_iter().map(|error| format!("{page} says {error}")));
            let requests = journey.server.take_log();
            let missed = requests.iter().filter(|request| request.status != 200 || !request.path.starts_with(PREFIX));
            found.extend(missed.map(|request| format!("{page} asks for {} and gets {}", request.path, request.status)));
        }
        assert_none("a page does what it must not", &found);
    });
}

fn every_link_leads_to_a_page_and_a_place_that_is_there(setting: &'static str) {
    const LINKS: &str = "
        return [...document.querySelectorAll('a[href]')].map(a => a.href)
            .filter(h => h.startsWith(location.origin) || !/^(https?|tel|sms|mailto):/.test(h));";
    journey_on(site::dist(setting), true, |journey| async move {
        let home = journey.server.url("");
        let mut places = std::collections::BTreeMap::new();
        let mut links = Vec::new();
        for page in site::pages(&journey.dist) {
            journey.open(&page).await;
            let ids: Vec<String> = journey.ask("return [...document.querySelectorAll('[id]')].map(e => e.id)", &[]).await;
            let to: Vec<String> = journey.ask(LINKS, &[]).await;
            links.extend(to.into_iter().map(|link| (page.clone(), link)));
            places.insert(page, ids);
        }
        let leads_somewhere = |link: &str| {
            let Some(rest) = link.strip_prefix(&home) else { return false };
            let (path, place) = rest.split_once('#').unwrap_or((rest, ""));
            let path = path.split('?').next().unwrap_or_default();
            match places.get(if path.is_empty() { "index.html" } else { path }) {
                Some(ids) => place.is_empty() || ids.iter().any(|id| id == place),
                None => path.rsplit('/').next().is_some_and(|name| name.contains('.')) && journey.dist.join(path).is_file(),
            }
        };
        let dead = links.iter().filter(|(_, link)| !leads_somewhere(link));
        let dead: Vec<String> = dead.map(|(page, link)| format!("{page} links to {link}")).collect();
        assert_none("a link leads nowhere", &dead);
    });
}

fn policy_pages_open_from_a_folder_without_a_server(setting: &'static str) {
    // What the style sheet decides; without it these are the browser's own.
    const LOOK: &str = "
        const of = (e, names) => names.map(n => getComputedStyle(e)[n]);
        return [...of(document.body, ['fontFamily', 'lineHeight', 'backgroundColor', 'color', 'margin']),
            ...of(document.querySelector('main'), ['maxWidth', 'padding', 'fontSize'])];";
    journey_on(site::dist(setting), true, |journey| async move {
        let mut found = Vec::new();
        let pages = site::pages(&journey.dist);
        let policy = pages.iter().filter(|page| !site::has_module(&journey.dist, page) && *page != "404.html");
        for page in policy {
            journey.open(page).await;
            let served: Vec<String> = journey.ask(LOOK, &[]).await;
            journey.errors().await;
            let file = url::Url::from_file_path(journey.dist.join(page)).expect("a file has an address");
            journey.go(file.as_str()).await;
            let opened: Vec<String> = journey.ask(LOOK, &[]).await;
            if served != opened {
                found.push(format!("{page} looks like {opened:?}, not like {served:?}"));
            }
            // A manifest is for a site that is installed. A browser reads none from a folder, says so, and goes on.
            let errors = journey.errors().await.into_iter().filter(|error| !error.contains("/manifest.json"));
            found.extend(errors.map(|error| format!("{page} says {error}")));
        }
        assert_none("a page needs a server", &found);
    });
}

/// A sheet has two sides.
fn what_is_asked_of_each_reader_prints_on_two_sheets(setting: &'static str) {
    journey_on(site::dist(setting), true, |journey| async move {
        let mut found = Vec::new();
        for page in site::pages(&journey.dist).into_iter().filter(|page| page.starts_with("for-")) {
            journey.open(&page).await;
            let sides = journey.printed_sides().await;
            assert!(sides > 0, "{page} prints");
            if sides > 4 {
                found.push(format!("{page} takes {sides} sides"));
            }
        }
        assert_none("what is asked of a reader does not fit", &found);
    });
}

#[test]
fn a_late_review_is_noted_on_the_day_after_and_not_before() {
    /// A device whose calendar shows this day.
    fn on(day: &str) -> String {
        format!(
            "const Real = Date; Date = class extends Real {{ constructor(...given) {{ super(...(given.length ? given : ['{day}'])); }} }};"
        )
    }
    const SHOWN: &str = "const note = document.querySelector('[data-review-due]'); return !!note && note.offsetHeight > 0";
    for (day, late) in [("2027-11-16T12:00:00", false), ("2027-11-17T00:30:00", true)] {
        journey(move |journey| async move {
            journey.before_every_page(&on(day)).await;
            for page in ["policy/index.html", "policy/dsl.html", "policy/all.html"] {
                journey.open(page).await;
                assert_eq!(journey.ask::<bool>(SHOWN, &[]).await, late, "{page} on {day}");
            }
        });
    }
}

#[test]
fn an_address_is_whole_for_a_person_with_script_and_in_two_parts_without() {
    journey(|journey| async move {
        journey.open("contacts.html").await;
        let link: String = journey.ask("return document.querySelector('a[href^=\"mailto:\"]').href", &[]).await;
        assert_eq!(link, "mailto:dsl@school.example.org");
    });
    journey_without_script(|journey| async move {
        journey.open("contacts.html").await;
        let words: String = journey.ask("return document.querySelector('.email').innerText.replace(/\\s+/g, ' ')", &[]).await;
        assert!(words.contains("dsl") && words.contains("school.example.org") && !words.contains('@'), "{words}");
    });
}

#[test]
fn what_a_reader_likes_is_kept_only_when_they_say_so() {
    const LOOK: &str = "return [document.documentElement.dataset.theme || '', String(localStorage.length)]";
    journey(|journey| async move {
        journey.open("index.html").await;
        journey
            .ask::<()>(
                "document.querySelector('.look').hidden = false; document.querySelector('[name=theme][value=dark]').click()",
                &[],
            )
            .await;
        assert_eq!(journey.ask::<Vec<String>>(LOOK, &[]).await, ["dark", "0"]);
        journey.open("get-help.html").await;
        assert_eq!(journey.ask::<Vec<String>>(LOOK, &[]).await, ["", "0"]);
        journey
            .ask::<()>(
                "document.querySelector('[name=theme][value=cream]').click(); document.querySelector('[name=remember]').click()",
                &[],
            )
            .await;
        journey.open("policy/index.html").await;
        assert_eq!(journey.ask::<Vec<String>>(LOOK, &[]).await, ["cream", "1"]);
    });
}
