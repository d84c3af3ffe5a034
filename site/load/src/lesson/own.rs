//! The activities in which every answer is the learner's own and none is right or wrong: people to tell, and a promise.

use super::alike;
use super::choices::{Entry, entry, expect_no_box, expect_number, option};
use super::speech::Speaker;
use crate::syntax::ast::{Item, List};
use fingerpost_lesson::content::{Activity, Line, Text};
use fingerpost_lesson::path::Path;
use fingerpost_model::rules::Rule;
use fingerpost_model::text::counted;
use std::collections::BTreeSet;

/// Where the lines of a promise come from that has no list of its own.
pub enum Agreed {
    /// From nowhere: the lesson practises no agreement.
    Nothing,
    /// From an agreement that is not there, which was reported.
    LeftOut,
    /// From the agreement that the lesson practises.
    Lines(Vec<Line>),
}

/// People to tell: a list of roles, each with a picture of its own, by which a person is known on every path.
pub fn people(list: &List, speaker: &mut Speaker<'_, '_>) -> Activity {
    let (least, most) = [(1, 3), (2, 4), (3, 8), (3, 8)][speaker.path.index()];
    alike::report(&list.items, speaker.context.file, speaker.context.found);
    expect_number("role", list, least, most, speaker);
    let mut roles = BTreeSet::new();
    let mut people = Vec::new();
    for item in &list.items {
        expect_no_box(item, speaker);
        let person = option(item, true, speaker);
        match person.role() {
            None => {
                let help = "Type one before the words, like ![A teacher](symbol:teacher).";
                speaker.error(item.at, Rule::PersonWithoutPicture, "This person has no picture.", help);
            }
            Some(role) if !roles.insert(role.to_owned()) => {
                let message = format!("The picture \"{role}\" stands for another person in this list already.");
                let help = "Give each person a picture of their own: a choice is kept by it.";
                speaker.error(item.at, Rule::PersonWithoutPicture, message, help);
            }
            Some(_) => {}
        }
        people.push(person);
    }
    Activity::People(people)
}

/// A promise: a list of lines, and under each what is said to somebody who can do it and to somebody who wants help.
pub fn promise(list: &List, speaker: &mut Speaker<'_, '_>) -> Activity {
    let (least, most) = [(1, 2), (2, 3), (2, 6), (3, 8)][speaker.path.index()];
    alike::report(&list.items, speaker.context.file, speaker.context.found);
    expect_number("line", list, least, most, speaker);
    Activity::Promise(list.items.iter().map(|item| line(item, speaker)).collect())
}

/// The lines of an agreement as they are, all of them, and nothing to do where there are none.
pub fn agreed(lines: Vec<Line>, at: usize, speaker: &mut Speaker<'_, '_>) -> Activity {
    if lines.is_empty() {
        let message = format!("The agreement says nothing on the path \"{}\".", speaker.path.id());
        speaker.error(
            at,
            Rule::PromisePath,
            message,
            "Write its promises on this path too, or a list of lines beneath this heading.",
        );
        return Activity::Look;
    }
    Activity::Promise(lines)
}

fn line(item: &Item, speaker: &mut Speaker<'_, '_>) -> Line {
    expect_no_box(item, speaker);
    let Entry { picture, text, list } = entry(item, speaker);
    Line { picture, text, met: answers(list, item.at, speaker) }
}

/// What is said to each answer that can be given to a line, which stands at `at`.
pub fn answers(list: Option<&List>, at: usize, speaker: &mut Speaker<'_, '_>) -> Vec<Text> {
    let answers = list.map(|list| list.items.as_slice()).unwrap_or_default();
    let (wanted, help) = match speaker.path {
        Path::Together => (1, "Write under it, as a list item two spaces further in, what is said when it is pressed."),
        _ => (2, "Write 2 list items under it: what is said to \"I can do this\", then to \"I want help with this\"."),
    };
    if answers.len() != wanted {
        let message =
            format!("This line has {}; on the path \"{}\" it has {wanted}.", counted(answers.len(), "answer"), speaker.path.id());
        speaker.error(at, Rule::PromiseAnswers, message, help);
    }
    answers.iter().map(|answer| met(answer, speaker)).collect()
}

/// What is said to one answer.
fn met(answer: &Item, speaker: &mut Speaker<'_, '_>) -> Text {
    expect_no_box(answer, speaker);
    let text = speaker.paragraphs(&answer.blocks);
    if text.is_empty() {
        speaker.error(answer.at, Rule::NoWords, "This answer is met without words.", "Write what is said to it.");
    }
    text
}
