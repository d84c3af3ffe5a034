//! setting.toml: who the setting is, its roles, names and switches, and the facts about its policy.

use crate::resolve::names::Names;
use crate::source::file::SourceFile;
use crate::syntax::switches::{self, ALL_KINDS, Switches};
use crate::syntax::table::{FreeText, Spanned, Table, Toml};
use fingerpost_model::colour::Colour;
use fingerpost_model::email;
use fingerpost_model::finding::{Finding, did_you_mean};
use fingerpost_model::rules::Rule;
use fingerpost_model::themes;
use fingerpost_model::web_address;
use fingerpost_model::{Host, PolicyFacts, Role, Setting};
use std::collections::BTreeMap;

/// What setting.toml says, as far as it could be read.
#[derive(Debug)]
pub struct SettingFile {
    /// `school` or `charity`, or that of a handbook.
    pub kind: String,
    /// The setting's name.
    pub name: String,
    /// What it calls itself.
    pub short: String,
    /// Language of the content.
    pub language: String,
    /// Where the site will stand, ending in `/`.
    pub base_url: Option<String>,
    /// Where `example = true` stands, if it does.
    pub example: Option<usize>,
    /// What is said about the site's host.
    pub host: Host,
    /// Where "Leave this page" leads.
    pub leave_to: String,
    /// `#rrggbb`.
    pub colour: String,
    /// The name of the logo's file, with its place.
    pub logo: Option<Spanned<String>>,
    /// The policy's facts.
    pub policy: PolicyFacts,
    /// Roles in order.
    pub roles: Vec<Role>,
    /// The names that setting.toml alone gives.
    pub names: Names,
    /// What parts of the content can depend on.
    pub switches: Switches,
    /// Ids of the agreements in order, with their places.
    pub agreements: Option<Vec<Spanned<String>>>,
    /// Ids of the lessons in order, with their places.
    pub lessons: Option<Vec<Spanned<String>>>,
    /// Ids of the quizzes, likewise.
    pub quizzes: Option<Vec<Spanned<String>>>,
    /// Ids of the courses of staff induction, likewise.
    pub inductions: Option<Vec<Spanned<String>>>,
    /// Sections of the policy that the setting goes without, with their places.
    pub leave_out: Vec<Spanned<String>>,
}

/// Reads setting.toml, whose grammar is right. `words` are those of strings.toml, for the days in names.
pub fn read(toml: &Toml<'_>, words: &BTreeMap<String, String>, found: &mut Vec<Finding>) -> SettingFile {
    let file = toml.file;
    let mut root = toml.root();
    let kind = kind(&mut root, file, found);
    let name = root.text("name", found);
    let short = root.text("short", found);
    let language = language(&mut root, file, found);
    let base_url = base_url(&mut root, file, found);
    let example = root.flag("example", found).filter(|example| example.value).map(|example| example.at);
    let host = host(root.table("host", false, found), file, found);
    let leave_to = leave_to(&mut root, file, found);
    let colour = colour(&mut root, file, found);
    let logo = root.raw_text("logo", false, found);
    // Which files are shared was settled when they were read.
    root.optional_text("common", found);
    // A handbook has no policy of its own, nobody to tell, and all that there is to do.
    let is_handbook = kind == Setting::HANDBOOK;
    let mut ids = |key, is_required| (!is_handbook).then(|| root.texts(key, is_required, found).unwrap_or_default());
    let lessons = ids("lessons", true);
    let [agreements, quizzes, inductions] = ["agreements", "quizzes", "inductions"].map(|key| ids(key, false));
    let leave_out = root.texts("leave_out", false, found).unwrap_or_default();
    let (policy, owner_at) = policy(root.table("policy", !is_handbook, found), !is_handbook, file, found);
    let Roles { roles, unread, is_incomplete } = roles(root.table("roles", !is_handbook, found), file, found);
    if !policy.owner.is_empty() && !roles.iter().any(|role| role.id == policy.owner) {
        let help = did_you_mean(&policy.owner, roles.iter().map(|role| role.id.as_str()));
        found.push(file.error(owner_at, Rule::UnknownRole, format!("\"{}\" is not a role.", policy.owner), help));
    }
    let mut names = Names::default();
    names.is_incomplete = is_incomplete && !is_handbook;
    names.add("setting_name", &*name);
    names.add("setting_short", &*short);
    if !is_handbook || !policy.title.is_empty() {
        names.add_policy(&policy, &roles, words);
    }
    roles.iter().for_each(|role| names.add_role(role));
    unread.into_iter().for_each(|name| names.add_unread(name));
    free_names(root.table("names", false, found), &mut names, file, found);
    let switches = switches::read(root.table("switches", false, found), &kind, file, found);
    root.finish(found);
    SettingFile {
        kind,
        name,
        short,
        language,
        base_url,
        example,
        host,
        leave_to,
        colour,
        logo,
        policy,
        roles,
        names,
        switches,
        agreements,
        lessons,
        quizzes,
        inductions,
        leave_out,
    }
}

