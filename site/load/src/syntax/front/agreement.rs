//! What stands between the +++ lines of an agreement.

use crate::syntax::audiences::unknown_audience;
use crate::syntax::table::{Spanned, Table};
use fingerpost_model::Audience;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;

/// The keys of an agreement.
#[derive(Clone, Debug)]
pub struct AgreementFront {
    /// Who agrees; none where that could not be read.
    pub audience: Option<Audience>,
}

impl AgreementFront {
    /// Reads the keys of an agreement.
    pub fn read(table: &mut Table<'_>, found: &mut Vec<Finding>) -> AgreementFront {
        let typed = table.raw_text("audience", true, found);
        AgreementFront { audience: typed.and_then(|typed| audience(&typed, table, found)) }
    }
}

/// Somebody who can agree: an audience with a page of its own, on which the agreement is found.
fn audience(typed: &Spanned<String>, table: &mut Table<'_>, found: &mut Vec<Finding>) -> Option<Audience> {
    match Audience::from_id(&typed.value) {
        None => table.report(unknown_audience(&typed.value, typed.at, table.file()), found),
        Some(audience) if Audience::WITH_A_PAGE.contains(&audience) => return Some(audience),
        Some(_) => {
            let message = format!("\"{}\" cannot agree to anything: this audience has no page.", typed.value);
            let help = format!("Name one of {}.", Audience::WITH_A_PAGE.map(Audience::id).join(", "));
            table.error(typed.at, Rule::UnknownAudience, message, help, found);
        }
    }
    None
}
