//! One learner going through one lesson. Every event goes through [`Session::apply`], and what is written through [`Session::write`];
//! components hold no rules.
//!
//! Invariants: there is always a way on; nothing is scored; the place is always a moment that the path has.

use crate::answer::{Answer, Outcome};
use crate::carry::carried;
use crate::content::{Activity, Lesson, Moment, Step, Text, fill_gap};
use crate::keep::day::Day;
use crate::keep::line::{Done, Place};
use crate::password::{Check, WORDS};
use crate::path::Path;
use crate::prompt::{Fading, Prompt};
use crate::recorded::fetched_at;
use std::rc::Rc;

/// What a learner, or an adult beside them, can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// To the next step, or past the last to the end.
    Next,
    /// To the step before.
    Back,
    /// From the last screen to the first step, with everything fresh but the prompts.
    Again,
    /// The same moment on another path.
    ChangePath(Path),
    /// The picture is pressed.
    Press,
    /// The hint is asked for, or put away.
    Hint,
    /// An option is chosen.
    Choose(usize),
    /// An option is ticked or unticked.
    Toggle(usize),
    /// "Is this it?"
    Check,
    /// A thing is taken, to be placed.
    Take(usize),
    /// The thing is put into a group, or to a partner.
    Put(usize),
    /// The thing at this position moves up.
    Up(usize),
    /// The thing at this position moves down.
    Down(usize),
    /// A way on in the story, or a reply in the chat.
    Go(usize),
    /// Back in the story, the chat or the promise.
    GoBack,
    /// The story, the chat or the promise from its beginning.
    FromTheBeginning,
    /// Words for a password are drawn by these random numbers.
    Draw([u32; WORDS]),
}

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

