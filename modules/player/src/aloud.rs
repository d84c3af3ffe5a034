//! Reading a screen aloud, sentence by sentence, in the order of its script.

use crate::speech::{self, Utterance};
use fingerpost_lesson::script::{Heard, Position, Spoken};
use fingerpost_lesson::speaking::Speaking;
use fingerpost_lesson::voice::VoiceRule;
use std::vec;
use yew::Callback;

/// What is being read.
#[derive(Debug)]
pub struct Aloud {
    /// Is told when a sentence has been spoken to its end; then [`Aloud::go_on`] is to be called.
    ended: Callback<()>,
    voice_rule: VoiceRule,
    liked: Speaking,
    /// The sentence that is being spoken, and where it stands.
    now: Option<(Position, Utterance)>,
    /// The sentences that come after it.
    rest: vec::IntoIter<Spoken>,
    no_voice: bool,
}

impl Aloud {
    /// Silence. `ended` is told whenever a sentence has been spoken to its end; `voice_rule` is the page's.
    pub fn new(ended: Callback<()>, voice_rule: &VoiceRule) -> Aloud {
        Aloud {
            ended,
            voice_rule: voice_rule.clone(),
            liked: Speaking::default(),
            now: None,
            rest: Vec::new().into_iter(),
            no_voice: false,
        }
    }

    /// The sentence that is being spoken.
    pub fn heard(&self) -> Option<Heard> {
        self.now.as_ref().map(|(position, _)| Heard::Sentence(*position))
    }

    /// Whether the last wish to listen met no voice.
    pub fn has_no_voice(&self) -> bool {
        self.no_voice
    }

    /// The device's voices have changed. Returns whether what was said of having none is no longer so.
    pub fn hears_of_voices(&mut self) -> bool {
        let has_come = self.no_voice && speech::has_voice(&self.voice_rule);
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

    /// Reads these sentences.
    pub fn read(&mut self, script: Vec<Spoken>) {
        self.rest = script.into_iter();
        self.speak();
    }

    /// Speaks the next sentence.
    fn speak(&mut self) {
        speech::stop();
        self.now = self.rest.next().and_then(|Spoken { position, words }| {
            let ended = self.ended.clone();
            let utterance = speech::speak(&words, &self.voice_rule, &self.liked, false, move || ended.emit(()))?;
            Some((position, utterance))
        });
        self.no_voice = self.now.is_none();
    }

    /// A sentence has been spoken to its end: the next follows. Returns whether there is one.
    pub fn go_on(&mut self) -> bool {
        if self.now.is_some() && self.rest.len() > 0 {
            self.speak();
        } else {
            self.be_silent();
        }
        self.now.is_some()
    }

    /// Falls silent. What was said of having no voice is no longer so.
    pub fn be_silent(&mut self) {
        if self.now.take().is_some() {
            speech::stop();
        }
        self.no_voice = false;
    }
}
