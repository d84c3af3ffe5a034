//! A promise: its lines are answered one by one.

use crate::content::Line;
use crate::said::Said;
use crate::script::{Part, Script};

/// What has been promised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Promised {
    /// What was said to each line so far: an index into the words that meet it.
    pub given: Vec<usize>,
    /// Whether every line has been answered once.
    pub ended: bool,
}

impl Promised {
    /// The next line is answered. None is asked twice.
    pub fn give(&mut self, lines: &[Line], met: usize) {
        if lines.get(self.given.len()).is_some_and(|line| met < line.met.len()) {
            self.given.push(met);
            self.ended |= self.given.len() == lines.len();
        }
    }

    /// Back to the line before. That the end has been reached stays true.
    pub fn go_back(&mut self) {
        self.given.pop();
    }

    /// From the beginning; that the end has been reached stays true.
    pub fn from_the_beginning(&mut self) {
        self.given.clear();
    }

    /// What is said to the last answer, and the line that comes next.
    pub fn said<'a>(&self, lines: &'a [Line]) -> Said<'a> {
        match self.given.last() {
            Some(met) => {
                let next = lines.get(self.given.len()).map(|line| std::slice::from_ref(&line.text));
                Said::GoesOn { met: &lines[self.given.len() - 1].met[*met], who: "", next: next.unwrap_or_default() }
            }
            None => Said::Nothing,
        }
    }

    /// The line that is asked for now, and what met the answer before.
    pub fn script(&self, lines: &[Line], script: &mut Script<'_>) {
        let asked = self.given.len();
        if let Some(line) = lines.get(asked) {
            script.add(Part::Option(asked), &line.text);
        }
        if let Some(met) = self.given.last() {
            script.add(Part::Reason(asked - 1), &lines[asked - 1].met[*met]);
        }
    }
}
