//! The places of a file: what a link to the file can lead to.

use super::outline::{Id, OF_THE_PAGE};
use super::parsed_file::ParsedFile;
use fingerpost_model::Only;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The places of a file.
#[derive(Debug)]
pub struct Places {
    /// Their ids, in the order of the file, and those that are given twice as often as they are given.
    pub ids: Vec<Place>,
    /// Who sees each.
    pub anchors: Arc<BTreeMap<String, Only>>,
    /// Whether some id is given twice, or is one that the pages have for themselves.
    pub has_faults: bool,
}

/// A place in a file.
#[derive(Debug)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// Where the id stands.
    pub at: usize,
    /// Who sees what it names.
    pub only: Only,
    /// Whether it is a clause's.
    pub is_clause: bool,
}

impl Places {
    /// The places of a file.
    pub fn of(typed: &ParsedFile) -> Places {
        let place = |Id { id, at, only, is_clause }: Id<'_>| Place { id: id.to_owned(), at, only, is_clause };
        let ids: Vec<Place> = typed.ids().into_iter().map(place).collect();
        let mut anchors = BTreeMap::new();
        for Place { id, only, .. } in &ids {
            anchors.entry(id.clone()).or_insert_with(|| only.clone());
        }
        let different: BTreeSet<&str> = ids.iter().map(|place| place.id.as_str()).collect();
        let has_faults = different.len() < ids.len() || OF_THE_PAGE.iter().any(|id| different.contains(id));
        Places { ids, anchors: anchors.into(), has_faults }
    }

    /// The places that are clauses.
    pub fn clauses(&self) -> impl Iterator<Item = &Place> {
        self.ids.iter().filter(|place| place.is_clause)
    }
}
