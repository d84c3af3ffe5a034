//! The flat blocks of a file to a tree: a title, and headings with what stands beneath them. Every heading gets its address here.

use super::absence::Absence;
use super::ast::{Block, Heading, Inline, Item, flat};
use super::mark::Mark;
use crate::resolve::reach::narrow;
use crate::source::file::SourceFile;
use fingerpost_model::Only;
use fingerpost_model::finding::Finding;
use fingerpost_model::letters::address;
use fingerpost_model::rules::Rule;
use std::collections::{BTreeMap, BTreeSet};

/// A file as a tree.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The words of the title.
    pub title: Vec<Inline>,
    /// Where the title stands.
    pub at: usize,
    /// What stands before the first heading of level 2.
    pub blocks: Vec<Block>,
    /// The headings of level 2.
    pub parts: Vec<Part>,
    /// The ids of what its author wrote and this setting does not have.
    pub absent: BTreeMap<String, Absence>,
    /// The clauses of which this setting does not have a part.
    pub varying: BTreeSet<String>,
}

/// A heading with what stands beneath it.
#[derive(Clone, Debug)]
pub struct Part {
    /// 2 to 6.
    pub level: u8,
    /// Its words.
    pub content: Vec<Inline>,
    /// Its mark.
    pub mark: Option<Box<Mark>>,
    /// Its address: typed, or made from its words.
    pub id: String,
    /// What stands before its first sub-heading.
    pub blocks: Vec<Block>,
    /// Its sub-headings.
    pub parts: Vec<Part>,
    /// Where it begins.
    pub at: usize,
}

impl Part {
    /// Whether it is what a section says in short.
    pub fn is_in_short(&self) -> bool {
        self.mark.as_deref().is_some_and(Mark::is_in_short)
    }

    /// Who it and all beneath it are for.
    pub fn only(&self) -> Only {
        self.mark.as_deref().map(|mark| mark.only.clone()).unwrap_or_default()
    }
}

/// An id in a file.
#[derive(Clone, Debug)]
pub struct Id<'o> {
    /// The id.
    pub id: &'o str,
    /// Where it stands.
    pub at: usize,
    /// Who sees what it names.
    pub only: Only,
    /// Whether it is a clause's.
    pub is_clause: bool,
}

/// Makes the tree and reports what is wrong with the headings.
pub fn build(blocks: Vec<Block>, from: usize, file: &SourceFile, found: &mut Vec<Finding>) -> Outline {
    let mut builder = Builder { outline: Outline { at: from, ..Outline::default() }, open: Vec::new(), file, found };
    builder.has_title(&blocks, from);
    let mut is_first = true;
    for block in blocks {
        match block {
            Block::Heading(heading) if heading.level == 1 && is_first => {
                builder.title(heading);
                is_first = false;
            }
            Block::Heading(heading) => builder.heading(heading),
            other => builder.block(other),
        }
    }
    while !builder.open.is_empty() {
        builder.close();
    }
    let mut outline = builder.outline;
    name_parts(&mut outline);
    outline
}

struct Builder<'a> {
    outline: Outline,
    open: Vec<Part>,
    file: &'a SourceFile,
    found: &'a mut Vec<Finding>,
}

impl Builder<'_> {
    fn has_title(&mut self, blocks: &[Block], from: usize) {
        if !matches!(blocks.first(), Some(Block::Heading(heading)) if heading.level == 1) {
            let at = blocks.first().map_or(from, Block::at);
            let message = "This file does not begin with a title.";
            self.found.push(self.file.error(at, Rule::Title, message, "Type a line like # The title before everything else."));
        }
    }

    fn title(&mut self, heading: Heading) {
        self.expect_words(&heading);
        if let Some(mark) = &heading.mark {
            let message = "The title of a file has no mark.";
            let help = "Take it out; for a whole section type only_for = [\"staff\"] or when = \"...\" between the +++ lines.";
            self.found.push(self.file.error(mark.at, Rule::MisplacedMark, message, help));
        }
        self.outline.title = heading.content;
        self.outline.at = heading.at;
    }

    fn heading(&mut self, heading: Heading) {
        self.expect_words(&heading);
        if heading.level == 1 {
            let message = "This file has a second title.";
            self.found.push(self.file.error(heading.at, Rule::Title, message, "Type ## for a heading beneath the title."));
        }
        let level = heading.level.max(2);
        while self.open.last().is_some_and(|part| part.level >= level) {
            self.close();
        }
        let above = self.open.last().map_or(1, |part| part.level);
        if level > above + 1 {
            let message = format!("A heading of level {level} stands beneath one of level {above}.");
            let help = format!("Type {} before it.", "#".repeat(usize::from(above) + 1));
            self.found.push(self.file.error(heading.at, Rule::HeadingJump, message, help));
        }
        self.open.push(Part {
            level,
            content: heading.content,
            mark: heading.mark,
            id: String::new(),
            blocks: Vec::new(),
            parts: Vec::new(),
            at: heading.at,
        });
    }

    fn expect_words(&mut self, heading: &Heading) {
        if flat(&heading.content).text.trim().is_empty() {
            let help = "Write what stands beneath it, or take the line out.";
            self.found.push(self.file.error(heading.at, Rule::EmptyHeading, "This heading has no words.", help));
        }
    }

    fn block(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(part) => part.blocks.push(block),
            None => self.outline.blocks.push(block),
        }
    }

    fn close(&mut self) {
        let Some(part) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => parent.parts.push(part),
            None => self.outline.parts.push(part),
        }
    }
}

