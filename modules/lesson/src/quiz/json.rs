//! Writing JSON, for the file of a record. Nothing reads it here: a reader would cost the player far more than these lines (docs/dev/decisions/weight.md).

use std::fmt::Write as _;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// Nothing known.
    Null,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Count(usize),
    /// A share of one, in hundredths.
    Hundredths(usize),
    /// Words.
    Text(String),
    /// Values in a row.
    List(Vec<Json>),
    /// Values by name, in this order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Words.
    pub fn text(words: impl Into<String>) -> Json {
        Json::Text(words.into())
    }

    /// Values by name, in this order.
    pub fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
        Json::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// The text of a file. What has room in a line stands in one, and all else is indented, so that a person can read it too.
    pub fn write(&self) -> String {
        let mut text = String::new();
        self.write_to(&mut text, Some(0));
        text.push('\n');
        text
    }

    /// `depth` is nothing where all is to stand in one line.
    fn write_to(&self, text: &mut String, depth: Option<usize>) {
        match self {
            Json::Null => text.push_str("null"),
            Json::Flag(yes) => text.push_str(if *yes { "true" } else { "false" }),
            Json::Count(number) => text.push_str(&number.to_string()),
            Json::Hundredths(share) => {
                let part = share % 100;
                let point = if part < 10 { ".0" } else { "." };
                text.extend([(share / 100).to_string().as_str(), point, part.to_string().as_str()]);
            }
            Json::Text(words) => quote(text, words),
            Json::List(_) | Json::Object(_) => {
                let depth = depth.filter(|_| !self.has_room_in_a_line());
                let inner = depth.map(|depth| depth + 1);
                let [open, close] = if let Json::List(_) = self { ['[', ']'] } else { ['{', '}'] };
                text.push(open);
                for (index, (name, value)) in self.parts().enumerate() {
                    text.push_str(if index > 0 { "," } else { "" });
                    begin_line(text, inner, index > 0);
                    if let Some(name) = name {
                        quote(text, name);
                        text.push_str(": ");
                    }
                    value.write_to(text, inner);
                }
                begin_line(text, depth, false);
                text.push(close);
            }
        }
    }

    fn parts(&self) -> Box<dyn Iterator<Item = (Option<&str>, &Json)> + '_> {
        match self {
            Json::List(values) => Box::new(values.iter().map(|value| (None, value))),
            Json::Object(fields) => Box::new(fields.iter().map(|(name, value)| (Some(name.as_str()), value))),
            _ => Box::new(std::iter::empty()),
        }
    }

    fn has_room_in_a_line(&self) -> bool {
        let mut line = String::new();
        self.write_to(&mut line, None);
        line.len() <= WIDTH
    }
}

/// As much as a person reads in one line.
const WIDTH: usize = 120;

fn begin_line(text: &mut String, depth: Option<usize>, is_next: bool) {
    match depth {
        Some(depth) => {
            text.push('\n');
            (0..depth).for_each(|_| text.push_str("  "));
        }
        None if is_next => text.push(' '),
        None => {}
    }
}

/// A string as JSON wants it: quotes, backslashes and control characters are written out.
fn quote(text: &mut String, words: &str) {
    text.push('"');
    for letter in words.chars() {
        match letter {
            '"' | '\\' => text.extend(['\\', letter]),
            '\n' => text.push_str("\\n"),
            control if control < ' ' => drop(write!(text, "\\u{:04x}", u32::from(control))),
            letter => text.push(letter),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::Json;
    use proptest::prelude::*;
    use serde_json::Value;

    fn json() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::Flag),
            (0usize..1_000_000).prop_map(Json::Count),
            (0usize..=100).prop_map(Json::Hundredths),
            any::<String>().prop_map(Json::Text),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Json::List),
                prop::collection::btree_map(any::<String>(), inner, 0..4)
                    .prop_map(|fields| Json::Object(fields.into_iter().collect())),
            ]
        })
    }

    fn is_the_same(json: &Json, value: &Value) -> bool {
        match (json, value) {
            (Json::Null, Value::Null) => true,
            (Json::Flag(one), Value::Bool(two)) => one == two,
            (Json::Count(one), Value::Number(two)) => two.as_u64() == Some(*one as u64),
            (Json::Hundredths(one), Value::Number(two)) => two.as_f64().is_some_and(|two| (two * 100.0).round() as usize == *one),
            (Json::Text(one), Value::String(two)) => one == two,
            (Json::List(one), Value::Array(two)) => {
                one.len() == two.len() && one.iter().zip(two).all(|(one, two)| is_the_same(one, two))
            }
            (Json::Object(one), Value::Object(two)) => {
                one.len() == two.len() && one.iter().all(|(name, one)| two.get(name).is_some_and(|two| is_the_same(one, two)))
            }
            _ => false,
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_another_program_reads(json in json()) {
            let read: Value = serde_json::from_str(&json.write()).unwrap();
            prop_assert!(is_the_same(&json, &read), "{}", json.write());
        }
    }
}
