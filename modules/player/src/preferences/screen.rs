//! What the parts of the page "How I like it" know: what can happen to the module, and what is to be shown.

use super::carrying::{Carrying, Wish};
use crate::input::Input;
use fingerpost_lesson::keep::keeping::Opening;
use fingerpost_lesson::path::Path;
use fingerpost_lesson::speaking::Speaking;
use fingerpost_lesson::wire::PreferencesData;
use yew::prelude::*;

/// What can happen to the module.
#[derive(Debug)]
pub enum Msg {
    /// Something happened to the ways in: switches, or a pointer that rests.
    Ways(Input),
    /// What is kept has been read.
    Opened(Opening),
    /// The device's voices are known, or have changed.
    Voices,
    /// This voice is liked; `None` is the best there is.
    Voice(Option<String>),
    /// One step slower, or faster.
    Speed {
        /// Faster.
        faster: bool,
    },
    /// Hear the sample, or fall silent.
    Sample,
    /// The sample has been spoken.
    Spoken,
    /// The page on another path: fewer choices with symbols, or all.
    Path(Path),
    /// "Remember on this device."
    Remember,
    /// Something about taking it all to another device.
    Carry(Wish),
    /// Other software has changed what must not wait.
    Mend,
}

/// What every part of the page needs.
pub struct Screen<'a> {
    /// The page's data.
    pub page: &'a PreferencesData,
    /// Where messages go.
    pub link: &'a Callback<Msg>,
    /// How somebody likes to be spoken to.
    pub speaking: &'a Speaking,
    /// The names of the voices to choose from.
    pub voices: &'a [String],
    /// Whether the sample is heard.
    pub is_sampled: bool,
    /// What is being taken from or to another device.
    pub carrying: &'a Carrying,
}
