//! One step: its pictures, what is said, its question, its hint, and the list or the scenes that make its activity.

use super::choices;
use super::gap;
use super::own::{self, Agreed};
use super::password;
use super::pictures::{add_pictures, expect_few, is_pictures};
use super::places;
use super::speech::Speaker;
use super::story::{self, Kind};
use crate::syntax::ast::{Block, Inline, List, flat};
use crate::syntax::outline::Part;
use fingerpost_lesson::content::{Activity, Picture, Step, Text};
use fingerpost_lesson::path::Path;
use fingerpost_model::finding::did_you_mean;
use fingerpost_model::rules::Rule;

/// The activities as they stand in a heading.
pub const ACTIVITIES: [&str; 15] = [
    "look",
    "choose one",
    "fill the gap",
    "spot it",
    "find",
    "feelings scale",
    "choose several",
    "sort",
    "match pairs",
    "order",
    "story",
    "chat",
    "promise",
    "people",
    "password",
];

/// Those that are written as scenes beneath the step's heading.
const WITH_SCENES: [&str; 2] = ["story", "chat"];

/// Reads the step beneath a heading. `seed` makes the order in which things lie at first; `agreed` is what a promise without a list is made of.
pub fn read(part: &Part, activity: &str, seed: &str, agreed: Agreed, speaker: &mut Speaker<'_, '_>) -> Step {
    let pieces = take_apart(&part.blocks, speaker);
    let (mut say, mut question) = (Vec::new(), Text::new());
    let has_lines = activity == "promise" && matches!(agreed, Agreed::Lines(_));
    // The last paragraph before the list is the question.
    let asks = (pieces.list.is_some() || has_lines) && activity != "look";
    for (index, content) in pieces.before.iter().enumerate() {
        let text = speaker.text(content);
        match asks && index + 1 == pieces.before.len() {
            true if activity == "fill the gap" => question = gap::cut(text, flat(content).at(0), speaker),
            true => question = text,
            false => say.push(text),
        }
    }
    let after = pieces.after.iter().flat_map(|content| speaker.text(content)).collect();
    let pictures = pictures(pieces.pictures, activity, part, speaker);
    let is_silent = say.is_empty() && question.is_empty();
    let step = Step { pictures, say, question, hint: pieces.hint, activity: Activity::Look, after, sound: None };
    if activity == "look" && is_silent && step.pictures.is_empty() {
        speaker.error(
            part.at,
            Rule::EmptyStep,
            "Nothing is shown or said in this step.",
            "Write a sentence, or take the heading out.",
        );
    }
    if asks && step.question.is_empty() {
        let message = "This step asks no question.";
        speaker.error(part.at, Rule::NoQuestion, message, "Write one as a paragraph of its own before the list.");
    }
    if !WITH_SCENES.contains(&activity) {
        for scene in &part.parts {
            let message = "A heading stands inside a step that is not a story.";
            speaker.error(
                scene.at,
                Rule::LessonHeading,
                message,
                "Type ### for a path, ## for a moment, or make the step a story.",
            );
        }
    }
    let activity = match (activity, pieces.list, agreed) {
        ("promise", None, Agreed::Lines(lines)) => own::agreed(lines, part.at, speaker),
        ("promise", None, Agreed::LeftOut) => Activity::Look,
        (activity, list, _) => make(activity, list, part, seed, speaker),
    };
    Step { activity, ..step }
}

