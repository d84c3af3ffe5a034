//! Every activity on every path that has it, in the player's gallery: in each way in, to its end.

use crate::assert_none;
use crate::gallery::{at_step, in_the_gallery};
use crate::pressing::{with_one_key, with_resting};
use fingerpost_journeys::axe::{Level, violations};
use fingerpost_journeys::browser::Key;
use fingerpost_journeys::learner::{Learner, Way};
use fingerpost_journeys::site::GALLERY;

const PATHS: [&str; 4] = ["together", "symbols", "easy-read", "plain"];

/// The activities that the gallery must show somewhere; what a path has of them is in `modules/player/gallery.md`.
const ACTIVITIES: [&str; 15] = [
    "look",
    "choose",
    "gap",
    "spot",
    "find",
    "feelings",
    "choose-several",
    "sort",
    "match",
    "order",
    "story",
    "chat",
    "people",
    "promise",
    "password",
];

/// Goes through the gallery on some paths. What the step asks is done before the way on is taken; then the way on must be the obvious one,
/// wherever the learner does all that is asked (of ticks and of an order they only try some).
fn every_activity_can_be_finished(way: Way, paths: &'static [&'static str]) {
    in_the_gallery(move |journey| async move {
        // What follows too fast on a press is ignored by design; in held time nobody waits for that.
        if way != Way::Keyboard {
            journey.hold_time();
        }
        let mut met = Vec::new();
        for path in paths {
            journey.open_awake(GALLERY).await;
            match way {
                Way::OneKey => with_one_key(&journey).await,
                Way::Resting => with_resting(&journey).await,
                _ => {}
            }
            let learner = Learner::new(&journey, way);
            learner.take_path(path).await;
            while !learner.screen().await.finished {
                let activity = learner.screen().await.activity;
                learner.do_step().await;
                let is_tried_only = ["choose-several", "order"].contains(&activity.as_str());
                assert!(is_tried_only || learner.is_done().await, "{activity} on {path} is not done");
                met.push(activity);
                learner.go_on().await;
            }
        }
        // Stories are for `plain`, and so every activity is there.
        let has_all = ACTIVITIES.iter().all(|activity| met.iter().any(|met| met == activity));
        assert!(has_all || !paths.contains(&"plain"), "{met:?}");
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn every_activity_can_be_finished_by_keyboard() {
    every_activity_can_be_finished(Way::Keyboard, &PATHS);
}

#[test]
fn every_activity_with_symbols_can_be_finished_with_two_keys() {
    every_activity_can_be_finished(Way::TwoKeys, &PATHS[..2]);
}

#[test]
fn every_activity_in_words_can_be_finished_with_two_keys() {
    every_activity_can_be_finished(Way::TwoKeys, &PATHS[2..]);
}

#[test]
fn every_activity_can_be_finished_by_pressing() {
    every_activity_can_be_finished(Way::Pressing, &PATHS);
}

#[test]
fn every_activity_can_be_finished_by_touch() {
    every_activity_can_be_finished(Way::Touching, &PATHS);
}

#[test]
fn every_activity_together_can_be_finished_with_one_key() {
    every_activity_can_be_finished(Way::OneKey, &PATHS[..1]);
}

#[test]
fn every_activity_with_symbols_can_be_finished_with_one_key() {
    every_activity_can_be_finished(Way::OneKey, &PATHS[1..2]);
}

#[test]
fn every_activity_in_easy_words_can_be_finished_with_one_key() {
    every_activity_can_be_finished(Way::OneKey, &PATHS[2..3]);
}

#[test]
fn every_activity_in_plain_words_can_be_finished_with_one_key() {
    every_activity_can_be_finished(Way::OneKey, &PATHS[3..]);
}

#[test]
fn every_activity_with_symbols_can_be_finished_by_resting_the_pointer() {
    every_activity_can_be_finished(Way::Resting, &PATHS[..2]);
}

#[test]
fn every_activity_in_words_can_be_finished_by_resting_the_pointer() {
    every_activity_can_be_finished(Way::Resting, &PATHS[2..]);
}

#[test]
fn axe_finds_nothing_on_any_activity_before_and_after_it_is_done() {
    in_the_gallery(|journey| async move {
        journey.system_asks_for(&[("prefers-reduced-motion", "reduce")]).await;
        journey.width(320).await;
        let mut found = Vec::new();
        for path in PATHS {
            journey.open_awake(GALLERY).await;
            let learner = Learner::new(&journey, Way::Keyboard);
            learner.take_path(path).await;
            while !learner.screen().await.finished {
                let activity = learner.screen().await.activity;
                let mut lines = violations(&journey, Level::Aa).await;
                learner.do_step().await;
                lines.extend(violations(&journey, Level::Aa).await);
                found.extend(lines.into_iter().map(|line| format!("{activity} on {path}: {line}")));
                learner.go_on().await;
            }
        }
        assert_none("axe-core finds fault", &found);
    });
}

/// On the first three paths every control of an activity is at least 56 px high and wide; on all of them nothing is wider than a phone.
#[test]
fn on_a_phone_every_answer_is_big_enough_and_none_is_cut_off() {
    const FAULTS: &str = "
        const path = document.querySelector('[data-module=lesson]').dataset.path;
        const least = path === 'plain' ? 44 : 56;
        const faults = [];
        for (const e of document.querySelectorAll('[data-activity] :is(button, label)')) {
            const box = e.getBoundingClientRect();
            if (box.height < least || box.width < least) faults.push(`${box.width} x ${box.height}: ${e.innerText}`);
            if (box.right > innerWidth || box.left < 0 || e.scrollWidth > e.clientWidth + 1) faults.push(`cut off: ${e.innerText}`);
        }
        if (document.documentElement.scrollWidth > innerWidth) faults.push('the page is wider than the screen');
        return faults;";
    in_the_gallery(|journey| async move {
        journey.width(320).await;
        let mut found = Vec::new();
        for path in PATHS {
            journey.open_awake(GALLERY).await;
            let learner = Learner::new(&journey, Way::Keyboard);
            learner.take_path(path).await;
            while !learner.screen().await.finished {
                let activity = learner.screen().await.activity;
                let mut lines: Vec<String> = journey.ask(FAULTS, &[]).await;
                learner.do_step().await;
                lines.extend(journey.ask::<Vec<String>>(FAULTS, &[]).await);
                found.extend(lines.into_iter().map(|line| format!("{activity} on {path}: {line}")));
                learner.go_on().await;
            }
        }
        assert_none("a control is too small or cut off", &found);
    });
}

#[test]
fn a_feeling_is_not_kept_even_where_the_place_is() {
    const KEPT: &str = "return JSON.stringify(localStorage)";
    in_the_gallery(|journey| async move {
        journey.open_awake(GALLERY).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.take_path("plain").await;
        while learner.screen().await.activity != "feelings" {
            learner.go_on().await;
        }
        learner.choose("[data-action=remember]", 0).await;
        journey.wait_until("the place to be kept", "localStorage.length > 0").await;
        let before: String = journey.ask(KEPT, &[]).await;
        learner.do_step().await;
        assert_eq!(journey.ask::<String>(KEPT, &[]).await, before);
        journey.reload().await;
        journey.awake().await;
        journey.wait_until("the step to be taken up again", "document.querySelector('[data-activity=feelings]')").await;
        assert_eq!(learner.number_of("button.answer[aria-pressed=true]").await, 0);
    });
}

#[test]
fn people_to_tell_are_kept_only_where_the_device_remembers() {
    const CHOSEN: &str = "button.answer[aria-pressed=true]";
    in_the_gallery(|journey| async move {
        at_step(&journey, "people").await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.choose("button.answer", 1).await;
        assert_eq!(journey.ask::<usize>("return localStorage.length", &[]).await, 0);
        learner.choose("[data-action=remember]", 0).await;
        journey.wait_until("the people to be kept", "JSON.stringify(localStorage).includes('chosen=teacher')").await;
        journey.reload().await;
        journey.awake().await;
        journey.wait_until("the step to be taken up again", "document.querySelector('[data-activity=people] .paper')").await;
        assert_eq!(learner.number_of(CHOSEN).await, 1);
        while !learner.screen().await.finished {
            learner.go_on().await;
        }
        learner.choose("[data-action=again]", 0).await;
        journey.wait_until("the lesson to begin again", "document.querySelector('[data-activity=look]')").await;
        let kept: String = journey.ask("return JSON.stringify(localStorage)", &[]).await;
        assert!(kept.contains("chosen=teacher"), "doing it again loses nothing that is kept: {kept}");
        learner.choose("[data-action=forget]", 0).await;
        journey.wait_until("everything to be forgotten", "localStorage.length === 0").await;
    });
}

/// What is on paper when the learner prints their card: the card without its button, and where to get help; and afterwards the lesson's
/// text as ever.
#[test]
fn a_card_is_printed_alone_with_the_ways_to_help() {
    const PRINTS: &str = "window.print = () => { dispatchEvent(new Event('beforeprint')); window.wasPrinted = true; }";
    const ON_PAPER: &str = "
        const seen = selector => [...document.querySelectorAll(selector)].some(e => e.checkVisibility());
        return ['.paper', '.strip', '.sign', '.paper button', '.answers', '.moves', '.step > h2', '.lesson-text', '.bottom', 'main > h1']
            .filter(seen);";
    in_the_gallery(|journey| async move {
        at_step(&journey, "promise").await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.do_step().await;
        journey.ask::<()>(PRINTS, &[]).await;
        learner.choose("[data-action=print]", 0).await;
        journey.wait_until("the card to be printed", "window.wasPrinted").await;
        journey.media("print").await;
        assert_eq!(journey.ask::<Vec<String>>(ON_PAPER, &[]).await, [".paper", ".strip", ".sign"]);
        journey.media("screen").await;
        journey.press(Key::Escape).await;
        assert_eq!(learner.number_of("[data-prints-card]").await, 0);
        assert!(learner.is_done().await);
    });
}

/// A password that was drawn or written is kept nowhere, not even where the device remembers, and is gone when the step is left.
#[test]
fn a_password_is_checked_in_the_page_and_forgotten() {
    const WORDS: &str = "tractor pancake umbrella";
    in_the_gallery(|journey| async move {
        at_step(&journey, "password").await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.choose("[data-action=remember]", 0).await;
        journey.wait_until("the place to be kept", "localStorage.length > 0").await;
        journey.asked_for().await;
        learner.do_step().await;
        journey.ask::<()>("document.querySelector('.typed input').focus()", &[]).await;
        journey.type_text(WORDS).await;
        journey.wait_until("the drawn words to go", "!document.querySelector('.drawn li')").await;
        learner.choose("[data-action=check]", 0).await;
        journey.wait_until("the check", "document.querySelectorAll('.reason').length === 3").await;
        assert!(learner.is_done().await);
        let kept: String = journey.ask("return JSON.stringify([localStorage, sessionStorage, location.href])", &[]).await;
        assert!(WORDS.split(' ').all(|word| !kept.contains(word)), "{kept}");
        assert_none("something is asked for or sent", &journey.asked_for().await);
        learner.choose("[data-action=back]", 0).await;
        learner.go_on().await;
        assert_eq!(journey.ask::<String>("return document.querySelector('.typed input').value", &[]).await, "");
        assert_none("an error in the console", &journey.errors().await);
    });
}
