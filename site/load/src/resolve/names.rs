//! Names: `{{ dsl_phone }}` becomes the value from setting.toml. It happens in the words, after the Markdown was understood, so
//! that no value can become markup.

use crate::source::file::SourceFile;
use crate::syntax::mapped_text::MappedText;
use fingerpost_model::finding::{Finding, did_you_mean_in};
use fingerpost_model::phone::Phone;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Day, Link, PolicyFacts, Role};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The names that can stand between `{{` and `}}`, with their values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    values: BTreeMap<String, Value>,
    /// Whether setting.toml (or links.toml) has a mistake because of which names are missing that its author did write.
    pub is_incomplete: bool,
}

/// What a name stands for.
#[derive(Clone, Debug, PartialEq)]
struct Value {
    text: String,
    /// Where an author chose the words, if that is known.
    place: Option<Place>,
    /// Whether it could not be read, which was reported where it stands: nothing more is said about it.
    is_unread: bool,
}

impl Names {
    /// Adds a name. False if it is there already.
    pub fn add(&mut self, name: impl Into<String>, value: impl Into<String>) -> bool {
        self.put(name.into(), Value { text: value.into(), place: None, is_unread: false })
    }

    /// Adds a name with the place of its words.
    pub fn add_placed(&mut self, name: impl Into<String>, value: impl Into<String>, place: Place) -> bool {
        self.put(name.into(), Value { text: value.into(), place: Some(place), is_unread: false })
    }

    /// Adds a name whose value could not be read, which was reported.
    pub fn add_unread(&mut self, name: impl Into<String>) {
        self.put(name.into(), Value { text: String::new(), place: None, is_unread: true });
    }

    fn put(&mut self, name: String, value: Value) -> bool {
        let is_new = !self.values.contains_key(&name);
        if is_new {
            self.values.insert(name, value);
        }
        is_new
    }

    /// Adds the names of another list that are not here yet.
    pub fn fill_up(&mut self, others: &Names) {
        self.is_incomplete |= others.is_incomplete;
        for (name, value) in &others.values {
            self.put(name.clone(), value.clone());
        }
    }

    /// Keeps the groups of figures of a telephone number in their order in text that runs from right to left.
    pub fn keep_numbers_in_order(&mut self) {
        for value in self.values.values_mut() {
            let text = &value.text;
            if text.contains(|c: char| !c.is_ascii_digit()) && Phone::read(text).is_ok() {
                value.text = format!("\u{2066}{text}\u{2069}");
            }
        }
    }

