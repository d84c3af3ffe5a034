//! The words of the test sites, `tests/cases/strings.toml`: a text for every key that the program asks for, and for no other.
//!
//! They are frozen, so that a label of content/common/strings.toml can be worded anew without an expected page changing. That file is held by
//! the example settings, in which nothing may be missing (`tests/examples.rs`).

use fingerpost_lesson::strings::{JourneyStrings, PagesStrings, PlayerStrings, QuizStrings};
use fingerpost_model::words;
use std::collections::BTreeSet;

const FROZEN: &str = include_str!("cases/strings.toml");

const TABLES: [(&str, &[&str]); 5] = [
    ("site", words::KEYS),
    ("player", PlayerStrings::KEYS),
    ("pages", PagesStrings::KEYS),
    ("journey", JourneyStrings::KEYS),
    ("quiz", QuizStrings::KEYS),
];

#[test]
fn the_test_sites_have_every_word_that_the_program_asks_for_and_no_other() {
    let wrong = wrong(FROZEN);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What has to be typed into the file or taken out of it.
fn wrong(text: &str) -> Vec<String> {
    let frozen: toml::Table = text.parse().unwrap_or_else(|error| panic!("tests/cases/strings.toml: {error}"));
    let mut wrong = Vec::new();
    let known: BTreeSet<&str> = TABLES.iter().map(|(table, _)| *table).collect();
    for table in frozen.keys().filter(|table| !known.contains(table.as_str())) {
        wrong.push(format!("tests/cases/strings.toml has [{table}], for which the program does not ask: take it out."));
    }
    for (table, keys) in TABLES {
        let has: BTreeSet<&str> = frozen
            .get(table)
            .and_then(toml::Value::as_table)
            .into_iter()
            .flat_map(|words| words.iter().filter(|(_, word)| word.is_str()).map(|(key, _)| key.as_str()))
            .collect();
        let asked: BTreeSet<&str> = keys.iter().copied().collect();
        wrong.extend(asked.difference(&has).map(|key| {
            format!(
                "tests/cases/strings.toml lacks \"{key}\" in [{table}], for which the program asks: type it there as in \
                 content/common/strings.toml."
            )
        }));
        wrong.extend(has.difference(&asked).map(|key| {
            format!("tests/cases/strings.toml has \"{key}\" in [{table}], for which the program does not ask: take it out.")
        }));
    }
    wrong
}

#[test]
fn a_key_that_is_missing_or_too_many_is_named_with_what_to_do() {
    let key = words::KEYS[0];
    let one_missing = FROZEN.replacen(&format!("\n{key} = "), "\nquite_unlike_any = ", 1) + "\n[plaer]\n";
    assert_eq!(
        wrong(&one_missing),
        [
            "tests/cases/strings.toml has [plaer], for which the program does not ask: take it out.".to_owned(),
            format!(
                "tests/cases/strings.toml lacks \"{key}\" in [site], for which the program asks: type it there as in \
                 content/common/strings.toml."
            ),
            "tests/cases/strings.toml has \"quite_unlike_any\" in [site], for which the program does not ask: take it out."
                .to_owned(),
        ]
    );
}
