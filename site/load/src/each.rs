//! Something done with every file, on as many threads as rayon has here: what comes of it, and the complaints, in the order of the files.

use fingerpost_model::finding::Finding;
use rayon::prelude::*;

/// What comes of each of these. What `of` finds is added to `found` in their order, as if one had been done after another.
pub fn each<'t, T: Sync, R: Send>(
    all: &'t [T],
    found: &mut Vec<Finding>,
    of: impl Fn(&'t T, &mut Vec<Finding>) -> R + Sync,
) -> Vec<R> {
    let one = |one: &'t T| {
        let mut found = Vec::new();
        (of(one, &mut found), found)
    };
    let done: Vec<(R, Vec<Finding>)> = all.par_iter().map(one).collect();
    let add = |(result, complaints)| {
        found.extend(complaints);
        result
    };
    done.into_iter().map(add).collect()
}

#[cfg(test)]
mod tests {
    use super::each;
    use fingerpost_model::finding::Finding;
    use fingerpost_model::place::Place;
    use fingerpost_model::rules::Rule;
    use std::sync::Arc;

    #[test]
    fn what_comes_and_what_is_found_is_in_order_however_many_do_it() {
        let numbers: Vec<u32> = (0..500).collect();
        let complaint = |number: u32| Finding::error(Place::point(&Arc::from("a.md"), number, 1), Rule::Title, "", "");
        let done = |threads: usize| {
            let mut found = vec![complaint(1000)];
            let of = |number: &u32, found: &mut Vec<Finding>| {
                found.extend((0..number % 3).map(|_| complaint(*number)));
                number * 2
            };
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            (pool.install(|| each(&numbers, &mut found, of)), found)
        };
        let (doubled, found) = done(1);
        assert_eq!(doubled, numbers.iter().map(|number| number * 2).collect::<Vec<_>>());
        assert_eq!(found.len(), 1 + numbers.iter().map(|number| (number % 3) as usize).sum::<usize>());
        assert_eq!((doubled, found), done(4));
    }
}
