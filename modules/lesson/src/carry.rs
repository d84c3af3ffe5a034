//! What a learner has done at a moment counts on the other paths too: whoever changes the path there does not begin anew.
//!
//! The paths ask the same in other words, so options, things and lines are told to be the same by their pictures. Where that does not tell and
//! the step is done, the one thing that would do it is taken as done. Nothing is carried that says something about the learner (feelings) or is
//! never kept (a password), and no news comes with it: nothing was chosen just now.

use crate::answer::Answer;
use crate::attempt::Attempt;
use crate::attempt::chosen::Chosen;
use crate::attempt::promised::Promised;
use crate::attempt::ticked::{Ticked, fits};
use crate::attempt::walked::Walked;
use crate::content::{Activity, Choice, Picture};

/// The answer to the activity `to` that follows from an attempt at the same moment on another path. `None` where nothing follows.
pub fn carried(from: &Attempt<'_>, to: &Activity) -> Option<Answer> {
    let done = from.is_done();
    let new = match (from, Attempt::fresh(to)) {
        (Attempt::Choose(one, before), Attempt::Choose(two, _))
        | (Attempt::Gap(one, before), Attempt::Gap(two, _))
        | (Attempt::Spot(one, before), Attempt::Spot(two, _))
        | (Attempt::People(one, before), Attempt::People(two, _)) => Answer::Choose(found_again(one, before, done, two)),
        (Attempt::Find(one, before), Attempt::Find(two, _)) => Answer::Choose(found_again(&one.parts, before, done, &two.parts)),
        (Attempt::ChooseSeveral(one, before), Attempt::ChooseSeveral(two, _)) => {
            let picked = right_again(one, &before.picked, two);
            let checked = (done && fits(two, &picked)).then(|| picked.clone());
            Answer::Several(Ticked { picked, checked })
        }
        (Attempt::Sort(one, before), Attempt::Sort(two, mut sorted))
        | (Attempt::Match(one, before), Attempt::Match(two, mut sorted)) => {
            for (thing, placed) in two.things.iter().zip(&mut sorted.placed) {
                let mut others = one.things.iter().zip(&before.placed);
                *placed = done || others.any(|(other, was)| *was && is_same(&other.picture, &thing.picture));
            }
            sorted.chosen = sorted.placed.iter().position(|placed| !placed);
            Answer::Sort(sorted)
        }
        (Attempt::Order(..), Attempt::Order(_, mut arranged)) if done => {
            arranged.now.sort_unstable();
            Answer::Order(arranged)
        }
        (Attempt::Story(..), Attempt::Story(_, walked)) | (Attempt::Chat(..), Attempt::Chat(_, walked)) => {
            Answer::Story(Walked { ended: done, ..walked })
        }
        (Attempt::Promise(one, _), Attempt::Promise(two, _)) if done && one.len() == two.len() => {
            // How many answers a line has differs between paths, so that each was answered is all that is known.
            Answer::Promise(Promised { given: vec![0; two.len()], ended: true })
        }
        // What is private, or not done, and activities of two kinds. Each is named: a new one does not compile until somebody has decided.
        (
            Attempt::Look(_)
            | Attempt::Feelings(..)
            | Attempt::Password(..)
            | Attempt::Choose(..)
            | Attempt::Gap(..)
            | Attempt::Spot(..)
            | Attempt::Find(..)
            | Attempt::People(..)
            | Attempt::ChooseSeveral(..)
            | Attempt::Sort(..)
            | Attempt::Match(..)
            | Attempt::Order(..)
            | Attempt::Story(..)
            | Attempt::Chat(..)
            | Attempt::Promise(..),
            _,
        ) => return None,
    };
    (new != Attempt::fresh(to).into_answer()).then_some(new)
}

/// What was chosen on the other path as it counts among the options of this one.
fn found_again(one: &[Choice], before: &Chosen, done: bool, two: &[Choice]) -> Chosen {
    let mut tried = right_again(one, &before.tried, two);
    let right: Vec<usize> = (0..two.len()).filter(|index| two[*index].right).collect();
    if let ([only], true) = (&right[..], done) {
        tried[*only] = true;
    }
    Chosen { tried, last: None }
}

