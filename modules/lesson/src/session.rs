//! One learner going through one lesson. Every event goes through [`Session::apply`], and what is written through [`Session::write`];
//! components hold no rules.
//!
//! Invariants: there is always a way on; nothing is scored; the place is always a moment that the path has.

use crate::answer::Answer;
use crate::attempt::Attempt;
use crate::carry::carried;
use crate::content::{Activity, Lesson, Moment, Step, Text};
use crate::keep::day::Day;
use crate::keep::line::{Done, Place};
use crate::outcome::Outcome;
use crate::path::Path;
use crate::prompt::{Fading, Prompt};
use crate::recorded::fetched_at;
use crate::script::{Part, Script, Spoken};
use std::rc::Rc;

pub use crate::event::Event;
pub use crate::said::Said;

/// One learner's way through one lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    lesson: Rc<Lesson>,
    path: Path,
    /// Index of the moment.
    at: usize,
    finished: bool,
    /// On which path the end was reached in this round; not where an end that was kept is only shown again.
    ended: Option<Path>,
    /// By moment and path; `None` until touched.
    answers: Vec<[Option<Answer>; 4]>,
    /// By moment and path: whether a question has been missed, so that a later right answer is not one at the first try.
    missed: Vec<[bool; 4]>,
    fading: [Fading; 4],
    hint_open: bool,
    /// The people whom the learner can tell, by their symbols: the same on every path.
    people: Vec<String>,
}

impl Session {
    /// A lesson that nobody has begun, on a path. The lesson must have a step on it; else the first path that has one is taken.
    pub fn new(lesson: Rc<Lesson>, path: Path) -> Session {
        let has_steps = |path: &Path| lesson.moments.iter().any(|moment| moment.on(*path).is_some());
        let path = Some(path).filter(has_steps).or_else(|| Path::ALL.into_iter().find(has_steps)).unwrap_or(path);
        let at = lesson.moments.iter().position(|moment| moment.on(path).is_some()).unwrap_or(0);
        let count = lesson.moments.len();
        Session {
            lesson,
            path,
            at,
            finished: false,
            ended: None,
            answers: (0..count).map(|_| Default::default()).collect(),
            missed: vec![[false; 4]; count],
            fading: Path::ALL.map(Fading::at_start),
            hint_open: false,
            people: Vec::new(),
        }
    }

    /// The lesson.
    pub fn lesson(&self) -> &Lesson {
        &self.lesson
    }

    /// The path.
    pub fn path(&self) -> Path {
        self.path
    }

