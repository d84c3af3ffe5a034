//! One key, and a pointer that rests: lessons from their first step to their last, and all that can be set about pressing.

use crate::assert_none;
use crate::gallery::{at_step, in_the_gallery};
use fingerpost_journeys::axe::{Level, violations};
use fingerpost_journeys::browser::Key;
use fingerpost_journeys::learner::{Learner, STEADY_HANDS, Way};
use fingerpost_journeys::site::LESSON;
use fingerpost_journeys::{Journey, journey};

const ONE_SWITCH: &str = ".press-ways fieldset:first-of-type button:nth-of-type(3)";
const DWELL: &str = ".press-ways fieldset:last-of-type button";

/// Half a second on each thing.
const QUICK: [(&str, usize); 2] = [("[data-action=less][value=step]", 6), ("[data-action=ways]", 1)];

/// Sets one key, quick. The journey holds the page's time.
pub async fn with_one_key(journey: &Journey) {
    Learner::new(journey, Way::Keyboard).set_how_to_press(&[(ONE_SWITCH, 1)]).await;
    journey.wait_until("the scan to begin", "document.querySelector('[data-scan-at]')").await;
    // Tab, by which the rest is set, ends the scan; it begins again by its button.
    let keyboard = Learner::new(journey, Way::Keyboard);
    for (selector, times) in QUICK {
        for _ in 0..times {
            keyboard.choose(selector, 0).await;
        }
    }
    keyboard.choose("[data-action=scan]", 0).await;
    journey.wait_until("the scan to begin again", "document.querySelector('[data-scan-at]')").await;
}

