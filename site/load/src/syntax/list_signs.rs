//! Lines that were meant as list items and begin with another sign than Markdown's: Word's bullets (`•`, `–`, `o`), a `-` without a space after
//! it, a box without a `-`. In a question or a step such a line becomes words of the option before it, and an option is missing. It is reported
//! in place of what follows from it (`consequences.rs`).

use super::lines::{BULLETS, DASHES};
use crate::source::file::SourceFile;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use std::collections::BTreeSet;
use std::ops::Range;

/// The lines of a file that were meant as list items and are none.
pub struct Misread<'f> {
    /// The file.
    pub file: &'f SourceFile,
    /// These lines.
    pub lines: BTreeSet<u32>,
    /// The lines of the steps or questions in which they stand.
    parts: Vec<Range<u32>>,
}

impl Misread<'_> {
    /// Whether a line belongs to the same step or question as one of them.
    pub fn is_in_part(&self, line: u32) -> bool {
        let index = self.parts.partition_point(|range| range.start <= line);
        index.checked_sub(1).is_some_and(|index| self.parts[index].contains(&line))
    }
}

/// Finds such lines in a file of lessons, promises or questions, whose Markdown begins at `from`, and the complaints about them.
pub fn find(file: &SourceFile, from: usize) -> (Misread<'_>, Vec<Finding>) {
    let mut lines = Vec::new();
    let mut at = from;
    for line in file.text[from..].split_inclusive('\n') {
        lines.push((at, line.trim_end()));
        at += line.len();
    }
    let mut is_code = false;
    let mut before = "";
    let mut wrong = Vec::new();
    for (index, (at, line)) in lines.iter().enumerate() {
        let words = line.trim_start();
        is_code ^= words.starts_with("```");
        let rest = lines[index..].iter().map(|(_, line)| *line).take(LONGEST).take_while(|line| !line.trim().is_empty());
        if !is_code && let Some(sign) = foreign_sign(words, before, rest) {
            wrong.push((at + line.len() - words.len(), sign));
        }
        before = words;
    }
    let headings: Vec<usize> = lines.iter().filter(|(_, line)| line.starts_with('#')).map(|(at, _)| *at).collect();
    let part_of = |at: usize| headings.partition_point(|heading| *heading <= at);
    let mut parts: Vec<usize> = wrong.iter().map(|(at, _)| part_of(*at)).collect();
    parts.dedup();
    let lines_of = |part: usize| {
        let line = |index: Option<usize>, otherwise: u32| {
            index.and_then(|index| headings.get(index)).map_or(otherwise, |heading| file.place(*heading).line)
        };
        line(part.checked_sub(1), 0)..line(Some(part), u32::MAX)
    };
    let parts = parts.into_iter().map(lines_of).collect();
    let complaint = |(at, sign): &(usize, String)| {
        let message = format!("This line begins with \"{sign}\", so it is no list item.");
        file.error(*at, Rule::ListSign, message, "Begin it with - and a space, as far in as the items beside it.")
    };
    let complaints = wrong.iter().map(complaint).collect();
    (Misread { file, lines: wrong.iter().map(|(at, _)| file.place(*at).line).collect(), parts }, complaints)
}

/// How many lines an emphasis may have.
const LONGEST: usize = 20;

/// The sign with which a line begins in the place of `- `.
fn foreign_sign<'t>(line: &str, before: &str, rest: impl Iterator<Item = &'t str>) -> Option<String> {
    let first = line.chars().next()?;
    let after = &line[first.len_utf8()..];
    let next = after.chars().next();
    let is_box = |text: &str| ["[ ]", "[x]", "[X]"].into_iter().any(|sign| text.trim_start().starts_with(sign));
    if BULLETS.contains(first) || (first == 'o' && next.is_some_and(char::is_whitespace)) {
        return Some(first.to_string());
    }
    if DASHES.contains(first) {
        // A sentence may go on with a dash in its next line.
        let begins = before.is_empty()
            || before.starts_with(['#', '-', '*', '+'])
            || before.starts_with(|c| BULLETS.contains(c) || DASHES.contains(c));
        return (is_box(after) || begins && next.is_some_and(char::is_whitespace)).then(|| first.to_string());
    }
    let is_glued = next.is_some_and(|next| next.is_alphabetic() || next == '[' || next == '!');
    if first == '-' && is_glued || first == '*' && is_glued && rest.map(|line| line.matches('*').count()).sum::<usize>() == 1 {
        return Some(line.chars().take_while(|sign| !sign.is_whitespace()).take(12).collect());
    }
    is_box(line).then(|| line.chars().take(3).collect())
}

#[cfg(test)]
mod tests {
    use super::foreign_sign;

    fn sign(line: &str, before: &str) -> Option<String> {
        foreign_sign(line, before, std::iter::once(line))
    }

    #[test]
    fn what_word_and_haste_make_of_a_list_is_seen() {
        for (line, found) in [
            ("• [ ] Two", "•"),
            ("·\tTwo", "·"),
            ("o   A reason.", "o"),
            ("– [ ] Two", "–"),
            ("– A reason.", "–"),
            ("-Two", "-Two"),
            ("-[ ] Two", "-["),
            ("*Two", "*Two"),
            ("[ ] Two", "[ ]"),
        ] {
            assert_eq!(sign(line, "- [x] One").as_deref(), Some(found), "{line}");
        }
    }

    #[test]
    fn what_a_sentence_or_a_list_begins_with_is_left_alone() {
        for line in [
            "- [ ] Two",
            "* Two",
            "*Two* words",
            "**Two** words",
            "+ Two",
            "1. Two",
            "-5 degrees",
            "One",
            "[Two](#two)",
            "---",
            "![A](symbol:a) Two",
        ] {
            assert_eq!(sign(line, "- [x] One"), None, "{line}");
        }
        assert_eq!(sign("– and then more.", "The sentence goes on"), None);
    }
}
