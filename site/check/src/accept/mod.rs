//! That somebody has read a dependent with its clauses as they are now: what `fingerpost accept DIR ID` writes down.
//!
//! What is the same in every setting that shares it (dependent and clause both in the shared folder) goes into the shared file, the rest
//! into the setting's own. Nothing here touches the disk.

mod text;

use crate::clause_review::{ClauseReview, ClauseReviews};
use fingerpost_model::finding::{Finding, Severity, did_you_mean};
use fingerpost_model::place::Place;
use fingerpost_model::{PolicyDependent, ReviewFile, ReviewRecord, ReviewRecords, Setting};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Bound::{Excluded, Unbounded};
use std::sync::Arc;

/// The word that stands for whatever was never recorded.
const NEW: &str = "new";

/// What [`accept`] has recorded: lines to print, and files to write.
#[derive(Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Accepted {
    /// What was recorded, a line for each dependent.
    pub said: Vec<String>,
    /// The files that change, with all that they hold now. Their paths are relative to the setting's folder.
    pub files: Vec<(Arc<str>, String)>,
}

/// Why nothing is written, as a sentence for whoever typed the ids.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AcceptError {
    /// What was typed names no dependent.
    Command(String),
    /// The content has to be mended first.
    Content(String),
}

impl fmt::Display for AcceptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AcceptError::Command(why) | AcceptError::Content(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for AcceptError {}

/// Records that the dependents with these ids were read with what their clauses say now. `new` among the ids stands for every clause of
/// every dependent that was never recorded, and for no other. Either all of it can be recorded or nothing is.
pub fn accept(setting: &Setting, findings: &[Finding], ids: &[String]) -> Result<Accepted, AcceptError> {
    let records = &setting.reviews;
    if !records.is_readable {
        let damage = findings.iter().find(|finding| finding.place.file.ends_with(ReviewRecords::FILE));
        let damage = damage.map_or_else(|| format!("{} cannot be read.", ReviewRecords::FILE), ToString::to_string);
        return Err(AcceptError::Content(format!("Nothing was recorded. {damage}")));
    }
    let mut pen = Pen {
        setting,
        begins: setting.dependents.iter().map(|dependent| &dependent.place).collect(),
        errors: findings.iter().filter(|finding| finding.severity == Severity::Error).collect(),
        reviews: ClauseReviews::of(setting),
        records: records.clone(),
        said: Vec::new(),
    };
    for id in ids.iter().collect::<BTreeSet<_>>() {
        pen.accept(id)?;
    }
    let Pen { records: after, said, .. } = pen;
    // The shared file first: should the second not be written, nothing that moves there from the setting's own is missing in both.
    let pairs = [(records.shared.as_ref(), after.shared.as_ref()), (Some(&records.own), Some(&after.own))];
    let changed = pairs.into_iter().filter(|(before, after)| before != after).filter_map(|(_, after)| after);
    let files = changed.map(|file| (file.path.clone(), text::of(file))).collect();
    Ok(Accepted { said, files })
}

/// Who writes, and into what.
struct Pen<'s> {
    setting: &'s Setting,
    /// Where the dependents begin.
    begins: BTreeSet<&'s Place>,
    errors: Vec<&'s Finding>,
    reviews: ClauseReviews<'s>,
    records: ReviewRecords,
    said: Vec<String>,
}

impl<'s> Pen<'s> {
    fn accept(&mut self, id: &str) -> Result<(), AcceptError> {
        let dependents = &self.setting.dependents;
        if id == NEW {
            return self.accept_new();
        }
        if let Some(dependent) = dependents.iter().find(|dependent| dependent.id == id) {
            self.expect_no_errors(dependent)?;
            let reviews = self.reviews.of_dependent(dependent);
            self.forget_what_it_no_longer_names(dependent);
            self.write_down(dependent, &reviews);
            return Ok(());
        }
        if self.records.left_over.contains(id) {
            self.take_out(id);
            return Ok(());
        }
        let help = match id {
            "all" => format!("Each question is read by itself. Type its id, or \"{NEW}\" for what was never recorded."),
            _ => did_you_mean(id, dependents.iter().map(|dependent| dependent.id.as_str()).chain([NEW])),
        };
        Err(AcceptError::Command(format!("There is no question \"{id}\", so nothing was recorded. {help}")))
    }

    /// Adds what was never recorded. A clause that has changed since stays as it was read.
    fn accept_new(&mut self) -> Result<(), AcceptError> {
        let before = self.said.len();
        for dependent in &self.setting.dependents {
            let mut reviews = self.reviews.of_dependent(dependent);
            reviews.retain(|review| review.reviewed.is_none());
            if !reviews.is_empty() {
                self.expect_no_errors(dependent)?;
                self.write_down(dependent, &reviews);
            }
        }
        if self.said.len() == before {
            self.said.push("Nothing is new: every question has been recorded with all of its clauses.".to_owned());
        }
        Ok(())
    }

