//! A story or a practice chat: scenes with ways from one to another. In a chat a scene is what the other one writes, under their name, and
//! each reply has its reason.

use super::alike;
use super::choices::{expect_number, only_link, reason};
use super::pictures::{add_pictures, expect_few, is_pictures};
use super::scenes;
use super::speech::Speaker;
use crate::syntax::ast::{Block, Item};
use crate::syntax::outline::Part;
use fingerpost_lesson::content::{Scene, Text, Way};
use fingerpost_model::Only;
use fingerpost_model::finding::did_you_mean_in;
use fingerpost_model::rules::Rule;
use fingerpost_model::text::plain;
use std::collections::BTreeMap;

/// Which of the two it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Story,
    Chat,
}

/// Reads the scenes beneath a step's heading.
pub fn read(part: &Part, kind: Kind, speaker: &mut Speaker<'_, '_>) -> Vec<Scene> {
    let ids = scenes::ids(part, speaker.context);
    if part.parts.is_empty() {
        let (message, help) = match kind {
            Kind::Story => ("This story has no scene.", "Type a heading like #### The message {#message} for each."),
            Kind::Chat => ("Nobody writes in this chat.", "Type a heading like #### Sam {#hello} for each time that Sam writes."),
        };
        speaker.error(part.at, Rule::StoryWithoutScenes, message, help);
    }
    let mut is_sound = true;
    let scenes: Vec<Scene> = part.parts.iter().map(|part| scene(part, kind, &ids, &mut is_sound, speaker)).collect();
    // With a way that leads nowhere, what can be reached is not known.
    if is_sound {
        let ways: Vec<Vec<usize>> = scenes.iter().map(|scene| scene.choices.iter().map(|way| way.to).collect()).collect();
        scenes::report(part, &ways, "story", speaker.context);
    }
    scenes
}

fn scene(part: &Part, kind: Kind, ids: &BTreeMap<&str, usize>, is_sound: &mut bool, speaker: &mut Speaker<'_, '_>) -> Scene {
    let mut scene = Scene {
        id: part.id.clone(),
        title: plain(&speaker.context.inlines(&part.content, &Only::Everyone)).trim().to_owned(),
        picture: None,
        say: Vec::new(),
        choices: Vec::new(),
    };
    let mut pictures = Vec::new();
    let mut has_list = false;
    for block in &part.blocks {
        match block {
            Block::Paragraph { content, .. } if is_pictures(content) => add_pictures(content, &mut pictures, speaker),
            Block::Paragraph { content, .. } if !has_list => scene.say.push(speaker.text(content)),
            Block::List(list) if !has_list => {
                has_list = true;
                alike::report(&list.items, speaker.context.file, speaker.context.found);
                if kind == Kind::Chat {
                    let (least, most) = [(1, 2), (2, 2), (2, 3), (2, 4)][speaker.path.index()];
                    expect_number("answer", list, least, most, speaker);
                }
                scene.choices = list.items.iter().filter_map(|item| way(item, kind, ids, is_sound, speaker)).collect();
            }
            other => speaker.misplaced(other),
        }
    }
    for inner in &part.parts {
        let message = "A heading stands inside a scene.";
        speaker.error(inner.at, Rule::LessonHeading, message, "Type #### if it is a scene of its own.");
    }
    if scene.say.is_empty() {
        speaker.error(part.at, Rule::EmptyStep, "Nothing happens in this scene.", "Write a sentence.");
    }
    expect_few(&pictures, 1, speaker);
    scene.picture = pictures.into_iter().next().and_then(|(picture, _)| picture);
    scene
}

fn way(item: &Item, kind: Kind, ids: &BTreeMap<&str, usize>, is_sound: &mut bool, speaker: &mut Speaker<'_, '_>) -> Option<Way> {
    let Some((link, under)) = only_link(item, kind == Kind::Chat) else {
        *is_sound = false;
        let (message, help) = match kind {
            Kind::Story => (
                "A choice in a story is a link to a scene and nothing else.",
                "Type it like - [Show it to my dad.](#dad), with the full stop inside.",
            ),
            Kind::Chat => (
                "A reply in a chat is a link to what the other one writes next, with its reason under it and nothing else.",
                "Type it like - [I ask my dad first.](#dad), with the full stop inside.",
            ),
        };
        speaker.error(item.at, Rule::StoryWay, message, help);
        return None;
    };
    let to = link.to.text.trim();
    let Some(to) = to.strip_prefix('#').and_then(|id| ids.get(id)) else {
        *is_sound = false;
        let id = to.trim_start_matches('#');
        let message = format!("\"{id}\" is not a scene of this story.");
        speaker.error(link.to.at(0), Rule::UnknownScene, message, did_you_mean_in(id, ids));
        return None;
    };
    let text = speaker.text(&link.content);
    if text.is_empty() {
        speaker.error(link.at, Rule::NoWords, "This choice has no words.", "Write between [ and ] what the reader does.");
    }
    let reason = if kind == Kind::Chat { reason(item, under, speaker) } else { Text::new() };
    Some(Way { text, reason, to: *to })
}
