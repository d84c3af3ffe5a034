//! What a clause says, as its author typed it: with its names unreplaced, so that a change of staff is no change of the rule, and without
//! what does not hold in this setting.

use super::ast::{Block, Heading, Inline, Item, push_words};
use super::mark::Mark;
use std::collections::BTreeSet;

/// The words of an item, with all that stands beneath it and is no clause of its own.
pub fn of_item(item: &Item) -> String {
    of_blocks(None, &item.blocks)
}

/// The words of a heading, with what stands beneath it before the next heading and is no clause of its own.
pub fn of_heading(heading: &[Inline], blocks: &[Block]) -> String {
    of_blocks(Some(heading), blocks)
}

fn of_blocks(first: Option<&[Inline]>, blocks: &[Block]) -> String {
    let mut words = String::new();
    first.into_iter().for_each(|first| add_piece(first, &mut words));
    add(blocks, &mut words);
    words.truncate(words.trim_ascii_end().len());
    if is_spaced(&words) { words } else { words.split_whitespace().collect::<Vec<_>>().join(" ") }
}

/// Adds the words of blocks, with a space after each piece.
fn add(blocks: &[Block], words: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph { content, .. } => add_piece(content, words),
            Block::Heading(heading) => add_piece(&heading.content, words),
            Block::List(list) => list.items.iter().filter(|item| !is_clause(item)).for_each(|item| add(&item.blocks, words)),
            Block::Quote { blocks, .. } => add(blocks, words),
            Block::Table(table) => table.cells().for_each(|cell| add_piece(cell, words)),
            Block::Code { run, .. } => {
                words.push_str(&run.text);
                words.push(' ');
            }
            Block::Rule { .. } => {}
        }
    }
}

fn add_piece(content: &[Inline], words: &mut String) {
    push_words(content, words);
    words.push(' ');
}

/// Whether there is one space between words already, and no other white space. Most clauses are typed so, and are then not put together
/// anew. What is not ASCII may be white space too.
fn is_spaced(words: &str) -> bool {
    let is_apart = |pair: &[u8]| pair[1] > b' ' && pair[1].is_ascii() || pair[1] == b' ' && pair[0] != b' ';
    words.bytes().next().is_none_or(|first| first > b' ' && first.is_ascii())
        && words.as_bytes().windows(2).all(is_apart)
        && !words.ends_with(' ')
}

fn is_clause(item: &Item) -> bool {
    item.mark.as_deref().is_some_and(Mark::is_of_clause)
}

/// The ids of the clauses of which a part does not hold in this setting, so that they say something else in another. It looks at a file
/// before that part is left out.
pub fn varying(blocks: &[Block]) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    collect_varying(blocks, &mut ids);
    ids
}

fn collect_varying(blocks: &[Block], ids: &mut BTreeSet<String>) {
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading(Heading { mark: Some(mark), .. }) if mark.is_of_clause() => {
                let beneath = &blocks[index + 1..];
                let end = beneath.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(beneath.len());
                if loses_a_part(&beneath[..end]) {
                    ids.extend(mark.attributes.id.clone());
                }
            }
            Block::List(list) => {
                for item in &list.items {
                    if is_clause(item) && loses_a_part(&item.blocks) {
                        ids.extend(item.mark.as_deref().and_then(|mark| mark.attributes.id.clone()));
                    }
                    collect_varying(&item.blocks, ids);
                }
            }
            Block::Quote { blocks, .. } => collect_varying(blocks, ids),
            _ => {}
        }
    }
}

