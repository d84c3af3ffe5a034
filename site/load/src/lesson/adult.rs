//! What stands in a lesson for the adult: after all its moments a second title, and beneath it seven headings, always the same ones in the
//! same order, so that whoever has five minutes finds what they need in every lesson.

use super::own_marks::expect_only_an_id;
use crate::policy::document;
use crate::resolve::context::Context;
use crate::syntax::ast::{Block, Item};
use crate::syntax::outline::{Outline, Part as TypedPart};
use fingerpost_model::rules::Rule;
use fingerpost_model::{Only, Part};

/// The ids of the headings, in their order.
pub const PARTS: [&str; 7] = ["words", "before", "during", "after", "show", "life", "look-for"];

/// Reads it.
pub fn read(outline: &Outline, context: &mut Context<'_>) -> Vec<Part> {
    if let Some(block) = outline.blocks.first() {
        let message = "These words stand before the first heading for the adult.";
        context.error(block.at(), Rule::AdultPart, message, "Move them beneath one of the seven headings.");
    }
    expect_all(outline, context);
    for part in &outline.parts {
        expect_no_mark(part, context);
    }
    document::build(outline, None, &Only::Everyone, context).parts
}

/// Reports headings that are unknown, missing or out of order.
fn expect_all(outline: &Outline, context: &mut Context<'_>) {
    let help = format!("Write these seven, each with its id, in this order: {}.", PARTS.join(", "));
    let expected: Vec<&str> = PARTS.into_iter().filter(|id| !outline.absent.contains_key(*id)).collect();
    let unknown: Vec<&TypedPart> = outline.parts.iter().filter(|part| !PARTS.contains(&part.id.as_str())).collect();
    for part in &unknown {
        let message = format!("\"{}\" is not a heading of the part for the adult.", part.id);
        context.error(part.at, Rule::AdultPart, message, &help);
    }
    let is_there = |id: &&&str| outline.parts.iter().any(|part| part.id == **id);
    let missing: Vec<&str> = expected.iter().filter(|id| !is_there(id)).copied().collect();
    if !missing.is_empty() {
        let message = format!("The part for the adult goes without {}.", missing.join(", "));
        context.error(outline.at, Rule::AdultPart, message, &help);
    }
    if unknown.is_empty() && missing.is_empty() {
        let mut expected = expected.into_iter();
        if let Some(part) = outline.parts.iter().find(|part| expected.next() != Some(part.id.as_str())) {
            let message = format!("\"{}\" stands here out of its order, or a second time.", part.id);
            context.error(part.at, Rule::AdultPart, message, &help);
        }
    }
}

/// Reports what only a policy marks. Conditions are gone by now.
fn expect_no_mark(part: &TypedPart, context: &mut Context<'_>) {
    expect_only_an_id(part, context);
    part.blocks.iter().for_each(|block| expect_no_mark_in(block, context));
    part.parts.iter().for_each(|part| expect_no_mark(part, context));
}

fn expect_no_mark_in(block: &Block, context: &mut Context<'_>) {
    match block {
        Block::List(list) => list.items.iter().for_each(|item| expect_no_mark_on(item, context)),
        Block::Quote { blocks, .. } => blocks.iter().for_each(|block| expect_no_mark_in(block, context)),
        _ => {}
    }
}

fn expect_no_mark_on(item: &Item, context: &mut Context<'_>) {
    // One with an id is taken for a clause, and reported as such.
    if let Some(mark) = item.mark.as_deref().filter(|mark| mark.id().is_none() && !mark.is_of_clause()) {
        let message = "Nothing in the part for the adult has a mark but for conditions: it is for everyone.";
        context.error(mark.at, Rule::MisplacedMark, message, "Take it out.");
    }
    item.blocks.iter().for_each(|block| expect_no_mark_in(block, context));
}
