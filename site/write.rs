//! The site to a folder: only files we own, each atomically, and only where their content has changed.
//!
//! A list in the folder (`.fingerpost-files`) says which files are ours. A file that is not on it is never overwritten and never
//! deleted. Everything that could forbid the write is looked for before the first byte is written.

use crate::render::Site;
use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};

/// The list of our files, inside the output folder.
const LIST: &str = ".fingerpost-files";

/// What a write did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files written because they are new or have changed.
    pub changed: usize,
    /// Files that were already as they should be.
    pub unchanged: usize,
    /// Our own files of an earlier build that the site no longer has.
    pub removed: usize,
}

/// Why a site could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// A file of this name is there and is not ours.
    NotOurs(PathBuf),
    /// A file of the content is not as it was read.
    Changed(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::NotOurs(path) => write!(
                f,
                "{}: this file was not made by fingerpost, so it is not overwritten. Move it away, or give another folder with --out.",
                path.display()
            ),
            WriteError::Changed(path) => {
                write!(f, "{}: this file has changed meanwhile, so it was not written. Try again.", path.display())
            }
            WriteError::Io(path, error) => write!(f, "{}: {error}. Nothing that was there has been lost.", path.display()),
        }
    }
}

impl std::error::Error for WriteError {}

/// Writes a site into a folder, which is made if it is missing.
pub fn write(site: &Site, out: &Path) -> Result<Written, WriteError> {
    let at = |path: &Path| path.to_path_buf();
    fs::create_dir_all(out).map_err(|error| WriteError::Io(at(out), error))?;
    let ours = read_list(out)?;
    let mut written = Written::default();
    let mut changed = Vec::new();
    for (name, content) in &site.files {
        let path = out.join(name);
        match fs::read(&path) {
            Ok(old) if old == **content => written.unchanged += 1,
            Ok(_) if !ours.contains(name) => return Err(WriteError::NotOurs(path)),
            Ok(_) => changed.push((path, content)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => changed.push((path, content)),
            Err(error) => return Err(WriteError::Io(path, error)),
        }
    }
    // Old and new names together first: if we are stopped in the middle, the next build still knows what is ours.
    let new: BTreeSet<String> = site.files.keys().cloned().collect();
    write_list(out, ours.union(&new))?;
    for (path, content) in changed {
        replace(&path, content)?;
        written.changed += 1;
    }
    for name in ours.difference(&new) {
        written.removed += usize::from(remove(out, name)?);
    }
    write_list(out, new.iter())?;
    Ok(written)
}

/// The names on the list. One that could lead out of the folder is not believed.
fn read_list(out: &Path) -> Result<BTreeSet<String>, WriteError> {
    let path = out.join(LIST);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(text.lines().filter(|name| stays_inside(name)).map(str::to_owned).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeSet::new()),
        Err(error) => Err(WriteError::Io(path, error)),
    }
}

fn stays_inside(name: &str) -> bool {
    !name.is_empty() && Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}

fn write_list<'a>(out: &Path, names: impl Iterator<Item = &'a String>) -> Result<(), WriteError> {
    let text: String = names.map(|name| format!("{name}\n")).collect();
    replace(&out.join(LIST), text.as_bytes())
}

/// Writes a file of the content, if it is still as it was read (`None` stands for one that was not there).
pub fn over(path: &Path, read: Option<&str>, text: &str) -> Result<(), WriteError> {
    let there = match fs::read(path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(WriteError::Io(path.to_path_buf(), error)),
    };
    if there.as_deref() != read.map(str::as_bytes) {
        return Err(WriteError::Changed(path.to_path_buf()));
    }
    replace(path, text.as_bytes())
}

/// Writes beside the file and renames, so that a reader sees the old file or the new one and never half of either. The file beside it
/// is one that nobody has: its name holds the process, and one that exists is not opened.
fn replace(path: &Path, content: &[u8]) -> Result<(), WriteError> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let beside = PathBuf::from(beside);
    let inner = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::OpenOptions::new().write(true).create_new(true).open(&beside)?.write_all(content)?;
        fs::rename(&beside, path)
    };
    inner().map_err(|error| {
        // What is half-written must not stay; that it may not have been made at all does not matter.
        let _ = fs::remove_file(&beside);
        WriteError::Io(path.to_path_buf(), error)
    })
}

/// Removes one of our files and the folders that are empty without it.
fn remove(out: &Path, name: &str) -> Result<bool, WriteError> {
    let path = out.join(name);
    match fs::remove_file(&path) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(WriteError::Io(path, error)),
    }
    let mut folder = path.parent();
    while let Some(empty) = folder.filter(|folder| *folder != out && fs::remove_dir(folder).is_ok()) {
        folder = empty.parent();
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::{WriteError, Written, over, write};
    use crate::render::Site;
    use std::borrow::Cow;
    use std::fs;

    fn site(files: &[(&str, &'static str)]) -> Site {
        let files = files.iter().map(|(name, text)| ((*name).to_owned(), Cow::Borrowed(text.as_bytes()))).collect();
        Site { files, ..Site::default() }
    }

    #[test]
    fn only_our_own_old_files_are_removed_and_equal_ones_are_left() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("dist");
        write(&site(&[("a.html", "a"), ("old/b.html", "b")]), &out).unwrap();
        fs::write(out.join("notes.txt"), "the head's own").unwrap();
        let second = write(&site(&[("a.html", "a"), ("c.html", "c")]), &out).unwrap();
        assert_eq!(second, Written { changed: 1, unchanged: 1, removed: 1 });
        assert!(!out.join("old").exists());
        assert_eq!(fs::read_to_string(out.join("notes.txt")).unwrap(), "the head's own");
    }

    #[test]
    fn a_file_that_is_not_ours_stops_the_write_before_its_first_byte() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("z.html"), "mine").unwrap();
        let refused = write(&site(&[("a.html", "a"), ("z.html", "z")]), folder.path());
        assert!(matches!(refused, Err(WriteError::NotOurs(path)) if path.ends_with("z.html")));
        assert!(!folder.path().join("a.html").exists());
        assert_eq!(fs::read_to_string(folder.path().join("z.html")).unwrap(), "mine");
    }

    #[test]
    fn a_file_of_the_content_is_written_only_as_it_was_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("read-against.toml");
        over(&path, None, "one").unwrap();
        assert!(matches!(over(&path, None, "two"), Err(WriteError::Changed(_))), "somebody has made it meanwhile");
        assert!(matches!(over(&path, Some("zero"), "two"), Err(WriteError::Changed(_))), "somebody has changed it meanwhile");
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        over(&path, Some("one"), "two").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        fs::remove_file(&path).unwrap();
        assert!(matches!(over(&path, Some("two"), "three"), Err(WriteError::Changed(_))), "somebody has deleted it meanwhile");
    }

    #[test]
    fn a_list_that_was_tampered_with_leads_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("dist");
        fs::create_dir(&out).unwrap();
        fs::write(folder.path().join("precious.txt"), "x").unwrap();
        fs::write(out.join(".fingerpost-files"), "../precious.txt\n/etc/hostname\n").unwrap();
        write(&site(&[("a.html", "a")]), &out).unwrap();
        assert!(folder.path().join("precious.txt").exists());
    }
}
