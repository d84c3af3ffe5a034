//! Where the steps of a handbook's examples stand, so that each example can show its own.

use crate::source::file::SourceFile;
use crate::syntax::ast::flat;
use crate::syntax::outline::Outline;
use fingerpost_lesson::path::Path;
use std::sync::Arc;

/// A step of an example, by where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct StepAt {
    /// The file of the handbook.
    pub file: Arc<str>,
    /// Where its heading begins.
    pub at: usize,
    /// The moment: an index into the lesson's.
    pub moment: usize,
    /// The path.
    pub path: Path,
}

/// The steps of the examples, where the lessons stand to which these belong.
pub fn steps<'t>(lessons: impl Iterator<Item = (&'t SourceFile, &'t Outline)>) -> Vec<StepAt> {
    let mut steps = Vec::new();
    for (file, outline) in lessons {
        for (moment, part) in outline.parts.iter().enumerate() {
            for step in &part.parts {
                let words = flat(&step.content).text;
                let path = words.split_once(':').and_then(|(path, _)| Path::from_id(path.trim()));
                let shown = Arc::clone(&file.shown);
                steps.extend(path.map(|path| StepAt { file: shown, at: step.at, moment, path }));
            }
        }
    }
    steps
}