/// What can be said of the step on show, for the polite live region and the words under the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said<'a> {
    /// Nothing yet.
    Nothing,
    /// The reason that meets the option or thing just chosen.
    Reason {
        /// Whether it is right; else another go follows.
        right: bool,
        /// The reason.
        reason: &'a Text,
    },
    /// The words that meet a feeling, or a person who was chosen.
    Accepted(&'a Text),
    /// A chat or a promise goes on.
    GoesOn {
        /// The words that meet the reply, or what was said to the line before.
        met: &'a Text,
        /// Who writes next; empty in a promise.
        who: &'a str,
        /// What comes next: the messages that answer, or the next line. Nothing after the last.
        next: &'a [Text],
    },
    /// "Choose several": nothing was chosen at the check.
    NothingChosen,
    /// "Choose several": what was found at the check.
    Several {
        /// How many that fit are still to be found.
        missing: usize,
        /// How many chosen ones do not fit.
        extra: usize,
    },
    /// So many words of a password are drawn, and more are to come.
    Drawn(usize),
    /// What is good about the password. Its words are not said: nobody who is near should hear them.
    Checked(Check),
    /// A thing has moved: its index in the right order and the position where it lies now, both from 0.
    Moved {
        /// Which thing.
        thing: usize,
        /// Where it lies.
        position: usize,
    },
    /// "Order": how many are in their place at the check.
    InPlace(usize),
    /// Done.
    Done,
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
            answers: vec![const { [const { None }; 4] }; count],
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
            answered.is_some_and(|(step, answer)| answer.is_done(step))
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

    /// What has been done in the step on show. People who were chosen on another path are chosen here too.
    pub fn answer(&self) -> Option<Answer> {
        let step = self.step()?;
        let kept = self.answers.get(self.at)?[self.path.index()].as_ref();
        let mut answer = kept.cloned().unwrap_or_else(|| Answer::fresh(step));
        if let (Activity::People(people), Answer::Choose { tried, .. }) = (&step.activity, &mut answer) {
            *tried = people.iter().map(|person| self.people.iter().any(|id| person.role() == Some(id))).collect();
        }
        Some(answer)
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
        match (self.step(), self.answer()) {
            (Some(step), Some(answer)) => answer.is_done(step),
            _ => true,
        }
    }

    /// The help that comes with the question on show; none once it is answered.
    pub fn prompt(&self) -> Prompt {
        if self.is_done() { Prompt::None } else { self.fading[self.path.index()].level() }
    }

    /// The question, with the word in its gap that has been chosen: only one that fits goes in.
    pub fn question(&self) -> Text {
        let Some(step) = self.step() else { return Text::new() };
        let (Activity::Gap(choices), Some(Answer::Choose { tried, last })) = (&step.activity, self.answer()) else {
            return step.question.clone();
        };
        let fits = |index: &usize| choices[*index].right && tried[*index];
        match last.filter(fits).or_else(|| (0..choices.len()).find(fits)) {
            Some(index) => fill_gap(&step.question, &choices[index].text),
            None => step.question.clone(),
        }
    }

    /// How many parts of the message or picture have been found, and how many there are to find; `None` where nothing is looked for.
    pub fn found(&self) -> Option<(usize, usize)> {
        let parts = self.step()?.activity.sought()?;
        Some(self.answer()?.found(parts))
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
        let (Some(step), Some(answer)) = (self.step(), self.answer()) else { return Vec::new() };
        match (&step.activity, answer) {
            // One after the other: the next that is still to be found.
            (activity @ (Activity::Spot(_) | Activity::Find(_)), Answer::Choose { tried, .. }) => {
                let mut parts = activity.sought().unwrap_or_default().iter().zip(tried);
                parts.position(|(part, tried)| part.right && !tried).into_iter().collect()
            }
            (Activity::Choose(choices) | Activity::Gap(choices) | Activity::ChooseSeveral(choices), _) => {
                (0..choices.len()).filter(|index| choices[*index].right).collect()
            }
            (Activity::Sort(sort) | Activity::Match(sort), Answer::Sort { chosen: Some(chosen), .. }) => {
                vec![sort.things[chosen].group]
            }
            (Activity::Order(_), Answer::Order { now, .. }) => {
                // The thing that belongs at the first place that is not yet filled rightly.
                let first = now.iter().enumerate().find(|(index, thing)| index != *thing).map(|(index, _)| index);
                first.and_then(|wanted| now.iter().position(|thing| *thing == wanted)).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether a group or a partner can be chosen now. A partner that has its thing cannot; and where nothing may be missed, only the one
    /// that fits can.
    pub fn offers(&self, group: usize) -> bool {
        match (self.step().map(|step| &step.activity), self.answer()) {
            (Some(Activity::Match(sort)), Some(Answer::Sort { placed, chosen, .. })) => {
                let mut own = sort.things.iter().enumerate().filter(|(_, thing)| thing.group == group);
                own.any(|(thing, _)| !placed[thing] && (self.path != Path::Together || chosen == Some(thing)))
            }
            (Some(Activity::Sort(sort)), Some(Answer::Sort { chosen, .. })) => chosen.is_some() && group < sort.groups.len(),
            _ => false,
        }
    }

    /// What can be said of the step on show.
    pub fn said(&self) -> Said<'_> {
        let (Some(step), Some(answer)) = (self.step(), self.answer()) else { return Said::Nothing };
        match (&step.activity, answer) {
            (Activity::Feelings(options) | Activity::People(options), Answer::Choose { last: Some(last), .. }) => {
                Said::Accepted(&options[last].reason)
            }
            (Activity::Chat(scenes), Answer::Story { trail, taken, .. }) => match (trail.as_slice(), taken.last()) {
                ([.., before, now], Some(way)) => {
                    let (met, now) = (&scenes[*before].choices[*way].reason, &scenes[*now]);
                    Said::GoesOn { met, who: &now.title, next: &now.say }
                }
                _ => Said::Nothing,
            },
            (Activity::Password(words), answer) => match (answer.password_check(words), &answer) {
                (Some(check), _) => Said::Checked(check),
                (None, Answer::Password { drawn, .. }) if !drawn.is_empty() => Said::Drawn(drawn.len()),
                _ => Said::Nothing,
            },
            (Activity::Promise(lines), Answer::Promise { given, .. }) => match given.last() {
                Some(met) => {
                    let next = lines.get(given.len()).map(|line| std::slice::from_ref(&line.text));
                    Said::GoesOn { met: &lines[given.len() - 1].met[*met], who: "", next: next.unwrap_or_default() }
                }
                None => Said::Nothing,
            },
            (activity, Answer::Choose { last: Some(last), .. }) => match activity.options() {
                Some(options) => Said::Reason { right: options[last].right, reason: &options[last].reason },
                None => Said::Nothing,
            },
            (Activity::ChooseSeveral(choices), Answer::Several { checked: Some(checked), .. }) => {
                let count = |right: bool, ticked: bool| {
                    choices.iter().zip(&checked).filter(|(choice, tick)| choice.right == right && **tick == ticked).count()
                };
                match (count(true, false), count(false, true)) {
                    _ if !checked.contains(&true) => Said::NothingChosen,
                    (0, 0) => Said::Done,
                    (missing, extra) => Said::Several { missing, extra },
                }
            }
            (Activity::Sort(sort) | Activity::Match(sort), Answer::Sort { placed, last: Some(last), .. }) => {
                Said::Reason { right: placed[last], reason: &sort.things[last].reason }
            }
            (Activity::Order(_), Answer::Order { now, checked, moved }) => {
                let in_place = now.iter().enumerate().filter(|(index, thing)| index == *thing).count();
                match moved.and_then(|moved| now.iter().position(|thing| *thing == moved).map(|position| (moved, position))) {
                    _ if in_place == now.len() => Said::Done,
                    _ if checked => Said::InPlace(in_place),
                    Some((thing, position)) => Said::Moved { thing, position },
                    None => Said::Nothing,
                }
            }
            _ => Said::Nothing,
        }
    }

    /// Whether words come one a press, with their pictures, and none is written.
    pub fn draws_one_each(&self) -> bool {
        self.path.has_symbols_on_words()
    }

    /// A password is written, where that can be done.
    pub fn write(&mut self, text: &str) {
        let is_asked = matches!(self.step().map(|step| &step.activity), Some(Activity::Password(_)));
        if let (true, false, Some(mut answer)) = (is_asked, self.finished || self.draws_one_each(), self.answer()) {
            answer.write(text);
            self.answers[self.at][self.path.index()] = Some(answer);
        }
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
        let Some(step) = lesson.moments.get(self.at).and_then(|moment| moment.on(self.path)) else { return };
        let Some(mut answer) = self.answer() else { return };
        let was_done = answer.is_done(step);
        let outcome = match (event, &step.activity) {
            (Event::Choose(met), Activity::Promise(lines)) => {
                answer.give(lines, met);
                Outcome::Fine
            }
            (Event::Choose(index), activity) => answer.choose(activity, index),
            (Event::Check, _) => answer.check(step),
            (Event::Put(group), Activity::Sort(sort) | Activity::Match(sort)) => answer.place(sort, group),
            (other, activity) => {
                match (other, activity) {
                    (Event::Press, _) => answer.press(),
                    (Event::Toggle(index), _) => answer.toggle(index),
                    (Event::Take(index), _) => answer.take(index),
                    (Event::Up(position), _) => answer.shift(position, true),
                    (Event::Down(position), _) => answer.shift(position, false),
                    (Event::Go(way), Activity::Story(scenes) | Activity::Chat(scenes)) => answer.go(scenes, way),
                    (Event::Draw(numbers), Activity::Password(words)) => {
                        answer.draw(words, numbers, self.path.has_symbols_on_words());
                    }
                    (Event::GoBack, _) => answer.go_back(),
                    (Event::FromTheBeginning, _) => answer.from_the_beginning(),
                    _ => {}
                }
                Outcome::Fine
            }
        };
        if let (Activity::People(people), Answer::Choose { tried, .. }) = (&step.activity, &answer) {
            for (person, chosen) in people.iter().zip(tried) {
                self.choose_person(person.role().unwrap_or_default(), *chosen);
            }
        }
        let is_done = answer.is_done(step);
        self.answers[self.at][self.path.index()] = Some(answer);
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
            self.answers[at][path.index()] = carried(from, answer, to);
        }
        self.hint_open = false;
        if self.step().is_none()
            && let Some(at) = self.neighbour(false).or_else(|| self.neighbour(true))
        {
            self.at = at;
        }
    }
}
