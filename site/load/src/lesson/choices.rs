//! The activities that are written as a list in which something is right, or has its place.

use super::alike;
use super::speech::Speaker;
use crate::syntax::ast::{Block, Item, List};
use fingerpost_lesson::content::{Activity, Choice, Group, Order, Ordered, Picture, Sort, Text, Thing};
use fingerpost_lesson::path::Path;
use fingerpost_model::rules::Rule;
use fingerpost_model::text::counted;

/// Choose one, or one word for a gap: one is right, and on `together` all are.
pub fn choose_one(list: &List, activity: &str, speaker: &mut Speaker<'_, '_>) -> Vec<Choice> {
    let choices = choices(list, speaker);
    let (least, most) = speaker.path.options();
    expect_number("option", list, least, most, speaker);
    let right = choices.iter().filter(|choice| choice.right).count();
    if speaker.path == Path::Together {
        expect_all_right(list, &choices, speaker);
    } else if right != 1 {
        let message = format!("{right} options are marked as right; in \"{activity}\" it is 1.");
        speaker.error(list.at, Rule::WhichAreRight, message, "Type [x] before the one that is right and [ ] before the others.");
    }
    choices
}

/// Spot it: the parts of a message. Some are warnings and some are not, and on `together` all are.
pub fn spot(list: &List, speaker: &mut Speaker<'_, '_>) -> Activity {
    Activity::Spot(parts(list, "spot it", "a warning", 7, speaker))
}

/// Parts of which some are looked for and some are not, and on `together` all are; at most `most` on `plain`.
pub fn parts(list: &List, activity: &str, sought: &str, most: usize, speaker: &mut Speaker<'_, '_>) -> Vec<Choice> {
    let parts = choices(list, speaker);
    let (least, most) = [(1, 2), (2, 3), (3, 5), (3, most)][speaker.path.index()];
    expect_number("part", list, least, most, speaker);
    let right = parts.iter().filter(|part| part.right).count();
    if speaker.path == Path::Together {
        expect_all_right(list, &parts, speaker);
    } else if right == 0 || right == parts.len() {
        let message = format!("Marked as {sought}: {right} of {}.", counted(parts.len(), "part"));
        let help = format!("In \"{activity}\" type [x] before 1 or more, and [ ] before 1 or more.");
        speaker.error(list.at, Rule::WhichAreRight, message, help);
    }
    parts
}

fn expect_all_right(list: &List, choices: &[Choice], speaker: &mut Speaker<'_, '_>) {
    if !choices.iter().all(|choice| choice.right) {
        let message = "On the path \"together\" every option is right: nothing there can be wrong.";
        speaker.error(list.at, Rule::WhichAreRight, message, "Type [x] before each option.");
    }
}

/// Choose several: at least two are right, and at least one is not.
pub fn choose_several(list: &List, speaker: &mut Speaker<'_, '_>) -> Activity {
    let choices = choices(list, speaker);
    expect_number("option", list, 3, 8, speaker);
    let right = choices.iter().filter(|choice| choice.right).count();
    if right < 2 || right == choices.len() {
        let message = format!("Marked as right: {right} of {}.", counted(choices.len(), "option"));
        let help = "In \"choose several\" type [x] before 2 or more, and [ ] before 1 or more.";
        speaker.error(list.at, Rule::WhichAreRight, message, help);
    }
    Activity::ChooseSeveral(choices)
}

fn choices(list: &List, speaker: &mut Speaker<'_, '_>) -> Vec<Choice> {
    alike::report(&list.items, speaker.context.file, speaker.context.found);
    let mut choices = Vec::new();
    for item in &list.items {
        if item.ticked.is_none() {
            let message = "This option does not say whether it is right.";
            speaker.error(item.at, Rule::OptionWithoutBox, message, "Type [x] before it if it is right, and [ ] if it is not.");
        }
        choices.push(option(item, item.ticked == Some(true), speaker));
    }
    choices
}

/// One option with its reason.
pub fn option(item: &Item, right: bool, speaker: &mut Speaker<'_, '_>) -> Choice {
    let Entry { picture, text, list } = entry(item, speaker);
    let reason = reason(item, list, speaker);
    Choice { picture, text, right, reason }
}

/// A feelings scale: faces with words from one end to the other, none of them right or wrong.
pub fn feelings(list: &List, speaker: &mut Speaker<'_, '_>) -> Activity {
    alike::report(&list.items, speaker.context.file, speaker.context.found);
    expect_number("feeling", list, 3, if speaker.path.has_symbols_on_words() { 4 } else { 5 }, speaker);
    let mut faces = Vec::new();
    for item in &list.items {
        if item.ticked.is_some() {
            let message = "A feeling is not right or wrong.";
            speaker.error(item.at, Rule::BoxWithoutChoice, message, "Take [x] or [ ] out.");
        }
        let face = option(item, true, speaker);
        if face.picture.is_none() {
            let help = "Type one before its words, like ![A calm face](symbol:calm).";
            speaker.error(item.at, Rule::FeelingWithoutFace, "This feeling has no face.", help);
        }
        faces.push(face);
    }
    Activity::Feelings(faces)
}

