//! The marks of an original onto its translation, so that both have the same addresses and the same limits.
//!
//! A translator repeats the `#id` of every marked list item and nothing else of its mark; headings are told apart by their order, or by
//! their id where a translation gives one. Who sees a part and where it holds is the original's to say: what is translated is never
//! shown to more readers. Where it is not certain which part of the original a part translates, the translation is not used.

use super::shape;
use crate::resolve::reach::narrow;
use crate::syntax::absence::Absence;
use crate::syntax::ast::{Block, Item};
use crate::syntax::conditions;
use crate::syntax::mark::{Attributes, Mark};
use fingerpost_model::Only;
use std::collections::{BTreeMap, BTreeSet};

/// How a translation differs from its original.
#[derive(Debug, Default)]
pub struct Difference {
    /// Ids of the original that the translation goes without.
    pub missing: Vec<String>,
    /// Ids of the translation that the original does not have, with their places. Nobody is shown what they mark.
    pub extra: Vec<(String, usize)>,
    /// Why it is not certain what translates what, and where in the translation this shows.
    pub unsure: Option<(Unsure, usize)>,
}

/// Why it is not certain what translates what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsure {
    /// There are more or fewer headings, or they are of other levels.
    Headings,
    /// A list item is marked without an id in one of the two and not in the other.
    Marks,
    /// Some parts are for some readers only, and the paragraphs, lists and items are not the same, so that hidden words may stand elsewhere.
    Pieces,
}

/// Gives the blocks of a translation the marks of the original's. `made` has the addresses that were made from the words of the
/// original's headings, by the places of these. Once the original has changed (`is_older`), its order tells nothing.
pub fn align(blocks: &mut [Block], original: &[Block], made: &BTreeMap<usize, String>, is_older: bool) -> Difference {
    let (originals, translated) = (MarkedParts::of(original, made), MarkedParts::of(blocks, &BTreeMap::new()));
    let mut difference = Difference::default();
    let headings = pair_headings(&originals, &translated, is_older, &mut difference);
    let mut marks: Vec<Option<Mark>> = vec![None; translated.parts.len()];
    for (at_translated, at_original) in &headings {
        marks[*at_translated] = originals.parts[*at_original].aligned(translated.parts[*at_translated].at);
    }
    let items = pair_items(&originals, &translated, &headings, is_older, &mut marks, &mut difference);
    put(blocks, &mut marks.into_iter());
    if difference.unsure.is_none() {
        let pairs = headings.into_iter().chain(items);
        let pairs = pairs
            .map(|(at_translated, at_original)| (translated.parts[at_translated].at, originals.parts[at_original].at))
            .collect();
        difference.unsure = moved(blocks, original, &originals, &pairs).map(|at| (Unsure::Pieces, at));
    }
    difference
}

/// Where a translation has other pieces than its original, if that has parts for some readers only: each of these has to stand in its place.
fn moved(blocks: &[Block], original: &[Block], originals: &MarkedParts, pairs: &BTreeMap<usize, usize>) -> Option<usize> {
    let limited: BTreeSet<usize> =
        originals.parts.iter().filter(|part| part.only != Only::Everyone).map(|part| part.at).collect();
    if limited.is_empty() {
        return None;
    }
    // Among parts that everybody sees, a translator may choose another order.
    let is_same = |at_original: usize, at_translated: usize| {
        let paired = pairs.get(&at_translated);
        !(limited.contains(&at_original) || paired.is_some_and(|paired| limited.contains(paired))) || paired == Some(&at_original)
    };
    shape::difference(&conditions::leave_out(original).kept, &conditions::leave_out(blocks).kept, &is_same)
}

/// A heading, or a list item with a mark.
struct MarkedPart {
    /// The level of a heading; `None` for an item.
    level: Option<u8>,
    mark: Option<Mark>,
    /// The id, typed or made.
    id: Option<String>,
    /// Who sees it, by its mark and all above it.
    only: Only,
    /// Whether it is in the setting, by its mark and all above it.
    absence: Option<Absence>,
    /// The heading beneath which it stands.
    beneath: Option<usize>,
    at: usize,
}

impl MarkedPart {
    /// Its mark for what translates it. It carries the limits of all above it too, so that no move makes a part public.
    fn aligned(&self, at: usize) -> Option<Mark> {
        let typed = self.mark.clone().unwrap_or_default();
        let mark = Mark {
            attributes: Attributes { id: self.id.clone(), ..typed.attributes },
            only: self.only.clone(),
            absence: self.absence,
            at,
            is_broken: typed.is_broken,
        };
        (!mark.is_empty()).then_some(mark)
    }

