//! Walking through a document without caring how it is nested: one walk for everything that looks for something in one.

use crate::place::Place;
use crate::{Block, Clause, Document, Inline, Item, Part};

/// What is met on the way.
pub enum Found<'a> {
    /// A heading with what is beneath it.
    Part(&'a Part),
    /// A list item.
    Item(&'a Item),
    /// A piece of running text, those inside others too, and where the item, heading or file begins in which it stands.
    Inline(&'a Inline, &'a Place),
}

impl<'a> Found<'a> {
    /// The clause that a heading or an item is.
    pub fn clause(&self) -> Option<&'a Clause> {
        match self {
            Found::Part(part) => part.clause.as_ref(),
            Found::Item(item) => item.clause.as_ref(),
            Found::Inline(..) => None,
        }
    }

    /// What it says as a clause: a heading's words, or an item's first paragraph.
    pub fn words(&self) -> &'a [Inline] {
        match self {
            Found::Part(part) => &part.heading,
            Found::Item(item) => first_words(&item.blocks),
            Found::Inline(inline, _) => std::slice::from_ref(inline),
        }
    }
}

fn first_words(blocks: &[Block]) -> &[Inline] {
    let first = blocks.iter().find_map(|block| if let Block::Paragraph(words) = block { Some(words.as_slice()) } else { None });
    first.unwrap_or_default()
}

/// Calls back for every clause in a document, with its words, in reading order. It passes by the running text, which is most of a document.
pub fn walk_clauses<'a>(document: &'a Document, each: &mut dyn FnMut(&'a Clause, &'a [Inline])) {
    clauses_in_blocks(&document.blocks, each);
    clauses_in_parts(&document.parts, each);
}

fn clauses_in_parts<'a>(parts: &'a [Part], each: &mut dyn FnMut(&'a Clause, &'a [Inline])) {
    for part in parts {
        if let Some(clause) = &part.clause {
            each(clause, &part.heading);
        }
        clauses_in_blocks(&part.blocks, each);
        clauses_in_parts(&part.parts, each);
    }
}

fn clauses_in_blocks<'a>(blocks: &'a [Block], each: &mut dyn FnMut(&'a Clause, &'a [Inline])) {
    for block in blocks {
        match block {
            Block::List { items, .. } => {
                for item in items {
                    if let Some(clause) = &item.clause {
                        each(clause, first_words(&item.blocks));
                    }
                    clauses_in_blocks(&item.blocks, each);
                }
            }
            Block::Quote(inner) => clauses_in_blocks(inner, each),
            Block::Paragraph(_) | Block::Code(_) | Block::Example(_) | Block::Table(_) | Block::Rule => {}
        }
    }
}

/// Calls back for everything in a document, in reading order.
pub fn walk_document<'a>(document: &'a Document, each: &mut dyn FnMut(Found<'a>)) {
    walk_blocks(&document.blocks, &document.place, each);
    walk_parts(&document.parts, each);
}

/// Calls back for headings and everything beneath them, in reading order; for headings that stand outside a document.
pub fn walk_parts<'a>(parts: &'a [Part], each: &mut dyn FnMut(Found<'a>)) {
    for part in parts {
        each(Found::Part(part));
        walk_inlines(&part.heading, &part.place, each);
        walk_blocks(&part.blocks, &part.place, each);
        walk_parts(&part.parts, each);
    }
}

/// Calls back for everything in some blocks, in reading order; for blocks that stand outside a document. They begin at `place`.
pub fn walk_blocks<'a>(blocks: &'a [Block], place: &'a Place, each: &mut dyn FnMut(Found<'a>)) {
    for block in blocks {
        match block {
            Block::Paragraph(words) => walk_inlines(words, place, each),
            Block::List { items, .. } => {
                for item in items {
                    each(Found::Item(item));
                    walk_blocks(&item.blocks, &item.place, each);
                }
            }
            Block::Quote(inner) => walk_blocks(inner, place, each),
            Block::Table(table) => table.cells().for_each(|cell| walk_inlines(cell, place, each)),
            Block::Code(_) | Block::Example(_) | Block::Rule => {}
        }
    }
}

fn walk_inlines<'a>(inlines: &'a [Inline], place: &'a Place, each: &mut dyn FnMut(Found<'a>)) {
    for inline in inlines {
        each(Found::Inline(inline, place));
        match inline {
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Span { content: inner, .. }
            | Inline::Link { content: inner, .. } => walk_inlines(inner, place, each),
            Inline::Text(_) | Inline::Code(_) | Inline::Symbol { .. } | Inline::Break => {}
        }
    }
}
