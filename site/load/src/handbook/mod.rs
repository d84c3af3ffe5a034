//! The examples of a handbook. An author shows a piece of a lesson (or of a quiz and so on) between two lines of ```` ``` ````, the first with the word
//! `lesson` after it; all such pieces of a page, one after another, are one file ([`files`]). It is put among the content files, where such a file lies, and goes
//! through the same rooms as any other: so an example is right, or it is a finding at its line of the handbook. Where its steps stand is remembered
//! ([`steps`]), and the page shows the piece with what it becomes ([`example`]).

pub mod example;
pub mod files;
pub mod folder;
pub mod steps;

#[cfg(test)]
mod tests {
    use crate::lesson::step::ACTIVITIES;
    use crate::{Carried, Options, load, read};
    use fingerpost_model::{Block, Document, Part};
    use std::path::Path;

    /// The sources of a document's examples.
    fn sources(document: &Document) -> Vec<&str> {
        fn of_part(part: &Part) -> Vec<&str> {
            part.parts.iter().flat_map(of_part).chain(of_blocks(&part.blocks)).collect()
        }
        fn of_blocks(blocks: &[Block]) -> Vec<&str> {
            blocks
                .iter()
                .filter_map(|block| if let Block::Example(example) = block { Some(&*example.source) } else { None })
                .collect()
        }
        document.parts.iter().flat_map(of_part).chain(of_blocks(&document.blocks)).collect()
    }

    #[test]
    fn the_handbook_shows_every_activity() {
        let guide = read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/guide"))).unwrap();
        let setting = load(&guide, Carried { symbols: &[], words: &[] }, Options::default()).setting.unwrap();
        let sources: Vec<&str> = setting.handbook.iter().flat_map(|page| sources(&page.document)).collect();
        let lines: Vec<&str> = sources.iter().flat_map(|source| source.lines()).collect();
        let is_shown =
            |activity: &&str| lines.iter().any(|line| line.starts_with("### ") && line.ends_with(&format!(": {activity}")));
        let missing: Vec<&str> = ACTIVITIES.into_iter().filter(|activity| !is_shown(activity)).collect();
        assert_eq!(missing, Vec::<&str>::new());
    }
}
