//! The page "My journey": who is learning, what they have done, and what can be done with what is kept. Every event goes through
//! [`Journey::apply`]; components hold no rules. How it is said is in [`words`].
//!
//! Invariants: nothing is written but on a wish of this very event; what is to be forgotten is asked about once more, and can be had back
//! while the page is open; nothing that goes wrong takes away what is shown.

pub mod words;

use crate::keep::file::{Brought, Refused, bring_back, bring_back_quizzes, read_file, write_file};
use crate::keep::learner::{Learner, NICKNAMES, PICTURES};
use crate::keep::learners::{self, Forgotten};
use crate::keep::line::{Done, Line, Me};
use crate::keep::quizzes;
use crate::keep::store::{Store, Trouble};
use crate::keep::taken::Kept;
use crate::keep::who::Who;
use crate::quiz::content::Topic;
use serde::{Deserialize, Serialize};

/// How many pictures or nicknames are offered at once: few enough to look at, and to go through with one switch.
pub const AT_ONCE: usize = 6;

/// What the page knows of a lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonCard {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The symbol that stands for it, where it has one.
    pub symbol: Option<String>,
    /// What it is for.
    pub aim: String,
    /// Its address, from this page.
    pub address: String,
    /// The ids of its moments, in their order.
    pub moments: Vec<String>,
}

/// What the page knows of a quiz or an induction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizCard {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its address, from this page.
    pub address: String,
    /// Its topics. Where one can be read is an address from this page too.
    pub topics: Vec<Topic>,
}

/// What can be done on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Another learner is learning now.
    Choose(Who),
    /// A new learner is to be added.
    Add,
    /// The one who is learning wants another picture and nickname.
    Change,
    /// Other pictures are to be offered.
    OtherPictures,
    /// Other nicknames.
    OtherNicknames,
    /// A picture is chosen, by its number in [`PICTURES`].
    Picture(usize),
    /// A nickname, by its number in [`NICKNAMES`].
    Nickname(usize),
    /// "Remember this." The number is any, such as the clock's.
    Remember(u32),
    /// "Change nothing."
    Stop,
    /// The certificate of a lesson, by its number on the page.
    Certificate(usize),
    /// Back from it.
    CloseCertificate,
    /// The adult's summary is opened or closed.
    Summary,
    /// Something is to be forgotten; it is asked about once more.
    Forget(Wish),
    /// Yes, it is.
    Yes,
    /// No, it is not.
    No,
    /// It is to come back.
    Undo,
    /// A file was chosen; its text, and any number, such as the clock's.
    Bring(String, u32),
    /// A file was chosen that is too big to be one of ours.
    TooBig,
    /// What is kept is to be looked at anew: another tab has changed it.
    Look,
    /// The page is left. Some browsers keep it as it is for whoever presses Back, who may be somebody else.
    Leave,
}

/// What is to be forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The learner who is learning now.
    One,
    /// Everything of this site.
    All,
}

/// A picture and a nickname on the way to being chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choosing {
    /// Whose they are; nobody's for a new learner.
    pub who: Option<Who>,
    /// The picture, by its number.
    pub picture: Option<usize>,
    /// The nickname, by its number.
    pub nickname: Option<usize>,
    /// The first picture that is offered.
    pub pictures_from: usize,
    /// The first nickname.
    pub nicknames_from: usize,
}

/// What is said about what was done last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Said {
    /// Nothing.
    #[default]
    Nothing,
    /// Who is learning now.
    Now,
    /// A picture or a nickname is still to be chosen.
    ChooseBoth,
    /// It is forgotten.
    Forgotten,
    /// It is back.
    Undone,
    /// What a file brought, and how many learners and quizzes could not be taken in.
    Brought(Brought, usize),
    /// Why a file was not taken.
    Refused(Refused),
    /// What stood in the way.
    Trouble(Trouble),
}

