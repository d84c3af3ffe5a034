//! Leaves out of a file what is not in this setting, before anything else looks at it: it has no number, no address and no mistakes.
//! What is remembered of it are its ids, so that a link to it can be answered with the reason.

use super::absence::Absence;
use super::ast::{Block, Heading, Item, List, flat};
use super::mark::Mark;
use fingerpost_model::letters::address;
use std::collections::BTreeMap;

/// What of a file holds in the setting.
#[derive(Default)]
pub struct Holding<'b> {
    /// The blocks, as far as they hold.
    pub kept: Vec<Held<'b>>,
    /// The ids of what does not, with the reason.
    pub absent: BTreeMap<String, Absence>,
}

/// A block as far as it holds.
pub enum Held<'b> {
    /// A list, with the items that hold.
    List(&'b List, Vec<HeldItem<'b>>),
    /// A quote, and where it begins.
    Quote(Vec<Held<'b>>, usize),
    /// Any other block, which holds as a whole.
    Whole(&'b Block),
}

/// A list item as far as it holds.
pub struct HeldItem<'b> {
    /// The item.
    pub item: &'b Item,
    /// What in it holds.
    pub blocks: Vec<Held<'b>>,
}

/// Leaves out the headings (with all beneath them) and the list items whose conditions do not hold.
pub fn leave_out(blocks: &[Block]) -> Holding<'_> {
    let mut sieve = Sieve::default();
    let kept = sieve.blocks(blocks);
    Holding { kept, absent: sieve.absent }
}

/// The blocks without what does not hold, and the ids of that with the reason. In nearly every file all of it holds, and then its blocks stay
/// as they are, and no copy is made of each.
pub fn without_absent(mut blocks: Vec<Block>) -> (Vec<Block>, BTreeMap<String, Absence>) {
    if blocks.iter().all(holds) {
        take_empty_marks(&mut blocks);
        return (blocks, BTreeMap::new());
    }
    let Holding { kept, absent } = leave_out(&blocks);
    (kept.iter().map(Held::to_block).collect(), absent)
}

/// Whether no condition in a block leaves anything out.
fn holds(block: &Block) -> bool {
    let is_here = |mark: &Option<Box<Mark>>| mark.as_deref().is_none_or(|mark| mark.absence.is_none());
    match block {
        Block::Heading(heading) => is_here(&heading.mark),
        Block::List(list) => list.items.iter().all(|item| is_here(&item.mark) && item.blocks.iter().all(holds)),
        Block::Quote { blocks, .. } => blocks.iter().all(holds),
        Block::Paragraph { .. } | Block::Code { .. } | Block::Table(_) | Block::Rule { .. } => true,
    }
}

/// Takes out the marks of which nothing is left once conditions have been looked at, as [`Held::to_block`] does.
fn take_empty_marks(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            // The title has no mark, and the complaint about one stands.
            Block::Heading(heading) if heading.level > 1 => {
                heading.mark.take_if(|mark| mark.is_empty());
            }
            Block::List(list) => {
                for item in &mut list.items {
                    item.mark.take_if(|mark| mark.is_empty());
                    take_empty_marks(&mut item.blocks);
                }
            }
            Block::Quote { blocks, .. } => take_empty_marks(blocks),
            Block::Heading(_) | Block::Paragraph { .. } | Block::Code { .. } | Block::Table(_) | Block::Rule { .. } => {}
        }
    }
}

impl Held<'_> {
    /// The level of a heading.
    fn heading_level(&self) -> Option<u8> {
        if let Held::Whole(Block::Heading(heading)) = self { Some(heading.level) } else { None }
    }

    /// The block without what does not hold, and without the marks of which nothing is left once conditions have been looked at.
    pub fn to_block(&self) -> Block {
        match self {
            Held::List(list, items) => {
                Block::List(List { start: list.start, items: items.iter().map(HeldItem::to_item).collect(), at: list.at })
            }
            Held::Quote(blocks, at) => Block::Quote { blocks: blocks.iter().map(Held::to_block).collect(), at: *at },
            // The title has no mark, and the complaint about one stands.
            Held::Whole(Block::Heading(heading)) if heading.level > 1 => {
                Block::Heading(Heading { mark: without_condition(heading.mark.as_deref()), ..heading.clone() })
            }
            Held::Whole(block) => (*block).clone(),
        }
    }
}

impl HeldItem<'_> {
    fn to_item(&self) -> Item {
        Item {
            ticked: self.item.ticked,
            blocks: self.blocks.iter().map(Held::to_block).collect(),
            mark: without_condition(self.item.mark.as_deref()),
            at: self.item.at,
        }
    }
}

#[derive(Default)]
struct Sieve {
    absent: BTreeMap<String, Absence>,
}

