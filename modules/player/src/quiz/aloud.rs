//! Reading a screen aloud, sentence by sentence, in the order in which the sentences stand on it.

use super::screen::Msg;
use crate::speech::{self, Utterance};
use fingerpost_lesson::speaking::Speaking;
use fingerpost_lesson::voice::VoiceRule;
use std::cell::RefCell;
use yew::Callback;

/// What is read and how far it has come.
#[derive(Debug, Default)]
pub struct Aloud {
    /// The sentences of the screen, as last rendered.
    script: RefCell<Vec<String>>,
    speaking: Option<usize>,
    utterance: Option<Utterance>,
    liked: Speaking,
    no_voice: bool,
}

impl Aloud {
    /// The sentences of the screen are these now.
    pub fn reads(&self, script: Vec<String>) {
        *self.script.borrow_mut() = script;
    }

    /// The sentence being spoken.
    pub fn speaking(&self) -> Option<usize> {
        self.speaking
    }

    /// Whether the last wish to listen met no voice.
    pub fn has_no_voice(&self) -> bool {
        self.no_voice
    }

    /// The device's voices have changed. Returns whether what was said of having none is no longer so.
    pub fn hears_of_voices(&mut self, voice_rule: &VoiceRule) -> bool {
        let has_come = self.no_voice && speech::has_voice(voice_rule);
        if has_come {
            self.no_voice = false;
        }
        has_come
    }

    /// How the reader likes to be spoken to.
    pub fn liked(&self) -> &Speaking {
        &self.liked
    }

    /// From now on it is spoken so.
    pub fn like(&mut self, liked: Speaking) {
        self.liked = liked;
    }

    /// Speaks a sentence; the others follow.
    pub fn speak_from(&mut self, index: usize, link: &Callback<Msg>, voice_rule: &VoiceRule) {
        speech::stop();
        let link = link.clone();
        let sentence = self.script.borrow().get(index).cloned();
        self.utterance =
            sentence.and_then(|text| speech::speak(&text, voice_rule, &self.liked, false, move || link.emit(Msg::Spoken)));
        self.no_voice = self.utterance.is_none();
        self.speaking = self.utterance.as_ref().map(|_| index);
    }

    /// A sentence has been spoken to its end.
    pub fn go_on(&mut self, link: &Callback<Msg>, voice_rule: &VoiceRule) {
        let count = self.script.borrow().len();
        match self.speaking {
            Some(spoken) if spoken + 1 < count => self.speak_from(spoken + 1, link, voice_rule),
            _ => self.be_silent(),
        }
    }

    /// Falls silent.
    pub fn be_silent(&mut self) {
        if self.utterance.take().is_some() {
            speech::stop();
        }
        self.speaking = None;
        self.no_voice = false;
    }
}
