//! Who has approved a section or a lesson: `approved`, or `approved_by` and `approved_on`, between its +++ lines.

use crate::source::file::SourceFile;
use crate::syntax::table::Table;
use fingerpost_model::Approval;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;

/// What an author types for a part that was approved together with the policy.
const WITH_THE_POLICY: &str = "with the policy";

/// How to type an approval.
const HELP: &str = "Type approved = \"with the policy\", or approved_by = \"...\" and approved_on = 2027-09-01.";

/// Reads it. Half of one is reported, and is none.
pub fn read(table: &mut Table<'_>, found: &mut Vec<Finding>) -> Approval {
    let with = table.raw_text("approved", false, found);
    let who = table.optional_text("approved_by", found);
    let on = table.placed_day("approved_on", found);
    match (with, who, on) {
        (Some(with), None, None) if with.value == WITH_THE_POLICY => Approval::WithPolicy,
        (None, Some(who), Some(on)) => Approval::By { who, on: on.value },
        (None, None, None) => Approval::Draft,
        (Some(with), None, None) => {
            let message = format!("\"{}\" does not say who approved this and when.", with.value);
            table.error(with.at, Rule::Approval, message, HELP, found);
            Approval::Draft
        }
        (Some(with), ..) => {
            let message = "This is approved with the policy and by somebody else too.";
            let help = "Keep \"approved\", or \"approved_by\" with \"approved_on\".";
            table.error(with.at, Rule::Approval, message, help, found);
            Approval::Draft
        }
        (None, who, _) => {
            let missing = if who.is_some() { "approved_on" } else { "approved_by" };
            let message = format!("This is half an approval: \"{missing}\" is missing.");
            table.error(table.at(), Rule::Approval, message, HELP, found);
            Approval::Draft
        }
    }
}

/// The complaint about a part that is left out because nobody has approved it.
pub fn left_out(what: &str, file: &SourceFile) -> Finding {
    let message = format!("Nobody has approved this {what}, so it is left out.");
    let help = format!("{HELP} With --drafts it is built as a draft.");
    file.warning(0, Rule::Draft, message, help)
}
