//! What has changed since somebody took a quiz, told by the hashes that their device kept.

use super::content::{ClauseRef, Ending, Quiz};
use super::outcome::Passed;
use crate::keep::day::Day;
use crate::keep::taken::Kept;

/// What has changed since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since<'a> {
    /// The clauses whose words have changed, or that were not behind the questions then.
    pub changed: Vec<&'a ClauseRef>,
    /// The ids of those that are behind no question any more.
    pub gone: Vec<&'a str>,
    /// The topics to read again: those that were missed, and those whose questions rest on what has changed.
    pub topics: Vec<usize>,
    /// Whether it is time to take it again: the record counts for 12 months, or until the next version of the policy.
    pub is_due: bool,
}

/// What has changed since what is kept; `None` where it is not known how it was taken. `today` is nothing where no clock says so.
pub fn since<'a>(quiz: &'a Quiz, kept: &'a Kept, today: Option<Day>) -> Option<Since<'a>> {
    let taken = kept.taken.as_ref()?;
    let is_known = |clause: &ClauseRef| kept.rests.iter().any(|rests| rests.clause == clause.id && rests.hash == clause.hash);
    let is_there = |id: &str| quiz.clauses.iter().any(|clause| clause.id == id);
    let has_changed = |clause: &usize| quiz.clauses.get(*clause).is_some_and(|clause| !is_known(clause));
    let topics = (0..quiz.topics.len()).filter(|topic| {
        let items = quiz.items.iter().filter(|item| item.topic == *topic);
        let mut answers = items.flat_map(|item| &item.scenes).flat_map(|scene| &scene.answers);
        taken.missed.contains(&quiz.topics[*topic].id) || answers.any(|answer| answer.clauses.iter().any(has_changed))
    });
    let is_over = taken.on.map(Day::a_year_later).zip(today).is_some_and(|(until, today)| today >= until);
    Some(Since {
        changed: quiz.clauses.iter().filter(|clause| !is_known(clause)).collect(),
        gone: kept.rests.iter().map(|rests| rests.clause.as_str()).filter(|id| !is_there(id)).collect(),
        topics: topics.collect(),
        is_due: quiz.ending == Ending::Record && taken.passed == Passed::Yes && (is_over || taken.policy != quiz.version),
    })
}

#[cfg(test)]
mod tests {
    use super::since;
    use crate::keep::day::Day;
    use crate::keep::taken::{Kept, Rests, Taken, put};
    use crate::quiz::content::{ClauseRef, Quiz};
    use crate::quiz::outcome::Passed;
    use crate::quiz::session::tests::quiz;

    fn with_clauses(clauses: &[(&str, &str)]) -> Quiz {
        let mut quiz = quiz(&[(0, false), (1, false), (2, false)], 0);
        let clause = |(id, hash): &(&str, &str)| ClauseRef {
            id: (*id).to_owned(),
            reference: id.to_uppercase(),
            words: "Tell the DSL.".into(),
            href: format!("../policy/a.html#{id}"),
            hash: (*hash).to_owned(),
        };
        quiz.clauses = clauses.iter().map(clause).collect();
        // The first item rests on the first clause, and so on; the last on the first too.
        for (number, item) in quiz.items.iter_mut().enumerate() {
            item.scenes[0].answers[1].clauses = vec![number % clauses.len()];
        }
        quiz
    }

    fn kept(passed: Passed, missed: &[&str], clauses: &[(&str, &str)]) -> Kept {
        let missed = missed.iter().map(|id| (*id).to_owned()).collect();
        let taken = Taken { on: Day::new(2026, 3, 1), policy: "3.0".into(), missed, passed };
        let rests = clauses.iter().map(|(id, hash)| Rests { clause: (*id).to_owned(), hash: (*hash).to_owned() });
        Kept::read("teacher", &put(None, &taken, &rests.collect::<Vec<_>>()).unwrap())
    }

    #[test]
    fn where_nothing_has_changed_nothing_is_to_be_read() {
        let clauses = [("csm-4", "aa"), ("par-3", "bb")];
        let (quiz, kept) = (with_clauses(&clauses), kept(Passed::Yes, &[], &clauses));
        let since = since(&quiz, &kept, Day::new(2026, 11, 22)).unwrap();
        assert!(since.changed.is_empty() && since.gone.is_empty() && since.topics.is_empty() && !since.is_due);
    }

    #[test]
    fn a_changed_clause_a_new_one_and_one_that_is_gone_are_told_with_what_to_read() {
        let quiz = with_clauses(&[("csm-4", "aa"), ("par-3", "new"), ("inc-1", "cc")]);
        let kept = kept(Passed::Yes, &["t0"], &[("csm-4", "aa"), ("par-3", "bb"), ("old-1", "dd")]);
        let since = since(&quiz, &kept, None).unwrap();
        assert_eq!(since.changed.iter().map(|clause| clause.id.as_str()).collect::<Vec<_>>(), ["par-3", "inc-1"]);
        assert_eq!(since.gone, ["old-1"]);
        assert_eq!(since.topics, [0, 1, 2], "the first was missed, the others rest on what is new");
    }

    #[test]
    fn a_record_counts_for_a_year_or_until_the_next_version() {
        let clauses = [("csm-4", "aa")];
        let due = |quiz: &Quiz, passed, today: (u32, u32, u32)| {
            let today = Day::new(today.0, today.1, today.2);
            since(quiz, &kept(passed, &[], &clauses), today).unwrap().is_due
        };
        let quiz = with_clauses(&clauses);
        assert!(!due(&quiz, Passed::Yes, (2027, 2, 28)));
        assert!(due(&quiz, Passed::Yes, (2027, 3, 1)));
        assert!(!due(&quiz, Passed::NotYet, (2028, 3, 1)), "there was no record");
        assert!(due(&Quiz { version: "3.1".into(), ..quiz }, Passed::Yes, (2026, 3, 2)));
    }

    #[test]
    fn what_cannot_be_read_tells_nothing() {
        let quiz = with_clauses(&[("csm-4", "aa")]);
        for text in ["", "rubbish", "fingerpost 9\ntaken passed=yes", "fingerpost 2\ntaken passed=ye policy=3"] {
            assert_eq!(since(&quiz, &Kept::read("teacher", text), None), None, "{text}");
        }
    }
}
