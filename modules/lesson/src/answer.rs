//! What a learner has done in one step. Retry is without end: nothing here counts against anybody, and nothing closes.

use crate::content::{Activity, Choice, Scene, Sort, Step};

/// The state of one step's activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Look and listen.
    Look {
        /// Whether the picture has been pressed and has become the second one.
        pressed: bool,
    },
    /// Choose one, fill the gap, spot it, or say how it feels.
    Choose {
        /// Which options have been chosen so far; their reasons are on show.
        tried: Vec<bool>,
        /// The last one.
        last: Option<usize>,
    },
    /// Choose several.
    Several {
        /// What is ticked.
        picked: Vec<bool>,
        /// What was ticked at the last check; `None` before the first.
        checked: Option<Vec<bool>>,
    },
    /// Sort, or match.
    Sort {
        /// Which things are in their group or have their partner.
        placed: Vec<bool>,
        /// The thing to place next, as chosen by the learner; `None` when all are placed.
        chosen: Option<usize>,
        /// The last thing that went, or did not go, into a group.
        last: Option<usize>,
    },
    /// Put in order.
    Order {
        /// How the things lie now: indexes into the right order.
        now: Vec<usize>,
        /// Whether the learner has asked for a check since the last move.
        checked: bool,
        /// The thing moved last.
        moved: Option<usize>,
    },
    /// A story.
    Story {
        /// The scenes on the way here; never empty, the last is on show.
        trail: Vec<usize>,
        /// Whether an end has been reached once.
        ended: bool,
    },
}

/// What came of an answer, for the prompts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is right, or it is a step on the way.
    Fine,
    /// It is met with its reason and another go.
    Again,
}

impl Answer {
    /// A step that nobody has touched.
    pub fn fresh(step: &Step) -> Answer {
        match &step.activity {
            Activity::Look => Answer::Look { pressed: false },
            Activity::Choose(options) | Activity::Gap(options) | Activity::Spot(options) | Activity::Feelings(options) => {
                Answer::Choose { tried: vec![false; options.len()], last: None }
            }
            Activity::ChooseSeveral(choices) => Answer::Several { picked: vec![false; choices.len()], checked: None },
            Activity::Sort(sort) | Activity::Match(sort) => Answer::Sort {
                placed: vec![false; sort.things.len()],
                chosen: (!sort.things.is_empty()).then_some(0),
                last: None,
            },
            Activity::Order(order) => Answer::Order { now: order.at_first.clone(), checked: false, moved: None },
            Activity::Story(_) => Answer::Story { trail: vec![0], ended: false },
        }
    }

    /// How many of the right options have been chosen, and how many there are.
    pub fn found(&self, options: &[Choice]) -> (usize, usize) {
        let Answer::Choose { tried, .. } = self else { return (0, 0) };
        let right = options.iter().zip(tried).filter(|(option, _)| option.right);
        right.fold((0, 0), |(found, all), (_, tried)| (found + usize::from(*tried), all + 1))
    }

    /// Whether the step is done. A learner may always go on without that.
    pub fn is_done(&self, step: &Step) -> bool {
        match (self, &step.activity) {
            // In a message every warning is found; else one that is right is enough.
            (Answer::Choose { .. }, Activity::Spot(parts)) => {
                let (found, all) = self.found(parts);
                found == all
            }
            (Answer::Choose { .. }, activity) => activity.options().is_some_and(|options| self.found(options).0 > 0),
            (Answer::Several { checked, .. }, Activity::ChooseSeveral(choices)) => checked
                .as_ref()
                .is_some_and(|checked| choices.iter().zip(checked).all(|(choice, picked)| choice.right == *picked)),
            (Answer::Sort { placed, .. }, _) => placed.iter().all(|placed| *placed),
            (Answer::Order { now, .. }, _) => now.iter().enumerate().all(|(index, thing)| index == *thing),
            (Answer::Story { ended, .. }, _) => *ended,
            _ => true,
        }
    }

    /// The picture is pressed: it becomes the second one, and back.
    pub fn press(&mut self) {
        if let Answer::Look { pressed } = self {
            *pressed = !*pressed;
        }
    }

    /// One option is chosen. A feeling takes the place of the one before.
    pub fn choose(&mut self, activity: &Activity, index: usize) -> Outcome {
        let option = activity.options().and_then(|options| options.get(index));
        let (Answer::Choose { tried, last }, Some(option)) = (self, option) else { return Outcome::Fine };
        if matches!(activity, Activity::Feelings(_)) {
            tried.fill(false);
        }
        tried[index] = true;
        *last = Some(index);
        if option.right { Outcome::Fine } else { Outcome::Again }
    }

    /// One option is ticked, or its tick is taken away.
    pub fn toggle(&mut self, index: usize) {
        if let Answer::Several { picked, .. } = self
            && let Some(tick) = picked.get_mut(index)
        {
            *tick = !*tick;
        }
    }

    /// The learner asks whether this is it.
    pub fn check(&mut self, step: &Step) -> Outcome {
        match self {
            Answer::Several { picked, checked } => {
                *checked = Some(picked.clone());
                if !picked.contains(&true) {
                    // Nothing is chosen yet: that is told, and is no miss.
                    return Outcome::Fine;
                }
            }
            Answer::Order { checked, .. } => *checked = true,
            _ => return Outcome::Fine,
        }
        if self.is_done(step) { Outcome::Fine } else { Outcome::Again }
    }

    /// A thing is chosen, to be placed next. A thing that has its place stays there.
    pub fn take(&mut self, index: usize) {
        if let Answer::Sort { placed, chosen, .. } = self
            && placed.get(index) == Some(&false)
        {
            *chosen = Some(index);
        }
    }

    /// The chosen thing is put into a group, or to a partner. It goes only where it belongs; then the next thing is taken.
    pub fn place(&mut self, sort: &Sort, group: usize) -> Outcome {
        let Answer::Sort { placed, chosen, last } = self else { return Outcome::Fine };
        let Some(index) = *chosen else { return Outcome::Fine };
        *last = Some(index);
        if sort.things[index].group != group {
            return Outcome::Again;
        }
        placed[index] = true;
        // The next one in reading order, from the beginning again when the last is reached.
        *chosen = (1..placed.len()).map(|offset| (index + offset) % placed.len()).find(|index| !placed[*index]);
        Outcome::Fine
    }

    /// The thing at a position moves up by one place, or down.
    pub fn shift(&mut self, position: usize, up: bool) {
        if let Answer::Order { now, checked, moved } = self {
            let other = if up { position.checked_sub(1) } else { position.checked_add(1) };
            if let Some(other) = other
                && position < now.len()
                && other < now.len()
            {
                now.swap(position, other);
                *moved = Some(now[other]);
                *checked = false;
            }
        }
    }

    /// A way on in the story is chosen.
    pub fn go(&mut self, scenes: &[Scene], way: usize) {
        if let Answer::Story { trail, ended } = self
            && let Some(way) = trail.last().and_then(|at| scenes.get(*at)).and_then(|scene| scene.choices.get(way))
        {
            trail.push(way.to);
            *ended |= scenes[way.to].choices.is_empty();
        }
    }

    /// Back to the choice before. The beginning stays.
    pub fn go_back(&mut self) {
        if let Answer::Story { trail, .. } = self
            && trail.len() > 1
        {
            trail.pop();
        }
    }

    /// The story from its beginning; that it has been read to an end stays true.
    pub fn from_the_beginning(&mut self) {
        if let Answer::Story { trail, .. } = self {
            trail.truncate(1);
        }
    }
}