    fn typed_id(&self) -> Option<&str> {
        self.mark.as_ref()?.id()
    }
}

/// All headings and marked items of a file, in reading order.
#[derive(Default)]
struct MarkedParts {
    parts: Vec<MarkedPart>,
    /// The headings that are open, by their places in `parts`.
    open: Vec<usize>,
}

impl MarkedParts {
    fn of(blocks: &[Block], made: &BTreeMap<usize, String>) -> MarkedParts {
        let mut parts = MarkedParts::default();
        for block in blocks {
            if let Block::Heading(heading) = block {
                if heading.level == 1 {
                    continue;
                }
                while parts.open.last().is_some_and(|open| parts.parts[*open].level >= Some(heading.level)) {
                    parts.open.pop();
                }
                let above = parts.open.last().copied();
                let id = heading
                    .mark
                    .as_deref()
                    .and_then(|mark| mark.attributes.id.clone())
                    .or_else(|| made.get(&heading.at).cloned());
                let index = parts.add(Some(heading.level), heading.mark.as_deref(), id, above, heading.at);
                parts.open.push(index);
            } else {
                parts.block(block, parts.open.last().copied());
            }
        }
        parts
    }

    fn block(&mut self, block: &Block, above: Option<usize>) {
        match block {
            Block::List(list) => list.items.iter().for_each(|item| self.item(item, above)),
            Block::Quote { blocks, .. } => blocks.iter().for_each(|block| self.block(block, above)),
            _ => {}
        }
    }

    fn item(&mut self, item: &Item, above: Option<usize>) {
        let above = match &item.mark {
            Some(mark) => Some(self.add(None, Some(mark), mark.attributes.id.clone(), above, item.at)),
            None => above,
        };
        item.blocks.iter().for_each(|block| self.block(block, above));
    }

    fn add(&mut self, level: Option<u8>, mark: Option<&Mark>, id: Option<String>, above: Option<usize>, at: usize) -> usize {
        let own = mark.map(|mark| mark.only.clone()).unwrap_or_default();
        let (outer, lost) =
            above.map_or((Only::Everyone, None), |above| (self.parts[above].only.clone(), self.parts[above].absence));
        self.parts.push(MarkedPart {
            level,
            mark: mark.cloned(),
            id,
            only: narrow(&outer, &own),
            absence: lost.max(mark.and_then(|mark| mark.absence)),
            beneath: self.open.last().copied(),
            at,
        });
        self.parts.len() - 1
    }

    /// Whether some of these are for other readers than others of them, so that one taken for another would be shown to the wrong ones.
    fn differ(&self, these: &[usize]) -> bool {
        these.windows(2).any(|pair| self.parts[pair[0]].only != self.parts[pair[1]].only)
    }

    /// Whether a part is for fewer readers than the heading beneath which it stands.
    fn is_narrower(&self, index: usize) -> bool {
        let around = self.parts[index].beneath.map_or(Only::Everyone, |heading| self.parts[heading].only.clone());
        self.parts[index].only != around
    }

    fn headings(&self) -> impl Iterator<Item = usize> {
        (0..self.parts.len()).filter(|index| self.parts[*index].level.is_some())
    }
}

/// Which heading translates which: those with an id by it, the others in their order.
fn pair_headings(
    originals: &MarkedParts,
    translated: &MarkedParts,
    is_older: bool,
    difference: &mut Difference,
) -> BTreeMap<usize, usize> {
    let mut pairs = BTreeMap::new();
    let mut free: Vec<usize> = originals.headings().collect();
    let mut rest = Vec::new();
    for at_translated in translated.headings() {
        let Some(id) = translated.parts[at_translated].typed_id() else {
            rest.push(at_translated);
            continue;
        };
        match free.iter().position(|at_original| originals.parts[*at_original].id.as_deref() == Some(id)) {
            Some(position) => {
                pairs.insert(at_translated, free.remove(position));
            }
            None => {
                difference.extra.push((id.to_owned(), translated.parts[at_translated].at));
                difference.unsure.get_or_insert((Unsure::Headings, translated.parts[at_translated].at));
            }
        }
    }
    if is_older
        && let Some(first) = rest.first()
        && originals.differ(&free)
    {
        difference.unsure.get_or_insert((Unsure::Headings, translated.parts[*first].at));
    }
    if rest.len() == free.len() {
        pairs.extend(rest.into_iter().zip(free));
    } else if let Some(first) = rest.first() {
        difference.unsure.get_or_insert((Unsure::Headings, translated.parts[*first].at));
    } else {
        let is_there = |at_original: &usize| originals.parts[*at_original].absence.is_none();
        difference
            .missing
            .extend(free.into_iter().filter(is_there).filter_map(|at_original| originals.parts[at_original].id.clone()));
    }
    let other_level = pairs
        .iter()
        .find(|(at_translated, at_original)| translated.parts[**at_translated].level != originals.parts[**at_original].level);
    if let Some((at_translated, _)) = other_level {
        difference.unsure.get_or_insert((Unsure::Headings, translated.parts[*at_translated].at));
    }
    pairs
}

