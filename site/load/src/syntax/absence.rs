//! Why a part of what an author wrote is not in a setting.

/// Why something that its author wrote is not there. Of several reasons the greatest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Absence {
    /// Its condition does not hold in this setting.
    Condition,
    /// The setting leaves it out, or what it rests on.
    LeftOut,
    /// Nobody has approved it.
    Draft,
    /// Its condition could not be read, which was reported. What follows from that is not reported as well.
    Unread,
}