fn kind(root: &mut Table<'_>, file: &SourceFile, found: &mut Vec<Finding>) -> String {
    let Some(kind) = root.raw_text("kind", true, found) else { return String::new() };
    if !ALL_KINDS.contains(&kind.value.as_str()) {
        let help = did_you_mean(&kind.value, ALL_KINDS);
        found.push(file.error(kind.at, Rule::BadValue, format!("\"{}\" is not a kind of setting.", kind.value), help));
    }
    kind.value
}

fn language(root: &mut Table<'_>, file: &SourceFile, found: &mut Vec<Finding>) -> String {
    let Some(language) = root.raw_text("language", true, found) else { return String::new() };
    let mut parts = language.value.split('-');
    let is_language =
        parts.next().is_some_and(|first| (2..=3).contains(&first.len()) && first.chars().all(|c| c.is_ascii_lowercase()))
            && parts.all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()));
    if !is_language {
        let message = format!("\"{}\" is not a language tag.", language.value);
        found.push(file.error(language.at, Rule::BadValue, message, "Type one like language = \"en-GB\"."));
    }
    language.value
}

fn base_url(root: &mut Table<'_>, file: &SourceFile, found: &mut Vec<Finding>) -> Option<String> {
    let url = root.raw_text("base_url", false, found)?;
    match web_address::base(&url.value) {
        Ok(address) => Some(address),
        Err(why) => {
            let message = format!("\"{}\" cannot be the address of the site: {why}.", url.value);
            let help = "Type the whole address, like base_url = \"https://school.example.org/online-safety/\".";
            found.push(file.error(url.at, Rule::BadValue, message, help));
            None
        }
    }
}

fn host(mut table: Table<'_>, file: &SourceFile, found: &mut Vec<Finding>) -> Host {
    let https_only = table.flag("https_only", found).is_none_or(|flag| flag.value);
    let security_contact = table.raw_text("security_contact", false, found).and_then(|typed| {
        let contact = if typed.value.starts_with("https:") && web_address::read(&typed.value).is_ok() {
            Some(typed.value.clone())
        } else {
            email::parts(&typed.value).ok().map(|_| format!("mailto:{}", typed.value))
        };
        if contact.is_none() {
            let message = format!("\"{}\" is neither an address with https:// nor an e-mail address.", typed.value);
            let help = "Type one like security_contact = \"https://school.example.org/security\".";
            found.push(file.error(typed.at, Rule::BadValue, message, help));
        }
        contact
    });
    table.finish(found);
    Host { https_only, security_contact }
}

/// Where "Leave this page" leads: a page that tells nothing about who comes from here, and that anybody could be reading.
const LEAVE_TO: &str = "https://www.bbc.co.uk/weather";

fn leave_to(root: &mut Table<'_>, file: &SourceFile, found: &mut Vec<Finding>) -> String {
    let Some(url) = root.raw_text("leave_to", false, found) else { return LEAVE_TO.to_owned() };
    match web_address::read(&url.value) {
        Ok(_) if url.value.starts_with("https://") => url.value,
        outcome => {
            let why = outcome.err().unwrap_or_else(|| "it does not begin with https://".to_owned());
            let message = format!("\"{}\" is not the address of a web page: {why}.", url.value);
            found.push(file.error(url.at, Rule::BadValue, message, format!("Type one like leave_to = \"{LEAVE_TO}\".")));
            LEAVE_TO.to_owned()
        }
    }
}

fn colour(root: &mut Table<'_>, file: &SourceFile, found: &mut Vec<Finding>) -> String {
    let Some(colour) = root.raw_text("colour", true, found) else { return String::new() };
    match Colour::parse(&colour.value).map(themes::judge) {
        None => {
            let message = format!("\"{}\" is not a colour.", colour.value);
            found.push(file.error(
                colour.at,
                Rule::BadValue,
                message,
                "Type # and six of 0-9 and a-f, like colour = \"#1d4f7c\".",
            ));
        }
        Some(Err(unfit)) => {
            let nearest = unfit.nearest.map_or("#1d4f7c".to_owned(), |nearest| nearest.to_string());
            let help = format!("The nearest colour that passes is colour = \"{nearest}\".");
            found.push(file.error(colour.at, Rule::ColourContrast, unfit.message, help));
        }
        Some(Ok(())) => {}
    }
    colour.value
}

