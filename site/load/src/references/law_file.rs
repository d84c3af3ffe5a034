//! law.toml: the laws and guidance that the policy names, each with its edition and the day on which somebody checked it. A setting's
//! own entry takes the place of the shared one as a whole, so that an old date never stands beside a new edition.

use super::links_file::{checked, entry_id, optional_url};
use crate::source::file::SourceFile;
use crate::source::layers::Catalog;
use crate::syntax::switches::{AskedWords, KINDS, Switches};
use crate::syntax::table::{Table, Toml};
use fingerpost_model::finding::{Finding, did_you_mean};
use fingerpost_model::rules::Rule;
use fingerpost_model::{Law, LawStatus};

/// Reads law.toml, of the setting and shared. One whose condition does not hold applies to no setting of this kind. The words of switches
/// for which they ask come with them.
pub fn read(tomls: &[Toml<'_>], switches: &Switches, found: &mut Vec<Finding>) -> (Catalog<Law>, AskedWords) {
    let mut asked = AskedWords::default();
    let laws = Catalog::read(tomls, found, |id, layers, found| {
        law(id, layers.into_first(id, &["label", "about", "status"], found), switches, &mut asked, found)
    });
    (laws, asked)
}

fn law(id: &str, mut table: Table<'_>, switches: &Switches, asked: &mut AskedWords, found: &mut Vec<Finding>) -> Law {
    let file = table.file();
    let is_absent = switches.absence_of_file(&mut table, file, asked, found).is_some();
    let law = Law {
        id: entry_id(id, &table, found),
        label: table.text("label", found),
        short: table.optional_text("short", found),
        edition: table.optional_text("edition", found),
        published_on: table.optional_day("published_on", found),
        in_force_from: table.optional_day("in_force_from", found),
        url: optional_url(table.raw_text("url", false, found), file, found),
        about: table.text("about", found),
        applies_to: Some(applies_to(&mut table, file, found)).filter(|_| !is_absent).unwrap_or_default(),
        status: status(&mut table, file, found),
        checked: checked(&mut table, found),
        place: table.place(),
    };
    table.finish(found);
    law
}

/// The kinds of setting that it is for: both, if the entry does not say.
fn applies_to(table: &mut Table<'_>, file: &SourceFile, found: &mut Vec<Finding>) -> Vec<String> {
    let Some(typed) = table.texts("applies_to", false, found) else { return KINDS.map(str::to_owned).into() };
    for kind in typed.iter().filter(|kind| !KINDS.contains(&kind.value.as_str())) {
        let help = did_you_mean(&kind.value, KINDS);
        found.push(file.error(kind.at, Rule::BadValue, format!("\"{}\" is not a kind of setting.", kind.value), help));
    }
    typed.into_iter().map(|kind| kind.value).collect()
}

fn status(table: &mut Table<'_>, file: &SourceFile, found: &mut Vec<Finding>) -> LawStatus {
    let typed = table.raw_text("status", true, found);
    let is_unconfirmed = typed.as_ref().is_some_and(|status| status.value == "unconfirmed");
    let to_confirm = table.shown("to_confirm", is_unconfirmed, found);
    match typed {
        Some(status) if status.value == "confirmed" => {
            if to_confirm.is_some() {
                let message = "A confirmed entry has nothing \"to_confirm\".";
                let help = "Take the line out, or make the status \"unconfirmed\".";
                found.push(Finding::error(table.place_of("to_confirm"), Rule::BadValue, message, help));
            }
            LawStatus::Confirmed
        }
        Some(status) if !is_unconfirmed => {
            let help = did_you_mean(&status.value, ["confirmed", "unconfirmed"]);
            found.push(file.error(status.at, Rule::BadValue, format!("\"{}\" is not a status.", status.value), help));
            LawStatus::Confirmed
        }
        // What nobody could read is not asserted either.
        _ => LawStatus::Unconfirmed(to_confirm.unwrap_or_default()),
    }
}
