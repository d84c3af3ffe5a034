//! What is remembered of each step that a learner has touched, without the step itself: [`crate::attempt::Attempt`] has the two together.

use crate::attempt::arranged::Arranged;
use crate::attempt::chosen::Chosen;
use crate::attempt::looked::Looked;
use crate::attempt::made::Made;
use crate::attempt::promised::Promised;
use crate::attempt::sorted::Sorted;
use crate::attempt::ticked::Ticked;
use crate::attempt::walked::Walked;

/// What a learner has done in one step. Activities that are answered in the same form share one: which of them it is, the step says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Look and listen.
    Look(Looked),
    /// Choose one, fill the gap, spot it, find it, say how it feels, or choose people.
    Choose(Chosen),
    /// Choose several.
    Several(Ticked),
    /// Sort, or match.
    Sort(Sorted),
    /// Put in order.
    Order(Arranged),
    /// A story, or a chat.
    Story(Walked),
    /// A password.
    Password(Made),
    /// A promise.
    Promise(Promised),
}
