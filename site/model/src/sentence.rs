//! The sentences that readers meet, each with how hard it may be.

use crate::place::Place;
use fingerpost_lesson::path::Path;

/// A sentence that a reader meets, with its names replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// How hard it may be.
    pub level: ReadingLevel,
    /// Its words.
    pub words: String,
    /// Where it begins.
    pub place: Place,
}

/// How hard words may be, by who reads them (docs/dev/evidence.md, Reading limits).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReadingLevel {
    /// For a learner on a path.
    Path(Path),
    /// For parents and everybody else.
    Plain,
    /// For staff, and in the policy itself.
    Standard,
}