    /// The paths that this lesson has.
    pub fn paths(&self) -> impl Iterator<Item = Path> + '_ {
        Path::ALL.into_iter().filter(|path| self.lesson.moments.iter().any(|moment| moment.on(*path).is_some()))
    }

    /// The titles of the moments whose step on this path is done by something that the learner did.
    pub fn did(&self) -> impl Iterator<Item = &str> {
        let is_done = |(moment, answers): &(&Moment, &[Option<Answer>; 4])| {
            let answered = moment.on(self.path).zip(answers[self.path.index()].as_ref());
            answered.is_some_and(|(step, answer)| Attempt::going_on(&step.activity, Some(answer)).is_done())
        };
        self.lesson.moments.iter().zip(&self.answers).filter(is_done).map(|(moment, _)| moment.title.as_str())
    }

    /// Whether the last screen is on show.
    pub fn is_finished(&self) -> bool {
        self.finished
    }

    /// The title of the moment on show.
    pub fn title(&self) -> &str {
        self.lesson.moments.get(self.at).map_or("", |moment| &moment.title)
    }

    /// The step on show.
    pub fn step(&self) -> Option<&Step> {
        self.lesson.moments.get(self.at)?.on(self.path)
    }

    /// The addresses of the recordings that are fetched when somebody listens here, the same on every path.
    pub fn recordings(&self) -> impl Iterator<Item = &str> {
        fetched_at(&self.lesson, self.at)
    }

    /// Which step this is, from 1, and how many the path has.
    pub fn progress(&self) -> (usize, usize) {
        let steps = self.lesson.moments.iter().enumerate().filter(|(_, moment)| moment.on(self.path).is_some());
        let (mut nth, mut total) = (0, 0);
        for (index, _) in steps {
            total += 1;
            nth += usize::from(index <= self.at);
        }
        (nth, total)
    }

    /// Whether there is a step before this one.
    pub fn can_go_back(&self) -> bool {
        self.finished || self.neighbour(false).is_some()
    }

    /// The activity on show with what has been done in it. People who were chosen on another path are chosen here too.
    pub fn attempt(&self) -> Option<Attempt<'_>> {
        self.attempt_in(&self.lesson).map(|(_, attempt)| attempt)
    }

    /// The step on show with its attempt, in a lesson that outlives a change of the session.
    fn attempt_in<'l>(&self, lesson: &'l Lesson) -> Option<(&'l Step, Attempt<'l>)> {
        let step = lesson.moments.get(self.at)?.on(self.path)?;
        let answer = self.answers.get(self.at)?[self.path.index()].as_ref();
        let mut attempt = Attempt::going_on(&step.activity, answer);
        if let Attempt::People(people, chosen) = &mut attempt {
            chosen.tried = people.iter().map(|person| self.people.iter().any(|id| person.role() == Some(id))).collect();
        }
        Some((step, attempt))
    }

    /// Goes on with people who were kept earlier.
    pub fn resume_people(&mut self, people: Vec<String>) {
        self.people = people;
    }

    /// The people whom the learner can tell, by the ids of their symbols, in the order in which they were chosen.
    pub fn people(&self) -> &[String] {
        &self.people
    }

    /// Whether the step on show is done.
    pub fn is_done(&self) -> bool {
        self.attempt().is_none_or(|attempt| attempt.is_done())
    }

    /// The help that comes with the question on show; none once it is answered.
    pub fn prompt(&self) -> Prompt {
        if self.is_done() { Prompt::None } else { self.fading[self.path.index()].level() }
    }

    /// The question, with the word in its gap that has been chosen: only one that fits goes in.
    pub fn question(&self) -> Text {
        self.attempt_in(&self.lesson).map_or_else(Text::new, |(step, attempt)| attempt.question(&step.question))
    }

    /// How many parts of the message or picture have been found, and how many there are to find; `None` where nothing is looked for.
    pub fn found(&self) -> Option<(usize, usize)> {
        self.attempt()?.found()
    }

    /// Whether the hint's words are on show.
    pub fn shows_hint(&self) -> bool {
        self.has_hint() && (self.hint_open || self.prompt() == Prompt::Hint)
    }

    /// Whether the step has a hint to ask for.
    pub fn has_hint(&self) -> bool {
        self.step().is_some_and(|step| !step.hint.is_empty())
    }

    /// Which option, thing or group the prompt points to now: every index that it would be right to choose next.
    /// Empty when the prompt points to nothing.
    pub fn pointed_to(&self) -> Vec<usize> {
        if self.prompt() > Prompt::Highlight {
            return Vec::new();
        }
        self.attempt().map_or_else(Vec::new, |attempt| attempt.right_next())
    }

    /// Whether a group or a partner can be chosen now. A partner that has its thing cannot; and where nothing may be missed, only the one
    /// that fits can.
    pub fn offers(&self, group: usize) -> bool {
        self.attempt().is_some_and(|attempt| attempt.offers(group, self.none_is_missed()))
    }

    /// Whether nothing may be missed on this path.
    fn none_is_missed(&self) -> bool {
        self.path == Path::Together
    }

    /// What can be said of the step on show.
    pub fn said(&self) -> Said<'_> {
        self.attempt().map_or(Said::Nothing, |attempt| attempt.said())
    }

    /// Whether what is said when the step is done is on show.
    pub fn says_after(&self) -> bool {
        let says = |step: &Step| !matches!(step.activity, Activity::Look) && !step.after.is_empty();
        self.step().is_some_and(says) && self.is_done()
    }

    /// What the voice reads of the screen, in reading order; `gap` is what it says for a gap. Nothing at the end of the lesson.
    pub fn script(&self, gap: &str) -> Vec<Spoken> {
        self.script_from(false, gap)
    }

    /// What it reads after a recording, which has said what is said first.
    pub fn script_after_recording(&self, gap: &str) -> Vec<Spoken> {
        self.script_from(true, gap)
    }

    fn script_from(&self, recorded: bool, gap: &str) -> Vec<Spoken> {
        let mut script = Script::new(gap);
        if let (false, Some((step, attempt))) = (self.finished, self.attempt_in(&self.lesson)) {
            if !recorded {
                script.add_each(Part::Say, &step.say);
            }
            attempt.script(&step.question, self.none_is_missed(), &mut script);
            if self.shows_hint() {
                script.add(Part::Hint, &step.hint);
            }
            if self.says_after() {
                script.add(Part::After, &step.after);
            }
        }
        script.finish()
    }

    /// Whether words come one a press, with their pictures, and none is written.
    pub fn draws_one_each(&self) -> bool {
        self.path.has_symbols_on_words()
    }

    /// A password is written, where that can be done.
    pub fn write(&mut self, text: &str) {
        let lesson = Rc::clone(&self.lesson);
        if let (false, Some((_, Attempt::Password(words, mut made)))) =
            (self.finished || self.draws_one_each(), self.attempt_in(&lesson))
        {
            made.write(text);
            self.remember(Attempt::Password(words, made));
        }
    }

    fn remember(&mut self, attempt: Attempt<'_>) {
        self.answers[self.at][self.path.index()] = Some(attempt.into_answer());
    }

    /// What is kept of this lesson, once the learner has asked to be remembered.
    pub fn place(&self) -> Place {
        Place {
            lesson: self.lesson.id.clone(),
            path: self.path,
            moment: self.lesson.moments.get(self.at).map(|moment| moment.id.clone()).unwrap_or_default(),
            finished: self.finished,
            prompts: self.fading.map(Fading::level),
        }
    }

    /// That the lesson has been finished in this round: on which path, and with how much help. `on` is today, where the clock knows it.
    pub fn done(&self, on: Option<Day>) -> Option<Done> {
        let path = self.ended?;
        Some(Done { lesson: self.lesson.id.clone(), path, on, times: 1, prompt: self.fading[path.index()].level() })
    }

    /// Goes on from a place kept earlier. A moment or path that the lesson no longer has is met with the nearest that it has.
    pub fn resume(&mut self, place: &Place) {
        for path in Path::ALL {
            self.fading[path.index()] = Fading::resumed(path, place.prompts[path.index()]);
        }
        if let Some(at) = self.lesson.moments.iter().position(|moment| moment.id == place.moment) {
            self.at = at;
        }
        self.go_to_path(place.path);
        self.finished = place.finished;
        self.hint_open = false;
    }

    /// The page is left. Some browsers keep it as it is for whoever presses Back, who may be somebody else: they find the place, and nothing that
    /// was answered, written or chosen.
    pub fn leave(&mut self) {
        self.answers.iter_mut().for_each(|answers| *answers = Default::default());
        self.hint_open = false;
    }

    /// Applies an event. Events that do not fit the step on show change nothing.
    pub fn apply(&mut self, event: Event) {
        if matches!(event, Event::Next | Event::Back | Event::ChangePath(_)) {
            self.forget_what_is_private();
        }
        match event {
            Event::Next => match self.neighbour(true) {
                Some(at) => self.go_to(at),
                None => {
                    self.finished = true;
                    self.ended = Some(self.path);
                }
            },
            Event::Back if self.finished => self.finished = false,
            Event::Back => {
                if let Some(at) = self.neighbour(false) {
                    self.go_to(at);
                }
            }
            Event::Again => {
                let fading = self.fading;
                *self = Session { fading, ..Session::new(Rc::clone(&self.lesson), self.path) };
            }
            Event::ChangePath(path) => self.go_to_path(path),
            Event::Hint => self.hint_open = !self.hint_open,
            Event::Put(group) if !self.offers(group) => {}
            _ if self.finished => {}
            _ => self.answer_with(event),
        }
    }

    fn answer_with(&mut self, event: Event) {
        let lesson = Rc::clone(&self.lesson);
        let Some((step, mut attempt)) = self.attempt_in(&lesson) else { return };
        let was_done = attempt.is_done();
        let outcome = attempt.apply(event, self.draws_one_each());
        if let Attempt::People(people, chosen) = &attempt {
            for (person, chosen) in people.iter().zip(&chosen.tried) {
                self.choose_person(person.role().unwrap_or_default(), *chosen);
            }
        }
        let is_done = attempt.is_done();
        self.remember(attempt);
        self.learn(step, outcome, was_done, is_done);
    }

    fn choose_person(&mut self, role: &str, chosen: bool) {
        match self.people.iter().position(|id| id == role) {
            Some(index) if !chosen => drop(self.people.remove(index)),
            None if chosen => self.people.push(role.to_owned()),
            _ => {}
        }
    }

    /// Lets the prompt fade or return, where something can be right or missed and is not done yet.
    fn learn(&mut self, step: &Step, outcome: Outcome, was_done: bool, is_done: bool) {
        if was_done || !step.activity.is_judged() {
            return;
        }
        let missed = &mut self.missed[self.at][self.path.index()];
        let fading = &mut self.fading[self.path.index()];
        if outcome == Outcome::Again {
            *missed = true;
            fading.miss();
        } else if is_done && !*missed {
            fading.right();
        }
    }

    /// What somebody feels is theirs, and so is their password: nobody who comes back to the step finds it.
    fn forget_what_is_private(&mut self) {
        if let Some(Activity::Feelings(_) | Activity::Password(_)) = self.step().map(|step| &step.activity) {
            self.answers[self.at][self.path.index()] = None;
        }
    }

    fn neighbour(&self, forward: bool) -> Option<usize> {
        let has_step = |index: &usize| self.lesson.moments[*index].on(self.path).is_some();
        if forward {
            (self.at + 1..self.lesson.moments.len()).find(has_step)
        } else {
            (0..self.at.min(self.lesson.moments.len())).rev().find(has_step)
        }
    }

    fn go_to(&mut self, at: usize) {
        self.at = at;
        self.finished = false;
        self.hint_open = false;
    }

    /// The same moment on another path; where that path does not have it, the nearest before it, else the nearest after.
    fn go_to_path(&mut self, path: Path) {
        let (lesson, before, at) = (Rc::clone(&self.lesson), self.path, self.at);
        if self.paths().any(|has| has == path) {
            self.path = path;
        }
        // What is untouched on the new path begins with what was done at this moment on the old one.
        if let (Some(from), Some(to)) = (lesson.moments.get(at).and_then(|moment| moment.on(before)), self.step())
            && self.answers[at][path.index()].is_none()
            && let Some(answer) = &self.answers[at][before.index()]
        {
            self.answers[at][path.index()] = carried(&Attempt::going_on(&from.activity, Some(answer)), &to.activity);
        }
        self.hint_open = false;
        if self.step().is_none()
            && let Some(at) = self.neighbour(false).or_else(|| self.neighbour(true))
        {
            self.at = at;
        }
    }
}
