//! That somebody has read a question with its clauses as they are now: what `fingerpost accept DIR ID` writes down.
//!
//! What is the same in every setting that shares it (question and clause both in the shared folder) goes into the shared file, the rest
//! into the setting's own. Nothing here touches the disk.

mod text;

use crate::grounds::{Ground, Grounds};
use fingerpost_model::finding::{Finding, Severity, did_you_mean};
use fingerpost_model::place::Place;
use fingerpost_model::{Question, ReadAgainst, Reading, Records, Setting};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound::{Excluded, Unbounded};
use std::sync::Arc;

/// The word that stands for whatever was never recorded.
pub const NEW: &str = "new";

/// What is written.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    /// What was recorded, a line for each question.
    pub said: Vec<String>,
    /// The files that change, with all that they hold now. Their paths are relative to the setting's folder.
    pub files: Vec<(Arc<str>, String)>,
}

/// Why nothing is written.
#[derive(Debug, PartialEq, Eq)]
pub enum Refusal {
    /// What was typed names no question.
    Command(String),
    /// The content has to be mended first.
    Content(String),
}

/// Records that the questions with these ids were read with what their clauses say now. [`NEW`] among the ids stands for every clause of
/// every question that was never recorded, and for no other. Either all of it can be recorded or nothing is.
pub fn accept(setting: &Setting, findings: &[Finding], ids: &[String]) -> Result<Accepted, Refusal> {
    let files = &setting.read_against;
    if !files.is_readable {
        let damage = findings.iter().find(|finding| finding.place.file.ends_with(ReadAgainst::FILE));
        let damage = damage.map_or_else(|| format!("{} cannot be read.", ReadAgainst::FILE), ToString::to_string);
        return Err(Refusal::Content(format!("Nothing was recorded. {damage}")));
    }
    let mut pen = Pen {
        setting,
        begins: setting.questions.iter().map(|question| &question.place).collect(),
        errors: findings.iter().filter(|finding| finding.severity == Severity::Error).collect(),
        grounds: Grounds::of(setting),
        files: files.clone(),
        said: Vec::new(),
    };
    for id in ids.iter().collect::<BTreeSet<_>>() {
        pen.accept(id)?;
    }
    let Pen { files: after, said, .. } = pen;
    // The shared file first: should the second not be written, nothing that moves there from the setting's own is missing in both.
    let pairs = [(files.shared.as_ref(), after.shared.as_ref()), (Some(&files.own), Some(&after.own))];
    let changed = pairs.into_iter().filter(|(before, after)| before != after).filter_map(|(_, after)| after);
    let files = changed.map(|records| (records.file.clone(), text::of(records))).collect();
    Ok(Accepted { said, files })
}

/// Who writes, and into what.
struct Pen<'s> {
    setting: &'s Setting,
    /// Where the questions begin.
    begins: BTreeSet<&'s Place>,
    errors: Vec<&'s Finding>,
    grounds: Grounds<'s>,
    files: ReadAgainst,
    said: Vec<String>,
}

impl<'s> Pen<'s> {
    fn accept(&mut self, id: &str) -> Result<(), Refusal> {
        let questions = &self.setting.questions;
        if id == NEW {
            return self.accept_new();
        }
        if let Some(question) = questions.iter().find(|question| question.id == id) {
            self.expect_no_errors(question)?;
            let under = self.grounds.under(question);
            self.forget_what_it_no_longer_names(question);
            self.write_down(question, &under);
            return Ok(());
        }
        if self.files.left_over.contains(id) {
            self.take_out(id);
            return Ok(());
        }
        let mend = match id {
            "all" => format!("Each question is read by itself. Type its id, or \"{NEW}\" for what was never recorded."),
            _ => did_you_mean(id, questions.iter().map(|question| question.id.as_str()).chain([NEW])),
        };
        Err(Refusal::Command(format!("There is no question \"{id}\", so nothing was recorded. {mend}")))
    }

