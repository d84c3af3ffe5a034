//! Which of a setting's own facts belong to an example. A setting begins as a copy of one, and what nobody has changed in it would be published as its own:
//! numbers that ring nobody, and an approval that nobody gave.

use crate::source::content_files::is_own;
use crate::syntax::table::Toml;
use crate::syntax::toml_tree::{Entries, Node, Tree, Value};
use fingerpost_model::email;
use fingerpost_model::phone::Phone;
use fingerpost_model::web_address;
use fingerpost_model::{ExampleFact, Invented};

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

/// The files of a setting in which facts of an example may have stayed.
pub struct Own<'a> {
    /// setting.toml.
    pub setting: &'a Toml<'a>,
    /// links.toml, also the shared one.
    pub links: &'a [Toml<'a>],
    /// policies.toml, likewise.
    pub policies: &'a [Toml<'a>],
    /// changes.toml.
    pub changes: Option<&'a Toml<'a>>,
}

/// Looks through the files of a school or a charity. `example` is whether setting.toml says that it is one, and where.
pub fn read(own: &Own<'_>, example: Option<usize>) -> Invented {
    let file = own.setting.file;
    let mut invented = Invented { example: example.map(|at| file.place(at)), ..Invented::default() };
    let mut real = Vec::new();
    let texts = Leaves::of(own.setting.tree());
    let [settings, changes, policies] = [0, 1, 2].map(|which| EXAMPLES.map(|example| Leaves::of(&Tree::parse(example[which]))));
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
    if let Some(toml) = own.links.iter().find(|toml| is_own(toml.file)) {
        let leaves = Leaves::of(toml.tree()).0.into_iter();
        let found = leaves.filter_map(|leaf| Some((leaf.fact()?, toml.file.place(leaf.at))));
        invented.facts.extend(found);
    }
    if let Some(toml) = own.changes {
        let told = |leaf: &&Leaf| {
            leaf.key == "change.what" && changes.iter().any(|example| example.0.iter().any(|other| other.is(leaf)))
        };
        let leaves = Leaves::of(toml.tree());
        invented.facts.extend(leaves.0.iter().filter(told).map(|leaf| (ExampleFact::Change, toml.file.place(leaf.at))));
    }
    if let Some(toml) = own.policies.iter().find(|toml| is_own(toml.file)) {
        let leaves = Leaves::of(toml.tree());
        let reviewed = |leaf: &&Leaf| {
            let Some(id) = leaf.key.strip_suffix(".reviewed_on") else { return false };
            let keys = [&leaf.key, &format!("{id}.next_review"), &format!("{id}.owner")];
            policies.iter().any(|example| keys.iter().all(|key| leaves.value(key) == example.value(key)))
        };
        invented.facts.extend(leaves.0.iter().filter(reviewed).map(|leaf| (ExampleFact::Policy, toml.file.place(leaf.at))));
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
    fn of(tree: &Tree) -> Leaves {
        let mut leaves = Vec::new();
        in_table(&tree.root, "", &mut leaves);
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

fn in_table(entries: &Entries, above: &str, leaves: &mut Vec<Leaf>) {
    for (key, entry) in entries {
        let key = if above.is_empty() { key.clone() } else { format!("{above}.{key}") };
        in_value(&entry.value, &key, leaves);
    }
}

fn in_value(node: &Node, key: &str, leaves: &mut Vec<Leaf>) {
    let mut leaf = |value: String| leaves.push(Leaf { key: key.to_owned(), value, at: node.at });
    match &node.value {
        Value::Text(text) => leaf(text.clone()),
        Value::Datetime(day) => leaf(day.to_string()),
        Value::List(values) => values.iter().for_each(|value| in_value(value, key, leaves)),
        Value::Table(entries) => in_table(entries, key, leaves),
        Value::Integer(_) | Value::Float | Value::Flag(_) => {}
    }
}
