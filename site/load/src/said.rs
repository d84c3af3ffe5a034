//! What a file says, sentence by sentence with its place: so that `check` can measure how hard it is to read. Headings, tables, code and what pictures show are
//! left out: their words are labels.

use crate::resolve::library::Library;
use crate::source::file::SourceFile;
use crate::syntax::ast::{Block, Inline};
use crate::syntax::mapped_text::MappedText;
use crate::syntax::outline::{Outline, Part};
use crate::syntax::parsed_file::ParsedFile;
use fingerpost_lesson::path::Path;
use fingerpost_model::{PageId, ReadingLevel, Sentence};
use fingerpost_reading::sentence::sentences;

/// What a file says.
pub fn of(typed: &ParsedFile, library: &Library<'_>) -> Vec<Sentence> {
    let level = level_of(&typed.id);
    let has_paths = matches!(typed.id, PageId::Lesson(_) | PageId::Agreement(_));
    let mut listener = Listener { file: &typed.file, library, said: Vec::new() };
    listener.blocks(&typed.outline.blocks, level);
    listener.parts(&typed.outline.parts, level, has_paths);
    if let Some(adult) = &typed.adult {
        listener.parts(&adult.parts, level, has_paths);
    }
    listener.said
}

/// What a file of questions for staff says.
pub fn of_bank(file: &SourceFile, outline: &Outline, library: &Library<'_>) -> Vec<Sentence> {
    let mut listener = Listener { file, library, said: Vec::new() };
    listener.parts(&outline.parts, ReadingLevel::Standard, false);
    listener.said
}

/// For whom the words of a page are, where a heading does not say otherwise. What a family reads is plain, what staff read may be a little longer.
fn level_of(page: &PageId) -> ReadingLevel {
    match page {
        PageId::Section(_) | PageId::Induction(_) => ReadingLevel::Standard,
        PageId::Lesson(_)
        | PageId::Agreement(_)
        | PageId::Quiz(_)
        | PageId::Fixed(_)
        | PageId::Glossary
        | PageId::Laws
        | PageId::OtherPolicies
        | PageId::Handbook(_) => ReadingLevel::Plain,
    }
}

struct Listener<'l, 'a> {
    file: &'l SourceFile,
    library: &'l Library<'a>,
    said: Vec<Sentence>,
}

impl Listener<'_, '_> {
    fn parts(&mut self, parts: &[Part], level: ReadingLevel, has_paths: bool) {
        for part in parts {
            let level = match path_of(part).filter(|_| has_paths) {
                Some(path) => ReadingLevel::Path(path),
                None if part.is_in_short() => ReadingLevel::Plain,
                None => level,
            };
            self.blocks(&part.blocks, level);
            self.parts(&part.parts, level, has_paths);
        }
    }

    fn blocks(&mut self, blocks: &[Block], level: ReadingLevel) {
        for block in blocks {
            match block {
                Block::Paragraph { content, .. } => self.words(content, level),
                Block::List(list) => list.items.iter().for_each(|item| self.blocks(&item.blocks, level)),
                Block::Quote { blocks, .. } => self.blocks(blocks, level),
                Block::Heading(_) | Block::Code { .. } | Block::Table(_) | Block::Rule { .. } => {}
            }
        }
    }

    fn words(&mut self, content: &[Inline], level: ReadingLevel) {
        let mut run = MappedText::default();
        flatten(content, &mut run);
        let run = self.library.names.put_into(&run);
        for range in sentences(&run.text) {
            let place = self.file.place_of(run.range_of(range.clone()));
            self.said.push(Sentence { level, words: run.text[range].to_owned(), place });
        }
    }
}

/// The path of a heading such as `easy-read: choose one`, beneath a moment of a lesson, or `easy-read`, beneath a promise.
fn path_of(part: &Part) -> Option<Path> {
    let mut words = MappedText::default();
    flatten(&part.content, &mut words);
    let id = words.text.split(':').next().unwrap_or_default().trim();
    Path::from_id(id).filter(|_| part.level == 3)
}

fn flatten(content: &[Inline], run: &mut MappedText) {
    for inline in content {
        match inline {
            Inline::Text(words) | Inline::Code(words) => run.push_mapped(words),
            Inline::Strong(inner) | Inline::Emphasis(inner) => flatten(inner, run),
            Inline::Link(link) => flatten(&link.content, run),
            // What is in another language is not measured as if it were in this one.
            Inline::Image(_) | Inline::Span { .. } => {}
            Inline::Break => run.push_value(" ", run.at(run.text.len())),
        }
    }
}
