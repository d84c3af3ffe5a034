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

    /// The thing in hand, the groups that are on show, the thing that was placed last with its reason, and the things still to take. `pairs`
    /// lie beside the partners, and not in them.
    pub fn script(&self, sort: &Sort, shown: &dyn Fn(usize) -> bool, pairs: bool, script: &mut Script<'_>) {
        if let Some(chosen) = self.chosen {
            script.add(Part::Option(chosen), &sort.things[chosen].text);
            if self.last == Some(chosen) {
                script.add(Part::Reason(chosen), &sort.things[chosen].reason);
            }
        }
        let placed_last = self.last.filter(|last| self.placed[*last]);
        let meet = |script: &mut Script<'_>| {
            if let Some(last) = placed_last {
                script.add(Part::Reason(last), &sort.things[last].reason);
            }
        };
        for (index, group) in sort.groups.iter().enumerate().filter(|(index, _)| shown(*index)) {
            script.add(Part::Group(index), &group.text);
            if !pairs && placed_last.is_some_and(|last| sort.things[last].group == index) {
                meet(script);
            }
        }
        if pairs {
            meet(script);
        }
        for (index, thing) in sort.things.iter().enumerate() {
            if !self.placed[index] && self.chosen != Some(index) {
                script.add(Part::Option(index), &thing.text);
            }
        }
    }
}
