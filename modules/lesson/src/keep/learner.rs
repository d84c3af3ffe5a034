//! All that is kept of one learner, and the pictures and nicknames to choose from. Nothing here is typed, and nothing is a real name.

use super::line::{Done, Line, Me, People, Place};
use super::text::Text;
use super::who::Who;
use crate::speaking::Speaking;
use crate::ways::Ways;

/// The pictures to choose from, by the ids of their symbols: animals and things, for every age. Their words are in strings.toml, in this
/// order.
pub const PICTURES: [&str; 18] = [
    "fox",
    "owl",
    "horse",
    "boat",
    "tree",
    "kite",
    "turtle",
    "moon",
    "guitar",
    "whale",
    "flower",
    "bike",
    "butterfly",
    "mountain",
    "drum",
    "star",
    "football",
    "train",
];

/// The nicknames to choose from, by their ids. Their words are in strings.toml, in this order.
pub const NICKNAMES: [&str; 24] = [
    "blue-kite",
    "quiet-fox",
    "green-river",
    "gold-star",
    "red-boat",
    "tall-tree",
    "bright-moon",
    "calm-sea",
    "brave-owl",
    "silver-cloud",
    "warm-sun",
    "soft-rain",
    "swift-hare",
    "wild-rose",
    "snow-hill",
    "stone-bridge",
    "purple-rock",
    "orange-leaf",
    "night-sky",
    "kind-whale",
    "clear-lake",
    "sand-dune",
    "north-wind",
    "deep-forest",
];

/// All that is kept of one learner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learner {
    /// Which learner this is on the device.
    pub who: Who,
    /// Picture and nickname, where they have been chosen.
    pub me: Option<Me>,
    /// Where they are, a lesson each.
    pub places: Vec<Place>,
    /// What they have finished, each lesson once a path.
    pub done: Vec<Done>,
    /// Whom they chose to tell.
    pub people: Vec<People>,
    /// How they press.
    pub ways: Ways,
    /// How they like to be spoken to.
    pub speaking: Speaking,
    /// The lines that cannot be read, as they are.
    pub damaged: Vec<String>,
    /// A newer version wrote the text: nothing of it is known here.
    pub is_newer: bool,
    /// The text itself, to be saved to a file.
    pub text: String,
}

impl Learner {
    /// Reads a learner's text, which may be damaged anywhere.
    pub fn read(who: Who, text: String) -> Learner {
        let mut learner = Learner { who, ..Learner::default() };
        let lines = Text::read(&text).map(|text| text.lines_now());
        learner.is_newer = lines.is_err();
        for line in lines.unwrap_or_default() {
            match line {
                Line::Me(me) => learner.me = Some(me),
                Line::Place(place) => learner.places.push(place),
                Line::Done(done) => learner.done.push(done),
                Line::People(people) => learner.people.push(people),
                Line::Ways(ways) => learner.ways = ways,
                Line::Speech(speaking) => learner.speaking = speaking,
                Line::Aside(line) | Line::Damaged(line) => learner.damaged.push(line.to_owned()),
                Line::Other(_) => {}
            }
        }
        learner.text = text;
        learner
    }

    /// How far they are in a lesson, over all its paths.
    pub fn progress(&self, lesson: &str) -> Progress {
        if self.done.iter().any(|done| done.lesson == lesson) {
            Progress::Done
        } else if self.places.iter().any(|place| place.lesson == lesson) {
            Progress::Begun
        } else {
            Progress::NotYet
        }
    }
}

/// How far a learner is in a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Finished on some path, now or before.
    Done,
    /// Begun.
    Begun,
    /// Not yet begun.
    NotYet,
}
