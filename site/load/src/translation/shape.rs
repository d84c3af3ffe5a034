//! Whether a translation has the same pieces as its original in the same order. Where an original has a part for some readers only, nothing
//! else shows that the words of its translation stand where they are hidden: with a mark put on the neighbour, two ids exchanged or an item
//! moved out of its list, hidden words would be public.

use crate::syntax::typed::{Block, Item};

/// Where a translation first differs from its original in its pieces. `is_same` says of a heading or an item of the original and one of the
/// translation, by where they begin, whether they may stand in the same place.
pub fn difference(theirs: &[Block], ours: &[Block], is_same: &dyn Fn(usize, usize) -> bool) -> Option<usize> {
    let mut last = 0;
    for (index, their) in theirs.iter().enumerate() {
        let Some(our) = ours.get(index) else { return Some(last) };
        last = our.at();
        let differs = match (their, our) {
            (Block::Heading(their), Block::Heading(our)) => {
                (their.level != our.level || their.level > 1 && !is_same(their.at, our.at)).then_some(our.at)
            }
            (Block::List(their), Block::List(our)) => in_items(&their.items, &our.items, our.at, is_same),
            (Block::Quote { blocks: their, .. }, Block::Quote { blocks: our, .. }) => difference(their, our, is_same),
            (Block::Paragraph { .. }, Block::Paragraph { .. })
            | (Block::Code { .. }, Block::Code { .. })
            | (Block::Table { .. }, Block::Table { .. })
            | (Block::Rule { .. }, Block::Rule { .. }) => None,
            (_, our) => Some(our.at()),
        };
        if differs.is_some() {
            return differs;
        }
    }
    ours.get(theirs.len()).map(Block::at)
}

fn in_items(theirs: &[Item], ours: &[Item], at: usize, is_same: &dyn Fn(usize, usize) -> bool) -> Option<usize> {
    if theirs.len() != ours.len() {
        return Some(at);
    }
    let mut pairs = theirs.iter().zip(ours);
    pairs.find_map(|(their, our)| match is_same(their.at, our.at) {
        true => difference(&their.blocks, &our.blocks, is_same),
        false => Some(our.at),
    })
}
