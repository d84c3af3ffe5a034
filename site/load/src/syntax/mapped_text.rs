//! Text that remembers where each stretch of it stands in its file, through merging, replacing and cutting.

use std::ops::Range;

/// Some text with its places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MappedText {
    /// The text.
    pub text: String,
    stretches: Vec<Stretch>,
    /// Offsets of signs that the author wrote with a backslash before them, so that they are only signs.
    escaped: Vec<usize>,
}

/// From `text` on, the text stands at `source` in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    text: usize,
    source: usize,
    /// A value that was put in: all of it stands where its name stands.
    fixed: bool,
}

impl MappedText {
    /// Adds text that stands at an offset in the file.
    pub fn push(&mut self, text: &str, source: usize) {
        self.add(text, source, false);
    }

    /// Adds text that is not in the file, at the place of what it stands for.
    pub fn push_value(&mut self, text: &str, source: usize) {
        self.add(text, source, true);
    }

    /// Adds text whose first character was written with a backslash before it.
    pub fn push_escaped(&mut self, text: &str, source: usize) {
        self.escaped.push(self.text.len());
        self.push(text, source);
    }

    fn add(&mut self, text: &str, source: usize, fixed: bool) {
        if !text.is_empty() {
            // Most texts are one stretch, for which a list would otherwise have room for four.
            if self.stretches.is_empty() {
                self.stretches.reserve_exact(1);
            }
            self.stretches.push(Stretch { text: self.text.len(), source, fixed });
            self.text.push_str(text);
        }
    }

    /// Adds another text with its places.
    pub fn push_mapped(&mut self, other: &MappedText) {
        let shift = self.text.len();
        self.stretches.extend(other.stretches.iter().map(|stretch| Stretch { text: stretch.text + shift, ..*stretch }));
        self.escaped.extend(other.escaped.iter().map(|at| at + shift));
        self.text.push_str(&other.text);
    }

    /// Where an offset of the text stands in the file.
    pub fn at(&self, offset: usize) -> usize {
        let index = self.stretches.partition_point(|stretch| stretch.text <= offset);
        match index.checked_sub(1).and_then(|index| self.stretches.get(index)) {
            Some(stretch) if stretch.fixed => stretch.source,
            Some(stretch) => stretch.source + (offset - stretch.text),
            None => 0,
        }
    }

    /// Where a part of the text stands in its file. Where a value was put in for a name, that is the name's beginning.
    pub fn range_of(&self, part: Range<usize>) -> Range<usize> {
        let last = self.text[part.clone()].chars().next_back().map_or(0, char::len_utf8);
        let start = self.at(part.start);
        start..(self.at(part.end - last) + last).max(start)
    }

    /// Where all of the text stands in its file.
    pub fn range(&self) -> Range<usize> {
        self.at(0)..self.at(self.text.len().saturating_sub(1)) + 1
    }

    /// Whether the sign at this offset was written with a backslash before it.
    pub fn is_escaped(&self, offset: usize) -> bool {
        self.escaped.binary_search(&offset).is_ok()
    }

    /// Whether any brace was written with a backslash before it.
    pub fn has_escapes(&self) -> bool {
        self.escaped.iter().any(|at| self.text.as_bytes().get(*at) == Some(&b'{'))
    }

    /// A part of the text, with its places.
    pub fn slice(&self, range: Range<usize>) -> MappedText {
        let mut slice = MappedText { text: self.text.get(range.clone()).unwrap_or_default().to_owned(), ..MappedText::default() };
        let first = self.stretches.partition_point(|stretch| stretch.text <= range.start).saturating_sub(1);
        for stretch in self.stretches.iter().skip(first).take_while(|stretch| stretch.text < range.end) {
            let text = stretch.text.max(range.start);
            let moved = if stretch.fixed { 0 } else { text - stretch.text };
            slice.stretches.push(Stretch { text: text - range.start, source: stretch.source + moved, fixed: stretch.fixed });
        }
        let inside = self.escaped.iter().filter(|at| range.contains(at));
        slice.escaped.extend(inside.map(|at| at - range.start));
        slice
    }

    /// The text without white space at its ends.
    pub fn trimmed(&self) -> MappedText {
        let start = self.text.len() - self.text.trim_start().len();
        self.slice(start..start + self.text.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::MappedText;

    #[test]
    fn places_survive_values_and_cutting() {
        let mut run = MappedText::default();
        run.push("ring ", 10);
        run.push_value("01632 960 101", 15);
        run.push(" now", 30);
        assert_eq!((run.at(1), run.at(9), run.at(19)), (11, 15, 31));
        let end = run.slice(7..22);
        assert_eq!(end.text, "632 960 101 now");
        assert_eq!((end.at(0), end.at(12)), (15, 31));
        assert_eq!(run.slice(2..4).trimmed().at(0), 12);
    }
}