    /// Forgets a dependent that is no longer there.
    fn take_out(&mut self, id: &str) {
        for file in [Some(&mut self.records.own), self.records.shared.as_mut()].into_iter().flatten() {
            if file.records.remove(id).is_some() {
                self.said.push(format!("{id}: no longer there; its record was taken out of {}.", file.path));
            }
        }
    }

    /// What the setting's own file records of a dependent and this setting could still see, if the dependent named it. In the shared file it
    /// stays, because another setting may have a part of the dependent that names it.
    fn forget_what_it_no_longer_names(&mut self, dependent: &PolicyDependent) {
        let is_named = |id: &str| dependent.clauses.iter().any(|(named, _)| named == id);
        let reviews = &self.reviews;
        forget(&mut self.records.own, dependent, |id| reviews.holds(id) && !is_named(id));
    }

    /// What is wrong in a dependent may be wrong in what it rests on. Errors between the +++ lines of its file count for every dependent of it.
    fn expect_no_errors(&self, dependent: &PolicyDependent) -> Result<(), AcceptError> {
        let is_of_file = |place: &&&Place| place.file == dependent.place.file;
        let first = self.begins.range(Place::start_of(&dependent.place.file)..).next().filter(is_of_file);
        let next = self.begins.range::<Place, _>((Excluded(&dependent.place), Unbounded)).next().filter(is_of_file);
        let mut errors = self.errors.iter().filter(|error| {
            let place = &error.place;
            let is_before = |other: &Place| place.start() < other.start();
            place.file == dependent.place.file
                && (first.is_some_and(|first| is_before(first))
                    || (!is_before(&dependent.place) && next.is_none_or(|next| is_before(next))))
        });
        match errors.next() {
            None => Ok(()),
            Some(error) => {
                let id = &dependent.id;
                Err(AcceptError::Content(format!("\"{id}\" has to be mended first, so nothing was recorded. {error}")))
            }
        }
    }

    /// Puts each clause where it belongs, and takes out of the other file what that says of it.
    fn write_down(&mut self, dependent: &PolicyDependent, reviews: &[ClauseReview<'_>]) {
        let is_shared = self.records.is_shared_dependent(dependent);
        let (mut read, mut gone, mut paths) = (Vec::new(), Vec::new(), BTreeSet::new());
        for review in reviews {
            let is_it = |id: &str| id == review.id;
            let Some(current) = review.current else {
                paths.extend(forget(&mut self.records.own, dependent, is_it));
                if let Some(shared) = self.records.shared.as_mut().filter(|_| is_shared) {
                    paths.extend(forget(shared, dependent, is_it));
                }
                gone.push(review.id);
                continue;
            };
            let file = match &mut self.records.shared {
                Some(shared) if self.reviews.is_shared(dependent, current) => {
                    forget(&mut self.records.own, dependent, is_it);
                    shared
                }
                _ => &mut self.records.own,
            };
            put(file, dependent, review.id, &current.words);
            paths.insert(file.path.clone());
            read.push(review.id);
        }
        self.said.push(line(&dependent.id, &read, &gone, &paths));
    }
}

fn put(file: &mut ReviewFile, dependent: &PolicyDependent, clause: &str, words: &str) {
    let nowhere = || ReviewRecord { place: Place::start_of(&file.path), clauses: BTreeMap::new() };
    let record = file.records.entry(dependent.id.clone()).or_insert_with(nowhere);
    record.clauses.insert(clause.to_owned(), words.to_owned());
}

/// Takes clauses out of what is recorded of a dependent, and says in which file if there was any.
fn forget(file: &mut ReviewFile, dependent: &PolicyDependent, is_meant: impl Fn(&str) -> bool) -> Option<Arc<str>> {
    let record = file.records.get_mut(&dependent.id)?;
    let before = record.clauses.len();
    record.clauses.retain(|clause, _| !is_meant(clause));
    let has_changed = record.clauses.len() < before;
    if record.clauses.is_empty() {
        file.records.remove(&dependent.id);
    }
    has_changed.then(|| file.path.clone())
}

/// What was recorded, in one line.
fn line(question: &str, read: &[&str], gone: &[&str], paths: &BTreeSet<Arc<str>>) -> String {
    let (read_with, no_longer) = (format!("read with {}", read.join(", ")), format!("no longer with {}", gone.join(", ")));
    let said = match (read, gone) {
        ([], []) => return format!("{question}: rests on no clause that this setting has, so there was nothing to record."),
        (_, []) => read_with,
        ([], _) => no_longer,
        (_, _) => format!("{read_with}, {no_longer}"),
    };
    let files = paths.iter().map(|path| &**path).collect::<Vec<_>>().join(" and ");
    format!("{question}: {said}; recorded in {files}.")
}
