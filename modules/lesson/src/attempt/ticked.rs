//! Choose several: all that fit are ticked, then checked.

use crate::content::Choice;
use crate::outcome::Outcome;
use crate::said::Said;
use crate::script::{Part, Script};

/// What has been ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticked {
    /// What is ticked.
    pub picked: Vec<bool>,
    /// What was ticked at the last check; `None` before the first.
    pub checked: Option<Vec<bool>>,
}

impl Ticked {
    /// Nothing, of so many options.
    pub fn nothing(count: usize) -> Ticked {
        Ticked { picked: vec![false; count], checked: None }
    }

    /// Whether the last check found all that fit, and nothing else.
    pub fn is_done(&self, options: &[Choice]) -> bool {
        self.checked.as_ref().is_some_and(|checked| fits(options, checked))
    }

    /// An option is ticked, or its tick is taken away.
    pub fn toggle(&mut self, index: usize) {
        if let Some(tick) = self.picked.get_mut(index) {
            *tick = !*tick;
        }
    }

    /// The learner asks whether this is it. That nothing is chosen yet is told, and is no miss.
    pub fn check(&mut self, options: &[Choice]) -> Outcome {
        self.checked = Some(self.picked.clone());
        Outcome::of(!self.picked.contains(&true) || self.is_done(options))
    }

    /// Whether an option was ticked at the last check and still is: its reason is on show.
    pub fn is_met(&self, index: usize) -> bool {
        self.picked[index] && self.checked.as_ref().is_some_and(|checked| checked[index])
    }

    /// What the last check found.
    pub fn said(&self, options: &[Choice]) -> Said<'static> {
        let Some(checked) = &self.checked else { return Said::Nothing };
        let count = |right: bool, ticked: bool| {
            options.iter().zip(checked).filter(|(option, tick)| option.right == right && **tick == ticked).count()
        };
        match (count(true, false), count(false, true)) {
            _ if !checked.contains(&true) => Said::NothingChosen,
            (0, 0) => Said::Done,
            (missing, extra) => Said::Several { missing, extra },
        }
    }

    /// The options, each that a check has met with its reason.
    pub fn script(&self, options: &[Choice], script: &mut Script<'_>) {
        for (index, option) in options.iter().enumerate() {
            script.add(Part::Option(index), &option.text);
            if self.is_met(index) {
                script.add(Part::Reason(index), &option.reason);
            }
        }
    }
}

/// Whether some ticks are on all options that fit, and on nothing else.
pub fn fits(options: &[Choice], ticks: &[bool]) -> bool {
    options.iter().zip(ticks).all(|(option, tick)| option.right == *tick)
}
