//! `fingerpost build` and what it says, from the outside.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

fn fingerpost(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    command.args(words).current_dir(folder);
    command
}

/// A folder with a setting that lacks all, and one that is no setting.
fn folder() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    for path in ["content/school", "content/common", "home"] {
        fs::create_dir_all(root.path().join(path)).unwrap();
    }
    fs::write(root.path().join("content/school/setting.toml"), "common = \"../common\"\n").unwrap();
    root
}

#[test]
fn a_site_goes_nowhere_where_it_would_do_harm() {
    let root = folder();
    for (dir, out, why) in [
        ("content/school", "content/school", "holds content"),
        ("content/school", "content", "holds content"),
        ("content/school", "content/school/dist", "lies in the content"),
        ("content/school", "content/common", "holds content"),
        ("content/school", "content/common/dist", "lies in the content"),
        ("content/school", "content/school/setting.toml", "this is a file"),
        ("content/school", "/", "root of a disk"),
        ("content/school", "home", "home folder"),
    ] {
        let before = files(root.path());
        let mut command = fingerpost(root.path(), &["build", dir, "--out", out]);
        let output = command.env("HOME", root.path().join("home")).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{out}: {said}");
        assert!(said.contains(why) && said.contains("--out ../dist") && said.lines().count() == 1, "{out}: {said}");
        assert_eq!(files(root.path()), before, "{out}: something was written");
    }
    // Typed in the setting's folder, without anything else.
    let output = fingerpost(&root.path().join("content/school"), &["build"]).output().unwrap();
    assert_eq!((output.status.code(), output.stderr.starts_with(b"fingerpost: dist: ")), (Some(2), true));
}

fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        found.push(entry.path().display().to_string());
        if entry.path().is_dir() {
            found.extend(files(&entry.path()));
        }
    }
    found.sort();
    found
}

/// Whatever is full or closed, a command ends as it would have ended, and only one that was asked to print something complains that it cannot.
#[cfg(target_os = "linux")]
#[test]
fn nothing_that_cannot_be_said_ends_a_command_in_the_middle() {
    let root = folder();
    let full = || Stdio::from(fs::File::options().write(true).open("/dev/full").unwrap());
    let closed = || {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        Stdio::from(writer)
    };
    for (words, with_full, with_closed) in [
        (&["build", "content/school", "--timings"][..], 1, 1),
        (&["build", "content/school", "--out", "content"], 2, 2),
        (&["check", "content/school"], 2, 1),
        (&["check", "content/school", "--format", "sarif"], 2, 1),
        (&["figures", "content/school"], 2, 1),
        (&["accept", "content/school", "new"], 0, 0),
        (&["check", "no-such-folder"], 2, 2),
        (&["serve", "no-such-folder"], 2, 2),
        (&["--help"], 0, 0),
        (&["--no-such-flag"], 2, 2),
    ] {
        for (what, expected, output) in [("full", with_full, &full as &dyn Fn() -> Stdio), ("closed", with_closed, &closed)] {
            let status = fingerpost(root.path(), words).stdout(output()).stderr(output()).status().unwrap();
            assert_eq!(status.code(), Some(expected), "{words:?} with outputs that are {what}");
        }
    }
}
