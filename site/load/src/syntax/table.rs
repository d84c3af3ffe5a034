//! A reader for tables of TOML that knows the place of everything: each key is asked for by name and type, and what nobody asked
//! for is an unknown key. It serves every TOML file of a setting and the front matter of Markdown files.

use super::columns::line_start;
use super::switch::Switch;
use super::toml_fault::{Explained, explain};
use super::toml_tree::{Entries, Entry, Tree, Value};
use crate::source::characters;
use crate::source::file::SourceFile;
use fingerpost_model::finding::{Finding, did_you_mean};
use fingerpost_model::phone::{Phone, PhoneError};
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::text::find_email;
use fingerpost_model::{Audience, Day};
use std::ops::Range;

/// A TOML text inside a file, understood as far as it can be.
#[derive(Debug)]
pub struct Toml<'t> {
    /// The file.
    pub file: &'t SourceFile,
    /// Where the text begins in the file.
    from: usize,
    tree: Tree,
    /// Whether its grammar is right. If not, what is missing is not reported, because it may be there.
    pub is_sound: bool,
}

/// A value and its offset in the file.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub at: usize,
}

/// A key that an author was free to choose, and its text with its offset.
#[derive(Debug)]
pub struct FreeText<'t> {
    /// The key.
    pub key: Spanned<&'t str>,
    /// The text.
    pub text: String,
    /// Where the text stands.
    pub at: usize,
}

impl<'t> Toml<'t> {
    /// Reads a part of a file. Mistakes of grammar are reported, and the rest is still read.
    pub fn read(file: &'t SourceFile, range: Range<usize>, found: &mut Vec<Finding>) -> Toml<'t> {
        let from = range.start;
        let tree = Tree::parse(file.text.get(range).unwrap_or_default());
        Toml::of(file, from, tree, found)
    }

    /// Reads a whole file.
    pub fn read_file(file: &'t SourceFile, found: &mut Vec<Finding>) -> Toml<'t> {
        Toml::read(file, 0..file.text.len(), found)
    }

    /// Takes a part of a file, which begins at `from`, as it was parsed. Mistakes of grammar are reported.
    pub fn of(file: &'t SourceFile, from: usize, tree: Tree, found: &mut Vec<Finding>) -> Toml<'t> {
        let mut lines: Vec<usize> = Vec::new();
        for fault in &tree.faults {
            let at = from + fault.at;
            let line = line_at(&file.text, at);
            // One mistake in a line is often several to the reader of TOML.
            if !lines.contains(&line.start) {
                lines.push(line.start);
                let Explained { message, help } = explain(&file.text[line], &fault.message);
                found.push(file.error(at, Rule::TomlSyntax, message, help));
            }
        }
        Toml { file, from, is_sound: tree.faults.is_empty(), tree }
    }

    /// The tree, whose places are counted from where the part begins.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The outermost table.
    pub fn root(&self) -> Table<'_> {
        Table::new(self, String::new(), Some(&self.tree.root), self.from)
    }
}

/// The line in which an offset stands.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    line_start(text, at)..text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// A table, and which of its keys have been asked for.
#[derive(Debug)]
pub struct Table<'t> {
    toml: &'t Toml<'t>,
    name: String,
    /// `None` stands for a table that is missing, which was reported once: its keys are not reported each as well.
    table: Option<&'t Entries>,
    at: usize,
    asked: Vec<&'static str>,
    /// Whether it was said already that something is missing in it.
    is_forgiven: bool,
    /// Whether nothing that was asked for is wrong or missing.
    is_right: bool,
}

impl<'t> Table<'t> {
    fn new(toml: &'t Toml<'t>, name: String, table: Option<&'t Entries>, at: usize) -> Table<'t> {
        Table { toml, name, table, at, asked: Vec::new(), is_forgiven: false, is_right: true }
    }

    /// Reports what is wrong with a value of it.
    pub fn error(
        &mut self,
        at: usize,
        rule: Rule,
        message: impl Into<String>,
        help: impl Into<String>,
        found: &mut Vec<Finding>,
    ) {
        self.report(self.toml.file.error(at, rule, message, help), found);
    }

    /// Adds a complaint about a value of it.
    pub fn report(&mut self, complaint: Finding, found: &mut Vec<Finding>) {
        self.is_right = false;
        found.push(complaint);
    }

    /// Says nothing more of what is missing in it.
    pub fn forgive_missing(&mut self) {
        self.is_forgiven = true;
    }

    /// Where the table stands.
    pub fn place(&self) -> Place {
        self.toml.file.place(self.at)
    }

    /// Where the table stands, as an offset.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The file in which the table stands.
    pub fn file(&self) -> &'t SourceFile {
        self.toml.file
    }