/// Sort: two groups, each with its things.
pub fn sort(list: &List, speaker: &mut Speaker<'_, '_>) -> Activity {
    if list.items.len() != 2 {
        let message = format!("This list has {}; things are sorted into 2.", counted(list.items.len(), "group"));
        speaker.error(list.at, Rule::SortGroups, message, "Write 2 items, and under each the things that belong there.");
    }
    let is_list = |block: &&Block| matches!(block, Block::List(_));
    let lists = list.items.iter().flat_map(|item| item.blocks.iter().find(is_list));
    let things = lists.flat_map(|list| if let Block::List(list) = list { &list.items[..] } else { &[] });
    alike::report(list.items.iter().chain(things), speaker.context.file, speaker.context.found);
    let (first, first_things) = group(list.items.first(), 0, speaker);
    let (second, second_things) = group(list.items.get(1), 1, speaker);
    Activity::Sort(Sort { groups: vec![first, second], things: across(first_things, second_things) })
}

fn group(item: Option<&Item>, group: usize, speaker: &mut Speaker<'_, '_>) -> (Group, Vec<Thing>) {
    let Some(item) = item else { return (Group { picture: None, text: Text::new() }, Vec::new()) };
    expect_no_box(item, speaker);
    let Entry { picture, text, list } = entry(item, speaker);
    let items = list.map(|list| list.items.as_slice()).unwrap_or_default();
    if items.is_empty() {
        let message = "Nothing belongs to this group.";
        speaker.error(item.at, Rule::SortGroups, message, "Write at least 1 thing as a list item under it.");
    }
    let things = items.iter().map(|item| thing(item, group, speaker)).collect();
    (Group { picture, text }, things)
}

fn thing(item: &Item, group: usize, speaker: &mut Speaker<'_, '_>) -> Thing {
    expect_no_box(item, speaker);
    let Entry { picture, text, list } = entry(item, speaker);
    let reason = reason(item, list, speaker);
    Thing { picture, text, group, reason }
}

/// The things in the order in which they are met when read across: the first of each group, the second of each, and so on.
fn across(first: Vec<Thing>, second: Vec<Thing>) -> Vec<Thing> {
    let (mut first, mut second) = (first.into_iter(), second.into_iter());
    let mut things = Vec::new();
    loop {
        let (one, other) = (first.next(), second.next());
        if one.is_none() && other.is_none() {
            return things;
        }
        things.extend(one.into_iter().chain(other));
    }
}

/// Match: each item is a thing, and the one item under it its partner, with the reason.
pub fn match_pairs(list: &List, seed: &str, speaker: &mut Speaker<'_, '_>) -> Activity {
    let (least, most) = match speaker.path {
        Path::Together => (1, 2),
        Path::Symbols => (2, 3),
        Path::EasyRead => (2, 4),
        Path::Plain => (3, 5),
    };
    alike::report(&list.items, speaker.context.file, speaker.context.found);
    expect_number("pair", list, least, most, speaker);
    let pairs: Vec<(Thing, Group)> = list.items.iter().filter_map(|item| pair(item, speaker)).collect();
    // Where the partners lie: the place of each in this order is the group of its thing.
    let order = shuffle(pairs.len(), seed);
    let groups = order.iter().map(|index| pairs[*index].1.clone()).collect();
    let places = (0..pairs.len()).filter_map(|index| order.iter().position(|at| *at == index));
    let things = pairs.iter().zip(places).map(|((thing, _), group)| Thing { group, ..thing.clone() }).collect();
    Activity::Match(Sort { groups, things })
}

fn pair(item: &Item, speaker: &mut Speaker<'_, '_>) -> Option<(Thing, Group)> {
    expect_no_box(item, speaker);
    let Entry { picture, text, list } = entry(item, speaker);
    let [partner] = list.map(|list| list.items.as_slice()).unwrap_or_default() else {
        let message = format!("This has {}; it needs 1.", counted(list.map_or(0, |list| list.items.len()), "partner"));
        let help = "Write under it, as a list item two spaces further in, what goes with it, and under that the reason.";
        speaker.error(item.at, Rule::OnePartner, message, help);
        return None;
    };
    expect_no_box(partner, speaker);
    let Entry { picture: its_picture, text: its_text, list } = entry(partner, speaker);
    let reason = reason(partner, list, speaker);
    Some((Thing { picture, text, group: 0, reason }, Group { picture: its_picture, text: its_text }))
}

/// Put in order: a numbered list in the right order.
pub fn order(list: &List, seed: &str, speaker: &mut Speaker<'_, '_>) -> Activity {
    if list.start.is_none() {
        let message = "Things to put in order are a numbered list.";
        speaker.error(list.at, Rule::OrderNotNumbered, message, "Type 1. 2. 3. before them, in the right order.");
    }
    alike::report(&list.items, speaker.context.file, speaker.context.found);
    expect_number("thing", list, 2, 5, speaker);
    let mut things = Vec::new();
    for item in &list.items {
        expect_no_box(item, speaker);
        let Entry { picture, text, list } = entry(item, speaker);
        if let Some(list) = list {
            let message = "A thing to put in order has no list under it.";
            speaker.error(list.at, Rule::LessonBlock, message, "Take it out.");
        }
        things.push(Ordered { picture, text });
    }
    let at_first = shuffle(things.len(), seed);
    Activity::Order(Order { things, at_first })
}

