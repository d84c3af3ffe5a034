//! What can be said of the step on show, for the polite live region and the words under the answers.

use crate::content::Text;
use crate::password::Check;

/// What can be said of the step on show, for the polite live region and the words under the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said<'a> {
    /// Nothing yet.
    Nothing,
    /// The reason that meets the option or thing just chosen.
    Reason {
        /// Whether it is right; else another go follows.
        right: bool,
        /// The reason.
        reason: &'a Text,
    },
    /// The words that meet a feeling, or a person who was chosen.
    Accepted(&'a Text),
    /// A chat or a promise goes on.
    GoesOn {
        /// The words that meet the reply, or what was said to the line before.
        met: &'a Text,
        /// Who writes next; empty in a promise.
        who: &'a str,
        /// What comes next: the messages that answer, or the next line. Nothing after the last.
        next: &'a [Text],
    },
    /// "Choose several": nothing was chosen at the check.
    NothingChosen,
    /// "Choose several": what was found at the check.
    Several {
        /// How many that fit are still to be found.
        missing: usize,
        /// How many chosen ones do not fit.
        extra: usize,
    },
    /// So many words of a password are drawn, and more are to come.
    Drawn(usize),
    /// What is good about the password. Its words are not said: nobody who is near should hear them.
    Checked(Check),
    /// A thing has moved: its index in the right order and the position where it lies now, both from 0.
    Moved {
        /// Which thing.
        thing: usize,
        /// Where it lies.
        position: usize,
    },
    /// "Order": how many are in their place at the check.
    InPlace(usize),
    /// Done.
    Done,
}