    /// Adds what was never recorded. A clause that has changed since stays as it was read.
    fn accept_new(&mut self) -> Result<(), Refusal> {
        let before = self.said.len();
        for question in &self.setting.questions {
            let mut under = self.grounds.under(question);
            under.retain(|ground| ground.then.is_none());
            if !under.is_empty() {
                self.expect_no_errors(question)?;
                self.write_down(question, &under);
            }
        }
        if self.said.len() == before {
            self.said.push("Nothing is new: every question has been recorded with all of its clauses.".to_owned());
        }
        Ok(())
    }

    /// Forgets a question that is no longer there.
    fn take_out(&mut self, id: &str) {
        for records in [Some(&mut self.files.own), self.files.shared.as_mut()].into_iter().flatten() {
            if records.readings.remove(id).is_some() {
                self.said.push(format!("{id}: no longer there; its record was taken out of {}.", records.file));
            }
        }
    }

    /// What the setting's own file records of a question and this setting could still see, if the question named it. In the shared file it
    /// stays, because another setting may have a part of the question that names it.
    fn forget_what_it_no_longer_names(&mut self, question: &Question) {
        let is_named = |id: &str| question.clauses.iter().any(|(named, _)| named == id);
        let grounds = &self.grounds;
        forget(&mut self.files.own, question, |id| grounds.holds(id) && !is_named(id));
    }

    /// What is wrong in a question may be wrong in what it rests on. Errors between the +++ lines of its file count for every question of it.
    fn expect_no_errors(&self, question: &Question) -> Result<(), Refusal> {
        let is_of_file = |place: &&&Place| place.file == question.place.file;
        let first = self.begins.range(Place::start_of(&question.place.file)..).next().filter(is_of_file);
        let next = self.begins.range::<Place, _>((Excluded(&question.place), Unbounded)).next().filter(is_of_file);
        let mut errors = self.errors.iter().filter(|error| {
            let place = &error.place;
            let is_before_all = first.is_some_and(|first| place < *first);
            place.file == question.place.file
                && (is_before_all || (*place >= question.place && next.is_none_or(|next| place < *next)))
        });
        match errors.next() {
            None => Ok(()),
            Some(error) => {
                let id = &question.id;
                Err(Refusal::Content(format!("\"{id}\" has to be mended first, so nothing was recorded. {error}")))
            }
        }
    }

    /// Puts each clause where it belongs, and takes out of the other file what that says of it.
    fn write_down(&mut self, question: &Question, under: &[Ground<'_>]) {
        let is_shared = self.files.is_shared_question(question);
        let (mut read, mut gone, mut paths) = (Vec::new(), Vec::new(), BTreeSet::new());
        for ground in under {
            let is_it = |id: &str| id == ground.id;
            let Some(now) = ground.now else {
                paths.extend(forget(&mut self.files.own, question, is_it));
                if let Some(shared) = self.files.shared.as_mut().filter(|_| is_shared) {
                    paths.extend(forget(shared, question, is_it));
                }
                gone.push(ground.id);
                continue;
            };
            let records = match &mut self.files.shared {
                Some(shared) if self.grounds.is_shared(question, now) => {
                    forget(&mut self.files.own, question, is_it);
                    shared
                }
                _ => &mut self.files.own,
            };
            put(records, question, ground.id, &now.words);
            paths.insert(records.file.clone());
            read.push(ground.id);
        }
        self.said.push(line(&question.id, &read, &gone, &paths));
    }
}

fn put(records: &mut Records, question: &Question, clause: &str, words: &str) {
    let nowhere = || Reading { place: Place::start_of(&records.file), clauses: BTreeMap::new() };
    let reading = records.readings.entry(question.id.clone()).or_insert_with(nowhere);
    reading.clauses.insert(clause.to_owned(), words.to_owned());
}

/// Takes clauses out of what is recorded of a question, and says in which file if there was any.
fn forget(records: &mut Records, question: &Question, is_meant: impl Fn(&str) -> bool) -> Option<Arc<str>> {
    let reading = records.readings.get_mut(&question.id)?;
    let before = reading.clauses.len();
    reading.clauses.retain(|clause, _| !is_meant(clause));
    let has_changed = reading.clauses.len() < before;
    if reading.clauses.is_empty() {
        records.readings.remove(&question.id);
    }
    has_changed.then(|| records.file.clone())
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
