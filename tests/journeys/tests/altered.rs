//! Pages that other software changes, before they wake up and while they are used: what is on show is what the lesson or the quiz has come to, and
//! each goes on to its end. What it should be is seen in a run that nobody disturbs.

use crate::assert_none;
use fingerpost_journeys::altering::{ALTERATIONS, Alteration, OWN_WORDS, translator};
use fingerpost_journeys::browser::PATIENCE;
use fingerpost_journeys::learner::{Learner, STEADY_HANDS, Way};
use fingerpost_journeys::site::{self, GALLERY, LESSON};
use fingerpost_journeys::taker::{Taker, read_answers};
use fingerpost_journeys::{Journey, journey, journey_on};
use serde_json::Value;

/// Every draw is the same draw, or two runs could not be compared.
const NO_CHANCE: &str = "Crypto.prototype.getRandomValues = array => array.fill(7);";

/// A translator is quick, and as slow as one that answers when the learner has gone on.
const QUICK_MS: u32 = 20;
const SLOW_MS: u32 = 700;

/// Waits until no translation is on its way.
async fn translated(journey: &Journey) {
    journey.wait_until("the translator to have done", "!window.translating").await;
}

async fn own_words(journey: &Journey) -> String {
    journey.ask(&format!("return {OWN_WORDS}"), &[]).await
}

/// What is on show must be this.
async fn shows(journey: &Journey, expected: &str, what: &str) {
    translated(journey).await;
    let expected = Value::from(expected);
    let same = format!("{OWN_WORDS} === {expected}");
    // It ends before the waiting itself does, so that both texts can be compared.
    if tokio::time::timeout(PATIENCE / 2, journey.wait_until(what, &same)).await.is_err() {
        assert_eq!(Value::from(own_words(journey).await), expected, "{what}");
    }
}

/// Goes through the lesson and returns what each step shows when it is reached and when it has been done. At every step `alter` happens, and
/// then what is shown must be what is expected, where that is known.
async fn go_through(journey: &Journey, path: &str, alter: Option<&Alteration>, expected: Option<&[String]>) -> Vec<String> {
    let learner = Learner::with_steady_hands(journey, Way::Pressing);
    learner.take_path(path).await;
    let mut seen = Vec::new();
    loop {
        if let Some(alter) = alter {
            alter.happens(journey).await;
        }
        see(journey, &mut seen, expected).await;
        let screen = learner.screen().await;
        if screen.finished {
            return seen;
        }
        learner.do_step().await;
        see(journey, &mut seen, expected).await;
        learner.go_on().await;
    }
}

async fn see(journey: &Journey, seen: &mut Vec<String>, expected: Option<&[String]>) {
    match expected {
        None => seen.push(own_words(journey).await),
        Some(expected) => {
            shows(journey, &expected[seen.len()], &format!("screen {}", seen.len())).await;
            seen.push(expected[seen.len()].clone());
        }
    }
}

/// What an undisturbed learner sees of a lesson.
async fn undisturbed(journey: &Journey, lesson: &str, path: &str) -> Vec<String> {
    journey.before_every_page(STEADY_HANDS).await;
    journey.before_every_page(NO_CHANCE).await;
    journey.open_awake(lesson).await;
    go_through(journey, path, None, None).await
}

fn a_lesson_goes_on_whatever_happens_to_it(alterations: &'static [Alteration]) {
    for alteration in alterations {
        journey(move |journey| async move {
            let expected = undisturbed(&journey, LESSON, "easy-read").await;
            journey.open_awake(LESSON).await;
            eprintln!("at every step: {}", alteration.name);
            assert_eq!(go_through(&journey, "easy-read", Some(alteration), Some(&expected)).await.len(), expected.len());
            alteration.happens_before_waking(&journey).await;
            journey.open_awake(LESSON).await;
            eprintln!("before waking: {}", alteration.name);
            assert_eq!(go_through(&journey, "easy-read", None, Some(&expected)).await.len(), expected.len());
            // The page's policy stops a test's style sheets, as it does not stop an extension's, and says so.
            let is_policy = |error: &String| error.contains("inline style") || error.contains("style-src");
            let errors: Vec<String> = journey.errors().await.into_iter().filter(|error| !is_policy(error)).collect();
            assert_none("an error in the console", &errors);
        });
    }
}

#[test]
fn a_lesson_goes_on_whatever_translators_and_dictionaries_do() {
    a_lesson_goes_on_whatever_happens_to_it(&ALTERATIONS[..5]);
}

#[test]
fn a_lesson_goes_on_whatever_filters_and_proxies_do() {
    a_lesson_goes_on_whatever_happens_to_it(&ALTERATIONS[5..10]);
}

#[test]
fn a_lesson_goes_on_whatever_is_moved_removed_marked_or_helped_with() {
    a_lesson_goes_on_whatever_happens_to_it(&ALTERATIONS[10..]);
}

