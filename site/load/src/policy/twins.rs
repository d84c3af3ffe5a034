//! What is said of ids that are given twice, and of a clause that nobody has.

use crate::source::file::SourceFile;
use crate::syntax::outline::{Id, OF_THE_PAGE};
use crate::syntax::parsed_file::ParsedFile;
use fingerpost_model::finding::{Finding, did_you_mean_in};
use fingerpost_model::rules::Rule;
use fingerpost_model::{Only, PageId};
use std::collections::BTreeMap;

/// Without a near one there is no list: a policy has hundreds of clauses.
pub fn nearest_clause(id: &str, clauses: &BTreeMap<&str, Only>) -> String {
    let help = did_you_mean_in(id, clauses);
    if help.starts_with("Did") { help } else { "Copy the id of a clause from a file in policy/, without its #.".to_owned() }
}

/// Where the clauses of the files before stand, by their ids. A place is made of it only where an id is given twice.
pub type Clauses<'a> = BTreeMap<&'a str, (&'a SourceFile, usize)>;

/// Reports ids of a file that are given twice, in it or as a clause in another.
pub fn report_duplicates<'a>(typed: &ParsedFile<'a>, ids: &[Id<'a>], clauses: &mut Clauses<'a>, found: &mut Vec<Finding>) {
    for id in ids.iter().filter(|id| OF_THE_PAGE.contains(&id.id)) {
        let message = format!("The id \"{}\" has a place on the pages already.", id.id);
        found.push(typed.file.error(id.at, Rule::DuplicateId, message, "Choose another."));
    }
    // A lesson reports its own.
    if matches!(typed.id, PageId::Lesson(_)) {
        return;
    }
    let mut here: BTreeMap<&str, usize> = BTreeMap::new();
    for id in ids {
        let first = match here.get(id.id) {
            Some(first) => Some((typed.file, *first)),
            None if id.is_clause => clauses.get(id.id).copied(),
            None => None,
        };
        if let Some((file, first)) = first {
            let (place, first) = (typed.file.place(id.at), file.place(first));
            let message = format!("The id \"{}\" is given at {first} already.", id.id);
            found.push(Finding::error(place, Rule::DuplicateId, message, "Give the newer of the two another id."));
            continue;
        }
        here.insert(id.id, id.at);
        if id.is_clause {
            clauses.insert(id.id, (typed.file, id.at));
        }
    }
}
