//! The short texts of setting.toml and links.toml in another language: setting.LANG.toml and links.LANG.toml hold only what is
//! translated, under the keys of the original. What they leave out stays as it is.

use crate::resolve::names::Names;
use crate::source::file::SourceFile;
use crate::syntax::table::{FreeText, Table, Toml};
use fingerpost_model::Setting;
use fingerpost_model::finding::{Finding, did_you_mean};
use fingerpost_model::rules::Rule;

/// Puts the texts of setting.LANG.toml into a setting, and gives the names that it has for this language.
pub fn setting(file: &SourceFile, setting: &mut Setting, found: &mut Vec<Finding>) -> Vec<(String, String, usize)> {
    let toml = Toml::read_file(file, found);
    let mut root = toml.root();
    take(&mut root, "name", &mut setting.name, found);
    take(&mut root, "short", &mut setting.short, found);
    let mut policy = root.table("policy", true, found);
    setting.policy.title = policy.text("title", found);
    setting.policy.approved_by = policy.text("approved_by", found);
    policy.finish(found);
    for (id, mut table) in root.table("roles", false, found).tables(found) {
        let Some(role) = setting.roles.iter_mut().find(|role| role.id == id) else {
            let help = did_you_mean(id, setting.roles.iter().map(|role| role.id.as_str()));
            found.push(file.error(table.at(), Rule::UnknownRole, format!("\"{id}\" is not a role."), help));
            continue;
        };
        take(&mut table, "title", &mut role.title, found);
        take(&mut table, "about", &mut role.about, found);
        take_optional(&mut table, "short", &mut role.short, file, found);
        take_optional(&mut table, "place", &mut role.place, file, found);
        take_optional(&mut table, "hours", &mut role.hours, file, found);
        table.finish(found);
    }
    let names = root.table("names", false, found).free_texts(found);
    root.finish(found);
    names.into_iter().map(|FreeText { key, text, .. }| (key.value.to_owned(), text, key.at)).collect()
}

/// Puts the texts of links.LANG.toml into a setting.
pub fn links(file: &SourceFile, setting: &mut Setting, found: &mut Vec<Finding>) {
    let toml = Toml::read_file(file, found);
    for (id, mut table) in toml.root().tables(found) {
        let Some(link) = setting.links.iter_mut().find(|link| link.id == id) else {
            let help = did_you_mean(id, setting.links.iter().map(|link| link.id.as_str()));
            found.push(file.error(table.at(), Rule::UnknownLink, format!("\"{id}\" is not in links.toml."), help));
            continue;
        };
        take(&mut table, "label", &mut link.label, found);
        take(&mut table, "about", &mut link.about, found);
        take_optional(&mut table, "not_for", &mut link.not_for, file, found);
        take_optional(&mut table, "hours", &mut link.hours, file, found);
        table.finish(found);
    }
}

/// The names of a translated setting: its own, those that are translated, and for the rest those of the original.
pub fn names(
    setting: &Setting,
    translated: Vec<(String, String, usize)>,
    original: &Names,
    file: Option<&SourceFile>,
    found: &mut Vec<Finding>,
) -> Names {
    let mut names = Names::default();
    names.add("setting_name", &*setting.name);
    names.add("setting_short", &*setting.short);
    names.add_policy(&setting.policy, &setting.roles, &setting.words);
    setting.roles.iter().for_each(|role| names.add_role(role));
    for (name, text, at) in translated {
        let is_known = original.get(&name).is_some();
        let is_free = names.add(&*name, text);
        let Some(file) = file else { continue };
        if !is_known && !original.is_incomplete {
            let message = format!("\"{name}\" is not a name in setting.toml.");
            let help = original.did_you_mean(&name);
            found.push(file.error(at, Rule::UnknownName, message, help));
        } else if !is_free {
            let message = format!("\"{name}\" is a name already: a role or the setting gives it.");
            found.push(file.error(
                at,
                Rule::NameTaken,
                message,
                "Translate it where the role or the policy stands, and take it out here.",
            ));
        }
    }
    names.fill_up(original);
    names
}

fn take(table: &mut Table<'_>, key: &'static str, text: &mut String, found: &mut Vec<Finding>) {
    if let Some(translated) = table.optional_text(key, found) {
        *text = translated;
    }
}

/// A text that the original may go without. Then there is nothing to translate.
fn take_optional(
    table: &mut Table<'_>,
    key: &'static str,
    text: &mut Option<String>,
    file: &SourceFile,
    found: &mut Vec<Finding>,
) {
    let Some(translated) = table.optional_text(key, found) else { return };
    if text.is_none() {
        let message = format!("The original has no \"{key}\" here.");
        found.push(file.error(table.at(), Rule::UnknownKey, message, "Take the line out, or add one to the original first."));
        return;
    }
    *text = Some(translated);
}
