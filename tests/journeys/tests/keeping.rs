//! What stays on the device: nothing, until someone says so; and no trouble with storage ever stops a lesson.

use crate::assert_none;
use fingerpost_journeys::learner::{Learner, Way};
use fingerpost_journeys::site::LESSON;
use fingerpost_journeys::{Journey, journey};

/// Everything that a page could have kept.
pub async fn kept(journey: &Journey) -> Vec<String> {
    const KEPT: &str = "
        const done = arguments[arguments.length - 1];
        (async () => [
            ...Object.keys(localStorage).map(k => 'localStorage ' + k),
            ...Object.keys(sessionStorage).map(k => 'sessionStorage ' + k),
            ...document.cookie.split(';').filter(c => c.trim()).map(c => 'cookie ' + c),
            ...(await indexedDB.databases()).map(d => 'indexedDB ' + d.name),
            ...(await caches.keys()).map(c => 'cache ' + c),
        ])().then(done, e => done(['cannot be asked: ' + e]));";
    journey.ask_later(KEPT, &[]).await
}

#[test]
fn nothing_is_kept_before_someone_says_remember() {
    journey(|journey| async move {
        for path in ["together", "symbols", "easy-read", "plain"] {
            journey.open_awake(LESSON).await;
            assert_none("something is kept by opening a lesson", &kept(&journey).await);
            let learner = Learner::new(&journey, Way::Keyboard);
            learner.take_path(path).await;
            learner.finish().await;
            assert_none("something is kept by finishing a lesson", &kept(&journey).await);
        }
    });
}

#[test]
fn a_lesson_goes_on_where_it_was_and_forgetting_leaves_nothing() {
    journey(|journey| async move {
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.take_path("easy-read").await;
        learner.choose("[data-action=remember]", 0).await;
        learner.go_on().await;
        let there = learner.screen().await.heading;
        assert!(!kept(&journey).await.is_empty(), "what was to be remembered is not");
        journey.reload().await;
        journey.awake().await;
        let heading = serde_json::Value::from(there.clone());
        let same = format!("document.querySelector('[data-module=lesson] h2').innerText.trim() === {heading}");
        journey.wait_until("the step to be taken up again", &same).await;
        assert_eq!(learner.screen().await.path, "easy-read");
        learner.choose("[data-action=forget]", 0).await;
        journey.wait_until("all to be forgotten", "localStorage.length === 0").await;
        assert_none("something is still kept", &kept(&journey).await);
        journey.reload().await;
        journey.awake().await;
        assert_ne!(learner.screen().await.heading, there, "what was forgotten came back");
    });
}

/// Breaks storage in one way, goes through a lesson and asks it to remember on the way.
fn a_lesson_survives(breakage: &'static str) {
    journey(move |journey| async move {
        journey.before_every_page(breakage).await;
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.take_path("plain").await;
        learner.choose("[data-action=remember]", 0).await;
        let said = "document.querySelector('.keeping [role=status]').innerText.trim()";
        journey.wait_until("the page to say how remembering went", said).await;
        learner.finish().await;
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn a_full_device_does_not_stop_a_lesson() {
    a_lesson_survives("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }");
}

#[test]
fn a_device_that_keeps_nothing_does_not_stop_a_lesson() {
    a_lesson_survives(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })",
    );
}

#[test]
fn rubbish_in_the_storage_does_not_stop_a_lesson() {
    a_lesson_survives("localStorage.setItem('fingerpost.2 /any/sub/path/ learner', '\\ufffd\\ufffd{rubbish')");
}

/// Rows of the table of faults (modules/lesson/tests/keep/faults) with a real browser's storage: they must fail as the table's does.
#[test]
fn storage_that_can_only_be_read_does_not_stop_a_lesson() {
    a_lesson_survives("Storage.prototype.setItem = () => { throw new DOMException('read-only', 'SecurityError') }");
}

#[test]
fn storage_that_drops_what_it_takes_does_not_stop_a_lesson() {
    a_lesson_survives("Storage.prototype.setItem = () => {}");
}

#[test]
fn storage_that_throws_anything_does_not_stop_a_lesson() {
    a_lesson_survives("Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new Error('odd') }");
}

#[test]
fn a_newer_versions_text_does_not_stop_a_lesson_and_is_left_alone() {
    journey(|journey| async move {
        const NEWER: &str = "fingerpost 9\nnew things\n";
        journey
            .before_every_page(&format!(
                "localStorage.setItem('fingerpost.2 /any/sub/path/ learner', {})",
                serde_json::Value::from(NEWER)
            ))
            .await;
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.take_path("plain").await;
        learner.choose("[data-action=remember]", 0).await;
        learner.finish().await;
        let text: String = journey.ask("return localStorage.getItem('fingerpost.2 /any/sub/path/ learner')", &[]).await;
        assert_eq!(text, NEWER);
    });
}

#[test]
fn an_end_is_kept_with_its_day_and_version_1_is_gone_on_from() {
    journey(|journey| async move {
        journey.open(LESSON).await;
        const FIRST: &str = "localStorage.setItem('fingerpost.2 /any/sub/path/ learner', 'fingerpost 1\\nsticker shape=star\\n')";
        let () = journey.ask(FIRST, &[]).await;
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.take_path("plain").await;
        learner.finish().await;
        let text: String = journey.ask("return localStorage.getItem('fingerpost.2 /any/sub/path/ learner')", &[]).await;
        let today: String = journey.ask("return new Date().toLocaleDateString('sv')", &[]).await;
        assert!(text.starts_with("fingerpost 2\nsticker shape=star\n"), "{text}");
        assert!(text.contains(&format!("\ndone lesson=tell-someone path=plain on={today} times=1 ")), "{text}");
    });
}
