//! Every folder of `tests/cases/findings` is a small setting with mistakes in it, and `expected.txt` says what is found.
//!
//! A case holds only the files that matter; the others are those of `_base`. `removed.txt` names files of the base that the case goes
//! without, `sizes.txt` names files with the number of bytes that they have, and `_common` holds shared files. After a change that is meant, `UPDATE=1 cargo test --workspace --test findings` writes all
//! `expected.txt` anew; look at the difference before you keep it.

#![expect(clippy::disallowed_methods, reason = "UPDATE tells a test to write what it expects")]

use fingerpost_check::{check, figures, report};
use fingerpost_lesson::strings::{JourneyStrings, PagesStrings, PlayerStrings, QuizStrings};
use fingerpost_load::{self as load, Carried, Loaded, Options};
use fingerpost_model::Day;
use fingerpost_model::carried::Symbol;
use fingerpost_model::finding::{self, Finding};
use fingerpost_model::rules::Rule;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const SYMBOLS: [Symbol; 2] = [
    Symbol { id: "adult", label: "adult", words: &["adult", "adults"], drawing: "" },
    Symbol { id: "tell", label: "tell", words: &["tell", "tells", "told"], drawing: "" },
];

/// So that the cases do not change whenever the site gets a word more.
const WORDS: &[&str] = &["home", "menu"];

const TODAY: Day = Day { year: 2026, month: 10, day: 1 };

fn cases() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases/findings"))
}

fn names() -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(cases()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| !name.starts_with('_'));
    names.sort();
    names
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// Puts a case together in a folder of its own.
fn lay_out(name: &str, root: &Path) -> PathBuf {
    let (case, setting) = (cases().join(name), root.join("setting"));
    copy(&cases().join("_base"), &setting);
    fs::write(setting.join("strings.toml"), "").unwrap();
    for removed in fs::read_to_string(case.join("removed.txt")).unwrap_or_default().lines() {
        fs::remove_file(setting.join(removed)).unwrap_or_else(|error| panic!("{name}/removed.txt: {removed}: {error}"));
    }
    copy(&case, &setting);
    for of_test in ["expected.txt", "removed.txt", "sizes.txt", "figures.txt"] {
        let _ = fs::remove_file(setting.join(of_test));
    }
    for line in fs::read_to_string(case.join("sizes.txt")).unwrap_or_default().lines() {
        let (size, path) = line.split_once(' ').unwrap_or_else(|| panic!("{name}/sizes.txt: {line}"));
        fs::write(setting.join(path), vec![0; size.parse().unwrap()]).unwrap();
    }
    if case.join("_common").is_dir() {
        fs::rename(setting.join("_common"), root.join("common")).unwrap();
    }
    for name in ["strings.toml", "strings.cy.toml"] {
        let strings = setting.join(name);
        if let Ok(mut text) = fs::read_to_string(&strings) {
            complete_strings(&mut text);
            fs::write(strings, text).unwrap();
        }
    }
    setting
}

/// The words of the player grow as it does; a case that is not about them need not name them.
fn complete_strings(text: &mut String) {
    if text.is_empty() {
        text.push_str("[site]\n");
        WORDS.iter().for_each(|key| text.push_str(&format!("{key} = \"Words\"\n")));
    }
    // One case is about a table whose name is mistyped.
    let is_mistyped = text.contains("[plaer]");
    let mut add = |table: &str, keys: &[&str]| {
        text.push_str(&format!("[{table}]\n"));
        keys.iter().for_each(|key| text.push_str(&format!("{key} = \"Words\"\n")));
    };
    add("pages", PagesStrings::KEYS);
    add("journey", JourneyStrings::KEYS);
    add("quiz", QuizStrings::KEYS);
    if !is_mistyped {
        add("player", PlayerStrings::KEYS);
    }
}

fn loaded(name: &str) -> Loaded {
    let root = tempfile::tempdir().unwrap();
    let sources = load::read(&lay_out(name, root.path())).unwrap();
    load::load(&sources, Carried { symbols: &SYMBOLS, words: WORDS }, Options::default())
}

