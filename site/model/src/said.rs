//! What a reader meets, sentence by sentence.

use crate::place::Place;
use fingerpost_lesson::path::Path;

/// A sentence that a reader meets, with its names replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// For whom it is.
    pub register: Register,
    /// Its words.
    pub words: String,
    /// Where it begins.
    pub place: Place,
}

/// For whom words are, which says how hard they may be (docs/dev/evidence.md, Reading limits).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Register {
    /// A learner on a path.
    Path(Path),
    /// Parents and everybody else.
    Plain,
    /// Staff, and the policy itself.
    Standard,
}
