//! What came of an answer, for the prompts.

/// What came of an answer, for the prompts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is right, or it is a step on the way.
    Fine,
    /// It is met with its reason and another go.
    Again,
}

impl Outcome {
    /// Of an answer that is right, or is not.
    pub fn of(right: bool) -> Outcome {
        if right { Outcome::Fine } else { Outcome::Again }
    }
}
