//! Which part of a file holds a place in it, so that the part can be shown to no one.

use crate::syntax::ast::Block;
use crate::syntax::columns::{column, line_start, skip_spaces};
use crate::syntax::mark::{Attributes, Mark};
use std::collections::{BTreeMap, BTreeSet};

/// A part of a file that can be hidden: an item or a heading, by where it begins, or all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    /// The whole file: what stands before its first heading beneath the title can be limited in no other way.
    File,
    /// A heading with all beneath it.
    Heading(usize),
    /// A list item.
    Item(usize),
}

struct Node {
    holder: Holder,
    parent: usize,
}

/// The parts of a file, in the order in which they begin.
pub struct Holders {
    nodes: Vec<Node>,
    /// Where each piece begins, and the part that holds it.
    spots: Vec<(usize, usize)>,
}

impl Holders {
    /// Finds them.
    pub fn of(blocks: &[Block]) -> Holders {
        let mut holders = Holders { nodes: vec![Node { holder: Holder::File, parent: 0 }], spots: vec![(0, 0)] };
        let mut around = 0;
        for block in blocks {
            if let Block::Heading(heading) = block {
                around = if heading.level > 1 { holders.add(Holder::Heading(heading.at), 0) } else { 0 };
                holders.spots.push((heading.at, around));
            } else {
                holders.block(block, around);
            }
        }
        holders.spots.sort_by_key(|(at, _)| *at);
        holders
    }

    fn add(&mut self, holder: Holder, parent: usize) -> usize {
        self.nodes.push(Node { holder, parent });
        self.nodes.len() - 1
    }

    fn block(&mut self, block: &Block, around: usize) {
        self.spots.push((block.at(), around));
        match block {
            Block::List(list) => {
                for item in &list.items {
                    let node = self.add(Holder::Item(item.at), around);
                    self.spots.push((item.at, node));
                    item.blocks.iter().for_each(|block| self.block(block, node));
                }
            }
            Block::Quote { blocks, .. } => blocks.iter().for_each(|block| self.block(block, around)),
            _ => {}
        }
    }

    /// The part that is meant by something at a place of the text. Where it begins its line, that is by its indent: an item goes on only with
    /// lines that stand further in than its bullet, whatever Markdown makes of them.
    pub fn at(&self, at: usize, text: &str) -> Holder {
        let mut node = self.innermost(at);
        if let Some(indent) = begins_line(at, text) {
            while let Holder::Item(item) = self.nodes[node].holder {
                if indent > column(text, skip_spaces(text, item)) {
                    break;
                }
                node = self.nodes[node].parent;
            }
        }
        self.nodes[node].holder
    }

    /// Whether a mark that begins its line stands too far out for the item that Markdown gives it to.
    pub fn is_uncertain(&self, at: usize, text: &str) -> bool {
        self.at(at, text) != self.nodes[self.innermost(at)].holder
    }

    fn innermost(&self, at: usize) -> usize {
        let index = self.spots.partition_point(|(begin, _)| *begin <= at);
        index.checked_sub(1).map_or(0, |index| self.spots[index].1)
    }
}

/// How far in a place stands, where nothing but white space and the signs of quotes is before it in its line.
fn begins_line(at: usize, text: &str) -> Option<usize> {
    let before = &text[line_start(text, at)..at];
    before.chars().all(|sign| sign.is_whitespace() || sign == '>').then(|| column(text, at))
}

/// Hides these parts from everyone. Those without a mark get the id that was meant for them.
pub fn hide(blocks: &mut [Block], hidden: &BTreeSet<Holder>, ids: &BTreeMap<Holder, String>) {
    let hide_one = |mark: &mut Option<Box<Mark>>, holder: Holder, at: usize| {
        if hidden.contains(&holder) {
            let attributes = || Attributes { id: ids.get(&holder).cloned(), ..Attributes::default() };
            mark.get_or_insert_with(|| Box::new(Mark { at, attributes: attributes(), ..Mark::default() })).hide();
        }
    };
    for block in blocks {
        match block {
            Block::Heading(heading) if heading.level > 1 => hide_one(&mut heading.mark, Holder::Heading(heading.at), heading.at),
            Block::List(list) => {
                for item in &mut list.items {
                    hide_one(&mut item.mark, Holder::Item(item.at), item.at);
                    hide(&mut item.blocks, hidden, ids);
                }
            }
            Block::Quote { blocks, .. } => hide(blocks, hidden, ids),
            _ => {}
        }
    }
}
