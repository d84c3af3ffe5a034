//! `fingerpost accept DIR ID` from the outside. Every folder of `tests/cases/accept` has the content in `before/`, what somebody types and is
//! answered in `session.txt`, and in `after/` the files that are other than before, to the last byte.
//!
//! A line of the session that begins with `$` is typed; the lines beneath it are the answer, and then the exit status if it is not 0. The
//! settings lack most of what a setting needs, so of what `check` finds only what is about reading questions counts. Each folder is a test under
//! its name. After a change that is meant, `SNAPSHOTS=overwrite cargo test --test accept` writes sessions and `after/` anew; look at the
//! difference before you keep it.

use fingerpost_golden::{Tests, expected, folder, named};
use fingerpost_model::rules::Rule;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// The rules that are about reading questions.
const RULES: [Rule; 5] =
    [Rule::ClauseChanged, Rule::ClauseGone, Rule::DamagedRecord, Rule::QuestionNotRead, Rule::RecordLeftOver];

fn main() -> ExitCode {
    Tests::new()
        .each(folder::names(&cases()), goes_as_written_and_writes_what_stands_after_it)
        .and(named![a_file_that_is_no_text_or_leads_elsewhere_is_left_as_it_is])
        .run()
}

fn cases() -> PathBuf {
    folder::cases("accept")
}

/// What is typed in a folder, and the answer.
fn run(typed: &str, folder: &Path) -> String {
    let words = typed.split(' ').skip(1);
    const PROGRAM: &str = env!("CARGO_BIN_EXE_fingerpost");
    // It names commands as it was called itself, and would see that cargo has called the test.
    let output = Command::new(PROGRAM).args(words).env_remove("CARGO").current_dir(folder).output().unwrap();
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    let text = text.replace(&format!("'{PROGRAM}'"), "fingerpost").replace(PROGRAM, "fingerpost");
    // What else is missing in a setting makes its check fail.
    let is_check = !typed.starts_with("fingerpost accept");
    let counts = |line: &str| !is_check || RULES.iter().any(|rule| line.ends_with(&format!("[{rule}]")));
    let mut answer: String = text.lines().filter(|line| counts(line)).map(|line| format!("{line}\n")).collect();
    match output.status.code() {
        Some(0) => {}
        Some(1) if is_check => {}
        code => answer.push_str(&format!("(exit status {})\n", code.unwrap())),
    }
    answer
}

fn goes_as_written_and_writes_what_stands_after_it(name: &str) {
    let (case, place) = (cases().join(name), tempfile::tempdir().unwrap());
    let before = folder::files(&case.join("before"));
    folder::write(place.path(), &before);
    let session = fs::read_to_string(case.join("session.txt")).unwrap();
    let mut went = String::new();
    for typed in session.lines().filter_map(|line| line.strip_prefix("$ ")) {
        went.push_str(&format!("$ {typed}\n{}\n", run(typed, place.path())));
    }
    assert!(!went.is_empty(), "{name}: nothing is typed");
    let mut after = folder::files(place.path());
    assert!(before.keys().all(|name| after.contains_key(name)), "{name}: a file is gone");
    after.retain(|name, bytes| before.get(name) != Some(bytes));
    expected::file(&case.join("session.txt"), went);
    expected::folder(&case.join("after"), &after);
}

/// What the program cannot read it does not write over either: it may be all that is left of somebody's work.
fn a_file_that_is_no_text_or_leads_elsewhere_is_left_as_it_is() {
    let before = folder::files(&cases().join("policy-changed/before"));
    let records = Path::new("school/read-against.toml");
    for name in ["no-text", "leads-elsewhere"] {
        let place = tempfile::tempdir().unwrap();
        folder::write(place.path(), &before);
        let path = place.path().join(records);
        match name {
            "no-text" => fs::write(&path, b"# \xff").unwrap(),
            _ if cfg!(unix) => {
                fs::write(place.path().join("elsewhere.toml"), "# mine").unwrap();
                fs::remove_file(&path).ok();
                #[cfg(unix)]
                std::os::unix::fs::symlink("../elsewhere.toml", &path).unwrap();
            }
            _ => continue,
        }
        let there = folder::files(place.path());
        let answer = run("fingerpost accept school lessons/tell", place.path());
        assert!(
            answer.starts_with("Nothing was recorded. read-against.toml:1:") && answer.ends_with("(exit status 1)\n"),
            "{answer}"
        );
        assert_eq!(folder::files(place.path()), there, "{name}");
    }
}
