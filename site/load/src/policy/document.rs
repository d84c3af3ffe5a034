//! A policy section or a page: the tree as typed to the tree as meant, with the clauses and their numbers.

use crate::handbook::example::example;
use crate::resolve::context::{Context, Resolver, text_of};
use crate::resolve::reach::narrow;
use crate::syntax::mark::{Class, Mark};
use crate::syntax::outline::{Outline, Part as TypedPart};
use crate::syntax::parsed_file::ParsedFile;
use crate::syntax::{ast, clause_words};
use fingerpost_model::rules::Rule;
use fingerpost_model::text::plain;
use fingerpost_model::text::strength;
use fingerpost_model::{Block, Clause, Document, Inline, Item, Only, Part, Table};

/// Where the counting has come to. It counts what some readers do not see as well, so that a clause has one number for all.
struct Numbers {
    /// The section's number; `None` on a page, which holds no clauses.
    section: Option<u32>,
    /// How many headings of level 2 there were.
    heading: u32,
    /// How many items there were since.
    item: u32,
}

impl Numbers {
    fn heading_reference(&self) -> String {
        let section = self.section.unwrap_or_default();
        if self.heading == 0 { section.to_string() } else { format!("{section}.{}", self.heading) }
    }

    fn next_item_reference(&mut self) -> String {
        self.item += 1;
        format!("{}.{}", self.heading_reference(), self.item)
    }
}

/// A file as meant, where all of it is one document.
pub fn of(typed: &ParsedFile, number: Option<u32>, resolver: &mut Resolver<'_>) -> Document {
    build(&typed.outline, number, &typed.only, &mut resolver.context(&typed.file))
}

/// Resolves a tree. `number` is the section's number, `None` for a page.
pub fn build(outline: &Outline, number: Option<u32>, only: &Only, context: &mut Context<'_>) -> Document {
    // What a section says in short is read apart: it takes no number.
    let parts = outline.parts.iter().filter(|part| number.is_none() || !part.is_in_short());
    build_with(outline, parts, number, only, context)
}

/// Resolves a tree with these of its headings.
pub fn build_with<'p>(
    outline: &Outline,
    parts: impl Iterator<Item = &'p TypedPart>,
    number: Option<u32>,
    only: &Only,
    context: &mut Context<'_>,
) -> Document {
    let title = plain(&context.inlines(&outline.title, only)).trim().to_owned();
    let mut builder = Builder { context, numbers: Numbers { section: number, heading: 0, item: 0 }, about: title.clone() };
    let blocks = builder.blocks(&outline.blocks, None, only);
    let parts = parts.map(|part| builder.part(part, only)).collect();
    let place = builder.context.file.place(outline.at);
    Document { title, blocks, parts, place }
}

/// Resolves blocks that hold no clauses. `about` is what they stand beneath.
pub fn blocks<'b>(
    blocks: impl IntoIterator<Item = &'b ast::Block>,
    about: &str,
    only: &Only,
    context: &mut Context<'_>,
) -> Vec<Block> {
    let numbers = Numbers { section: None, heading: 0, item: 0 };
    Builder { context, numbers, about: about.to_owned() }.blocks(blocks, None, only)
}

struct Builder<'a, 'c> {
    context: &'a mut Context<'c>,
    numbers: Numbers,
    /// The words of the heading beneath which it is, or of the title.
    about: String,
}

impl Builder<'_, '_> {
    fn parts(&mut self, parts: &[TypedPart], only: &Only) -> Vec<Part> {
        parts.iter().map(|part| self.part(part, only)).collect()
    }

    fn part(&mut self, part: &TypedPart, above: &Only) -> Part {
        if part.level == 2 {
            self.numbers.heading += 1;
            self.numbers.item = 0;
        }
        let only = narrow(above, &part.only());
        let heading = self.context.inlines(&part.content, &only);
        self.about = plain(&heading).trim().to_owned();
        if part.blocks.is_empty() && part.parts.is_empty() && !plain(&heading).trim().is_empty() {
            let message = "Nothing stands beneath this heading.";
            self.context.error(part.at, Rule::EmptyPart, message, "Write what belongs there, or take the heading out.");
        }
        self.expect_own_mark(part.mark.as_deref());
        let clause = self.heading_clause(part, &heading);
        let blocks = self.blocks(&part.blocks, None, &only);
        let parts = self.parts(&part.parts, &only);
        let place = self.context.file.place(part.at);
        Part { level: part.level, id: part.id.clone(), heading, clause, only: part.only(), blocks, parts, place }
    }

    /// A heading is a clause if its mark names an audience; with an id only, it is a place to link to.
    fn heading_clause(&mut self, part: &TypedPart, heading: &[Inline]) -> Option<Clause> {
        let mark = part.mark.as_deref().filter(|mark| mark.is_of_clause())?;
        let counted = match part.level {
            2 => self.numbers.heading_reference(),
            _ => self.numbers.next_item_reference(),
        };
        self.clause(mark, &counted, &plain(heading), clause_words::of_heading(&part.content, &part.blocks))
    }

