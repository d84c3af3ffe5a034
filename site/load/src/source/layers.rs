//! One table as the setting's own file and the shared one give it together.
//!
//! Some files are lists of entries (services, laws, other policies, words), of which a setting shares most with others and changes a few. Such
//! a file is not taken as a whole from one folder or the other: its entries are joined by id, and what the setting says wins.

use super::file::SourceFile;
use crate::syntax::table::{Spanned, Table, Toml};
use fingerpost_model::Day;
use fingerpost_model::finding::{Finding, did_you_mean_in};
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use std::collections::BTreeMap;

/// Entries that content names by id, as far as they could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalog<T> {
    /// The entries in order.
    pub entries: Vec<T>,
    /// Whether the grammar of a file is wrong, so that entries may be missing which its author did write.
    pub is_incomplete: bool,
    /// Where each id stands in the entries.
    by_id: BTreeMap<String, usize>,
}

impl<T> Catalog<T> {
    /// The entry with this id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.entries.get(*self.by_id.get(id)?)
    }

    /// What to say of an id that no entry has.
    pub fn did_you_mean(&self, id: &str) -> String {
        did_you_mean_in(id, &self.by_id)
    }

    /// Takes the entries of one file or of two: the shared ones in their order, then those that only the setting has.
    pub fn read(
        tomls: &[Toml<'_>],
        found: &mut Vec<Finding>,
        mut entry: impl FnMut(&str, Layers<'_>, &mut Vec<Finding>) -> T,
    ) -> Catalog<T> {
        let mut joined: Vec<(&str, Layers<'_>)> = Vec::new();
        let mut by_id: BTreeMap<String, usize> = BTreeMap::new();
        for toml in tomls.iter().rev() {
            for (id, table) in toml.root().tables(found) {
                match by_id.get(id) {
                    Some(at) => joined[*at].1.tables.insert(0, table),
                    None => {
                        by_id.insert(id.to_owned(), joined.len());
                        joined.push((id, Layers { tables: vec![table] }));
                    }
                }
            }
        }
        let entries = joined.into_iter().map(|(id, layers)| entry(id, layers, found)).collect();
        Catalog { entries, is_incomplete: tomls.iter().any(|toml| !toml.is_sound), by_id }
    }
}

/// The TOML of the files, in their order.
pub fn read_all<'f>(files: &'f [SourceFile], found: &mut Vec<Finding>) -> Vec<Toml<'f>> {
    files.iter().map(|file| Toml::read_file(file, found)).collect()
}

/// A table as several files give it, the setting's own first. There is one at least.
#[derive(Debug)]
pub struct Layers<'t> {
    tables: Vec<Table<'t>>,
}

impl<'t> Layers<'t> {
    /// The outermost tables of the files.
    pub fn of(tomls: &'t [Toml<'_>]) -> Layers<'t> {
        Layers { tables: tomls.iter().map(Toml::root).collect() }
    }

    /// The first of them alone: an entry that is not joined key by key. A setting that gives less than the `needed` keys, because it means to change
    /// a line of what is shared, is told so once, and not key by key.
    pub fn into_first(self, id: &str, needed: &[&str], found: &mut Vec<Finding>) -> Table<'t> {
        let mut tables = self.tables.into_iter();
        let mut first = tables.next().expect("there is one at least");
        if let Some(shared) = tables.next() {
            let missing: Vec<String> =
                needed.iter().filter(|key| !first.has(key) && shared.has(key)).map(|key| format!("\"{key}\"")).collect();
            if !missing.is_empty() && first.is_sound() {
                let other = &shared.file().shown;
                let message =
                    format!("[{id}] here takes the place of all of [{id}] in {other}, and has no {}.", missing.join(", no "));
                let help = format!("Copy every line of [{id}] from {other} to here, then change what is other here.");
                found.push(first.file().error(first.at(), Rule::MissingKey, message, help));
                first.forgive_missing();
            }
        }
        first
    }

    /// The last of them alone: where an entry was given its id.
    pub fn last(&self) -> &Table<'t> {
        self.tables.last().expect("there is one at least")
    }

    /// Where the first of them stands.
    pub fn place(&self) -> Place {
        self.tables[0].place()
    }

    /// Where the value of a key stands; where the first of them does if none has it.
    pub fn place_of(&self, key: &str) -> Place {
        self.tables.iter().find(|table| table.has(key)).unwrap_or(&self.tables[0]).place_of(key)
    }

    /// Whether the setting itself gives some of it.
    pub fn is_own(&self) -> bool {
        let file = self.tables[0].file();
        *file.shown == *file.logical
    }

    /// Asks each table, so that what is wrong in any is found, and takes the first answer. A key that all go without is missing in the last
    /// of them, from which others would take it too.
    fn first<T>(&mut self, key: &str, is_required: bool, mut ask: impl FnMut(&mut Table<'t>, bool) -> Option<T>) -> Option<T> {
        let is_missing = is_required && self.tables.iter().all(|table| table.is_sound() && !table.has(key));
        let last = self.tables.len().saturating_sub(1);
        let answers = self.tables.iter_mut().enumerate().map(|(index, table)| ask(table, is_missing && index == last));
        answers.fold(None, |first, answer| first.or(answer))
    }

    /// A text that has to be there.
    pub fn text(&mut self, key: &'static str, found: &mut Vec<Finding>) -> String {
        self.first(key, true, |table, is_required| table.shown(key, is_required, found)).unwrap_or_default()
    }

    /// A text that may be there.
    pub fn optional_text(&mut self, key: &'static str, found: &mut Vec<Finding>) -> Option<String> {
        self.first(key, false, |table, _| table.optional_text(key, found))
    }

    /// A text that may be there and hold what no page shows, with the file in which it stands.
    pub fn raw_text(&mut self, key: &'static str, found: &mut Vec<Finding>) -> Option<(Spanned<String>, &'t SourceFile)> {
        self.first(key, false, |table, _| table.raw_text(key, false, found).map(|text| (text, table.file())))
    }

    /// A day that may be there.
    pub fn optional_day(&mut self, key: &'static str, found: &mut Vec<Finding>) -> Option<Day> {
        self.first(key, false, |table, _| table.optional_day(key, found))
    }

    /// A table in these that has to be there. Those that go without it no longer count where another has it.
    pub fn table(&mut self, key: &'static str, found: &mut Vec<Finding>) -> Layers<'t> {
        let mut tables = Vec::new();
        self.first(key, true, |table, is_required| {
            tables.push(table.table(key, is_required, found));
            None::<()>
        });
        if tables.iter().any(Table::is_there) {
            tables.retain(Table::is_there);
        }
        Layers { tables }
    }

    /// Reports the keys that nobody asked for.
    pub fn finish(self, found: &mut Vec<Finding>) {
        self.tables.into_iter().for_each(|table| {
            table.finish(found);
        });
    }
}
