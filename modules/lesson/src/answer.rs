//! What a learner has done in one step. Retry is without end: nothing here counts against anybody, and nothing closes.

use crate::content::{Activity, Choice, Line, Scene, Sort, Step, Word};
use crate::password::{self, Check, WORDS};

/// The state of one step's activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Look and listen.
    Look {
        /// Whether the picture has been pressed and has become the second one.
        pressed: bool,
    },
    /// Choose one, fill the gap, spot it, find it, say how it feels, or choose people.
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
    /// A story, or a chat.
    Story {
        /// The scenes on the way here; never empty, the last is on show.
        trail: Vec<usize>,
        /// The ways taken from each of them to the next: one fewer than the scenes.
        taken: Vec<usize>,
        /// Whether an end has been reached once.
        ended: bool,
    },
    /// A password. What is drawn takes the place of what is written, and the other way round.
    Password {
        /// The words drawn: indexes into the list.
        drawn: Vec<usize>,
        /// What is written.
        typed: String,
        /// Whether a check has been asked for since it was written.
        checked: bool,
    },
    /// A promise.
    Promise {
        /// What was said to each line so far: an index into the words that meet it.
        given: Vec<usize>,
        /// Whether every line has been answered once.
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
            Activity::Choose(options)
            | Activity::Gap(options)
            | Activity::Spot(options)
            | Activity::Feelings(options)
            | Activity::People(options) => Answer::Choose { tried: vec![false; options.len()], last: None },
            Activity::Find(find) => Answer::Choose { tried: vec![false; find.parts.len()], last: None },
            Activity::ChooseSeveral(choices) => Answer::Several { picked: vec![false; choices.len()], checked: None },
            Activity::Sort(sort) | Activity::Match(sort) => Answer::Sort {
                placed: vec![false; sort.things.len()],
                chosen: (!sort.things.is_empty()).then_some(0),
                last: None,
            },
            Activity::Order(order) => Answer::Order { now: order.at_first.clone(), checked: false, moved: None },
            Activity::Story(_) | Activity::Chat(_) => Answer::Story { trail: vec![0], taken: Vec::new(), ended: false },
            Activity::Password(_) => Answer::Password { drawn: Vec::new(), typed: String::new(), checked: false },
            Activity::Promise(_) => Answer::Promise { given: Vec::new(), ended: false },
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
            // In a message or a picture all are found; else one that is right is enough.
            (Answer::Choose { .. }, activity) => match activity.sought() {
                Some(parts) => {
                    let (found, all) = self.found(parts);
                    found == all
                }
                None => activity.options().is_some_and(|options| self.found(options).0 > 0),
            },
            (Answer::Several { checked, .. }, Activity::ChooseSeveral(choices)) => checked
                .as_ref()
                .is_some_and(|checked| choices.iter().zip(checked).all(|(choice, picked)| choice.right == *picked)),
            (Answer::Sort { placed, .. }, _) => placed.iter().all(|placed| *placed),
            (Answer::Order { now, .. }, _) => now.iter().enumerate().all(|(index, thing)| index == *thing),
            (answer @ Answer::Password { .. }, Activity::Password(words)) => {
                answer.password_check(words).is_some_and(Check::is_good)
            }
            (Answer::Story { ended, .. } | Answer::Promise { ended, .. }, _) => *ended,
            // A look asks for nothing, and no activity asks for an answer of another kind. Each is named: a new one does not compile until
            // somebody has decided when it is done.
            (
                Answer::Look { .. } | Answer::Several { .. } | Answer::Password { .. },
                Activity::Look
                | Activity::Choose(_)
                | Activity::Gap(_)
                | Activity::Spot(_)
                | Activity::Find(_)
                | Activity::ChooseSeveral(_)
                | Activity::Sort(_)
                | Activity::Match(_)
                | Activity::Order(_)
                | Activity::Story(_)
                | Activity::Chat(_)
                | Activity::Feelings(_)
                | Activity::People(_)
                | Activity::Password(_)
                | Activity::Promise(_),
            ) => true,
        }
    }

    /// The picture is pressed: it becomes the second one, and back.
    pub fn press(&mut self) {
        if let Answer::Look { pressed } = self {
            *pressed = !*pressed;
        }
    }

    /// One option is chosen. A feeling takes the place of the one before; a person who was chosen is left out again.
    pub fn choose(&mut self, activity: &Activity, index: usize) -> Outcome {
        let option = activity.options().and_then(|options| options.get(index));
        let (Answer::Choose { tried, last }, Some(option)) = (self, option) else { return Outcome::Fine };
        if matches!(activity, Activity::Feelings(_)) {
            tried.fill(false);
        }
        tried[index] = !(tried[index] && matches!(activity, Activity::People(_)));
        *last = tried[index].then_some(index);
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
            Answer::Password { checked, drawn, .. } => {
                *checked = drawn.is_empty();
                return Outcome::Fine;
            }
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

    /// A way on in the story is chosen, or a reply in the chat.
    pub fn go(&mut self, scenes: &[Scene], way: usize) {
        if let Answer::Story { trail, taken, ended } = self
            && let Some(to) =
                trail.last().and_then(|at| scenes.get(*at)).and_then(|scene| scene.choices.get(way)).map(|way| way.to)
        {
            trail.push(to);
            taken.push(way);
            *ended |= scenes[to].choices.is_empty();
        }
    }

    /// Words are drawn by chance, one a press or all at once; when there are three, from the beginning.
    pub fn draw(&mut self, words: &[Word], numbers: [u32; WORDS], one_each: bool) {
        if let Answer::Password { drawn, typed, checked } = self {
            typed.clear();
            *checked = false;
            if drawn.len() >= WORDS {
                drawn.clear();
            }
            for number in numbers.into_iter().take(if one_each { 1 } else { WORDS }) {
                drawn.extend(password::next_word(words.len(), drawn, number));
            }
        }
    }

    /// A password is written.
    pub fn write(&mut self, text: &str) {
        if let Answer::Password { drawn, typed, checked } = self {
            drawn.clear();
            text.clone_into(typed);
            *checked = false;
        }
    }

    /// What is good about the password, once three words are drawn or a check of the written one has been asked for.
    pub fn password_check(&self, words: &[Word]) -> Option<Check> {
        let Answer::Password { drawn, typed, checked } = self else { return None };
        if *checked {
            return Some(password::check(typed));
        }
        let drawn: Vec<&str> = drawn.iter().map(|index| words[*index].word.as_str()).collect();
        (drawn.len() == WORDS).then(|| password::check(&password::joined(&drawn)))
    }

    /// The next line of a promise is answered. None is asked twice.
    pub fn give(&mut self, lines: &[Line], met: usize) {
        if let Answer::Promise { given, ended } = self
            && lines.get(given.len()).is_some_and(|line| met < line.met.len())
        {
            given.push(met);
            *ended |= given.len() == lines.len();
        }
    }

    /// Back to the choice before, in a story or a chat, or to the line before, in a promise. That the end has been reached stays true.
    pub fn go_back(&mut self) {
        match self {
            Answer::Story { trail, taken, .. } if trail.len() > 1 => {
                trail.pop();
                taken.pop();
            }
            Answer::Promise { given, .. } => drop(given.pop()),
            _ => {}
        }
    }

    /// From the beginning; that the end has been reached stays true.
    pub fn from_the_beginning(&mut self) {
        match self {
            Answer::Story { trail, taken, .. } => {
                trail.truncate(1);
                taken.clear();
            }
            Answer::Promise { given, .. } => given.clear(),
            _ => {}
        }
    }
}