    /// Which name may be meant by one that there is not.
    pub fn did_you_mean(&self, name: &str) -> String {
        did_you_mean_in(name, &self.values)
    }

    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(|value| value.text.as_str())
    }

    /// Whether its value could not be read, which was reported.
    pub fn is_unread(&self, name: &str) -> bool {
        self.values.get(name).is_some_and(|value| value.is_unread)
    }

    /// Where an author chose its words, if that is known.
    pub fn place_of(&self, name: &str) -> Option<&Place> {
        self.values.get(name)?.place.as_ref()
    }

    /// Adds what the policy's facts give.
    pub fn add_policy(&mut self, policy: &PolicyFacts, roles: &[Role], words: &BTreeMap<String, String>) {
        let owner = roles.iter().find(|role| role.id == policy.owner).map_or("", |role| role.title.as_str());
        self.add("policy_version", &*policy.version);
        self.add("policy_owner", owner);
        self.add("approved_by", &*policy.approved_by);
        let days =
            [("approved_on", policy.approved_on), ("reviewed_on", policy.reviewed_on), ("next_review", policy.next_review)];
        for (name, day) in days {
            match day {
                Some(day) => {
                    self.add(name, day_in(words, day));
                }
                None => self.add_unread(name),
            }
        }
    }

    /// Adds what a role gives.
    pub fn add_role(&mut self, role: &Role) {
        let id = &role.id;
        self.add(format!("{id}_title"), &*role.title);
        for (ending, value) in [("short", &role.short), ("phone", &role.phone), ("place", &role.place), ("hours", &role.hours)] {
            if let Some(value) = value {
                self.add(format!("{id}_{ending}"), &**value);
            }
        }
    }

    /// Adds what a service gives.
    pub fn add_link(&mut self, link: &Link) {
        if let Some(phone) = &link.phone {
            self.add(phone_name(&link.id), &**phone);
        }
    }

    /// Puts the values into a text. What is wrong with a name in it is said where the text is resolved.
    pub fn put_into<'t>(&self, run: &'t MappedText) -> Cow<'t, MappedText> {
        self.filled(run).run
    }

    /// Puts the values into a text. What is no name is reported.
    pub fn fill<'t>(&self, run: &'t MappedText, file: &SourceFile, found: &mut Vec<Finding>) -> Cow<'t, MappedText> {
        let Filled { run, mistakes } = self.filled(run);
        found.extend(mistakes.into_iter().map(|mistake| self.complaint(&mistake, file)));
        run
    }

    /// Puts the values into a text in which everything between braces has to be a name. If it is not, that is reported, and there is none.
    pub fn fill_wholly<'t>(
        &self,
        run: &'t MappedText,
        file: &SourceFile,
        found: &mut Vec<Finding>,
    ) -> Option<Cow<'t, MappedText>> {
        let Filled { run, mistakes } = self.filled(run);
        let is_whole = mistakes.is_empty();
        found.extend(mistakes.into_iter().map(|mistake| self.complaint(&mistake, file)));
        is_whole.then_some(run)
    }

    fn filled<'t>(&self, run: &'t MappedText) -> Filled<'t> {
        if !has_two(&run.text) {
            return Filled { run: Cow::Borrowed(run), mistakes: Vec::new() };
        }
        let (mut filled, mut mistakes) = (MappedText::default(), Vec::new());
        let mut done = 0;
        // Where no }} comes any more there is none further on either, so it is not looked for again.
        let last_close = run.text.rfind("}}");
        while let Some(start) = find_open(run, done) {
            filled.push_mapped(&run.slice(done..start));
            match last_close.filter(|last| *last > start).and_then(|_| name_at(&run.text, start)) {
                Some((name, end)) => {
                    mistakes.extend(self.fill_one(run, start, name, &mut filled));
                    done = end;
                }
                None => {
                    mistakes.push(Mistake { at: run.at(start), what: What::NeverShut });
                    filled.push_mapped(&run.slice(start..start + 2));
                    done = start + 2;
                }
            }
        }
        let rest = run.slice(done..run.text.len());
        // After an escaped {{ the author means the signs themselves.
        if let Some(at) = rest.text.find("}}").filter(|_| !rest.has_escapes()) {
            mistakes.push(Mistake { at: rest.at(at), what: What::NeverOpened });
        }
        filled.push_mapped(&rest);
        Filled { run: Cow::Owned(filled), mistakes }
    }

    /// Puts in the value of one name, or says what is wrong with it.
    fn fill_one<'t>(&self, run: &MappedText, start: usize, name: &'t str, filled: &mut MappedText) -> Option<Mistake<'t>> {
        if let Some(value) = self.get(name) {
            filled.push_value(value, run.at(start));
            return None;
        }
        let spaces = run.text[start + 2..].len() - run.text[start + 2..].trim_start().len();
        (!self.is_incomplete).then(|| Mistake { at: run.at(start + 2 + spaces), what: What::Unknown(name) })
    }

    /// A mistake, with what to do about it. To find the name that may be meant takes longer than all else here.
    fn complaint(&self, mistake: &Mistake<'_>, file: &SourceFile) -> Finding {
        match mistake.what {
            What::Unknown(name) => {
                let message = format!("\"{name}\" is not a name in setting.toml.");
                file.error(mistake.at, Rule::UnknownName, message, self.did_you_mean(name))
            }
            What::NeverShut => {
                let help = "Type it like {{ dsl_phone }}, or \\{{ where you mean the signs themselves.";
                file.error(mistake.at, Rule::UnterminatedName, "This {{ has no }} after it.", help)
            }
            What::NeverOpened => {
                let help = "Type a name like {{ dsl_phone }}.";
                file.error(mistake.at, Rule::UnterminatedName, "This }} has no {{ before it.", help)
            }
        }
    }
}

