//! Clause review: of every clause on which content rests, the words with which somebody read the two together, and those that it has now.
//! `check` tells where they differ, and `accept` records that somebody has read them again.

use fingerpost_model::place::Place;
use fingerpost_model::walk::walk_clauses;
use fingerpost_model::{Clause, PolicyDependent, ReviewRecords, Setting};
use std::collections::{BTreeMap, BTreeSet};

/// One dependent beside one clause on which it rests, or did when it was reviewed. A clause that only other settings have is none.
#[derive(Clone, Copy, Debug)]
pub struct ClauseReview<'s> {
    /// The clause's id.
    pub id: &'s str,
    /// Where the dependent names it; where the dependent begins if it no longer does.
    pub named_at: &'s Place,
    /// The words of the clause when the dependent was last read with it; none if that was never recorded.
    pub reviewed: Option<&'s str>,
    /// The clause as it is now. Without it the policy has it no longer, and there is a `reviewed`.
    pub current: Option<&'s Clause>,
}

/// The state of review of a whole setting: what depends on clauses, and the clauses by their ids.
pub struct ClauseReviews<'s> {
    setting: &'s Setting,
    clauses: BTreeMap<&'s str, &'s Clause>,
}

impl<'s> ClauseReviews<'s> {
    /// Indexes the clauses of a setting.
    pub fn of(setting: &'s Setting) -> ClauseReviews<'s> {
        let mut clauses = BTreeMap::new();
        for section in &setting.sections {
            walk_clauses(&section.document, &mut |clause, _| {
                clauses.entry(clause.id.as_str()).or_insert(clause);
            });
        }
        ClauseReviews { setting, clauses }
    }

    /// A review for each clause on which a dependent rests: first those that it names, in its order, then those that are gone.
    pub fn of_dependent(&self, dependent: &'s PolicyDependent) -> Vec<ClauseReview<'s>> {
        let records = &self.setting.reviews;
        let recorded = recorded(records, dependent);
        let mut reviews = Vec::new();
        let mut named = BTreeSet::new();
        for (id, named_at) in &dependent.clauses {
            let (reviewed, current) = (recorded.get(id.as_str()).copied(), self.clauses.get(id.as_str()).copied());
            if named.insert(id.as_str()) && (current.is_some() || (reviewed.is_some() && !records.absent.contains(id))) {
                reviews.push(ClauseReview { id, named_at, reviewed, current });
            }
        }
        for (id, reviewed) in recorded {
            if !named.contains(id) && !self.holds(id) && !records.absent.contains(id) {
                reviews.push(ClauseReview { id, named_at: &dependent.place, reviewed: Some(reviewed), current: None });
            }
        }
        reviews
    }

    /// Whether this setting has a clause with this id.
    pub fn holds(&self, id: &str) -> bool {
        self.clauses.contains_key(id)
    }

    /// Whether a review of the two holds in every setting that shares the dependent and the clause.
    pub fn is_shared(&self, dependent: &PolicyDependent, clause: &Clause) -> bool {
        let records = &self.setting.reviews;
        records.is_shared_dependent(dependent) && records.is_shared(&clause.place) && !records.varying.contains(&clause.id)
    }
}

/// The words with which a dependent was read, by clause. What is recorded beside the shared dependents says nothing of one that the
/// setting has put in the place of one of these.
fn recorded<'s>(records: &'s ReviewRecords, dependent: &PolicyDependent) -> BTreeMap<&'s str, &'s str> {
    let shared = records.shared.as_ref().filter(|_| records.is_shared_dependent(dependent));
    // The setting's own come last, so that they count.
    let layers = shared.into_iter().chain([&records.own]).filter_map(|file| file.records.get(&dependent.id));
    layers.flat_map(|record| &record.clauses).map(|(clause, words)| (clause.as_str(), words.as_str())).collect()
}
