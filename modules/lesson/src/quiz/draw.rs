//! Which questions are asked, and in which order: by chance, but the same for the same seed.

use super::chance::Chance;
use super::content::Quiz;

/// What was missed before, as indexes into [`Quiz::topics`] and [`Quiz::items`]. It comes first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missed {
    /// The topics.
    pub topics: Vec<usize>,
    /// The items: they are asked again.
    pub items: Vec<usize>,
}

/// The items of one go, in the order in which they are asked: topic by topic, what was missed first.
///
/// All are asked where the rules say so. Else what was missed is asked again, every topic gives at least one as far as there is room, a
/// critical one before others, and the rest comes from the topics in turn.
pub fn draw(quiz: &Quiz, seed: u32, missed: &Missed) -> Vec<usize> {
    let topic_of = |item: &usize| quiz.items[*item].topic;
    let is_missed = |topic: usize| missed.topics.contains(&topic);
    if quiz.rules.asked == 0 {
        let mut all: Vec<usize> = (0..quiz.items.len()).collect();
        all.sort_by_key(|item| !is_missed(topic_of(item)));
        return all;
    }
    let room = quiz.items.len().min(quiz.rules.asked.into());
    let mut drawn: Vec<usize> = (0..quiz.items.len()).filter(|item| missed.items.contains(item)).take(room).collect();
    let mut rest = by_topic(quiz, seed, &drawn);
    rest.sort_by_key(|items| !items.first().is_some_and(|item| is_missed(topic_of(item))));
    for items in &mut rest {
        let is_new = items.first().is_some_and(|first| drawn.iter().all(|item| topic_of(item) != topic_of(first)));
        if is_new && drawn.len() < room {
            drawn.push(items.remove(0));
        }
    }
    while drawn.len() < room {
        for items in rest.iter_mut().filter(|items| !items.is_empty()) {
            if drawn.len() < room {
                drawn.push(items.remove(0));
            }
        }
    }
    drawn.sort_by_key(|item| (!is_missed(topic_of(item)), topic_of(item)));
    drawn
}

/// The items that are not drawn yet, a list for each topic, topics and items in an order by chance, but a critical one first in each.
fn by_topic(quiz: &Quiz, seed: u32, drawn: &[usize]) -> Vec<Vec<usize>> {
    let mut chance = Chance::of(seed, [usize::from(u16::MAX), 0]);
    let mut topics: Vec<Vec<usize>> = (0..quiz.topics.len())
        .map(|topic| {
            let is_there = |item: &usize| quiz.items[*item].topic == topic && !drawn.contains(item);
            let mut items: Vec<usize> = (0..quiz.items.len()).filter(is_there).collect();
            chance.shuffle(&mut items);
            if let Some(critical) = items.iter().position(|item| quiz.items[*item].critical) {
                items.swap(0, critical);
            }
            items
        })
        .collect();
    chance.shuffle(&mut topics);
    topics
}

/// The order in which the answers of a scene are offered.
pub fn order(seed: u32, item: usize, scene: usize, answers: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..answers).collect();
    Chance::of(seed, [item, scene]).shuffle(&mut order);
    order
}

#[cfg(test)]
mod tests {
    use super::{Missed, draw, order};
    use crate::quiz::session::tests::quiz;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn as_many_as_asked_and_none_twice_from_every_topic_a_critical_one_before_others(
            items in prop::collection::vec((0usize..5, any::<bool>()), 1..30), asked in 1u16..40, seed: u32,
        ) {
            let quiz = quiz(&items, asked);
            let drawn = draw(&quiz, seed, &Missed::default());
            prop_assert_eq!(drawn.len(), items.len().min(asked.into()));
            prop_assert_eq!(drawn.iter().collect::<BTreeSet<_>>().len(), drawn.len());
            let topics: BTreeSet<usize> = items.iter().map(|(topic, _)| *topic).collect();
            let covered: BTreeSet<usize> = drawn.iter().map(|item| items[*item].0).collect();
            prop_assert_eq!(covered.len(), topics.len().min(asked.into()));
            for topic in covered {
                let has = |item: &(usize, bool)| item.0 == topic && item.1;
                if items.iter().any(has) {
                    prop_assert!(drawn.iter().any(|item| has(&items[*item])), "topic {} is asked without its critical ones", topic);
                }
            }
            prop_assert!(drawn.is_sorted_by_key(|item| items[*item].0), "topic by topic");
            prop_assert_eq!(draw(&quiz, seed, &Missed::default()), drawn, "the same seed draws the same");
        }

        #[test]
        fn what_was_missed_is_asked_again_and_first(
            items in prop::collection::vec((0usize..5, any::<bool>()), 1..30), asked in 1u16..40, seeds: [u32; 2], which: u32,
        ) {
            let quiz = quiz(&items, asked);
            let before = draw(&quiz, seeds[0], &Missed::default());
            let again: Vec<usize> = before.iter().enumerate().filter(|(at, _)| which >> at & 1 == 1).map(|(_, item)| *item).collect();
            let mut topics: Vec<usize> = again.iter().map(|item| items[*item].0).collect();
            topics.dedup();
            let drawn = draw(&quiz, seeds[1], &Missed { topics: topics.clone(), items: again.clone() });
            prop_assert_eq!(drawn.len(), before.len());
            prop_assert!(again.iter().all(|item| drawn.contains(item)));
            prop_assert!(drawn.is_sorted_by_key(|item| !topics.contains(&items[*item].0)));
            let covered = |drawn: &[usize]| drawn.iter().map(|item| items[*item].0).collect::<BTreeSet<_>>().len();
            prop_assert_eq!(covered(&drawn), covered(&before), "no topic loses its place");
        }

        #[test]
        fn all_are_asked_in_their_order_where_the_rules_say_so(items in prop::collection::vec((0usize..3, any::<bool>()), 0..9), seed: u32) {
            let quiz = quiz(&items, 0);
            let all: Vec<usize> = (0..items.len()).collect();
            prop_assert_eq!(draw(&quiz, seed, &Missed::default()), all.clone());
            let first = draw(&quiz, seed, &Missed { topics: vec![2], items: Vec::new() });
            prop_assert!(first.is_sorted_by_key(|item| (items[*item].0 != 2, *item)));
        }

        #[test]
        fn answers_are_all_offered_and_in_the_same_order_for_a_seed(seed: u32, item in 0usize..99, scene in 0usize..9, answers in 0usize..6) {
            let offered = order(seed, item, scene, answers);
            prop_assert_eq!(offered.iter().copied().collect::<BTreeSet<_>>(), (0..answers).collect());
            prop_assert_eq!(order(seed, item, scene, answers), offered);
        }
    }

    #[test]
    fn every_question_is_drawn_some_time_and_every_answer_stands_everywhere() {
        let items: Vec<(usize, bool)> = (0..24).map(|item| (item % 8, item % 3 == 0)).collect();
        let quiz = quiz(&items, 16);
        let seen: BTreeSet<usize> = (0..200).flat_map(|seed| draw(&quiz, seed, &Missed::default())).collect();
        assert_eq!(seen.len(), 24);
        let first: BTreeSet<usize> = (0..50).map(|seed| order(seed, 3, 0, 4)[0]).collect();
        assert_eq!(first.len(), 4);
    }
}