/// The page's state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journey {
    /// Everybody who is kept on this device.
    pub learners: Vec<Learner>,
    /// Who is learning now.
    pub now: Who,
    /// What is kept of quizzes and inductions.
    pub quizzes: Vec<Kept>,
    /// A picture and a nickname on the way to being chosen.
    pub choosing: Option<Choosing>,
    /// The lesson whose certificate is on show, by its number.
    pub certificate: Option<usize>,
    /// Whether the adult's summary is open.
    pub summary: bool,
    /// What is being asked about once more.
    pub asking: Option<Wish>,
    /// What can be had back.
    pub forgotten: Option<Forgotten>,
    /// What is said about what was done last.
    pub said: Said,
    /// Which site this is, as a saved file says it; empty where that is not known.
    pub site: String,
}

impl Journey {
    /// What the device keeps, as a page of this site finds it.
    pub fn open(store: &dyn Store, site: &str) -> Journey {
        let mut journey = Journey { site: site.to_owned(), ..Journey::default() };
        journey.look(store);
        journey
    }

    /// The learner who is learning now; nobody where nothing is kept of them.
    pub fn learner(&self) -> Option<&Learner> {
        self.learners.iter().find(|learner| learner.who == self.now)
    }

    /// The last end of a lesson, on whichever path; what has no day comes before what has one.
    pub fn last_end(&self, lesson: &str) -> Option<&Done> {
        self.learner()?.done.iter().filter(|done| done.lesson == lesson).max_by_key(|done| done.on)
    }

    /// Whether anything is kept that this page shows.
    pub fn keeps_something(&self) -> bool {
        !self.learners.is_empty() || !self.quizzes.is_empty()
    }

    /// A file with the learner who is learning now, or with everybody and the quizzes. `about` says in words what it is.
    pub fn file(&self, about: &str, everybody: bool) -> String {
        let wanted = self.learners.iter().filter(|learner| everybody || learner.who == self.now);
        let texts: Vec<(Who, String)> = wanted.map(|learner| (learner.who.clone(), learner.text.clone())).collect();
        write_file(about, &self.site, &texts, if everybody { &self.quizzes } else { &[] })
    }

    /// Does what was wished, and looks anew at what is kept. `lessons` tell which place of two is further.
    pub fn apply(&mut self, store: &dyn Store, lessons: &[LessonCard], event: Event) {
        self.said = Said::Nothing;
        match event {
            Event::Add => self.choosing = Some(Choosing::default()),
            Event::Change => self.choosing = self.learner().map(Choosing::of),
            Event::Stop => self.choosing = None,
            Event::OtherPictures => {
                self.choose(|choosing| choosing.pictures_from = others(choosing.pictures_from, PICTURES.len()))
            }
            Event::OtherNicknames => {
                self.choose(|choosing| choosing.nicknames_from = others(choosing.nicknames_from, NICKNAMES.len()));
            }
            Event::Picture(picture) => self.choose(|choosing| choosing.picture = Some(picture)),
            Event::Nickname(nickname) => self.choose(|choosing| choosing.nickname = Some(nickname)),
            Event::Remember(seed) => self.remember(store, seed),
            Event::Choose(who) => {
                let chosen = learners::choose(store, &who);
                self.say(chosen, Said::Now);
            }
            Event::Certificate(lesson) => self.certificate = Some(lesson),
            Event::CloseCertificate => self.certificate = None,
            Event::Summary => self.summary = !self.summary,
            Event::Forget(wish) => self.asking = Some(wish),
            Event::No => self.asking = None,
            Event::Yes => self.forget(store),
            Event::Undo => self.undo(store),
            Event::Bring(text, seed) => self.bring(store, lessons, &text, seed),
            Event::TooBig => self.said = Said::Refused(Refused::TooBig),
            Event::Look => {}
            Event::Leave => {
                (self.choosing, self.certificate, self.summary, self.asking, self.forgotten) = (None, None, false, None, None);
            }
        }
        self.look(store);
    }

