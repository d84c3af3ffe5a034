//! A step after somebody has done it, for a picture of it: with as many reasons as its screen can show at once.

use fingerpost_lesson::content::{Activity, Scene, Step};
use fingerpost_lesson::path::Path;
use fingerpost_lesson::session::{Event, Session};

/// Words that are drawn by chance: by this chance.
const CHANCE: [u32; 3] = [0x2000_0000, 0x6000_0000, 0xa000_0000];

/// A copy of a session with its step done, and the hint open. One that has nothing to do and no hint is copied as it is.
pub fn session(session: &Session) -> Session {
    let mut done = session.clone();
    let Some(step) = session.step() else { return done };
    for event in events(session, step) {
        done.apply(event);
    }
    if done.has_hint() && !done.shows_hint() {
        done.apply(Event::Hint);
    }
    done
}

/// What somebody does who looks at all of it: what misses comes first, and what is right last.
fn events(session: &Session, step: &Step) -> Vec<Event> {
    match &step.activity {
        Activity::Look if session.path() == Path::Together && step.pictures.len() > 1 => vec![Event::Press],
        Activity::Look => Vec::new(),
        Activity::Choose(options) | Activity::Gap(options) | Activity::Spot(options) => {
            missed_first(options.iter().map(|option| option.right))
        }
        Activity::Find(find) => missed_first(find.parts.iter().map(|part| part.right)),
        // A feeling takes the place of the one before, and so one is chosen.
        Activity::Feelings(_) | Activity::People(_) => vec![Event::Choose(0)],
        Activity::ChooseSeveral(options) => {
            // Only what is ticked has its reason beside it.
            (0..options.len()).map(Event::Toggle).chain([Event::Check]).collect()
        }
        Activity::Sort(sort) | Activity::Match(sort) => {
            sort.things.iter().enumerate().flat_map(|(index, thing)| [Event::Take(index), Event::Put(thing.group)]).collect()
        }
        Activity::Order(order) => in_order(&order.at_first),
        // A story shows one scene at a time, a chat all messages so far.
        Activity::Story(scenes) => ways(scenes, 1),
        Activity::Chat(scenes) => ways(scenes, scenes.len()),
        Activity::Password(_) => vec![Event::Draw(CHANCE); if session.draws_one_each() { CHANCE.len() } else { 1 }],
        Activity::Promise(lines) => (0..lines.len()).map(|line| Event::Choose(line % lines[line].met.len().max(1))).collect(),
    }
}

fn missed_first(right: impl Iterator<Item = bool>) -> Vec<Event> {
    let mut options: Vec<(bool, usize)> = right.zip(0..).collect();
    options.sort_unstable();
    options.into_iter().map(|(_, index)| Event::Choose(index)).collect()
}

/// The ways that are taken: the last one first, which is seldom the best, then each time the first, to an end or as many as `most`.
fn ways(scenes: &[Scene], most: usize) -> Vec<Event> {
    let (mut taken, mut at) = (Vec::new(), 0);
    while let Some(last) = scenes[at].choices.len().checked_sub(1).filter(|_| taken.len() < most) {
        let way = if taken.is_empty() { last } else { 0 };
        taken.push(Event::Go(way));
        at = scenes[at].choices[way].to;
    }
    taken
}

/// The moves that put things in order: each thing goes up to its place, the first one first.
fn in_order(at_first: &[usize]) -> Vec<Event> {
    let (mut now, mut moves) = (at_first.to_vec(), Vec::new());
    for place in 0..now.len() {
        let lies = now.iter().position(|thing| *thing == place).unwrap_or(place);
        moves.extend((place + 1..=lies).rev().map(Event::Up));
        now[place..=lies].rotate_right(1);
    }
    moves
}
