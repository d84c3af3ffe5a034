//! Where focus is after a press that takes away the control which was pressed: where it was, and the view with it.

use crate::assert_none;
use fingerpost_journeys::browser::Key;
use fingerpost_journeys::learner::{Learner, STEADY_HANDS, Way};
use fingerpost_journeys::site::LESSON;
use fingerpost_journeys::{Journey, journey};

const LIKES: &str = "how-i-like-it.html";
const PARENTS: &str = "quizzes/parents.html";

/// The same part of the page has focus, no button in it that the next press of Enter would use, and the part stands where it stood.
async fn stays_in(journey: &Journey, part: &str, before: f64) {
    let inside = format!("document.activeElement.matches('{part}')");
    assert!(
        journey.ask::<bool>(&format!("return {inside}"), &[]).await,
        "focus is on {}, not in {part}",
        journey.ask::<String>("return document.activeElement.outerHTML.slice(0, 200)", &[]).await
    );
    let now = top(journey, part).await;
    assert!((now - before).abs() < 60.0, "{part} was at {before} and is at {now}");
}

async fn top(journey: &Journey, selector: &str) -> f64 {
    journey.ask(&format!("return document.querySelector('{selector}').getBoundingClientRect().top"), &[]).await
}

/// Goes to a control, presses it by keyboard, and waits until it is gone.
async fn press_what_goes(journey: &Journey, selector: &str, part: &str) -> f64 {
    let learner = Learner::new(journey, Way::Keyboard);
    journey
        .ask::<()>(
            &format!("document.querySelector('{selector}').scrollIntoView({{ block: 'center', behavior: 'instant' }})"),
            &[],
        )
        .await;
    let before = top(journey, part).await;
    journey.ask::<()>(&format!("document.querySelector('{selector}').focus({{ preventScroll: true }})"), &[]).await;
    learner.choose(selector, 0).await;
    journey.wait_until("it to be done", &format!("!document.querySelector('{selector}')")).await;
    before
}

#[test]
fn remember_and_forget_keep_focus_and_view_in_a_lesson_and_at_its_end() {
    journey(|journey| async move {
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.take_path("plain").await;
        for at_the_end in [false, true] {
            if at_the_end {
                learner.finish().await;
            }
            for selector in ["[data-action=remember]", "[data-action=forget]"] {
                let before = press_what_goes(&journey, selector, ".keeping").await;
                stays_in(&journey, ".keeping", before).await;
            }
            // Nothing that was not wished is done by another press of the same key.
            let kept = "return localStorage.length";
            journey.press(Key::Enter).await;
            assert_eq!(journey.ask::<usize>(kept, &[]).await, 0);
        }
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn remember_keeps_focus_on_how_i_like_it() {
    journey(|journey| async move {
        journey.open_awake(LIKES).await;
        let before = press_what_goes(
            &journey,
            "[data-module] [data-action=remember]",
            "[data-module] > .player > [role=group]:nth-of-type(2)",
        )
        .await;
        stays_in(&journey, "[data-module] > .player > [role=group]:nth-of-type(2)", before).await;
    });
}

#[test]
fn an_answer_about_what_came_from_another_device_keeps_focus() {
    for action in ["use", "leave"] {
        journey(move |journey| async move {
            journey.open_awake(&format!("{LIKES}#like=fingerpost%20profile%201%0Alook%20theme%3Ddark%0A")).await;
            journey.wait_until("the question", "document.querySelector('[data-action=use]')").await;
            let part = "[data-module] > .player > [role=group]:nth-of-type(1)";
            let before = press_what_goes(&journey, &format!("[data-action={action}]"), part).await;
            stays_in(&journey, part, before).await;
        });
    }
}

#[test]
fn remember_keeps_focus_after_a_quiz() {
    journey(|journey| async move {
        journey.before_every_page(STEADY_HANDS).await;
        journey.open_awake(PARENTS).await;
        let taker = fingerpost_journeys::taker::Taker::new(&journey, Way::Keyboard);
        taker.begin().await;
        taker.answer_well(&fingerpost_journeys::taker::read_answers(&journey, PARENTS).await).await;
        for selector in ["[data-action=remember]", "[data-action=forget]"] {
            let before = press_what_goes(&journey, selector, ".keeping").await;
            stays_in(&journey, ".keeping", before).await;
        }
    });
}

/// What comes behind "Rest the pointer to press" must not have the button made anew.
#[test]
fn resting_to_press_keeps_focus_on_its_button() {
    const BUTTON: &str = ".press-ways fieldset:last-of-type button";
    for page in [LESSON, LIKES] {
        journey(move |journey| async move {
            journey.open_awake(page).await;
            let learner = Learner::new(&journey, Way::Keyboard);
            if page == LESSON {
                learner.choose("[data-action=ways]", 0).await;
            }
            journey.wait_until("the panel", &format!("document.querySelector('{BUTTON}')")).await;
            for pressed in ["true", "false"] {
                learner.choose(BUTTON, 0).await;
                journey
                    .wait_until("it to be on or off", &format!("document.querySelector('{BUTTON}').ariaPressed === '{pressed}'"))
                    .await;
                let focus = format!("return document.activeElement === document.querySelector('{BUTTON}')");
                assert!(journey.ask::<bool>(&focus, &[]).await, "focus is lost on {page} where it is {pressed}");
            }
        });
    }
}

#[test]
fn stop_switches_keeps_focus_on_the_big_screen() {
    journey(|journey| async move {
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.choose("[data-action=scan]", 0).await;
        journey.wait_until("the scan to begin", "document.querySelector('[data-scan-at]')").await;
        journey.ask::<()>("document.querySelector('[data-action=class]').click()", &[]).await;
        journey.wait_until("the big screen", "'class' in document.documentElement.dataset").await;
        journey.ask::<()>("document.querySelector('[data-action=scan]').focus(); document.activeElement.click()", &[]).await;
        journey.wait_until("the scan to end", "!document.querySelector('.scan-out[data-on]')").await;
        let has = "const e = document.activeElement; return [e.dataset.action ?? e.tagName, String(e.checkVisibility())]";
        assert_eq!(journey.ask::<Vec<String>>(has, &[]).await, ["scan", "true"]);
    });
}

/// On a phone, where most of a page is outside the view.
#[test]
fn whatever_tab_leads_to_comes_wholly_into_view_with_its_ring() {
    // The ring takes 8 px, of which a few may be outside. At the ends of a page nothing can be scrolled further.
    const IN_VIEW: &str = "(e => { const r = e.getBoundingClientRect(), page = document.documentElement; \
        const above = scrollY === 0 ? 0 : 6, below = scrollY + innerHeight >= page.scrollHeight - 1 ? 0 : 6; \
        return r.height > innerHeight - 40 || (r.top >= above && r.bottom <= innerHeight - below); })(document.activeElement)";
    for page in [LESSON, "get-help.html", "policy/devices.html"] {
        journey(move |journey| async move {
            journey.width(390).await;
            journey.open(page).await;
            let mut pressed = 0;
            loop {
                journey.press(Key::Tab).await;
                if journey.ask("return document.activeElement === document.body", &[]).await {
                    break;
                }
                pressed += 1;
                assert!(pressed < 500, "Tab never leaves {page}");
                let which: String = journey.ask("return document.activeElement.outerHTML.slice(0, 120)", &[]).await;
                journey.wait_until(&format!("{which} on {page} to be in view"), IN_VIEW).await;
            }
            assert!(pressed > 20, "Tab leads to {pressed} things on {page}");
        });
    }
}
