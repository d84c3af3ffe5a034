//! Leaves out of a file what is not in this setting, before anything else looks at it: it has no number, no address and no mistakes.
//! What is remembered of it are its ids, so that a link to it can be answered with the reason.

use super::absence::Absence;
use super::mark::Mark;
use super::typed::{Block, Heading, Item, flat};
use fingerpost_model::letters::address;
use std::collections::BTreeMap;

/// Leaves out the headings (with all beneath them) and the list items whose conditions do not hold, and says which ids went with
/// them.
pub fn leave_out(blocks: Vec<Block>) -> (Vec<Block>, BTreeMap<String, Absence>) {
    let mut sieve = Sieve::default();
    let blocks = sieve.blocks(blocks);
    (blocks, sieve.absent)
}

#[derive(Default)]
struct Sieve {
    absent: BTreeMap<String, Absence>,
}

impl Sieve {
    fn blocks(&mut self, blocks: Vec<Block>) -> Vec<Block> {
        // A block, and whether something was left out between it and the next.
        let mut kept: Vec<(Block, bool)> = Vec::new();
        let mut out: Option<(u8, Absence)> = None;
        for mut block in blocks {
            let mut begins = false;
            if let Block::Heading(heading) = &mut block {
                let level = heading.level;
                out = out.filter(|(above, _)| level > *above);
                begins = out.is_none();
                out = out.or_else(|| absence_of(heading).map(|absence| (level, absence)));
            }
            if let Some((_, absence)) = out {
                self.lose(&block, absence);
                // A heading beside that one has not stood beneath it.
                if let Some((last, has_lost)) = kept.last_mut().filter(|_| begins) {
                    *has_lost |= !is_beside(&block, last);
                }
            } else if let Some((block, has_lost)) = self.block(block) {
                kept.push((block, has_lost));
            } else {
                kept.last_mut().into_iter().for_each(|(_, has_lost)| *has_lost = true);
            }
        }
        self.without_emptied_headings(kept)
    }

    /// A block without what does not hold, and whether it lost anything; nothing if nothing of it is left.
    fn block(&mut self, block: Block) -> Option<(Block, bool)> {
        match block {
            Block::Heading(mut heading) => {
                // The title has no mark, and the complaint about one stands.
                if heading.level > 1 {
                    heading.mark = without_condition(heading.mark);
                }
                Some((Block::Heading(heading), false))
            }
            Block::List(mut list) => {
                let count = list.items.len();
                list.items = list.items.into_iter().filter_map(|item| self.item(item)).collect();
                let has_lost = list.items.len() < count;
                (count == 0 || !list.items.is_empty()).then_some((Block::List(list), has_lost))
            }
            Block::Quote { blocks, at } => {
                let was_empty = blocks.is_empty();
                let blocks = self.blocks(blocks);
                (was_empty || !blocks.is_empty()).then_some((Block::Quote { blocks, at }, false))
            }
            other => Some((other, false)),
        }
    }

    fn item(&mut self, mut item: Item) -> Option<Item> {
        if let Some(absence) = item.mark.as_ref().and_then(|mark| mark.absence) {
            self.lose_item(&item, absence);
            return None;
        }
        item.mark = without_condition(item.mark);
        item.blocks = self.blocks(item.blocks);
        Some(item)
    }

    /// A heading beneath which nothing is left because of conditions goes too; where its author wrote nothing, that is a mistake
    /// and stays. A heading that is a clause says something by itself.
    fn without_emptied_headings(&mut self, blocks: Vec<(Block, bool)>) -> Vec<Block> {
        let mut kept: Vec<Block> = Vec::new();
        let mut has_lost_more = false;
        for (block, has_lost) in blocks.into_iter().rev() {
            let has_lost = std::mem::take(&mut has_lost_more) || has_lost;
            if let Block::Heading(heading) = &block
                && has_lost
                && heading.level > 1
                && heading.mark.as_ref().is_none_or(|mark| mark.audiences.is_empty() && !mark.is_broken)
                && is_end_of(heading.level, kept.last())
            {
                self.lose(&block, Absence::Condition);
                has_lost_more = true;
                continue;
            }
            kept.push(block);
        }
        kept.reverse();
        kept
    }

    /// Remembers the ids of what is left out.
    fn lose(&mut self, block: &Block, absence: Absence) {
        match block {
            Block::Heading(heading) => {
                let typed = heading.mark.as_ref().and_then(|mark| mark.id.clone());
                let id = typed.unwrap_or_else(|| address(&flat(&heading.content).text));
                self.absent.insert(id, absence);
            }
            Block::List(list) => list.items.iter().for_each(|item| self.lose_item(item, absence)),
            Block::Quote { blocks, .. } => blocks.iter().for_each(|block| self.lose(block, absence)),
            Block::Paragraph { .. } | Block::Code { .. } | Block::Table(_) | Block::Rule { .. } => {}
        }
    }

