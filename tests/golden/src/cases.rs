//! What is computed of each case: once a run, and only if a test asks for it.

use crate::folder;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::OnceLock;

/// The cases of a folder, with what is computed of each.
pub struct Cases<T> {
    compute: fn(&str) -> T,
    computed: BTreeMap<String, OnceLock<T>>,
}

impl<T> Cases<T> {
    /// The cases in a folder, of which nothing is computed yet. `compute` is given the name of a case.
    pub fn new(folder: impl Into<PathBuf>, compute: fn(&str) -> T) -> Cases<T> {
        let names = folder::names(&folder.into());
        Cases { compute, computed: names.into_iter().map(|name| (name, OnceLock::new())).collect() }
    }

    /// The names of all cases, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.computed.keys().map(String::as_str)
    }

    /// What was computed of a case, or is now.
    pub fn of(&self, name: &str) -> &T {
        let computed = self.computed.get(name).unwrap_or_else(|| panic!("there is no case {name}"));
        computed.get_or_init(|| (self.compute)(name))
    }

    /// Every case by its name, with what was computed of it.
    pub fn all(&self) -> impl Iterator<Item = (&str, &T)> {
        self.names().map(|name| (name, self.of(name)))
    }
}

#[cfg(test)]
mod tests {
    use super::Cases;
    use std::fs;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn a_case_is_computed_once_and_only_if_it_is_asked_for() {
        static COMPUTED: AtomicUsize = AtomicUsize::new(0);
        let folder = tempfile::tempdir().unwrap();
        ["b", "a", "_shared"].iter().for_each(|name| fs::create_dir(folder.path().join(name)).unwrap());
        let cases = Cases::new(folder.path(), |name| {
            COMPUTED.fetch_add(1, Ordering::Relaxed);
            name.to_uppercase()
        });
        assert_eq!(cases.names().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!((cases.of("b").as_str(), COMPUTED.load(Ordering::Relaxed)), ("B", 1));
        assert_eq!(cases.all().map(|(name, upper)| format!("{name}{upper}")).collect::<Vec<_>>(), ["aA", "bB"]);
        assert_eq!(COMPUTED.load(Ordering::Relaxed), 2);
    }

    #[test]
    #[should_panic(expected = "stray.txt is no folder, so it is no case")]
    fn a_file_beside_the_cases_is_not_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("a")).unwrap();
        fs::write(folder.path().join("stray.txt"), "").unwrap();
        Cases::new(folder.path(), |_| ());
    }
}
