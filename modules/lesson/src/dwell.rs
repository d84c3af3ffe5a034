//! Dwell: a pointer that rests on a control presses it (eye gaze, head mouse). First it settles, then a ring fills, then it presses.
//!
//! There is no clock in here: the machine is told of time passing. Where the numbers come from is in docs/dev/evidence.md, Resting pointers.

use crate::scan::{MARKS, marks};
use crate::ways::{Time, Ways};

/// How long the pointer must be on a control before the ring begins, so that a look in passing shows nothing.
pub const SETTLE_MS: u32 = 250;

/// For how long a ring that was begun is kept when the pointer slips off, for eyes that jump.
pub const KEPT_MS: u32 = 750;

/// A resting pointer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dwell {
    /// The control that the pointer is or was on, by a number that the page gives it.
    target: Option<u32>,
    /// Whether it is on it now.
    on_it: bool,
    rested_ms: u32,
    away_ms: u32,
    /// How long nothing is pressed any more.
    dead_ms: u32,
    /// Pressed already: the pointer must leave it first.
    spent: bool,
}

impl Dwell {
    /// The pointer is on a control, or on none.
    pub fn over(&mut self, target: Option<u32>) {
        match target {
            None => self.on_it = false,
            Some(_) if target == self.target && self.on_it => {}
            // Back on it in time: it goes on. A control that was pressed has been left, and can be pressed again.
            Some(_) if target == self.target => {
                if self.spent {
                    (self.spent, self.rested_ms) = (false, 0);
                }
                (self.on_it, self.away_ms) = (true, 0);
            }
            Some(_) => *self = Dwell { target, on_it: true, dead_ms: self.dead_ms, ..Dwell::default() },
        }
    }

    /// The control was pressed by other means: it is not pressed once more.
    pub fn pressed(&mut self) {
        self.spent = true;
        self.rested_ms = 0;
    }

    /// The page has changed. For a while, if that is wished, nothing is pressed; a ring that was begun begins anew.
    pub fn page_changed(&mut self, ways: &Ways) {
        self.rested_ms = 0;
        self.dead_ms = ways.ms(Time::Dead);
    }

    /// Time has passed. Returns the control to press.
    pub fn pass(&mut self, ms: u32, ways: &Ways) -> Option<u32> {
        let alive_ms = ms.saturating_sub(self.dead_ms);
        self.dead_ms = self.dead_ms.saturating_sub(ms);
        if !self.on_it {
            self.away_ms = self.away_ms.saturating_add(ms);
            if self.away_ms >= KEPT_MS {
                self.rested_ms = 0;
            }
            return None;
        }
        if self.spent {
            return None;
        }
        self.rested_ms = self.rested_ms.saturating_add(alive_ms);
        if self.rested_ms < SETTLE_MS + ways.ms(Time::Rest) {
            return None;
        }
        self.pressed();
        self.target
    }

    /// How much of the ring is full, of [`MARKS`]; `None` when there is no ring.
    pub fn ring(&self, ways: &Ways) -> Option<u8> {
        let filling = self.on_it && !self.spent && self.rested_ms >= SETTLE_MS;
        filling.then(|| marks(self.rested_ms - SETTLE_MS, ways.ms(Time::Rest)).min(MARKS))
    }

    /// Whether time has anything to change.
    pub fn waits(&self) -> bool {
        (self.on_it && !self.spent) || (!self.on_it && self.rested_ms > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Dwell, KEPT_MS, SETTLE_MS};
    use crate::ways::{Time, Ways};
    use proptest::prelude::*;

    #[test]
    fn a_pointer_settles_fills_the_ring_and_presses_once() {
        let (mut dwell, ways) = (Dwell::default(), Ways::default());
        dwell.over(Some(7));
        assert_eq!((dwell.pass(200, &ways), dwell.ring(&ways)), (None, None), "a look in passing shows nothing");
        assert_eq!((dwell.pass(50, &ways), dwell.ring(&ways)), (None, Some(0)));
        assert_eq!((dwell.pass(625, &ways), dwell.ring(&ways)), (None, Some(4)));
        assert_eq!(dwell.pass(625, &ways), Some(7));
        assert_eq!((dwell.pass(60_000, &ways), dwell.ring(&ways)), (None, None));
        dwell.over(Some(7));
        assert_eq!(dwell.pass(60_000, &ways), None, "it must leave first");
        dwell.over(None);
        dwell.over(Some(7));
        assert_eq!(dwell.pass(1500, &ways), Some(7));
    }

    #[test]
    fn eyes_that_jump_lose_nothing_and_eyes_that_leave_do() {
        let (mut dwell, ways) = (Dwell::default(), Ways::default());
        dwell.over(Some(1));
        dwell.pass(1000, &ways);
        dwell.over(None);
        dwell.pass(KEPT_MS - 1, &ways);
        dwell.over(Some(1));
        assert_eq!(dwell.pass(500, &ways), Some(1));
        dwell.over(Some(2));
        dwell.pass(1000, &ways);
        dwell.over(None);
        dwell.pass(KEPT_MS, &ways);
        dwell.over(Some(2));
        assert_eq!(dwell.pass(500, &ways), None);
    }

    #[test]
    fn after_a_new_page_nothing_is_pressed_for_as_long_as_is_wished() {
        let (mut dwell, ways) = (Dwell::default(), Ways::read("dead=1000").unwrap());
        dwell.over(Some(1));
        dwell.pass(1400, &ways);
        dwell.page_changed(&ways);
        assert_eq!(dwell.pass(2499, &ways), None);
        assert_eq!(dwell.pass(1, &ways), Some(1));
    }

    proptest! {
        #[test]
        fn nothing_is_pressed_that_was_not_rested_on_long_enough(rest in 2u32..20, dead in 0u32..12, events in prop::collection::vec((0u32..900, 0u8..5), 0..80)) {
            let ways = Ways::read(&format!("rest={} dead={}", rest * 250, dead * 250)).unwrap();
            let mut dwell = Dwell::default();
            // How long the pointer has been on each control since it was pressed, as a bystander sees it.
            let (mut on, mut seen) = (None, [0u32; 3]);
            for (ms, event) in events {
                match event {
                    0 => { on = None; dwell.over(None) }
                    1..=3 => {
                        on = Some(usize::from(event) - 1);
                        for (other, seen) in seen.iter_mut().enumerate() { if Some(other) != on { *seen = 0 } }
                        dwell.over(Some(u32::from(event) - 1));
                    }
                    _ => { seen = [0; 3]; dwell.page_changed(&ways) }
                }
                if let Some(on) = on { seen[on] += ms }
                let pressed = dwell.pass(ms, &ways);
                if let Some(pressed) = pressed {
                    prop_assert_eq!(Some(pressed as usize), on);
                    prop_assert!(seen[pressed as usize] >= SETTLE_MS + ways.ms(Time::Rest));
                    seen[pressed as usize] = 0;
                }
            }
        }
    }
}
