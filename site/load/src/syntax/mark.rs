//! A mark as typed: what stands in braces at the end of a heading or of a list item, once it is read.

use super::absence::Absence;
use fingerpost_model::{Audience, Only};

/// A mark as typed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Mark {
    /// `#id`.
    pub id: Option<String>,
    /// `.audience`.
    pub audiences: Vec<Audience>,
    /// `only=`.
    pub only: Only,
    /// Why the part is not in this setting, by `when=` and `unless=`.
    pub absence: Option<Absence>,
    /// `.in-short`.
    pub is_in_short: bool,
    /// `ref=`.
    pub reference: Option<String>,
    /// `.critical`: a question that must be right.
    pub is_critical: bool,
    /// `clauses=`: what a promise or a reason rests on, each with its place.
    pub clauses: Vec<(String, usize)>,
    /// `promises=`: the promises that a moment of a lesson practises.
    pub promises: Vec<(String, usize)>,
    /// `for=`: the courses that ask a question.
    pub courses: Vec<(String, usize)>,
    /// Where it stands.
    pub at: usize,
    /// Whether something in it was reported, so that what seems to be missing is not reported as well.
    pub is_broken: bool,
}

impl Mark {
    /// The first thing in it that has a meaning only in questions, agreements and the lesson that practises one.
    pub fn of_questions(&self) -> Option<&'static str> {
        let Mark { is_critical, clauses, promises, courses, .. } = self;
        let found = [
            (*is_critical, ".critical"),
            (!clauses.is_empty(), "clauses="),
            (!promises.is_empty(), "promises="),
            (!courses.is_empty(), "for="),
        ];
        found.into_iter().find(|(is_there, _)| *is_there).map(|(_, word)| word)
    }

    /// Makes it the mark of a part that nobody is shown until it is mended.
    pub fn hide(&mut self) {
        self.is_broken = true;
        self.only = Only::These(Vec::new());
        self.absence = Some(Absence::Unread);
    }

    /// Whether it keeps its part from anybody, or from a setting.
    pub fn limits(&self) -> bool {
        self.only != Only::Everyone || self.absence.is_some()
    }
}

/// Whether this can be an id: `[a-z][a-z0-9-]*`.
pub fn is_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.chars().all(|next| next.is_ascii_lowercase() || next.is_ascii_digit() || next == '-')
}
