//! Listening: with the device's own voices only, one sentence at a time, and only when somebody asks.
//!
//! A headless browser has no voices, so a stand-in is put in the place of the browser's speech. It notes what it is given, and a sentence
//! ends when the test says so.

use crate::assert_none;
use fingerpost_journeys::browser::Key;
use fingerpost_journeys::learner::{Learner, Way};
use fingerpost_journeys::site::{self, GALLERY, LESSON, PATHS, RECORDING};
use fingerpost_journeys::{Journey, journey, journey_on, journey_without_script};
use serde::Deserialize;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

/// A device with these voices, as JSON of name, language and the flag that says whether it is local. `end()` lets what is said now come to
/// its end, or to an error. What is given to it while it is paused is not said, and where it `loses`, what it is given in the task of a cut.
pub fn device_with(voices: &str) -> String {
    format!(
        "window.spoken = []; window.now = null; window.cuts = 0;
        window.end = (how = 'onend') => {{ const {{ now }} = window; window.now = null; now[how](new Event('end')); }};
        window.SpeechSynthesisUtterance = function (text) {{ this.text = text; }};
        const voices = {voices}.map(([name, lang, localService]) => ({{ name, lang, localService, default: false }}));
        let isCut = false;
        const speech = {{
            paused: false,
            pending: false,
            get speaking() {{ return !!window.now; }},
            getVoices: () => voices,
            speak(utterance) {{
                if (isCut && window.loses) return;
                window.now = utterance;
                if (this.paused) return;
                window.spoken.push([utterance.text, utterance.voice.name]);
                utterance.onstart?.();
            }},
            cancel() {{
                window.now = null;
                window.cuts += 1;
                isCut = true;
                setTimeout(() => {{ isCut = false; }});
            }},
            resume() {{ this.paused = false; }},
        }};
        const value = Object.defineProperties(new EventTarget(), Object.getOwnPropertyDescriptors(speech));
        Object.defineProperty(window, 'speechSynthesis', {{ value }});"
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
                journey.ask::<()>("window.end()", &[]).await;
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

/// Some browsers have their voices a little later. Then nobody is told any more that there is none, in a lesson and in a quiz.
#[test]
fn the_words_that_there_is_no_voice_go_when_one_comes() {
    const LATER: &str = "
        window.SpeechSynthesisUtterance = function () {};
        const voices = [];
        const speech = Object.assign(new EventTarget(), { getVoices: () => voices, speak() {}, cancel() {} });
        Object.defineProperty(window, 'speechSynthesis', { value: speech });
        window.comes = (name, lang, localService) => {
            voices.push({ name, lang, localService, default: false });
            speech.dispatchEvent(new Event('voiceschanged'));
        };";
    const SAID: &str = "document.querySelector('[data-module] .no-voice')?.innerText.trim()";
    journey(|journey| async move {
        journey.before_every_page(LATER).await;
        for (page, begin) in [(LESSON, None), ("quizzes/parents.html", Some("[data-action=begin]"))] {
            journey.open_awake(page).await;
            let learner = Learner::new(&journey, Way::Keyboard);
            if let Some(begin) = begin {
                learner.choose(begin, 0).await;
                journey.wait_until("the first question", "document.querySelector('button.answer')").await;
            }
            learner.choose("[data-action=listen]", 0).await;
            journey.wait_until("the page to say that there is no voice", SAID).await;
            journey.ask::<()>("comes('Far', 'en-GB', false)", &[]).await;
            assert!(journey.ask::<bool>(&format!("return !!{SAID}"), &[]).await, "{page}: no voice that may speak has come");
            journey.ask::<()>("comes('Daniel', 'en-GB', true)", &[]).await;
            journey.wait_until("the page to say no more that there is no voice", &format!("!({SAID})")).await;
        }
        assert_none("an error in the console", &journey.errors().await);
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

/// Notes what is played and what is stopped; a recording ends when the test says so. What it plays is fetched as ever.
const PLAYS: &str = "window.played = []; window.stopped = 0;
    HTMLMediaElement.prototype.play = function () { window.audio = this; window.played.push(this.src); return Promise.resolve(); };
    HTMLMediaElement.prototype.pause = function () { window.stopped += 1; };";

/// Where a lesson's step has a recording, it is heard first, and the device's voice says only what it leaves out.
#[test]
fn a_recording_comes_before_the_voice_of_the_device_and_needs_none() {
    const SENTENCES: &str =
        "return [...document.querySelectorAll('.sentence')].map(e => e.textContent.replace(/\\s+/g, ' ').trim())";
    const IN_WORDS: &str = "return document.querySelectorAll('.words .sentence').length";
    const RESTS: &str = "document.querySelector('[data-action=listen]').innerText.trim() === 'Listen'";
    for voices in ["[['Daniel', 'en-GB', true]]", "[]"] {
        journey_on(site::with_gallery(), true, move |journey| async move {
            journey.before_every_page(&format!("{} {PLAYS}", device_with(voices))).await;
            journey.open_awake(LESSON).await;
            let learner = Learner::new(&journey, Way::Keyboard);
            learner.take_path("symbols").await;
            learner.go_on().await;
            let (sentences, recorded): (Vec<String>, usize) =
                (journey.ask(SENTENCES, &[]).await, journey.ask(IN_WORDS, &[]).await);
            assert!(recorded > 0 && recorded < sentences.len());
            learner.choose("[data-action=listen]", 0).await;
            journey.wait_until("the recording", "window.played.length === 1").await;
            assert!(
                journey.ask::<bool>("return window.played[0].startsWith('blob:')", &[]).await,
                "it is asked for a second time"
            );
            // A second press stops it.
            journey.wait_until("the way to stop it", &format!("!({RESTS})")).await;
            learner.choose("[data-action=listen]", 0).await;
            journey.wait_until("silence", &format!("window.stopped > 0 && {RESTS}")).await;
            learner.choose("[data-action=listen]", 0).await;
            journey.wait_until("the recording again", "window.played.length === 2").await;
            let heard = now(&journey).await;
            assert!(heard.spoken.is_empty() && heard.marked.is_empty(), "the voice speaks into the recording");
            journey.ask::<()>("window.audio.dispatchEvent(new Event('ended'))", &[]).await;
            if voices == "[]" {
                journey.wait_until("the end", RESTS).await;
                let said: String = journey.ask("return document.querySelector('.no-voice').innerText.trim()", &[]).await;
                assert_eq!(said, "", "there was something to hear");
            } else {
                journey.wait_until("the voice to go on", "window.spoken.length === 1").await;
                assert_eq!(now(&journey).await.spoken[0].0, sentences[recorded]);
                // A recording that cannot be played leaves everything to the voice.
                learner.choose("[data-action=listen]", 0).await;
                journey.wait_until("silence", RESTS).await;
                learner.choose("[data-action=listen]", 0).await;
                journey.wait_until("the recording a third time", "window.played.length === 3").await;
                journey.ask::<()>("window.audio.dispatchEvent(new Event('error'))", &[]).await;
                journey.wait_until("the voice in its place", "window.spoken.length === 2").await;
                assert_eq!(now(&journey).await.spoken[1].0, sentences[0]);
            }
            // It was fetched, and nothing in the page's policy forbids it.
            assert_none("an error in the console", &journey.errors().await);
        });
    }
}

/// A sound of no length, which comes to its end as soon as it is played; the voice goes on.
#[test]
fn a_recording_is_really_played() {
    journey_on(site::with_gallery(), true, |journey| async move {
        journey.before_every_page(&device_with("[['Daniel', 'en-GB', true]]")).await;
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.take_path("symbols").await;
        learner.go_on().await;
        let first: String = journey.ask("return document.querySelector('.words .sentence').textContent", &[]).await;
        learner.choose("[data-action=listen]", 0).await;
        journey.wait_until("the voice to go on", "window.spoken.length === 1").await;
        assert_ne!(now(&journey).await.spoken[0].0, first.trim(), "it was not played, and the voice has said it all");
        assert_none("an error in the console", &journey.errors().await);
    });
}

/// Nobody can see from what the host was asked for on which path somebody listens. The moment `feelings` is on every path and has no recording;
/// `home` comes after it, not on every path, and has one on two.
#[test]
fn what_is_asked_for_when_somebody_listens_is_the_same_on_every_path() {
    const COME: &str =
        "performance.getEntriesByType('resource').filter(e => e.name.includes('/assets/sound.') && e.responseEnd).length";
    let asked: Rc<RefCell<BTreeSet<Vec<String>>>> = Rc::default();
    for (path, steps) in PATHS.into_iter().flat_map(|path| [(path, 0), (path, 1)]).filter(|place| *place != ("together", 1)) {
        let asked = Rc::clone(&asked);
        journey_on(site::with_gallery(), true, move |journey| async move {
            journey.before_every_page(&device_with("[['Daniel', 'en-GB', true]]")).await;
            journey.open_awake(LESSON).await;
            let learner = Learner::new(&journey, Way::Keyboard);
            learner.take_path(path).await;
            for _ in 0..steps {
                learner.go_on().await;
            }
            assert!(
                !journey.server.take_log().iter().any(|request| request.path.contains(RECORDING)),
                "{path}: nobody has listened"
            );
            learner.choose("[data-action=listen]", 0).await;
            journey.wait_until("the recordings of all paths", &format!("{COME} === 2")).await;
            journey.wait_until("words to be heard", "window.spoken.length > 0").await;
            let log = journey.server.take_log().into_iter().map(|request| request.path);
            let mut sounds: Vec<String> = log.filter(|path| path.contains(RECORDING)).collect();
            sounds.sort();
            asked.borrow_mut().insert(sounds);
            assert_none("an error in the console", &journey.errors().await);
        });
    }
    let asked = asked.borrow();
    assert!(asked.len() == 1 && asked.first().is_some_and(|sounds| sounds.len() == 2), "{asked:?}");
}

/// A page's sentences as somebody would read them out: what stands in its elements, in order.
const HEADINGS: &str = "return [...document.querySelectorAll('main :is(h1, h2, h3)')]
    .filter(h => !h.closest('nav') && h.checkVisibility()).map(h => {
        const copy = h.cloneNode(true);
        copy.querySelectorAll('.ref').forEach(e => e.remove());
        return copy.textContent.replace(/\\s+/g, ' ').trim();
    })";

/// What is highlighted as being spoken.
const HIGHLIGHTED: &str =
    "return [...(CSS.highlights.get('listening') ?? [])].map(r => r.toString().replace(/\\s+/g, ' ').trim())";

#[test]
fn a_policy_page_is_read_in_order_and_nothing_in_it_moves() {
    journey(|journey| async move {
        journey.before_every_page(&device_with(&format!("[['Anna', 'de-DE', true], {ONLINE}, ['Daniel', 'en-GB', true]]"))).await;
        for page in ["policy/dsl.html", "get-help.html", "for-staff.html", "glossary.html"] {
            journey.open(page).await;
            let headings: Vec<String> = journey.ask(HEADINGS, &[]).await;
            let before: String = journey.ask("return document.querySelector('main article, main dl').innerHTML.replace(/<button class=.aloud.*?<\\/button>/, '')", &[]).await;
            journey.server.take_log();
            journey.ask::<()>("document.querySelector('.aloud').focus()", &[]).await;
            journey.press(Key::Enter).await;
            journey.wait_until("the first sentence", "window.spoken.length === 1").await;
            // A browser fetches the icon and the manifest when it has the time for them.
            let asked = journey.server.take_log().into_iter().map(|request| request.path);
            let asked: Vec<String> = asked.filter(|path| !path.contains("/icon.") && !path.contains("manifest")).collect();
            // It is fetched once; the browser keeps what has a hash in its name.
            let first = page == "policy/dsl.html";
            assert!(asked.iter().all(|path| path.contains("/assets/listen.")), "{page} asks for {asked:?}");
            assert_eq!(asked.len(), usize::from(first), "{page}");
            let mut spoken = Vec::new();
            loop {
                let now: Vec<(String, String)> = journey.ask("return window.spoken", &[]).await;
                let (sentence, voice) = now.last().expect("something is spoken").clone();
                assert_eq!(voice, "Daniel");
                let shown: Vec<String> = journey.ask(HIGHLIGHTED, &[]).await;
                assert_eq!(shown, [sentence.clone()], "{page}");
                spoken.push(sentence);
                journey.ask::<()>("window.end()", &[]).await;
                if journey.ask::<bool>("return !('on' in document.querySelector('.aloud').dataset)", &[]).await {
                    break;
                }
            }
            let mut rest = spoken.iter();
            for heading in &headings {
                assert!(rest.any(|sentence| heading.ends_with(sentence.as_str())), "{page}: {heading} is not read in its place");
            }
            let all = spoken.join(" ");
            assert!(
                !spoken.iter().any(|sentence| sentence == "Listen" || sentence == "Stop the voice"),
                "{page}: its own button is read"
            );
            for words in ["On this page", "All sections", "Skip to"] {
                assert!(!all.contains(words), "{page}: {words} is read");
            }
            assert!(!spoken.iter().any(|sentence| is_reference(sentence)), "{page}: a clause's number is read");
            assert_eq!(journey.ask::<Vec<String>>(HIGHLIGHTED, &[]).await, Vec::<String>::new());
            let after: String = journey.ask("return document.querySelector('main article, main dl').innerHTML.replace(/<button class=.aloud.*?<\\/button>/, '')", &[]).await;
            assert_eq!(before, after, "{page}");
            assert!(journey.ask::<bool>("return document.activeElement.matches('.aloud')", &[]).await, "the focus stays");
        }
        assert_none("an error in the console", &journey.errors().await);
    });
}

/// `5.2.3` or `7.3.2(b)`, and nothing else. `3.0` is the policy's version.
fn is_reference(sentence: &str) -> bool {
    sentence.matches('.').count() > 1 && sentence.starts_with(|c: char| c.is_ascii_digit()) && !sentence.contains(' ')
}

#[test]
fn the_voice_stops_when_it_is_told_to_goes_on_from_there_and_ends_with_the_page() {
    journey(|journey| async move {
        journey.before_every_page(&device_with("[['Daniel', 'en-GB', true]]")).await;
        journey.open("policy/dsl.html").await;
        let press = "document.querySelector('.aloud').click()";
        let label = "return document.querySelector('.aloud').innerText";
        assert_eq!(journey.ask::<String>(label, &[]).await, "Listen");
        journey.ask::<()>(press, &[]).await;
        journey.wait_until("the first sentence", "window.spoken.length === 1").await;
        assert_eq!(journey.ask::<String>(label, &[]).await, "Stop the voice");
        journey.ask::<()>("window.end()", &[]).await;
        journey.press(Key::Escape).await;
        journey.wait_until("silence", "window.now === null").await;
        assert_eq!(journey.ask::<String>(label, &[]).await, "Listen");
        journey.ask::<()>(press, &[]).await;
        journey.wait_until("the voice to go on", "window.spoken.length > 2").await;
        let spoken = now(&journey).await.spoken;
        assert_eq!(spoken.len(), 3);
        assert_eq!(spoken[1], spoken[2], "it goes on with the sentence in which it stopped");
        journey.ask::<()>("window.now = 1; window.dispatchEvent(new PageTransitionEvent('pagehide'))", &[]).await;
        assert!(journey.ask::<bool>("return window.now === null", &[]).await, "leaving the page ends it");
    });
}

#[test]
fn two_presses_before_the_script_has_come_are_one() {
    journey(|journey| async move {
        journey.before_every_page(&device_with("[['Daniel', 'en-GB', true]]")).await;
        journey.open("get-help.html").await;
        journey.ask::<()>("const b = document.querySelector('.aloud'); b.click(); b.click()", &[]).await;
        journey.wait_until("the first sentence", "window.spoken.length > 0").await;
        let scripts: usize = journey.ask("return document.querySelectorAll('script[src*=listen]').length", &[]).await;
        assert_eq!(scripts, 1);
        journey.ask::<()>("window.end()", &[]).await;
        assert_eq!(now(&journey).await.spoken.len(), 2, "one voice goes on, and no second one beside it");
    });
}

#[test]
fn a_device_without_a_voice_of_its_own_offers_none() {
    for voices in [format!("[{ONLINE}]"), "[['Anna', 'de-DE', true]]".to_owned(), "[]".to_owned()] {
        journey(move |journey| async move {
            journey.before_every_page(&device_with(&voices)).await;
            journey.open("policy/dsl.html").await;
            assert!(!journey.ask::<bool>("return document.querySelector('.aloud').checkVisibility()", &[]).await, "{voices}");
        });
    }
    journey_without_script(|journey| async move {
        journey.open("policy/dsl.html").await;
        assert!(!journey.ask::<bool>("return document.querySelector('.aloud').checkVisibility()", &[]).await);
    });
}

/// What is heard is what stands on the screen, in its order: every sentence of every activity, before it is done and after.
#[test]
fn every_activity_is_spoken_whole_and_in_the_order_in_which_it_stands() {
    const HEAR: &str = "
        const done = arguments[arguments.length - 1];
        const text = e => e.textContent.replace(/\\s+/g, ' ').trim();
        const stands = [...document.querySelectorAll('[data-module] .sentence')].filter(e => e.checkVisibility()).map(text);
        window.spoken.length = 0;
        const button = document.querySelector('[data-action=listen]');
        if (!button) return done(null);
        button.click();
        const end = () => {
            if (window.now) { const { now } = window; window.now = null; now.onend(); return setTimeout(end, 20); }
            done([stands, window.spoken.map(([sentence]) => sentence)]);
        };
        setTimeout(end, 20);";
    journey_on(site::with_gallery(), true, |journey| async move {
        journey.before_every_page(&device_with("[['Daniel', 'en-GB', true]]")).await;
        let mut wrong = Vec::new();
        for path in ["together", "symbols", "easy-read", "plain"] {
            journey.open_awake(GALLERY).await;
            let learner = Learner::new(&journey, Way::Keyboard);
            learner.take_path(path).await;
            while !learner.screen().await.finished {
                let screen = learner.screen().await;
                for when in ["before", "after"] {
                    let heard: Option<(Vec<String>, Vec<String>)> = journey.ask_later(HEAR, &[]).await;
                    let (stands, spoken) = heard.unwrap_or_else(|| panic!("{} on {path} cannot be heard", screen.activity));
                    if stands != spoken {
                        wrong.push(format!("{} on {path}, {when}: {spoken:?} and not {stands:?}", screen.activity));
                    }
                    if when == "before" {
                        learner.do_step().await;
                    }
                }
                learner.go_on().await;
            }
        }
        assert_none("something is not said as it stands", &wrong);
    });
}
