//! The folders of cases, and their files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder or file of `tests/cases`.
pub fn cases(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("cases").join(name)
}

/// The names of the cases in a folder, sorted: its folders but those that begin with `_`, which cases share. Anything else in it would be a
/// case that nobody runs.
///
/// # Panics
///
/// If there is no case, or a file beside them.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in entries(folder) {
        assert!(entry.is_dir(), "{} is no folder, so it is no case", entry.display());
        let name = entry.file_name().and_then(|name| name.to_str()).expect("names are Unicode");
        names.extend((!name.starts_with('_')).then(|| name.to_owned()));
    }
    assert!(!names.is_empty(), "there is no case in {}", folder.display());
    names
}

/// The files beneath a folder by their paths from it, with `/` on every system. None, where there is no such folder.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    if folder.is_dir() {
        walk(folder, "", &mut found);
    }
    found
}

fn walk(folder: &Path, before: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for path in entries(folder) {
        let name = path.file_name().and_then(|name| name.to_str()).expect("names are Unicode");
        if path.is_dir() {
            walk(&path, &format!("{before}{name}/"), found);
        } else {
            let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            found.insert(format!("{before}{name}"), bytes);
        }
    }
}

/// Writes files beneath a folder, by their paths from it.
pub fn write(folder: &Path, files: &BTreeMap<String, Vec<u8>>) {
    for (name, bytes) in files {
        let path = folder.join(name);
        let written = fs::create_dir_all(path.parent().expect("a file lies in a folder")).and_then(|()| fs::write(&path, bytes));
        written.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

/// Copies all files beneath a folder into another, which is made if it is not there.
pub fn copy(from: &Path, to: &Path) {
    assert!(from.is_dir(), "{} is no folder", from.display());
    write(to, &files(from));
}

/// What lies in a folder, sorted.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let read = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut paths: Vec<PathBuf> = read.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    paths.sort();
    paths
}