    fn blocks<'b>(&mut self, blocks: impl IntoIterator<Item = &'b ast::Block>, within: Option<&str>, only: &Only) -> Vec<Block> {
        blocks.into_iter().map(|block| self.block(block, within, only)).collect()
    }

    fn block(&mut self, block: &ast::Block, within: Option<&str>, only: &Only) -> Block {
        match block {
            ast::Block::Paragraph { content, .. } => Block::Paragraph(self.context.inlines(content, only)),
            ast::Block::List(list) => Block::List { start: list.start, items: self.items(list, within, only) },
            ast::Block::Quote { blocks, .. } => Block::Quote(self.blocks(blocks, within, only)),
            ast::Block::Code { run, info, at } => match example(run, info, *at, self.context) {
                Some(example) => Block::Example(example),
                None => Block::Code(text_of(self.context.run(run))),
            },
            ast::Block::Table(table) => Block::Table(Table {
                about: self.about.clone(),
                head: self.cells(&table.head, only),
                rows: table.rows.iter().map(|row| self.cells(row, only)).collect(),
                align: table.align.clone(),
            }),
            ast::Block::Rule { .. } => Block::Rule,
            ast::Block::Heading(heading) => {
                let message = "A heading cannot stand inside a list or a quote.";
                self.context.error(
                    heading.at,
                    Rule::MisplacedHeading,
                    message,
                    "Begin the line with # and end the list before it.",
                );
                Block::Paragraph(self.context.inlines(&heading.content, only))
            }
        }
    }

    fn cells(&mut self, cells: &[Vec<ast::Inline>], only: &Only) -> Vec<Vec<Inline>> {
        cells.iter().map(|cell| self.context.inlines(cell, only)).collect()
    }

    fn items(&mut self, list: &ast::List, within: Option<&str>, only: &Only) -> Vec<Item> {
        let mut items = Vec::new();
        for (index, item) in list.items.iter().enumerate() {
            let counted = match within {
                Some(parent) => format!("{parent}({})", letters(index)),
                None => self.numbers.next_item_reference(),
            };
            items.push(self.item(item, &counted, only));
        }
        items
    }

    fn item(&mut self, item: &ast::Item, counted: &str, above: &Only) -> Item {
        let own = item.mark.as_deref().map(|mark| mark.only.clone()).unwrap_or_default();
        let only = narrow(above, &own);
        let reference = item.mark.as_deref().and_then(|mark| mark.reference()).unwrap_or(counted);
        let blocks = self.blocks(&item.blocks, Some(reference), &only);
        if item.blocks.iter().all(is_blank) {
            self.context.error(item.at, Rule::EmptyItem, "This list item has no words.", "Write it, or take the line out.");
        }
        self.expect_own_mark(item.mark.as_deref());
        let clause = item.mark.as_deref().and_then(|mark| self.item_clause(mark, counted, &own_words(&blocks), item));
        Item { ticked: item.ticked, blocks, clause, only: own, place: self.context.file.place(item.at) }
    }

    /// Reports what has no meaning in the mark of a part of the policy or of a page.
    fn expect_own_mark(&mut self, mark: Option<&Mark>) {
        let Some(mark) = mark else { return };
        let untaken = mark.untaken().take_id().take_only().take_audiences().take_reference().take_class(Class::InShort);
        let help = "Take it out; it stands in the marks of questions, of reasons and of promises.";
        self.context.expect_taken(&untaken, Rule::MisplacedMark, "\"{}\" has no meaning here.", help);
        if mark.is_in_short() {
            let message = "\".in-short\" marks a heading of level 2 in a section of the policy, and nothing else.";
            self.context.error(
                mark.at,
                Rule::MisplacedMark,
                message,
                "Type ## In short {.in-short} there, or take the mark out.",
            );
        }
    }

    fn item_clause(&mut self, mark: &Mark, counted: &str, words: &str, item: &ast::Item) -> Option<Clause> {
        if mark.is_of_clause() {
            return self.clause(mark, counted, words, clause_words::of_item(item));
        }
        // A mark that only says who sees the item makes no clause of it.
        if mark.id().is_some() && !mark.is_broken {
            let message = "This clause does not say whose duty or right it is.";
            let help = "Add an audience to its mark, such as .staff or .everyone.";
            self.context.error(mark.at, Rule::ClauseWithoutAudience, message, help);
        }
        None
    }

    fn clause(&mut self, mark: &Mark, counted: &str, words: &str, typed: String) -> Option<Clause> {
        if self.numbers.section.is_none() {
            let message = "A clause stands outside the policy.";
            self.context.error(
                mark.at,
                Rule::ClauseOutsidePolicy,
                message,
                "Move it to a file in policy/, or take the mark out.",
            );
            return None;
        }
        let Some(id) = mark.id() else {
            if !mark.is_broken {
                let message = "This clause has no id, so nothing can point to it.";
                self.context.error(mark.at, Rule::ClauseWithoutId, message, "Type one first in its mark, like {#dsl-6 .staff}.");
            }
            return None;
        };
        Some(Clause {
            id: id.to_owned(),
            reference: mark.reference().unwrap_or(counted).to_owned(),
            audiences: mark.attributes.audiences().collect(),
            strength: strength(words),
            words: typed,
            place: self.context.file.place(mark.at),
        })
    }
}

/// The words of an item itself, without those of the items beneath it, which may be clauses of their own.
fn own_words(blocks: &[Block]) -> String {
    let words = |block: &Block| if let Block::Paragraph(content) = block { Some(plain(content)) } else { None };
    blocks.iter().filter_map(words).collect::<Vec<_>>().join(" ")
}

/// Whether a block is a paragraph without anything to see. What was refused in it was reported, and is no reason to report it again.
fn is_blank(block: &ast::Block) -> bool {
    let ast::Block::Paragraph { content, .. } = block else { return false };
    let is_seen = |inline: &ast::Inline| matches!(inline, ast::Inline::Image(_) | ast::Inline::Link(_));
    !content.iter().any(is_seen) && ast::flat(content).text.trim().is_empty()
}

/// `a`, `b`, ... `z`, `aa`, ...
fn letters(index: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(index % 26).unwrap_or_default());
    match index / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", letters(more - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 1, 25, 26, 27, 52].map(letters), ["a", "b", "z", "aa", "ab", "ba"]);
    }
}
