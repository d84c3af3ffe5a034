//! Which of a setting's own facts belong to an example. A setting begins as a copy of one, and what nobody has changed in it would be published as its own:
//! numbers that ring nobody, and an approval that nobody gave.

use crate::source::shelf::{Shelf, is_own};
use fingerpost_model::email;
use fingerpost_model::phone::Phone;
use fingerpost_model::web_address;
use fingerpost_model::{ExampleFact, Invented};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The files of the examples that hold facts of their own.
const EXAMPLES: [[&str; 3]; 2] = [
    [
        include_str!("../../../../content/school/setting.toml"),
        include_str!("../../../../content/school/changes.toml"),
        include_str!("../../../../content/school/policies.toml"),
    ],
    [
        include_str!("../../../../content/charity/setting.toml"),
        include_str!("../../../../content/charity/changes.toml"),
        include_str!("../../../../content/charity/policies.toml"),
    ],
];

/// Looks through the setting's own files. `example` is whether setting.toml says that it is one, and where.
pub fn read(shelf: &Shelf, example: Option<usize>) -> Invented {
    let Some(file) = shelf.setting.as_ref().filter(|_| !shelf.is_handbook) else { return Invented::default() };
    let mut invented = Invented { example: example.map(|at| file.place(at)), ..Invented::default() };
    let mut real = Vec::new();
    let texts = Leaves::of(&file.text);
    let [settings, changes, policies] = [0, 1, 2].map(|which| EXAMPLES.map(|example| Leaves::of(example[which])));
    for leaf in &texts.0 {
        match leaf.fact() {
            Some(fact) => invented.facts.push((fact, file.place(leaf.at))),
            None if leaf.is_of_somebody() => real.push(leaf.at),
            None => {}
        }
    }
    let approval = ["version", "approved_by", "approved_on", "reviewed_on", "next_review"].map(|key| format!("policy.{key}"));
    if let Some(at) = texts.place_of(&approval[2])
        && settings
            .iter()
            .any(|example| approval.iter().all(|key| texts.value(key).is_some() && texts.value(key) == example.value(key)))
    {
        invented.facts.push((ExampleFact::Approval, file.place(at)));
    }
    if settings.iter().all(|example| example.value("name") != texts.value("name"))
        && invented.facts.iter().any(|(fact, _)| *fact == ExampleFact::Approval)
    {
        real.extend(texts.place_of("name"));
    }
    invented.real = real.into_iter().min().map(|at| file.place(at));
    if let Some(file) = shelf.links.iter().find(|file| is_own(file)) {
        let found = Leaves::of(&file.text).0.into_iter().filter_map(|leaf| Some((leaf.fact()?, file.place(leaf.at))));
        invented.facts.extend(found);
    }
    if let Some(file) = shelf.changes.as_ref() {
        let told = |leaf: &&Leaf| {
            leaf.key == "change.what" && changes.iter().any(|example| example.0.iter().any(|other| other.is(leaf)))
        };
        let leaves = Leaves::of(&file.text);
        invented.facts.extend(leaves.0.iter().filter(told).map(|leaf| (ExampleFact::Change, file.place(leaf.at))));
    }
    if let Some(file) = shelf.policies.iter().find(|file| is_own(file)) {
        let leaves = Leaves::of(&file.text);
        let reviewed = |leaf: &&Leaf| {
            let Some(id) = leaf.key.strip_suffix(".reviewed_on") else { return false };
            let keys = [&leaf.key, &format!("{id}.next_review"), &format!("{id}.owner")];
            policies.iter().any(|example| keys.iter().all(|key| leaves.value(key) == example.value(key)))
        };
        invented.facts.extend(leaves.0.iter().filter(reviewed).map(|leaf| (ExampleFact::Policy, file.place(leaf.at))));
    }
    invented.facts.sort_by_key(|(_, place)| (*place.file != *file.shown, place.clone()));
    invented
}

/// A text or a day in a file, by the keys that lead to it.
#[derive(Debug, PartialEq)]
struct Leaf {
    key: String,
    value: String,
    at: usize,
}

impl Leaf {
    fn is(&self, other: &Leaf) -> bool {
        self.key == other.key && self.value == other.value
    }

    /// Whether it belongs to an example whatever it is of.
    fn fact(&self) -> Option<ExampleFact> {
        if let Ok(phone) = Phone::read(&self.value) {
            return phone.is_for_drama().then_some(ExampleFact::Number);
        }
        if let Ok((_, host)) = email::parts(&self.value) {
            return web_address::is_for_examples(host).then_some(ExampleFact::Email);
        }
        let address = web_address::read(&self.value).ok()?;
        web_address::is_for_examples(address.host).then_some(ExampleFact::Web)
    }

    /// Whether only a real setting has it. (Short numbers, such as 999, are everybody's.)
    fn is_of_somebody(&self) -> bool {
        let rings = |typed: &str| Phone::read(typed).is_ok() && typed.chars().filter(char::is_ascii_digit).count() > 6;
        let key = self.key.as_str();
        match key.rsplit('.').next() {
            Some("email") => email::parts(&self.value).is_ok(),
            Some("base_url") => web_address::read(&self.value).is_ok(),
            _ => rings(&self.value) && (key.ends_with(".phone") || key.starts_with("names.")),
        }
    }
}

/// The texts and days of a file, in its order.
struct Leaves(Vec<Leaf>);

impl Leaves {
    fn of(text: &str) -> Leaves {
        let (root, _) = DeTable::parse_recoverable(text);
        let mut leaves = Vec::new();
        in_table(root.get_ref(), "", &mut leaves);
        leaves.sort_by_key(|leaf| leaf.at);
        Leaves(leaves)
    }

    fn value(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|leaf| leaf.key == key).map(|leaf| leaf.value.as_str())
    }

    fn place_of(&self, key: &str) -> Option<usize> {
        self.0.iter().find(|leaf| leaf.key == key).map(|leaf| leaf.at)
    }
}

fn in_table(table: &DeTable<'_>, above: &str, leaves: &mut Vec<Leaf>) {
    for (key, value) in table.iter() {
        let key = if above.is_empty() { key.get_ref().to_string() } else { format!("{above}.{}", key.get_ref()) };
        in_value(value, &key, leaves);
    }
}

fn in_value(value: &Spanned<DeValue<'_>>, key: &str, leaves: &mut Vec<Leaf>) {
    let at = value.span().start;
    let mut leaf = |value: String| leaves.push(Leaf { key: key.to_owned(), value, at });
    match value.get_ref() {
        DeValue::String(text) => leaf(text.to_string()),
        DeValue::Datetime(day) => leaf(day.to_string()),
        DeValue::Array(values) => values.iter().for_each(|value| in_value(value, key, leaves)),
        DeValue::Table(table) => in_table(table, key, leaves),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) => {}
    }
}
