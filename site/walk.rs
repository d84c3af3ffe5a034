//! Walking through a document without caring how it is nested.

use crate::model::{Block, Document, Inline, Part};

/// Calls back for every piece of running text of a document, those inside others too, in reading order.
pub fn walk_inlines<'a>(document: &'a Document, each: &mut dyn FnMut(&'a Inline)) {
    fn in_inlines<'a>(inlines: &'a [Inline], each: &mut dyn FnMut(&'a Inline)) {
        for inline in inlines {
            each(inline);
            if let Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { content: inner, .. } = inline {
                in_inlines(inner, each);
            }
        }
    }
    fn in_blocks<'a>(blocks: &'a [Block], each: &mut dyn FnMut(&'a Inline)) {
        for block in blocks {
            match block {
                Block::Paragraph(words) => in_inlines(words, each),
                Block::List { items, .. } => items.iter().for_each(|item| in_blocks(&item.blocks, each)),
                Block::Quote(inner) => in_blocks(inner, each),
                Block::Table { head, rows } => head.iter().chain(rows.iter().flatten()).for_each(|cell| in_inlines(cell, each)),
                Block::Code(_) | Block::Rule => {}
            }
        }
    }
    fn in_parts<'a>(parts: &'a [Part], each: &mut dyn FnMut(&'a Inline)) {
        for part in parts {
            in_inlines(&part.heading, each);
            in_blocks(&part.blocks, each);
            in_parts(&part.parts, each);
        }
    }
    in_blocks(&document.blocks, each);
    in_parts(&document.parts, each);
}