/// The facts of a policy. One that is an example in a handbook has a title and a version: nobody owns, approves or reviews it.
fn policy(mut table: Table<'_>, is_real: bool, file: &SourceFile, found: &mut Vec<Finding>) -> (PolicyFacts, usize) {
    let owner = table.raw_text("owner", is_real, found);
    let mut day = |table: &mut Table<'_>, key| {
        let day = if is_real { table.day(key, found) } else { None };
        (day.as_ref().map(|day| day.value), file.place(day.map_or(table.at(), |day| day.at)))
    };
    let [(next_review, next_review_place), (approved_on, approved_place), (reviewed_on, reviewed_place)] =
        ["next_review", "approved_on", "reviewed_on"].map(|key| day(&mut table, key));
    let policy = PolicyFacts {
        title: table.text("title", found),
        version: table.text("version", found),
        version_place: table.place_of("version"),
        owner: owner.as_ref().map(|owner| owner.value.clone()).unwrap_or_default(),
        approved_by: table.shown("approved_by", is_real, found).unwrap_or_default(),
        approved_on,
        approved_place,
        reviewed_on,
        reviewed_place,
        next_review,
        next_review_place,
    };
    table.finish(found);
    (policy, owner.map_or(0, |owner| owner.at))
}

/// The roles, as far as they could be read.
struct Roles {
    roles: Vec<Role>,
    /// The names of what is typed and could not be read, which was reported.
    unread: Vec<String>,
    /// Whether there may be roles that could not be read at all.
    is_incomplete: bool,
}

fn roles(mut table: Table<'_>, file: &SourceFile, found: &mut Vec<Finding>) -> Roles {
    let (mut roles, mut unread) = (Vec::new(), Vec::new());
    let tables = table.tables(found);
    let is_incomplete = !table.is_there() || tables.len() < table.keys().len();
    for (id, mut table) in tables {
        if !is_role_id(id) {
            let message = format!("\"{id}\" cannot be a role's id.");
            let help = "Use small letters, figures and _, beginning with a letter, because names are made from it.";
            found.push(file.error(table.at(), Rule::BadValue, message, help));
        }
        let role = Role {
            id: id.to_owned(),
            title: table.text("title", found),
            short: table.optional_text("short", found),
            phone: table.phone("phone", found),
            email: email(&mut table, file, found),
            place: table.optional_text("place", found),
            hours: table.optional_text("hours", found),
            about: table.text("about", found),
        };
        let given = [("short", &role.short), ("phone", &role.phone), ("place", &role.place), ("hours", &role.hours)];
        let is_unread = |(key, value): &(&str, &Option<String>)| value.is_none() && table.has(key);
        unread.extend(given.iter().filter(|given| is_unread(given)).map(|(key, _)| format!("{id}_{key}")));
        roles.push(role);
        table.finish(found);
    }
    Roles { roles, unread, is_incomplete }
}

fn is_role_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.chars().all(|next| next.is_ascii_lowercase() || next.is_ascii_digit() || next == '_')
}

fn email(table: &mut Table<'_>, file: &SourceFile, found: &mut Vec<Finding>) -> Option<(String, String)> {
    let typed = table.raw_text("email", false, found)?;
    match email::parts(&typed.value) {
        Ok((name, host)) => Some((name.to_owned(), host.to_owned())),
        Err(why) => {
            let message = format!("\"{}\" is not an e-mail address: {why}.", typed.value);
            found.push(file.error(typed.at, Rule::BadValue, message, "Type one like email = \"dsl@school.example.org\"."));
            None
        }
    }
}

fn free_names(mut table: Table<'_>, names: &mut Names, file: &SourceFile, found: &mut Vec<Finding>) {
    let texts = table.free_texts(found);
    for key in table.keys().iter().filter(|key| texts.iter().all(|text| text.key.value != key.value)) {
        names.add_unread(key.value);
    }
    for FreeText { key, text, at } in texts {
        if !names.add_placed(key.value, text, file.place(at)) {
            let message = format!("\"{}\" is a name already: a role or the setting gives it.", key.value);
            found.push(file.error(key.at, Rule::NameTaken, message, "Give this one another name, or take it out."));
        }
    }
}
