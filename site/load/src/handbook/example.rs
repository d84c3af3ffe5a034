//! What preformatted text is on a page of a handbook: an example of something, or nothing but preformatted text.

use super::files::{KINDS, path_of};
use super::folder::is_page;
use super::steps::StepAt;
use crate::resolve::context::Context;
use crate::syntax::mapped_text::MappedText;
use fingerpost_model::finding::did_you_mean;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Example, Piece};

/// What is shown as it is typed, and becomes nothing.
const TYPED_ONLY: &str = "text";

/// What preformatted text is on a page of a handbook; `None` where it is nothing but preformatted text.
pub fn example(run: &MappedText, info: &str, at: usize, context: &mut Context<'_>) -> Option<Example> {
    if info.is_empty() || !is_page(context.file) {
        return None;
    }
    let file = path_of(info, context.file);
    if file.is_none() && info != TYPED_ONLY {
        let help = did_you_mean(info, KINDS.iter().map(|(kind, _)| *kind).chain([TYPED_ONLY]));
        context.error(at, Rule::UnknownExample, format!("\"{info}\" is no kind of example."), help);
    }
    if file.is_some() && context.file.place(at).column > 1 {
        let message = "An example stands inside a list or a quote, where it is no part of its file.";
        context.error(at, Rule::MisplacedExample, message, "Begin its lines at the edge, and end the list before it.");
    }
    let piece = file.and_then(|path| piece(&path, run, context));
    Some(Example { source: run.text.clone(), piece })
}

/// What a piece of the file with this path holds.
fn piece(path: &str, run: &MappedText, context: &Context<'_>) -> Option<Piece> {
    let (folder, name) = path.split_once('/')?;
    let name = name.trim_end_matches(".md").to_owned();
    let range = run.range();
    let here = |step: &&StepAt| step.file == context.file.shown && range.contains(&step.at);
    Some(match folder {
        "lessons" => {
            Piece::Lesson(name, context.library.steps.iter().filter(here).map(|step| (step.moment, step.path)).collect())
        }
        "agreements" => Piece::Agreement(name, ids(&run.text)),
        "quizzes" => Piece::Quiz(name, ids(&run.text)),
        "inductions" => Piece::Course(name),
        _ => Piece::Questions(ids(&run.text)),
    })
}

/// The ids at the headings of level 2. The file of the piece reports those that are missing.
fn ids(text: &str) -> Vec<String> {
    let marks = text.lines().filter(|line| line.starts_with("## ")).filter_map(|line| line.split_once("{#"));
    marks.map(|(_, mark)| mark.split([' ', '}']).next().unwrap_or_default().to_owned()).collect()
}