/// The options that were chosen on the other path and are right. What was missed there is no news here.
fn right_again(one: &[Choice], before: &[bool], two: &[Choice]) -> Vec<bool> {
    let was_chosen =
        |option: &Choice| one.iter().zip(before).any(|(other, was)| *was && is_same(&other.picture, &option.picture));
    two.iter().map(|option| option.right && was_chosen(option)).collect()
}

fn is_same(one: &Option<Picture>, two: &Option<Picture>) -> bool {
    one.as_ref().zip(two.as_ref()).is_some_and(|(one, two)| one.symbol == two.symbol)
}

#[cfg(test)]
mod tests {
    use super::carried;
    use crate::answer::Answer;
    use crate::attempt::Attempt;
    use crate::attempt::chosen::Chosen;
    use crate::attempt::ticked::Ticked;
    use crate::content::{Activity, Choice, Picture};

    fn choice(symbol: &str, right: bool) -> Choice {
        let picture = (!symbol.is_empty()).then(|| Picture { symbol: symbol.to_owned(), alt: symbol.to_owned() });
        Choice { picture, text: Vec::new(), right, reason: Vec::new() }
    }

    fn tried(marks: &[bool]) -> Answer {
        Answer::Choose(Chosen { tried: marks.to_vec(), last: Some(0) })
    }

    /// What is carried of an answer to one activity to another.
    fn from_to(from: &Activity, answer: Answer, to: &Activity) -> Option<Answer> {
        carried(&Attempt::going_on(from, Some(&answer)), to)
    }

    fn is_done(activity: &Activity, answer: Option<Answer>) -> bool {
        Attempt::going_on(activity, Some(&answer.expect("something is carried"))).is_done()
    }

    #[test]
    fn a_right_option_is_found_again_by_its_picture_and_a_missed_one_is_no_news() {
        let from = Activity::Choose(vec![choice("keep", false), choice("adult", true)]);
        let to = Activity::Choose(vec![choice("adult", true), choice("delete", false), choice("keep", false)]);
        let carried = from_to(&from, tried(&[true, true]), &to);
        assert_eq!(carried, Some(Answer::Choose(Chosen { tried: vec![true, false, false], last: None })));
        assert!(is_done(&to, carried));
    }

    #[test]
    fn without_pictures_what_is_done_is_done() {
        let from = Activity::Choose(vec![choice("adult", true), choice("keep", false)]);
        let to = Activity::Choose(vec![choice("", false), choice("", true)]);
        assert_eq!(from_to(&from, tried(&[false, true]), &to), None, "it is not done yet");
        assert!(is_done(&to, from_to(&from, tried(&[true, false]), &to)));
    }

    #[test]
    fn every_part_that_is_looked_for_must_be_found_here_too() {
        let from = Activity::Spot(vec![choice("gift", true)]);
        let to = Activity::Spot(vec![choice("gift", true), choice("secret", true)]);
        assert!(!is_done(&to, from_to(&from, tried(&[true]), &to)));
    }

    #[test]
    fn ticks_go_along_and_count_where_they_are_all_there_is() {
        let from = Activity::ChooseSeveral(vec![choice("home", true), choice("cat", false)]);
        let to = Activity::ChooseSeveral(vec![choice("cat", false), choice("home", true)]);
        let before = Answer::Several(Ticked { picked: vec![true, false], checked: Some(vec![true, false]) });
        assert!(is_done(&to, from_to(&from, before.clone(), &to)));
        let more = Activity::ChooseSeveral(vec![choice("home", true), choice("school", true)]);
        assert_eq!(from_to(&from, before, &more), Some(Answer::Several(Ticked { picked: vec![true, false], checked: None })));
    }

    #[test]
    fn feelings_and_other_kinds_of_activity_are_not_carried() {
        let faces = Activity::Feelings(vec![choice("happy", true)]);
        assert_eq!(from_to(&faces, tried(&[true]), &faces), None);
        let other = Activity::Gap(vec![choice("happy", true)]);
        assert_eq!(from_to(&Activity::Choose(vec![choice("happy", true)]), tried(&[true]), &other), None);
    }
}
