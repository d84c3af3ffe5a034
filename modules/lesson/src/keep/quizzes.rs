//! What is kept of quizzes, each under a key of its own: finding, keeping, bringing back, forgetting. It belongs to no learner: staff and parents
//! have no picture and nickname here.

use super::QUIZZES;
use super::line::is_word;
use super::store::{Fault, Store, Trouble, update};
use super::taken::{Kept, Rests, Taken, merge, put};
use super::text::Text;

/// The key of a quiz.
pub fn key(id: &str) -> String {
    [QUIZZES.key, id].concat()
}

/// Whether a text can be the id of a quiz: what a file says may be anything.
pub fn is_id(text: &str) -> bool {
    is_word(text) && text.len() <= 64 && !text.contains(char::is_whitespace)
}

/// What is kept of every quiz, in the order of their ids.
///
/// # Errors
///
/// The storage's own.
pub fn all(store: &dyn Store) -> Result<Vec<Kept>, Fault> {
    let keys = store.keys()?;
    let mut ids: Vec<&str> = keys.iter().filter_map(|key| key.strip_prefix(QUIZZES.key)).filter(|id| is_id(id)).collect();
    ids.sort_unstable();
    let mut all = Vec::with_capacity(ids.len());
    for id in ids {
        // Another tab may have forgotten this one since.
        if let Some(text) = store.get(&key(id))? {
            all.push(Kept::read(id, &text));
        }
    }
    Ok(all)
}

/// Puts what a file holds of a quiz together with what is on the device.
///
/// # Errors
///
/// What stands in the way. What was kept before is then still there.
pub fn bring_back(store: &dyn Store, id: &str, text: &str) -> Result<(), Trouble> {
    update(store, &key(id), &|before| Ok(Some(merge(before, text)?))).map(drop)
}

/// Keeping one quiz while its page is open. No trouble stops the quiz.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// What is kept of it.
    pub kept: Option<Kept>,
    /// Somebody has asked to be remembered.
    pub remembers: bool,
    /// Somebody has just asked to be forgotten.
    pub forgotten: bool,
    /// What stands in the way.
    pub trouble: Option<Trouble>,
}

impl Keeping {
    /// Reads what is kept of a quiz. Whoever has blocked storage knows; it is said when they ask to be remembered.
    pub fn open(store: &dyn Store, id: &str) -> Keeping {
        let Ok(Some(text)) = store.get(&key(id)) else { return Keeping::default() };
        let kept = Kept::read(id, &text);
        let trouble = match &kept {
            kept if kept.is_newer => Some(Trouble::Newer),
            kept if !kept.has_header || !kept.damaged.is_empty() => Some(Trouble::Damaged),
            _ => None,
        };
        // Without its first line the text may be anybody's: it is written only when somebody asks.
        Keeping { remembers: kept.has_header, trouble, kept: Some(kept), forgotten: false }
    }

    /// Whether nothing is kept, nothing was forgotten and nothing stands in the way: then there is nothing to say of it.
    pub fn is_untouched(&self) -> bool {
        *self == Keeping::default()
    }

    /// Keeps how it was taken, on a wish or where it is kept already. On a wish it also begins, and puts aside what cannot be read.
    pub fn keep(&mut self, store: &dyn Store, id: &str, taken: &Taken, rests: &[Rests], wished: bool) {
        let kept = update(store, &key(id), &|before| match before {
            None if !wished => Ok(None),
            Some(text) if !wished && !Text::read(text)?.has_header => Err(Trouble::Damaged),
            _ => Ok(Some(put(before, taken, rests)?)),
        });
        // What another tab has forgotten stays forgotten.
        self.remembers = kept.unwrap_or(self.remembers && !wished);
        self.trouble = kept.err();
        self.forgotten = false;
    }

    /// Forgets this quiz, and nothing else.
    pub fn forget(&mut self, store: &dyn Store, id: &str) {
        match store.remove(&key(id)) {
            Ok(()) => *self = Keeping { forgotten: true, ..Keeping::default() },
            Err(fault) => self.trouble = Some(fault.into()),
        }
    }
}
