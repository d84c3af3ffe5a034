//! What the parts of the screen know: what can happen to the module, and what is to be shown.

use super::shown::Shown;
use crate::input::Input;
use crate::text::Reader;
use fingerpost_lesson::keep::day::Day;
use fingerpost_lesson::keep::keeping::Opening;
use fingerpost_lesson::keep::quizzes::Keeping;
use fingerpost_lesson::quiz::session::{Event, Session};
use fingerpost_lesson::strings::{PlayerStrings, QuizStrings};
use fingerpost_lesson::wire::QuizData;
use yew::prelude::*;

/// What can happen to the module.
#[derive(Debug)]
pub enum Msg {
    /// What is kept of the quiz and of who is learning has been read.
    Opened(Keeping, Box<Opening>, Option<Day>),
    /// The first go, or another one.
    Begin,
    /// Something was done in the quiz.
    Do(Event),
    /// Read the screen aloud, or fall silent.
    Listen,
    /// A sentence has been spoken to its end.
    Spoken,
    /// The page is left, or comes back as it was left.
    Left,
    /// A link is to be followed though there are answers to lose: it is asked about. None: it is not followed.
    Leave(Option<String>),
    /// The record or the slip is printed.
    Print,
    /// A name is typed.
    Name(String),
    /// The record is to be saved to a file.
    Save,
    /// "Remember on this device."
    Remember,
    /// "Forget."
    Forget,
    /// Something happened to the ways in.
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
    /// The page's data.
    pub page: &'a QuizData,
    /// The quiz's words.
    pub words: &'a QuizStrings,
    /// The player's words.
    pub player: &'a PlayerStrings,
    /// What is on show.
    pub shown: &'a Shown,
    /// How far the questions have gone.
    pub session: &'a Session,
    /// Where messages go.
    pub link: &'a Callback<Msg>,
    /// Shows the sentences.
    pub reader: &'a Reader<'a>,
    /// Whether the last wish to listen met no voice.
    pub no_voice: bool,
    /// Changes with every event.
    pub turn: bool,
}

impl Screen<'_> {
    /// A callback that does something in the quiz.
    pub fn does(&self, event: Event) -> Callback<MouseEvent> {
        self.link.reform(move |_| Msg::Do(event))
    }
}
