//! Waits for changes of the content.
//!
//! What counts is what the files are: [`Seen`] lists them with their sizes and times, and only where it is another than before is there a change.
//! The system tells us when to look, so that a change is on the screen at once. But it tells nothing of a folder that was moved away and made again,
//! of one that setting.toml named only later, and on some disks of a network nothing at all; so we look once a second in any case.

use fingerpost_load as load;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, SystemTime};

/// How long the files must be quiet before a rebuild: editors write a file in several steps. A change should be on screen within 100 ms.
const QUIET: Duration = Duration::from_millis(30);

/// How often we look without being told to.
const LOOK: Duration = Duration::from_secs(1);

/// The files of a setting and of what it shares, as they are at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    files: BTreeMap<PathBuf, (u64, Option<SystemTime>)>,
    folders: Vec<PathBuf>,
}

impl Seen {
    /// Looks at a setting's folder, and at that of the shared files which its setting.toml names now. A folder that is not there has no files.
    pub fn now(dir: &Path) -> Seen {
        let mut seen = Seen::default();
        for folder in load::folders(dir, &load::SharedFiles::default()) {
            if folder.is_dir() {
                seen.look(&folder, 0);
                seen.folders.push(folder);
            }
        }
        seen
    }

    fn look(&mut self, folder: &Path, depth: usize) {
        if depth > load::DEEPEST {
            return;
        }
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            let name = name.to_string_lossy();
            // What ends in .part is ours, while a record is written.
            if load::is_dropping(&name) || name.ends_with(".part") {
                continue;
            }
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                self.look(&path, depth + 1);
            } else if let Ok(about) = fs::metadata(&path) {
                self.files.insert(path, (about.len(), about.modified().ok()));
            }
        }
    }
}

/// Watches a setting's folder, and the shared one, wherever that is.
#[derive(Debug)]
pub struct Watch {
    dir: PathBuf,
    /// What the last version was loaded from, or something older.
    seen: Seen,
    told: Option<(RecommendedWatcher, Receiver<()>)>,
}

impl Watch {
    /// Begins to watch, before anything is read for the first time. Also returns why the system will tell us nothing, if it will not.
    pub fn begin(dir: &Path) -> (Watch, Option<notify::Error>) {
        let mut watch = Watch { dir: dir.to_path_buf(), seen: Seen::now(dir), told: None };
        let refused = watch.be_told();
        (watch, refused)
    }

    /// Waits until something has changed and has been quiet for a moment. [`Watch::be_told`] follows.
    pub fn change(&mut self) {
        loop {
            // Before it waits it looks: until a moment ago the system may have told us nothing.
            let mut now = Seen::now(&self.dir);
            if now == self.seen {
                self.wait(LOOK);
                continue;
            }
            loop {
                std::thread::sleep(QUIET);
                let later = Seen::now(&self.dir);
                if later == now {
                    break;
                }
                now = later;
            }
            self.seen = now;
            return;
        }
    }

    /// Waits until we are told that something may have changed, or for so long.
    fn wait(&mut self, at_most: Duration) {
        match &self.told {
            Some((_, told)) => {
                if told.recv_timeout(at_most) == Err(RecvTimeoutError::Disconnected) {
                    std::thread::sleep(at_most);
                }
                // One look is enough for all that we were told.
                while told.try_recv().is_ok() {}
            }
            None => std::thread::sleep(at_most),
        }
    }

    /// Lets the system tell us of changes, after each change anew: the folders may be others than before, though their names are the same. Returns
    /// why the system tells us nothing, if it does not.
    pub fn be_told(&mut self) -> Option<notify::Error> {
        self.told = None;
        let (tell, told) = mpsc::channel();
        // Reading a file is an event too, and each build reads them all. Where the system has lost events, anything may have changed.
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if !event.is_ok_and(|event| matches!(event.kind, EventKind::Access(_))) {
                let _ = tell.send(());
            }
        });
        let begun = watcher.and_then(|mut watcher| {
            for folder in &self.seen.folders {
                match watcher.watch(folder, RecursiveMode::Recursive) {
                    // It has gone since we looked; the next look sees it.
                    Err(_) if !folder.is_dir() => {}
                    watched => watched?,
                }
            }
            Ok(watcher)
        });
        match begun {
            Ok(watcher) => {
                self.told = Some((watcher, told));
                None
            }
            Err(error) => Some(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Seen, Watch};
    use std::fs;
    use std::path::Path;

    fn setting(root: &Path) -> std::path::PathBuf {
        for (path, text) in
            [("school/setting.toml", ""), ("school/pages/home.md", "home"), ("common/pages/contacts.md", "contacts")]
        {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        root.join("school")
    }

    /// Building reads every file. That must not look like a change, or each build would call for the next.
    #[test]
    fn reading_is_no_change_and_what_an_editor_keeps_beside_a_file_is_none_either() {
        let root = tempfile::tempdir().unwrap();
        let dir = setting(root.path());
        let before = Seen::now(&dir);
        assert_eq!(before.files.len(), 2);
        super::load::read(&dir).unwrap();
        for own in [".home.md.swp", "home.md~", "home.md.tmp"] {
            fs::write(dir.join("pages").join(own), "").unwrap();
        }
        assert_eq!(Seen::now(&dir), before);
    }

    #[test]
    fn whatever_the_site_is_made_of_is_seen_wherever_it_is() {
        let root = tempfile::tempdir().unwrap();
        let dir = setting(root.path());
        let mut before = Seen::now(&dir);
        let mut changes = |what: &str, is_change: bool, change: &dyn Fn()| {
            change();
            let now = Seen::now(&dir);
            assert_eq!(now != before, is_change, "{what}");
            before = now;
        };
        let path = |path: &str| root.path().join(path);
        changes("a file is edited", true, &|| fs::write(path("school/pages/home.md"), "longer").unwrap());
        changes("a file is new", true, &|| fs::write(path("school/logo.png"), "").unwrap());
        changes("a file beside the setting", false, &|| fs::write(path("common/pages/contacts.md"), "longer").unwrap());
        changes("common is named", true, &|| fs::write(path("school/setting.toml"), "common = \"../common\"").unwrap());
        changes("a shared file is edited", true, &|| fs::write(path("common/pages/contacts.md"), "").unwrap());
        changes("the shared folder is moved away", true, &|| fs::rename(path("common"), path("away")).unwrap());
        changes("and back", true, &|| fs::rename(path("away"), path("common")).unwrap());
        changes("the folder is moved away", true, &|| fs::rename(path("school"), path("away")).unwrap());
        changes("and back", true, &|| fs::rename(path("away"), path("school")).unwrap());
    }

    /// With the system telling when to look, every one of these changes is waited for, and comes.
    #[test]
    fn a_folder_that_was_made_again_is_watched_like_the_first() {
        let root = tempfile::tempdir().unwrap();
        let dir = setting(root.path());
        let (mut watch, refused) = Watch::begin(&dir);
        assert!(refused.is_none(), "{refused:?}");
        let mut change = || {
            watch.change();
            assert!(watch.be_told().is_none());
        };
        fs::rename(&dir, root.path().join("away")).unwrap();
        change();
        setting(root.path());
        change();
        fs::write(dir.join("pages/home.md"), "an edit in the new folder").unwrap();
        change();
        fs::write(dir.join("setting.toml"), "common = \"../common\"").unwrap();
        change();
        fs::write(root.path().join("common/pages/contacts.md"), "an edit in the folder that was named later").unwrap();
        change();
    }
}
