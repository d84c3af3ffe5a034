//! Scenes with ways from one to another, as a story, a practice chat and a case have them: every scene has an id of its own, every
//! scene can be reached from the first, and from every scene an end can be reached.

use crate::resolve::context::Context;
use crate::syntax::outline::Part;
use fingerpost_model::rules::Rule;
use std::collections::BTreeMap;

/// The scenes beneath a heading by their ids. One that is given twice is reported, and is the first of the two.
pub fn ids<'p>(part: &'p Part, context: &mut Context<'_>) -> BTreeMap<&'p str, usize> {
    let mut ids = BTreeMap::new();
    for (index, scene) in part.parts.iter().enumerate() {
        if let Some(first) = ids.insert(scene.id.as_str(), index) {
            let first_place = context.file.place(part.parts[first].at);
            ids.insert(scene.id.as_str(), first);
            let message = format!("The scene \"{}\" is at {first_place} already.", scene.id);
            context.error(scene.at, Rule::DuplicateId, message, "Give one of the two another id.");
        }
    }
    ids
}

/// Reports the scenes that no way leads to, and those from which none leads to an end. `ways` are those out of each scene, and `what`
/// is what the scenes make together.
pub fn report(part: &Part, ways: &[Vec<usize>], what: &str, context: &mut Context<'_>) {
    report_unreachable(part, ways, context);
    report_endless(part, ways, what, context);
}

fn report_unreachable(part: &Part, ways: &[Vec<usize>], context: &mut Context<'_>) {
    let is_reached = reached(ways.len(), if ways.is_empty() { vec![] } else { vec![0] }, ways);
    for (index, scene) in part.parts.iter().enumerate() {
        if !is_reached[index] {
            let message = format!("No choice leads to the scene \"{}\".", scene.id);
            let help = format!("Add a choice like [...](#{}), or take the scene out.", scene.id);
            context.error(scene.at, Rule::SceneUnreachable, message, help);
        }
    }
}

/// Going from the ends against the ways finds the scenes from which an end can be reached.
fn report_endless(part: &Part, ways: &[Vec<usize>], what: &str, context: &mut Context<'_>) {
    let mut back: Vec<Vec<usize>> = vec![Vec::new(); ways.len()];
    for (from, ways) in ways.iter().enumerate() {
        for to in ways {
            back[*to].push(from);
        }
    }
    let ends: Vec<usize> = (0..ways.len()).filter(|index| ways[*index].is_empty()).collect();
    if ends.is_empty() && !ways.is_empty() {
        let message = format!("This {what} has no end: every scene has choices.");
        context.error(part.at, Rule::StoryWithoutEnd, message, "Write a scene without choices, and lead to it.");
        return;
    }
    let has_end = reached(ways.len(), ends, &back);
    for (index, scene) in part.parts.iter().enumerate() {
        if !has_end[index] {
            let message = format!("From the scene \"{}\" no choice leads to an end.", scene.id);
            context.error(scene.at, Rule::StoryWithoutEnd, message, "Add a choice that leads on to an end.");
        }
    }
}

/// Which of `count` things are reached from some of them.
fn reached(count: usize, from: Vec<usize>, ways: &[Vec<usize>]) -> Vec<bool> {
    let mut is_reached = vec![false; count];
    let mut open = from;
    while let Some(index) = open.pop() {
        if !is_reached[index] {
            is_reached[index] = true;
            open.extend(&ways[index]);
        }
    }
    is_reached
}
