//! What is said of ids that are given twice, and of a clause that nobody has.

use crate::source::file::SourceFile;
use crate::syntax::outline::OF_THE_PAGE;
use crate::syntax::parsed_file::ParsedFile;
use crate::syntax::places::Places;
use fingerpost_model::PageId;
use fingerpost_model::finding::{Finding, did_you_mean_in};
use fingerpost_model::rules::Rule;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Without a near one there is no list: a policy has hundreds of clauses.
pub fn nearest_clause<'c>(id: &str, clauses: impl Iterator<Item = &'c str>) -> String {
    let clauses: BTreeMap<&str, ()> = clauses.map(|clause| (clause, ())).collect();
    let help = did_you_mean_in(id, &clauses);
    if help.starts_with("Did") { help } else { "Copy the id of a clause from a file in policy/, without its #.".to_owned() }
}

/// Where the clauses of the files before stand, by their ids. A place is made of it only where an id is given twice.
pub type Clauses<'a> = FxHashMap<&'a str, (&'a SourceFile, usize)>;

/// Reports ids of a file that are given twice, in it or as a clause in another.
pub fn report_duplicates<'a>(typed: &'a ParsedFile, places: &'a Places, clauses: &mut Clauses<'a>, found: &mut Vec<Finding>) {
    let of_the_page = places.ids.iter().filter(|place| places.has_faults && OF_THE_PAGE.contains(&place.id.as_str()));
    for id in of_the_page {
        let message = format!("The id \"{}\" has a place on the pages already.", id.id);
        found.push(typed.file.error(id.at, Rule::DuplicateId, message, "Choose another."));
    }
    // A lesson reports its own.
    if matches!(typed.id, PageId::Lesson(_)) {
        return;
    }
    let mut here: BTreeMap<&str, usize> = BTreeMap::new();
    for id in &places.ids {
        let first = match here.get(id.id.as_str()) {
            Some(first) => Some((&typed.file, *first)),
            None if id.is_clause => clauses.get(id.id.as_str()).copied(),
            None => None,
        };
        if let Some((file, first)) = first {
            let (place, first) = (typed.file.place(id.at), file.place(first));
            let message = format!("The id \"{}\" is given at {first} already.", id.id);
            found.push(Finding::error(place, Rule::DuplicateId, message, "Give the newer of the two another id."));
            continue;
        }
        if places.has_faults {
            here.insert(&id.id, id.at);
        }
        if id.is_clause {
            clauses.insert(&id.id, (&typed.file, id.at));
        }
    }
}
