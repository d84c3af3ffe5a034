//! One source file: its text, and the way from an offset in it to a line and column that an editor shows.

use super::extent;
use fingerpost_model::finding::Finding;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// A text file of the setting. A clone shares what the first has.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path as an editor knows it: relative to the setting's folder, `../common/...` for a shared file.
    pub shown: Arc<str>,
    /// Its path in the setting as a whole, where a shared file stands in the same folders as the setting's own.
    pub logical: String,
    /// Its text, with line feeds only.
    pub text: Arc<str>,
    lines: Arc<[Line]>,
    /// How many characters stand before each multiple of [`STRIDE`] bytes.
    characters: Arc<[usize]>,
}

/// A line of a file.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// The byte at which it begins.
    start: usize,
    /// Whether each of its characters is one byte, so that none has to be counted for a column. Most lines are of this kind.
    is_ascii: bool,
}

/// So many bytes at most are counted anew for a column. Counting from the line's start would take time that grows with the square of a long
/// paragraph, which is one line to many an editor.
const STRIDE: usize = 512;

impl SourceFile {
    /// Takes a text as it was read. A byte order mark and carriage returns go: no editor counts them as columns. A carriage return alone ended
    /// lines once, and still does in some programs.
    pub fn new(shown: &str, logical: &str, text: &str) -> SourceFile {
        SourceFile::of(Arc::from(shown), logical, &with_line_feeds(text))
    }

    fn of(shown: Arc<str>, logical: &str, text: &str) -> SourceFile {
        let (lines, characters) = (lines_of(text).into(), characters_before(text).into());
        SourceFile { shown, logical: logical.to_owned(), text: Arc::from(text), lines, characters }
    }

    /// Whether it is what [`SourceFile::new`] would make of this text as it was read.
    pub fn is_of(&self, logical: &str, text: &str) -> bool {
        self.logical == logical && *self.text == *with_line_feeds(text)
    }

    /// Whether another is this very file, or a clone of it, and not merely one that says the same.
    pub fn is_same(&self, other: &SourceFile) -> bool {
        Arc::ptr_eq(&self.text, &other.text) && Arc::ptr_eq(&self.shown, &other.shown)
    }

    /// A file of these pieces of the file and of nothing else, each at its place: all other signs are spaces.
    pub fn only(&self, logical: &str, pieces: &[Range<usize>]) -> SourceFile {
        let mut kept = vec![false; self.text.len()];
        for piece in pieces {
            if let Some(kept) = kept.get_mut(piece.start..piece.end.min(self.text.len())) {
                kept.fill(true);
            }
        }
        let blank = |(at, sign): (usize, char)| match sign {
            '\n' => "\n".to_owned(),
            _ if kept[at] => sign.to_string(),
            _ => " ".repeat(sign.len_utf8()),
        };
        let text: String = self.text.char_indices().map(blank).collect();
        // A sign of several bytes has become as many spaces.
        SourceFile::of(Arc::clone(&self.shown), logical, &text)
    }

    /// The place of what begins at a byte offset: a mark, a link, a value between quotes, a heading, or else a word.
    pub fn place(&self, offset: usize) -> Place {
        self.place_of(offset..extent::end(&self.text, offset))
    }

    /// The place of a range of bytes.
    pub fn place_of(&self, range: Range<usize>) -> Place {
        let start = self.point(range.start);
        if range.is_empty() { start } else { start.to(&self.point(range.end)) }
    }

    /// The point at a byte offset. The lines are looked up, because counting them anew for each part of a long file would take time
    /// that grows with the square of its length.
    fn point(&self, offset: usize) -> Place {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let line = self.lines.partition_point(|line| line.start <= end).max(1);
        let Line { start, is_ascii } = self.lines[line - 1];
        let column = 1 + if is_ascii { end - start } else { self.characters_to(end) - self.characters_to(start) };
        Place::point(&self.shown, u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
    }

    /// How many characters stand before a byte offset.
    fn characters_to(&self, offset: usize) -> usize {
        let index = offset / STRIDE;
        let from = index * STRIDE;
        self.characters.get(index).copied().unwrap_or_default() + begun_in(&self.text.as_bytes()[from..offset])
    }

    /// An error at a byte offset.
    pub fn error(&self, at: usize, rule: Rule, message: impl Into<String>, help: impl Into<String>) -> Finding {
        Finding::error(self.place(at), rule, message, help)
    }

    /// A warning at a byte offset.
    pub fn warning(&self, at: usize, rule: Rule, message: impl Into<String>, help: impl Into<String>) -> Finding {
        Finding::warning(self.place(at), rule, message, help)
    }

    /// The name without folders and ending.
    pub fn stem(&self) -> &str {
        let name = self.logical.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

/// A text as it was read, with line feeds only and without a byte order mark.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.contains('\r') {
        true => Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")),
        false => Cow::Borrowed(text),
    }
}

/// The lines of a text. What stands after the last line feed is one too, even if that is nothing.
fn lines_of(text: &str) -> Vec<Line> {
    let mut start = 0;
    let line = |line: &str| {
        let line_start = start;
        start += line.len() + 1;
        Line { start: line_start, is_ascii: line.is_ascii() }
    };
    text.split('\n').map(line).collect()
}

/// How many characters begin in these bytes.
fn begun_in(bytes: &[u8]) -> usize {
    // All other bytes of UTF-8 go on with a character.
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

/// How many characters begin before each multiple of [`STRIDE`] bytes.
fn characters_before(text: &str) -> Vec<usize> {
    let mut before = vec![0];
    let mut count = 0;
    for piece in text.as_bytes().chunks(STRIDE) {
        count += if piece.is_ascii() { piece.len() } else { begun_in(piece) };
        before.push(count);
    }
    before
}

#[cfg(test)]
mod tests {
    use super::SourceFile;
    use fingerpost_model::place::Place;

    #[test]
    fn a_column_is_counted_in_characters_however_long_the_line_is() {
        let text = format!("first\n{}end", "né – ".repeat(1000));
        let file = SourceFile::new("a.md", "a.md", &text);
        for (at, _) in text.char_indices().skip("first\n".len()) {
            let column = 1 + text["first\n".len()..at].chars().count();
            assert_eq!(file.place(at).to_string(), format!("a.md:2:{column}"));
        }
        // In the middle of a character it is the character's own place.
        assert_eq!(file.place("first\nn".len() + 1).to_string(), "a.md:2:2");
    }

    #[test]
    fn a_column_is_the_same_in_a_line_with_other_signs_before_or_after_it() {
        let text = "one – two\nthree four\nfünf\n\nsix";
        let file = SourceFile::new("a.md", "a.md", text);
        let only = file.only("a.md", &[1..5, 10..21]);
        for at in 0..=text.len() {
            assert_eq!(file.place_of(at..at), Place::at(&file.shown, text, at), "{at}");
            assert_eq!(only.place_of(at..at), Place::at(&file.shown, &only.text, at), "{at}");
        }
    }

    #[test]
    fn a_byte_order_mark_and_carriage_returns_do_not_move_places() {
        let file = SourceFile::new("a.md", "a.md", "\u{feff}one\r\ntwo – three\r\n");
        let at = file.text.find("three").unwrap();
        assert_eq!(file.place(at).to_string(), "a.md:2:7");
        assert_eq!(file.place(0).to_string(), "a.md:1:1");
        assert_eq!(file.place(usize::MAX).to_string(), "a.md:3:1");
    }
}
