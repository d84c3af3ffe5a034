//! A text of TOML as a tree of its own, which outlives the text: each key and value with where it stands.

use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

/// A text of TOML, understood as far as it can be.
#[derive(Clone, Debug)]
pub struct Tree {
    /// The outermost table.
    pub root: Entries,
    /// Where its grammar is wrong.
    pub faults: Vec<Fault>,
}

/// A mistake of grammar.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Where it stands.
    pub at: usize,
    /// What the reader of TOML says of it.
    pub message: String,
}

/// The entries of a table by their keys.
pub type Entries = BTreeMap<String, Entry>;

/// A key with its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where the key stands.
    pub key_at: usize,
    /// Its value.
    pub value: Node,
}

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub at: usize,
}

/// A value of TOML.
#[derive(Clone, Debug)]
pub enum Value {
    /// Text between quotes.
    Text(String),
    /// A whole number; none where it is below 0 or too large for any use.
    Integer(Option<u32>),
    /// Any other number, which nothing asks for.
    Float,
    /// True or false.
    Flag(bool),
    /// A day or a time.
    Datetime(Datetime),
    /// A list.
    List(Vec<Node>),
    /// A table.
    Table(Entries),
}

impl Tree {
    /// Reads a text. What is wrong in its grammar is left out, and the rest is still read.
    pub fn parse(text: &str) -> Tree {
        let (root, errors) = DeTable::parse_recoverable(text);
        let fault = |error: &toml::de::Error| Fault {
            at: error.span().map_or(0, |span| span.start),
            message: error.message().to_owned(),
        };
        Tree { root: entries(root.get_ref()), faults: errors.iter().map(fault).collect() }
    }

    /// The text that a key of the outermost table has, with where it stands: for what is needed before everything else is read.
    pub fn text(&self, key: &str) -> Option<(&str, usize)> {
        let Node { value, at } = &self.root.get(key)?.value;
        Some((value.as_str()?, *at))
    }
}

fn entries(table: &DeTable<'_>) -> Entries {
    let entry = |(key, value): (&Spanned<std::borrow::Cow<'_, str>>, &Spanned<DeValue<'_>>)| {
        (key.get_ref().to_string(), Entry { key_at: key.span().start, value: node(value) })
    };
    table.iter().map(entry).collect()
}

fn node(value: &Spanned<DeValue<'_>>) -> Node {
    let at = value.span().start;
    let value = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => Value::Integer(u32::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok()),
        DeValue::Float(_) => Value::Float,
        DeValue::Boolean(is_on) => Value::Flag(*is_on),
        DeValue::Datetime(day) => Value::Datetime(*day),
        DeValue::Array(values) => Value::List(values.iter().map(node).collect()),
        DeValue::Table(table) => Value::Table(entries(table)),
    };
    Node { value, at }
}

impl Value {
    /// What it is, in words.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Text(_) => "text between quotes",
            Value::Integer(_) | Value::Float => "a number",
            Value::Flag(_) => "true or false",
            Value::Datetime(_) => "a day or a time",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
        }
    }

    /// Its text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        if let Value::Text(text) = self { Some(text) } else { None }
    }

    /// True or false, if it is one of them.
    pub fn as_flag(&self) -> Option<bool> {
        if let Value::Flag(is_on) = self { Some(*is_on) } else { None }
    }

    /// Its day or time, if it is one.
    pub fn as_datetime(&self) -> Option<&Datetime> {
        if let Value::Datetime(day) = self { Some(day) } else { None }
    }

    /// Its values, if it is a list.
    pub fn as_list(&self) -> Option<&[Node]> {
        if let Value::List(values) = self { Some(values) } else { None }
    }

    /// Its entries, if it is a table.
    pub fn as_table(&self) -> Option<&Entries> {
        if let Value::Table(entries) = self { Some(entries) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::{Tree, Value};

    #[test]
    fn every_key_and_value_has_its_place() {
        let tree = Tree::parse("a = \"x\"\n[b]\nc = [1, -2, 99999999999]\n");
        assert_eq!(tree.text("a"), Some(("x", 4)));
        assert_eq!(tree.text("b"), None);
        let list = tree.root["b"].value.value.as_table().and_then(|b| b["c"].value.value.as_list()).unwrap();
        let numbers: Vec<_> = list.iter().map(|node| (node.at, matches!(node.value, Value::Integer(Some(_))))).collect();
        assert_eq!(numbers, [(17, true), (20, false), (24, false)]);
    }

    #[test]
    fn what_is_wrong_leaves_the_rest() {
        let tree = Tree::parse("a = \"x\"\nb =\nc = true\n");
        assert_eq!(tree.faults.len(), 1);
        assert_eq!((tree.text("a"), tree.root["c"].value.value.as_flag()), (Some(("x", 4)), Some(true)));
    }
}
