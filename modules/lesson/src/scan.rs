//! Scanning: groups first, then the items of a group, with one switch or two. It is one state machine, and there is no clock in it: it
//! is told of presses ([`Scanner::press`]) and of time passing ([`Scanner::pass`]).
//!
//! - With two switches nothing is timed: one moves, the other chooses, when the learner is ready.
//! - With one switch the scan moves by itself and the switch chooses. It stays twice as long on the first thing, waits while a voice
//!   speaks, and rests after three rounds until the switch wakes it. So nobody is hurried, and nothing blinks on for ever.
//!
//! Which presses count is for [`crate::press`]. Where the numbers come from is in docs/dev/evidence.md, Switches and scanning.

use crate::script::Heard;
use crate::ways::{Switch, Time, Ways};

/// How many times longer the scan stays on the first thing than on those after it.
pub const FIRST_TIMES: u32 = 2;

/// After so many rounds without a press, the scan rests.
pub const ROUNDS: usize = 3;

/// The longest that one sentence holds the scan up. A voice may never say that it has ended, and then the learner with one switch
/// would be stuck.
pub const LONGEST_SENTENCE_MS: u32 = 20_000;

/// Into how many parts a ring is divided that shows time passing.
pub const MARKS: u8 = 8;

/// How many of [`MARKS`] parts of a time have passed.
pub fn marks(passed_ms: u32, of_ms: u32) -> u8 {
    let parts = u64::from(passed_ms) * u64::from(MARKS) / u64::from(of_ms.max(1));
    parts.min(u64::from(MARKS)) as u8
}

/// Where the scan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// On a whole group.
    Group(usize),
    /// On one item of a group.
    Item(usize, usize),
}

/// What a press did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    /// There is nothing to choose.
    Nothing,
    /// The scan is elsewhere now: further on, or inside a group.
    Moved,
    /// It rested, and goes on.
    Woke,
    /// This item of this group is chosen.
    Chose(usize, usize),
}

/// Moves over groups of items. It is told how many items each group has now, because the page changes between presses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scanner {
    at: At,
    /// How long the scan has been here.
    here_ms: u32,
    /// The first thing after a press, a new screen or a whole round.
    first: bool,
    /// Moves from group to group since the last press.
    moves: usize,
    resting: bool,
    /// What is heard, and for how long.
    heard: (Option<Heard>, u32),
}

impl Scanner {
    /// A scan that begins on a group.
    pub fn on_group(group: usize) -> Scanner {
        Scanner { at: At::Group(group), here_ms: 0, first: true, moves: 0, resting: false, heard: (None, 0) }
    }

    /// Where the scan is.
    pub fn at(&self) -> At {
        self.at
    }

    /// Whether it has gone round often enough, and rests.
    pub fn is_resting(&self) -> bool {
        self.resting
    }

    /// Goes to a group, after the page has changed.
    pub fn go_to_group(&mut self, group: usize) {
        *self = Scanner { heard: self.heard, ..Scanner::on_group(group) };
    }

    /// Goes where the thing that it is on has gone, or is found again, when the page has changed. It stays there no longer for that.
    pub fn follow(&mut self, at: At) {
        self.at = at;
    }

    /// A press that counts. With one switch, either key chooses. `sizes` has the number of items of each group, and `first` is where a
    /// group that is entered begins.
    pub fn press(&mut self, switch: Switch, one_switch: bool, sizes: &[usize], first: usize) -> Did {
        let woken = std::mem::take(&mut self.resting);
        (self.here_ms, self.first, self.moves) = (0, true, 0);
        match switch {
            _ if one_switch && woken => Did::Woke,
            Switch::Move if !one_switch => {
                self.step(sizes);
                Did::Moved
            }
            _ => self.choose(sizes, first),
        }
    }

    /// Time has passed, with one switch. `heard` is what a voice is saying, or a recording. Returns whether the scan has
    /// moved or come to rest; it moves by one thing at most, however long nobody told it of time. `sizes` is asked only for a move.
    pub fn pass(&mut self, ms: u32, heard: Option<Heard>, ways: &Ways, sizes: impl FnOnce() -> Vec<usize>) -> bool {
        let heard_ms = if heard == self.heard.0 { self.heard.1.saturating_add(ms) } else { 0 };
        self.heard = (heard, heard_ms);
        if self.resting || (heard.is_some() && heard_ms < LONGEST_SENTENCE_MS) {
            return false;
        }
        self.here_ms = self.here_ms.saturating_add(ms);
        if self.here_ms < self.stay_ms(ways) {
            return false;
        }
        self.here_ms = 0;
        self.first = false;
        let sizes = sizes();
        self.step(&sizes);
        if let At::Group(_) = self.at {
            self.moves += 1;
            self.first = self.moves.is_multiple_of(sizes.len().max(1));
            self.resting = self.moves >= ROUNDS * sizes.len();
        }
        true
    }