/// Cuts off what is for the adult: all from the second title on. Nothing where there is none.
pub fn cut_off_adult(blocks: &mut Vec<Block>) -> Vec<Block> {
    second_title(blocks).map(|at| blocks.split_off(at)).unwrap_or_default()
}

/// Whether some of these blocks are for the adult.
pub fn has_adult(blocks: &[Block]) -> bool {
    second_title(blocks).is_some()
}

/// What of these blocks is not for the adult.
pub fn without_adult(blocks: &[Block]) -> &[Block] {
    &blocks[..second_title(blocks).unwrap_or(blocks.len())]
}

fn second_title(blocks: &[Block]) -> Option<usize> {
    let is_title = |block: &Block| matches!(block, Block::Heading(heading) if heading.level == 1);
    blocks.iter().enumerate().filter(|(_, block)| is_title(block)).nth(1).map(|(at, _)| at)
}

/// Ids that the pages have for themselves.
pub const OF_THE_PAGE: [&str; 23] = [
    "contents",
    "from-policy",
    "help-strip",
    "languages",
    "look",
    "main-content",
    "only",
    "paper-title",
    "people",
    "questions",
    "quiz-title",
    "record",
    "record-name",
    "record-name-about",
    "scene-title",
    "services",
    "sheet",
    "sheet-circle",
    "sheet-square",
    "sheet-star",
    "sheet-triangle",
    "slip",
    "step-title",
];

/// Gives an address to every heading: the typed one, or one made from its words that nothing else in the file has. The names in it
/// are left unreplaced, so that a change of staff does not change an address.
fn name_parts(outline: &mut Outline) {
    let typed: BTreeSet<&str> = outline.ids(&Only::Everyone).into_iter().map(|id| id.id).collect();
    let mut names = Vec::new();
    name_these(&outline.parts, &typed, &mut BTreeMap::new(), &mut names);
    put_names(&mut outline.parts, &mut names.into_iter());
}

/// The addresses of headings, in their order.
fn name_these(parts: &[Part], typed: &BTreeSet<&str>, made: &mut BTreeMap<String, u32>, names: &mut Vec<String>) {
    for part in parts {
        names.push(match part.mark.as_deref().and_then(|mark| mark.attributes.id.clone()) {
            Some(id) => id,
            None => {
                let base = address(&flat(&part.content).text);
                let count = made.entry(base.clone()).or_insert(0);
                loop {
                    *count += 1;
                    let id = if *count == 1 { base.clone() } else { format!("{base}-{count}") };
                    if !typed.contains(id.as_str()) && !OF_THE_PAGE.contains(&id.as_str()) {
                        break id;
                    }
                }
            }
        });
        name_these(&part.parts, typed, made, names);
    }
}

fn put_names(parts: &mut [Part], names: &mut impl Iterator<Item = String>) {
    for part in parts {
        part.id = names.next().unwrap_or_default();
        put_names(&mut part.parts, names);
    }
}

impl Outline {
    /// The ids that its author typed and those that its headings were given, in the order of the file.
    pub fn ids(&self, only: &Only) -> Vec<Id<'_>> {
        let mut ids = Vec::new();
        ids_of_blocks(&self.blocks, only, &mut ids);
        ids_of_parts(&self.parts, only, &mut ids);
        ids
    }
}

fn ids_of_parts<'o>(parts: &'o [Part], only: &Only, ids: &mut Vec<Id<'o>>) {
    for part in parts {
        let only = narrow(only, &part.only());
        if let Some(mark) = &part.mark {
            add_mark(mark, &only, ids);
        }
        let is_typed = part.mark.as_deref().is_some_and(|mark| mark.id().is_some());
        if !is_typed && !part.id.is_empty() {
            ids.push(Id { id: &part.id, at: part.at, only: only.clone(), is_clause: false });
        }
        ids_of_blocks(&part.blocks, &only, ids);
        ids_of_parts(&part.parts, &only, ids);
    }
}

fn ids_of_blocks<'o>(blocks: &'o [Block], only: &Only, ids: &mut Vec<Id<'o>>) {
    for block in blocks {
        match block {
            Block::List(list) => list.items.iter().for_each(|item| ids_of_item(item, only, ids)),
            Block::Quote { blocks, .. } => ids_of_blocks(blocks, only, ids),
            _ => {}
        }
    }
}

fn ids_of_item<'o>(item: &'o Item, only: &Only, ids: &mut Vec<Id<'o>>) {
    let own = item.mark.as_deref().map(|mark| narrow(only, &mark.only));
    let only = own.as_ref().unwrap_or(only);
    if let Some(mark) = &item.mark {
        add_mark(mark, only, ids);
    }
    ids_of_blocks(&item.blocks, only, ids);
}

fn add_mark<'o>(mark: &'o Mark, only: &Only, ids: &mut Vec<Id<'o>>) {
    if let Some(id) = mark.id() {
        ids.push(Id { id, at: mark.at, only: only.clone(), is_clause: mark.is_of_clause() });
    }
}