impl Sieve {
    fn blocks<'b>(&mut self, blocks: &'b [Block]) -> Vec<Held<'b>> {
        // A block, and whether something was left out between it and the next.
        let mut kept: Vec<(Held<'b>, bool)> = Vec::new();
        let mut out: Option<(u8, Absence)> = None;
        for block in blocks {
            let mut begins = false;
            if let Block::Heading(heading) = block {
                let level = heading.level;
                out = out.filter(|(above, _)| level > *above);
                begins = out.is_none();
                out = out.or_else(|| absence_of(heading).map(|absence| (level, absence)));
            }
            if let Some((_, absence)) = out {
                self.lose(block, absence);
                // A heading beside that one has not stood beneath it.
                if let Some((last, has_lost)) = kept.last_mut().filter(|_| begins) {
                    *has_lost |= !is_beside(block, last);
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
    fn block<'b>(&mut self, block: &'b Block) -> Option<(Held<'b>, bool)> {
        match block {
            Block::List(list) => {
                let items: Vec<_> = list.items.iter().filter_map(|item| self.item(item)).collect();
                let has_lost = items.len() < list.items.len();
                (list.items.is_empty() || !items.is_empty()).then_some((Held::List(list, items), has_lost))
            }
            Block::Quote { blocks, at } => {
                let kept = self.blocks(blocks);
                (blocks.is_empty() || !kept.is_empty()).then_some((Held::Quote(kept, *at), false))
            }
            other => Some((Held::Whole(other), false)),
        }
    }

    fn item<'b>(&mut self, item: &'b Item) -> Option<HeldItem<'b>> {
        if let Some(absence) = item.mark.as_deref().and_then(|mark| mark.absence) {
            self.lose_item(item, absence);
            return None;
        }
        Some(HeldItem { item, blocks: self.blocks(&item.blocks) })
    }

    /// A heading beneath which nothing is left because of conditions goes too; where its author wrote nothing, that is a mistake
    /// and stays. A heading that is a clause says something by itself.
    fn without_emptied_headings<'b>(&mut self, blocks: Vec<(Held<'b>, bool)>) -> Vec<Held<'b>> {
        let mut kept: Vec<Held<'b>> = Vec::new();
        let mut has_lost_more = false;
        for (block, has_lost) in blocks.into_iter().rev() {
            let has_lost = std::mem::take(&mut has_lost_more) || has_lost;
            if let Held::Whole(whole @ Block::Heading(heading)) = block
                && has_lost
                && heading.level > 1
                && heading.mark.as_deref().is_none_or(|mark| !mark.is_of_clause() && !mark.is_broken)
                && is_end_of(heading.level, kept.last())
            {
                self.lose(whole, Absence::Condition);
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
                let typed = heading.mark.as_deref().and_then(|mark| mark.attributes.id.clone());
                let id = typed.unwrap_or_else(|| address(&flat(&heading.content).text));
                self.absent.insert(id, absence);
            }
            Block::List(list) => list.items.iter().for_each(|item| self.lose_item(item, absence)),
            Block::Quote { blocks, .. } => blocks.iter().for_each(|block| self.lose(block, absence)),
            Block::Paragraph { .. } | Block::Code { .. } | Block::Table(_) | Block::Rule { .. } => {}
        }
    }

    fn lose_item(&mut self, item: &Item, absence: Absence) {
        if let Some(id) = item.mark.as_deref().and_then(|mark| mark.attributes.id.clone()) {
            self.absent.insert(id, absence);
        }
        item.blocks.iter().for_each(|block| self.lose(block, absence));
    }
}

fn absence_of(heading: &Heading) -> Option<Absence> {
    heading.mark.as_deref().filter(|_| heading.level > 1).and_then(|mark| mark.absence)
}

/// Whether a block is a heading that does not stand beneath the other, a heading too.
fn is_beside(block: &Block, other: &Held<'_>) -> bool {
    matches!((block, other.heading_level()), (Block::Heading(heading), Some(other)) if heading.level <= other)
}

/// Whether nothing stands beneath a heading of this level, `next` being what comes after it.
fn is_end_of(level: u8, next: Option<&Held<'_>>) -> bool {
    next.is_none_or(|next| next.heading_level().is_some_and(|next| next <= level))
}

/// A mark of which nothing is left once its condition has been looked at is none.
fn without_condition(mark: Option<&Mark>) -> Option<Box<Mark>> {
    mark.filter(|mark| !mark.is_empty()).map(|mark| Box::new(mark.clone()))
}

#[cfg(test)]
mod tests {
    use super::{Held, Holding, leave_out, without_absent};
    use crate::source::file::SourceFile;
    use crate::syntax::absence::Absence;
    use crate::syntax::ast::{Block, flat};
    use crate::syntax::switches::{self, Switches};
    use crate::syntax::table::Toml;
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
        let Holding { kept, absent } = leave_out(&blocks);
        let kept: Vec<Block> = kept.iter().map(Held::to_block).collect();
        assert_eq!(without_absent(blocks.clone()), (kept.clone(), absent.clone()), "{markdown}");
        let blocks = kept;
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
    fn where_everything_holds_all_of_it_is_left() {
        let text = "# T {when=on}\n\n## A {when=on}\n\n- One. {when=on}\n  - Two. {#b .staff when=on}\n\n> - Three. {unless=off}\n\n## B\n";
        assert_eq!(left(text), (["T", "A", "One.", "Two.", "Three.", "B"].map(str::to_owned).to_vec(), Vec::new()));
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
