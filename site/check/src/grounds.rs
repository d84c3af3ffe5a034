//! What each question rests on: of every clause the words with which somebody read it, and those that it has now. `check` tells where the
//! two differ, and `accept` records that somebody has read it again.

use fingerpost_model::place::Place;
use fingerpost_model::walk::walk_document;
use fingerpost_model::{Clause, Question, ReadAgainst, Setting};
use std::collections::{BTreeMap, BTreeSet};

/// A clause on which a question rests, or did when it was read. One that only other settings have is none.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'s> {
    /// The clause's id.
    pub id: &'s str,
    /// Where the question names it; where the question begins if it no longer does.
    pub named_at: &'s Place,
    /// What it said when the question was read with it.
    pub then: Option<&'s str>,
    /// What it is now. Without it the policy has it no longer, and there is a `then`.
    pub now: Option<&'s Clause>,
}

/// The questions of a setting, and its clauses by their ids.
pub struct Grounds<'s> {
    setting: &'s Setting,
    clauses: BTreeMap<&'s str, &'s Clause>,
}

impl<'s> Grounds<'s> {
    /// Looks the clauses up.
    pub fn of(setting: &'s Setting) -> Grounds<'s> {
        let mut clauses = BTreeMap::new();
        for section in &setting.sections {
            walk_document(&section.document, &mut |met| {
                if let Some(clause) = met.clause() {
                    clauses.entry(clause.id.as_str()).or_insert(clause);
                }
            });
        }
        Grounds { setting, clauses }
    }

    /// What a question rests on: first what it names, in its order.
    pub fn under(&self, question: &'s Question) -> Vec<Ground<'s>> {
        let files = &self.setting.read_against;
        let recorded = recorded(files, question);
        let mut grounds = Vec::new();
        let mut named = BTreeSet::new();
        for (id, named_at) in &question.clauses {
            let (then, now) = (recorded.get(id.as_str()).copied(), self.clauses.get(id.as_str()).copied());
            if named.insert(id.as_str()) && (now.is_some() || (then.is_some() && !files.absent.contains(id))) {
                grounds.push(Ground { id, named_at, then, now });
            }
        }
        for (id, then) in recorded {
            if !named.contains(id) && !self.holds(id) && !files.absent.contains(id) {
                grounds.push(Ground { id, named_at: &question.place, then: Some(then), now: None });
            }
        }
        grounds
    }

    /// Whether this setting has this clause.
    pub fn holds(&self, id: &str) -> bool {
        self.clauses.contains_key(id)
    }

    /// Whether what was read is the same in every setting that shares the question and the clause.
    pub fn is_shared(&self, question: &Question, clause: &Clause) -> bool {
        let files = &self.setting.read_against;
        files.is_shared_question(question) && files.is_shared(&clause.place) && !files.varying.contains(&clause.id)
    }
}

/// The words with which a question was read, by clause. What is recorded beside the shared questions says nothing of a question
/// that the setting has put in the place of one of these.
fn recorded<'s>(files: &'s ReadAgainst, question: &Question) -> BTreeMap<&'s str, &'s str> {
    let shared = files.shared.as_ref().filter(|_| files.is_shared_question(question));
    // The setting's own come last, so that they count.
    let layers = shared.into_iter().chain([&files.own]).filter_map(|records| records.readings.get(&question.id));
    layers.flat_map(|reading| &reading.clauses).map(|(clause, words)| (clause.as_str(), words.as_str())).collect()
}
