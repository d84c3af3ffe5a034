//! What the parts of a lesson's screen know: what can happen to the module, and what is to be shown.

use crate::input::Input;
use crate::text::Reader;
use crate::ways::WaysIn;
use fingerpost_lesson::class::ClassKey;
use fingerpost_lesson::keep::keeping::{Keeping, Opening};
use fingerpost_lesson::session::{Event, Session};
use fingerpost_lesson::strings::PlayerStrings;
use yew::prelude::*;

/// What can happen to the module.
#[derive(Debug)]
pub enum Msg {
    /// Something was done in the lesson.
    Do(Event),
    /// What is kept has been read.
    Opened(Opening),
    /// "Remember on this device."
    Remember,
    /// "Forget everything."
    Forget,
    /// Read the screen aloud, or fall silent.
    Listen,
    /// The picture was pressed: it changes, and its words are spoken.
    PressAndListen,
    /// A sentence has been spoken to its end.
    Spoken,
    /// The recording has ended: whole, or it could not be played.
    Played(bool),
    /// Words for a password are drawn.
    Draw,
    /// A password is written.
    Write(String),
    /// The card of the step is printed.
    Print,
    /// The big screen for a class, on or off.
    Class(bool),
    /// The page is left.
    Left,
    /// An adult's key, while the big screen is on.
    Key(ClassKey),
    /// Something happened to the ways in: switches, or a pointer that rests.
    Ways(Input),
    /// Other software has changed what must not wait.
    Mend,
    /// What was said stands in a line that is new, which a screen reader passes over: it has to become news.
    News,
    /// The device's voices are known, or have changed.
    Voices,
}

/// What every part of the screen needs.
pub struct Screen<'a> {
    /// The lesson's state.
    pub session: &'a Session,
    /// The words.
    pub strings: &'a PlayerStrings,
    /// Where messages go.
    pub link: &'a Callback<Msg>,
    /// Shows the sentences.
    pub reader: &'a Reader<'a>,
    /// Whether the device remembers.
    pub keeping: &'a Keeping,
    /// The ways in.
    pub ways: &'a WaysIn,
    /// Whether the last wish to listen met no voice.
    pub no_voice: bool,
    /// Whether the big screen for a class is on.
    pub in_class: bool,
    /// The heading, for focus.
    pub heading: &'a NodeRef,
    /// Changes with every event.
    pub turn: bool,
    /// The key of the root.
    pub key: &'static str,
}

impl Screen<'_> {
    /// A callback that does something in the lesson.
    pub fn does(&self, event: Event) -> Callback<MouseEvent> {
        self.link.reform(move |_| Msg::Do(event))
    }
}
