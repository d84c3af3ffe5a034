//! A step that is done with each file, and not done again for a file that has not changed.

use fingerpost_model::finding::Finding;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::mem;
use std::sync::Arc;

/// What came of a step for each file, and what it found.
pub struct Memo<T> {
    last: BTreeMap<Arc<str>, (T, Vec<Finding>)>,
    next: BTreeMap<Arc<str>, (T, Vec<Finding>)>,
}

impl<T> Default for Memo<T> {
    fn default() -> Memo<T> {
        Memo { last: BTreeMap::new(), next: BTreeMap::new() }
    }
}

impl<T: Clone + Send + Sync> Memo<T> {
    /// Begins anew: what the last turn did not use is dropped.
    pub fn turn(&mut self) {
        self.last = mem::take(&mut self.next);
    }

    /// Forgets what was made before, because something has changed of which all was made.
    pub fn forget(&mut self) {
        self.last.clear();
    }

    /// What comes of each of these, on as many threads as rayon has here; and to `found` what was found in them, in their order, as if one had been done
    /// after another. `path` is what each is known by. `is_made_of` says whether what came of the one known by it the last time was made of
    /// the same; where it was not, or there was none, `make` makes it.
    pub fn each<'t, I: Sync>(
        &mut self,
        all: &'t [I],
        found: &mut Vec<Finding>,
        path: impl Fn(&'t I) -> Arc<str> + Sync,
        is_made_of: impl Fn(&T, &'t I) -> bool + Sync,
        make: impl Fn(&'t I, &mut Vec<Finding>) -> T + Sync,
    ) -> Vec<T> {
        let last = &self.last;
        let one = |one: &'t I| {
            let path = path(one);
            let made = match last.get(&path) {
                Some(made) if is_made_of(&made.0, one) => made.clone(),
                _ => {
                    let mut found = Vec::new();
                    (make(one, &mut found), found)
                }
            };
            (path, made)
        };
        let done: Vec<_> = all.par_iter().map(one).collect();
        let mut results = Vec::with_capacity(done.len());
        for (path, made) in done {
            results.push(made.0.clone());
            found.extend(made.1.iter().cloned());
            self.next.insert(path, made);
        }
        results
    }
}

#[cfg(test)]
mod tests {
    use super::Memo;
    use fingerpost_model::finding::Finding;
    use fingerpost_model::place::Place;
    use fingerpost_model::rules::Rule;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// How many were made of these, what came, and how many complaints there were.
    fn made(memo: &mut Memo<String>, all: &[(&str, &str)]) -> (usize, Vec<String>, usize) {
        let count = AtomicUsize::new(0);
        let mut found = Vec::new();
        memo.turn();
        let results = memo.each(
            all,
            &mut found,
            |(path, _)| Arc::from(*path),
            |made, (_, text)| made == text,
            |(path, text), found| {
                count.fetch_add(1, Ordering::Relaxed);
                found.push(Finding::error(Place::start_of(&Arc::from(*path)), Rule::Title, "", ""));
                (*text).to_owned()
            },
        );
        (count.into_inner(), results, found.len())
    }

    #[test]
    fn what_comes_and_what_is_found_is_in_order_however_many_do_it() {
        let numbers: Vec<u32> = (0..500).collect();
        let complaint = |number: u32| Finding::error(Place::point(&Arc::from("a.md"), number, 1), Rule::Title, "", "");
        let done = |threads: usize| {
            let (mut memo, mut found) = (Memo::default(), vec![complaint(1000)]);
            let make = |number: &u32, found: &mut Vec<Finding>| {
                found.extend((0..number % 3).map(|_| complaint(*number)));
                number * 2
            };
            let path = |number: &u32| Arc::from(number.to_string());
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            (pool.install(|| memo.each(&numbers, &mut found, path, |_, _| false, make)), found)
        };
        let (doubled, found) = done(1);
        assert_eq!(doubled, numbers.iter().map(|number| number * 2).collect::<Vec<_>>());
        assert_eq!(found.len(), 1 + numbers.iter().map(|number| (number % 3) as usize).sum::<usize>());
        assert_eq!((doubled, found), done(4));
    }

    #[test]
    fn what_is_made_of_the_same_is_not_made_again_and_its_complaints_come_again() {
        let mut memo = Memo::default();
        assert_eq!(made(&mut memo, &[("a", "1"), ("b", "2")]), (2, vec!["1".to_owned(), "2".to_owned()], 2));
        assert_eq!(made(&mut memo, &[("b", "2"), ("a", "3"), ("c", "2")]).0, 2);
        assert_eq!(made(&mut memo, &[("b", "2"), ("a", "3")]), (0, vec!["2".to_owned(), "3".to_owned()], 2));
        // What was away once is not remembered.
        assert_eq!(made(&mut memo, &[("a", "3"), ("c", "2")]).0, 1);
        memo.turn();
        memo.forget();
        assert_eq!(made(&mut memo, &[("a", "3")]).0, 1);
    }
}