/// An order that is never the right one (where there is another), and always the same for the same seed: a class finds the same
/// screen, and an equal build equal bytes.
fn shuffle(count: usize, seed: &str) -> Vec<usize> {
    let orders = (1..=count).try_fold(1_u64, |product, next| product.checked_mul(next as u64)).unwrap_or(u64::MAX);
    let mut number = if orders > 1 { 1 + hash(seed) % (orders - 1) } else { 0 };
    // The number in the factorial system names one order; 0, which is left out above, would be the right one.
    let mut left: Vec<usize> = (0..count).collect();
    let mut shuffled = Vec::new();
    let mut block = orders;
    while !left.is_empty() {
        block /= left.len() as u64;
        let block = block.max(1);
        let index = usize::try_from(number / block).unwrap_or_default().min(left.len() - 1);
        number %= block;
        shuffled.push(left.remove(index));
    }
    shuffled
}

/// FNV-1a: the standard library's hash may change with its version.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// An item taken apart: its picture, its words and the list under it.
pub struct Entry<'b> {
    /// The picture that it begins with.
    pub picture: Option<Picture>,
    /// Its words.
    pub text: Text,
    /// The list under it.
    pub list: Option<&'b List>,
}

/// Takes an item apart.
pub fn entry<'b>(item: &'b Item, speaker: &mut Speaker<'_, '_>) -> Entry<'b> {
    if let Some(mark) = &item.mark {
        let message = "An option of a lesson has no mark.";
        speaker.error(mark.at, Rule::MisplacedMark, message, "Take it out; the lesson names its clauses between the +++ lines.");
    }
    let mut entry = Entry { picture: None, text: Text::new(), list: None };
    for (index, block) in item.blocks.iter().enumerate() {
        match block {
            Block::Paragraph { content, .. } if index == 0 => (entry.picture, entry.text) = speaker.labelled(content),
            Block::List(list) if entry.list.is_none() => entry.list = Some(list),
            other => speaker.misplaced(other),
        }
    }
    if entry.text.is_empty() {
        speaker.error(
            item.at,
            Rule::NoWords,
            "This item has no words; a symbol always stands with its word.",
            "Write them after the picture.",
        );
    }
    entry
}

/// What happens and why: the words of the list under an option.
pub fn reason(item: &Item, list: Option<&List>, speaker: &mut Speaker<'_, '_>) -> Text {
    let mut reason = Text::new();
    for item in list.map(|list| list.items.as_slice()).unwrap_or_default() {
        reason.extend(speaker.paragraphs(&item.blocks));
    }
    if reason.is_empty() {
        let message = "This has no reason.";
        speaker.error(
            item.at,
            Rule::NoReason,
            message,
            "Write under it, as a list item two spaces further in, what happens and why.",
        );
    }
    reason
}

/// Reports a box where there is nothing right or wrong.
pub fn expect_no_box(item: &Item, speaker: &mut Speaker<'_, '_>) {
    if item.ticked.is_some() {
        let message = "A box has no meaning here.";
        speaker.error(item.at, Rule::BoxWithoutChoice, message, "Take [x] or [ ] out, or type \"choose one\" in the heading.");
    }
}

/// Reports a list with too few or too many items for its path.
pub fn expect_number(what: &str, list: &List, least: usize, most: usize, speaker: &mut Speaker<'_, '_>) {
    let count = list.items.len();
    if count < least || count > most {
        let allowed = if least == most { least.to_string() } else { format!("{least} to {most}") };
        let message = format!("This list has {}; on the path \"{}\" it has {allowed}.", counted(count, what), speaker.path.id());
        let help = if count < least { "Write another." } else { "Take out those that teach least." };
        speaker.error(list.at, Rule::NumberOfOptions, message, help);
    }
}

/// The only link of an item that is nothing but that link, with a list under it where `list` allows one.
pub fn only_link(item: &Item, list: bool) -> Option<(&crate::syntax::ast::Link, Option<&List>)> {
    let under = match item.blocks.as_slice() {
        [_] => None,
        [_, Block::List(under)] if list => Some(under),
        _ => return None,
    };
    item.first_link().map(|link| (link, under))
}

#[cfg(test)]
mod tests {
    use super::shuffle;

    #[test]
    fn things_never_lie_in_the_right_order_and_none_is_lost() {
        for count in 2..=5 {
            let right: Vec<usize> = (0..count).collect();
            for seed in 0..500 {
                let mut shuffled = shuffle(count, &format!("lesson/{seed}"));
                assert_ne!(shuffled, right);
                shuffled.sort_unstable();
                assert_eq!(shuffled, right);
            }
        }
        assert_eq!((shuffle(0, "x"), shuffle(1, "x")), (vec![], vec![0]));
        assert_eq!(shuffle(100, "x").len(), 100);
    }
}
