//! What rests on clauses of the policy, and with which words of theirs somebody has read it.

use crate::place::Place;
use crate::{Agreement, LessonPage};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Something that asks or teaches what clauses of the policy say: a lesson as a whole, a question of a quiz or an induction, a promise of
/// an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its file without the ending, and after a `#` its own id where the file holds several: `lessons/tell-someone`,
    /// `quizzes/parents#friend-request`.
    pub id: String,
    /// Where it begins.
    pub place: Place,
    /// The clauses that it names, each with the place where it names it. A clause can be named twice.
    pub clauses: Vec<(String, Place)>,
}

impl LessonPage {
    /// A lesson rests on its clauses as a whole.
    pub fn question(&self) -> Question {
        Question { id: format!("lessons/{}", self.lesson.id), place: self.place.clone(), clauses: self.clauses.clone() }
    }
}

impl Agreement {
    /// Each promise rests on clauses of its own.
    pub fn questions(&self) -> impl Iterator<Item = Question> {
        self.promises.iter().map(|promise| Question {
            id: format!("agreements/{}#{}", self.id, promise.id),
            place: promise.place.clone(),
            clauses: promise.clauses.clone(),
        })
    }
}

/// The files read-against.toml, and what has to be known to understand them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadAgainst {
    /// The setting's own file. What it says of a question and a clause counts first.
    pub own: Records,
    /// The file of what is shared, if the setting shares anything. It speaks of shared questions alone.
    pub shared: Option<Records>,
    /// Whether both could be read. If not, nothing is said about any question, and nothing is recorded.
    pub is_readable: bool,
    /// The questions that are recorded and no longer there.
    pub left_over: BTreeSet<String>,
    /// The ids of clauses that stand in the files and not in this setting, by their conditions or as drafts.
    pub absent: BTreeSet<String>,
    /// The ids of clauses, and of questions, whose words are others where other conditions hold.
    pub varying: BTreeSet<String>,
}

/// What one file records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Records {
    /// The file's path, whether there is one or not.
    pub file: Arc<str>,
    /// By question.
    pub readings: BTreeMap<String, Reading>,
}

/// What somebody has read one question with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Where it is recorded.
    pub place: Place,
    /// By clause, the words that it had then.
    pub clauses: BTreeMap<String, String>,
}

impl Records {
    /// A file of this path that records nothing.
    pub fn none(file: &str) -> Records {
        Records { file: Arc::from(file), readings: BTreeMap::new() }
    }
}

impl Default for Records {
    fn default() -> Records {
        Records::none(ReadAgainst::FILE)
    }
}

impl ReadAgainst {
    /// What the files are called.
    pub const FILE: &str = "read-against.toml";

    /// Whether a question is the same in every setting that shares it.
    pub fn is_shared_question(&self, question: &Question) -> bool {
        self.is_shared(&question.place) && !self.varying.contains(&question.id)
    }

    /// Whether a place is in a shared file.
    pub fn is_shared(&self, place: &Place) -> bool {
        let folder = self.shared.as_ref().and_then(|records| records.file.strip_suffix(Self::FILE));
        folder.is_some_and(|folder| place.file.starts_with(folder))
    }
}
