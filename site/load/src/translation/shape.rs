//! Whether a translation has the same pieces as its original in the same order. Where an original has a part for some readers only, nothing
//! else shows that the words of its translation stand where they are hidden: with a mark put on the neighbour, two ids exchanged or an item
//! moved out of its list, hidden words would be public.

use crate::syntax::ast::Block;
use crate::syntax::conditions::{Held, HeldItem};

use std::mem::discriminant;

/// Where a translation first differs from its original in its pieces. `is_same` says of a heading or an item of the original and one of the
/// translation, by where they begin, whether they may stand in the same place.
pub fn difference(originals: &[Held<'_>], translated: &[Held<'_>], is_same: &dyn Fn(usize, usize) -> bool) -> Option<usize> {
    let mut last = 0;
    for (index, original) in originals.iter().enumerate() {
        let Some(translation) = translated.get(index) else { return Some(last) };
        last = at(translation);
        let differs = match (original, translation) {
            (Held::List(_, originals), Held::List(_, translated)) => in_items(originals, translated, last, is_same),
            (Held::Quote(originals, _), Held::Quote(translated, _)) => difference(originals, translated, is_same),
            (Held::Whole(Block::Heading(original)), Held::Whole(Block::Heading(translation))) => {
                (original.level != translation.level || original.level > 1 && !is_same(original.at, translation.at))
                    .then_some(translation.at)
            }
            (Held::Whole(original), Held::Whole(translation)) if discriminant(*original) == discriminant(*translation) => None,
            _ => Some(last),
        };
        if differs.is_some() {
            return differs;
        }
    }
    translated.get(originals.len()).map(at)
}

/// Where a block begins.
fn at(block: &Held<'_>) -> usize {
    match block {
        Held::List(list, _) => list.at,
        Held::Quote(_, at) => *at,
        Held::Whole(block) => block.at(),
    }
}

fn in_items(
    originals: &[HeldItem<'_>],
    translated: &[HeldItem<'_>],
    at: usize,
    is_same: &dyn Fn(usize, usize) -> bool,
) -> Option<usize> {
    if originals.len() != translated.len() {
        return Some(at);
    }
    let mut pairs = originals.iter().zip(translated);
    pairs.find_map(|(original, translation)| match is_same(original.item.at, translation.item.at) {
        true => difference(&original.blocks, &translation.blocks, is_same),
        false => Some(translation.item.at),
    })
}
