//! What can be answered: a task list of three or four, one of which is right, each with its reason and the clauses on which this rests.

use super::words::Words;
use crate::lesson::alike;
use crate::syntax::ast::{Block, Item, List};
use crate::syntax::mark::{IdKey, Mark};
use fingerpost_lesson::content::Text;
use fingerpost_lesson::quiz::content::Answer;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::text::counted;
use std::collections::BTreeMap;

/// The clauses that the answers of a question name, each once, in the order in which they are met.
#[derive(Debug, Default)]
pub struct Named(pub Vec<(String, Place)>);

impl Named {
    fn index(&mut self, id: &str, place: Place) -> usize {
        self.0.iter().position(|(named, _)| named == id).unwrap_or_else(|| {
            self.0.push((id.to_owned(), place));
            self.0.len() - 1
        })
    }
}

/// Reads them. In a case `scenes` has its scenes by id; then the words of each answer are a link to the one that follows. None where it is
/// not certain where a way leads.
pub fn read(
    list: &List,
    scenes: Option<&BTreeMap<&str, usize>>,
    named: &mut Named,
    words: &mut Words<'_, '_>,
) -> Option<Vec<Answer>> {
    if !(3..=4).contains(&list.items.len()) {
        let count = list.items.len();
        let message = format!("This list has {}; a question has 3 or 4.", counted(count, "answer"));
        let help = if count < 3 { "Write another." } else { "Take out those that teach least." };
        words.error(list.at, Rule::NumberOfOptions, message, help);
    }
    let right = list.items.iter().filter(|item| item.ticked == Some(true)).count();
    if right != 1 {
        let message = format!("{right} answers are marked as right; of a question it is 1.");
        words.error(list.at, Rule::WhichAreRight, message, "Type [x] before the one that is best and [ ] before the others.");
    }
    alike::report(&list.items, words.context.file, words.context.found);
    // Every answer is read, also after one that leads nowhere.
    let answers: Vec<Option<Answer>> = list.items.iter().map(|item| answer(item, scenes, named, words)).collect();
    answers.into_iter().collect()
}

fn answer(item: &Item, scenes: Option<&BTreeMap<&str, usize>>, named: &mut Named, words: &mut Words<'_, '_>) -> Option<Answer> {
    if item.ticked.is_none() {
        let message = "This answer does not say whether it is right.";
        words.error(item.at, Rule::OptionWithoutBox, message, "Type [x] before the best one and [ ] before the others.");
    }
    if let Some(mark) = &item.mark {
        let message = "An answer has no mark; its reason has.";
        words.error(mark.at, Rule::MisplacedMark, message, "Move it to the end of the reason, like {clauses=par-3}.");
    }
    let mut under = None;
    for (index, block) in item.blocks.iter().enumerate() {
        match block {
            Block::Paragraph { .. } if index == 0 => {}
            Block::List(list) if under.is_none() => under = Some(list),
            other => words.misplaced(other),
        }
    }
    let (reason, clauses) = reason(item, under, named, words);
    let (text, to) = match scenes {
        None => (first_words(item, words), None),
        Some(scenes) => {
            let (text, to) = way(item, scenes, words)?;
            (text, Some(to))
        }
    };
    if text.is_empty() {
        words.error(item.at, Rule::NoWords, "This answer has no words.", "Write what somebody does.");
    }
    Some(Answer { text, right: item.ticked == Some(true), reason, clauses, to })
}

fn first_words(item: &Item, words: &mut Words<'_, '_>) -> Text {
    match item.blocks.first() {
        Some(Block::Paragraph { content, .. }) => words.text(content),
        _ => Text::new(),
    }
}

/// The words of an answer in a case, and the scene to which they lead.
fn way(item: &Item, scenes: &BTreeMap<&str, usize>, words: &mut Words<'_, '_>) -> Option<(Text, usize)> {
    let Some(link) = item.first_link() else {
        let message = "The words of an answer in a case are a link to the scene that follows, and nothing else.";
        let help = "Type it like - [x] [Put the brush down and listen.](#listen), with the full stop inside.";
        words.error(item.at, Rule::StoryWay, message, help);
        return None;
    };
    let to = link.to.text.trim();
    let Some(to) = to.strip_prefix('#').and_then(|id| scenes.get(id)) else {
        let id = to.trim_start_matches('#');
        let help = fingerpost_model::finding::did_you_mean_in(id, scenes);
        words.error(link.to.at(0), Rule::UnknownScene, format!("\"{id}\" is not a scene of this case."), help);
        return None;
    };
    Some((words.text(&link.content), *to))
}

/// The reason under an answer, with the clauses on which it rests.
fn reason(item: &Item, under: Option<&List>, named: &mut Named, words: &mut Words<'_, '_>) -> (Text, Vec<usize>) {
    let reasons = under.map(|list| list.items.as_slice()).unwrap_or_default();
    let [reason, more @ ..] = reasons else {
        let help = "Write under it, as a list item two spaces further in, what it does and why, ending in {clauses=...}.";
        words.error(item.at, Rule::NoReason, "This answer has no reason.", help);
        return (Text::new(), Vec::new());
    };
    for second in more {
        words.error(second.at, Rule::QuestionBlock, "An answer has one reason.", "Join the two, or take one out.");
    }
    if reason.ticked.is_some() {
        words.error(reason.at, Rule::BoxWithoutChoice, "A box has no meaning before a reason.", "Take [x] or [ ] out.");
    }
    let mut text = Text::new();
    for block in &reason.blocks {
        match block {
            Block::Paragraph { content, .. } => text.extend(words.text(content)),
            other => words.misplaced(other),
        }
    }
    if text.is_empty() {
        words.error(reason.at, Rule::NoWords, "This reason has no words.", "Write what the answer does, and why.");
    }
    (text, clauses(reason, named, words))
}

/// The clauses that a reason names.
fn clauses(reason: &Item, named: &mut Named, words: &mut Words<'_, '_>) -> Vec<usize> {
    const HELP: &str = "End it with the clauses on which it rests, 1 to 3 of them, like {clauses=par-3,csm-4}.";
    let Some(mark) = &reason.mark else {
        words.error(reason.at, Rule::QuestionClauses, "This reason does not say on which clause it rests.", HELP);
        return Vec::new();
    };
    let untaken = mark.untaken().take_ids(IdKey::Clauses);
    let message = "The mark of a reason holds clauses= and nothing else.";
    let holds_nothing_else = words.context.expect_taken(&untaken, Rule::MisplacedMark, message, HELP);
    if holds_nothing_else && !mark.is_broken && !(1..=3).contains(&mark.clauses().len()) {
        let message = format!("This reason rests on {} clauses; it is 1 to 3.", mark.clauses().len());
        words.error(mark.at, Rule::QuestionClauses, message, "Keep those that carry it.");
    }
    let mut indexes = Vec::new();
    for (id, at) in mark.clauses() {
        let index = named.index(id, words.context.file.place(*at));
        if indexes.contains(&index) {
            let message = format!("The clause \"{id}\" is named twice here.");
            words.error(*at, Rule::QuestionClauses, message, "Take one of the two out.");
        } else {
            indexes.push(index);
        }
    }
    indexes
}

/// Reports a mark of a scene that holds more than its id.
pub fn expect_only_an_id(mark: &Mark, words: &mut Words<'_, '_>) {
    let message = "The mark of a scene holds its id and nothing else.";
    words.context.expect_taken(&mark.untaken().take_id(), Rule::MisplacedMark, message, "Type it like {#listen}.");
}
