//! What a learner has done at a moment counts on the other paths too: whoever changes the path there does not begin anew.
//!
//! The paths ask the same in other words, so options, things and lines are told to be the same by their pictures. Where that does not tell and
//! the step is done, the one thing that would do it is taken as done. Nothing is carried that says something about the learner (feelings) or is
//! never kept (a password), and no news comes with it: nothing was chosen just now.

use crate::answer::Answer;
use crate::content::{Activity, Choice, Picture, Step};

/// The answer to `to` that follows from an `answer` to `from`, the same moment on another path. `None` where nothing follows.
pub fn carried(from: &Step, answer: &Answer, to: &Step) -> Option<Answer> {
    if std::mem::discriminant(&from.activity) != std::mem::discriminant(&to.activity) {
        return None;
    }
    let done = answer.is_done(from);
    let mut new = Answer::fresh(to);
    match (&from.activity, &to.activity, answer, &mut new) {
        (Activity::Feelings(_) | Activity::Look | Activity::Password(_), ..) => return None,
        (one, two, Answer::Choose { tried: before, .. }, Answer::Choose { tried, .. }) => {
            let (one, two) = (one.options()?, two.options()?);
            mark(one, before, two, tried);
            let right: Vec<usize> = (0..two.len()).filter(|index| two[*index].right).collect();
            if let ([only], true) = (&right[..], done) {
                tried[*only] = true;
            }
        }
        (Activity::ChooseSeveral(one), Activity::ChooseSeveral(two), Answer::Several { picked: before, .. }, new) => {
            let mut ticked = vec![false; two.len()];
            mark(one, before, two, &mut ticked);
            let is_right = two.iter().zip(&ticked).all(|(option, ticked)| option.right == *ticked);
            *new = Answer::Several { checked: (done && is_right).then(|| ticked.clone()), picked: ticked };
        }
        (
            Activity::Sort(one) | Activity::Match(one),
            Activity::Sort(two) | Activity::Match(two),
            Answer::Sort { placed: before, .. },
            Answer::Sort { placed, chosen, .. },
        ) => {
            for (thing, placed) in two.things.iter().zip(placed.iter_mut()) {
                let same = one.things.iter().zip(before).any(|(other, was)| *was && is_same(&other.picture, &thing.picture));
                *placed = done || same;
            }
            *chosen = placed.iter().position(|placed| !placed);
        }
        (_, _, Answer::Order { .. }, Answer::Order { now, .. }) if done => now.sort_unstable(),
        (_, _, Answer::Story { .. }, Answer::Story { ended, .. }) => *ended = done,
        (Activity::Promise(one), Activity::Promise(two), Answer::Promise { .. }, new) if done && one.len() == two.len() => {
            // How many answers a line has differs between paths, so that each was answered is all that is known.
            *new = Answer::Promise { given: vec![0; two.len()], ended: true };
        }
        _ => return None,
    }
    (new != Answer::fresh(to)).then_some(new)
}

/// Marks the options that were chosen on the other path and are right. What was missed there is no news here.
fn mark(one: &[Choice], before: &[bool], two: &[Choice], marks: &mut [bool]) {
    for (option, mark) in two.iter().zip(marks) {
        let chosen = one.iter().zip(before).any(|(other, was)| *was && is_same(&other.picture, &option.picture));
        *mark = chosen && option.right;
    }
}

fn is_same(one: &Option<Picture>, two: &Option<Picture>) -> bool {
    one.as_ref().zip(two.as_ref()).is_some_and(|(one, two)| one.symbol == two.symbol)
}

#[cfg(test)]
mod tests {
    use super::carried;
    use crate::answer::Answer;
    use crate::content::{Activity, Choice, Picture, Step};

    fn choice(symbol: &str, right: bool) -> Choice {
        let picture = (!symbol.is_empty()).then(|| Picture { symbol: symbol.to_owned(), alt: symbol.to_owned() });
        Choice { picture, text: Vec::new(), right, reason: Vec::new() }
    }

    fn step(activity: Activity) -> Step {
        Step {
            pictures: Vec::new(),
            say: Vec::new(),
            question: Vec::new(),
            hint: Vec::new(),
            activity,
            after: Vec::new(),
            sound: None,
        }
    }

    fn tried(marks: &[bool]) -> Answer {
        Answer::Choose { tried: marks.to_vec(), last: Some(0) }
    }

    #[test]
    fn a_right_option_is_found_again_by_its_picture_and_a_missed_one_is_no_news() {
        let from = step(Activity::Choose(vec![choice("keep", false), choice("adult", true)]));
        let to = step(Activity::Choose(vec![choice("adult", true), choice("delete", false), choice("keep", false)]));
        let carried = carried(&from, &tried(&[true, true]), &to).unwrap();
        assert_eq!(carried, Answer::Choose { tried: vec![true, false, false], last: None });
        assert!(carried.is_done(&to));
    }

    #[test]
    fn without_pictures_what_is_done_is_done() {
        let from = step(Activity::Choose(vec![choice("adult", true), choice("keep", false)]));
        let to = step(Activity::Choose(vec![choice("", false), choice("", true)]));
        assert_eq!(carried(&from, &tried(&[false, true]), &to), None, "it is not done yet");
        assert!(carried(&from, &tried(&[true, false]), &to).unwrap().is_done(&to));
    }

    #[test]
    fn every_part_that_is_looked_for_must_be_found_here_too() {
        let from = step(Activity::Spot(vec![choice("gift", true)]));
        let to = step(Activity::Spot(vec![choice("gift", true), choice("secret", true)]));
        assert!(!carried(&from, &tried(&[true]), &to).unwrap().is_done(&to));
    }

    #[test]
    fn ticks_go_along_and_count_where_they_are_all_there_is() {
        let from = step(Activity::ChooseSeveral(vec![choice("home", true), choice("cat", false)]));
        let to = step(Activity::ChooseSeveral(vec![choice("cat", false), choice("home", true)]));
        let before = Answer::Several { picked: vec![true, false], checked: Some(vec![true, false]) };
        assert!(carried(&from, &before, &to).unwrap().is_done(&to));
        let more = step(Activity::ChooseSeveral(vec![choice("home", true), choice("school", true)]));
        assert_eq!(carried(&from, &before, &more), Some(Answer::Several { picked: vec![true, false], checked: None }));
    }

    #[test]
    fn feelings_and_other_kinds_of_activity_are_not_carried() {
        let faces = step(Activity::Feelings(vec![choice("happy", true)]));
        assert_eq!(carried(&faces, &tried(&[true]), &faces), None);
        let other = step(Activity::Gap(vec![choice("happy", true)]));
        assert_eq!(carried(&step(Activity::Choose(vec![choice("happy", true)])), &tried(&[true]), &other), None);
    }
}
