//! The examples of a handbook. An author shows a piece of a lesson (or of a quiz and so on) between two lines of ```` ``` ````, the first with the word `lesson` after it; all such
//! pieces of a page, one after another, are one file. It is put on the shelf where such a file lies and goes through the same rooms as
//! any other: so an example is right, or it is a finding at its line of the handbook.

use super::file::SourceFile;
use super::front_matter;
use super::markdown;
use super::resolve::Context;
use super::run::Run;
use super::typed::Block;
use super::typed_file::{TypedFile, number_and_slug};
use fingerpost_lesson::path::Path;
use fingerpost_model::finding::did_you_mean;
use fingerpost_model::{Example, PageId, Piece};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// The folder of a handbook's pages.
pub const FOLDER: &str = "handbook";

/// What is shown as it is typed, and becomes nothing.
const TYPED_ONLY: &str = "text";

/// The words for examples, each with the folder in which such a file lies.
const KINDS: [(&str, &str); 5] =
    [("lesson", "lessons"), ("agreement", "agreements"), ("quiz", "quizzes"), ("induction", "inductions"), ("item", "items")];

/// A step of an example, by where it stands.
#[derive(Clone, Debug)]
pub struct StepAt {
    /// The file of the handbook.
    file: Arc<str>,
    /// Where its heading begins.
    at: usize,
    /// The moment: an index into the lesson's.
    moment: usize,
    /// The path.
    path: Path,
}

/// Whether this is a page of a handbook.
pub fn is_page(file: &SourceFile) -> bool {
    file.logical.strip_prefix(FOLDER).is_some_and(|rest| rest.starts_with('/'))
}

/// The files that the examples of a page make.
pub fn files(page: &SourceFile) -> Vec<SourceFile> {
    let body = front_matter::split(page, &mut Vec::new()).body;
    let mut pieces: BTreeMap<String, Vec<Range<usize>>> = BTreeMap::new();
    for block in markdown::read(page, body, &mut Vec::new()) {
        if let Block::Code { run, info, .. } = &block
            && let Some(path) = path_of(info, page)
            && !run.text.is_empty()
        {
            pieces.entry(path).or_default().push(run.range());
        }
    }
    pieces.into_iter().map(|(path, ranges)| page.only(&path, &ranges)).collect()
}

/// The path of the file to which a piece belongs: that of its kind, with the name of the page where it has none of its own.
fn path_of(info: &str, page: &SourceFile) -> Option<String> {
    let (word, name) = info.split_once(' ').unwrap_or((info, ""));
    let (_, folder) = KINDS.iter().find(|(kind, _)| *kind == word)?;
    let name = if name.trim().is_empty() { number_and_slug(page.stem()).1 } else { name.trim() };
    Some(format!("{folder}/{name}.md"))
}

/// The steps of the examples, where the lessons stand to which these belong.
pub fn steps<'t>(lessons: impl Iterator<Item = &'t TypedFile<'t>>) -> Vec<StepAt> {
    let mut steps = Vec::new();
    for lesson in lessons {
        for (moment, part) in lesson.outline.parts.iter().enumerate() {
            for step in &part.parts {
                let words = super::typed::flat(&step.content).text;
                let path = words.split_once(':').and_then(|(path, _)| Path::from_id(path.trim()));
                let file = Arc::clone(&lesson.file.shown);
                steps.extend(path.map(|path| StepAt { file, at: step.at, moment, path }));
            }
        }
    }
    steps
}

/// What preformatted text is on a page of a handbook; `None` where it is nothing but preformatted text.
pub fn example(run: &Run, info: &str, at: usize, context: &mut Context<'_>) -> Option<Example> {
    if info.is_empty() || !is_page(context.file) {
        return None;
    }
    let file = path_of(info, context.file);
    if file.is_none() && info != TYPED_ONLY {
        let mend = did_you_mean(info, KINDS.iter().map(|(kind, _)| *kind).chain([TYPED_ONLY]));
        context.error(at, "unknown-example", format!("\"{info}\" is no kind of example."), mend);
    }
    if file.is_some() && context.file.place(at).column > 1 {
        let message = "An example stands inside a list or a quote, where it is no part of its file.";
        context.error(at, "misplaced-example", message, "Begin its lines at the edge, and end the list before it.");
    }
    let piece = file.and_then(|path| piece(&path, run, context));
    Some(Example { source: run.text.clone(), piece })
}

/// What a piece of the file with this path holds.
fn piece(path: &str, run: &Run, context: &Context<'_>) -> Option<Piece> {
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

/// Which page of the handbook a file becomes.
pub fn page_id(file: &SourceFile) -> PageId {
    PageId::Handbook(number_and_slug(file.stem()).1.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::lesson::step::ACTIVITIES;
    use crate::{Carried, Options, load, read};
    use fingerpost_model::{Block, Document, Part};
    use std::path::Path;

    /// The sources of a document's examples.
    fn sources(document: &Document) -> Vec<&str> {
        fn of_part(part: &Part) -> Vec<&str> {
            part.parts.iter().flat_map(of_part).chain(of_blocks(&part.blocks)).collect()
        }
        fn of_blocks(blocks: &[Block]) -> Vec<&str> {
            blocks
                .iter()
                .filter_map(|block| if let Block::Example(example) = block { Some(&*example.source) } else { None })
                .collect()
        }
        document.parts.iter().flat_map(of_part).chain(of_blocks(&document.blocks)).collect()
    }

    #[test]
    fn the_handbook_shows_every_activity() {
        let guide = read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/guide"))).unwrap();
        let setting = load(&guide, Carried { symbols: &[], words: &[] }, Options::default()).setting.unwrap();
        let sources: Vec<&str> = setting.handbook.iter().flat_map(|page| sources(&page.document)).collect();
        let lines: Vec<&str> = sources.iter().flat_map(|source| source.lines()).collect();
        let is_shown =
            |activity: &&str| lines.iter().any(|line| line.starts_with("### ") && line.ends_with(&format!(": {activity}")));
        let missing: Vec<&str> = ACTIVITIES.into_iter().filter(|activity| !is_shown(activity)).collect();
        assert_eq!(missing, Vec::<&str>::new());
    }
}
