//! Clause review: what depends on clauses of the policy, and the records of the words with which somebody has read it.

use crate::place::Place;
use crate::{Agreement, LessonPage};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Content that asks or teaches what clauses of the policy say, and so has to be read again when they change: a lesson as a whole, a
/// question of a quiz or an induction, a promise of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyDependent {
    /// Its file without the ending, and after a `#` its own id where the file holds several: `lessons/tell-someone`,
    /// `quizzes/parents#friend-request`.
    pub id: String,
    /// Where it begins.
    pub place: Place,
    /// The clauses that it names, each with the place where it names it. A clause can be named twice.
    pub clauses: Vec<(String, Place)>,
}

impl LessonPage {
    /// The lesson as one dependent: it rests on its clauses as a whole.
    pub fn dependent(&self) -> PolicyDependent {
        PolicyDependent { id: format!("lessons/{}", self.lesson.id), place: self.place.clone(), clauses: self.clauses.clone() }
    }
}

impl Agreement {
    /// A dependent for each promise: it rests on clauses of its own.
    pub fn dependents(&self) -> impl Iterator<Item = PolicyDependent> {
        self.promises.iter().map(|promise| PolicyDependent {
            id: format!("agreements/{}#{}", self.id, promise.id),
            place: promise.place.clone(),
            clauses: promise.clauses.clone(),
        })
    }
}

/// The files read-against.toml, and what has to be known to understand them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReviewRecords {
    /// The setting's own file. What it says of a dependent and a clause counts first.
    pub own: ReviewFile,
    /// The file of what is shared, if the setting shares anything. It speaks of shared dependents alone.
    pub shared: Option<ReviewFile>,
    /// Whether both could be read. If not, nothing is said about any dependent, and nothing is recorded.
    pub is_readable: bool,
    /// The ids of the dependents that are recorded and no longer there.
    pub left_over: BTreeSet<String>,
    /// The ids of clauses that stand in the files and not in this setting, by their conditions or as drafts.
    pub absent: BTreeSet<String>,
    /// The ids of clauses, and of dependents, whose words are others where other conditions hold.
    pub varying: BTreeSet<String>,
}

/// One file read-against.toml.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewFile {
    /// The file's path, whether there is one or not.
    pub path: Arc<str>,
    /// Its records, by the id of the dependent.
    pub records: BTreeMap<String, ReviewRecord>,
}

/// With which words of its clauses somebody has read one dependent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewRecord {
    /// Where it is recorded.
    pub place: Place,
    /// By clause, the words that it had then.
    pub clauses: BTreeMap<String, String>,
}

impl ReviewFile {
    /// A file of this path that records nothing.
    pub fn empty(path: &str) -> ReviewFile {
        ReviewFile { path: Arc::from(path), records: BTreeMap::new() }
    }
}

impl Default for ReviewFile {
    fn default() -> ReviewFile {
        ReviewFile::empty(ReviewRecords::FILE)
    }
}

impl ReviewRecords {
    /// The name of a file of review records.
    pub const FILE: &str = "read-against.toml";

    /// Both files, the setting's own first.
    pub fn files(&self) -> impl Iterator<Item = &ReviewFile> {
        [&self.own].into_iter().chain(&self.shared)
    }

    /// Whether a dependent says the same in every setting that shares it.
    pub fn is_shared_dependent(&self, dependent: &PolicyDependent) -> bool {
        self.is_shared(&dependent.place) && !self.varying.contains(&dependent.id)
    }

    /// Whether a place is in a shared file.
    pub fn is_shared(&self, place: &Place) -> bool {
        let folder = self.shared.as_ref().and_then(|file| file.path.strip_suffix(Self::FILE));
        folder.is_some_and(|folder| place.file.starts_with(folder))
    }
}
