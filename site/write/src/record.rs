//! The record of what we wrote into an output folder: by it a later build knows its own files, and those that somebody has changed by hand.
//!
//! It lies in the output folder, because only there it is found again wherever that folder is moved, so it is put on hosts too. Therefore it
//! names no file: each line is the hash of a path and the hash of a content. Who knows an address could ask the host for it anyway.

use super::error::WriteError;
use super::names::{OLD_LIST, RECORD};
use super::target::Target;
use super::work::not_a_link;
use fingerpost_render::Site;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;

/// How a record begins.
const HEAD: &str = "fingerpost files 1";

/// What stands for the hash of a content that is not known, because an earlier version kept the names alone.
const UNKNOWN: &str = "--------------------------------";

/// What we wrote: for the hash of each path those of its contents. There are two where a build was killed before it could say which it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    files: BTreeMap<String, BTreeSet<String>>,
}

impl Record {
    /// The record of a site as it is written: the hashes of its paths and contents.
    pub fn of(site: &Site) -> Record {
        let files: Vec<_> = site.files.iter().collect();
        let hashed = files.into_par_iter().map(|(name, content)| (hash(name.as_bytes()), BTreeSet::from([hash(content)])));
        Record { files: hashed.collect() }
    }

    /// The record of an output folder, or what stands in the list of an earlier version. `None` if there is none, or one that is damaged.
    pub fn read(target: &Target) -> Result<Option<Record>, WriteError> {
        match text(target, RECORD)? {
            Some(text) => Ok(Record::parse(&text)),
            None => Ok(text(target, OLD_LIST)?.map(|text| Record::of_names(text.lines()))),
        }
    }

    fn of_names<'n>(names: impl Iterator<Item = &'n str>) -> Record {
        Record { files: names.map(|name| (hash(name.as_bytes()), BTreeSet::from([UNKNOWN.to_owned()]))).collect() }
    }

    fn parse(text: &str) -> Option<Record> {
        let mut lines = text.lines();
        if lines.next() != Some(HEAD) || !text.ends_with('\n') {
            return None;
        }
        let mut files: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for line in lines {
            let (name, content) = line.split_once(' ')?;
            if name.len() != HASH || content.len() != HASH {
                return None;
            }
            files.entry(name.to_owned()).or_default().insert(content.to_owned());
        }
        Some(Record { files })
    }

    /// The text of the record, the same for equal sites.
    pub fn text(&self) -> String {
        let lines =
            self.files.iter().flat_map(|(name, contents)| contents.iter().map(move |content| format!("{name} {content}\n")));
        std::iter::once(format!("{HEAD}\n")).chain(lines).collect()
    }

    /// This record and another: what is written may be as in either.
    pub fn and(&self, other: &Record) -> Record {
        let mut both = self.clone();
        for (name, contents) in &other.files {
            both.files.entry(name.clone()).or_default().extend(contents.iter().cloned());
        }
        both
    }

    /// Whether a file is ours.
    pub fn has(&self, name: &str) -> bool {
        self.files.contains_key(&hash(name.as_bytes()))
    }

    /// Whether a file of ours has another content than we gave it, as far as that is known.
    pub fn is_edited(&self, name: &str, content: &[u8]) -> bool {
        self.files.get(&hash(name.as_bytes())).is_some_and(|ours| !ours.contains(UNKNOWN) && !ours.contains(&hash(content)))
    }
}

fn text(target: &Target, name: &str) -> Result<Option<String>, WriteError> {
    let (path, shown) = (target.real.join(name), target.shown.join(name));
    not_a_link(&path, &shown)?;
    match fs::read(&path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(WriteError::Io(shown, error)),
    }
}

/// The digits of a hash.
const HASH: usize = 32;

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(HASH / 2).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::Record;
    use crate::tests::site;

    #[test]
    fn a_record_is_read_as_it_was_written_and_names_nothing() {
        let record = Record::of(&site(&[("for-staff.html", "secret"), ("index.html", "")]));
        let text = record.text();
        assert!(!text.contains("staff") && !text.contains("index"), "{text}");
        assert_eq!(Record::parse(&text), Some(record.clone()));
        assert!(record.has("for-staff.html") && !record.has("for-staff"));
        assert!(record.is_edited("index.html", b"more") && !record.is_edited("index.html", b""));
        let later = Record::of(&site(&[("index.html", "more")]));
        assert!(!record.and(&later).is_edited("index.html", b"more") && !record.and(&later).is_edited("index.html", b""));
    }

    /// A build that is killed while it takes over an earlier version's list must not forget that it knew no contents.
    #[test]
    fn what_is_not_known_stays_so_until_it_is_written() {
        let record = Record::of_names(["index.html", "old.html"].into_iter()).and(&Record::of(&site(&[("index.html", "new")])));
        let again = Record::parse(&record.text()).unwrap();
        assert_eq!(again, record);
        assert!(again.has("old.html") && !again.is_edited("old.html", b"x") && !again.is_edited("index.html", b"x"));
    }

    #[test]
    fn a_damaged_record_is_none() {
        let text = Record::of(&site(&[("index.html", "")])).text();
        for damaged in ["", "\n", &text[1..], &text[..text.len() - 1], &text.replace(' ', ""), &format!("{text}x y\n")] {
            assert_eq!(Record::parse(damaged), None, "{damaged:?}");
        }
    }
}
