//! From where to where something stands in a file: so that every complaint can name it, and an editor underline it.

use std::fmt;
use std::sync::Arc;

/// A stretch of a source file. Lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file's path, relative to the setting's folder, with `/` between its parts (`../common/...` for shared files).
    pub file: Arc<str>,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in characters.
    pub column: u32,
    /// The line of the first character after it; [`Place::line`] where it is but a point.
    pub end_line: u32,
    /// The column of the first character after it; [`Place::column`] where it is but a point.
    pub end_column: u32,
}

impl Place {
    /// The point before this character of a file.
    pub fn point(file: &Arc<str>, line: u32, column: u32) -> Place {
        Place { file: Arc::clone(file), line, column, end_line: line, end_column: column }
    }

    /// The start of a file.
    pub fn start_of(file: &Arc<str>) -> Place {
        Place::point(file, 1, 1)
    }

    /// The point at a byte offset in a file's text. An offset past the end gives the end.
    pub fn at(file: &Arc<str>, text: &str, offset: usize) -> Place {
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[..end];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Place::point(file, 1 + before.matches('\n').count() as u32, 1 + before[line_start..].chars().count() as u32)
    }

    /// Where it begins, to compare by.
    pub fn start(&self) -> (&str, u32, u32) {
        (&self.file, self.line, self.column)
    }

    /// From the beginning of this place to the end of another one in the same file.
    pub fn to(self, end: &Place) -> Place {
        Place { end_line: end.end_line, end_column: end.end_column, ..self }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// A relative path without `.` and without `..` where that can be.
pub fn tidy(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::Place;
    use std::sync::Arc;

    #[test]
    fn a_column_counts_characters_not_bytes() {
        let file: Arc<str> = Arc::from("a.md");
        let text = "one\ntwo – three";
        let place = Place::at(&file, text, text.find("three").unwrap());
        assert_eq!((place.line, place.column), (2, 7));
        assert_eq!(place.to_string(), "a.md:2:7");
    }
}
