//! "My journey": who is learning, what they have done, and what can be done with what is kept.

use crate::assert_none;
use fingerpost_journeys::axe::{Level, violations};
use fingerpost_journeys::learner::{Learner, Way};
use fingerpost_journeys::site::LESSON;
use fingerpost_journeys::{Journey, journey};
use serde_json::Value;
use std::collections::BTreeMap;

/// The page.
pub const PAGE: &str = "my-journey.html";
/// A lesson that was finished, as version 2 keeps it.
pub const DONE: &str = "fingerpost 2\nme picture=owl nickname=calm-sea\n\
    place lesson=tell-someone path=easy-read at=secrets done=yes prompts=show,hint,hint,none\n\
    done lesson=tell-someone path=easy-read on=2026-11-20 times=2 prompt=hint\n";

/// All that is kept, by key.
async fn kept(journey: &Journey) -> BTreeMap<String, String> {
    journey.ask("return { ...localStorage }", &[]).await
}

/// Keeps texts, as earlier visits have left them, and opens the page.
pub async fn open_with(journey: &Journey, texts: &[(&str, &str)]) {
    journey.open(PAGE).await;
    for (key, text) in texts {
        let () = journey.ask("localStorage.setItem(arguments[0], arguments[1])", &[(*key).into(), (*text).into()]).await;
    }
    journey.open_awake(PAGE).await;
}

/// Waits until the module's words hold these.
async fn says(journey: &Journey, words: &str) {
    let there = format!("document.querySelector('[data-module]').innerText.includes({})", Value::from(words));
    journey.wait_until(&format!("the page to say \"{words}\""), &there).await;
}

/// Becomes a learner with the first picture and nickname.
async fn become_somebody(learner: &Learner<'_>) {
    learner.choose("[data-action=add]", 0).await;
    learner.choose("fieldset:nth-of-type(1) .path", 0).await;
    learner.choose("fieldset:nth-of-type(2) .path", 0).await;
    learner.choose("[data-action=remember]", 0).await;
}

/// What was saved: the page hands it to the browser as a download, which is caught on its way.
const CATCH_DOWNLOADS: &str = "
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = blob => { blob.text().then(text => { window.saved = text; }); return make(blob); };";

/// Chooses a file in the field, as a person does.
async fn bring(journey: &Journey, text: &str) {
    const CHOOSE: &str = "
        const files = new DataTransfer();
        files.items.add(new File([arguments[0]], 'my-journey.fingerpost.txt'));
        const field = document.getElementById('bring');
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    let () = journey.ask(CHOOSE, &[text.into()]).await;
}

#[test]
fn two_learners_on_one_device_do_not_meet() {
    journey(|journey| async move {
        journey.open_awake(PAGE).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        assert!(kept(&journey).await.is_empty(), "opening the page keeps something");
        become_somebody(&learner).await;
        says(&journey, "Blue Kite is learning now.").await;
        journey.open_awake(LESSON).await;
        learner.go_on().await;
        let there = learner.screen().await.heading;
        journey.open_awake(PAGE).await;
        says(&journey, "Begun").await;
        learner.choose("[data-action=add]", 0).await;
        learner.choose("[data-action=other-nicknames]", 0).await;
        learner.choose("fieldset:nth-of-type(1) .path", 1).await;
        learner.choose("fieldset:nth-of-type(2) .path", 1).await;
        learner.choose("[data-action=remember]", 0).await;
        says(&journey, "Calm Sea is learning now.").await;
        says(&journey, "Not yet").await;
        journey.open_awake(LESSON).await;
        assert_ne!(learner.screen().await.heading, there, "one learner is at the other's place");
        journey.open_awake(PAGE).await;
        learner.choose("[data-learner]", 0).await;
        says(&journey, "Blue Kite is learning now.").await;
        journey.open_awake(LESSON).await;
        let heading = Value::from(there);
        journey
            .wait_until("the place to be taken up", &format!("document.querySelector('h2').innerText.trim() === {heading}"))
            .await;
    });
}

