//! What was read of a folder the last time, so that a file that has not changed is not read again.

use super::sources::Sources;
use std::collections::BTreeMap;
use std::fs;
use std::mem;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// The text files of a folder as they were read, each with its size and its time then.
#[derive(Debug, Default)]
pub struct LastRead {
    texts: BTreeMap<String, String>,
    stamps: BTreeMap<String, Stamp>,
    /// What the files look like that are being read.
    new_stamps: BTreeMap<String, Stamp>,
}

/// What a file looks like from the outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    bytes: u64,
    modified: SystemTime,
}

/// A file that was written so shortly before it was read could be written once more and look the same from the outside: some disks count time in
/// steps of 2 seconds. It is read again the next time.
const TOO_RECENT: Duration = Duration::from_secs(3);

impl Stamp {
    /// What this file looks like now; nothing where the system does not say, or where it was written just now.
    #[expect(
        clippy::disallowed_methods,
        reason = "how old a file is decides what is read again, and nothing of what is made of it"
    )]
    fn of(path: &Path) -> Option<Stamp> {
        let about = fs::metadata(path).ok()?;
        let modified = about.modified().ok()?;
        let age = SystemTime::now().duration_since(modified).ok()?;
        (age > TOO_RECENT).then_some(Stamp { bytes: about.len(), modified })
    }
}

impl LastRead {
    /// The text of a file that looks as it did when it was read. It is asked before the file is read: what is written after that makes it another.
    pub(crate) fn text(&mut self, path: &Path, shown: &str) -> Option<String> {
        let stamp = Stamp::of(path)?;
        self.new_stamps.insert(shown.to_owned(), stamp);
        (self.stamps.get(shown) == Some(&stamp)).then(|| self.texts.remove(shown)).flatten()
    }

    /// Ends a reading: what the files looked like during it is what they are compared with the next time.
    pub(crate) fn end(&mut self) {
        self.stamps = mem::take(&mut self.new_stamps);
        self.texts.clear();
    }

    /// Takes the texts of what was read with this, when nobody needs them any more.
    pub fn give_back(&mut self, sources: Sources) {
        self.texts = sources.files;
    }
}
