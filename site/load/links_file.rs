//! links.toml: services outside the setting, each with the day on which somebody looked at it.

use super::file::SourceFile;
use super::marks::{is_id, unknown_audience};
use super::setting_file::{is_web_address, not_a_web_address};
use super::table::{Table, Toml, Valued};
use crate::finding::{Finding, did_you_mean};
use crate::model::{Audience, Link, LinkStatus};

/// What links.toml says, as far as it could be read.
#[derive(Debug, Default)]
pub struct LinksFile {
    /// The services in order.
    pub links: Vec<Link>,
    /// Whether its grammar is wrong, so that services may be missing which its author did write.
    pub is_incomplete: bool,
}

/// Reads links.toml.
pub fn read(file: &SourceFile, found: &mut Vec<Finding>) -> LinksFile {
    let toml = Toml::read(file, 0..file.text.len(), found);
    let mut links = Vec::new();
    let mut replacements = Vec::new();
    for (id, mut table) in toml.root().tables(found) {
        if !is_id(id) {
            let message = format!("\"{id}\" cannot be an id.");
            found.push(file.error(
                table.at(),
                "bad-value",
                message,
                "Use small letters, figures and hyphens, beginning with a letter.",
            ));
        }
        links.push(link(id, &mut table, file, &mut replacements, found));
        table.finish(found);
    }
    for replacement in replacements {
        if !links.iter().any(|link| link.id == replacement.value) {
            let mend = did_you_mean(&replacement.value, links.iter().map(|link| link.id.as_str()));
            found.push(file.error(
                replacement.at,
                "unknown-link",
                format!("\"{}\" is not in this file.", replacement.value),
                mend,
            ));
        }
    }
    LinksFile { links, is_incomplete: !toml.is_sound }
}

fn link(
    id: &str,
    table: &mut Table<'_>,
    file: &SourceFile,
    replacements: &mut Vec<Valued<String>>,
    found: &mut Vec<Finding>,
) -> Link {
    Link {
        id: id.to_owned(),
        label: table.text("label", found),
        url: url(table, file, found),
        phone: table.optional_text("phone", found),
        hours: table.optional_text("hours", found),
        about: table.text("about", found),
        not_for: table.optional_text("not_for", found),
        audiences: audiences(table, file, found),
        status: status(table, file, replacements, found),
        checked_on: table.day("checked_on", found).value,
        place: table.place(),
    }
}

fn url(table: &mut Table<'_>, file: &SourceFile, found: &mut Vec<Finding>) -> String {
    match table.raw_text("url", true, found) {
        Some(url) if is_web_address(&url.value) => url.value,
        Some(url) => {
            found.push(not_a_web_address(file, &url));
            String::new()
        }
        None => String::new(),
    }
}

fn audiences(table: &mut Table<'_>, file: &SourceFile, found: &mut Vec<Finding>) -> Vec<Audience> {
    let typed = table.texts("audiences", true, found).unwrap_or_default();
    let mut audiences = Vec::new();
    for id in typed {
        match Audience::from_id(&id.value) {
            Some(audience) => audiences.push(audience),
            None => found.push(unknown_audience(&id.value, id.at, file)),
        }
    }
    audiences
}

fn status(
    table: &mut Table<'_>,
    file: &SourceFile,
    replacements: &mut Vec<Valued<String>>,
    found: &mut Vec<Finding>,
) -> LinkStatus {
    let typed = table.raw_text("status", true, found);
    let replaced_by = table.raw_text("replaced_by", false, found);
    let replacement = replaced_by.as_ref().map(|id| id.value.clone());
    let replacement_at = replaced_by.as_ref().map(|id| id.at);
    replacements.extend(replaced_by);
    let Some(typed) = typed else { return LinkStatus::Open };
    match typed.value.as_str() {
        "closed" => LinkStatus::Closed(replacement),
        "moved" => LinkStatus::Moved(replacement),
        "open" => {
            if let Some(at) = replacement_at {
                let message = "An open service has no \"replaced_by\".";
                found.push(file.error(
                    at,
                    "bad-value",
                    message,
                    "Take the line out, or make the status \"closed\" or \"moved\".",
                ));
            }
            LinkStatus::Open
        }
        other => {
            let mend = did_you_mean(other, ["open", "closed", "moved"]);
            found.push(file.error(typed.at, "bad-value", format!("\"{other}\" is not a status."), mend));
            LinkStatus::Open
        }
    }
}
