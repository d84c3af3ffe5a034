//! One question: a heading, what happens, what is asked, and the answers. With headings of its own it is a case: scenes, of which the first
//! is where it begins, and answers that lead from one to another.

use super::answers::{self, Named, expect_only_an_id};
use super::words::Words;
use crate::lesson::scenes;
use crate::syntax::ast::{Block, Inline, List};
use crate::syntax::mark::{Class, IdKey, Mark};
use crate::syntax::outline::Part;
use fingerpost_lesson::content::Text;
use fingerpost_lesson::quiz::content::{Item, Scene};
use fingerpost_model::QuizItem;
use fingerpost_model::rules::Rule;
use fingerpost_model::text::counted;
use std::collections::{BTreeMap, BTreeSet};

/// The decisions of a case on the way where all is right, at least.
const LEAST_DECISIONS: usize = 4;

/// Reads a question of this topic. `is_passed` says whether something has to be passed, so that a question can be critical.
pub fn read(part: &Part, topic: usize, is_passed: bool, words: &mut Words<'_, '_>) -> QuizItem {
    let mark = part.mark.clone().unwrap_or_default();
    expect_own_mark(part, &mark, is_passed, words);
    let mut named = Named::default();
    let scenes = if part.parts.is_empty() { vec![only_scene(part, &mut named, words)] } else { case(part, &mut named, words) };
    let title = words.line(&part.content);
    let is_critical = mark.attributes.classes.contains(&Class::Critical);
    let item = Item { id: part.id.clone(), title, topic, critical: is_critical && is_passed, scenes };
    QuizItem { item, clauses: named.0, place: words.context.file.place(part.at) }
}

fn expect_own_mark(part: &Part, mark: &Mark, is_passed: bool, words: &mut Words<'_, '_>) {
    if mark.id().is_none() && !mark.is_broken {
        let help =
            "Type one at the end of its heading, like {#gala-photographs}, that no other question has and that never changes.";
        words.error(part.at, Rule::QuestionWithoutId, "This question has no id by which a record could name it.", help);
    }
    let untaken = mark.untaken().take_id();
    let (untaken, message, help) = match is_passed {
        true => (
            untaken.take_class(Class::Critical).take_ids(IdKey::Courses),
            "The mark of a question holds its id, .critical and for=, and nothing else.",
            "Type it like {#gala-photographs .critical for=teacher}.",
        ),
        false => (untaken, "The mark of a question in a quiz holds its id and nothing else.", "Type it like {#friend-request}."),
    };
    words.context.expect_taken(&untaken, Rule::MisplacedMark, message, help);
}

/// What stands beneath a heading: sentences, and the list of answers if it asks something.
struct Pieces<'b> {
    before: Vec<&'b [Inline]>,
    list: Option<&'b List>,
}

fn take_apart<'b>(blocks: &'b [Block], words: &mut Words<'_, '_>) -> Pieces<'b> {
    let mut pieces = Pieces { before: Vec::new(), list: None };
    for block in blocks {
        match block {
            Block::Paragraph { content, .. } if pieces.list.is_none() => pieces.before.push(content),
            Block::List(list) if pieces.list.is_none() => pieces.list = Some(list),
            other => words.misplaced(other),
        }
    }
    pieces
}

/// What happens, and what is asked: the last paragraph before the list.
fn said(pieces: &Pieces<'_>, part: &Part, words: &mut Words<'_, '_>) -> (Vec<Text>, Text) {
    let mut say: Vec<Text> = pieces.before.iter().map(|content| words.text(content)).collect();
    if pieces.list.is_none() {
        return (say, Text::new());
    }
    let question = say.pop().unwrap_or_default();
    if question.is_empty() {
        let help = "Write one as a paragraph of its own before the list.";
        words.error(part.at, Rule::NoQuestion, "Nothing is asked here.", help);
    }
    (say, question)
}

/// The one scene of a question that is no case.
fn only_scene(part: &Part, named: &mut Named, words: &mut Words<'_, '_>) -> Scene {
    let pieces = take_apart(&part.blocks, words);
    let (say, question) = said(&pieces, part, words);
    let answers = match pieces.list {
        Some(list) => answers::read(list, None, named, words).unwrap_or_default(),
        None => {
            let help = "Write the answers as a list, with [x] before the best one and [ ] before the others.";
            words.error(part.at, Rule::NoList, "This question has no answers.", help);
            Vec::new()
        }
    };
    Scene { id: String::new(), title: String::new(), say, question, answers }
}

fn case(part: &Part, named: &mut Named, words: &mut Words<'_, '_>) -> Vec<Scene> {
    for block in &part.blocks {
        let message = "These words belong to no scene of the case.";
        words.error(block.at(), Rule::QuestionBlock, message, "Move them beneath the heading of its first scene.");
    }
    let ids = scenes::ids(part, words.context);
    let read: Vec<Option<Scene>> = part.parts.iter().map(|part| scene(part, &ids, named, words)).collect();
    let Some(read) = read.into_iter().collect::<Option<Vec<Scene>>>() else {
        // With a way that leads nowhere, what can be reached is not known.
        return Vec::new();
    };
    let ways: Vec<Vec<usize>> = read.iter().map(|scene| scene.answers.iter().filter_map(|answer| answer.to).collect()).collect();
    scenes::report(part, &ways, "case", words.context);
    expect_decisions(part, &read, words);
    read
}

/// A scene; none where it is not certain where its answers lead.
fn scene(part: &Part, ids: &BTreeMap<&str, usize>, named: &mut Named, words: &mut Words<'_, '_>) -> Option<Scene> {
    part.mark.iter().for_each(|mark| expect_only_an_id(mark, words));
    for inner in &part.parts {
        let message = "A heading stands inside a scene.";
        words.error(inner.at, Rule::QuestionBlock, message, "Type ### if it is a scene of its own.");
    }
    let pieces = take_apart(&part.blocks, words);
    let (say, question) = said(&pieces, part, words);
    if say.is_empty() && pieces.list.is_none() {
        words.error(part.at, Rule::EmptyStep, "Nothing happens in this scene.", "Write a sentence.");
    }
    let answers = match pieces.list {
        Some(list) => answers::read(list, Some(ids), named, words)?,
        None => Vec::new(),
    };
    Some(Scene { id: part.id.clone(), title: words.line(&part.content), say, question, answers })
}

/// The way on which all is right has enough decisions, and an end.
fn expect_decisions(part: &Part, scenes: &[Scene], words: &mut Words<'_, '_>) {
    let (mut at, mut seen) = (0, BTreeSet::new());
    while let Some(answer) = scenes[at].answers.iter().find(|answer| answer.right) {
        if !seen.insert(at) {
            let message =
                format!("The right way through this case comes back to the scene \"{}\" and never ends.", scenes[at].id);
            words.error(
                part.at,
                Rule::CaseDecisions,
                message,
                "Let the best answer of the last decision lead to a scene without a list.",
            );
            return;
        }
        at = answer.to.unwrap_or_default();
    }
    if seen.len() < LEAST_DECISIONS {
        let message =
            format!("The right way through this case has {}; it has {LEAST_DECISIONS} or more.", counted(seen.len(), "decision"));
        words.error(part.at, Rule::CaseDecisions, message, "Write another scene that asks something, or make a question of it.");
    }
}
