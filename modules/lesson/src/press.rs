//! Which presses of a switch count: not those that follow too fast, and, where a switch must be held, not those let go too soon.
//!
//! There is no clock in here: every event comes with its time, in milliseconds of any steady clock.

use crate::ways::{Switch, Time, Ways};

/// The switches of one learner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Presses {
    last_counted_ms: Option<u32>,
    held: Option<Held>,
}

/// A switch that is down and has not counted yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Held {
    switch: Switch,
    since_ms: u32,
}

impl Presses {
    /// A switch goes down. Returns whether that is a press that counts; where a switch must be held, none does yet.
    pub fn down(&mut self, switch: Switch, now_ms: u32, ways: &Ways) -> bool {
        let is_repeat =
            self.last_counted_ms.and_then(|last| now_ms.checked_sub(last)).is_some_and(|since| since < ways.ms(Time::Repeat));
        if is_repeat {
            self.held = None;
        } else if ways.ms(Time::Hold) == 0 {
            self.last_counted_ms = Some(now_ms);
            return true;
        } else {
            self.held = Some(Held { switch, since_ms: now_ms });
        }
        false
    }

    /// A switch is let go.
    pub fn up(&mut self, switch: Switch) {
        if self.held.is_some_and(|held| held.switch == switch) {
            self.held = None;
        }
    }

    /// Everything is let go: the page cannot see the hands any more.
    pub fn let_go(&mut self) {
        self.held = None;
    }

    /// Time has passed. Returns the switch that has now been held long enough; it counts once, however long it stays down.
    pub fn pass(&mut self, now_ms: u32, ways: &Ways) -> Option<Switch> {
        let held = self.held.filter(|held| now_ms.saturating_sub(held.since_ms) >= ways.ms(Time::Hold))?;
        self.held = None;
        self.last_counted_ms = Some(now_ms);
        Some(held.switch)
    }

    /// Whether a switch is down that has not counted yet.
    pub fn is_held(&self) -> bool {
        self.held.is_some()
    }

    /// For how long a switch has been held that has not counted yet.
    pub fn held_for(&self, now_ms: u32) -> Option<u32> {
        self.held.map(|held| now_ms.saturating_sub(held.since_ms))
    }
}

#[cfg(test)]
mod tests {
    use super::Presses;
    use crate::ways::{Change, Switch, Time, Ways};
    use proptest::prelude::*;

    fn ways(repeat: u32, hold: u32) -> Ways {
        Ways::read(&format!("repeat={repeat} hold={hold}")).unwrap()
    }

    #[test]
    fn a_repeat_within_300_ms_is_ignored_and_does_not_lengthen_the_wait() {
        let (mut presses, ways) = (Presses::default(), Ways::default());
        assert!(presses.down(Switch::Move, 1000, &ways));
        assert!(!presses.down(Switch::Move, 1200, &ways));
        assert!(presses.down(Switch::Move, 1300, &ways));
        assert!(presses.down(Switch::Move, 900, &ways), "a clock that was set back blocks nobody");
    }

    #[test]
    fn a_switch_that_must_be_held_counts_once_and_only_when_held() {
        let (mut presses, ways) = (Presses::default(), ways(300, 500));
        assert!(!presses.down(Switch::Choose, 0, &ways));
        assert_eq!(presses.pass(400, &ways), None);
        assert_eq!(presses.held_for(400), Some(400));
        presses.up(Switch::Choose);
        assert_eq!(presses.pass(600, &ways), None, "it was let go too soon");
        presses.down(Switch::Choose, 700, &ways);
        presses.up(Switch::Move);
        assert_eq!(presses.pass(1200, &ways), Some(Switch::Choose), "another switch that is let go changes nothing");
        assert_eq!(presses.pass(9000, &ways), None);
        presses.down(Switch::Move, 9100, &ways);
        presses.let_go();
        assert_eq!(presses.pass(9900, &ways), None);
    }

    #[test]
    fn with_no_repeats_ignored_every_press_counts() {
        let (mut presses, ways) = (Presses::default(), ways(0, 0));
        assert!((0..20).all(|ms| presses.down(Switch::Move, ms, &ways)));
    }

    proptest! {
        #[test]
        fn two_presses_that_count_are_never_nearer_than_the_repeats_ignored(repeat in 0u32..=20, hold in 0u32..=20, events in prop::collection::vec((0u32..400, 0usize..2, 0u8..3), 0..80)) {
            let ways = ways(repeat * 100, hold * 100);
            let mut presses = Presses::default();
            let (mut now, mut last, mut down) = (0, None, None);
            for (wait, switch, event) in events {
                now += wait;
                let switch = Switch::ALL[switch];
                let counted = match event {
                    0 => { down = Some(now); presses.down(switch, now, &ways) }
                    1 => { presses.up(switch); false }
                    _ => presses.pass(now, &ways).is_some(),
                };
                if counted {
                    prop_assert!(last.is_none_or(|last| now - last >= ways.ms(Time::Repeat)));
                    prop_assert!(down.is_some_and(|down| now - down >= ways.ms(Time::Hold)), "held shorter than it must be");
                    last = Some(now);
                }
            }
        }

        #[test]
        fn a_learner_who_waits_long_enough_is_always_heard(repeat in 0u32..=20, hold in 0u32..=20, before in prop::collection::vec(0u32..5000, 0..20)) {
            let mut ways = ways(repeat * 100, hold * 100);
            ways.apply(Change::Dwell(true));
            let mut presses = Presses::default();
            let mut now = 0;
            for wait in before { now += wait; presses.down(Switch::Move, now, &ways); }
            now += ways.ms(Time::Repeat).max(1);
            let at_once = presses.down(Switch::Choose, now, &ways);
            prop_assert!(at_once || presses.pass(now + ways.ms(Time::Hold), &ways) == Some(Switch::Choose));
        }
    }
}
