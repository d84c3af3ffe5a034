//! Files that several settings share, each read from the disk once, however many settings are read.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// What was read of the folders that several settings share, by path. It may be handed to several threads.
#[derive(Debug, Default)]
pub struct SharedFiles(Mutex<BTreeMap<PathBuf, Arc<[u8]>>>);

impl SharedFiles {
    /// The bytes of a file, which is read when it is asked for first.
    pub fn bytes(&self, path: &Path) -> io::Result<Arc<[u8]>> {
        let known = |files: &BTreeMap<PathBuf, Arc<[u8]>>| files.get(path).map(Arc::clone);
        if let Some(bytes) = known(&self.0.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(bytes);
        }
        // Not while others wait. Should two read one file at once, both get what the first has put there.
        let read: Arc<[u8]> = fs::read(path)?.into();
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Arc::clone(files.entry(path.to_owned()).or_insert(read)))
    }
}

#[cfg(test)]
mod tests {
    use super::SharedFiles;
    use std::fs;

    #[test]
    fn a_file_is_read_once() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.md");
        let files = SharedFiles::default();
        assert!(files.bytes(&path).is_err(), "it is not there yet");
        fs::write(&path, "one").unwrap();
        assert_eq!(&*files.bytes(&path).unwrap(), b"one");
        fs::write(&path, "two").unwrap();
        assert_eq!(&*files.bytes(&path).unwrap(), b"one");
    }
}
