//! What a learner, or an adult beside them, can do in a lesson.

use crate::password::WORDS;
use crate::path::Path;

/// What a learner, or an adult beside them, can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// To the next step, or past the last to the end.
    Next,
    /// To the step before.
    Back,
    /// From the last screen to the first step, with everything fresh but the prompts.
    Again,
    /// The same moment on another path.
    ChangePath(Path),
    /// The picture is pressed.
    Press,
    /// The hint is asked for, or put away.
    Hint,
    /// An option is chosen.
    Choose(usize),
    /// An option is ticked or unticked.
    Toggle(usize),
    /// "Is this it?"
    Check,
    /// A thing is taken, to be placed.
    Take(usize),
    /// The thing is put into a group, or to a partner.
    Put(usize),
    /// The thing at this position moves up.
    Up(usize),
    /// The thing at this position moves down.
    Down(usize),
    /// A way on in the story, or a reply in the chat.
    Go(usize),
    /// Back in the story, the chat or the promise.
    GoBack,
    /// The story, the chat or the promise from its beginning.
    FromTheBeginning,
    /// Words for a password are drawn by these random numbers.
    Draw([u32; WORDS]),
}
