//! What a switch of a setting is set to.

/// What a switch is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Switch {
    /// True or false.
    Flag(bool),
    /// One of several words.
    Text(String),
    /// What could not be read, which was reported where it stands.
    Unread,
}
