//! What the voice reads of a screen: its sentences in reading order, each with where it stands, so that the screen can mark the one that is
//! being spoken. A screen may be drawn in any order.

use crate::content::{GAP, Sentence, Text};

/// A part of a screen that has a text of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A paragraph of what is said first.
    Say(usize),
    /// The question.
    Question,
    /// An option, a thing, a way on, a drawn word, or a line that is asked for.
    Option(usize),
    /// What meets an option, a thing, a reply or a line.
    Reason(usize),
    /// A group to sort into, or a partner.
    Group(usize),
    /// A paragraph of a scene, or a message of a chat from either side.
    Message(usize),
    /// The hint.
    Hint,
    /// What is said when it is done.
    After,
}

/// Where a sentence stands: in which part, and which of its sentences it is, from 0.
pub type Position = (Part, usize);

/// A sentence to be spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Where it stands.
    pub position: Position,
    /// Its words.
    pub words: String,
}

/// What can be heard from a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The voice says the sentence at this position.
    Sentence(Position),
    /// A recording, which stands for several sentences.
    Recording,
    /// The voice says the name of what the scan is on.
    Cue,
}

/// The script of a screen as it is being written.
#[derive(Debug)]
pub struct Script<'a> {
    /// What is said for a gap.
    gap: &'a str,
    spoken: Vec<Spoken>,
}

impl<'a> Script<'a> {
    /// An empty script; `gap` is what is said for a gap.
    pub fn new(gap: &'a str) -> Script<'a> {
        Script { gap, spoken: Vec::new() }
    }

    /// The sentences of a part come next.
    pub fn add(&mut self, part: Part, text: &[Sentence]) {
        let spoken = text
            .iter()
            .enumerate()
            .map(|(nth, sentence)| Spoken { position: (part, nth), words: sentence.words().replace(GAP, self.gap) });
        self.spoken.extend(spoken);
    }

    /// Paragraphs come next, each as a part of its own.
    pub fn add_each(&mut self, part: fn(usize) -> Part, paragraphs: &[Text]) {
        for (nth, text) in paragraphs.iter().enumerate() {
            self.add(part(nth), text);
        }
    }

    /// What was written, in order.
    pub fn finish(self) -> Vec<Spoken> {
        self.spoken
    }
}
