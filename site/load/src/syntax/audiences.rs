//! Audiences as a table of TOML names them, and the complaint about one that does not exist.

use super::table::{Spanned, Table};
use crate::source::file::SourceFile;
use fingerpost_model::Audience;
use fingerpost_model::finding::{Finding, did_you_mean};
use fingerpost_model::rules::Rule;

/// The complaint about an audience that does not exist.
pub fn unknown_audience(id: &str, at: usize, file: &SourceFile) -> Finding {
    let help = did_you_mean(id, Audience::ALL.into_iter().map(Audience::id));
    file.error(at, Rule::UnknownAudience, format!("\"{id}\" is not an audience."), help)
}

/// The audiences of an entry.
pub fn audiences(table: &mut Table<'_>, found: &mut Vec<Finding>) -> Vec<Audience> {
    let typed = table.texts("audiences", true, found).unwrap_or_default();
    known(&typed, table, found)
}

/// Those of these ids of a table that are audiences; the others are reported.
pub fn known(typed: &[Spanned<String>], table: &mut Table<'_>, found: &mut Vec<Finding>) -> Vec<Audience> {
    let mut audiences = Vec::new();
    for id in typed {
        match Audience::from_id(&id.value) {
            Some(audience) => audiences.push(audience),
            None => table.report(unknown_audience(&id.value, id.at, table.file()), found),
        }
    }
    audiences
}