/// Which marked item translates which: those with an id by it, wherever they stand; the others in their order beneath their heading.
fn pair_items(
    originals: &MarkedParts,
    translated: &MarkedParts,
    headings: &BTreeMap<usize, usize>,
    is_older: bool,
    marks: &mut [Option<Mark>],
    difference: &mut Difference,
) -> BTreeMap<usize, usize> {
    let mut pairs = BTreeMap::new();
    let items =
        |parts: &MarkedParts| (0..parts.parts.len()).filter(|index| parts.parts[*index].level.is_none()).collect::<Vec<_>>();
    let mut with_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut without: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for at_original in items(originals) {
        match originals.parts[at_original].typed_id() {
            Some(id) => with_id.entry(id).or_default().push(at_original),
            None => without.entry(originals.parts[at_original].beneath).or_default().push(at_original),
        }
    }
    let mixed: Vec<usize> = without.values().filter(|group| is_older && originals.differ(group)).map(|group| group[0]).collect();
    for at_translated in items(translated) {
        let part = &translated.parts[at_translated];
        let at_original = match part.typed_id() {
            Some(id) => with_id.get_mut(id).filter(|originals| !originals.is_empty()).map(|originals| originals.remove(0)),
            None => {
                let beneath = part.beneath.and_then(|heading| headings.get(&heading)).copied();
                without.get_mut(&beneath).filter(|originals| !originals.is_empty()).map(|originals| originals.remove(0))
            }
        };
        pairs.extend(at_original.map(|at_original| (at_translated, at_original)));
        marks[at_translated] = match (at_original, part.typed_id()) {
            (Some(at_original), _) => originals.parts[at_original].aligned(part.at),
            (None, id) => {
                match id {
                    Some(id) => difference.extra.push((id.to_owned(), part.at)),
                    None => {
                        difference.unsure.get_or_insert((Unsure::Marks, part.at));
                    }
                }
                Some(Mark { only: Only::These(Vec::new()), at: part.at, is_broken: true, ..Mark::default() })
            }
        };
    }
    let is_there = |at_original: &&usize| originals.parts[**at_original].absence.is_none();
    // What lost the mark that limits it would be words for everybody.
    let narrower = with_id.values().flatten().filter(is_there).filter(|at_original| originals.is_narrower(**at_original));
    for left in without.values().flatten().filter(is_there).chain(narrower).chain(&mixed) {
        // Where nothing of its heading is translated, nothing that it limits is either.
        let heading = originals.parts[*left].beneath;
        let translated_at = headings
            .iter()
            .find(|(_, at_original)| Some(**at_original) == heading)
            .map(|(at_translated, _)| translated.parts[*at_translated].at);
        if heading.is_none() || translated_at.is_some() {
            difference.unsure.get_or_insert((Unsure::Marks, translated_at.unwrap_or_default()));
        }
    }
    let mut missing: Vec<usize> = with_id.into_values().flatten().filter(|at_original| is_there(&at_original)).collect();
    missing.sort_unstable();
    difference.missing.extend(missing.into_iter().filter_map(|at_original| originals.parts[at_original].id.clone()));
    pairs
}

/// Puts the marks where [`MarkedParts::of`] met these parts.
fn put(blocks: &mut [Block], marks: &mut impl Iterator<Item = Option<Mark>>) {
    for block in blocks {
        match block {
            Block::Heading(heading) if heading.level > 1 => heading.mark = marks.next().flatten().map(Box::new),
            other => put_in_items(other, marks),
        }
    }
}