fn make(activity: &str, list: Option<&List>, part: &Part, seed: &str, speaker: &mut Speaker<'_, '_>) -> Activity {
    match (activity, list) {
        ("look", list) => {
            if let Some(list) = list {
                let message = "A step of the kind \"look\" has nothing to choose.";
                speaker.error(
                    list.at,
                    Rule::ListInLook,
                    message,
                    "Type \"choose one\" in the heading, or make sentences of the list.",
                );
            }
            Activity::Look
        }
        ("story" | "chat", list) => {
            if let Some(list) = list {
                let message = format!("A list stands before the first scene of this {activity}.");
                speaker.error(list.at, Rule::LessonBlock, message, "Begin with a scene: #### The message {#message}.");
            }
            match activity {
                "chat" => Activity::Chat(story::read(part, Kind::Chat, speaker)),
                _ => Activity::Story(story::read(part, Kind::Story, speaker)),
            }
        }
        ("choose one", Some(list)) => Activity::Choose(choices::choose_one(list, activity, speaker)),
        ("fill the gap", Some(list)) => Activity::Gap(choices::choose_one(list, activity, speaker)),
        ("spot it", Some(list)) => choices::spot(list, speaker),
        ("find", Some(list)) => places::find(list, speaker),
        ("feelings scale", Some(list)) => choices::feelings(list, speaker),
        ("choose several", Some(list)) => choices::choose_several(list, speaker),
        ("sort", Some(list)) => choices::sort(list, speaker),
        ("match pairs", Some(list)) => choices::match_pairs(list, seed, speaker),
        ("order", Some(list)) => choices::order(list, seed, speaker),
        ("promise", Some(list)) => own::promise(list, speaker),
        ("password", Some(list)) => password::password(list, speaker),
        ("people", Some(list)) => own::people(list, speaker),
        (known, None) if ACTIVITIES.contains(&known) => {
            let message = format!("A step of the kind \"{activity}\" needs a list.");
            speaker.error(
                part.at,
                Rule::NoList,
                message,
                "Write the things to choose from as a list, or type \"look\" in the heading.",
            );
            Activity::Look
        }
        _ => {
            let help = did_you_mean(activity, ACTIVITIES);
            speaker.error(part.at, Rule::UnknownActivity, format!("\"{activity}\" is not something that a learner does."), help);
            Activity::Look
        }
    }
}

/// The blocks of a step, by what they are.
struct Pieces<'b> {
    pictures: Vec<(Option<Picture>, usize)>,
    before: Vec<&'b [Inline]>,
    hint: Text,
    list: Option<&'b List>,
    after: Vec<&'b [Inline]>,
}

fn take_apart<'b>(blocks: &'b [Block], speaker: &mut Speaker<'_, '_>) -> Pieces<'b> {
    let mut pieces = Pieces { pictures: Vec::new(), before: Vec::new(), hint: Text::new(), list: None, after: Vec::new() };
    for block in blocks {
        match block {
            Block::Paragraph { content, .. } if is_pictures(content) => add_pictures(content, &mut pieces.pictures, speaker),
            Block::Paragraph { content, .. } if pieces.list.is_none() => pieces.before.push(content),
            Block::Paragraph { content, .. } => pieces.after.push(content),
            Block::Quote { blocks, .. } => {
                let hint = speaker.paragraphs(blocks);
                pieces.hint.extend(hint);
            }
            Block::List(list) if pieces.list.is_none() => pieces.list = Some(list),
            Block::List(list) => {
                let message = "This step has a second list.";
                speaker.error(list.at, Rule::LessonBlock, message, "Put it into a step of its own, or join the two.");
            }
            other => speaker.misplaced(other),
        }
    }
    pieces
}

/// The pictures of the step. Where an adult and a learner look together the first is the big button, and the second what it becomes.
fn pictures(pictures: Vec<(Option<Picture>, usize)>, activity: &str, part: &Part, speaker: &mut Speaker<'_, '_>) -> Vec<Picture> {
    if speaker.path == Path::Together && activity == "look" {
        if pictures.is_empty() {
            let message = "On the path \"together\" a step to look at needs a picture: it is the big button.";
            speaker.error(part.at, Rule::NoPicture, message, "Type a line like ![An adult who is listening](symbol:listen).");
        }
        expect_few(&pictures, 2, speaker);
    }
    pictures.into_iter().filter_map(|(picture, _)| picture).collect()
}
