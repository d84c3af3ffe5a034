//! A lesson's file to a lesson: headings of level 2 are its moments, beneath them one heading of level 3 for each path.
//!
//! 1. This file finds the moments and their paths.
//! 2. [`step`] tells pictures, sentences, question, hint and list of one step apart.
//! 3. [`choices`], [`own`], [`password`], [`places`] and [`story`] make the activity from the list or the scenes; [`gap`] finds the gap of a sentence.
//! 4. [`speech`] makes sentences from words, with [`lexicon`]'s symbols over them on the paths that have these.
//! 5. [`adult`] reads what is for the adult, beneath a second title, [`worksheet`] finds the moments that are printed, and [`practice`] what a
//!    lesson has to do with an [`agreement`], whose lines are made of the same pieces.
//! 6. [`sounds`] gives recordings to the steps that they read. [`alike`] and [`scenes`] serve the questions of quizzes too.

pub mod adult;
pub mod agreement;
pub mod alike;
mod choices;
mod gap;
pub mod lexicon;
pub mod own;
mod own_marks;
mod password;
pub mod pictures;
mod places;
pub mod practice;
pub mod scenes;
pub mod sounds;
pub mod speech;
pub mod step;
mod story;
mod worksheet;

use crate::resolve::context::{Context, text_of};
use crate::syntax::front::lesson::LessonFront;
use crate::syntax::mapped_text::MappedText;
use crate::syntax::outline::Part;
use crate::syntax::parsed_file::ParsedFile;
use crate::syntax::table::Spanned;
use fingerpost_lesson::content::{Lesson, Moment, Step};
use fingerpost_lesson::path::Path;
use fingerpost_model::finding::did_you_mean;
use fingerpost_model::rules::Rule;
use fingerpost_model::text::plain;
use fingerpost_model::{LessonPage, Only};
use lexicon::Lexicon;
use own_marks::expect_only_an_id;
use practice::{Agreements, Practised};
use speech::Speaker;
use std::collections::BTreeMap;

/// Reads a lesson.
pub fn read(
    typed: &ParsedFile,
    front: &LessonFront,
    agreements: &Agreements<'_>,
    lexicon: &Lexicon<'_>,
    context: &mut Context<'_>,
) -> LessonPage {
    let practised = Practised::find(front.agreement.as_ref(), agreements, context);
    let page = read_practising(&practised, typed, front, lexicon, context);
    practised.check(front.agreement.as_ref(), &typed.outline.parts, &page.lesson.moments, context);
    page
}

/// Reads a lesson of which it is known what it practises, such as a translated one.
pub fn read_practising(
    practised: &Practised<'_>,
    typed: &ParsedFile,
    front: &LessonFront,
    lexicon: &Lexicon<'_>,
    context: &mut Context<'_>,
) -> LessonPage {
    let outline = &typed.outline;
    let aim = front.aim.as_ref().map(|aim| in_words(aim, context)).unwrap_or_default();
    let clauses = front.clauses.iter().map(|clause| (clause.value.clone(), context.file.place(clause.at))).collect();
    let title = plain(&context.inlines(&outline.title, &Only::Everyone)).trim().to_owned();
    if let Some(block) = outline.blocks.first() {
        let message = "These words belong to no moment of the lesson.";
        context.error(block.at(), Rule::LessonBlock, message, "Move them beneath a heading like ### plain: look.");
    }
    if outline.parts.is_empty() {
        let help = "Type a heading like ## Someone can help {#help}, and ### plain: look beneath it.";
        context.error(outline.at, Rule::NoMoment, "This lesson has no moment.", help);
    }
    let id = context.file.stem().to_owned();
    let mut ids = BTreeMap::new();
    let mut moments = Vec::new();
    for part in &outline.parts {
        if let Some(first) = ids.insert(part.id.as_str(), part.at) {
            let first = context.file.place(first);
            let message = format!("The moment \"{}\" is at {first} already.", part.id);
            context.error(part.at, Rule::DuplicateId, message, "Give one of the two another id.");
        }
        moments.push(moment(part, &id, practised, lexicon, context));
    }
    let worksheet = worksheet::read(&front.worksheet, &moments, &outline.absent, context);
    let adult = typed.adult.as_ref().map(|outline| adult::read(outline, context)).unwrap_or_default();
    let (approval, place) = (typed.approval.clone(), context.file.place(outline.at));
    let lesson = Lesson { id, title, moments };
    let agreement = practised.id();
    LessonPage { lesson, approval, aim, clauses, adult, worksheet, agreement, sounds: Vec::new(), place }
}

/// A text of the front matter as words of the lesson, with its names.
fn in_words(typed: &Spanned<String>, context: &mut Context<'_>) -> String {
    let mut run = MappedText::default();
    // After the quotation mark the file has the same text, unless something in it is written with a backslash.
    run.push(&typed.value, typed.at + 1);
    text_of(context.run(&run))
}

fn moment(part: &Part, lesson: &str, practised: &Practised<'_>, lexicon: &Lexicon<'_>, context: &mut Context<'_>) -> Moment {
    let title = plain(&context.inlines(&part.content, &Only::Everyone)).trim().to_owned();
    expect_only_an_id(part, context);
    if let Some(block) = part.blocks.first() {
        let message = "These words belong to no path.";
        context.error(block.at(), Rule::LessonBlock, message, "Move them beneath a heading like ### plain: look.");
    }
    if part.parts.is_empty() {
        let message = "Nobody does anything at this moment.";
        context.error(
            part.at,
            Rule::EmptyMoment,
            message,
            "Type a heading like ### plain: look beneath it, or take the moment out.",
        );
    }
    let mut steps: [Option<Step>; 4] = [None, None, None, None];
    let mut places = [0; 4];
    for part in &part.parts {
        let Some((path, activity)) = heading(part, context) else { continue };
        let index = path.index();
        if steps[index].is_some() {
            let first = context.file.place(places[index]);
            let message = format!("This moment has the path \"{}\" at {first} already.", path.id());
            context.error(part.at, Rule::PathTwice, message, "Put the second into a moment of its own.");
        }
        let seed = format!("{lesson}/{}/{}", title, path.id());
        let mut speaker = Speaker::new(context, lexicon, path);
        let step = step::read(part, &activity, &seed, practised.lines(path), &mut speaker);
        if steps[index].is_none() {
            steps[index] = Some(step);
            places[index] = part.at;
        }
    }
    Moment { id: part.id.clone(), title, steps }
}

/// `path: activity`.
fn heading(part: &Part, context: &mut Context<'_>) -> Option<(Path, String)> {
    let words = plain(&context.inlines(&part.content, &Only::Everyone));
    expect_only_an_id(part, context);
    let Some((path, activity)) = words.split_once(':') else {
        if !words.trim().is_empty() {
            let message = format!("\"{}\" does not say on which path this is and what the learner does.", words.trim());
            context.error(part.at, Rule::LessonHeading, message, "Type it like ### easy-read: choose one.");
        }
        return None;
    };
    let Some(path) = Path::from_id(path.trim()) else {
        let help = did_you_mean(path.trim(), Path::ALL.into_iter().map(Path::id));
        context.error(part.at, Rule::UnknownPath, format!("\"{}\" is not a path.", path.trim()), help);
        return None;
    };
    Some((path, activity.trim().to_owned()))
}
