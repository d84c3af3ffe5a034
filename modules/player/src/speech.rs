//! Speaking with the device's own voices, one sentence an utterance: a long utterance goes silent in some browsers after about
//! 14 seconds, and the end of each one is the only event that all voices give (domain/peers.md, fact 5).

use fingerpost_lesson::voice::{self, Voice};
use gloo::utils::window;
use wasm_bindgen::prelude::*;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// A sentence being spoken. Kept while it is: a browser may drop an utterance that nobody holds, and its end would never come.
#[derive(Debug)]
pub struct Utterance {
    _utterance: SpeechSynthesisUtterance,
    _on_end: Closure<dyn FnMut()>,
}

/// How loud a voice is that one ear alone should hear.
const QUIET: f32 = 0.4;

/// Speaks one sentence and calls back when it has ended (or could not be spoken). `None` when no local voice speaks the language.
pub fn speak(sentence: &str, language: &str, quiet: bool, on_end: impl FnMut() + 'static) -> Option<Utterance> {
    let synthesis = synthesis()?;
    let voice = local_voice(&synthesis, language)?;
    let utterance = SpeechSynthesisUtterance::new_with_text(sentence).ok()?;
    utterance.set_voice(Some(&voice));
    utterance.set_lang(&voice.lang());
    if quiet {
        utterance.set_volume(QUIET);
    }
    let on_end = Closure::<dyn FnMut()>::new(on_end);
    utterance.set_onend(Some(on_end.as_ref().unchecked_ref()));
    utterance.set_onerror(Some(on_end.as_ref().unchecked_ref()));
    synthesis.speak(&utterance);
    Some(Utterance { _utterance: utterance, _on_end: on_end })
}

impl Drop for Utterance {
    fn drop(&mut self) {
        // Its end must not call back into a screen that has moved on.
        self._utterance.set_onend(None);
        self._utterance.set_onerror(None);
    }
}

/// Lets the browser fetch its list of voices, which is empty at the first question in some.
pub fn warm_up() {
    if let Some(synthesis) = synthesis() {
        let _ = synthesis.get_voices();
    }
}

/// Falls silent at once.
pub fn stop() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

/// The browser's speech, where it has any.
fn synthesis() -> Option<SpeechSynthesis> {
    window().speech_synthesis().ok().filter(|synthesis| !synthesis.is_undefined())
}

fn local_voice(synthesis: &SpeechSynthesis, language: &str) -> Option<SpeechSynthesisVoice> {
    let found: Vec<SpeechSynthesisVoice> = synthesis.get_voices().iter().map(JsCast::unchecked_into).collect();
    let facts: Vec<Voice> = found
        .iter()
        .map(|voice: &SpeechSynthesisVoice| Voice {
            name: voice.name(),
            language: voice.lang(),
            local: voice.local_service(),
            default: voice.default(),
        })
        .collect();
    voice::best(&facts, language).map(|index| found[index].clone())
}
