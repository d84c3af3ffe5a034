//! links.toml: services outside the setting, each with the day on which somebody looked at it.

use crate::source::file::SourceFile;
use crate::source::layers::Catalog;
use crate::syntax::audiences::audiences;
use crate::syntax::mark::is_id;
use crate::syntax::outline::OF_THE_PAGE;
use crate::syntax::table::{Spanned, Table, Toml};
use fingerpost_model::finding::{Finding, did_you_mean};
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::web_address;
use fingerpost_model::{Checked, Link, LinkStatus};

/// Reads links.toml, of the setting and shared, with the ids of the services whose number could not be read. A setting's own entry takes the
/// place of the shared one as a whole, so that a number never stands beside words or a day that are about another.
pub fn read(tomls: &[Toml<'_>], found: &mut Vec<Finding>) -> (Catalog<Link>, Vec<String>) {
    let (mut replacements, mut unread) = (Vec::new(), Vec::new());
    let catalog = Catalog::read(tomls, found, |id, layers, found| {
        let mut table = layers.into_first(id, &["label", "url", "about", "audiences", "status"], found);
        let link = link(id, &mut table, &mut replacements, found);
        if link.phone.is_none() && table.has("phone") {
            unread.push(id.to_owned());
        }
        table.finish(found);
        link
    });
    for (id, place) in replacements {
        if catalog.get(&id).is_none() {
            let help = catalog.did_you_mean(&id);
            found.push(Finding::error(place, Rule::UnknownLink, format!("\"{id}\" is not in links.toml."), help));
        }
    }
    (catalog, unread)
}

/// The id of an entry, by which texts name it. One that cannot be an id, or that a page has for itself, is reported.
pub fn entry_id(id: &str, table: &Table<'_>, found: &mut Vec<Finding>) -> String {
    if !is_id(id) || OF_THE_PAGE.contains(&id) {
        let message = format!("\"{id}\" cannot be an id.");
        let help = match is_id(id) {
            true => "Choose another: every page has a place with this name.",
            false => "Use small letters, figures and hyphens, beginning with a letter.",
        };
        found.push(table.file().error(table.at(), Rule::BadValue, message, help));
    }
    id.to_owned()
}

fn link(id: &str, table: &mut Table<'_>, replacements: &mut Vec<(String, Place)>, found: &mut Vec<Finding>) -> Link {
    let file = table.file();
    let url = table.raw_text("url", true, found);
    Link {
        id: entry_id(id, table, found),
        label: table.text("label", found),
        url: optional_url(url, file, found).unwrap_or_default(),
        phone: table.phone("phone", found),
        hours: table.optional_text("hours", found),
        about: table.text("about", found),
        not_for: table.optional_text("not_for", found),
        audiences: audiences(table, found),
        status: status(table, file, replacements, found),
        checked: checked(table, found),
        place: table.place(),
    }
}

/// Whether somebody of the setting has looked at an entry, as its `checked_on` says.
pub fn checked(table: &mut Table<'_>, found: &mut Vec<Finding>) -> Checked {
    let is_typed = table.has("checked_on");
    match table.optional_day("checked_on", found) {
        Some(day) => Checked::On(day),
        None if is_typed => Checked::Unreadable,
        None => Checked::Never,
    }
}

/// The address of a web page, if one is typed and can be one.
pub fn optional_url(url: Option<Spanned<String>>, file: &SourceFile, found: &mut Vec<Finding>) -> Option<String> {
    let url = url?;
    match web_address::read(&url.value) {
        Ok(_) => Some(url.value),
        Err(why) => {
            let message = format!("\"{}\" is not the address of a web page: {why}.", url.value);
            let help = "Copy it from the address bar of the browser, with https:// at its beginning.";
            found.push(file.error(url.at, Rule::BadValue, message, help));
            None
        }
    }
}

fn status(
    table: &mut Table<'_>,
    file: &SourceFile,
    replacements: &mut Vec<(String, Place)>,
    found: &mut Vec<Finding>,
) -> LinkStatus {
    let typed = table.raw_text("status", true, found);
    let replaced_by = table.raw_text("replaced_by", false, found);
    let replacement = replaced_by.as_ref().map(|id| id.value.clone());
    let replacement_at = replaced_by.as_ref().map(|id| id.at);
    replacements.extend(replaced_by.map(|id| (id.value, file.place(id.at))));
    let Some(typed) = typed else { return LinkStatus::Open };
    match typed.value.as_str() {
        "closed" => LinkStatus::Closed(replacement),
        "moved" => LinkStatus::Moved(replacement),
        "open" => {
            if let Some(at) = replacement_at {
                let message = "An open service has no \"replaced_by\".";
                found.push(file.error(
                    at,
                    Rule::BadValue,
                    message,
                    "Take the line out, or make the status \"closed\" or \"moved\".",
                ));
            }
            LinkStatus::Open
        }
        other => {
            let help = did_you_mean(other, ["open", "closed", "moved"]);
            found.push(file.error(typed.at, Rule::BadValue, format!("\"{other}\" is not a status."), help));
            LinkStatus::Open
        }
    }
}