    /// Reads everything anew. Where it cannot be read, what is shown stays.
    fn look(&mut self, store: &dyn Store) {
        if let (Ok(learners), Ok(now), Ok(quizzes)) = (learners::all(store), learners::now(store), quizzes::all(store)) {
            if now != self.now {
                // Nothing that was opened for one learner stays open for another.
                (self.certificate, self.summary, self.asking) = (None, false, None);
            }
            (self.learners, self.now, self.quizzes) = (learners, now, quizzes);
        }
    }

    fn choose(&mut self, change: impl FnOnce(&mut Choosing)) {
        if let Some(choosing) = &mut self.choosing {
            change(choosing);
        }
    }

    fn remember(&mut self, store: &dyn Store, seed: u32) {
        let Some(choosing) = &self.choosing else { return };
        let (Some(picture), Some(nickname)) = (choosing.picture, choosing.nickname) else {
            self.said = Said::ChooseBoth;
            return;
        };
        let (Some(picture), Some(nickname)) = (PICTURES.get(picture), NICKNAMES.get(nickname)) else { return };
        let me = Me { picture: (*picture).to_owned(), nickname: (*nickname).to_owned() };
        let kept = match &choosing.who {
            Some(who) => learners::keep(store, who, &[Line::Me(me)], true).map(drop),
            None => learners::add(store, me, seed).map(drop),
        };
        if kept.is_ok() {
            self.choosing = None;
        }
        self.say(kept, Said::Now);
    }

    fn forget(&mut self, store: &dyn Store) {
        let forgotten = match self.asking.take() {
            Some(Wish::One) => learners::forget_one(store, &self.now),
            Some(Wish::All) => learners::forget_all(store),
            None => return,
        };
        self.said = forgotten.trouble.map_or(Said::Forgotten, Said::Trouble);
        self.choosing = None;
        self.certificate = None;
        self.forgotten = (!forgotten.taken.is_empty()).then_some(forgotten);
    }

    fn undo(&mut self, store: &dyn Store) {
        let Some(forgotten) = self.forgotten.take() else { return };
        let undone = learners::undo(store, &forgotten);
        if undone.is_err() {
            self.forgotten = Some(forgotten);
        }
        self.say(undone, Said::Undone);
    }

    fn bring(&mut self, store: &dyn Store, lessons: &[LessonCard], text: &str, seed: u32) {
        let order = |lesson: &str, moment: &str| {
            lessons.iter().find(|card| card.id == lesson)?.moments.iter().position(|known| known == moment)
        };
        self.said = match read_file(text) {
            Ok(mut brought) => {
                brought.only_of(&self.site);
                let learners = bring_back(store, &brought, &order, seed);
                let results = learners.into_iter().map(|result| result.map(drop)).chain(bring_back_quizzes(store, &brought));
                let failed: Vec<Trouble> = results.filter_map(Result::err).collect();
                match failed.first() {
                    Some(trouble) if !brought.left_out && failed.len() == brought.learners.len() + brought.quizzes.len() => {
                        Said::Trouble(*trouble)
                    }
                    _ => Said::Brought(brought, failed.len()),
                }
            }
            Err(refused) => Said::Refused(refused),
        };
    }

    fn say(&mut self, done: Result<(), Trouble>, said: Said) {
        self.said = done.err().map_or(said, Said::Trouble);
    }
}

impl Choosing {
    /// What a learner has chosen before, with what they chose among what is offered.
    fn of(learner: &Learner) -> Choosing {
        let chosen = |list: &[&str], id: Option<&String>| id.and_then(|id| list.iter().position(|known| known == id));
        let picture = chosen(&PICTURES, learner.me.as_ref().map(|me| &me.picture));
        let nickname = chosen(&NICKNAMES, learner.me.as_ref().map(|me| &me.nickname));
        let page = |chosen: Option<usize>| chosen.unwrap_or_default() / AT_ONCE * AT_ONCE;
        let who = Some(learner.who.clone());
        Choosing { who, picture, nickname, pictures_from: page(picture), nicknames_from: page(nickname) }
    }
}

/// Where the next few of a list begin; after the last few, the first.
fn others(from: usize, count: usize) -> usize {
    if from + AT_ONCE < count { from + AT_ONCE } else { 0 }
}
