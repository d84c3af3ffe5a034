//! Sort, or match: a thing is taken, then the group or the partner to which it belongs.

use crate::content::Sort;
use crate::outcome::Outcome;
use crate::said::Said;
use crate::script::{Part, Script};

/// What has its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorted {
    /// Which things are in their group or have their partner.
    pub placed: Vec<bool>,
    /// The thing to place next, as chosen by the learner; `None` when all are placed.
    pub chosen: Option<usize>,
    /// The last thing that went, or did not go, into a group.
    pub last: Option<usize>,
}

impl Sorted {
    /// Nothing, of so many things; the first is taken.
    pub fn nothing(count: usize) -> Sorted {
        Sorted { placed: vec![false; count], chosen: (count > 0).then_some(0), last: None }
    }

    /// Whether everything has its place.
    pub fn is_done(&self) -> bool {
        self.placed.iter().all(|placed| *placed)
    }

    /// A thing is chosen, to be placed next. A thing that has its place stays there.
    pub fn take(&mut self, index: usize) {
        if self.placed.get(index) == Some(&false) {
            self.chosen = Some(index);
        }
    }

    /// The chosen thing is put into a group, or to a partner. It goes only where it belongs; then the next thing is taken.
    pub fn put(&mut self, sort: &Sort, group: usize) -> Outcome {
        let Some(index) = self.chosen else { return Outcome::Fine };
        self.last = Some(index);
        if sort.things[index].group != group {
            return Outcome::Again;
        }
        self.placed[index] = true;
        // The next one in reading order, from the beginning again when the last is reached.
        let count = self.placed.len();
        self.chosen = (1..count).map(|offset| (index + offset) % count).find(|index| !self.placed[*index]);
        Outcome::Fine
    }

    /// The group to which the chosen thing belongs.
    pub fn wanted(&self, sort: &Sort) -> Option<usize> {
        self.chosen.map(|chosen| sort.things[chosen].group)
    }

    /// Whether a partner still waits for its thing. Where nothing may be missed, only the one that fits the chosen thing does.
    pub fn partner_waits(&self, sort: &Sort, group: usize, none_is_missed: bool) -> bool {
        let mut own = sort.things.iter().enumerate().filter(|(_, thing)| thing.group == group);
        own.any(|(thing, _)| !self.placed[thing] && (!none_is_missed || self.chosen == Some(thing)))
    }

    /// What is said to the last thing.
    pub fn said<'a>(&self, sort: &'a Sort) -> Said<'a> {
        match self.last {
            Some(last) => Said::Reason { right: self.placed[last], reason: &sort.things[last].reason },
            None => Said::Nothing,
        }
    }

    /// The thing in hand, the groups, the thing that was placed last with its reason, and the things still to take. `partners` are groups of which
    /// only those are on show that wait for their thing, as [`Sorted::partner_waits`] has it with the same `none_is_missed`; a pair lies beside
    /// them, and any other thing in its group.
    pub fn script(&self, sort: &Sort, partners: bool, none_is_missed: bool, script: &mut Script<'_>) {
        if let Some(chosen) = self.chosen {
            script.add(Part::Option(chosen), &sort.things[chosen].text);
            self.meet(sort, self.last == Some(chosen), script);
        }
        let placed_in = self.last.filter(|last| self.placed[*last]).map(|last| sort.things[last].group);
        for (index, group) in sort.groups.iter().enumerate() {
            if !partners || self.partner_waits(sort, index, none_is_missed) {
                script.add(Part::Group(index), &group.text);
                self.meet(sort, !partners && placed_in == Some(index), script);
            }
        }
        self.meet(sort, partners && placed_in.is_some(), script);
        for (index, thing) in sort.things.iter().enumerate() {
            if !self.placed[index] && self.chosen != Some(index) {
                script.add(Part::Option(index), &thing.text);
            }
        }
    }

    /// The reason that meets the last thing, where that `is_here`.
    fn meet(&self, sort: &Sort, is_here: bool, script: &mut Script<'_>) {
        if let Some(last) = self.last.filter(|_| is_here) {
            script.add(Part::Reason(last), &sort.things[last].reason);
        }
    }
}