    /// Where the value of a key stands; where the table does if it has none.
    pub fn place_of(&self, key: &str) -> Place {
        self.toml.file.place(self.place_at(key))
    }

    /// The offset where the value of a key stands; where the table does if it has none.
    pub fn place_at(&self, key: &str) -> usize {
        self.look_up(key).map_or(self.at, |(_, at, _)| at)
    }

    /// Whether the key is typed, whatever its value.
    pub fn has(&self, key: &str) -> bool {
        self.look_up(key).is_some()
    }

    /// Whether the key is typed with a list in which nothing stands.
    pub fn is_empty_list(&self, key: &str) -> bool {
        self.look_up(key).and_then(|(value, ..)| value.as_list()).is_some_and(<[_]>::is_empty)
    }

    /// Whether the table itself is typed.
    pub fn is_there(&self) -> bool {
        self.table.is_some()
    }

    /// Whether the grammar of its file is right, so that what is missing is really missing.
    pub fn is_sound(&self) -> bool {
        self.toml.is_sound
    }

    /// The keys in the order of the file, with their places.
    pub fn keys(&self) -> Vec<Spanned<&'t str>> {
        let entries = self.table.into_iter().flatten();
        let mut keys: Vec<_> =
            entries.map(|(key, entry)| Spanned { value: key.as_str(), at: self.toml.from + entry.key_at }).collect();
        keys.sort_by_key(|key| key.at);
        keys
    }

    /// The value of a key, where it stands, and where the key does.
    fn look_up(&self, key: &str) -> Option<(&'t Value, usize, usize)> {
        let Entry { key_at, value } = self.table?.get(key)?;
        Some((&value.value, self.toml.from + value.at, self.toml.from + key_at))
    }

    fn missing(&mut self, key: &str, kind: &str, found: &mut Vec<Finding>) {
        if self.table.is_some() && self.toml.is_sound && !self.is_forgiven {
            let of = if self.name.is_empty() { String::new() } else { format!(" in [{}]", self.name) };
            let (message, help) = match kind {
                "a table" => (format!("The table [{}] is missing.", self.full(key)), format!("Add a line [{}].", self.full(key))),
                _ => (format!("\"{key}\" is missing{of}."), format!("Add a line {key} = {}.", example(kind))),
            };
            self.error(self.at, Rule::MissingKey, message, help, found);
        }
    }

