//! What is on show, as plain data.

use fingerpost_lesson::keep::day::Day;
use fingerpost_lesson::keep::quizzes::Keeping;
use fingerpost_lesson::quiz::content::{Ending, Quiz};
use fingerpost_lesson::quiz::outcome::Passed;
use fingerpost_lesson::quiz::session::{Session, Stage};
use std::rc::Rc;

/// What is on show, as plain data.
#[derive(Clone, Debug)]
pub struct Shown {
    /// How far the questions have gone.
    pub session: Session,
    /// What the device remembers.
    pub keeping: Keeping,
    /// The day on which the page was opened, and from the result on the day of that; none where the clock does not know it.
    pub today: Option<Day>,
    /// The name for the record, as typed. It is kept nowhere.
    pub name: String,
    /// The file that was just saved.
    pub saved: Option<String>,
}

impl Shown {
    /// The beginning of a quiz.
    pub fn new(quiz: &Quiz) -> Shown {
        Shown {
            session: Session::new(Rc::new(quiz.clone())),
            keeping: Keeping::default(),
            today: None,
            name: String::new(),
            saved: None,
        }
    }

    /// Whether there is something to print: the slip at every end, the record once there is nothing more to pass.
    pub fn has_paper(&self) -> bool {
        let is_result = self.session.stage() == Stage::Result;
        is_result && (self.session.quiz().ending != Ending::Record || self.session.outcome().passed != Passed::NotYet)
    }
}
