//! Whether a translation has the same pieces as its original in the same order. Where an original has a part for some readers only, nothing
//! else shows that the words of its translation stand where they are hidden: with a mark put on the neighbour, two ids exchanged or an item
//! moved out of its list, hidden words would be public.

use crate::syntax::ast::Block;
use crate::syntax::conditions::{Held, HeldItem};

use std::mem::discriminant;

/// Where a translation first differs from its original in its pieces. `is_same` says of a heading or an item of the original and one of the
/// translation, by where they begin, whether they may stand in the same place.
pub fn difference(theirs: &[Held<'_>], ours: &[Held<'_>], is_same: &dyn Fn(usize, usize) -> bool) -> Option<usize> {
    let mut last = 0;
    for (index, their) in theirs.iter().enumerate() {
        let Some(our) = ours.get(index) else { return Some(last) };
        last = at(our);
        let differs = match (their, our) {
            (Held::List(_, theirs), Held::List(_, ours)) => in_items(theirs, ours, last, is_same),
            (Held::Quote(theirs, _), Held::Quote(ours, _)) => difference(theirs, ours, is_same),
            (Held::Whole(Block::Heading(their)), Held::Whole(Block::Heading(our))) => {
                (their.level != our.level || their.level > 1 && !is_same(their.at, our.at)).then_some(our.at)
            }
            (Held::Whole(their), Held::Whole(our)) if discriminant(*their) == discriminant(*our) => None,
            _ => Some(last),
        };
        if differs.is_some() {
            return differs;
        }
    }
    ours.get(theirs.len()).map(at)
}

/// Where a block begins.
fn at(block: &Held<'_>) -> usize {
    match block {
        Held::List(list, _) => list.at,
        Held::Quote(_, at) => *at,
        Held::Whole(block) => block.at(),
    }
}

fn in_items(theirs: &[HeldItem<'_>], ours: &[HeldItem<'_>], at: usize, is_same: &dyn Fn(usize, usize) -> bool) -> Option<usize> {
    if theirs.len() != ours.len() {
        return Some(at);
    }
    let mut pairs = theirs.iter().zip(ours);
    pairs.find_map(|(their, our)| match is_same(their.item.at, our.item.at) {
        true => difference(&their.blocks, &our.blocks, is_same),
        false => Some(our.item.at),
    })
}
