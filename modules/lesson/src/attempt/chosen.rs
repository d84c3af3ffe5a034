//! One option after another is chosen, and each is met at once: choose one, fill the gap, spot it, find it, say how it feels, choose people.

use crate::content::Choice;
use crate::outcome::Outcome;
use crate::said::Said;
use crate::script::{Part, Script};

/// What has been chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Which options have been chosen so far; their reasons are on show.
    pub tried: Vec<bool>,
    /// The last one.
    pub last: Option<usize>,
}

impl Chosen {
    /// Nothing, of so many options.
    pub fn nothing(count: usize) -> Chosen {
        Chosen { tried: vec![false; count], last: None }
    }

    /// How many of the right options have been chosen, and how many there are.
    pub fn found(&self, options: &[Choice]) -> (usize, usize) {
        let right = options.iter().zip(&self.tried).filter(|(option, _)| option.right);
        right.fold((0, 0), |(found, all), (_, tried)| (found + usize::from(*tried), all + 1))
    }

    /// Whether every right option has been chosen.
    pub fn found_all(&self, options: &[Choice]) -> bool {
        let (found, all) = self.found(options);
        found == all
    }

    /// Whether a right option has been chosen.
    pub fn found_one(&self, options: &[Choice]) -> bool {
        self.found(options).0 > 0
    }

    /// An option is chosen, besides those before.
    pub fn choose(&mut self, options: &[Choice], index: usize) -> Outcome {
        let Some(option) = options.get(index) else { return Outcome::Fine };
        self.tried[index] = true;
        self.last = Some(index);
        Outcome::of(option.right)
    }

    /// An option is chosen, in the place of the one before.
    pub fn choose_instead(&mut self, index: usize) {
        if index < self.tried.len() {
            self.tried.fill(false);
            self.tried[index] = true;
            self.last = Some(index);
        }
    }

    /// An option is chosen, or is left out again.
    pub fn choose_or_leave_out(&mut self, index: usize) {
        if let Some(tried) = self.tried.get_mut(index) {
            *tried = !*tried;
            self.last = tried.then_some(index);
        }
    }

    /// The first right option that has not been chosen.
    pub fn still_to_find(&self, options: &[Choice]) -> Option<usize> {
        options.iter().zip(&self.tried).position(|(option, tried)| option.right && !tried)
    }

    /// The right option that was chosen last, else the first that was.
    pub fn fitting(&self, options: &[Choice]) -> Option<usize> {
        let fits = |index: &usize| options[*index].right && self.tried[*index];
        self.last.filter(fits).or_else(|| (0..options.len()).find(fits))
    }

    /// What is said to the last one, where something is right or missed.
    pub fn judged<'a>(&self, options: &'a [Choice]) -> Said<'a> {
        match self.last {
            Some(last) => Said::Reason { right: options[last].right, reason: &options[last].reason },
            None => Said::Nothing,
        }
    }

    /// What is said to the last one, where nothing is right or missed.
    pub fn accepted<'a>(&self, options: &'a [Choice]) -> Said<'a> {
        self.last.map_or(Said::Nothing, |last| Said::Accepted(&options[last].reason))
    }

    /// The options, each that was chosen with its reason.
    pub fn script(&self, options: &[Choice], script: &mut Script<'_>) {
        for (index, (option, tried)) in options.iter().zip(&self.tried).enumerate() {
            script.add(Part::Option(index), &option.text);
            if *tried {
                script.add(Part::Reason(index), &option.reason);
            }
        }
    }
}
