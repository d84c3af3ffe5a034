//! What a device's storage can do and how it can fail, and the one way to write that minds other tabs.

/// How a storage fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no more room. What was there before is still there.
    Full,
    /// The browser does not allow it.
    Blocked,
}

/// What stands in the way of remembering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no more room.
    Full,
    /// The browser gives no storage to this page.
    Blocked,
    /// What is kept cannot be read, in whole or in part.
    Damaged,
    /// What is kept is a newer version's, and is left alone.
    Newer,
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Trouble {
        match fault {
            Fault::Full => Trouble::Full,
            Fault::Blocked => Trouble::Blocked,
        }
    }
}

/// Texts under keys. The browser's local storage is one; tests have one with faults. Anything may fail at any time, and other tabs may
/// change everything between two calls.
pub trait Store {
    /// The text under a key.
    ///
    /// # Errors
    ///
    /// [`Fault::Blocked`] where the browser does not allow it.
    fn get(&self, key: &str) -> Result<Option<String>, Fault>;

    /// Puts a text under a key, whole or not at all.
    ///
    /// # Errors
    ///
    /// Either fault; the text before is then still there.
    fn set(&self, key: &str, text: &str) -> Result<(), Fault>;

    /// Takes a key and its text away.
    ///
    /// # Errors
    ///
    /// [`Fault::Blocked`] where the browser does not allow it.
    fn remove(&self, key: &str) -> Result<(), Fault>;

    /// All keys, in any order.
    ///
    /// # Errors
    ///
    /// [`Fault::Blocked`] where the browser does not allow it.
    fn keys(&self) -> Result<Vec<String>, Fault>;
}

/// How often a text is written anew because another tab has written between. A person cannot press in two tabs at once, so twice is rare.
const TRIES: usize = 4;

/// What shall be there in the place of what is there, either of which may be nothing.
pub type Change<'a> = &'a dyn Fn(Option<&str>) -> Result<Option<String>, Trouble>;

/// Changes the text under a key. `change` gets what is there, which may be nothing, and gives what shall be there, or nothing to leave it
/// alone. Returns whether what it gave is there now.
///
/// Another tab may write at any moment, for a browser locks nothing: what is there is looked at once more before writing, and after it,
/// and where another's text is found the change is made in that one. So `change` must give its own text back unchanged.
///
/// # Errors
///
/// What `change` says, or what the storage does. The text before is then still there. A storage that takes texts and does not have them
/// is [`Trouble::Blocked`].
pub fn update(store: &dyn Store, key: &str, change: Change) -> Result<bool, Trouble> {
    for _ in 0..TRIES {
        let before = store.get(key)?;
        let Some(text) = change(before.as_deref())? else { return Ok(false) };
        if before.as_ref() == Some(&text) {
            return Ok(true);
        }
        if store.get(key)? == before {
            store.set(key, &text)?;
        }
    }
    Err(Trouble::Blocked)
}
