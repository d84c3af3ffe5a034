//! A storage with faults: it counts what is read and written, and at the moments that a row of the table names, it fails or another tab acts.

use fingerpost_lesson::keep::site::{BEGIN, SiteStore};
use fingerpost_lesson::keep::store::{Fault, Store};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// The path of the site whose learner a row is about.
pub const SITE: &str = "/a/";

/// What goes wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// There is no room at this write, counted from 1.
    FullAtWrite(usize),
    /// There is no room from this write on.
    FullFromWrite(usize),
    /// The browser forbids everything.
    Blocked,
    /// The browser forbids it from this reading on, counted from 1.
    BlockedFromRead(usize),
    /// What is there can be read, and nothing can be changed.
    ReadOnly,
    /// Nothing can be taken away.
    CannotRemove,
    /// Writing seems to work, and nothing is there after.
    Dropped,
    /// Right after this reading another tab writes this.
    OtherWritesAfterRead(usize, String, String),
    /// Right after this reading another tab forgets everything.
    OtherForgetsAfterRead(usize),
    /// Right after this write another tab writes this.
    OtherWritesAfterWrite(usize, String, String),
}

/// The storage.
#[derive(Debug, Default)]
pub struct FaultyDevice {
    /// Keys and texts.
    pub texts: RefCell<BTreeMap<String, String>>,
    /// What goes wrong.
    pub wrongs: RefCell<Vec<Wrong>>,
    /// By position in `wrongs`: which have happened.
    pub happened: RefCell<BTreeSet<usize>>,
    /// Every key that was ever written by the code under test.
    pub written: RefCell<BTreeSet<String>>,
    reads: Cell<usize>,
    writes: Cell<usize>,
}

impl FaultyDevice {
    /// A device on which these texts are kept.
    pub fn with(texts: BTreeMap<String, String>, wrongs: Vec<Wrong>) -> FaultyDevice {
        FaultyDevice { texts: RefCell::new(texts), wrongs: RefCell::new(wrongs), ..FaultyDevice::default() }
    }

    /// The part of it that is a site's.
    pub fn of(&self, site: &str) -> SiteStore<&FaultyDevice> {
        SiteStore::new(self, site)
    }

    /// Another tab of the site takes away everything of the site.
    pub fn forget_ours(&self) {
        self.texts.borrow_mut().retain(|key, _| !is_of(key, SITE));
    }

    /// Whether something goes wrong now, and that it has happened.
    fn meets(&self, is_now: impl Fn(&Wrong) -> bool) -> bool {
        let at = self.wrongs.borrow().iter().position(is_now);
        self.happened.borrow_mut().extend(at);
        at.is_some()
    }

    /// What another tab does at this moment.
    fn others(&self, is_now: impl Fn(&Wrong) -> bool) {
        for (index, wrong) in self.wrongs.borrow().iter().enumerate().filter(|(_, wrong)| is_now(wrong)) {
            self.happened.borrow_mut().insert(index);
            match wrong {
                Wrong::OtherWritesAfterRead(_, key, text) | Wrong::OtherWritesAfterWrite(_, key, text) => {
                    self.texts.borrow_mut().insert(key.clone(), text.clone());
                }
                _ => self.forget_ours(),
            }
        }
    }

    fn may_read(&self) -> Result<usize, Fault> {
        let nth = self.reads.get() + 1;
        self.reads.set(nth);
        let forbidden = |wrong: &Wrong| *wrong == Wrong::Blocked || matches!(wrong, Wrong::BlockedFromRead(from) if nth >= *from);
        if self.meets(forbidden) { Err(Fault::Blocked) } else { Ok(nth) }
    }
}

/// Whether a key is a site's.
pub fn is_of(key: &str, site: &str) -> bool {
    own(key, site).is_some()
}

/// What stands in a key of a site's behind what all of them begin with.
pub fn own<'a>(key: &'a str, site: &str) -> Option<&'a str> {
    key.strip_prefix(BEGIN)?.strip_prefix(site)?.strip_prefix(' ')
}

impl Store for &FaultyDevice {
    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        (**self).get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        (**self).set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        (**self).remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, Fault> {
        (**self).keys()
    }
}

impl Store for FaultyDevice {
    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        let nth = self.may_read()?;
        let text = self.texts.borrow().get(key).cloned();
        self.others(
            |wrong| matches!(wrong, Wrong::OtherWritesAfterRead(at, ..) | Wrong::OtherForgetsAfterRead(at) if *at == nth),
        );
        Ok(text)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        let nth = self.writes.get() + 1;
        self.writes.set(nth);
        let full = |wrong: &Wrong| match wrong {
            Wrong::FullAtWrite(at) => nth == *at,
            Wrong::FullFromWrite(from) => nth >= *from,
            _ => false,
        };
        if self.meets(|wrong| matches!(wrong, Wrong::Blocked | Wrong::ReadOnly)) {
            return Err(Fault::Blocked);
        }
        if self.meets(full) {
            return Err(Fault::Full);
        }
        self.written.borrow_mut().insert(key.to_owned());
        if !self.meets(|wrong| *wrong == Wrong::Dropped) {
            self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        }
        self.others(|wrong| matches!(wrong, Wrong::OtherWritesAfterWrite(at, ..) if *at == nth));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        if self.meets(|wrong| matches!(wrong, Wrong::Blocked | Wrong::ReadOnly | Wrong::CannotRemove)) {
            return Err(Fault::Blocked);
        }
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Fault> {
        self.may_read()?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }
}