    fn full(&self, key: &str) -> String {
        if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) }
    }

    /// A value of one type. What has another type is reported and taken for missing.
    fn take<T>(
        &mut self,
        key: &'static str,
        kind: &'static str,
        is_required: bool,
        found: &mut Vec<Finding>,
        read: impl FnOnce(&'t Value) -> Option<T>,
    ) -> Option<Spanned<T>> {
        self.asked.push(key);
        let Some((value, at, _)) = self.look_up(key) else {
            if is_required {
                self.missing(key, kind, found);
            }
            return None;
        };
        let Some(read) = read(value) else {
            // A value that could not be read was reported for its grammar.
            if !self.toml.tree.faults.iter().any(|fault| self.toml.from + fault.at == at) {
                self.report(wrong_type(self.toml.file, at, key, value, kind), found);
            }
            return None;
        };
        Some(Spanned { value: read, at })
    }

    fn take_text(&mut self, key: &'static str, is_required: bool, found: &mut Vec<Finding>) -> Option<Spanned<String>> {
        let text = self.take(key, TEXT, is_required, found, |value| value.as_str().map(str::to_owned))?;
        self.report_hidden_character(&text.value, text.at, found);
        if text.value.trim().is_empty() {
            let message = format!("\"{key}\" has no words.");
            self.error(text.at, Rule::BadValue, message, "Write it, or take the line out if it is optional.", found);
            return None;
        }
        Some(text)
    }

    /// A text that may hold an e-mail address or be one.
    pub fn raw_text(&mut self, key: &'static str, is_required: bool, found: &mut Vec<Finding>) -> Option<Spanned<String>> {
        self.take_text(key, is_required, found)
    }

    /// A text that has to be there. Words that a page shows hold no e-mail address.
    pub fn text(&mut self, key: &'static str, found: &mut Vec<Finding>) -> String {
        self.shown(key, true, found).unwrap_or_default()
    }

    /// A text that may be there.
    pub fn optional_text(&mut self, key: &'static str, found: &mut Vec<Finding>) -> Option<String> {
        self.shown(key, false, found)
    }

    /// A telephone number that may be there. One that nobody could dial is reported here, where it stands, and nowhere else.
    pub fn phone(&mut self, key: &'static str, found: &mut Vec<Finding>) -> Option<String> {
        let typed = self.take_text(key, false, found)?;
        match Phone::read(&typed.value) {
            Ok(phone) => Some(phone.shown),
            Err(PhoneError { message, help }) => {
                self.error(typed.at, Rule::BadValue, message, help, found);
                None
            }
        }
    }

    /// A text whose need depends on something else.
    pub fn shown(&mut self, key: &'static str, is_required: bool, found: &mut Vec<Finding>) -> Option<String> {
        let text = self.take_text(key, is_required, found)?;
        self.report_stray_content(&text.value, text.at, found);
        Some(text.value)
    }

    fn report_hidden_character(&mut self, text: &str, at: usize, found: &mut Vec<Finding>) {
        if let Some(complaint) = characters::in_value(text, at, self.toml.file) {
            self.report(complaint, found);
        }
    }

    fn report_stray_content(&mut self, text: &str, at: usize, found: &mut Vec<Finding>) {
        if find_email(text).is_some() {
            self.report(email_in_clear(self.toml.file, at), found);
        }
        if text.contains("{{") {
            let message = "A name between {{ and }} is replaced in Markdown only.";
            self.error(at, Rule::MisplacedName, message, "Write the words themselves here.", found);
        }
    }

    /// True or false, which may be there.
    pub fn flag(&mut self, key: &'static str, found: &mut Vec<Finding>) -> Option<Spanned<bool>> {
        self.take(key, FLAG, false, found, Value::as_flag)
    }

    /// A whole number.
    pub fn number(&mut self, key: &'static str, is_required: bool, found: &mut Vec<Finding>) -> Option<Spanned<u32>> {
        if let Some((Value::Integer(None), at, _)) = self.look_up(key) {
            self.asked.push(key);
            let message = format!("\"{key}\" must be a whole number from 1.");
            self.error(at, Rule::BadValue, message, format!("Type it like {key} = {}.", example(NUMBER)), found);
            return None;
        }
        self.take(key, NUMBER, is_required, found, |value| if let Value::Integer(number) = value { *number } else { None })
    }

    /// A day of the calendar that has to be there, with its place.
    pub fn day(&mut self, key: &'static str, found: &mut Vec<Finding>) -> Option<Spanned<Day>> {
        self.take_day(key, true, found)
    }

    /// A day of the calendar that may be there.
    pub fn optional_day(&mut self, key: &'static str, found: &mut Vec<Finding>) -> Option<Day> {
        self.take_day(key, false, found).map(|day| day.value)
    }

    /// A day that may be there, with its place.
    pub fn placed_day(&mut self, key: &'static str, found: &mut Vec<Finding>) -> Option<Spanned<Day>> {
        self.take_day(key, false, found)
    }

    fn take_day(&mut self, key: &'static str, is_required: bool, found: &mut Vec<Finding>) -> Option<Spanned<Day>> {
        let read = |value: &Value| {
            let typed = value.as_datetime().filter(|typed| typed.time.is_none() && typed.offset.is_none())?;
            let date = typed.date?;
            let year = i16::try_from(date.year).ok()?;
            let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
            jiff::civil::Date::new(year, month, day).ok()?;
            Some(Day { year, month: date.month, day: date.day })
        };
        let day = self.take(key, DAY, is_required, found, read)?;
        if YEARS.contains(&day.value.year) {
            return Some(day);
        }
        let message = format!("\"{key}\" is in the year {}, which cannot be meant.", day.value.year);
        let help = format!("Type the year with four figures, like {key} = 2027-09-01.");
        self.error(day.at, Rule::BadValue, message, help, found);
        None
    }

    /// A list of texts. What is in it and is not text is reported.
    pub fn texts(&mut self, key: &'static str, is_required: bool, found: &mut Vec<Finding>) -> Option<Vec<Spanned<String>>> {
        let toml = self.toml;
        let list = self.take(key, TEXTS, is_required, found, Value::as_list)?;
        let mut texts = Vec::new();
        for value in list.value {
            let at = toml.from + value.at;
            match value.value.as_str() {
                Some(text) => texts.push(Spanned { value: text.to_owned(), at }),
                None => self.report(wrong_type(toml.file, at, key, &value.value, TEXTS), found),
            }
        }
        Some(texts)
    }

    /// A table in this one. A missing one is reported if it is required, and stands for one in which nothing is missed.
    pub fn table(&mut self, key: &'static str, is_required: bool, found: &mut Vec<Finding>) -> Table<'t> {
        let toml = self.toml;
        let name = self.full(key);
        let table = self.take(key, "a table", is_required, found, Value::as_table);
        let at = self.look_up(key).map_or(self.at, |(_, _, key_at)| key_at);
        Table::new(toml, name, table.map(|table| table.value), at)
    }

    /// The tables in this one, in the order of the file, where every key is an id.
    pub fn tables(&mut self, found: &mut Vec<Finding>) -> Vec<(&'t str, Table<'t>)> {
        let mut tables = Vec::new();
        for key in self.keys() {
            match self.look_up(key.value).and_then(|(value, ..)| value.as_table()) {
                Some(table) => {
                    let name = self.full(key.value);
                    tables.push((key.value, Table::new(self.toml, name, Some(table), key.at)));
                }
                None => {
                    let message = format!("\"{}\" must be a table of its own.", key.value);
                    let help = format!("Type a line [{}] and its keys beneath it.", self.full(key.value));
                    self.error(key.at, Rule::WrongType, message, help, found);
                }
            }
        }
        tables
    }

    /// The tables of a list, in the order of the file: `[[key]]` before each.
    pub fn list(&mut self, key: &'static str, found: &mut Vec<Finding>) -> Vec<Table<'t>> {
        let toml = self.toml;
        let name = self.full(key);
        let mut tables = Vec::new();
        let Some(list) = self.take(key, TABLES, false, found, Value::as_list) else { return tables };
        for value in list.value {
            let at = toml.from + value.at;
            match value.value.as_table() {
                Some(table) => {
                    tables.push(Table::new(toml, name.clone(), Some(table), at));
                }
                None => self.report(wrong_type(toml.file, at, key, &value.value, TABLES), found),
            }
        }
        tables
    }

    /// The keys and texts of a table whose keys the author is free to choose, in the order of the file.
    pub fn free_texts(&mut self, found: &mut Vec<Finding>) -> Vec<FreeText<'t>> {
        let mut texts = Vec::new();
        for key in self.keys() {
            let Some((value, at, _)) = self.look_up(key.value) else { continue };
            match value.as_str() {
                Some(text) => {
                    self.report_hidden_character(text, at, found);
                    self.report_stray_content(text, at, found);
                    texts.push(FreeText { key, text: text.to_owned(), at });
                }
                None => self.report(wrong_type(self.toml.file, at, key.value, value, TEXT), found),
            }
        }
        texts
    }

    /// The keys of a free table and what they are switched to, in the order of the file.
    pub fn switches(&mut self, found: &mut Vec<Finding>) -> Vec<(Spanned<&'t str>, Spanned<Switch>)> {
        let mut switches = Vec::new();
        for key in self.keys() {
            let Some((value, at, _)) = self.look_up(key.value) else { continue };
            let switch = match (value.as_flag(), value.as_str()) {
                (Some(is_on), _) => Switch::Flag(is_on),
                (None, Some(text)) if ["true", "false"].contains(&text.to_lowercase().as_str()) => {
                    let plain = text.to_lowercase();
                    let message = format!(
                        "\"{}\" is text here, because of its quotes, and a part that asks for it would not find it.",
                        key.value
                    );
                    let help = format!("Take the quotes away: {} = {plain}.", key.value);
                    self.error(at, Rule::WrongType, message, help, found);
                    Switch::Flag(plain == "true")
                }
                (_, Some(text)) => Switch::Text(text.to_owned()),
                (None, None) => {
                    let kind = "true, false or text between quotes";
                    self.report(wrong_type(self.toml.file, at, key.value, value, kind), found);
                    Switch::Unread
                }
            };
            switches.push((key, Spanned { value: switch, at }));
        }
        switches
    }

    /// Whether a key that nobody asked for may have been meant to say who sees the file or where it holds: by its own name, or because its
    /// value names an audience.
    pub fn may_limit(&self) -> bool {
        let unknown = self.keys().into_iter().filter(|key| !self.asked.contains(&key.value));
        let mut may_limit = unknown.map(|key| {
            let named = key.value.to_lowercase();
            let is_near = |word| strsim::damerau_levenshtein(&named, word) <= 2;
            let is_audience = |value: &Value| value.as_str().is_some_and(|text| Audience::from_id(text).is_some());
            let names_one = self.look_up(key.value).is_some_and(|(value, ..)| {
                is_audience(value) || value.as_list().is_some_and(|list| list.iter().any(|node| is_audience(&node.value)))
            });
            named.contains("only") || ["only_for", "only", "when", "unless"].into_iter().any(is_near) || names_one
        });
        may_limit.any(|may| may)
    }

    /// Reports the keys that nobody asked for, and says whether all of the table is right.
    pub fn finish(mut self, found: &mut Vec<Finding>) -> bool {
        for key in self.keys() {
            if !self.asked.contains(&key.value) {
                let of = if self.name.is_empty() { "here".to_owned() } else { format!("of [{}]", self.name) };
                let message = format!("\"{}\" is not a key {of}.", key.value);
                let help = match self.asked.is_empty() {
                    true => "Take the line out: there are no keys here.".to_owned(),
                    false => did_you_mean(key.value, self.asked.iter().copied()),
                };
                self.error(key.at, Rule::UnknownKey, message, help, found);
            }
        }
        self.is_right
    }
}

/// The years in which something that a setting names can be: the oldest laws that it may name are of the last century.
const YEARS: std::ops::Range<i16> = 1900..2200;

const TEXT: &str = "text between quotes";
const NUMBER: &str = "a whole number";
const DAY: &str = "a day";
const FLAG: &str = "true or false without quotes";
const TEXTS: &str = "a list of texts";
const TABLES: &str = "a list of tables";

fn example(kind: &str) -> &'static str {
    match kind {
        NUMBER => "5",
        FLAG => "true",
        DAY => "2027-09-01",
        TEXTS => "[\"...\", \"...\"]",
        _ => "\"...\"",
    }
}

fn wrong_type(file: &SourceFile, at: usize, key: &str, typed: &Value, kind: &str) -> Finding {
    let message = format!("\"{key}\" must be {kind}; here it is {}.", typed.kind());
    let help = match kind {
        "a table" => format!("Type a line [{key}] and its keys beneath it."),
        TABLES => format!("Type a line [[{key}]] before each, and its keys beneath it."),
        _ => format!("Type it like {key} = {}.", example(kind)),
    };
    file.error(at, Rule::WrongType, message, help)
}

/// The complaint about an e-mail address that programs which gather addresses could read.
pub fn email_in_clear(file: &SourceFile, at: usize) -> Finding {
    let message = "An e-mail address stands here in clear, where programs that gather addresses find it.";
    let help = "Put it into setting.toml as \"email\" of a role, and name the role here.";
    file.error(at, Rule::EmailInClear, message, help)
}
