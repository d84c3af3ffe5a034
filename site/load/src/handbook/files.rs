//! The files that the examples of a page make: all pieces of one kind and name, one after another.

use crate::source::file::SourceFile;
use crate::source::section_number::number_and_slug;
use crate::syntax::ast::Block;
use std::collections::BTreeMap;
use std::ops::Range;

/// The words for examples, each with the folder in which such a file lies.
pub const KINDS: [(&str, &str); 5] =
    [("lesson", "lessons"), ("agreement", "agreements"), ("quiz", "quizzes"), ("induction", "inductions"), ("item", "items")];

/// The files that the examples of a page with these blocks make.
pub fn files(page: &SourceFile, blocks: &[Block]) -> Vec<SourceFile> {
    let mut pieces: BTreeMap<String, Vec<Range<usize>>> = BTreeMap::new();
    for block in blocks {
        if let Block::Code { run, info, .. } = block
            && let Some(path) = path_of(info, page)
            && !run.text.is_empty()
        {
            pieces.entry(path).or_default().push(run.range());
        }
    }
    pieces.into_iter().map(|(path, ranges)| page.only(&path, &ranges)).collect()
}

/// The path of the file to which a piece belongs: that of its kind, with the name of the page where it has none of its own.
pub fn path_of(info: &str, page: &SourceFile) -> Option<String> {
    let (word, name) = info.split_once(' ').unwrap_or((info, ""));
    let (_, folder) = KINDS.iter().find(|(kind, _)| *kind == word)?;
    let name = if name.trim().is_empty() { number_and_slug(page.stem()).1 } else { name.trim() };
    Some(format!("{folder}/{name}.md"))
}