/// Every activity, on two paths, while a translator goes on all the time.
#[test]
fn every_activity_shows_its_own_words_while_a_translator_goes_on() {
    journey_on(site::with_gallery(), true, |journey| async move {
        let plain = undisturbed(&journey, GALLERY, "plain").await;
        journey.open_awake(GALLERY).await;
        let symbols = go_through(&journey, "symbols", None, None).await;
        journey.before_every_page(&translator(QUICK_MS)).await;
        for (path, expected) in [("plain", plain), ("symbols", symbols)] {
            journey.open_awake(GALLERY).await;
            go_through(&journey, path, None, Some(&expected)).await;
            let fonts: usize = journey.ask("return document.querySelectorAll('[data-module] font').length", &[]).await;
            assert!(fonts > 5, "what is new is translated too");
        }
        assert_none("an error in the console", &journey.errors().await);
    });
}

/// The first translation comes when the learner has gone on: words that were asked about are no longer there.
#[test]
fn a_translation_that_comes_late_puts_no_words_of_another_step_on_the_screen() {
    journey_on(site::with_gallery(), true, |journey| async move {
        let expected = undisturbed(&journey, GALLERY, "plain").await;
        journey.before_every_page(&translator(SLOW_MS)).await;
        journey.open_awake(GALLERY).await;
        go_through(&journey, "plain", None, Some(&expected)).await;
        assert_none("an error in the console", &journey.errors().await);
    });
}

/// What others have written under one step does not stay under the next.
#[test]
fn what_others_add_to_a_step_goes_with_it() {
    journey(|journey| async move {
        journey.before_every_page(STEADY_HANDS).await;
        journey.open_awake(LESSON).await;
        ALTERATIONS[4].happens(&journey).await;
        Learner::with_steady_hands(&journey, Way::Pressing).go_on().await;
        let left: usize = journey.ask("return document.querySelectorAll('[data-module] [data-foreign]').length", &[]).await;
        assert_eq!(left, 0);
    });
}

/// The keys that lead on stay under the hand: focus is where it was, and the scan too.
#[test]
fn a_translated_lesson_is_finished_by_keyboard_and_by_two_keys() {
    journey(|journey| async move {
        journey.before_every_page(STEADY_HANDS).await;
        journey.before_every_page(&translator(QUICK_MS)).await;
        for way in [Way::Keyboard, Way::TwoKeys] {
            journey.open_awake(LESSON).await;
            let learner = Learner::with_steady_hands(&journey, way);
            learner.take_path("symbols").await;
            let mut steps = 0;
            while !learner.screen().await.finished {
                learner.do_step().await;
                translated(&journey).await;
                let focus: String = journey.ask("return document.activeElement.tagName", &[]).await;
                assert_ne!(focus, "BODY", "focus is lost in {}", learner.screen().await.heading);
                learner.go_on().await;
                steps += 1;
            }
            assert!(steps > 4);
        }
        assert_none("an error in the console", &journey.errors().await);
    });
}

/// The pages with other modules: each wakes up, answers, and says what it says where nobody disturbs it.
#[test]
fn quizzes_courses_and_the_learners_own_pages_go_on_too() {
    const PARENTS: &str = "quizzes/parents.html";
    journey(|journey| async move {
        journey.before_every_page(STEADY_HANDS).await;
        journey.before_every_page(NO_CHANCE).await;
        let mut pages = Vec::new();
        for (page, press) in [
            ("inductions/teacher.html", "[data-action=begin]"),
            ("my-journey.html", "[data-action=add]"),
            ("how-i-like-it.html", "[data-module] [data-action=ways], [data-module] [data-action=code]"),
        ] {
            journey.open_awake(page).await;
            let before = own_words(&journey).await;
            Learner::with_steady_hands(&journey, Way::Pressing).choose(press, 0).await;
            journey.wait_until("an answer", &format!("{OWN_WORDS} !== {}", Value::from(before.as_str()))).await;
            pages.push((page, press, before, own_words(&journey).await));
        }
        journey.open(PARENTS).await;
        let answers = read_answers(&journey, PARENTS).await;
        for alteration in [&ALTERATIONS[0], &ALTERATIONS[1], &ALTERATIONS[2], &ALTERATIONS[11]] {
            for (page, press, before, after) in &pages {
                journey.open_awake(page).await;
                alteration.happens(&journey).await;
                shows(&journey, before, &format!("{page}: {}", alteration.name)).await;
                Learner::with_steady_hands(&journey, Way::Pressing).choose(press, 0).await;
                shows(&journey, after, &format!("{page}, pressed: {}", alteration.name)).await;
            }
        }
        journey.before_every_page(&translator(QUICK_MS)).await;
        for alteration in [&ALTERATIONS[1], &ALTERATIONS[2]] {
            alteration.happens_before_waking(&journey).await;
        }
        for (page, press, before, after) in &pages {
            journey.open_awake(page).await;
            shows(&journey, before, page).await;
            Learner::with_steady_hands(&journey, Way::Pressing).choose(press, 0).await;
            shows(&journey, after, page).await;
        }
        journey.open_awake(PARENTS).await;
        let taker = Taker::new(&journey, Way::Pressing);
        taker.begin().await;
        assert!(taker.answer_well(&answers).await > 3);
        assert_none("an error in the console", &journey.errors().await);
    });
}
