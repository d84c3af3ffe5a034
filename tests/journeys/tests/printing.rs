//! What is made for paper: worksheets, agreements and the card with what was promised.

use crate::assert_none;
use fingerpost_journeys::learner::{Learner, Way};
use fingerpost_journeys::site::{self, PATHS};
use fingerpost_journeys::{Journey, journey, journey_on};

/// The margin that the sheets ask for above and beneath them, in centimetres (`assets/sheet.css`).
const MARGIN: f64 = 0.8;

/// The sheets of a page, by their ids.
const SHEETS: &str = "return [...document.querySelectorAll('.sheet')].map(sheet => sheet.id)";

/// The pages of both example sites that have a sheet for each path.
fn on_pages_of_sheets<F: Future<Output = ()> + 'static>(test: impl Fn(std::rc::Rc<Journey>, Vec<String>) -> F + Copy + 'static) {
    for setting in [site::SCHOOL, site::CHARITY] {
        journey_on(site::dist(setting), true, move |journey| {
            let is_of_sheets = |page: &String| page.ends_with("-worksheet.html") || page == "agreements/children.html";
            let pages: Vec<String> = site::pages(&journey.dist).into_iter().filter(is_of_sheets).collect();
            assert!(pages.len() > 1, "{setting} has {pages:?}");
            test(journey, pages)
        });
    }
}

#[test]
fn a_sheet_is_one_side_of_a4_and_the_one_in_the_address_is_printed_alone() {
    on_pages_of_sheets(|journey, pages| async move {
        let mut found = Vec::new();
        for page in pages {
            journey.open(&page).await;
            let sheets: Vec<String> = journey.ask(SHEETS, &[]).await;
            assert!(!sheets.is_empty(), "{page}");
            for sheet in &sheets {
                journey.open(&format!("{page}#{sheet}")).await;
                let sides = journey.printed_sides_with(MARGIN).await;
                found.extend((sides != 1).then(|| format!("{page}#{sheet} takes {sides} sides")));
            }
            journey.open(&format!("{page}#contents")).await;
            let sides = journey.printed_sides_with(MARGIN).await;
            if page.ends_with("-worksheet.html") && sides != sheets.len() {
                found.push(format!("{page} takes {sides} sides and has {} sheets", sheets.len()));
            }
            assert!(sides >= sheets.len(), "{page}: all sheets are printed where none is chosen");
        }
        assert_none("a sheet does not fit", &found);
    });
}

/// 14 pt is large print; 16 pt where a symbol stands over words.
#[test]
fn a_sheet_is_in_large_print() {
    const SMALL: &str = "
        const words = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
        const small = [];
        for (let node; (node = words.nextNode());) {
            const sheet = node.parentElement.closest('.sheet');
            if (!sheet || !node.data.trim() || !node.parentElement.checkVisibility()) continue;
            const least = ['together', 'symbols'].includes(sheet.dataset.path) ? 16 : 14;
            const points = parseFloat(getComputedStyle(node.parentElement).fontSize) * .75;
            if (points < least - .01) small.push(`${sheet.id}: ${points} pt: ${node.data.trim()}`);
        }
        return small;";
    on_pages_of_sheets(|journey, pages| async move {
        journey.media("print").await;
        let mut found = Vec::new();
        for page in pages {
            journey.open(&page).await;
            let small: Vec<String> = journey.ask(SMALL, &[]).await;
            found.extend(small.into_iter().map(|line| format!("{page}#{line}")));
        }
        assert_none("words are too small on paper", &found);
    });
}

/// A learner's paper says nothing of levels and nothing of answers, and asks for no name on a screen.
#[test]
fn a_sheet_is_black_on_white_in_every_look_and_asks_for_a_name_on_paper_only() {
    const SEEN: &str = "
        const sheet = document.querySelector('.sheet'), style = getComputedStyle(sheet), line = sheet.querySelector('.write');
        return [style.color, style.backgroundColor, String(!!line && line.checkVisibility())];";
    on_pages_of_sheets(|journey, pages| async move {
        for page in pages {
            journey.open(&page).await;
            for theme in ["", "cream", "dark", "contrast"] {
                for colours in ["none", "active"] {
                    journey.system_asks_for(&[("forced-colors", colours), ("prefers-color-scheme", "dark")]).await;
                    let () = journey.ask("document.documentElement.dataset.theme = arguments[0]", &[theme.into()]).await;
                    let seen: Vec<String> = journey.ask(SEEN, &[]).await;
                    assert_eq!(
                        seen,
                        ["rgb(0, 0, 0)", "rgb(255, 255, 255)", "false"],
                        "{page}, {theme}, forced colours {colours}"
                    );
                }
            }
            journey.media("print").await;
            assert_eq!(journey.ask::<Vec<String>>(SEEN, &[]).await[2], "true", "{page}");
            journey.media("screen").await;
        }
    });
}

/// The promises that a learner made, all of them on one side, with room for a name, a signature and the policy's version.
#[test]
fn the_card_of_an_agreement_holds_all_its_lines_on_one_side() {
    const QUIZ: &str = "lessons/our-agreement.html";
    const ON_PAPER: &str = "
        const seen = selector => [...document.querySelectorAll(selector)].some(e => e.checkVisibility());
        return ['.paper', '.sign', '.of-policy', '.quiz', '.lesson-text', '.adult', 'main > h1'].filter(seen);";
    for path in PATHS {
        journey(move |journey| async move {
            journey.open("agreements/children.html").await;
            let promises: usize = journey.ask("return document.querySelector('.promises').children.length", &[]).await;
            journey.open_awake(QUIZ).await;
            let learner = Learner::new(&journey, Way::Keyboard);
            learner.take_path(path).await;
            while learner.screen().await.activity != "promise" {
                learner.go_on().await;
            }
            learner.do_step().await;
            journey.ask::<()>("window.print = () => { window.wasPrinted = true; }", &[]).await;
            learner.choose("[data-action=print]", 0).await;
            journey.wait_until("the card to be printed", "window.wasPrinted").await;
            journey.media("print").await;
            assert_eq!(journey.ask::<Vec<String>>(ON_PAPER, &[]).await, [".paper", ".sign", ".of-policy"], "{path}");
            assert_eq!(
                journey.ask::<usize>("return document.querySelectorAll('.paper li').length", &[]).await,
                promises,
                "{path}"
            );
            assert_eq!(journey.printed_sides().await, 1, "{path}");
        });
    }
}
