//! Words that Markdown passes over, so that no page would have them: a cell beyond the last column, the title of a link, a note that looks like
//! the address of a link.

use crate::source::file::SourceFile;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use pulldown_cmark::{CowStr, LinkType, RefDefs};
use std::ops::Range;

const NOTE: &str =
    "Write a note in brackets where it belongs; an address begins with https:// or is a file such as ../policy/05-dsl.md.";

/// A line such as `[1]: https://www.example.org`, to which `[words][1]` lead.
struct Definition {
    label: String,
    is_address: bool,
    is_used: bool,
    span: Range<usize>,
}

/// What of a file has become of something.
#[derive(Default)]
pub struct Kept {
    definitions: Vec<Definition>,
    ranges: Vec<Range<usize>>,
}

impl Kept {
    /// Of a text that begins at `from` in its file, with the addresses that it gives apart from its links.
    pub fn new(definitions: &RefDefs<'_>, from: usize) -> Kept {
        let mut definitions: Vec<Definition> = definitions
            .iter()
            .map(|(label, definition)| Definition {
                label: normal(label),
                is_address: is_address(&definition.dest) && definition.title.is_none(),
                is_used: false,
                span: definition.span.start + from..definition.span.end + from,
            })
            .collect();
        definitions.sort_by_key(|definition| definition.span.start);
        Kept { definitions, ranges: Vec::new() }
    }

    /// Notes that this stretch of the file is on the page.
    pub fn keep(&mut self, range: Range<usize>) {
        self.ranges.push(range);
    }

    /// Notes a link, and says whether it is one: with a note in place of its address it is words in brackets.
    pub fn is_link(&mut self, kind: LinkType, label: &CowStr<'_>) -> bool {
        if !matches!(kind, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut) {
            return true;
        }
        let label = normal(label);
        let Some(definition) = self.definitions.iter_mut().find(|definition| definition.label == label) else { return true };
        definition.is_used = true;
        definition.is_address
    }

    /// Reports the words of the file, from an offset on, that have become of nothing.
    pub fn report(mut self, from: usize, file: &SourceFile, found: &mut Vec<Finding>) {
        for Definition { is_address, is_used, span, .. } in &self.definitions {
            if !is_address {
                let message = "This line is taken for the address of a link, and no reader would see its words.";
                found.push(file.error(span.start, Rule::LostWords, message, NOTE));
            } else if !is_used {
                let message = "No link uses the address on this line, and no reader would see it.";
                found.push(file.error(
                    span.start,
                    Rule::LostWords,
                    message,
                    "Take it out, or type [words](address) where it belongs.",
                ));
            }
            self.ranges.push(span.clone());
        }
        self.ranges.sort_by_key(|range| range.start);
        let mut done = from;
        let mut lost = Vec::new();
        let end = file.text.len();
        self.ranges.push(end..end);
        for range in self.ranges {
            if range.start > done {
                lost.extend(words_in(file, done..range.start));
            }
            done = done.max(range.end);
        }
        for range in lost {
            let words: String = file.text[range.clone()].chars().take(40).collect();
            let message = format!("No reader would see these words: \"{words}\".");
            let help = "In a table give each row as many cells as the first; write what stands behind the address of a link among the words.";
            found.push(file.error(range.start, Rule::LostWords, message, help));
        }
    }
}

/// As Markdown compares labels.
fn normal(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn is_address(to: &str) -> bool {
    to.contains([':', '/', '#']) || to.ends_with(".md")
}

/// The words in a stretch that nothing was made of: on each line what is more than signs, and than the numbers of list items.
fn words_in(file: &SourceFile, range: Range<usize>) -> Vec<Range<usize>> {
    let mut at = range.start;
    let mut found = Vec::new();
    for line in file.text.get(range).unwrap_or_default().split_inclusive('\n') {
        let mut rest = line;
        loop {
            rest = rest.trim_start_matches(|sign: char| sign.is_whitespace() || "-*+>|:#=~`_\\".contains(sign));
            let figures = rest.len() - rest.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
            match rest.get(figures..) {
                Some(after) if figures > 0 && after.starts_with(['.', ')']) => rest = &after[1..],
                _ => break,
            }
        }
        if rest.contains(char::is_alphanumeric) {
            let start = at + line.len() - rest.len();
            found.push(start..start + rest.trim_end_matches(|sign: char| !sign.is_alphanumeric()).len());
        }
        at += line.len();
    }
    found
}
