//! The command from the outside. Every folder of `tests/cases/command` is a folder in which somebody types; `session.txt` says what, and what is answered.
//!
//! A line of the session that begins with `$` is typed; the lines beneath it are the answer, standard output before standard error, and then the exit
//! status if it is not 0. `...` in an answer stands for figures that differ from time to time. A folder `content` in a case is the base of the cases of findings with
//! the case's own files over it. Each folder is a test under its name. After a change that is meant, `SNAPSHOTS=overwrite cargo test --test command`
//! writes the sessions anew; look at the difference.

use fingerpost_golden::{Tests, expected, folder, named};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output};

const PROGRAM: &str = env!("CARGO_BIN_EXE_fingerpost");

fn main() -> ExitCode {
    let tests = Tests::new().each(folder::names(&cases()), goes_as_written).and(named![
        every_pair_of_flags_works_or_is_refused_in_one_line,
        several_settings_are_built_in_one_run_and_a_broken_one_stops_no_other,
        programs_are_told_files_from_the_folder_of_the_repository,
    ]);
    #[cfg(unix)]
    let tests = tests.and(named![the_name_of_a_file_writes_no_line_and_turns_nothing_round]);
    tests.run()
}

fn cases() -> PathBuf {
    folder::cases("command")
}

/// Puts the base of the cases of findings into a folder.
fn copy_base(to: &Path) {
    folder::copy(&folder::cases("findings/_base"), to);
}

fn called(words: &[&str], folder: &Path) -> Output {
    // It names commands as it was called itself, and would see that cargo has called the test.
    Command::new(PROGRAM).args(words).env_remove("CARGO").current_dir(folder).output().unwrap()
}

/// What is typed in a folder, and the answer.
fn run(typed: &str, folder: &Path) -> String {
    let words: Vec<&str> = typed.split(' ').skip(1).filter(|word| !word.is_empty()).collect();
    let output = called(&words, folder);
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    let text = text.replace(&format!("'{PROGRAM}'"), "fingerpost").replace(PROGRAM, "fingerpost");
    let mut answer: String = text.lines().map(|line| without_times(line) + "\n").collect();
    if output.status.code() != Some(0) {
        answer.push_str(&format!("(exit status {})\n", output.status.code().unwrap()));
    }
    answer
}

/// `load: 1.2 ms` is `load: ... ms`.
fn without_times(line: &str) -> String {
    match line.strip_suffix(" ms").and_then(|line| line.rsplit_once(' ')) {
        Some((before, figures)) if figures.parse::<f64>().is_ok() => format!("{before} ... ms"),
        _ => line.to_owned(),
    }
}

fn goes_as_written(name: &str) {
    let (case, place) = (cases().join(name), tempfile::tempdir().unwrap());
    if case.join("content").is_dir() {
        copy_base(&place.path().join("content"));
    }
    folder::copy(&case, place.path());
    let session = fs::read_to_string(case.join("session.txt")).unwrap();
    let mut went = String::new();
    for typed in session.lines().filter(|line| line.starts_with("$ ")) {
        went.push_str(&format!("{typed}\n{}\n", run(&typed[2..], place.path())));
    }
    assert!(!went.is_empty(), "{name}: nothing is typed");
    expected::file(&case.join("session.txt"), went);
}

/// Two flags that do not go together are refused in one line, and every other pair does what each of the two says.
fn every_pair_of_flags_works_or_is_refused_in_one_line() {
    const FLAGS: [&str; 8] =
        ["", "--quiet", "--timings", "--format json", "--format sarif", "--format text", "--all", "--drafts"];
    const COMMANDS: [&str; 3] = ["check content", "figures content", "accept content lessons/tell"];
    let folder = tempfile::tempdir().unwrap();
    copy_base(&folder.path().join("content"));
    fs::write(folder.path().join("content/strings.toml"), fs::read(folder::cases("strings.toml")).unwrap()).unwrap();
    for command in COMMANDS {
        for one in FLAGS {
            for other in
                FLAGS.iter().filter(|other| **other != one && !(one.starts_with("--format") && other.starts_with("--format")))
            {
                let words: Vec<&str> = [command, one, other].into_iter().flat_map(|words| words.split_whitespace()).collect();
                let Output { status, stdout, stderr } = called(&words, folder.path());
                let (said, errors) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
                let is = |flag: &str| one.starts_with(flag) || other.starts_with(flag);
                let is_check = command.starts_with("check");
                let is_table = command.starts_with("figures");
                if status.code() == Some(2) {
                    assert!(
                        said.is_empty() && errors.lines().count() == 1 && errors.starts_with("fingerpost: "),
                        "{words:?}: {errors}"
                    );
                    assert!(!is_check, "{words:?}: {errors}");
                    assert!(is("--format") || is("--all") || (is_table && is("--quiet")), "{words:?}: {errors}");
                    continue;
                }
                assert_eq!(status.code(), Some(0), "{words:?}: {said}{errors}");
                assert_eq!(errors.contains("check: "), is("--timings"), "{words:?}: {errors}");
                assert_eq!(
                    serde_json::from_str::<serde_json::Value>(&said).is_ok(),
                    is("--format json") || is("--format sarif"),
                    "{words:?}: {said}"
                );
                assert_eq!(said.starts_with("file "), is_table, "{words:?}: {said}");
                let is_silent = is("--quiet") && !is("--format json") && !is("--format sarif");
                assert_eq!(said.is_empty(), is_silent, "{words:?}: {said}");
            }
        }
    }
    for words in [
        &["serve", "content", "--timings"][..],
        &["serve", "content", "--format", "json"],
        &["build", "content", "--all"],
        &["chek"],
        &["check", "--port", "1"],
    ] {
        let Output { status, stdout, stderr } = called(words, folder.path());
        assert_eq!((status.code(), stdout.len()), (Some(2), 0), "{words:?}");
        assert_eq!(String::from_utf8(stderr).unwrap().lines().count(), 1, "{words:?}");
    }
}

