//! What a page forgets when it is left, what it asks before, the day that it takes, and the quick way to leave one.

use crate::assert_none;
use crate::keeping::kept;
use crate::pressing::with_resting;
use crate::trusting::point_at;
use fingerpost_journeys::browser::Key;
use fingerpost_journeys::learner::{Learner, STEADY_HANDS, Way};
use fingerpost_journeys::site::LESSON;
use fingerpost_journeys::taker::{Taker, read_answers};
use fingerpost_journeys::{Journey, journey, journey_without_script};

const TEACHER: &str = "inductions/teacher.html";
const PARENTS: &str = "quizzes/parents.html";
const HELP: &str = "get-help.html";

/// Leaves the page and comes back to it, in a browser that keeps the page as it was.
async fn leave_and_come_back(journey: &Journey) {
    // What the browser says to a page that it puts aside; the page that comes back from there is the same one.
    const PUT_ASIDE: &str = "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))";
    const BROUGHT_BACK: &str = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
    journey.ask::<()>(PUT_ASIDE, &[]).await;
    journey.ask::<()>(BROUGHT_BACK, &[]).await;
}

/// Goes away and comes back as a person does. Whether the browser had kept the page is its own affair, and so is which of its places it
/// comes back to.
async fn go_back(journey: &Journey) {
    let here = journey.address().await;
    let here = here.split('#').next().unwrap_or_default();
    journey.open("contacts.html").await;
    journey.ask::<()>("history.back()", &[]).await;
    journey.wait_until("the page before", &format!("location.href.split('#')[0] === {}", serde_json::Value::from(here))).await;
    journey.awake().await;
}

#[test]
fn a_quiz_that_was_left_has_no_answers_and_no_name() {
    for back in [false, true] {
        journey(move |journey| async move {
            journey.open_awake(TEACHER).await;
            let taker = Taker::new(&journey, Way::Keyboard);
            taker.choose(".contents a[href='#questions']").await;
            taker.begin().await;
            taker.answer_well(&read_answers(&journey, TEACHER).await).await;
            journey.ask::<()>("document.getElementById('record-name').focus()", &[]).await;
            journey.type_text("Sam Field").await;
            journey
                .wait_until("the name on the sheet", "document.querySelector('.paper').textContent.includes('Sam Field')")
                .await;
            if back {
                // Else the browser would ask, and whoever drives it would have to answer.
                taker.choose("[data-action=save]").await;
                go_back(&journey).await;
            } else {
                leave_and_come_back(&journey).await;
            }
            journey.wait_until("the beginning", "document.querySelector('[data-action=begin]')").await;
            let words: String = journey
                .ask("return document.documentElement.outerHTML + [...document.querySelectorAll('input')].map(e => e.value)", &[])
                .await;
            assert!(!words.contains("Sam Field") && !words.contains("id=\"record-name\""));
            assert_none("something is kept", &kept(&journey).await);
            assert_none("an error in the console", &journey.errors().await);
        });
    }
}

#[test]
fn a_lesson_that_was_left_has_its_place_and_no_answers() {
    journey(|journey| async move {
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.take_path("plain").await;
        let answered = "document.querySelector('[data-module] [data-outcome]')";
        // To a step that is answered by one choice.
        for _ in 0..12 {
            if journey.ask("return !!document.querySelector('[data-activity=choose] .options button')", &[]).await {
                break;
            }
            learner.go_on().await;
        }
        learner.choose(".options button", 0).await;
        journey.wait_until("the answer to be met", answered).await;
        let heading: String = journey.ask("return document.querySelector('[data-module] h2').innerText", &[]).await;
        leave_and_come_back(&journey).await;
        journey.wait_until("the answer to be gone", &format!("!({answered})")).await;
        assert_eq!(journey.ask::<String>("return document.querySelector('[data-module] h2').innerText", &[]).await, heading);
    });
}

#[test]
fn what_was_forgotten_cannot_be_had_back_once_the_page_was_left() {
    journey(|journey| async move {
        journey.before_every_page(STEADY_HANDS).await;
        journey.open_awake("my-journey.html").await;
        let keyboard = Learner::new(&journey, Way::Keyboard);
        keyboard.choose("[data-action=forget-all]", 0).await;
        keyboard.choose("[data-action=yes]", 0).await;
        journey.wait_until("the way to have it back", "document.querySelector('[data-action=undo]')").await;
        leave_and_come_back(&journey).await;
        journey.wait_until("it to be gone", "!document.querySelector('[data-action=undo]')").await;
    });
}

/// Whether the browser would ask before the page is left.
const ASKS: &str = "const e = new Event('beforeunload', { cancelable: true }); dispatchEvent(e); return e.defaultPrevented;";