    /// How much of its time here has passed, of [`MARKS`].
    pub fn ring(&self, ways: &Ways) -> u8 {
        marks(self.here_ms, self.stay_ms(ways))
    }

    fn stay_ms(&self, ways: &Ways) -> u32 {
        ways.ms(Time::Step) * if self.first { FIRST_TIMES } else { 1 }
    }

    /// On to the next group or item. After the last item comes its group again, which is the way out.
    fn step(&mut self, sizes: &[usize]) {
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

    /// Into the group, beginning at `first`, or this item. A group of one item is chosen at once.
    fn choose(&mut self, sizes: &[usize], first: usize) -> Did {
        match self.at {
            At::Group(group) => match sizes.get(group) {
                None | Some(0) => Did::Nothing,
                Some(1) => Did::Chose(group, 0),
                Some(size) => {
                    self.at = At::Item(group, first.min(size - 1));
                    Did::Moved
                }
            },
            At::Item(group, item) if sizes.get(group).is_some_and(|size| item < *size) => Did::Chose(group, item),
            At::Item(..) => {
                self.at = At::Group(0);
                Did::Nothing
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{At, Did, LONGEST_SENTENCE_MS, MARKS, ROUNDS, Scanner, marks};
    use crate::script::{Heard, Part};
    use crate::ways::{Switch, Time, Ways};
    use proptest::prelude::*;

    const STEP: u32 = 2000;

    fn heard(sentence: usize) -> Option<Heard> {
        Some(Heard::Sentence((Part::Question, sentence)))
    }

    fn two(scan: &mut Scanner, switch: Switch, sizes: &[usize]) -> Did {
        scan.press(switch, false, sizes, 0)
    }

    fn one(scan: &mut Scanner, sizes: &[usize]) -> Did {
        scan.press(Switch::Choose, true, sizes, 0)
    }

    fn pass(scan: &mut Scanner, ms: u32, sizes: &[usize]) -> bool {
        scan.pass(ms, None, &Ways::default(), || sizes.to_vec())
    }

    #[test]
    fn two_switches_reach_an_item_and_leave_its_group_again() {
        let sizes = [1, 3];
        let mut scan = Scanner::on_group(0);
        two(&mut scan, Switch::Move, &sizes);
        assert_eq!(two(&mut scan, Switch::Choose, &sizes), Did::Moved);
        two(&mut scan, Switch::Move, &sizes);
        assert_eq!(two(&mut scan, Switch::Choose, &sizes), Did::Chose(1, 1));
        two(&mut scan, Switch::Move, &sizes);
        two(&mut scan, Switch::Move, &sizes);
        assert_eq!(scan.at(), At::Group(1), "after the last item comes the way out");
        two(&mut scan, Switch::Move, &sizes);
        assert_eq!(two(&mut scan, Switch::Choose, &sizes), Did::Chose(0, 0), "a group of one is chosen at once");
    }

    #[test]
    fn one_switch_stays_twice_as_long_on_the_first_thing() {
        let sizes = [2, 2, 2];
        let mut scan = Scanner::on_group(1);
        assert!(!pass(&mut scan, STEP, &sizes));
        assert_eq!(scan.ring(&Ways::default()), MARKS / 2);
        assert!(pass(&mut scan, STEP, &sizes));
        assert_eq!(scan.at(), At::Group(2));
        assert!(pass(&mut scan, STEP, &sizes), "the second thing has the usual time");
        assert_eq!(one(&mut scan, &sizes), Did::Moved);
        assert_eq!(scan.at(), At::Item(0, 0));
        assert!(!pass(&mut scan, STEP, &sizes), "inside a group the first thing has twice the time too");
        assert!(pass(&mut scan, STEP, &sizes));
        assert_eq!(one(&mut scan, &sizes), Did::Chose(0, 1));
    }

    #[test]
    fn a_round_begins_slowly_and_after_three_the_scan_rests_until_a_press() {
        let sizes = [1, 2, 1];
        let mut scan = Scanner::on_group(1);
        let mut ms = 0;
        while !scan.is_resting() {
            assert!(ms < 1_000_000);
            ms += 100;
            pass(&mut scan, 100, &sizes);
        }
        let each_round = STEP * (sizes.len() as u32 + 1);
        assert_eq!(ms, each_round * ROUNDS as u32);
        assert_eq!(scan.at(), At::Group(1), "it rests where it began");
        assert!(!pass(&mut scan, 600_000, &sizes));
        assert_eq!(one(&mut scan, &sizes), Did::Woke, "the press that wakes it chooses nothing");
        assert!(!scan.is_resting() && scan.at() == At::Group(1));
        assert_eq!(one(&mut scan, &sizes), Did::Moved);
    }

    #[test]
    fn it_waits_while_a_voice_speaks_but_not_for_a_voice_that_never_ends() {
        let (ways, sizes) = (Ways::default(), [1, 1]);
        let mut scan = Scanner::on_group(0);
        for sentence in 0..10 {
            for _ in 0..10 {
                assert!(!scan.pass(1000, heard(sentence), &ways, || sizes.to_vec()));
            }
        }
        assert_eq!(scan.ring(&ways), 0);
        scan.pass(2 * STEP, None, &ways, || sizes.to_vec());
        assert_eq!(scan.at(), At::Group(1));
        let mut waited = 0;
        while !scan.pass(1000, heard(3), &ways, || sizes.to_vec()) {
            waited += 1000;
            assert!(waited <= LONGEST_SENTENCE_MS + 2 * STEP);
        }
        assert!(waited >= LONGEST_SENTENCE_MS);
    }

    #[test]
    fn the_ring_is_empty_at_first_and_full_at_last() {
        assert_eq!([0, 249, 250, 1999, 2000, 9000].map(|ms| marks(ms, 2000)), [0, 0, 1, 7, 8, 8]);
        assert_eq!(marks(u32::MAX, 0), MARKS);
    }

    proptest! {
        #[test]
        fn every_item_can_be_reached_with_two_switches(sizes in prop::collection::vec(1usize..6, 1..6), wish in any::<prop::sample::Index>(), item in any::<prop::sample::Index>()) {
            let group = wish.index(sizes.len());
            let item = item.index(sizes[group]);
            let mut scan = Scanner::on_group(0);
            while scan.at() != At::Group(group) { two(&mut scan, Switch::Move, &sizes); }
            let mut did = two(&mut scan, Switch::Choose, &sizes);
            if did == Did::Moved {
                for _ in 0..item { two(&mut scan, Switch::Move, &sizes); }
                did = two(&mut scan, Switch::Choose, &sizes);
            }
            prop_assert_eq!(did, Did::Chose(group, item));
        }

        #[test]
        fn every_item_can_be_reached_with_one_switch_before_the_scan_rests(sizes in prop::collection::vec(1usize..6, 1..6), from in any::<prop::sample::Index>(), wish in any::<prop::sample::Index>(), item in any::<prop::sample::Index>(), step in 2u32..40) {
            let ways = Ways::read(&format!("step={}", step * 250)).unwrap();
            let group = wish.index(sizes.len());
            let item = item.index(sizes[group]);
            let mut scan = Scanner::on_group(from.index(sizes.len()));
            let wait = |scan: &mut Scanner, at: At| {
                while scan.at() != at && !scan.is_resting() { scan.pass(ways.ms(Time::Step) / 8, None, &ways, || sizes.to_vec()); }
            };
            wait(&mut scan, At::Group(group));
            let mut did = one(&mut scan, &sizes);
            if did == Did::Moved {
                wait(&mut scan, At::Item(group, item));
                did = one(&mut scan, &sizes);
            }
            prop_assert_eq!(did, Did::Chose(group, item));
        }

        #[test]
        fn a_page_that_changes_between_presses_never_breaks_the_scan(presses in prop::collection::vec((0u8..4, 0u32..30_000, prop::collection::vec(0usize..4, 0..5)), 0..80)) {
            let ways = Ways::default();
            let mut scan = Scanner::on_group(0);
            for (event, ms, sizes) in presses {
                let did = match event {
                    0 => scan.press(Switch::Move, false, &sizes, 9),
                    1 => scan.press(Switch::Choose, false, &sizes, 9),
                    2 => scan.press(Switch::Choose, true, &sizes, 9),
                    _ => { scan.pass(ms, None, &ways, || sizes.to_vec()); Did::Nothing }
                };
                if let Did::Chose(group, item) = did { prop_assert!(item < sizes[group]); }
                prop_assert!(scan.ring(&ways) <= MARKS);
            }
        }

        #[test]
        fn the_scan_moves_by_one_thing_at_most_and_never_sooner_than_its_time(sizes in prop::collection::vec(1usize..5, 1..6), waits in prop::collection::vec(0u32..9000, 0..60)) {
            let ways = Ways::default();
            let mut scan = Scanner::on_group(0);
            let mut here = 0;
            for ms in waits {
                let before = scan.at();
                here += ms;
                if scan.pass(ms, None, &ways, || sizes.to_vec()) {
                    prop_assert!(here >= STEP);
                    here = 0;
                    let next = match before { At::Group(group) => At::Group((group + 1) % sizes.len()), item => item };
                    prop_assert_eq!(scan.at(), next);
                } else {
                    prop_assert_eq!(scan.at(), before);
                }
            }
        }
    }
}
