//! Put in order: each thing moves up or down by one place, and the learner may ask for a check.

use crate::content::Order;
use crate::outcome::Outcome;
use crate::said::Said;
use crate::script::{Part, Script};

/// How things lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arranged {
    /// How the things lie now: indexes into the right order.
    pub now: Vec<usize>,
    /// Whether the learner has asked for a check since the last move.
    pub checked: bool,
    /// The thing moved last.
    pub moved: Option<usize>,
}

impl Arranged {
    /// As they lie at first.
    pub fn at_first(order: &Order) -> Arranged {
        Arranged { now: order.at_first.clone(), checked: false, moved: None }
    }

    /// Whether everything is in its place.
    pub fn is_done(&self) -> bool {
        self.in_place() == self.now.len()
    }

    /// How many things are in their place.
    fn in_place(&self) -> usize {
        self.now.iter().enumerate().filter(|(index, thing)| index == *thing).count()
    }

    /// The thing at a position moves up by one place, or down.
    pub fn shift(&mut self, position: usize, up: bool) {
        let other = if up { position.checked_sub(1) } else { position.checked_add(1) };
        if let Some(other) = other
            && position < self.now.len()
            && other < self.now.len()
        {
            self.now.swap(position, other);
            self.moved = Some(self.now[other]);
            self.checked = false;
        }
    }

    /// The learner asks whether this is it.
    pub fn check(&mut self) -> Outcome {
        self.checked = true;
        Outcome::of(self.is_done())
    }

    /// Where the thing lies that belongs at the first place that is not yet filled rightly.
    pub fn wanted(&self) -> Option<usize> {
        let wanted = self.now.iter().enumerate().find(|(index, thing)| index != *thing)?.0;
        self.place_of(wanted)
    }

    fn place_of(&self, wanted: usize) -> Option<usize> {
        self.now.iter().position(|thing| *thing == wanted)
    }

    /// What is said of a move or a check.
    pub fn said(&self) -> Said<'static> {
        match self.moved.and_then(|thing| Some((thing, self.place_of(thing)?))) {
            _ if self.is_done() => Said::Done,
            _ if self.checked => Said::InPlace(self.in_place()),
            Some((thing, position)) => Said::Moved { thing, position },
            None => Said::Nothing,
        }
    }

    /// The things as they lie.
    pub fn script(&self, order: &Order, script: &mut Script<'_>) {
        for thing in &self.now {
            script.add(Part::Option(*thing), &order.things[*thing].text);
        }
    }
}