/// Whether some of what belongs to a clause is not in this setting.
fn loses_a_part(blocks: &[Block]) -> bool {
    let is_absent = |item: &Item| item.mark.as_deref().is_some_and(|mark| mark.absence.is_some());
    blocks.iter().any(|block| match block {
        Block::List(list) => list.items.iter().any(|item| !is_clause(item) && (is_absent(item) || loses_a_part(&item.blocks))),
        Block::Quote { blocks, .. } => loses_a_part(blocks),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::{is_spaced, varying};
    use crate::source::file::SourceFile;
    use crate::syntax::markdown::Markdown;
    use crate::syntax::table::Toml;
    use crate::syntax::{parsed_file, switches};
    use crate::{Carried, Options, Sources, load};
    use fingerpost_model::Clause;
    use fingerpost_model::walk::walk_document;

    /// The clauses of one section with these words beneath its heading.
    fn clauses(words: &str) -> Vec<Clause> {
        let mut sources = Sources::default();
        let setting = "kind = \"school\"\n[switches]\nfiltering = \"none\"\n[names]\nboss = \"Ann\"\n";
        sources.files.insert("setting.toml".to_owned(), setting.to_owned());
        let section = format!("+++\napproved = \"with the policy\"\n+++\n\n# Phones\n\n## Rules\n\n{words}");
        sources.files.insert("policy/01-phones.md".to_owned(), section);
        let setting = load(&sources, Carried { symbols: &[], words: &[] }, Options::default()).setting.unwrap();
        let mut clauses = Vec::new();
        walk_document(&setting.sections[0].document, &mut |found| clauses.extend(found.clause().cloned()));
        clauses
    }

    #[test]
    fn a_clause_keeps_its_words_as_typed_without_its_mark_and_without_clauses_beneath_it() {
        let found = clauses(
            "- Staff must **tell**\n  {{ boss }} [at once](tel:999). {#a-1 .staff}\n  - A phone is handed in.\n  - There is a filter. \
             {when=filtering:provider}\n  - Staff must write it down. {#a-2 .staff}\n\n  It helps.\n",
        );
        let words: Vec<&str> = found.iter().map(|clause| clause.words.as_str()).collect();
        assert_eq!(words, ["Staff must tell {{ boss }} at once. A phone is handed in. It helps.", "Staff must write it down."]);
        assert_eq!(found[1].hash(), clauses("- Staff must\n  write  *it* down. {#b .leaders ref=9}\n")[0].hash());
        assert_ne!(found[1].hash(), clauses("- Staff must write it up. {#a-2 .staff}\n")[0].hash());
    }

    #[test]
    fn what_is_spaced_is_what_its_words_make_with_spaces_between_them() {
        for text in ["", "a", "a b", "a, b. c"] {
            assert!(is_spaced(text) && text.split_whitespace().collect::<Vec<_>>().join(" ") == text, "{text:?}");
        }
        for text in [" ", " a", "a ", "a  b", "a\tb", "a\nb", "\u{b}", "a\u{a0}b", "é", "\u{2003}a"] {
            assert!(!is_spaced(text), "{text:?}");
        }
    }

    #[test]
    fn a_clause_varies_where_a_part_of_it_is_left_out_and_its_parts_are_no_clauses() {
        let section = "# Phones\n\n## A {#a-0 .staff}\n\n- A. {when=filtering:provider}\n\n### B {#b-0 .staff}\n\n- B. {when=filtering:none}\n\n\
                       > - Staff must: {#a-1 .staff}\n>   - one;\n>     - One. {unless=filtering:none}\n- Staff must: {#b-1 .staff}\n  \
                       - tell. {#b-2 .staff when=filtering:provider}\n";
        let setting = SourceFile::new("setting.toml", "setting.toml", "filtering = \"none\"");
        let toml = Toml::read_file(&setting, &mut Vec::new());
        let switches = switches::read(toml.root(), "school", &setting, &mut Vec::new());
        let file = SourceFile::new("policy/01-phones.md", "policy/01-phones.md", section);
        let varying = varying(&parsed_file::blocks(Markdown::parse(&file, 0), &file, &switches, None, &mut Vec::new()).blocks);
        assert_eq!(varying.iter().collect::<Vec<_>>(), ["a-0", "a-1"]);
    }

    #[test]
    fn a_heading_that_is_a_clause_says_what_stands_beneath_it() {
        let found = clauses("### Staff must tell {#a-1 .staff}\n\nAt once.\n\n#### More\n\nNot this.\n");
        assert_eq!(found[0].words, "Staff must tell At once.");
    }
}
