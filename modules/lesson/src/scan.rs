//! Two-switch step scanning: one switch moves, the other chooses. Groups first, then the items of a group.
//!
//! Nothing is timed: a learner moves and chooses when ready. Only repeats of a switch are ignored, for hands that shake.

/// A second press within this many milliseconds is taken for a repeat (domain/peers.md, section 3.1).
pub const IGNORE_REPEATS_MS: f64 = 300.0;

/// Where the scan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// On a whole group.
    Group(usize),
    /// On one item of a group.
    Item(usize, usize),
}

/// What the second switch did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// There is nothing to choose.
    Nothing,
    /// The scan went into a group.
    Entered,
    /// This item of this group is chosen.
    Item(usize, usize),
}

/// Moves over groups of items. It is told how many items each group has now, because the page changes between presses.
#[derive(Clone, Debug, PartialEq)]
pub struct Scanner {
    at: At,
    last_press_ms: Option<f64>,
}

impl Scanner {
    /// A scan that begins on a group.
    pub fn on_group(group: usize) -> Scanner {
        Scanner { at: At::Group(group), last_press_ms: None }
    }

    /// Where the scan is.
    pub fn at(&self) -> At {
        self.at
    }

    /// Goes to a group, after the page has changed.
    pub fn go_to_group(&mut self, group: usize) {
        self.at = At::Group(group);
    }

    /// Whether a press at this time (milliseconds of any steady clock) counts, or is a repeat of the one before.
    pub fn accepts(&mut self, now_ms: f64) -> bool {
        let repeat = self.last_press_ms.is_some_and(|last| (0.0..IGNORE_REPEATS_MS).contains(&(now_ms - last)));
        if !repeat {
            self.last_press_ms = Some(now_ms);
        }
        !repeat
    }

    /// The first switch: on to the next group or item. After the last item comes its group again, which is the way out.
    /// `sizes` has the number of items of each group.
    pub fn step(&mut self, sizes: &[usize]) {
        self.at = match self.at {
            _ if sizes.is_empty() => At::Group(0),
            At::Group(group) => At::Group((group + 1) % sizes.len()),
            At::Item(group, item) => match sizes.get(group) {
                Some(size) if item + 1 < *size => At::Item(group, item + 1),
                Some(_) => At::Group(group),
                None => At::Group(0),
            },
        };
    }

    /// The second switch: into the group, beginning at `first`, or this item. A group of one item is chosen at once.
    pub fn choose(&mut self, sizes: &[usize], first: usize) -> Chosen {
        match self.at {
            At::Group(group) => match sizes.get(group) {
                None | Some(0) => Chosen::Nothing,
                Some(1) => Chosen::Item(group, 0),
                Some(size) => {
                    self.at = At::Item(group, first.min(size - 1));
                    Chosen::Entered
                }
            },
            At::Item(group, item) if sizes.get(group).is_some_and(|size| item < *size) => Chosen::Item(group, item),
            At::Item(..) => {
                self.at = At::Group(0);
                Chosen::Nothing
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{At, Chosen, Scanner};
    use proptest::prelude::*;

    #[test]
    fn two_switches_reach_an_item_and_leave_its_group_again() {
        let sizes = [1, 3];
        let mut scan = Scanner::on_group(0);
        scan.step(&sizes);
        assert_eq!(scan.choose(&sizes, 0), Chosen::Entered);
        scan.step(&sizes);
        assert_eq!(scan.choose(&sizes, 0), Chosen::Item(1, 1));
        scan.step(&sizes);
        scan.step(&sizes);
        assert_eq!(scan.at(), At::Group(1), "after the last item comes the way out");
        scan.step(&sizes);
        assert_eq!(scan.choose(&sizes, 0), Chosen::Item(0, 0), "a group of one is chosen at once");
    }

    #[test]
    fn a_repeat_within_300_ms_is_ignored_and_does_not_lengthen_the_wait() {
        let mut scan = Scanner::on_group(0);
        assert!(scan.accepts(1000.0));
        assert!(!scan.accepts(1200.0));
        assert!(scan.accepts(1300.0));
        assert!(scan.accepts(900.0), "a clock that was set back blocks nobody");
    }

    proptest! {
        #[test]
        fn every_item_can_be_reached_with_two_switches(sizes in prop::collection::vec(1usize..6, 1..6), wish in any::<prop::sample::Index>(), item in any::<prop::sample::Index>()) {
            let group = wish.index(sizes.len());
            let item = item.index(sizes[group]);
            let mut scan = Scanner::on_group(0);
            while scan.at() != At::Group(group) { scan.step(&sizes); }
            let mut chosen = scan.choose(&sizes, 0);
            if chosen == Chosen::Entered {
                for _ in 0..item { scan.step(&sizes); }
                chosen = scan.choose(&sizes, 0);
            }
            prop_assert_eq!(chosen, Chosen::Item(group, item));
        }

        #[test]
        fn a_page_that_changes_between_presses_never_breaks_the_scan(presses in prop::collection::vec((any::<bool>(), prop::collection::vec(0usize..4, 0..5)), 0..80)) {
            let mut scan = Scanner::on_group(0);
            for (step, sizes) in presses {
                if step { scan.step(&sizes) } else if let Chosen::Item(group, item) = scan.choose(&sizes, 0) {
                    prop_assert!(item < sizes[group]);
                }
            }
        }
    }
}
