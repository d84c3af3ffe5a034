//! What the program brings besides the content. It reaches loading and rendering as data, so that one process can do both with others.

/// A file that the program carries.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asset {
    /// Its file name, with a hash of its content, so that a browser may keep it for ever.
    pub name: &'static str,
    /// Its content.
    pub bytes: &'static [u8],
}

/// A concept of the symbol list (assets/symbols.toml).
#[derive(Debug, PartialEq)]
pub struct Symbol {
    /// Concept id.
    pub id: &'static str,
    /// Its word.
    pub label: &'static str,
    /// The words (in all their forms, lower case) that it stands over.
    pub words: &'static [&'static str],
    /// What is inside the `<svg viewBox="0 0 36 36">`.
    pub drawing: &'static str,
}

/// The symbol with this concept id in a list that is sorted by id.
pub fn symbol<'a>(symbols: &'a [Symbol], id: &str) -> Option<&'a Symbol> {
    symbols.binary_search_by(|symbol| symbol.id.cmp(id)).ok().map(|index| &symbols[index])
}