/// A text with the values of its names.
struct Filled<'t> {
    /// The text; the one that was given, where no name stands in it.
    run: Cow<'t, MappedText>,
    /// What between braces in it is no name, as far as that can be known.
    mistakes: Vec<Mistake<'t>>,
}

/// Something about braces that is wrong.
struct Mistake<'t> {
    at: usize,
    what: What<'t>,
}

enum What<'t> {
    /// Between braces stands what is no name.
    Unknown(&'t str),
    /// A `{{` has no `}}` after it.
    NeverShut,
    /// A `}}` has no `{{` before it.
    NeverOpened,
}

/// The name that stands for the telephone number of a service.
pub fn phone_name(service: &str) -> String {
    format!("{}_phone", service.replace('-', "_"))
}

/// The name that a text is, with its braces and nothing beside them.
pub fn only_name(text: &str) -> Option<&str> {
    let inside = text.trim().strip_prefix("{{")?.strip_suffix("}}")?;
    (!inside.contains(['{', '}'])).then(|| inside.trim())
}

/// Whether two braces of the same kind stand beside one another, without which there is no name.
fn has_two(text: &str) -> bool {
    text.contains('{') && text.contains("{{") || text.contains('}') && text.contains("}}")
}

/// The next `{{` that is not escaped.
fn find_open(run: &MappedText, from: usize) -> Option<usize> {
    let opens = run.text.get(from..)?.match_indices("{{");
    opens.map(|(at, _)| from + at).find(|at| !run.is_escaped(*at) && !run.is_escaped(at + 1))
}

/// The name between a `{{` and the next `}}`, and where what follows begins.
fn name_at(text: &str, start: usize) -> Option<(&str, usize)> {
    let inside = text.get(start + 2..)?;
    // Another {{ comes first where this one has no }}: nothing beyond it is looked at.
    let end = inside.find("}}").into_iter().chain(inside.find("{{")).min()?;
    inside[end..].starts_with("}}").then(|| (inside[..end].trim(), start + 2 + end + 2))
}

/// A day in the words and the order of the site's language, as strings.toml gives them; in English where it does not.
fn day_in(words: &BTreeMap<String, String>, day: Day) -> String {
    let month = words.get(&format!("month_{}", day.month));
    match (words.get("date"), month) {
        (Some(date), Some(month)) if !date.is_empty() && !month.is_empty() => {
            date.replace("{day}", &day.day.to_string()).replace("{month}", month).replace("{year}", &day.year.to_string())
        }
        _ => day.in_words(),
    }
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::source::file::SourceFile;
    use crate::syntax::mapped_text::MappedText;

    fn fill(text: &str) -> (String, Vec<String>) {
        let mut names = Names::default();
        names.add("dsl_name", "Ms *Brown*");
        names.add("head_name", "{{ dsl_name }}");
        let file = SourceFile::new("policy/devices.md", "policy/devices.md", text);
        let mut run = MappedText::default();
        run.push(text, 0);
        let mut found = Vec::new();
        let filled = names.fill(&run, &file, &mut found);
        (
            filled.text.clone(),
            found.iter().map(|finding| format!("{}: {} {}", finding.place, finding.message, finding.help)).collect(),
        )
    }

    #[test]
    fn a_value_is_put_in_as_it_is_and_never_read_again() {
        assert_eq!(fill("Ask {{ dsl_name }} or {{head_name}}."), ("Ask Ms *Brown* or {{ dsl_name }}.".into(), vec![]));
    }

    #[test]
    fn an_unknown_name_is_reported_where_it_stands() {
        let expected = "policy/devices.md:2:3: \"dls_name\" is not a name in setting.toml. Did you mean \"dsl_name\"?";
        assert_eq!(fill("Ask\n{{dls_name}}").1, [expected]);
    }

    #[test]
    fn braces_without_their_partners_are_reported_and_stay() {
        assert_eq!(fill("{{ dsl_name and {{ dsl_name }}").0, "{{ dsl_name and Ms *Brown*");
        assert_eq!(fill("{{ dsl_name").1.len(), 1);
        assert_eq!(fill("dsl_name }}").1.len(), 1);
    }
}
