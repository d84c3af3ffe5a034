//! Addresses that anybody can write: they may say how somebody presses, and nothing that stays or goes anywhere is done for them before somebody
//! presses by hand.

use crate::assert_none;
use fingerpost_journeys::browser::Key;
use fingerpost_journeys::site::LESSON;
use fingerpost_journeys::{Journey, journey};

const HELP: &str = "get-help.html";
const LIST: &str = "lessons/index.html";

/// A page's timers end at once, in the order in which they were set, and how long they were to be is noted in the window's name. What is clicked is noted and not done.
const AT_ONCE: &str = "
    const later = setTimeout;
    window.clicked = [];
    window.setTimeout = (does, ms, ...rest) => { if (ms > 0) name += ms + ' '; return later(does, 0, ...rest); };
    addEventListener('click', event => {
        const pressed = event.target.closest('a, button, summary');
        clicked.push(pressed?.href ?? pressed?.className ?? '');
        event.preventDefault();
        event.stopImmediatePropagation();
    }, true);";

/// Puts the pointer on the middle of the first of these that is on show.
pub async fn point_at(journey: &Journey, selector: &str) {
    const PLACE: &str = "
        const target = [...document.querySelectorAll(arguments[0])].find(e => e.checkVisibility());
        target.scrollIntoView({ block: 'center', behavior: 'instant' });
        const place = target.getBoundingClientRect();
        return [Math.round(place.x + place.width / 2), Math.round(place.y + place.height / 2)];";
    // What comes under the pointer by scrolling is not meant.
    journey.point_at(1, 1).await;
    let (x, y): (i64, i64) = journey.ask(PLACE, &[selector.into()]).await;
    journey.point_at(x, y).await;
}

async fn clicked(journey: &Journey) -> Vec<String> {
    journey.ask("return window.clicked", &[]).await
}

/// The pointer rests on each of these, and then on a link within the site, which is followed: so there was time for all of them.
async fn nothing_is_pressed(journey: &Journey, page: &str, selectors: &[&str]) {
    for crafted in ["dwell=yes rest=-1250", "dwell=yes rest=0 dead=-5", "dwell=yes rest=soon", "dwell=yes from=elsewhere"] {
        journey.open(&format!("{page}#switches {crafted}")).await;
        journey.reload().await;
        journey.wait_until("the switches", "document.querySelector('script[src*=switches]:not([data-switches])')").await;
        for selector in selectors {
            point_at(journey, selector).await;
        }
        assert_none("something was pressed", &clicked(journey).await);
        point_at(journey, "header .ways a[href$='contacts.html']").await;
        journey.wait_until("a link within the site to be followed", "location.pathname.endsWith('contacts.html')").await;
        // The window's name outlives the page on which the pointer rested.
        let waits: String = journey.ask("return window.name", &[]).await;
        assert!(
            waits.contains(' ') && waits.split_whitespace().all(|ms| (750.0..=5250.0).contains(&ms.parse::<f64>().unwrap())),
            "{waits}"
        );
        let hash: String = journey.ask("return decodeURIComponent(location.hash)", &[]).await;
        assert!(hash.ends_with(" from=elsewhere"), "the next page would take it for ours: {hash}");
    }
    assert_eq!(journey.ask::<usize>("return localStorage.length", &[]).await, 0);
}

#[test]
fn a_crafted_address_rings_nobody_keeps_nothing_and_opens_no_other_site() {
    journey(|journey| async move {
        journey.before_every_page(AT_ONCE).await;
        nothing_is_pressed(&journey, HELP, &["main a[href^='tel:']", ".strip a[href^='tel:']", ".leave a", "button.look"]).await;
        nothing_is_pressed(&journey, LIST, &[".keep button", "button.look"]).await;
        let workers: usize =
            journey.ask_later("navigator.serviceWorker.getRegistrations().then(all => arguments[0](all.length))", &[]).await;
        assert_eq!(workers, 0);
    });
}

#[test]
fn whoever_has_pressed_something_by_hand_rings_by_resting() {
    journey(|journey| async move {
        journey.before_every_page(AT_ONCE).await;
        journey.open(&format!("{HELP}#switches dwell=yes")).await;
        journey.reload().await;
        journey.wait_until("the switches", "document.querySelector('script[src*=switches]:not([data-switches])')").await;
        journey.press(Key::Shift).await;
        point_at(&journey, "main a[href^='tel:']").await;
        journey.wait_until("it to ring", "window.clicked.some(link => link.startsWith('tel:'))").await;
    });
}

#[test]
fn whoever_comes_from_a_lesson_by_resting_rings_by_resting() {
    journey(|journey| async move {
        journey.hold_time();
        journey.open_awake(LESSON).await;
        crate::pressing::with_resting(&journey).await;
        point_at(&journey, "a.worry").await;
        journey.wait_until("help to open", "location.pathname.endsWith('get-help.html')").await;
        journey.wait_until("the switches", "document.querySelector('script[src*=switches]:not([data-switches])')").await;
        let note = "window.clicked = []; addEventListener('click', e => { clicked.push(e.target.closest('a')?.href ?? ''); e.preventDefault(); }, true)";
        journey.ask::<()>(note, &[]).await;
        point_at(&journey, "main a[href^='tel:']").await;
        journey.wait_until("it to ring", "window.clicked.some(link => link.startsWith('tel:'))").await;
    });
}

/// In a lesson the pointer answers and goes on, and remembers nothing.
#[test]
fn a_crafted_address_answers_a_lesson_and_remembers_nothing() {
    // Where something is to be pressed, a ring is drawn around it after a quarter of a second, and it is pressed within two.
    const RING_MS: u32 = 500;
    const PRESS_MS: u32 = 2_000;
    journey(|journey| async move {
        journey.hold_time();
        journey.open_awake(&format!("{LESSON}#switches dwell=yes rest=1 move=a choose=b")).await;
        journey.reload().await;
        journey.awake().await;
        for selector in
            ["[data-action=remember]", ".strip a[href^='tel:']", "button.look", "[data-action=ways]", "[data-action=class]"]
        {
            point_at(&journey, selector).await;
            journey.let_time_pass(RING_MS).await;
            assert!(
                !journey.ask::<bool>("return !!document.querySelector('.ring')", &[]).await,
                "{selector} is about to be pressed"
            );
            journey.let_time_pass(PRESS_MS).await;
        }
        let heading: String = journey.ask("return document.querySelector('[data-module] h2').innerText", &[]).await;
        point_at(&journey, "[data-action=next]").await;
        let on = format!("document.querySelector('[data-module] h2').innerText !== {}", serde_json::Value::from(heading));
        journey.wait_until("the lesson to go on", &on).await;
        assert_eq!(journey.ask::<usize>("return localStorage.length", &[]).await, 0);
        assert!(!journey.ask::<bool>("return !!document.querySelector('.press-ways')", &[]).await);
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn an_address_that_was_cut_off_is_no_error() {
    journey(|journey| async move {
        for page in [HELP, LIST, LESSON, "how-i-like-it.html", "search.html", "quizzes/parents.html"] {
            for cut in ["#switches%E0%A4%A", "#switches %", "#q=%E0%A4%A", "#like=%E0%A4%A", "?q=%E0%A4%A"] {
                journey.open(&format!("{page}{cut}")).await;
                journey.reload().await;
                journey.awake().await;
            }
        }
        assert_none("an error in the console", &journey.errors().await);
    });
}
