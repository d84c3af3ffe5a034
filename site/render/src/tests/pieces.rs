//! The smallest pieces of which the sample is made.

use fingerpost_model::place::Place;
use fingerpost_model::{Block, Inline, Only, Part};
use std::sync::Arc;

/// Words that are markup, unless they are escaped.
pub const MARKUP: &str = "<script>alert(\"1\")</script> & 'more'";

/// Where everything in the sample stands.
pub fn place() -> Place {
    Place::start_of(&Arc::from("sample.md"))
}

/// Running text.
pub fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

/// A heading with what stands beneath it.
pub fn part(level: u8, id: &str, heading: &str, blocks: Vec<Block>, parts: Vec<Part>) -> Part {
    Part { level, id: id.into(), heading: text(heading), clause: None, only: Only::Everyone, blocks, parts, place: place() }
}
