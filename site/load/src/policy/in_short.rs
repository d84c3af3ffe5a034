//! What a section says in short: the heading `## In short {.in-short}` and the few sentences beneath it, for a parent in a hurry.

use super::document;
use crate::resolve::context::{Context, Resolver};
use crate::syntax::ast::{Block, Item, flat};
use crate::syntax::mapped_text::MappedText;
use crate::syntax::mark::Class;
use crate::syntax::outline::Part;
use crate::syntax::parsed_file::ParsedFile;
use fingerpost_model::InShort;
use fingerpost_model::rules::Rule;
use fingerpost_model::text::counted;
use fingerpost_reading::sentence::{count_words, sentences};
use std::ops::RangeInclusive;

/// How many sentences there are.
const SENTENCES: RangeInclusive<usize> = 3..=6;
/// The words of a sentence, at most.
const MOST_WORDS: usize = 20;
/// The words of all sentences by their number, at most.
const MOST_ON_AVERAGE: usize = 14;

/// Reads it, if there is one.
pub fn read(typed: &ParsedFile, resolver: &mut Resolver<'_>) -> Option<InShort> {
    let (only, context) = (&typed.only, &mut resolver.context(&typed.file));
    let mut parts = typed.outline.parts.iter().filter(|part| part.is_in_short());
    let part = parts.next()?;
    for second in parts {
        let message = "This section has \"In short\" already.";
        context.error(second.at, Rule::InShort, message, "Keep one of the two.");
    }
    expect_plain_mark(part, context);
    let blocks: Vec<Block> = part.blocks.iter().filter_map(|block| plain_block(block, context)).collect();
    for inner in &part.parts {
        misplaced(inner.at, "A heading", context);
    }
    count(part, &blocks, context);
    let heading = context.inlines(&part.content, only);
    Some(InShort { id: part.id.clone(), heading, blocks: document::blocks(&blocks, "", only, context) })
}

/// It is for everyone who can read the section, and no clause.
fn expect_plain_mark(part: &Part, context: &mut Context<'_>) {
    if let Some(mark) = &part.mark {
        let untaken = mark.untaken().take_id().take_class(Class::InShort);
        let message = "The mark of \"In short\" says neither whose it is nor who may see it.";
        context.expect_taken(&untaken, Rule::InShort, message, "Type it like ## In short {.in-short}.");
    }
}

fn misplaced(at: usize, what: &str, context: &mut Context<'_>) {
    let message = format!("{what} has no place in \"In short\".");
    context.error(at, Rule::InShort, message, "Write sentences, or list items of one sentence each, and nothing else.");
}

/// A paragraph or a list of paragraphs. Anything else is reported and left out.
fn plain_block(block: &Block, context: &mut Context<'_>) -> Option<Block> {
    match block {
        Block::Paragraph { .. } => Some(block.clone()),
        Block::List(list) => {
            let mut list = list.clone();
            list.items.iter_mut().for_each(|item| make_plain(item, context));
            Some(Block::List(list))
        }
        other => {
            misplaced(other.at(), "What stands here", context);
            None
        }
    }
}

fn make_plain(item: &mut Item, context: &mut Context<'_>) {
    if let Some(mark) = item.mark.take() {
        misplaced(mark.at, "A mark", context);
    }
    item.blocks.retain(|block| {
        let is_paragraph = matches!(block, Block::Paragraph { .. });
        if !is_paragraph {
            misplaced(block.at(), "What stands here", context);
        }
        is_paragraph
    });
}

/// Warns of too many or too few sentences, and of long ones.
fn count(part: &Part, blocks: &[Block], context: &mut Context<'_>) {
    let (mut number, mut words) = (0, 0);
    for run in paragraphs(blocks) {
        let run = context.library.names.put_into(&run);
        for range in sentences(&run.text) {
            let length = count_words(&run.text[range.clone()]);
            number += 1;
            words += length;
            if length > MOST_WORDS {
                let message = format!("This sentence has {length} words; in \"In short\" it has {MOST_WORDS} at most.");
                context.warning(run.at(range.start), Rule::InShort, message, "Make two sentences of it, or leave words out.");
            }
        }
    }
    if !SENTENCES.contains(&number) {
        let (least, most) = SENTENCES.into_inner();
        let message = format!("This \"In short\" has {}; it has {least} to {most}.", counted(number, "sentence"));
        context.warning(
            part.at,
            Rule::InShort,
            message,
            "Say what matters most to a family: what is done, what they can do, whom to tell.",
        );
    } else if words > MOST_ON_AVERAGE * number {
        let average = words.div_ceil(number);
        let message = format!(
            "The sentences of this \"In short\" have about {average} words; on average they have {MOST_ON_AVERAGE} at most."
        );
        context.warning(part.at, Rule::InShort, message, "Use shorter sentences with one idea each.");
    }
}

/// The words of all paragraphs, also of those in lists.
fn paragraphs(blocks: &[Block]) -> Vec<MappedText> {
    let mut runs = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph { content, .. } => runs.push(flat(content)),
            Block::List(list) => list.items.iter().for_each(|item| runs.extend(paragraphs(&item.blocks))),
            _ => {}
        }
    }
    runs
}
