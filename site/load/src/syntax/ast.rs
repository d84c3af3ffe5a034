//! The syntax tree of Markdown, as its author typed it: names not yet replaced, links not yet resolved, every piece with its offset in the file.

use super::mapped_text::MappedText;
use super::mark::Mark;
use fingerpost_model::Align;

/// Running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(MappedText),
    /// Strong words.
    Strong(Vec<Inline>),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// Words in another language.
    Span {
        /// Its tag.
        language: String,
        /// The words.
        content: Vec<Inline>,
        /// Where the mark stands.
        at: usize,
    },
    /// Code.
    Code(MappedText),
    /// A link. It stands apart, as an image does, because either takes twice as much room as words, of which there are many more.
    Link(Box<Link>),
    /// An image.
    Image(Box<Image>),
    /// A forced new line.
    Break,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its destination.
    pub to: MappedText,
    /// Whether it is `<name@place>`.
    pub is_email: bool,
    /// What it says.
    pub content: Vec<Inline>,
    /// Where it begins.
    pub at: usize,
}

/// An image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Its destination.
    pub to: MappedText,
    /// What it shows.
    pub alt: Vec<Inline>,
    /// Where it begins.
    pub at: usize,
}

/// A piece of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading(Heading),
    Paragraph { content: Vec<Inline>, at: usize },
    List(List),
    Quote { blocks: Vec<Block>, at: usize },
    Code { run: MappedText, info: String, at: usize },
    Table(Table),
    Rule { at: usize },
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its words, without the mark.
    pub content: Vec<Inline>,
    /// Its mark, which stands apart because it takes more room than all else in a block, and most blocks have none.
    pub mark: Option<Box<Mark>>,
    /// Where it begins.
    pub at: usize,
}

/// The cells of a row.
pub type Cells = Vec<Vec<Inline>>;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its first row.
    pub head: Cells,
    /// The others.
    pub rows: Vec<Cells>,
    /// On which side the words of each column stand.
    pub align: Vec<Align>,
    /// Where it begins.
    pub at: usize,
}

impl Table {
    /// All its cells, row by row.
    pub fn cells(&self) -> impl Iterator<Item = &Vec<Inline>> {
        self.head.iter().chain(self.rows.iter().flatten())
    }
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The first number, for a numbered list.
    pub start: Option<u64>,
    /// Its items.
    pub items: Vec<Item>,
    /// Where it begins.
    pub at: usize,
}

/// A list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its box: `[x]` is true, `[ ]` is false.
    pub ticked: Option<bool>,
    /// What it holds, without the mark.
    pub blocks: Vec<Block>,
    /// Its mark, which stands apart because it takes more room than all else in a block, and most blocks have none.
    pub mark: Option<Box<Mark>>,
    /// Where it begins.
    pub at: usize,
}

impl Item {
    /// The link that is all of its first paragraph.
    pub fn first_link(&self) -> Option<&Link> {
        match self.blocks.first() {
            Some(Block::Paragraph { content, .. }) => match content.as_slice() {
                [Inline::Link(link)] => Some(link),
                _ => None,
            },
            _ => None,
        }
    }
}

impl Block {
    /// Where it begins.
    pub fn at(&self) -> usize {
        match self {
            Block::Heading(heading) => heading.at,
            Block::List(list) => list.at,
            Block::Table(table) => table.at,
            Block::Paragraph { at, .. } | Block::Quote { at, .. } | Block::Code { at, .. } | Block::Rule { at } => *at,
        }
    }
}

/// Takes what begins at this byte of the last words away, with the line breaks and the white space before it, and returns it; nothing where
/// the text does not end in words.
pub fn cut_end(content: &mut Vec<Inline>, start: usize) -> Option<MappedText> {
    let cut = match content.pop()? {
        Inline::Text(run) => {
            let words = run.slice(0..run.text[..start].trim_end().len());
            if !words.text.is_empty() {
                content.push(Inline::Text(words));
            }
            run.slice(start..run.text.len())
        }
        other => {
            content.push(other);
            return None;
        }
    };
    while matches!(content.last(), Some(Inline::Break)) {
        content.pop();
    }
    Some(cut)
}

/// The words of running text without what surrounds them, names not replaced.
pub fn flat(content: &[Inline]) -> MappedText {
    let mut run = MappedText::default();
    flatten(content, &mut run);
    run
}

/// Adds the words alone that [`flat`] gives, where nobody asks for their places.
pub fn push_words(content: &[Inline], words: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(run) | Inline::Code(run) => words.push_str(&run.text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Span { content: inner, .. } => push_words(inner, words),
            Inline::Link(link) => push_words(&link.content, words),
            Inline::Image(image) => push_words(&image.alt, words),
            Inline::Break => words.push(' '),
        }
    }
}

fn flatten(content: &[Inline], run: &mut MappedText) {
    for inline in content {
        match inline {
            Inline::Text(words) | Inline::Code(words) => run.push_mapped(words),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Span { content: inner, .. } => flatten(inner, run),
            Inline::Link(link) => flatten(&link.content, run),
            Inline::Image(image) => flatten(&image.alt, run),
            Inline::Break => run.push_value(" ", run.at(run.text.len())),
        }
    }
}
