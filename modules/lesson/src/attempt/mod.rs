//! A step's activity together with what the learner has done in it. Retry is without end: nothing here counts against anybody, and nothing
//! closes.
//!
//! One file for each form of answering: [`looked`], [`chosen`], [`ticked`], [`sorted`], [`arranged`], [`walked`], [`made`], [`promised`].

pub mod arranged;
pub mod chosen;
pub mod looked;
pub mod made;
pub mod promised;
pub mod sorted;
pub mod ticked;
pub mod walked;

use crate::answer::Answer;
use crate::content::{Activity, Choice, Find, Line, Order, Scene, Sort, Text, Word, fill_gap};
use crate::event::Event;
use crate::outcome::Outcome;
use crate::said::Said;
use crate::script::{Part, Script};
use arranged::Arranged;
use chosen::Chosen;
use looked::Looked;
use made::Made;
use promised::Promised;
use sorted::Sorted;
use ticked::Ticked;
use walked::Walked;

/// An activity, and how far a learner has come with it: each with a state of its own form, so that no other can stand beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attempt<'a> {
    /// Look and listen.
    Look(Looked),
    /// Choose one of a few.
    Choose(&'a [Choice], Chosen),
    /// Choose the word for the gap in the question.
    Gap(&'a [Choice], Chosen),
    /// Find every part of a message that is a warning.
    Spot(&'a [Choice], Chosen),
    /// Find every part of a picture that is asked for.
    Find(&'a Find, Chosen),
    /// Say how it feels.
    Feelings(&'a [Choice], Chosen),
    /// Choose all that fit, then check.
    ChooseSeveral(&'a [Choice], Ticked),
    /// Put each thing into one of two groups.
    Sort(&'a Sort, Sorted),
    /// Put each thing to its partner.
    Match(&'a Sort, Sorted),
    /// Put things in order.
    Order(&'a Order, Arranged),
    /// A story in which each choice has a consequence.
    Story(&'a [Scene], Walked),
    /// Practise a chat.
    Chat(&'a [Scene], Walked),
    /// The lines of an agreement one by one.
    Promise(&'a [Line], Promised),
    /// Make a password.
    Password(&'a [Word], Made),
    /// Choose the people whom I can tell.
    People(&'a [Choice], Chosen),
}

impl<'a> Attempt<'a> {
    /// An activity that nobody has touched.
    pub fn fresh(activity: &'a Activity) -> Attempt<'a> {
        Attempt::going_on(activity, None)
    }

    /// An activity that goes on from an answer to it. An answer of another form is none: it begins anew.
    pub fn going_on(activity: &'a Activity, answer: Option<&Answer>) -> Attempt<'a> {
        match activity {
            Activity::Look => Attempt::Look(match answer {
                Some(Answer::Look(looked)) => looked.clone(),
                _ => Looked::default(),
            }),
            Activity::Choose(options) => Attempt::Choose(options, chosen_of(answer, options)),
            Activity::Gap(options) => Attempt::Gap(options, chosen_of(answer, options)),
            Activity::Spot(parts) => Attempt::Spot(parts, chosen_of(answer, parts)),
            Activity::Find(find) => Attempt::Find(find, chosen_of(answer, &find.parts)),
            Activity::Feelings(options) => Attempt::Feelings(options, chosen_of(answer, options)),
            Activity::People(people) => Attempt::People(people, chosen_of(answer, people)),
            Activity::ChooseSeveral(options) => Attempt::ChooseSeveral(
                options,
                match answer {
                    Some(Answer::Several(ticked)) => ticked.clone(),
                    _ => Ticked::nothing(options.len()),
                },
            ),
            Activity::Sort(sort) => Attempt::Sort(sort, sorted_of(answer, sort)),
            Activity::Match(sort) => Attempt::Match(sort, sorted_of(answer, sort)),
            Activity::Order(order) => Attempt::Order(
                order,
                match answer {
                    Some(Answer::Order(arranged)) => arranged.clone(),
                    _ => Arranged::at_first(order),
                },
            ),
            Activity::Story(scenes) => Attempt::Story(scenes, walked_of(answer)),
            Activity::Chat(scenes) => Attempt::Chat(scenes, walked_of(answer)),
            Activity::Promise(lines) => Attempt::Promise(
                lines,
                match answer {
                    Some(Answer::Promise(promised)) => promised.clone(),
                    _ => Promised::default(),
                },
            ),
            Activity::Password(words) => Attempt::Password(
                words,
                match answer {
                    Some(Answer::Password(made)) => made.clone(),
                    _ => Made::default(),
                },
            ),
        }
    }

    /// What is remembered of it.
    pub fn into_answer(self) -> Answer {
        match self {
            Attempt::Look(looked) => Answer::Look(looked),
            Attempt::Choose(_, chosen)
            | Attempt::Gap(_, chosen)
            | Attempt::Spot(_, chosen)
            | Attempt::Find(_, chosen)
            | Attempt::Feelings(_, chosen)
            | Attempt::People(_, chosen) => Answer::Choose(chosen),
            Attempt::ChooseSeveral(_, ticked) => Answer::Several(ticked),
            Attempt::Sort(_, sorted) | Attempt::Match(_, sorted) => Answer::Sort(sorted),
            Attempt::Order(_, arranged) => Answer::Order(arranged),
            Attempt::Story(_, walked) | Attempt::Chat(_, walked) => Answer::Story(walked),
            Attempt::Promise(_, promised) => Answer::Promise(promised),
            Attempt::Password(_, made) => Answer::Password(made),
        }
    }

    /// Whether it is done. A learner may always go on without that.
    pub fn is_done(&self) -> bool {
        match self {
            // It asks for nothing.
            Attempt::Look(_) => true,
            Attempt::Choose(options, chosen)
            | Attempt::Gap(options, chosen)
            | Attempt::Feelings(options, chosen)
            | Attempt::People(options, chosen) => chosen.found_one(options),
            Attempt::Spot(parts, chosen) => chosen.found_all(parts),
            Attempt::Find(find, chosen) => chosen.found_all(&find.parts),
            Attempt::ChooseSeveral(options, ticked) => ticked.is_done(options),
            Attempt::Sort(_, sorted) | Attempt::Match(_, sorted) => sorted.is_done(),
            Attempt::Order(_, arranged) => arranged.is_done(),
            Attempt::Story(_, walked) | Attempt::Chat(_, walked) => walked.ended,
            Attempt::Promise(_, promised) => promised.ended,
            Attempt::Password(words, made) => made.is_done(words),
        }
    }

    /// Takes in what was done. What does not fit the activity changes nothing. With `one_each`, a press draws one word of a password.
    pub fn apply(&mut self, event: Event, one_each: bool) -> Outcome {
        match (self, event) {
            (Attempt::Look(looked), Event::Press) => looked.press(),
            (
                Attempt::Choose(options, chosen) | Attempt::Gap(options, chosen) | Attempt::Spot(options, chosen),
                Event::Choose(index),
            ) => return chosen.choose(options, index),
            (Attempt::Find(find, chosen), Event::Choose(index)) => return chosen.choose(&find.parts, index),
            (Attempt::Feelings(_, chosen), Event::Choose(index)) => chosen.choose_instead(index),
            (Attempt::People(_, chosen), Event::Choose(index)) => chosen.choose_or_leave_out(index),
            (Attempt::ChooseSeveral(_, ticked), Event::Toggle(index)) => ticked.toggle(index),
            (Attempt::ChooseSeveral(options, ticked), Event::Check) => return ticked.check(options),
            (Attempt::Sort(_, sorted) | Attempt::Match(_, sorted), Event::Take(index)) => sorted.take(index),
            (Attempt::Sort(sort, sorted) | Attempt::Match(sort, sorted), Event::Put(group)) => return sorted.put(sort, group),
            (Attempt::Order(_, arranged), Event::Up(position)) => arranged.shift(position, true),
            (Attempt::Order(_, arranged), Event::Down(position)) => arranged.shift(position, false),
            (Attempt::Order(_, arranged), Event::Check) => return arranged.check(),
            (Attempt::Story(scenes, walked) | Attempt::Chat(scenes, walked), Event::Go(way)) => walked.go(scenes, way),
            (Attempt::Story(_, walked) | Attempt::Chat(_, walked), Event::GoBack) => walked.go_back(),
            (Attempt::Story(_, walked) | Attempt::Chat(_, walked), Event::FromTheBeginning) => walked.from_the_beginning(),
            (Attempt::Promise(lines, promised), Event::Choose(met)) => promised.give(lines, met),
            (Attempt::Promise(_, promised), Event::GoBack) => promised.go_back(),
            (Attempt::Promise(_, promised), Event::FromTheBeginning) => promised.from_the_beginning(),
            (Attempt::Password(words, made), Event::Draw(numbers)) => made.draw(words, numbers, one_each),
            (Attempt::Password(_, made), Event::Check) => made.check(),
            // Each activity is named: a new one does not compile until somebody has decided what can be done in it.
            (
                Attempt::Look(_)
                | Attempt::Choose(..)
                | Attempt::Gap(..)
                | Attempt::Spot(..)
                | Attempt::Find(..)
                | Attempt::Feelings(..)
                | Attempt::People(..)
                | Attempt::ChooseSeveral(..)
                | Attempt::Sort(..)
                | Attempt::Match(..)
                | Attempt::Order(..)
                | Attempt::Story(..)
                | Attempt::Chat(..)
                | Attempt::Promise(..)
                | Attempt::Password(..),
                _,
            ) => {}
        }
        Outcome::Fine
    }

    /// The question of the step with the word in its gap that has been chosen: only one that fits goes in.
    pub fn question(&self, question: &Text) -> Text {
        match self {
            Attempt::Gap(options, chosen) => match chosen.fitting(options) {
                Some(index) => fill_gap(question, &options[index].text),
                None => question.clone(),
            },
            _ => question.clone(),
        }
    }

    /// How many parts of the message or picture have been found, and how many there are to find; `None` where nothing is looked for.
    pub fn found(&self) -> Option<(usize, usize)> {
        match self {
            Attempt::Spot(parts, chosen) => Some(chosen.found(parts)),
            Attempt::Find(find, chosen) => Some(chosen.found(&find.parts)),
            _ => None,
        }
    }

    /// Every index that it would be right to choose next: of options, things or groups, whichever are chosen. Empty where nothing is better than
    /// another.
    pub fn right_next(&self) -> Vec<usize> {
        let one = match self {
            // One after the other: the next that is still to be found.
            Attempt::Spot(parts, chosen) => chosen.still_to_find(parts),
            Attempt::Find(find, chosen) => chosen.still_to_find(&find.parts),
            Attempt::Choose(options, _) | Attempt::Gap(options, _) | Attempt::ChooseSeveral(options, _) => {
                return (0..options.len()).filter(|index| options[*index].right).collect();
            }
            Attempt::Sort(sort, sorted) | Attempt::Match(sort, sorted) => sorted.wanted(sort),
            Attempt::Order(_, arranged) => arranged.wanted(),
            Attempt::Look(_)
            | Attempt::Feelings(..)
            | Attempt::People(..)
            | Attempt::Story(..)
            | Attempt::Chat(..)
            | Attempt::Promise(..)
            | Attempt::Password(..) => None,
        };
        one.into_iter().collect()
    }

    /// Whether a group or a partner can be chosen now. A partner that has its thing cannot; and where nothing may be missed, only the one
    /// that fits can.
    pub fn offers(&self, group: usize, none_is_missed: bool) -> bool {
        match self {
            Attempt::Match(sort, sorted) => sorted.partner_waits(sort, group, none_is_missed),
            Attempt::Sort(sort, sorted) => sorted.chosen.is_some() && group < sort.groups.len(),
            _ => false,
        }
    }

    /// What can be said of it.
    pub fn said(&self) -> Said<'a> {
        match self {
            Attempt::Look(_) | Attempt::Story(..) => Said::Nothing,
            Attempt::Choose(options, chosen) | Attempt::Gap(options, chosen) | Attempt::Spot(options, chosen) => {
                chosen.judged(options)
            }
            Attempt::Find(find, chosen) => chosen.judged(&find.parts),
            Attempt::Feelings(options, chosen) | Attempt::People(options, chosen) => chosen.accepted(options),
            Attempt::ChooseSeveral(options, ticked) => ticked.said(options),
            Attempt::Sort(sort, sorted) | Attempt::Match(sort, sorted) => sorted.said(sort),
            Attempt::Order(_, arranged) => arranged.said(),
            Attempt::Chat(scenes, walked) => walked.said_in_chat(scenes),
            Attempt::Promise(lines, promised) => promised.said(lines),
            Attempt::Password(words, made) => made.said(words),
        }
    }

    /// Writes what the voice reads of it: the `question` of the step where it asks that, then the rest as it stands.
    pub fn script(&self, question: &Text, none_is_missed: bool, script: &mut Script<'_>) {
        if !matches!(self, Attempt::Look(_) | Attempt::Story(..) | Attempt::Chat(..)) {
            script.add(Part::Question, &self.question(question));
        }
        match self {
            Attempt::Look(_) => {}
            Attempt::Choose(options, chosen)
            | Attempt::Gap(options, chosen)
            | Attempt::Spot(options, chosen)
            | Attempt::Feelings(options, chosen)
            | Attempt::People(options, chosen) => chosen.script(options, script),
            Attempt::Find(find, chosen) => chosen.script(&find.parts, script),
            Attempt::ChooseSeveral(options, ticked) => ticked.script(options, script),
            Attempt::Sort(sort, sorted) => sorted.script(sort, false, none_is_missed, script),
            Attempt::Match(sort, sorted) => sorted.script(sort, true, none_is_missed, script),
            Attempt::Order(order, arranged) => arranged.script(order, script),
            Attempt::Story(scenes, walked) => walked.script_of_story(scenes, script),
            Attempt::Chat(scenes, walked) => walked.script_of_chat(scenes, script),
            Attempt::Promise(lines, promised) => promised.script(lines, script),
            Attempt::Password(words, made) => made.script(words, script),
        }
    }
}

fn chosen_of(answer: Option<&Answer>, options: &[Choice]) -> Chosen {
    match answer {
        Some(Answer::Choose(chosen)) => chosen.clone(),
        _ => Chosen::nothing(options.len()),
    }
}

fn sorted_of(answer: Option<&Answer>, sort: &Sort) -> Sorted {
    match answer {
        Some(Answer::Sort(sorted)) => sorted.clone(),
        _ => Sorted::nothing(sort.things.len()),
    }
}

fn walked_of(answer: Option<&Answer>) -> Walked {
    match answer {
        Some(Answer::Story(walked)) => walked.clone(),
        _ => Walked::at_first(),
    }
}
