//! What a build does to an output folder: looked up and weighed whole before the first byte is written.

use super::error::WriteError;
use super::names::{OLD_LIST, is_work};
use super::record::Record;
use super::target::Target;
use fingerpost_render::Site;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;

/// What to do about files of ours that somebody has changed by hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edits {
    /// Write nothing, and name them.
    #[default]
    Refuse,
    /// Give them up.
    Overwrite,
}

/// Which files a write is going to write, leave and remove.
#[derive(Debug, Default)]
pub struct Plan {
    /// The files to write: new ones and those that have changed.
    pub write: Vec<String>,
    /// How many are as they should be.
    pub unchanged: usize,
    /// Our own of an earlier build that the site no longer has.
    pub remove: Vec<String>,
    /// What a version that kept its half-written files beside the others has left when it was killed, and its list.
    pub left: Vec<String>,
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    File,
    Folder,
    /// A link, or what is neither file nor folder. Windows' junctions are links too.
    Link,
}

impl Plan {
    /// Compares a site with what is in the folder. Whatever forbids the build is found here.
    pub fn of(site: &Site, target: &Target, record: Option<&Record>, edits: Edits) -> Result<Plan, WriteError> {
        let found = look(target)?;
        let none = Record::default();
        let ours = record.unwrap_or(&none);
        let mut plan = Plan::default();
        let mut edited = Vec::new();
        let is_of_site = |name: &str| site.files.contains_key(name);
        for name in found.iter().filter(|(_, kind)| **kind == Kind::File).map(|(name, _)| name) {
            if name == OLD_LIST || original_of_part(name).is_some_and(|of| ours.has(of) || is_of_site(of) || of == OLD_LIST) {
                plan.left.push(name.clone());
            } else if ours.has(name) && !is_of_site(name) {
                if ours.is_edited(name, &read(target, name)?) {
                    edited.push(target.shown.join(name));
                }
                plan.remove.push(name.clone());
            }
        }
        let mut stranger = None;
        for (name, content) in &site.files {
            if !can_stand(name, &found, target, &plan.remove)? {
                stranger.get_or_insert(name);
            } else if found.get(name) != Some(&Kind::File) {
                plan.write.push(name.clone());
            } else {
                let there = read(target, name)?;
                if there == **content {
                    plan.unchanged += 1;
                } else if !ours.has(name) {
                    stranger.get_or_insert(name);
                } else {
                    if ours.is_edited(name, &there) {
                        edited.push(target.shown.join(name));
                    }
                    plan.write.push(name.clone());
                }
            }
        }
        match stranger.map(|name| target.shown.join(name)) {
            Some(path) if record.is_none() => return Err(WriteError::NoRecord(target.shown.clone(), path)),
            Some(path) => return Err(WriteError::NotOurs(path)),
            None => {}
        }
        if edits == Edits::Refuse && !edited.is_empty() {
            edited.sort();
            return Err(WriteError::Edited(edited));
        }
        Ok(plan)
    }
}

/// Whether a file of the site can stand at its path, or somebody else's file is there. A link on the way, or a file for a folder, is an error.
fn can_stand(name: &str, found: &BTreeMap<String, Kind>, target: &Target, removed: &[String]) -> Result<bool, WriteError> {
    let folders = name.match_indices('/').map(|(at, _)| (&name[..at], Kind::Folder));
    for (path, wanted) in folders.chain([(name, Kind::File)]) {
        match found.get(path) {
            Some(kind) if *kind == wanted => {}
            Some(Kind::Link) => return Err(WriteError::Link(target.shown.join(path))),
            Some(_) => return Err(WriteError::InTheWay(target.shown.join(path))),
            // Some disks take capitals for small letters: there a file that is listed under another name can stand here. One of ours that the
            // site no longer has goes first.
            None if wanted == Kind::File && fs::symlink_metadata(target.real.join(path)).is_ok() => {
                return Ok(removed.iter().any(|other| other.to_lowercase() == path.to_lowercase()));
            }
            None => {}
        }
    }
    Ok(true)
}

/// Everything in the folder but our work, without following a link. What cannot be looked into is somebody else's.
fn look(target: &Target) -> Result<BTreeMap<String, Kind>, WriteError> {
    let mut found = BTreeMap::new();
    let mut left = vec![String::new()];
    while let Some(folder) = left.pop() {
        let entries = match fs::read_dir(target.real.join(&folder)) {
            Ok(entries) => entries,
            Err(error) if folder.is_empty() && error.kind() != io::ErrorKind::NotFound => {
                return Err(WriteError::Io(target.shown.clone(), error));
            }
            Err(_) => continue,
        };
        for entry in entries.flatten() {
            let (Ok(kind), Ok(name)) = (entry.file_type(), entry.file_name().into_string()) else { continue };
            let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            if is_work(&path) {
                continue;
            }
            let kind = if kind.is_dir() {
                left.push(path.clone());
                Kind::Folder
            } else if kind.is_file() {
                Kind::File
            } else {
                Kind::Link
            };
            found.insert(path, kind);
        }
    }
    Ok(found)
}

fn read(target: &Target, name: &str) -> Result<Vec<u8>, WriteError> {
    fs::read(target.real.join(name)).map_err(|error| WriteError::Io(target.shown.join(name), error))
}

/// The file that `index.html.1234.part` was to become.
fn original_of_part(name: &str) -> Option<&str> {
    let (original, process) = name.strip_suffix(".part")?.rsplit_once('.')?;
    (!process.is_empty() && process.bytes().all(|byte| byte.is_ascii_digit())).then_some(original)
}

/// The names among them that go before anything is written, because a disk may take them for one with a name of the site.
pub fn first_to_go<'p>(remove: &'p [String], site: &Site) -> BTreeSet<&'p String> {
    let lower: BTreeSet<String> = site.files.keys().map(|name| name.to_lowercase()).collect();
    remove.iter().filter(|name| lower.contains(&name.to_lowercase())).collect()
}
