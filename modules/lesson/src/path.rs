//! The four paths: neutral names and shapes, never "high" or "low", never an age, and none in an address.

use serde::{Deserialize, Serialize};

/// One of the four ways through the same lesson (docs/dev/evidence.md, Paths).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Path {
    /// Circle: a picture and one spoken phrase, with an adult.
    Together,
    /// Triangle: 5 words a sentence on average, 7 at most, a symbol on each key word.
    Symbols,
    /// Square: 8 words on average, 15 at most, a picture by each idea.
    EasyRead,
    /// Star: 14 words on average, 20 at most.
    Plain,
}

impl Path {
    /// All paths, in the order in which they are offered.
    pub const ALL: [Path; 4] = [Path::Together, Path::Symbols, Path::EasyRead, Path::Plain];

    /// The path's id: its name in lesson files, in `data-path` and in what is kept.
    pub fn id(self) -> &'static str {
        match self {
            Path::Together => "together",
            Path::Symbols => "symbols",
            Path::EasyRead => "easy-read",
            Path::Plain => "plain",
        }
    }

    /// The drawing of the path's shape, in a square of 24. Paths are told apart by form, never by colour.
    pub fn shape(self) -> &'static str {
        match self {
            Path::Together => "M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z",
            Path::Symbols => "M12 2.5L22.5 21H1.5z",
            Path::EasyRead => "M3 3h18v18H3z",
            Path::Plain => "M12 1.5l3.1 7 7.4.7-5.6 5 1.7 7.3-6.6-3.9-6.6 3.9 1.7-7.3-5.6-5 7.4-.7z",
        }
    }

    /// The path with this id, if there is one.
    pub fn from_id(id: &str) -> Option<Path> {
        Path::ALL.into_iter().find(|path| path.id() == id)
    }

    /// Where the path stands in [`Path::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// Whether a symbol stands over each key word (docs/dev/evidence.md, Paths).
    pub fn has_symbols_on_words(self) -> bool {
        matches!(self, Path::Together | Path::Symbols)
    }

    /// How many options a "choose one" may have: least and most (docs/dev/evidence.md, Paths).
    pub fn options(self) -> (usize, usize) {
        match self {
            Path::Together => (1, 2),
            Path::Symbols => (2, 3),
            Path::EasyRead => (2, 3),
            Path::Plain => (3, 4),
        }
    }

    /// The most words that one sentence may have (docs/dev/evidence.md, Reading limits).
    pub fn most_words(self) -> usize {
        match self {
            Path::Together | Path::Symbols => 7,
            Path::EasyRead => 15,
            Path::Plain => 20,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn every_path_is_found_by_its_id_and_nothing_else_is() {
        for path in Path::ALL {
            assert_eq!(Path::from_id(path.id()), Some(path));
            assert_eq!(Path::ALL[path.index()], path);
        }
        assert_eq!(Path::from_id("low"), None);
    }
}