/// Each gets what it would get by itself, at its own address.
fn several_settings_are_built_in_one_run_and_a_broken_one_stops_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let place = |path: &str| folder.path().join(path);
    copy_base(&place("common"));
    fs::write(place("common/strings.toml"), fs::read(folder::cases("strings.toml")).unwrap()).unwrap();
    let setting = fs::read_to_string(place("common/setting.toml")).unwrap();
    for name in ["ash", "beech", "oak"] {
        fs::create_dir_all(place(name)).unwrap();
        let named = setting.replace("The Example School", &format!("The {name} School"));
        fs::write(place(name).join("setting.toml"), format!("common = \"../common\"\n{named}")).unwrap();
    }
    fs::create_dir_all(place("beech/policy")).unwrap();
    fs::write(place("beech/policy/02-more.md"), "+++\napproved = \"with the policy\"\n+++\n\n# More\n\nWords <b>\n").unwrap();
    let base = ["--base-url", "https://example.org/safety/"];
    let words = [&["build", "ash", "beech", "oak", "--out", "sites"], &base[..]].concat();
    let Output { status, stdout, stderr } = called(&words, folder.path());
    let (said, errors) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert_eq!(status.code(), Some(1), "{said}{errors}");
    assert!(said.starts_with("2 of 3 settings built in ") && said.ends_with(" ms, each in a folder of sites.\n"), "{said}");
    assert!(
        errors.ends_with("Not built: beech.\n") && errors.contains("\nIn beech:\npolicy/02-more.md:7:7: error: "),
        "{errors}"
    );
    assert!(!place("sites/beech").exists());
    for name in ["ash", "oak"] {
        let address = format!("https://example.org/safety/{name}/");
        let alone = ["build", name, "--out", "alone", "--base-url", &address];
        assert_eq!(called(&alone, folder.path()).status.code(), Some(0));
        assert_eq!(folder::files(&place("alone")), folder::files(&place("sites").join(name)), "{name}");
        fs::remove_dir_all(place("alone")).unwrap();
    }
}

/// A code host finds a file by the folder of the repository, whichever folder the command was typed in.
fn programs_are_told_files_from_the_folder_of_the_repository() {
    let folder = tempfile::tempdir().unwrap();
    let school = folder.path().join("my site/content/school");
    copy_base(&school);
    fs::write(school.join("policy/02-more.md"), "# More\n\n<b>\n").unwrap();
    fs::create_dir_all(folder.path().join("my site/content/common")).unwrap();
    let setting = fs::read_to_string(school.join("setting.toml")).unwrap();
    fs::write(school.join("setting.toml"), format!("common = \"../common\"\n{setting}")).unwrap();
    fs::write(folder.path().join("my site/content/common/links.toml"), "[a]\nlabel = 3\n").unwrap();
    let files = |words: &[&str], from: &Path| -> Vec<String> {
        let text = String::from_utf8(called(words, from).stdout).unwrap();
        let log: serde_json::Value = serde_json::from_str(&text).unwrap();
        let results = log["runs"][0]["results"].as_array().or(log.as_array()).unwrap();
        let file = |result: &serde_json::Value| {
            let uri = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
            uri.as_str().or(result["file"].as_str()).unwrap().to_owned()
        };
        let mut files: Vec<String> = results.iter().map(file).collect();
        files.sort();
        files.dedup();
        files.retain(|file| file.ends_with("02-more.md") || file.ends_with("links.toml"));
        files
    };
    let whole = school.to_str().unwrap();
    // Without a repository: from where the command was typed, if that holds all, or else from the nearest folder that does.
    assert_eq!(
        files(&["check", whole, "--format", "json"], folder.path()),
        ["my site/content/common/links.toml", "my site/content/school/policy/02-more.md"]
    );
    assert_eq!(files(&["check", "--format", "sarif"], &school), ["common/links.toml", "school/policy/02-more.md"]);
    fs::create_dir(folder.path().join("my site/.git")).unwrap();
    for from in [folder.path(), &school] {
        assert_eq!(
            files(&["check", whole, "--format", "json"], from),
            ["content/common/links.toml", "content/school/policy/02-more.md"]
        );
        assert_eq!(
            files(&["check", whole, "--format", "sarif"], from),
            ["content/common/links.toml", "content/school/policy/02-more.md"]
        );
    }
}

/// A name of a file can hold a line break, or what moves a cursor; a report of many lines is then still a line a finding.
#[cfg(unix)]
fn the_name_of_a_file_writes_no_line_and_turns_nothing_round() {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    copy_base(&content);
    let name = "policy/02-x\n::error::y\u{1b}[2J\u{202e}.md";
    fs::write(content.join(name), "# Title \u{202e}\u{7}\n\n<b\u{9b}>\n\n{{ x\u{202e}y }}\n").unwrap();
    for words in [&["check", "content"][..], &["check", "content", "--all"], &["build", "content"], &["figures", "content"]] {
        let output = called(words, folder.path());
        let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        assert!(text.contains("02-x\\n::error::y\\u{1b}[2J\\u{202e}.md"), "{words:?}: {text}");
        assert!(!text.lines().any(|line| line.starts_with("::")), "{words:?}: {text}");
        assert!(
            !text.contains(|c: char| c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c))),
            "{words:?}: {text}"
        );
    }
    let output = called(&["check", "nowhere\n::error::x", "--quiet"], folder.path());
    assert_eq!(String::from_utf8(output.stderr).unwrap().lines().count(), 1);
}
