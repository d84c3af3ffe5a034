//! What comes out of the printer, read from the PDF: every page prints its words, and so does all that a reader or learner makes. A browser may say
//! that it has printed before it draws what it prints, as those on phones do, and draw it several times.

use crate::assert_none;
use crate::gallery::{at_step, in_the_gallery};
use crate::progress::{DONE, open_with};
use fingerpost_journeys::browser::Key;
use fingerpost_journeys::learner::{Learner, Way};
use fingerpost_journeys::site::{self, CHARITY, GUIDE, LESSON, SCHOOL};
use fingerpost_journeys::{Journey, journey, journey_on};

/// Printing as on a phone: it is over at once, and what is printed is drawn later, when the test asks for the PDF.
const PRINTS: &str = "
    window.prints = 0;
    window.print = () => { dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint')); window.prints += 1; }";

/// What stands on paper, side by side. Where a line ends is nobody's affair, so there are no spaces in it.
async fn paper(journey: &Journey) -> Vec<String> {
    journey.printed_words().await.iter().map(|side| without_spaces(side)).collect()
}

fn without_spaces(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What may be long, and is to be seen where something is missing.
fn shortened(sides: &[String]) -> String {
    sides.concat().chars().take(1000).collect()
}

/// Which of these words stand on the paper.
fn on<'w>(paper: &[String], words: &[&'w str]) -> Vec<&'w str> {
    let all = paper.concat();
    words.iter().copied().filter(|words| all.contains(&without_spaces(words))).collect()
}

#[test]
fn every_page_prints_what_it_is_about() {
    // The words of the main part that paper has, beneath its title, and the first of its headings.
    const ABOUT: &str = "
        const main = document.querySelector('main');
        const headings = [...main.querySelectorAll('h1, h2, h3, caption')].filter(e => e.checkVisibility()).map(e => e.innerText);
        const title = main.querySelector('h1');
        return [headings, main.innerText.replace(title?.innerText ?? '', '').trim().length];";
    for setting in [SCHOOL, CHARITY, GUIDE] {
        journey_on(site::dist(setting), true, |journey| async move {
            let mut empty = Vec::new();
            for page in site::pages(&journey.dist) {
                journey.open_awake(&page).await;
                let printed = paper(&journey).await;
                journey.media("print").await;
                let (headings, letters): (Vec<String>, usize) = journey.ask(ABOUT, &[]).await;
                journey.media("").await;
                let there = on(&printed, &headings.iter().map(String::as_str).collect::<Vec<_>>());
                let missing: Vec<&String> = headings.iter().filter(|heading| !there.contains(&heading.as_str())).collect();
                if headings.is_empty() || !missing.is_empty() || letters < 40 {
                    empty.push(format!("{page}: {letters} letters, without {missing:?}: {}", shortened(&printed)));
                }
            }
            assert_none("a page prints without its words", &empty);
        });
    }
}

#[test]
fn what_a_learner_has_done_prints_with_the_summary_for_an_adult() {
    const SUMMARY: [&str; 2] = ["Everything that is kept, word for word", "me picture=owl"];
    journey(|journey| async move {
        open_with(&journey, &[("fingerpost.2 /any/sub/path/ learner.5", DONE), ("fingerpost.2 /any/sub/path/ now", "5")]).await;
        let printed = paper(&journey).await;
        assert_eq!(on(&printed, &["Calm Sea", "Tell someone", "Finished", "Not yet"]).len(), 4, "{}", shortened(&printed));
        assert!(on(&printed, &SUMMARY).is_empty() && on(&printed, &["Certificate"]).is_empty(), "{}", shortened(&printed));
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.choose("[data-action=summary]", 0).await;
        journey.wait_until("the summary", "document.querySelector('.summary')").await;
        let words: String = journey.ask("return document.querySelector('.summary').innerText", &[]).await;
        let lines: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let printed = paper(&journey).await;
        assert!(lines.len() > 8 && on(&printed, &lines) == lines, "{lines:?} and {}", shortened(&printed));
    });
}

