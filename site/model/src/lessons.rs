//! Lessons and agreements, with what their pages need besides.

use crate::place::Place;
use crate::{Approval, Audience, Block, Part};
use fingerpost_lesson::content::{Lesson, Line, Picture};
use fingerpost_lesson::path::Path;
use std::sync::Arc;

/// A lesson with what its page needs besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonPage {
    /// The lesson itself.
    pub lesson: Lesson,
    /// Who has approved it.
    pub approval: Approval,
    /// What the learner can do afterwards, for the adult.
    pub aim: String,
    /// The clauses it rests on.
    pub clauses: Vec<(String, Place)>,
    /// What an adult does before, with and after it: the headings of the part for the adult; empty where nobody has written it.
    pub adult: Vec<Part>,
    /// The agreement whose promises it practises, by its id.
    pub agreement: Option<String>,
    /// The moments whose steps are its worksheet, in their order: indexes into the lesson's.
    pub worksheet: Vec<usize>,
    /// What somebody has recorded for it. A translation has none, because nobody reads its words.
    pub sounds: Vec<Sound>,
    /// Where it begins.
    pub place: Place,
}

/// Somebody who reads aloud what a step says, recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// The moment: an index into the lesson's.
    pub moment: usize,
    /// The path; the moment has a step on it.
    pub path: Path,
    /// What the file's name ends in, such as `mp3`.
    pub ending: String,
    /// Whether it is the setting's own, and not a shared one.
    pub is_own: bool,
    /// The file.
    pub bytes: Arc<[u8]>,
}

/// What an audience agrees to, each promise with the clauses that it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The file's name without its ending; its address.
    pub id: String,
    /// Who agrees.
    pub audience: Audience,
    /// Who has approved it.
    pub approval: Approval,
    /// What it is called.
    pub title: String,
    /// What stands before the promises.
    pub opening: Vec<Block>,
    /// The promises, in their order.
    pub promises: Vec<Promise>,
    /// Where it begins.
    pub place: Place,
}

impl Agreement {
    /// Its lines on a path; none where it does not have the path.
    pub fn lines(&self, path: Path) -> Vec<Line> {
        self.promises.iter().filter_map(|promise| promise.lines[path.index()].clone()).collect()
    }
}

/// One promise of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Its address in the page, and the name by which a lesson says that it practises it.
    pub id: String,
    /// The words of its heading.
    pub title: String,
    /// The clauses it rests on.
    pub clauses: Vec<(String, Place)>,
    /// The picture that stands for it in the agreement of children.
    pub picture: Option<Picture>,
    /// What children promise on each path, with what is said to their answers; in every other agreement none.
    pub lines: [Option<Line>; 4],
    /// What is promised in every other agreement.
    pub blocks: Vec<Block>,
    /// Where it begins.
    pub place: Place,
}