fn put_in_items(block: &mut Block, marks: &mut impl Iterator<Item = Option<Mark>>) {
    match block {
        Block::List(list) => {
            for item in &mut list.items {
                if item.mark.is_some() {
                    item.mark = marks.next().flatten().map(Box::new);
                }
                item.blocks.iter_mut().for_each(|block| put_in_items(block, marks));
            }
        }
        Block::Quote { blocks, .. } => blocks.iter_mut().for_each(|block| put_in_items(block, marks)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{Difference, Unsure, align};
    use crate::source::file::SourceFile;
    use crate::syntax::ast::Block;
    use crate::syntax::mark::Mark;
    use crate::syntax::switches::Switches;
    use crate::syntax::{markdown, marks};
    use fingerpost_model::{Audience, Only};
    use std::collections::BTreeMap;

    fn blocks(text: &str) -> Vec<Block> {
        let file = SourceFile::new("a.md", "a.md", text);
        let mut blocks = markdown::read(&file, 0, &mut Vec::new());
        marks::take_all(&mut blocks, 0, &Switches::default(), &file, &mut Vec::new());
        blocks
    }

    /// Every mark of the translation afterwards, as its id and whom it is for.
    fn aligned(original: &str, translation: &str) -> (Vec<(String, Only)>, Difference) {
        let mut translated = blocks(translation);
        let made = BTreeMap::from([(original.find("## Made").unwrap_or(usize::MAX), "made".to_owned())]);
        let difference = align(&mut translated, &blocks(original), &made, false);
        let mut found = Vec::new();
        collect(&translated, &mut found);
        (found, difference)
    }

    fn collect(blocks: &[Block], found: &mut Vec<(String, Only)>) {
        for block in blocks {
            let mark = |mark: &Mark| (mark.id().unwrap_or_default().to_owned(), mark.only.clone());
            match block {
                Block::Heading(heading) => found.extend(heading.mark.as_deref().map(mark)),
                Block::List(list) => {
                    for item in &list.items {
                        found.extend(item.mark.as_deref().map(mark));
                        collect(&item.blocks, found);
                    }
                }
                _ => {}
            }
        }
    }

    fn staff() -> Only {
        Only::These(vec![Audience::Staff])
    }

    #[test]
    fn a_part_is_as_limited_as_its_original_wherever_a_translator_puts_it() {
        let original = "# T\n\n## Made\n\n- One. {#a-1 .staff}\n- Four. {#a-4 .staff}\n\n## Two {#two only=staff}\n\n- Two. {#a-2 .staff}\n\
                        - Three. {only=dsl}\n";
        let (found, difference) = aligned(
            original,
            "# T\n\n## Eins\n\n- Vier. {#a-4}\n- Eins. {#a-1 only=dsl}\n\n## Zwei\n\n- Zwei. {#a-2}\n- Drei. {only=staff}\n",
        );
        let (everyone, nobody) = (Only::Everyone, Only::These(vec![]));
        let expected = [
            ("made", everyone.clone()),
            ("a-4", everyone.clone()),
            ("a-1", everyone),
            ("two", staff()),
            ("a-2", staff()),
            ("", nobody),
        ];
        let found: Vec<(&str, Only)> = found.iter().map(|(id, only)| (id.as_str(), only.clone())).collect();
        assert_eq!(found, expected);
        assert!(difference.missing.is_empty() && difference.extra.is_empty() && difference.unsure.is_none(), "{difference:?}");
    }

    #[test]
    fn hidden_words_stand_where_they_are_hidden() {
        let unsure = |original: &str, translation: &str| aligned(original, translation).1.unsure.map(|(unsure, _)| unsure);
        let without_ids = "# T\n\n## A\n\n- One.\n- Secret. {only=staff}\n  - Secret too.\n\n  And this.\n- Three.\n";
        let with_ids = "# T\n\n## A\n\n- One. {#a-1 .staff}\n- Secret. {#a-2 .staff only=staff}\n- Three.\n";
        for (original, translation, expected) in [
            (without_ids, "# T\n\n## A\n\n- Eins.\n- Geheim. {only=staff}\n  - Auch.\n\n  Und das.\n- Drei.\n", None),
            // The mark on the neighbour before it or after it.
            (
                without_ids,
                "# T\n\n## A\n\n- Eins. {only=staff}\n- Geheim.\n  - Auch.\n\n  Und das.\n- Drei.\n",
                Some(Unsure::Pieces),
            ),
            (
                without_ids,
                "# T\n\n## A\n\n- Eins.\n- Geheim.\n  - Auch.\n\n  Und das.\n- Drei. {only=staff}\n",
                Some(Unsure::Pieces),
            ),
            // What stood in the item no longer does.
            (
                without_ids,
                "# T\n\n## A\n\n- Eins.\n- Geheim. {only=staff}\n- Auch.\n\n  Und das.\n- Drei.\n",
                Some(Unsure::Pieces),
            ),
            (
                without_ids,
                "# T\n\n## A\n\n- Eins.\n- Geheim. {only=staff}\n  - Auch.\n\nUnd das.\n\n- Drei.\n",
                Some(Unsure::Pieces),
            ),
            (with_ids, "# T\n\n## A\n\n- Eins. {#a-1}\n- Geheim. {#a-2}\n- Drei.\n", None),
            // The ids exchanged, and an id on a neighbour that has none.
            (with_ids, "# T\n\n## A\n\n- Eins. {#a-2}\n- Geheim. {#a-1}\n- Drei.\n", Some(Unsure::Pieces)),
            (with_ids, "# T\n\n## A\n\n- Eins. {#a-1}\n- Geheim.\n- Drei. {#a-2}\n", Some(Unsure::Pieces)),
            // The ids of headings exchanged.
            (
                "# T\n\n## A {#a}\n\nA.\n\n## B {#b only=staff}\n\nB.\n",
                "# T\n\n## A {#b}\n\nA.\n\n## B {#a}\n\nB.\n",
                Some(Unsure::Pieces),
            ),
            // The words of a hidden heading put before it.
            (
                "# T\n\n## A\n\nA.\n\n## B {only=staff}\n\nB.\n\nC.\n",
                "# T\n\n## A\n\nA.\n\nB.\n\n## B\n\nC.\n",
                Some(Unsure::Pieces),
            ),
        ] {
            assert_eq!(unsure(original, translation), expected, "{translation}");
        }
    }

    #[test]
    fn what_the_original_does_not_have_is_shown_to_no_one() {
        let (found, difference) = aligned("# T\n\n- One. {#a-1 .staff}\n", "# T\n\n- Eins. {#a-9 .staff}\n");
        assert_eq!(found, [(String::new(), Only::These(vec![]))]);
        assert_eq!((difference.missing, difference.extra), (vec!["a-1".to_owned()], vec![("a-9".to_owned(), 5)]));
    }

    #[test]
    fn what_cannot_be_told_apart_is_not_guessed() {
        let unsure = |original: &str, translation: &str| aligned(original, translation).1.unsure.map(|(unsure, _)| unsure);
        assert_eq!(unsure("# T\n\n## A\n\n## B {only=staff}\n", "# T\n\n## B\n"), Some(Unsure::Headings));
        assert_eq!(unsure("# T\n\n## A\n\n## B {#b only=staff}\n", "# T\n\n## B {#b}\n"), Some(Unsure::Pieces));
        assert_eq!(unsure("# T\n\n## A\n", "# T\n\n### A\n"), Some(Unsure::Headings));
        assert_eq!(unsure("# T\n\n- One. {only=staff}\n", "# T\n\n- Eins.\n"), Some(Unsure::Marks));
        assert_eq!(unsure("# T\n\n- One.\n", "# T\n\n- Eins. {only=staff}\n"), Some(Unsure::Marks));
    }

    #[test]
    fn a_limited_item_whose_mark_was_forgotten_is_not_taken_for_a_public_one() {
        let unsure = |translation: &str| {
            let original = blocks("# T\n\n## A\n\n- One. {#a-1 .staff}\n- Two. {#a-2 .staff only=staff}\n");
            align(&mut blocks(translation), &original, &BTreeMap::new(), true).unsure.map(|(unsure, at)| (unsure, at > 0))
        };
        assert_eq!(unsure("# T\n\n## A\n\n- Eins. {#a-1}\n- Zwei.\n"), Some((Unsure::Marks, true)));
        assert_eq!(unsure("# T\n\n## A\n\n- Eins.\n- Zwei. {#a-2}\n"), None, "what everybody may read can lose its mark");
        assert_eq!(
            unsure("# T\n\n## A\n\n- Zwei. {#a-2}\n- Eins.\n"),
            Some((Unsure::Pieces, true)),
            "a mark may be the neighbour's"
        );
    }

    #[test]
    fn in_a_changed_original_headings_of_other_limits_are_not_told_apart_by_their_order() {
        let unsure = |original: &str, is_older: bool| {
            let mut translation = blocks("# T\n\n## Eins\n\n## Zwei\n");
            align(&mut translation, &blocks(original), &BTreeMap::new(), is_older).unsure.map(|(unsure, _)| unsure)
        };
        let original = "# T\n\n## Two {#two only=staff}\n\n## One\n";
        assert_eq!(unsure(original, true), Some(Unsure::Headings));
        assert_eq!(unsure(original, false), None);
        assert_eq!(unsure("# T\n\n## One\n\n## Two\n", true), None, "what everybody may read can be mistaken for another");
    }
}
