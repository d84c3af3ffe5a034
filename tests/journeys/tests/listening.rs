//! Listening: with the device's own voices only, one sentence at a time, and only when somebody asks.
//!
//! A headless browser has no voices, so a stand-in is put in the place of the browser's speech. It notes what it is given, and a sentence
//! ends when the test says so.

use crate::assert_none;
use fingerpost_journeys::learner::{Learner, Way};
use fingerpost_journeys::site::LESSON;
use fingerpost_journeys::{Journey, journey};
use serde::Deserialize;

/// A device with these voices, as JSON of name, language and the flag that says whether it is local.
fn device_with(voices: &str) -> String {
    format!(
        "window.spoken = [];
        window.SpeechSynthesisUtterance = function (text) {{ this.text = text; }};
        const voices = {voices}.map(([name, lang, localService]) => ({{ name, lang, localService, default: false }}));
        Object.defineProperty(window, 'speechSynthesis', {{ value: {{
            getVoices: () => voices,
            speak(utterance) {{ window.now = utterance; window.spoken.push([utterance.text, utterance.voice.name]); }},
            cancel() {{ window.now = null; }},
        }} }});"
    )
}

const ONLINE: &str =
    "['Microsoft Sonia Online (Natural)', 'en-GB', true], ['Google UK English Female', 'en-GB', true], ['Far', 'en-GB', false]";

/// What is being spoken, and what is marked as being spoken.
#[derive(Debug, Deserialize)]
struct Now {
    spoken: Vec<(String, String)>,
    marked: Vec<String>,
}

async fn now(journey: &Journey) -> Now {
    const NOW: &str = "return {
        spoken: window.spoken,
        marked: [...document.querySelectorAll('[data-speaking]')].map(e => e.textContent.replace(/\\s+/g, ' ').trim()),
    };";
    journey.ask(NOW, &[]).await
}

#[test]
fn a_screen_is_read_sentence_by_sentence_and_each_is_marked() {
    journey(|journey| async move {
        journey.before_every_page(&device_with(&format!("[['Anna', 'de-DE', true], {ONLINE}, ['Daniel', 'en-GB', true]]"))).await;
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        for path in ["symbols", "easy-read", "plain"] {
            learner.take_path(path).await;
            learner.go_on().await;
            journey.ask::<()>("window.spoken.length = 0", &[]).await;
            let sentences: Vec<String> = journey
                .ask(
                    "return [...document.querySelectorAll('.sentence')].map(e => e.textContent.replace(/\\s+/g, ' ').trim())",
                    &[],
                )
                .await;
            assert!(sentences.len() > 2);
            learner.choose("[data-action=listen]", 0).await;
            for (count, sentence) in sentences.iter().enumerate() {
                journey.wait_until("a sentence to be spoken", &format!("window.spoken.length === {}", count + 1)).await;
                journey.wait_until("it to be marked", "document.querySelectorAll('[data-speaking]').length === 1").await;
                let now = now(&journey).await;
                assert_eq!(now.spoken[count], (sentence.clone(), "Daniel".to_owned()), "on {path}");
                assert_eq!(now.marked, [sentence.clone()], "on {path}");
                journey.ask::<()>("window.now.onend()", &[]).await;
            }
            journey.wait_until("the voice to rest", "!document.querySelector('[data-speaking]')").await;
        }
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn a_voice_from_a_server_is_never_used_and_the_page_says_so() {
    journey(|journey| async move {
        journey.before_every_page(&device_with(&format!("[{ONLINE}]"))).await;
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.choose("[data-action=listen]", 0).await;
        journey
            .wait_until("the page to say that there is no voice", "document.querySelector('.no-voice').innerText.trim()")
            .await;
        assert!(now(&journey).await.spoken.is_empty());
    });
}

#[test]
fn nothing_is_spoken_unasked_and_a_step_ends_what_is_being_said() {
    journey(|journey| async move {
        journey.before_every_page(&device_with("[['Daniel', 'en-GB', true]]")).await;
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        for path in ["symbols", "plain"] {
            learner.take_path(path).await;
            learner.finish().await;
            learner.choose("[data-action=again]", 0).await;
        }
        assert!(now(&journey).await.spoken.is_empty());
        learner.take_path("together").await;
        // There the picture is the button: it changes, and its words are said.
        learner.choose("button.press", 0).await;
        journey.wait_until("the picture's words to be said", "window.spoken.length === 1").await;
        learner.go_on().await;
        journey.wait_until("silence after the step", "window.now === null").await;
    });
}
