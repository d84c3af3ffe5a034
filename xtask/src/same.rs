//! What a folder holds, and whether two folders hold the same, byte for byte.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Compares two folders; the error names up to five files that differ.
pub fn same(one: &Path, two: &Path) -> Result<(), String> {
    let read = |folder: &Path| files(folder).map_err(|error| format!("{}: {error}", folder.display()));
    let (one, two) = (read(one)?, read(two)?);
    if one.is_empty() {
        return Err("the build wrote no file".to_owned());
    }
    let differing: Vec<String> = one
        .keys()
        .chain(two.keys().filter(|name| !one.contains_key(*name)))
        .filter(|name| one.get(*name) != two.get(*name))
        .map(|name| name.display().to_string())
        .collect();
    match differing.len() {
        0 => Ok(()),
        number => Err(format!("two builds differ in {number} files: {}", differing[..number.min(5)].join(", "))),
    }
}

/// The files beneath a folder that end so, in order.
pub fn files_ending(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let is_wanted = |name: &&PathBuf| name.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted));
    files(folder).unwrap_or_default().keys().filter(is_wanted).map(|name| folder.join(name)).collect()
}

/// Every file beneath a folder, by its path within it.
fn files(folder: &Path) -> io::Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it lies beneath the folder").to_path_buf();
                found.insert(name, fs::read(path)?);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::same;
    use std::fs;
    use std::path::PathBuf;

    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("fingerpost-same-{}-{name}", std::process::id()));
        fs::create_dir_all(folder.join("in")).expect("a temporary folder");
        for (file, text) in files {
            fs::write(folder.join(file), text).expect("a temporary file");
        }
        folder
    }

    #[test]
    fn a_changed_and_a_missing_file_are_both_seen() {
        let one = folder("one", &[("a", "1"), ("in/b", "2")]);
        let like = folder("like", &[("a", "1"), ("in/b", "2")]);
        let other = folder("other", &[("a", "1"), ("in/b", "3"), ("c", "")]);
        assert_eq!(same(&one, &like), Ok(()));
        let said = same(&one, &other).expect_err("they differ").replace('\\', "/");
        assert_eq!(said, "two builds differ in 2 files: in/b, c");
        for folder in [one, like, other] {
            fs::remove_dir_all(folder).expect("it is there");
        }
    }
}