fn a_lesson_can_be_finished_with_one_key(path: &'static str) {
    journey(move |journey| async move {
        journey.hold_time();
        journey.open_awake(LESSON).await;
        with_one_key(&journey).await;
        let learner = Learner::new(&journey, Way::OneKey);
        learner.take_path(path).await;
        let done = learner.finish().await;
        assert!(done.len() > 1, "the lesson has no steps on {path}: {done:?}");
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn symbols_can_be_finished_with_one_key() {
    a_lesson_can_be_finished_with_one_key("symbols");
}

#[test]
fn plain_can_be_finished_with_one_key() {
    a_lesson_can_be_finished_with_one_key("plain");
}

/// Sets a pointer that rests, quick. The journey holds the page's time.
pub async fn with_resting(journey: &Journey) {
    let set = [(DWELL, 1), ("[data-action=less][value=rest]", 3), ("[data-action=ways]", 1)];
    Learner::new(journey, Way::Keyboard).set_how_to_press(&set).await;
}

#[test]
fn easy_read_can_be_finished_by_resting_the_pointer() {
    journey(|journey| async move {
        journey.hold_time();
        journey.open_awake(LESSON).await;
        with_resting(&journey).await;
        let learner = Learner::new(&journey, Way::Resting);
        learner.take_path("easy-read").await;
        let done = learner.finish().await;
        assert!(done.len() > 1, "the lesson has no steps: {done:?}");
        assert_none("an error in the console", &journey.errors().await);
    });
}

/// What moves by itself takes no focus along and changes no live region: a screen reader speaks by the clock of nobody.
#[test]
fn the_scan_moves_without_focus_and_says_nothing_by_the_clock() {
    const WATCH: &str = "
        window.heard = [];
        window.seen = 0;
        document.addEventListener('focusin', () => window.heard.push('focus'));
        new MutationObserver(list => list.forEach(change => {
            const e = change.target.nodeType === 1 ? change.target : change.target.parentElement;
            if (e?.closest('[role=status], [aria-live], output')) window.heard.push(e.outerHTML);
            if (change.attributeName === 'data-scan-at') window.seen += 1;
        })).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });";
    journey(|journey| async move {
        journey.hold_time();
        journey.open_awake(LESSON).await;
        with_one_key(&journey).await;
        journey.ask::<()>(WATCH, &[]).await;
        journey.wait_until("the scan to have moved", "window.seen > 6").await;
        assert_none("something is said or takes focus", &journey.ask::<Vec<String>>("return window.heard", &[]).await);
        // After three rounds it rests, and one press wakes it where it is.
        let rests = "document.querySelector('[data-scan-at=rest]') && !document.querySelector('.ring')";
        journey.let_time_pass(18_000).await;
        journey.wait_until("the scan to rest", rests).await;
        assert_none("the rest is announced", &journey.ask::<Vec<String>>("return window.heard", &[]).await);
        journey.press(Key::Space).await;
        journey.wait_until("the scan to go on", "document.querySelector('[data-scan-at]:not([data-scan-at=rest])')").await;
        assert_eq!(journey.ask::<usize>("return document.querySelectorAll('[data-outcome]').length", &[]).await, 0);
        journey.press(Key::Escape).await;
        journey.wait_until("Escape to lead out", "!document.querySelector('[data-scan-at]')").await;
    });
}

/// One key leads to help, over its links, and back to a lesson, where it goes on by itself.
#[test]
fn one_key_leads_to_help_and_back() {
    journey(|journey| async move {
        journey.hold_time();
        journey.open_awake(LESSON).await;
        with_one_key(&journey).await;
        Learner::new(&journey, Way::OneKey).choose("a.worry", 0).await;
        journey.wait_until("help to open", "location.pathname.endsWith('get-help.html')").await;
        Learner::new(&journey, Way::OneKey).choose("header a[href$=\"lessons/index.html\"]", 0).await;
        journey.wait_until("the lessons to open", "location.pathname.endsWith('lessons/index.html')").await;
        Learner::new(&journey, Way::OneKey).choose("main a[href$=\"tell-someone.html\"]", 0).await;
        journey.wait_until("the lesson to open", "location.pathname.endsWith('tell-someone.html')").await;
        journey.awake().await;
        journey.wait_until("the scan to go on there", "document.querySelector('[data-module] [data-scan-at]')").await;
        assert_none("an error in the console", &journey.errors().await);
    });
}

/// By switches, as by keyboard, a thing is moved by pressing again and again: the scan stays on it. At the end of the list it rests on the
/// button that has no more effect, so that a press too many undoes nothing.
fn a_thing_moves_on_with_every_press(way: Way) {
    const THINGS: &str = "[...document.querySelectorAll('.ordered .answer > .text')].map(e => e.innerText)";
    // Where the scan went, with how the things lay then.
    let watch = format!(
        "window.been = [];
        new MutationObserver(list => list.forEach(({{ target }}) => {{
            const place = target.closest('.ordered')?.dataset.position;
            if (target.hasAttribute('data-scan-at')) window.been.push([{THINGS}.join(), target.dataset.action + ' ' + place]);
        }})).observe(document, {{ subtree: true, attributeFilter: ['data-scan-at'] }});"
    );
    in_the_gallery(move |journey| async move {
        journey.before_every_page(STEADY_HANDS).await;
        journey.hold_time();
        at_step(&journey, "order").await;
        if way == Way::OneKey {
            with_one_key(&journey).await;
        }
        journey.ask::<()>(&watch, &[]).await;
        let mut things: Vec<String> = journey.ask(&format!("return {THINGS}"), &[]).await;
        let learner = Learner::with_steady_hands(&journey, way);
        let last = things.len() - 1;
        assert!(last > 1, "{things:?}");
        for place in 0..last {
            if place == 0 || way == Way::OneKey {
                learner.choose(&format!("[data-position='{place}'] [data-action=down]"), 0).await;
            } else {
                journey.press(Key::Enter).await;
            }
            things.swap(place, place + 1);
            // A page that is busy draws in several steps, so what counts is where the scan came to rest.
            let rests = "window.been.findLast(([lay]) => lay === LAY)?.[1] === 'down PLACE'"
                .replace("LAY", &serde_json::Value::from(things.join(",")).to_string())
                .replace("PLACE", &(place + 1).to_string());
            journey.wait_until("the thing to move, with the scan on it", &rests).await;
        }
        if way == Way::TwoKeys {
            journey.ask::<()>("window.been.length = 0", &[]).await;
            journey.press(Key::Enter).await;
            journey.wait_until("the press to be heard", "window.been.length").await;
            assert_eq!(journey.ask::<Vec<String>>(&format!("return {THINGS}"), &[]).await, things, "a press too many");
            // From there the scan goes on as ever.
            journey.press(Key::Space).await;
            journey.wait_until("the check", "document.querySelector('[data-action=check][data-scan-at]')").await;
        }
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn a_thing_moves_on_with_every_press_of_two_keys() {
    a_thing_moves_on_with_every_press(Way::TwoKeys);
}

#[test]
fn a_thing_moves_on_with_every_press_of_one_key() {
    a_thing_moves_on_with_every_press(Way::OneKey);
}

/// How a learner presses is kept only when they have asked for it, and then it is there at the next visit.
#[test]
fn how_a_learner_presses_is_kept_only_when_asked() {
    journey(|journey| async move {
        journey.hold_time();
        journey.open_awake(LESSON).await;
        with_one_key(&journey).await;
        assert_eq!(journey.ask::<usize>("return localStorage.length", &[]).await, 0);
        journey.reload().await;
        journey.awake().await;
        assert!(!journey.ask::<bool>("return !!document.querySelector('[data-scan-at]')", &[]).await);
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.choose("[data-action=remember]", 0).await;
        with_one_key(&journey).await;
        journey.reload().await;
        journey.awake().await;
        journey.wait_until("the scan to begin by itself", "document.querySelector('[data-scan-at]')").await;
        let kept: String = journey.ask("return localStorage.getItem('fingerpost.2 /any/sub/path/ learner')", &[]).await;
        assert!(kept.contains("\nways scan=one cue=no dwell=no step=500 "), "{kept}");
    });
}

#[test]
fn a_key_can_be_chosen_and_escape_never_is() {
    journey(|journey| async move {
        journey.hold_time();
        journey.open_awake(LESSON).await;
        let key = ".press-ways fieldset:nth-of-type(2) button";
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.set_how_to_press(&[(key, 1)]).await;
        let words = format!("document.querySelector('{key}').innerText");
        let before: String = journey.ask(&format!("return {words}"), &[]).await;
        journey.press(Key::Escape).await;
        journey.wait_until("Escape to keep the old key", &format!("{words} !== {before:?}")).await;
        learner.choose(key, 0).await;
        journey.press(Key::Enter).await;
        // The other switch has taken the key that was given up.
        journey.wait_until("the keys to be changed", &format!("{words}.includes('Enter')")).await;
        learner.choose("[data-action=scan]", 0).await;
        let at = "return [...document.querySelectorAll('[data-scan-at]')].map(e => e.className + e.innerText).join()";
        let first: String = journey.ask(at, &[]).await;
        journey.let_time_pass(350).await;
        journey.press(Key::Enter).await;
        journey.wait_until("Enter to move", &format!("(() => {{ {at} }})() !== {}", serde_json::Value::from(first))).await;
    });
}

#[test]
fn axe_finds_nothing_while_scanning_with_the_panel_open() {
    journey(|journey| async move {
        for width in [1280, 320] {
            journey.width(width).await;
            journey.open_awake(LESSON).await;
            let learner = Learner::new(&journey, Way::Keyboard);
            learner.set_how_to_press(&[(DWELL, 1), (ONE_SWITCH, 1)]).await;
            journey.wait_until("the scan to begin", "document.querySelector('.ring')").await;
            assert_none("axe-core finds fault", &violations(&journey, Level::Aa).await);
            let wide: bool = journey.ask("return document.documentElement.scrollWidth > innerWidth", &[]).await;
            assert!(!wide, "the page is wider than {width} px");
        }
    });
}
