//! What a setting says that is nobody's: numbers for drama, addresses for examples, and what was copied from an example.

use crate::place::Place;

/// A kind of fact that belongs to an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExampleFact {
    /// A telephone number that is kept for drama.
    Number,
    /// An e-mail address at a place that is kept for examples.
    Email,
    /// The address of a web page there.
    Web,
    /// When and by whom the policy was approved and reviewed, as an example has it.
    Approval,
    /// A change of the policy that an example tells.
    Change,
    /// The owner and the reviews of another policy, as an example has them.
    Policy,
}

/// Whether a setting is invented, and what in it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invented {
    /// Where setting.toml says `example = true`, if it does.
    pub example: Option<Place>,
    /// What is an example's, in the order of the files.
    pub facts: Vec<(ExampleFact, Place)>,
    /// The first of what only a real setting has: a number that rings, an address that leads somewhere, a name that is no example's.
    pub real: Option<Place>,
}
