//! A Markdown file as a tree, with what links and clauses mean.

use crate::place::Place;
use crate::{Audience, Only, PageId, Strength};
use fingerpost_lesson::path::Path;

/// A Markdown file as a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The words of the level-1 heading.
    pub title: String,
    /// What stands before the first level-2 heading.
    pub blocks: Vec<Block>,
    /// The level-2 headings.
    pub parts: Vec<Part>,
    /// Where the title stands.
    pub place: Place,
}

/// A heading (level 2 and deeper) with all that stands beneath it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// 2 to 6.
    pub level: u8,
    /// Its address in the page: typed, or made from its words.
    pub id: String,
    /// Its words.
    pub heading: Vec<Inline>,
    /// Its mark as a clause.
    pub clause: Option<Clause>,
    /// For whom it and all beneath it are, by its own mark: what it stands in may be for fewer.
    pub only: Only,
    /// What stands before its first sub-heading.
    pub blocks: Vec<Block>,
    /// Its sub-headings.
    pub parts: Vec<Part>,
    /// Where it begins.
    pub place: Place,
}

/// A list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its box to tick on paper: whether it is ticked.
    pub ticked: Option<bool>,
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Its mark as a clause.
    pub clause: Option<Clause>,
    /// For whom it is, by its own mark: what it stands in may be for fewer.
    pub only: Only,
    /// Where it begins.
    pub place: Place,
}

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// The first number, for a numbered list.
        start: Option<u64>,
        /// Its items.
        items: Vec<Item>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// Preformatted text.
    Code(String),
    /// An example of a handbook.
    Example(Example),
    /// A table.
    Table(Table),
    /// A thematic break.
    Rule,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is about: the words of the heading, the term or the title beneath which it stands.
    pub about: String,
    /// The cells of its first row.
    pub head: Vec<Vec<Inline>>,
    /// Those of the others.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// On which side the words of each column stand.
    pub align: Vec<Align>,
}

impl Table {
    /// All its cells, row by row.
    pub fn cells(&self) -> impl Iterator<Item = &Vec<Inline>> {
        self.head.iter().chain(self.rows.iter().flatten())
    }
}

/// On which side of its column the words of a cell stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Where lines begin.
    Start,
    /// In the middle.
    Middle,
    /// Where lines end.
    End,
}

/// Running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words, with names already replaced.
    Text(String),
    /// Strong words.
    Strong(Vec<Inline>),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// Words in another language.
    Span {
        /// Its BCP 47 tag.
        language: String,
        /// The words.
        content: Vec<Inline>,
    },
    /// Code.
    Code(String),
    /// A link.
    Link {
        /// Where it goes.
        to: Target,
        /// What it says.
        content: Vec<Inline>,
    },
    /// A symbol with its words.
    Symbol {
        /// Concept id.
        id: String,
        /// What it shows.
        alt: String,
    },
    /// A forced new line.
    Break,
}

/// What makes a list item or a heading a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Stable id and address.
    pub id: String,
    /// The document's own number, or the one counted from section, heading and item.
    pub reference: String,
    /// Whose duty it is; at least one.
    pub audiences: Vec<Audience>,
    /// How strong it is.
    pub strength: Strength,
    /// Its words as typed in this setting, names unreplaced and on one line, with what stands beneath it and is no clause of its own. Of a
    /// translation they are the original's.
    pub words: String,
    /// Where the mark stands.
    pub place: Place,
}

/// Where a link goes, after resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A page of the site and, perhaps, a place in it.
    Page {
        /// Which page.
        page: PageId,
        /// The id in it.
        fragment: Option<String>,
    },
    /// `https:`, `http:`, `tel:` or `sms:`, as typed.
    Address(String),
}

/// An example of a handbook: what is typed, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What is typed.
    pub source: String,
    /// What it is a piece of; nothing for words that are only shown.
    pub piece: Option<Piece>,
}

/// A piece of a file, as a handbook shows it. The file is known by its name without ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Of a lesson, with the steps that it holds: the moment, as an index into the lesson's, and the path.
    Lesson(String, Vec<(usize, Path)>),
    /// Of an agreement, with the ids of the promises that it holds.
    Agreement(String, Vec<String>),
    /// Of a quiz, with the ids of the questions that it holds.
    Quiz(String, Vec<String>),
    /// Of a course of staff induction.
    Course(String),
    /// Of the questions of courses, with the ids of those that it holds.
    Questions(Vec<String>),
}
