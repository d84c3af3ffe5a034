//! changes.toml: what each version of the policy changed, in words, and for whom. It is a setting's own story, so it is never shared.

use crate::source::file::SourceFile;
use crate::syntax::audiences::audiences;
use crate::syntax::table::{Table, Toml};
use fingerpost_model::Change;
use fingerpost_model::finding::Finding;

/// Reads changes.toml, newest first.
pub fn read(toml: &Toml<'_>, found: &mut Vec<Finding>) -> Vec<Change> {
    let mut root = toml.root();
    let mut changes: Vec<Change> = root.list("change", found).into_iter().map(|table| change(table, toml.file, found)).collect();
    root.finish(found);
    // A reader looks for the newest first; those of one day stay as their author put them.
    changes.sort_by_key(|change| std::cmp::Reverse(change.on));
    changes
}

fn change(mut table: Table<'_>, file: &SourceFile, found: &mut Vec<Finding>) -> Change {
    let clauses = table.texts("clauses", false, found).unwrap_or_default();
    let on = table.day("on", found);
    let change = Change {
        version: table.text("version", found),
        place: file.place(on.as_ref().map_or(table.at(), |on| on.at)),
        on: on.map(|on| on.value),
        what: table.text("what", found),
        audiences: audiences(&mut table, found),
        clauses: clauses.into_iter().map(|id| (id.value, file.place(id.at))).collect(),
    };
    table.finish(found);
    change
}
