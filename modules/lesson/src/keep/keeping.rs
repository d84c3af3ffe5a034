//! Keeping one lesson: what is found when it opens, what is kept as it goes on, and what is said about that. No trouble stops the lesson.

use super::learners::{forget, keep, now};
use super::line::{Done, Line, People, Place};
use super::store::{Store, Trouble};
use super::text::Text;
use super::who::Who;
use crate::speaking::Speaking;
use crate::ways::Ways;

/// Whether the device remembers, and what is said about that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// Who is learning. It stays so while the page is open, whoever another tab may choose.
    pub who: Who,
    /// Somebody has asked to be remembered.
    pub remembers: bool,
    /// Somebody has just asked to be forgotten.
    pub forgotten: bool,
    /// What stands in the way.
    pub trouble: Option<Trouble>,
    /// Whom the learner chose and how they press, as far as this page has read or kept it. Only what differs is written: another tab may
    /// have chosen since.
    known: Box<(Vec<String>, Ways)>,
}

/// What was found when a lesson opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opening {
    /// Whether the device remembers.
    pub keeping: Keeping,
    /// The place in this lesson.
    pub place: Option<Place>,
    /// Whom the learner chose to tell in it, by the ids of their roles.
    pub people: Vec<String>,
    /// How the learner presses.
    pub ways: Ways,
    /// How they like to be spoken to.
    pub speaking: Speaking,
}

/// Reads what is kept of a lesson, for whoever is learning now.
pub fn open(store: &dyn Store, lesson: &str) -> Opening {
    let mut opening = Opening::default();
    // Whoever has blocked storage knows; it is said when they ask to be remembered.
    let Ok(who) = now(store) else { return opening };
    let text = store.get(&who.key());
    let keeping = &mut opening.keeping;
    keeping.who = who;
    let Ok(Some(text)) = text else { return opening };
    let Ok(text) = Text::read(&text) else {
        keeping.trouble = Some(Trouble::Newer);
        return opening;
    };
    // Without its first line the text may be anybody's: it is read, and written only when somebody asks.
    keeping.remembers = text.has_header;
    keeping.trouble = (!text.has_header).then_some(Trouble::Damaged);
    for line in text.lines() {
        match line {
            Line::Place(place) if place.lesson == lesson => opening.place = Some(place),
            Line::People(people) if people.lesson == lesson => opening.people = people.chosen,
            Line::Ways(ways) => opening.ways = ways,
            Line::Speech(speaking) => opening.speaking = speaking,
            Line::Damaged(_) => keeping.trouble = Some(Trouble::Damaged),
            _ => {}
        }
    }
    *keeping.known = (opening.people.clone(), opening.ways.clone());
    opening
}

impl Keeping {
    /// Keeps how the lesson goes on: the place, the people who were chosen, how the learner presses, and the end where it has been reached. On
    /// a wish (and not by itself) it also begins, for whoever is learning now, and puts aside what cannot be read.
    pub fn keep(&mut self, store: &dyn Store, place: Place, chosen: Vec<String>, ways: Ways, done: Option<Done>, wished: bool) {
        let lesson = place.lesson.clone();
        let mut lines = vec![Line::Place(place)];
        lines.extend(done.map(Line::Done));
        if chosen != self.known.0 {
            lines.push(Line::People(People { lesson, chosen: chosen.clone() }));
        }
        if ways != self.known.1 {
            lines.push(Line::Ways(ways.clone()));
        }
        if wished {
            // Where that cannot be read, nothing can be kept either, and the next line says so.
            self.who = now(store).unwrap_or_default();
        }
        self.put(store, &lines, wished);
        if !self.remembers {
            // Where nothing is kept any more, nothing of it is known there.
            *self.known = Default::default();
        } else if self.trouble.is_none() {
            *self.known = (chosen, ways);
        }
    }

    /// Keeps how the learner likes it, on a page that is no lesson: on a wish, or where something is kept already.
    pub fn keep_likes(&mut self, store: &dyn Store, ways: Ways, speaking: Speaking, wished: bool) {
        if wished {
            self.who = now(store).unwrap_or_default();
        }
        self.put(store, &[Line::Ways(ways), Line::Speech(speaking)], wished);
    }

    fn put(&mut self, store: &dyn Store, lines: &[Line], wished: bool) {
        let kept = keep(store, &self.who, lines, wished);
        // What another tab has forgotten stays forgotten.
        self.remembers = kept.unwrap_or(self.remembers && !wished);
        self.trouble = kept.err();
        self.forgotten = false;
    }

    /// Forgets this learner; where nothing of anybody else is kept on this device, everything of this site.
    pub fn forget(&mut self, store: &dyn Store) {
        match forget(store, &self.who) {
            Ok(()) => *self = Keeping { forgotten: true, ..Keeping::default() },
            Err(trouble) => self.trouble = Some(trouble),
        }
    }
}
