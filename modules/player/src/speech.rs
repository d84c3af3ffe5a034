//! Speaking with the device's own voices, one sentence an utterance: a long utterance goes silent in some browsers after about
//! 14 seconds, and the end of each one is the only event that all voices give (docs/dev/evidence.md, Voices). Some voices hang without even
//! that; then time ends the sentence. Nothing is ever paused, because on some devices that is the end. Nothing is cut off that is not being
//! said, and what follows on a cut is said a moment later: some browsers lose what they are given together with it.

use fingerpost_lesson::speaking::Speaking;
use fingerpost_lesson::voice::{self, Voice, VoiceRule};
use gloo::utils::window;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use wasm_bindgen::prelude::*;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// A sentence being spoken. Kept while it is: a browser may drop an utterance that nobody holds, and its end would never come.
#[derive(Debug)]
pub struct Utterance {
    utterance: SpeechSynthesisUtterance,
    _on_end: Closure<dyn FnMut()>,
    /// The timers for a voice that hangs, and for a sentence that waits until another is cut off.
    timers: [Option<i32>; 2],
}

/// Whether something was cut off, and nothing has been said since.
static CUT: AtomicBool = AtomicBool::new(false);

/// How long a browser may take to cut a sentence off.
const TO_CUT_MS: i32 = 100;

/// How loud a voice is that one ear alone should hear.
const QUIET: f32 = 0.4;

/// How long a voice may take to begin (docs/dev/evidence.md, Voices).
const TO_BEGIN_MS: u32 = 10_000;

/// How long it may take for one character, far slower than anybody speaks.
const A_CHARACTER_MS: u32 = 250;

/// Speaks one sentence as the learner likes it, and calls back once: when it has ended, could not be spoken, or hangs. `None` when no
/// voice may speak the language.
pub fn speak(
    sentence: &str,
    voice_rule: &VoiceRule,
    how: &Speaking,
    quiet: bool,
    on_end: impl FnOnce() + 'static,
) -> Option<Utterance> {
    let synthesis = synthesis()?;
    let voices = all_voices(&synthesis);
    let voice = &voices.0[voice::best(&voices.1, voice_rule, how.voice.as_deref())?];
    let utterance = SpeechSynthesisUtterance::new_with_text(sentence).ok()?;
    utterance.set_voice(Some(voice));
    utterance.set_lang(&voice.lang());
    utterance.set_rate(f32::from(how.percent()) / 100.0);
    if quiet {
        utterance.set_volume(QUIET);
    }
    let once = Rc::new(RefCell::new(Some(on_end)));
    let on_end = Closure::<dyn FnMut()>::new(move || {
        let call = once.borrow_mut().take();
        if let Some(call) = call {
            call();
        }
    });
    let callback = on_end.as_ref().unchecked_ref();
    utterance.set_onend(Some(callback));
    utterance.set_onerror(Some(callback));
    let later =
        |callback: &js_sys::Function, ms| window().set_timeout_with_callback_and_timeout_and_arguments_0(callback, ms).ok();
    let longest = TO_BEGIN_MS + A_CHARACTER_MS * sentence.len() as u32 * 100 / u32::from(how.percent());
    let hangs = later(callback, longest as i32);
    let spoken = utterance.clone();
    let begin = move || {
        // Whoever paused it, the reader has asked to hear this.
        synthesis.resume();
        synthesis.speak(&spoken);
    };
    // A first sentence is begun at once: some browsers speak only for somebody who has just pressed.
    let waits = if CUT.swap(false, Ordering::Relaxed) {
        later(Closure::once_into_js(begin).unchecked_ref(), TO_CUT_MS)
    } else {
        begin();
        None
    };
    Some(Utterance { utterance, _on_end: on_end, timers: [hangs, waits] })
}

impl Drop for Utterance {
    fn drop(&mut self) {
        // Its end must not call back into a screen that has moved on.
        self.utterance.set_onend(None);
        self.utterance.set_onerror(None);
        for timer in self.timers.into_iter().flatten() {
            window().clear_timeout_with_handle(timer);
        }
    }
}

/// The names of the voices that may speak, the best first.
pub fn voices(voice_rule: &VoiceRule) -> Vec<String> {
    let Some(synthesis) = synthesis() else { return Vec::new() };
    let (_, facts) = all_voices(&synthesis);
    voice::choices(&facts, voice_rule).into_iter().map(|index| facts[index].name.clone()).collect()
}

/// Whether there is a voice that may speak.
pub fn has_voice(voice_rule: &VoiceRule) -> bool {
    synthesis().is_some_and(|synthesis| voice::best(&all_voices(&synthesis).1, voice_rule, None).is_some())
}

/// Calls back whenever the device's voices change: in some browsers they come late. `None` where there are none at all, or nobody is told.
pub fn on_voices_changed(told: impl FnMut(&web_sys::Event) + 'static) -> Option<gloo::events::EventListener> {
    // In older Safari speech has no listeners.
    let synthesis = synthesis().filter(|synthesis| synthesis.is_instance_of::<web_sys::EventTarget>())?;
    Some(gloo::events::EventListener::new(&synthesis, "voiceschanged", told))
}

/// Lets the browser fetch its list of voices, which is empty at the first question in some.
pub fn warm_up() {
    if let Some(synthesis) = synthesis() {
        let _ = synthesis.get_voices();
    }
}

/// Falls silent at once.
pub fn stop() {
    if let Some(synthesis) = synthesis().filter(|synthesis| synthesis.speaking() || synthesis.pending()) {
        synthesis.cancel();
        CUT.store(true, Ordering::Relaxed);
    }
}

/// The browser's speech, where it has any.
fn synthesis() -> Option<SpeechSynthesis> {
    window().speech_synthesis().ok().filter(|synthesis| !synthesis.is_undefined())
}

/// The browser's voices, and what it says of them.
fn all_voices(synthesis: &SpeechSynthesis) -> (Vec<SpeechSynthesisVoice>, Vec<Voice>) {
    let found: Vec<SpeechSynthesisVoice> = synthesis.get_voices().iter().map(JsCast::unchecked_into).collect();
    let facts = |voice: &SpeechSynthesisVoice| Voice {
        name: voice.name(),
        language: voice.lang(),
        local: voice.local_service(),
        default: voice.default(),
    };
    let facts = found.iter().map(facts).collect();
    (found, facts)
}