#[test]
fn what_is_saved_and_forgotten_comes_back() {
    journey(|journey| async move {
        journey.before_every_page(CATCH_DOWNLOADS).await;
        let texts = [
            ("fingerpost.2 /any/sub/path/ learner", "fingerpost 1\nsticker shape=star\n"),
            ("fingerpost.2 /any/sub/path/ learner.5", DONE),
        ];
        open_with(&journey, &texts).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.choose("[data-action=save-all]", 0).await;
        journey.wait_until("the file to be saved", "window.saved").await;
        let file: String = journey.ask("return window.saved", &[]).await;
        says(&journey, "my-journey.fingerpost.txt").await;
        learner.choose("[data-action=forget-all]", 0).await;
        says(&journey, "Forget everything?").await;
        assert!(!kept(&journey).await.is_empty(), "it was forgotten before anybody said yes");
        learner.choose("[data-action=yes]", 0).await;
        says(&journey, "It is forgotten.").await;
        assert!(kept(&journey).await.is_empty());
        bring(&journey, &file).await;
        says(&journey, "Calm Sea").await;
        let kept = kept(&journey).await;
        assert_eq!(kept["fingerpost.2 /any/sub/path/ learner.5"], DONE);
        assert_eq!(kept["fingerpost.2 /any/sub/path/ learner"], "fingerpost 2\nsticker shape=star\n");
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn what_is_forgotten_by_mistake_can_be_had_back() {
    journey(|journey| async move {
        open_with(&journey, &[("fingerpost.2 /any/sub/path/ learner.5", DONE), ("fingerpost.2 /any/sub/path/ now", "5")]).await;
        let before = kept(&journey).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.choose("[data-action=forget-one]", 0).await;
        learner.choose("[data-action=no]", 0).await;
        assert_eq!(kept(&journey).await, before);
        learner.choose("[data-action=forget-one]", 0).await;
        learner.choose("[data-action=yes]", 0).await;
        says(&journey, "It is forgotten.").await;
        let focus: String = journey.ask("return document.activeElement.dataset.action ?? ''", &[]).await;
        assert_eq!(focus, "undo", "focus goes to the way back, not to nowhere");
        learner.choose("[data-action=undo]", 0).await;
        says(&journey, "It is back.").await;
        assert_eq!(kept(&journey).await, before);
    });
}

#[test]
fn a_file_of_version_1_is_taken_and_other_files_are_refused_kindly() {
    journey(|journey| async move {
        journey.open_awake(PAGE).await;
        bring(&journey, "fingerpost 1\nplace lesson=tell-someone path=plain at=secrets done=yes prompts=show,hint,hint,none\n")
            .await;
        says(&journey, "Finished").await;
        bring(&journey, "\u{fffd}\u{fffd}PNG\0\0rubbish").await;
        says(&journey, "This is another kind of file.").await;
        bring(&journey, "").await;
        says(&journey, "This file is empty.").await;
        bring(&journey, "fingerpost 9\nnew things\n").await;
        says(&journey, "A newer version of this site wrote this file.").await;
        bring(&journey, &"x".repeat(1_000_001)).await;
        says(&journey, "This file is too big").await;
        bring(&journey, "fingerpost 2\nlearner\nplace lesson=\nsticker shape=star\n").await;
        says(&journey, "Line 3 could not be read").await;
        says(&journey, "The file was cut off or changed.").await;
        assert!(kept(&journey).await["fingerpost.2 /any/sub/path/ learner"].contains("sticker shape=star"));
    });
}

#[test]
fn a_certificate_and_an_adults_summary_are_about_one_learner() {
    journey(|journey| async move {
        let other = DONE.replace("calm-sea", "blue-kite");
        open_with(
            &journey,
            &[
                ("fingerpost.2 /any/sub/path/ learner.5", DONE),
                ("fingerpost.2 /any/sub/path/ learner.6", &other),
                ("fingerpost.2 /any/sub/path/ now", "5"),
            ],
        )
        .await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.choose("[data-action=summary]", 0).await;
        says(&journey, "The last time was 20 November 2026. Number of days: 2. Help at the end: a hint is there.").await;
        let summary: String = journey.ask("return document.querySelector('.summary').innerText", &[]).await;
        assert!(summary.contains("Calm Sea") && !summary.contains("Blue Kite"), "{summary}");
        assert_none("axe-core finds fault", &violations(&journey, Level::AaAndStrongContrast).await);
        learner.choose("[data-action=certificate]", 0).await;
        says(&journey, "Calm Sea finished this lesson. The last time was 20 November 2026.").await;
        let focus: String = journey.ask("return document.activeElement.id", &[]).await;
        assert_eq!(focus, "certificate-title");
        assert_none("axe-core finds fault", &violations(&journey, Level::AaAndStrongContrast).await);
        assert_eq!(journey.printed_sides().await, 1);
        learner.choose("[data-action=close]", 0).await;
        says(&journey, "What I have done").await;
    });
}

#[test]
fn the_page_is_gone_through_with_two_keys() {
    journey(|journey| async move {
        open_with(&journey, &[("fingerpost.2 /any/sub/path/ learner.5", DONE), ("fingerpost.2 /any/sub/path/ now", "5")]).await;
        let learner = Learner::new(&journey, Way::TwoKeys);
        become_somebody(&learner).await;
        says(&journey, "Blue Kite is learning now.").await;
        learner.choose("[data-learner]", 0).await;
        says(&journey, "Calm Sea is learning now.").await;
        learner.choose("[data-action=certificate]", 0).await;
        learner.choose("[data-action=close]", 0).await;
        learner.choose("[data-action=forget-one]", 0).await;
        learner.choose("[data-action=yes]", 0).await;
        learner.choose("[data-action=undo]", 0).await;
        says(&journey, "It is back.").await;
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn nothing_scrolls_to_the_side_at_320_pixels_whatever_is_open() {
    journey(|journey| async move {
        journey.width(320).await;
        let strange = format!("{DONE}place {}\n", "x".repeat(200));
        open_with(&journey, &[("fingerpost.2 /any/sub/path/ learner.5", &strange), ("fingerpost.2 /any/sub/path/ now", "5")])
            .await;
        let learner = Learner::new(&journey, Way::Keyboard);
        let too_wide = "return document.documentElement.scrollWidth > innerWidth";
        for (open, back) in [("summary", None), ("certificate", Some("close")), ("add", Some("stop"))] {
            learner.choose(&format!("[data-action={open}]"), 0).await;
            assert!(!journey.ask::<bool>(too_wide, &[]).await, "{open} is too wide");
            assert_none("axe-core finds fault", &violations(&journey, Level::AaAndStrongContrast).await);
            if let Some(back) = back {
                learner.choose(&format!("[data-action={back}]"), 0).await;
            }
        }
    });
}

#[test]
fn a_browser_that_keeps_nothing_is_told_apart_from_nobody() {
    journey(|journey| async move {
        journey
            .before_every_page(
                "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
            )
            .await;
        journey.open_awake(PAGE).await;
        become_somebody(&Learner::new(&journey, Way::Keyboard)).await;
        says(&journey, "This browser does not let this site keep anything here.").await;
        assert_none("an error in the console", &journey.errors().await);
    });
}