    fn lose_item(&mut self, item: &Item, absence: Absence) {
        if let Some(id) = item.mark.as_ref().and_then(|mark| mark.id.clone()) {
            self.absent.insert(id, absence);
        }
        item.blocks.iter().for_each(|block| self.lose(block, absence));
    }
}

fn absence_of(heading: &Heading) -> Option<Absence> {
    heading.mark.as_ref().filter(|_| heading.level > 1).and_then(|mark| mark.absence)
}

/// Whether a block is a heading that does not stand beneath the other, a heading too.
fn is_beside(block: &Block, other: &Block) -> bool {
    matches!((block, other), (Block::Heading(heading), Block::Heading(other)) if heading.level <= other.level)
}

/// Whether nothing stands beneath a heading of this level, `next` being what comes after it.
fn is_end_of(level: u8, next: Option<&Block>) -> bool {
    match next {
        None => true,
        Some(Block::Heading(next)) => next.level <= level,
        Some(_) => false,
    }
}

/// A mark of which nothing is left once its condition has been looked at is none.
fn without_condition(mark: Option<Mark>) -> Option<Mark> {
    mark.filter(|mark| *mark != Mark { at: mark.at, ..Mark::default() })
}

#[cfg(test)]
mod tests {
    use super::leave_out;
    use crate::source::file::SourceFile;
    use crate::syntax::absence::Absence;
    use crate::syntax::switches::{self, Switches};
    use crate::syntax::table::Toml;
    use crate::syntax::typed::{Block, flat};
    use crate::syntax::{markdown, marks};

    fn switches() -> Switches {
        let file = SourceFile::new("setting.toml", "setting.toml", "on = true\noff = false\n");
        let toml = Toml::read_file(&file, &mut Vec::new());
        switches::read(toml.root(), "school", &file, &mut Vec::new())
    }

    /// The words that are left, by heading and item, and the ids that are not.
    fn left(markdown: &str) -> (Vec<String>, Vec<(String, Absence)>) {
        let file = SourceFile::new("a.md", "a.md", markdown);
        let mut found = Vec::new();
        let mut blocks = markdown::read(&file, 0, &mut found);
        marks::take_all(&mut blocks, 0, &switches(), &file, &mut found);
        let (blocks, absent) = leave_out(blocks);
        let mut words = Vec::new();
        collect(&blocks, &mut words);
        (words, absent.into_iter().collect())
    }

    fn collect(blocks: &[Block], words: &mut Vec<String>) {
        for block in blocks {
            match block {
                Block::Heading(heading) => words.push(flat(&heading.content).text),
                Block::Paragraph { content, .. } => words.push(flat(content).text),
                Block::List(list) => list.items.iter().for_each(|item| collect(&item.blocks, words)),
                Block::Quote { blocks, .. } => collect(blocks, words),
                _ => {}
            }
        }
    }

    #[test]
    fn a_heading_takes_all_beneath_it_along() {
        let text = "# T\n\n## A {#a when=off}\n\nOne.\n\n### B {#b when=on}\n\n- Two. {#c .staff}\n\n## C {when=on}\n\nThree.\n";
        let (words, absent) = left(text);
        assert_eq!(words, ["T", "C", "Three."]);
        let absent: Vec<&str> = absent.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(absent, ["a", "b", "c"]);
    }

    #[test]
    fn an_item_goes_with_its_list_and_a_list_that_is_empty_goes_too() {
        assert_eq!(left("- One. {when=off}\n  - Two.\n- Three. {unless=off}\n  - Four. {when=off}\n").0, ["Three."]);
        assert_eq!(left("> - One. {when=off}\n\nTwo.").0, ["Two."]);
    }

    #[test]
    fn a_heading_that_conditions_have_emptied_goes_and_one_that_was_empty_stays() {
        assert_eq!(left("# T\n\n## A\n\n### B\n\n- One. {when=off}\n\n## C\n").0, ["T", "C"]);
        assert_eq!(left("## A must {#a .staff}\n\n- One. {when=off}\n").0, ["A must"]);
        assert_eq!(left("## A\n\nOne.\n\n### B\n\n- Two. {when=off}\n").0, ["A", "One."]);
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        for typed in
            ["{#a .staff when=ofn}", "{#a .staff when=on", "{#a .staff when = on}", "{Unless: off}", "{#a .staff when=on x}"]
        {
            assert_eq!(left(&format!("- One. {typed}\n")).0, Vec::<String>::new(), "{typed}");
        }
        assert_eq!(left("- One. {#a .staff when=ofn}").1, [("a".to_owned(), Absence::Unread)]);
    }
}