#[test]
fn a_certificate_is_one_side_with_the_name_the_lesson_and_the_day() {
    journey(|journey| async move {
        journey.before_every_page(PRINTS).await;
        open_with(&journey, &[("fingerpost.2 /any/sub/path/ learner.5", DONE), ("fingerpost.2 /any/sub/path/ now", "5")]).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.choose("[data-action=certificate]", 0).await;
        learner.choose("[data-action=print]", 0).await;
        journey.wait_until("the certificate to be printed", "window.prints === 1").await;
        let printed = paper(&journey).await;
        let words = ["Certificate", "Calm Sea", "Tell someone", "20 November 2026", "Name, if you want one."];
        assert_eq!((on(&printed, &words), printed.len()), (words.to_vec(), 1), "{}", shortened(&printed));
        assert!(on(&printed, &["My journey is", "Print", "Close"]).is_empty(), "{}", shortened(&printed));
    });
}

/// The learner prints a card; whatever the browser says of printing, the card stays on paper until somebody is back. The next print is the lesson.
fn a_card_is_printed_to_its_end(activity: &'static str, words: &'static [&'static str], back: Option<Key>) {
    in_the_gallery(move |journey| async move {
        journey.before_every_page(PRINTS).await;
        at_step(&journey, activity).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.do_step().await;
        let met: String =
            journey.ask("return [...document.querySelectorAll('.answers .reason, .paper .reason')].pop().innerText", &[]).await;
        learner.choose("[data-action=print]", 0).await;
        journey.wait_until("the card to be printed", "window.prints === 1").await;
        for time in ["first", "second"] {
            let printed = paper(&journey).await;
            assert_eq!(on(&printed, words), words, "drawn for the {time} time: {}", shortened(&printed));
            assert!(on(&printed, &[met.as_str(), "Match pairs", "Fill the gap"]).is_empty(), "{}", shortened(&printed));
            assert_eq!(printed.len(), 1);
        }
        match back {
            Some(key) => journey.press(key).await,
            None => journey.click_at(1, 1).await,
        }
        let printed = paper(&journey).await;
        assert!(printed.len() > 1 && on(&printed, &["Fill the gap", "Match pairs"]).len() == 2, "{}", shortened(&printed));
    });
}

#[test]
fn a_promise_is_printed_to_its_end() {
    a_card_is_printed_to_its_end("promise", &["My promise", "I want help with this", "My name", "My signature"], Some(Key::Tab));
}

#[test]
fn the_people_to_tell_are_printed_to_their_end() {
    a_card_is_printed_to_its_end("people", &["People I can tell"], None);
}

#[test]
fn a_lesson_is_printed_to_its_end_as_text_and_then_its_answers_leave_the_page() {
    const TEXTS: &str = "return document.querySelectorAll('.lesson-text').length";
    journey(|journey| async move {
        journey.before_every_page(PRINTS).await;
        journey.open_awake(LESSON).await;
        let first: String = journey.ask("return document.querySelector('.step h2').innerText", &[]).await;
        journey.ask::<()>("window.print()", &[]).await;
        journey.media("print").await;
        let seen = "return ['.lesson-text', '[data-module]'].filter(s => document.querySelector(s).checkVisibility())";
        assert_eq!(journey.ask::<Vec<String>>(seen, &[]).await, [".lesson-text"], "the text goes before it is drawn");
        journey.media("").await;
        assert_eq!(journey.ask::<Vec<String>>(seen, &[]).await, ["[data-module]"]);
        let printed = paper(&journey).await;
        assert!(printed.len() > 3 && on(&printed, &[&first]).len() == 1, "{}", shortened(&printed));
        journey.press(Key::Tab).await;
        assert_eq!(journey.ask::<usize>(TEXTS, &[]).await, 0, "what is right is in the page");
    });
}
