//! A site's own part of a device's storage.
//!
//! A browser has one storage for an internet address, however many sites stand there, each under a path. What one of them keeps must neither be
//! shown by another nor be forgotten by it. So every key holds the path: `fingerpost.2 /online-safety/ learner`. It is the path and not an id
//! of the setting, because two sites can never have the same path, and a copy of a setting's folder or a preview beside the site has its id.
//!
//! Keys of before (`fingerpost.1.learner`) do not tell whose they are. The first site that finds them takes them over ([`SiteStore::take_over`]) and
//! leaves none: a copy that stayed would come back after everything was forgotten, and would be shown by every site.

use super::store::{Fault, Store};

/// How every key of this program begins. The site's path and a space follow, which no path has in it.
pub const BEGIN: &str = "fingerpost.2 ";

/// How keys began before they told whose they are.
pub const BEFORE: &str = "fingerpost.1.";

/// The part of a storage that is one site's.
#[derive(Debug)]
pub struct SiteStore<S> {
    device: S,
    begin: String,
}

impl<S: Store> SiteStore<S> {
    /// The part of the site at a path, which begins and ends with `/`.
    pub fn new(device: S, path: &str) -> SiteStore<S> {
        SiteStore { device, begin: [BEGIN, path, " "].concat() }
    }

    /// The key as the device has it.
    pub fn whole(&self, key: &str) -> String {
        [&self.begin, key].concat()
    }

    /// Takes over what is kept under keys of before, each where nothing newer is in its place. What cannot be moved stays where it is, and is
    /// tried again by the next page.
    pub fn take_over(&self) {
        for key in self.device.keys().unwrap_or_default() {
            if let Some(own) = key.strip_prefix(BEFORE) {
                // What stands in the way is said when somebody asks to be remembered.
                let _ = self.move_here(&key, own);
            }
        }
    }

    fn move_here(&self, key: &str, own: &str) -> Result<(), Fault> {
        if let (Some(text), None) = (self.device.get(key)?, self.get(own)?) {
            self.set(own, &text)?;
            // Some storages take a text and do not have it.
            if self.get(own)?.is_some() {
                self.device.remove(key)?;
            }
        }
        Ok(())
    }
}

/// Under keys of this site alone, which are given and taken without what they all begin with.
impl<S: Store> Store for SiteStore<S> {
    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        self.device.get(&self.whole(key))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        self.device.set(&self.whole(key), text)
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.device.remove(&self.whole(key))
    }

    fn keys(&self) -> Result<Vec<String>, Fault> {
        let keys = self.device.keys()?;
        Ok(keys.iter().filter_map(|key| key.strip_prefix(&*self.begin)).map(str::to_owned).collect())
    }
}
