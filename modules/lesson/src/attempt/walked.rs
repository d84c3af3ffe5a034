//! A story or a chat: one scene leads to another, and there is always a way back.

use crate::content::Scene;
use crate::said::Said;
use crate::script::{Part, Script};

/// The way through the scenes so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walked {
    /// The scenes on the way here; never empty, the last is on show.
    pub trail: Vec<usize>,
    /// The ways taken from each of them to the next: one fewer than the scenes.
    pub taken: Vec<usize>,
    /// Whether an end has been reached once.
    pub ended: bool,
}

impl Walked {
    /// At the first scene.
    pub fn at_first() -> Walked {
        Walked { trail: vec![0], taken: Vec::new(), ended: false }
    }

    /// The scene on show.
    pub fn now<'a>(&self, scenes: &'a [Scene]) -> Option<&'a Scene> {
        scenes.get(*self.trail.last()?)
    }

    /// A way on is chosen, or a reply.
    pub fn go(&mut self, scenes: &[Scene], way: usize) {
        if let Some(to) = self.now(scenes).and_then(|scene| scene.choices.get(way)).map(|way| way.to) {
            self.trail.push(to);
            self.taken.push(way);
            self.ended |= scenes[to].choices.is_empty();
        }
    }

    /// Back to the choice before. That an end has been reached stays true.
    pub fn go_back(&mut self) {
        if self.trail.len() > 1 {
            self.trail.pop();
            self.taken.pop();
        }
    }

    /// From the beginning; that an end has been reached stays true.
    pub fn from_the_beginning(&mut self) {
        self.trail.truncate(1);
        self.taken.clear();
    }

    /// What is said in a chat to the last reply, and what is written next.
    pub fn said_in_chat<'a>(&self, scenes: &'a [Scene]) -> Said<'a> {
        match (self.trail.as_slice(), self.taken.last()) {
            ([.., before, now], Some(way)) => {
                let (met, now) = (&scenes[*before].choices[*way].reason, &scenes[*now]);
                Said::GoesOn { met, who: &now.title, next: &now.say }
            }
            _ => Said::Nothing,
        }
    }

    /// The scene on show, and the ways on from it.
    pub fn script_of_story(&self, scenes: &[Scene], script: &mut Script<'_>) {
        if let Some(now) = self.now(scenes) {
            script.add_each(Part::Message, &now.say);
            ways_on(now, script);
        }
    }

    /// All messages and replies so far, each reply with what meets it, and the replies that can be given now.
    pub fn script_of_chat(&self, scenes: &[Scene], script: &mut Script<'_>) {
        let Some(now) = self.now(scenes) else { return };
        let mut message = 0;
        for (nth, at) in self.trail.iter().enumerate() {
            for text in &scenes[*at].say {
                script.add(Part::Message(message), text);
                message += 1;
            }
            if let Some(way) = self.taken.get(nth).map(|way| &scenes[*at].choices[*way]) {
                script.add(Part::Message(message), &way.text);
                script.add(Part::Reason(message), &way.reason);
                message += 1;
            }
        }
        ways_on(now, script);
    }
}

fn ways_on(scene: &Scene, script: &mut Script<'_>) {
    for (index, way) in scene.choices.iter().enumerate() {
        script.add(Part::Option(index), &way.text);
    }
}
