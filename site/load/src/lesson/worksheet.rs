//! The worksheet of a lesson: the moments whose steps are printed, named by their ids between the +++ lines.

use crate::resolve::context::Context;
use crate::syntax::absence::Absence;
use crate::syntax::table::Spanned;
use fingerpost_lesson::content::{Activity, Moment};
use fingerpost_lesson::path::Path;
use fingerpost_model::finding::did_you_mean;
use fingerpost_model::rules::Rule;
use fingerpost_model::text::counted;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// How many moments fit on a sheet of A4 and are worth one.
const MOMENTS: RangeInclusive<usize> = 2..=4;

/// Finds the moments. One that this setting does not have is passed by: a shared lesson can name more than it has.
pub fn read(
    typed: &[Spanned<String>],
    moments: &[Moment],
    absent: &BTreeMap<String, Absence>,
    context: &mut Context<'_>,
) -> Vec<usize> {
    if let Some(first) = typed.first().filter(|_| !MOMENTS.contains(&typed.len())) {
        let message =
            format!("This names {}; a worksheet has 2 to 4, which share a sheet of paper.", counted(typed.len(), "moment"));
        context.error(first.at, Rule::Worksheet, message, "Name the 2 to 4 moments that are best done on paper.");
    }
    let mut found = Vec::new();
    for id in typed {
        let Some(index) = moments.iter().position(|moment| moment.id == id.value) else {
            if !absent.contains_key(&id.value) {
                let help = did_you_mean(&id.value, moments.iter().map(|moment| moment.id.as_str()));
                context.error(id.at, Rule::UnknownMoment, format!("\"{}\" is not a moment of this lesson.", id.value), help);
            }
            continue;
        };
        expect_paper(&moments[index], id, context);
        match found.contains(&index) {
            true => {
                context.error(id.at, Rule::Worksheet, format!("\"{}\" stands here twice.", id.value), "Take one of the two out.")
            }
            false => found.push(index),
        }
    }
    expect_every_path(typed, moments, &found, context);
    found
}

/// Reports a step that paper cannot carry.
fn expect_paper(moment: &Moment, id: &Spanned<String>, context: &mut Context<'_>) {
    for path in Path::ALL {
        let kind = match moment.on(path).map(|step| &step.activity) {
            Some(Activity::Story(_)) => "a story",
            Some(Activity::Chat(_)) => "a chat",
            Some(Activity::Password(_)) => "a password",
            _ => continue,
        };
        let message = format!("\"{}\" is {kind} on the path \"{}\", which does not work on paper.", moment.id, path.id());
        context.error(id.at, Rule::Worksheet, message, "Name another moment.");
    }
}

/// Warns of a path of the lesson that would have an empty sheet.
fn expect_every_path(typed: &[Spanned<String>], moments: &[Moment], found: &[usize], context: &mut Context<'_>) {
    let Some(first) = typed.first().filter(|_| !found.is_empty()) else { return };
    for path in Path::ALL {
        let is_on = |moment: &Moment| moment.on(path).is_some();
        if moments.iter().any(is_on) && !found.iter().any(|index| is_on(&moments[*index])) {
            let message = format!("None of these moments is on the path \"{}\", so it has no worksheet.", path.id());
            context.warning(first.at, Rule::Worksheet, message, "Name a moment that all paths of the lesson have.");
        }
    }
}