#[test]
fn the_browser_asks_only_while_answers_would_be_lost() {
    journey(|journey| async move {
        let asks = async || journey.ask::<bool>(ASKS, &[]).await;
        journey.open_awake(TEACHER).await;
        let taker = Taker::new(&journey, Way::Keyboard);
        taker.choose(".contents a[href='#questions']").await;
        assert!(!asks().await, "before the first question");
        taker.begin().await;
        assert!(!asks().await, "before the first answer");
        taker.answer(0).await;
        assert!(asks().await, "after the first answer");
        taker.answer_well(&read_answers(&journey, TEACHER).await).await;
        if !journey.ask::<bool>("return !!document.querySelector('[data-action=save]')", &[]).await {
            taker.begin().await;
            taker.answer_well(&read_answers(&journey, TEACHER).await).await;
        }
        assert!(asks().await, "with a record that is on no paper yet");
        taker.choose("[data-action=save]").await;
        journey.wait_until("it to be saved", "document.querySelector('.moves + .kept').innerText").await;
        assert!(!asks().await, "with a record that is saved");
        journey.open_awake(LESSON).await;
        Learner::new(&journey, Way::Keyboard).go_on().await;
        assert!(!asks().await, "a child in a lesson is not asked");
    });
}

/// The browser's own question needs a hand. So a link is asked about in the page, and both answers can be rested on.
#[test]
fn whoever_presses_by_resting_is_asked_in_the_page() {
    journey(|journey| async move {
        journey.before_every_page(STEADY_HANDS).await;
        journey.hold_time();
        journey.open_awake(PARENTS).await;
        with_resting(&journey).await;
        let taker = Taker::new(&journey, Way::Resting);
        taker.begin().await;
        taker.answer(0).await;
        assert!(!journey.ask::<bool>(ASKS, &[]).await, "the browser asks who cannot answer it");
        let learner = Learner::new(&journey, Way::Resting);
        for answer in ["stay", "leave"] {
            learner.choose("a.worry", 0).await;
            journey.wait_until("the question", "document.activeElement.id === 'leave-title'").await;
            let chosen = journey.ask::<usize>("return document.querySelectorAll('.answer[aria-pressed=true]').length", &[]).await;
            if answer == "leave" {
                point_at(&journey, "[data-action=leave]").await;
                journey.wait_until("help to open", "location.pathname.endsWith('get-help.html')").await;
                assert!(
                    journey.ask::<String>("return location.hash", &[]).await.starts_with("#switches"),
                    "they cannot go on there"
                );
            } else {
                learner.choose("[data-action=stay]", 0).await;
                journey.wait_until("the quiz to go on", "!document.getElementById('leave-title')").await;
                let now =
                    journey.ask::<usize>("return document.querySelectorAll('.answer[aria-pressed=true]').length", &[]).await;
                assert_eq!(now, chosen, "an answer is lost");
            }
        }
    });
}

/// The page's clock says 23:50 on 21 November 2026, and after `window.later` the next day.
const CLOCK: &str = "
    const Real = Date;
    window.later = 0;
    window.Date = new Proxy(Real, {
        construct: (real, given) => given.length ? new real(...given) : new real(new real(2026, 10, 21, 23, 50).getTime() + window.later),
    });
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = blob => { blob.text().then(text => { window.saved = text; }); return make(blob); };";
const MIDNIGHT: &str = "window.later = 20 * 60 * 1000";

#[test]
fn a_record_has_the_day_on_which_the_last_question_was_answered() {
    journey(|journey| async move {
        journey.before_every_page(CLOCK).await;
        journey.open_awake(TEACHER).await;
        let taker = Taker::new(&journey, Way::Keyboard);
        taker.choose(".contents a[href='#questions']").await;
        taker.begin().await;
        journey.ask::<()>(MIDNIGHT, &[]).await;
        taker.answer_well(&read_answers(&journey, TEACHER).await).await;
        let sheet: String = journey.ask("return document.querySelector('.paper').innerText", &[]).await;
        assert!(
            sheet.contains("22 November 2026") && sheet.contains("22 November 2027") && !sheet.contains("21 November"),
            "{sheet}"
        );
        // From here on it is the day of the record, however late it is saved and remembered.
        journey.ask::<()>("window.later *= 100", &[]).await;
        taker.choose("[data-action=save]").await;
        journey.wait_until("the file", "window.saved").await;
        let file: String = journey.ask("return window.saved", &[]).await;
        assert!(file.contains("\"on\": \"2026-11-22\"") || file.contains("\"on\":\"2026-11-22\""), "{file}");
        let said: String = journey.ask("return document.querySelector('.moves + .kept').innerText", &[]).await;
        assert!(said.contains("record-teacher-2026-11-22.json"), "{said}");
        taker.choose("[data-action=remember]").await;
        journey.wait_until("it to be kept", "localStorage.length").await;
        let kept: String = journey.ask("return Object.values(localStorage)[0]", &[]).await;
        assert!(kept.contains("\ntaken on=2026-11-22 "), "{kept}");
    });
}

