//! `fingerpost accept DIR ID` from the outside. Every folder of `tests/cases/accept` has the content in `before/`, what somebody types and is
//! answered in `session.txt`, and in `after/` the files that are other than before, to the last byte.
//!
//! A line of the session that begins with `$` is typed; the lines beneath it are the answer, and then the exit status if it is not 0. The
//! settings lack most of what a setting needs, so of what `check` finds only what is about reading questions counts. After a change that
//! is meant, `UPDATE=1 cargo test --test accept` writes sessions and `after/` anew; look at the difference before you keep it.

use fingerpost_model::rules::Rule;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The rules that are about reading questions.
const RULES: [&str; 5] =
    [Rule::ClauseChanged, Rule::ClauseGone, Rule::DamagedRecord, Rule::QuestionNotRead, Rule::RecordLeftOver];

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/accept")
}

/// The files beneath a folder, by their paths.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(root, root, &mut found);
    found
}

fn write(root: &Path, files: &BTreeMap<String, Vec<u8>>) {
    for (name, bytes) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
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

#[test]
fn every_session_goes_as_written_and_writes_what_stands_after_it() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut names: Vec<PathBuf> = fs::read_dir(cases()).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    for case in names {
        let folder = tempfile::tempdir().unwrap();
        let before = files(&case.join("before"));
        write(folder.path(), &before);
        let session = fs::read_to_string(case.join("session.txt")).unwrap();
        let mut went = String::new();
        for typed in session.lines().filter_map(|line| line.strip_prefix("$ ")) {
            went.push_str(&format!("$ {typed}\n{}\n", run(typed, folder.path())));
        }
        let mut after = files(folder.path());
        assert!(before.keys().all(|name| after.contains_key(name)), "{}: a file is gone", case.display());
        after.retain(|name, bytes| before.get(name) != Some(bytes));
        if update {
            fs::write(case.join("session.txt"), &went).unwrap();
            let _ = fs::remove_dir_all(case.join("after"));
            write(&case.join("after"), &after);
            continue;
        }
        snapbox::assert_data_eq!(went, snapbox::Data::text(session).raw());
        let expected = files(&case.join("after"));
        let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&after), names(&expected), "{}", case.display());
        for (name, bytes) in &after {
            assert_eq!(String::from_utf8_lossy(bytes), String::from_utf8_lossy(&expected[name]), "{}: {name}", case.display());
        }
    }
}

/// What the program cannot read it does not write over either: it may be all that is left of somebody's work.
#[test]
fn a_file_that_is_no_text_or_leads_elsewhere_is_left_as_it_is() {
    let before = files(&cases().join("policy-changed/before"));
    let records = Path::new("school/read-against.toml");
    for name in ["no-text", "leads-elsewhere"] {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &before);
        let path = folder.path().join(records);
        match name {
            "no-text" => fs::write(&path, b"# \xff").unwrap(),
            _ if cfg!(unix) => {
                fs::write(folder.path().join("elsewhere.toml"), "# mine").unwrap();
                fs::remove_file(&path).ok();
                #[cfg(unix)]
                std::os::unix::fs::symlink("../elsewhere.toml", &path).unwrap();
            }
            _ => continue,
        }
        let there = files(folder.path());
        let answer = run("fingerpost accept school lessons/tell", folder.path());
        assert!(
            answer.starts_with("Nothing was recorded. read-against.toml:1:") && answer.ends_with("(exit status 1)\n"),
            "{answer}"
        );
        assert_eq!(files(folder.path()), there, "{name}");
    }
}