fn findings(name: &str) -> Vec<Finding> {
    let loaded = loaded(name);
    let mut findings = loaded.findings;
    findings.extend(loaded.setting.iter().flat_map(|setting| check(setting, TODAY)));
    // Nobody has read the questions of the cases, which is said in those that are about it.
    findings.retain(|finding| finding.rule != Rule::QuestionNotRead || name.starts_with("read-against"));
    // The numbers and addresses of the cases are nobody's, which is said in those that are about it.
    findings.retain(|finding| finding.rule != Rule::ExampleFact || name.starts_with("example"));
    finding::sort(&mut findings);
    findings
}

#[test]
fn every_case_finds_what_it_expects() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for name in names() {
        let file = cases().join(&name).join("expected.txt");
        let actual = report::text(&findings(&name), Path::new(&name));
        if update {
            fs::write(&file, &actual).unwrap();
            continue;
        }
        match fs::read_to_string(&file) {
            Err(_) => {
                wrong.push(format!("{name} has no expected.txt. To write it: UPDATE=1 cargo test --workspace --test findings"))
            }
            Ok(expected) if expected.replace("\r\n", "\n") != actual => wrong.push(difference(&name, &expected, &actual)),
            Ok(_) => {}
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A part with a mark that cannot be read, or that was meant to have one, is in no setting. In the cases such parts say "Secret number".
#[test]
fn what_may_have_been_meant_to_be_hidden_is_in_no_setting() {
    let mut hidden = 0;
    for name in names() {
        let typed = texts(&cases().join(&name));
        let loaded = format!("{:?}", loaded(&name).setting);
        let shown = typed.lines().filter(|line| line.contains("Secret number")).filter_map(secret);
        for secret in shown {
            hidden += 1;
            assert!(!loaded.contains(secret), "{name}: \"{secret}\" is shown");
        }
    }
    assert!(hidden > 50, "the cases have lost their secrets");
}

/// `Secret number 101`, without what follows it.
fn secret(line: &str) -> Option<&str> {
    let from = &line[line.find("Secret number")?..];
    let end = from.char_indices().find(|(at, sign)| *at > "Secret number ".len() && !sign.is_ascii_digit());
    Some(end.map_or(from, |(end, _)| &from[..end]))
}

/// All Markdown of a folder.
fn texts(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text.push_str(&texts(&path));
        } else if path.extension().is_some_and(|ending| ending == "md") {
            text.push_str(&fs::read_to_string(&path).unwrap_or_default());
        }
    }
    text
}

/// What `fingerpost figures` says of the case that is hard to read.
#[test]
fn the_figures_of_a_setting_are_a_table() {
    let file = cases().join("reading/figures.txt");
    let table = figures::table(&loaded("reading").setting.unwrap());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &table).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n"), table);
}

/// The lines that only one of the two has.
fn difference(name: &str, expected: &str, actual: &str) -> String {
    let mut text = format!("{name}: - is expected and not found, + is found and not expected\n");
    let (wanted, got): (BTreeSet<&str>, BTreeSet<&str>) = (expected.lines().collect(), actual.lines().collect());
    wanted.difference(&got).for_each(|line| text.push_str(&format!("- {line}\n")));
    got.difference(&wanted).for_each(|line| text.push_str(&format!("+ {line}\n")));
    text
}

#[test]
fn every_rule_is_broken_somewhere() {
    let mut broken = BTreeSet::new();
    for name in names() {
        broken.extend(findings(&name).into_iter().map(|finding| finding.rule));
    }
    let whole: Vec<&Rule> = Rule::ALL.iter().filter(|rule| !broken.contains(rule)).collect();
    assert_eq!(whole, Vec::<&Rule>::new(), "no case breaks these");
}

#[test]
fn a_finding_is_made_of_sentences_that_say_what_to_do() {
    for finding in names().iter().flat_map(|name| findings(name)) {
        let is_sentence = |text: &str| text.ends_with(['.', '?', ')', '"', '}', ']']) || text.ends_with("DIR");
        assert!(!finding.mend.is_empty() && is_sentence(&finding.mend), "{finding}");
        assert!(finding.message.len() > 10 && !finding.message.contains('\n'), "{finding}");
    }
}
