//! The folder in the output folder that is not of the site: [`WORK`]. In it lie the record of what we wrote ([`super::record`]), the lock that
//! keeps two builds apart, and the one file that is being written. Nothing in it tells what is on the site.

use super::error::WriteError;
use super::names::WORK;
use super::target::Target;
use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// The file that is being written.
const PART: &str = "part";

/// The folder of work of an output folder that is ours alone while this lives.
#[derive(Debug)]
pub struct Work<'t> {
    target: &'t Target,
    // Only kept. The system gives the lock back when the file is closed, also when the program is killed.
    _lock: File,
}

impl<'t> Work<'t> {
    /// Makes the folder where it is missing, and takes its lock.
    pub fn begin(target: &'t Target) -> Result<Work<'t>, WriteError> {
        let folder = target.real.join(WORK);
        let refused = |error| WriteError::Io(target.shown.join(WORK), error);
        fs::create_dir_all(&target.real).map_err(|error| WriteError::Io(target.shown.clone(), error))?;
        if !is_folder(&folder, &target.shown.join(WORK))? {
            match fs::create_dir(&folder) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(refused(error)),
                _ => {}
            }
        }
        let path = folder.join("lock");
        not_a_link(&path, &target.shown.join(WORK).join("lock"))?;
        let lock = File::options().create(true).append(true).open(path).map_err(refused)?;
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(WriteError::Busy(target.shown.clone())),
            // Some disks of a network know no locks. What they had would not be better without the build.
            Err(TryLockError::Error(error)) if error.kind() != io::ErrorKind::Unsupported => return Err(refused(error)),
            _ => {}
        }
        // As long as the lock is ours, nobody else writes here: what a build that was killed has left is taken away.
        match fs::remove_file(folder.join(PART)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(refused(error)),
            _ => {}
        }
        Ok(Work { target, _lock: lock })
    }

    /// Makes the folders in which these files of the output folder are to stand.
    pub fn make_folders(&self, names: &[String]) -> Result<(), WriteError> {
        let folders: BTreeSet<&str> = names.iter().filter_map(|name| name.rsplit_once('/')).map(|(folder, _)| folder).collect();
        for folder in folders {
            let made = fs::create_dir_all(self.target.real.join(folder));
            made.map_err(|error| WriteError::Io(self.target.shown.join(folder), error))?;
        }
        Ok(())
    }

    /// Writes a file of the output folder, whose own folder is there: whole in the folder of work first, then under its name, so that a reader
    /// sees the old file or the new one and never half of either.
    pub fn replace(&self, name: &str, content: &[u8]) -> Result<(), WriteError> {
        let (path, part) = (self.target.real.join(name), self.target.real.join(WORK).join(PART));
        let inner = || {
            // Never into a file that is there: it may be a link.
            File::options().write(true).create_new(true).open(&part)?.write_all(content)?;
            fs::rename(&part, &path)
        };
        inner().map_err(|error| {
            // What is half-written must not stay; that it may not have been made at all does not matter.
            let _ = fs::remove_file(&part);
            WriteError::Io(self.target.shown.join(name), error)
        })
    }

    /// Removes a file of the output folder, and the folders that are empty without it.
    pub fn remove(&self, name: &str) -> Result<(), WriteError> {
        let path = self.target.real.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(WriteError::Io(self.target.shown.join(name), error));
            }
            _ => {}
        }
        let mut folder = path.parent();
        while let Some(empty) = folder.filter(|folder| *folder != self.target.real && fs::remove_dir(folder).is_ok()) {
            folder = empty.parent();
        }
        Ok(())
    }
}

/// Whether a folder of work is there, which must not be a link.
pub fn is_there(target: &Target) -> Result<bool, WriteError> {
    is_folder(&target.real.join(WORK), &target.shown.join(WORK))
}

fn is_folder(path: &Path, shown: &Path) -> Result<bool, WriteError> {
    match fs::symlink_metadata(path) {
        Ok(there) if there.is_dir() => Ok(true),
        Ok(there) if there.is_symlink() => Err(WriteError::Link(shown.to_path_buf())),
        Ok(_) => Err(WriteError::InTheWay(shown.to_path_buf())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(WriteError::Io(shown.to_path_buf(), error)),
    }
}

/// Refuses a link where a file of the folder of work is to be.
pub fn not_a_link(path: &Path, shown: &Path) -> Result<(), WriteError> {
    match fs::symlink_metadata(path) {
        Ok(there) if there.is_symlink() => Err(WriteError::Link(shown.to_path_buf())),
        Ok(there) if there.is_dir() => Err(WriteError::InTheWay(shown.to_path_buf())),
        _ => Ok(()),
    }
}

/// Writes a file of the content, if it is still as it was read (`None` stands for one that was not there). It is written beside itself first;
/// what a program that was killed has left there is taken away, if no program that runs has it.
pub fn over(path: &Path, read: Option<&str>, text: &str) -> Result<(), WriteError> {
    let refused = |error| WriteError::Io(path.to_path_buf(), error);
    let there = match fs::read(path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(refused(error)),
    };
    if there.as_deref() != read.map(str::as_bytes) {
        return Err(WriteError::Changed(path.to_path_buf()));
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    not_a_link(&beside, &beside)?;
    let is_in_use = match File::options().write(true).open(&beside) {
        Ok(left) => matches!(left.try_lock(), Err(TryLockError::WouldBlock)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(refused(error)),
    };
    if is_in_use {
        return Err(WriteError::Busy(path.to_path_buf()));
    }
    let _ = fs::remove_file(&beside);
    let inner = || {
        let mut part = File::options().write(true).create_new(true).open(&beside)?;
        // Where a disk knows no locks, the name alone keeps two programs apart.
        let _ = part.try_lock();
        part.write_all(text.as_bytes())?;
        drop(part);
        fs::rename(&beside, path)
    };
    inner().map_err(|error| {
        let _ = fs::remove_file(&beside);
        refused(error)
    })
}

#[cfg(test)]
mod tests {
    use super::over;
    use crate::WriteError;
    use std::fs::{self, File};

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
    fn what_a_killed_program_left_beside_a_file_of_the_content_goes_and_what_a_running_one_writes_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (path, beside) = (folder.path().join("read-against.toml"), folder.path().join("read-against.toml.part"));
        fs::write(&beside, "half").unwrap();
        let running = File::open(&beside).unwrap();
        running.lock().unwrap();
        assert!(matches!(over(&path, None, "one"), Err(WriteError::Busy(_))));
        assert_eq!(fs::read_to_string(&beside).unwrap(), "half");
        drop(running);
        over(&path, None, "one").unwrap();
        assert!(!beside.exists());
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
    }
}
