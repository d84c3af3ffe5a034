//! Every folder of `tests/cases/findings` is a small setting with mistakes in it, and `expected.txt` says what is found.
//!
//! A case holds only the files that matter; the others are those of `_base`. `removed.txt` names files of the base that the case goes
//! without, `sizes.txt` names files with the number of bytes that they have, and `_common` holds shared files. Each case is a test under its
//! name. After a change that is meant, `SNAPSHOTS=overwrite cargo test --workspace --test findings` writes every `expected.txt` anew; look at
//! the difference before you keep it.

use fingerpost_check::{check, figures, finds_errors, report};
use fingerpost_golden::{Cases, Tests, expected, folder, named};
use fingerpost_lesson::strings::{JourneyStrings, PagesStrings, PlayerStrings, QuizStrings};
use fingerpost_load::{self as load, Carried, Loaded, Options};
use fingerpost_model::Day;
use fingerpost_model::carried::Symbol;
use fingerpost_model::finding::{self, Finding};
use fingerpost_model::rules::Rule;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::LazyLock;

const SYMBOLS: [Symbol; 2] = [
    Symbol { id: "adult", label: "adult", words: &["adult", "adults"], drawing: "" },
    Symbol { id: "tell", label: "tell", words: &["tell", "tells", "told"], drawing: "" },
];

/// So that the cases do not change whenever the site gets a word more.
const WORDS: &[&str] = &["home", "menu"];

const TODAY: Day = Day { year: 2026, month: 10, day: 1 };

static CASES: LazyLock<Cases<Case>> = LazyLock::new(|| Cases::new(cases(), read));

/// What comes of a case.
struct Case {
    loaded: Loaded,
    /// What loading and checking find, in the order of a report.
    findings: Vec<Finding>,
}

fn main() -> ExitCode {
    Tests::new()
        .each(CASES.names(), finds_what_it_expects)
        .and(named![
            what_may_have_been_meant_to_be_hidden_is_in_no_setting,
            the_figures_of_a_setting_are_a_table,
            whether_there_is_an_error_is_known_before_all_is_found,
            every_rule_is_broken_somewhere,
            a_finding_is_made_of_sentences_that_say_what_to_do,
        ])
        .run()
}

fn cases() -> PathBuf {
    folder::cases("findings")
}

/// Puts a case together in a folder of its own.
fn lay_out(name: &str, root: &Path) -> PathBuf {
    let (case, setting) = (cases().join(name), root.join("setting"));
    folder::copy(&cases().join("_base"), &setting);
    fs::write(setting.join("strings.toml"), "").unwrap();
    for removed in fs::read_to_string(case.join("removed.txt")).unwrap_or_default().lines() {
        fs::remove_file(setting.join(removed)).unwrap_or_else(|error| panic!("{name}/removed.txt: {removed}: {error}"));
    }
    folder::copy(&case, &setting);
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

fn read(name: &str) -> Case {
    let root = tempfile::tempdir().unwrap();
    let sources = load::read(&lay_out(name, root.path())).unwrap();
    let loaded = load::load(&sources, Carried { symbols: &SYMBOLS, words: WORDS }, Options::default());
    let mut findings = loaded.findings.clone();
    findings.extend(loaded.setting.iter().flat_map(|setting| check(setting, TODAY)));
    // Nobody has read the questions of the cases, which is said in those that are about it.
    findings.retain(|finding| finding.rule != Rule::QuestionNotRead || name.starts_with("read-against"));
    // The numbers and addresses of the cases are nobody's, which is said in those that are about it.
    findings.retain(|finding| finding.rule != Rule::ExampleFact || name.starts_with("example"));
    finding::sort(&mut findings);
    Case { loaded, findings }
}

fn finds_what_it_expects(name: &str) {
    expected::file(&cases().join(name).join("expected.txt"), report::text(&CASES.of(name).findings, Path::new(name)));
}

/// A part with a mark that cannot be read, or that was meant to have one, is in no setting. In the cases such parts say "Secret number".
fn what_may_have_been_meant_to_be_hidden_is_in_no_setting() {
    let mut hidden = 0;
    for (name, case) in CASES.all() {
        let typed = texts(&cases().join(name));
        let loaded = format!("{:?}", case.loaded.setting);
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
fn the_figures_of_a_setting_are_a_table() {
    let setting = CASES.of("reading").loaded.setting.as_ref().unwrap();
    expected::file(&cases().join("reading/figures.txt"), figures::table(setting));
}

/// `serve` shows a site before everything is found.
fn whether_there_is_an_error_is_known_before_all_is_found() {
    let settings = CASES.all().filter_map(|(name, case)| Some((name, case.loaded.setting.as_ref()?)));
    let mut with_errors = 0;
    for (name, setting) in settings {
        let has_errors = finding::has_errors(&check(setting, TODAY));
        assert_eq!(finds_errors(setting, TODAY), has_errors, "{name}");
        with_errors += usize::from(has_errors);
    }
    assert!(with_errors > 1, "a policy and another policy are reviewed before they were");
}

fn every_rule_is_broken_somewhere() {
    let broken: BTreeSet<Rule> = CASES.all().flat_map(|(_, case)| &case.findings).map(|finding| finding.rule).collect();
    let whole: Vec<&Rule> = Rule::ALL.iter().filter(|rule| !broken.contains(rule)).collect();
    assert_eq!(whole, Vec::<&Rule>::new(), "no case breaks these");
}

fn a_finding_is_made_of_sentences_that_say_what_to_do() {
    for finding in CASES.all().flat_map(|(_, case)| &case.findings) {
        let is_sentence = |text: &str| text.ends_with(['.', '?', ')', '"', '}', ']']) || text.ends_with("DIR");
        assert!(!finding.help.is_empty() && is_sentence(&finding.help), "{finding}");
        assert!(finding.message.len() > 10 && !finding.message.contains('\n'), "{finding}");
    }
}
