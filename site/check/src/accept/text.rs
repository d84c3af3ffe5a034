//! Review records as the text of their file: sorted, a line for each clause, and every words once, so that equal records are equal bytes and a
//! change is a line or two.

use fingerpost_model::ReviewFile;
use fingerpost_model::fingerprint;
use std::collections::BTreeMap;

/// What stands at the top, for whoever opens the file.
const ABOVE: &str = "# With which words of the policy each question was last read: first each question with its clauses, then the words.\n\
                     # Written by \"fingerpost accept DIR ID\", and by nobody else.\n";

/// The text of a file read-against.toml with these records.
pub fn of(file: &ReviewFile) -> String {
    let mut text = ABOVE.to_owned();
    let mut said: BTreeMap<&str, BTreeMap<String, &str>> = BTreeMap::new();
    for (dependent, record) in &file.records {
        text.push_str(&format!("\n[questions.{}]\n", quoted(dependent)));
        for (clause, words) in &record.clauses {
            let hash = fingerprint::of(&[words]);
            text.push_str(&format!("{} = {}\n", key(clause), quoted(&hash)));
            said.entry(clause).or_default().insert(hash, words);
        }
    }
    for (clause, words) in said {
        text.push_str(&format!("\n[words.{}]\n", key(clause)));
        for (hash, words) in words {
            text.push_str(&format!("{hash} = {}\n", quoted(words)));
        }
    }
    text
}

fn key(name: &str) -> String {
    let is_bare = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if is_bare { name.to_owned() } else { quoted(name) }
}

/// A text of TOML on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            _ if character.is_control() => quoted.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::{key, quoted};

    #[test]
    fn whatever_a_text_holds_is_read_back() {
        for text in ["", "plain", "a \"b\" \\ c", "\u{0}\t\n\u{7f}\u{85}é", "{{ dsl }} # no comment"] {
            let table: toml::Table = format!("{} = {}", key(text), quoted(text)).parse().unwrap();
            assert_eq!(table[text].as_str(), Some(text));
        }
    }
}
