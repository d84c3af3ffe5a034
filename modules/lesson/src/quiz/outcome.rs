//! What came of a quiz. Whole numbers only: a share of a hundred that is just reached is reached.

use super::content::Rules;

/// How many were right, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Right at the first choice.
    pub right: usize,
    /// Asked.
    pub of: usize,
}

impl Count {
    /// One more.
    pub fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }

    /// Whether so many of a hundred are reached. Of nothing, everything is.
    pub fn reaches(self, percent: u8) -> bool {
        self.right * 100 >= self.of * usize::from(percent)
    }

    /// The share that was right, in whole percent, never more than it is.
    pub fn percent(self) -> usize {
        (self.right * 100).checked_div(self.of).unwrap_or(100)
    }
}

/// Whether it is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// It is.
    Yes,
    /// Not yet: there is always another go.
    NotYet,
    /// There is nothing to pass.
    Nothing,
}

impl Passed {
    const ALL: [Passed; 3] = [Passed::Yes, Passed::NotYet, Passed::Nothing];

    /// Its id, in what is kept.
    pub fn id(self) -> &'static str {
        match self {
            Passed::Yes => "yes",
            Passed::NotYet => "not-yet",
            Passed::Nothing => "nothing",
        }
    }

    /// The one with this id.
    pub fn from_id(id: &str) -> Option<Passed> {
        Passed::ALL.into_iter().find(|passed| passed.id() == id)
    }
}

/// What came of one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Of the questions that must be right.
    pub critical: Count,
    /// Of the others.
    pub other: Count,
    /// The topics in which something was missed, as indexes into the quiz's, each once.
    pub missed: Vec<usize>,
    /// Whether it is passed.
    pub passed: Passed,
}

impl Outcome {
    /// What the rules make of answers: of each item its topic, whether it must be right, and whether it was.
    pub fn of(rules: Rules, answers: impl Iterator<Item = (usize, bool, bool)>) -> Outcome {
        let (mut critical, mut other, mut missed) = (Count::default(), Count::default(), Vec::new());
        for (topic, must, right) in answers {
            if must {
                critical.add(right)
            } else {
                other.add(right)
            }
            if !right && !missed.contains(&topic) {
                missed.push(topic);
            }
        }
        let passed = match rules.pass {
            0 => Passed::Nothing,
            pass if critical.reaches(rules.critical) && other.reaches(pass) => Passed::Yes,
            _ => Passed::NotYet,
        };
        Outcome { critical, other, missed, passed }
    }

    /// Of all questions.
    pub fn all(&self) -> Count {
        Count { right: self.critical.right + self.other.right, of: self.critical.of + self.other.of }
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, Outcome, Passed};
    use crate::quiz::content::Rules;
    use proptest::prelude::*;

    /// `(critical right, of, others right, of)` under the rules of most inductions: critical ones all, of the rest 80 in 100.
    fn passed(critical: (usize, usize), other: (usize, usize)) -> Passed {
        let some = |must: bool, (right, of): (usize, usize)| (0..of).map(move |nth| (0, must, nth < right));
        Outcome::of(Rules { asked: 16, pass: 80, critical: 100 }, some(true, critical).chain(some(false, other))).passed
    }

    #[test]
    fn just_enough_is_enough_and_one_fewer_is_not_yet() {
        for (other, enough) in
            [((8, 10), true), ((7, 10), false), ((4, 5), true), ((3, 5), false), ((9, 11), true), ((8, 11), false)]
        {
            assert_eq!(passed((6, 6), other) == Passed::Yes, enough, "{other:?}");
            assert_eq!(passed((5, 6), other), Passed::NotYet, "one critical one was missed");
        }
        assert_eq!(passed((0, 0), (10, 10)), Passed::Yes, "of no critical ones all are right");
        assert_eq!(passed((3, 3), (0, 0)), Passed::Yes, "and so of no others");
    }

    #[test]
    fn where_nothing_has_to_be_passed_nothing_is_missed_by_it() {
        let outcome = Outcome::of(Rules { asked: 0, pass: 0, critical: 100 }, [(0, true, false), (1, false, true)].into_iter());
        assert_eq!((outcome.passed, outcome.missed), (Passed::Nothing, vec![0]));
    }

    proptest! {
        #[test]
        fn the_share_is_never_said_to_be_more_than_it_is(right in 0usize..50, more in 0usize..50, percent in 0u8..=100) {
            let count = Count { right, of: right + more };
            prop_assert_eq!(count.reaches(percent), count.percent() >= usize::from(percent));
            prop_assert!(count.percent() <= 100 && (count.percent() == 100) == (more == 0));
        }
    }
}