#[test]
fn a_lesson_has_the_day_on_which_it_was_finished() {
    journey(|journey| async move {
        journey.before_every_page(CLOCK).await;
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.take_path("plain").await;
        learner.finish().await;
        journey.ask::<()>(MIDNIGHT, &[]).await;
        learner.choose("[data-action=remember]", 0).await;
        journey.wait_until("it to be kept", "localStorage.length").await;
        // Another press, on the next day, is not another day of learning.
        learner.choose("[data-action=ways]", 0).await;
        learner.choose("[data-action=more][value=repeat]", 0).await;
        journey.wait_until("it to be kept too", "Object.values(localStorage)[0].includes('repeat=400')").await;
        let kept: String = journey.ask("return Object.values(localStorage)[0]", &[]).await;
        assert!(kept.contains(" on=2026-11-21 times=1 "), "{kept}");
    });
}

/// Where "Leave this page" leads is another site; here it is a page of our own, so that no test asks for one.
const LEADS_HERE: &str = "document.querySelector('.leave a').href = 'contacts.html'";

#[test]
fn a_page_about_worries_is_left_at_once_and_back_does_not_come_to_it() {
    for by_keys in [false, true] {
        journey(move |journey| async move {
            journey.open("index.html").await;
            journey.ask::<()>("document.querySelector('a.worry').click()", &[]).await;
            journey.wait_until("help", "location.pathname.endsWith('get-help.html') && document.readyState === 'complete'").await;
            journey.ask::<()>(LEADS_HERE, &[]).await;
            let length: usize = journey.ask("return history.length", &[]).await;
            if by_keys {
                for _ in 0..3 {
                    journey.press(Key::Shift).await;
                }
            } else {
                journey.ask::<()>("document.querySelector('.leave a').focus()", &[]).await;
                journey.press(Key::Enter).await;
            }
            journey.wait_until("the page to be left", "location.pathname.endsWith('contacts.html')").await;
            assert_eq!(journey.ask::<usize>("return history.length", &[]).await, length);
            journey.ask::<()>("history.back()", &[]).await;
            journey.wait_until("the page before help", "location.pathname.endsWith('index.html')").await;
        });
    }
}

#[test]
fn shift_leaves_no_page_by_accident() {
    journey(|journey| async move {
        let still_there = async |what: &str| {
            for _ in 0..4 {
                journey.press(Key::Shift).await;
            }
            assert!(journey.address().await.contains("get-help.html"), "{what}");
            assert!(!journey.ask::<bool>("return document.body.hidden", &[]).await, "{what}");
        };
        journey.open(HELP).await;
        journey.ask::<()>(LEADS_HERE, &[]).await;
        for _ in 0..3 {
            journey.press(Key::Shift).await;
            journey.press(Key::Tab).await;
        }
        assert!(journey.address().await.contains("get-help.html"), "other keys between");
        journey
            .ask::<()>(
                "const field = document.createElement('input'); document.querySelector('main').append(field); field.focus()",
                &[],
            )
            .await;
        still_there("somebody writes").await;
        journey.open(&format!("{HELP}#switches scan=two")).await;
        journey.reload().await;
        journey.ask::<()>(LEADS_HERE, &[]).await;
        still_there("somebody presses by switches").await;
        journey.open(HELP).await;
        journey.ask::<()>("document.documentElement.dataset.shift = 'off'", &[]).await;
        journey.ask::<()>(LEADS_HERE, &[]).await;
        still_there("somebody has switched it off").await;
    });
}

#[test]
fn without_script_the_way_to_leave_is_a_link() {
    journey_without_script(|journey| async move {
        for page in [HELP, "policy/image-sharing.html", "policy/bullying.html"] {
            journey.open(page).await;
            let link: (String, bool, bool) = journey
                .ask("const a = document.querySelector('main > .leave:first-child a'); return [a.href, a.checkVisibility(), document.querySelector('.leave span').checkVisibility()]", &[])
                .await;
            assert_eq!(link, ("https://www.bbc.co.uk/weather".to_owned(), true, false), "{page}");
        }
        journey.open("policy/website.html").await;
        assert!(!journey.ask::<bool>("return !!document.querySelector('.leave')", &[]).await);
    });
}
