//! What a reader sees of a list of a setting: its own entries where a reader sees all of them, and copies with less in them where not.

use std::borrow::Cow;
use std::ops::Index;

/// The entries of a list that a reader sees, in their order.
#[derive(Clone, Debug)]
pub struct Seen<'s, T: Clone>(Vec<Cow<'s, T>>);

impl<'s, T: Clone> Seen<'s, T> {
    /// These entries. Of one that is not whole, a copy is made in which `keep` leaves out what the reader may not see.
    pub fn of(entries: impl Iterator<Item = &'s T>, is_whole: impl Fn(&T) -> bool, keep: impl Fn(&mut T)) -> Seen<'s, T> {
        let seen = entries.map(|entry| {
            let mut seen = Cow::Borrowed(entry);
            if !is_whole(entry) {
                keep(seen.to_mut());
            }
            seen
        });
        Seen(seen.collect())
    }

    /// The entries in their order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &T> + Clone {
        self.0.iter().map(|entry| &**entry)
    }

    /// The entry at a place in the list, from 0, if there is one.
    pub fn get(&self, index: usize) -> Option<&T> {
        self.0.get(index).map(|entry| &**entry)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Clone> Index<usize> for Seen<'_, T> {
    type Output = T;

    fn index(&self, index: usize) -> &T {
        &self.0[index]
    }
}
