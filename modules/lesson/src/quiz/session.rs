//! One person going through one quiz. Every event goes through [`Session::apply`]; components hold no rules.
//!
//! Invariants: the first choice in a scene counts and is never changed; after it there is always a way on; after a miss every answer can
//! still be chosen; any number of goes may follow.

use super::content::{Answer, Item, Quiz, Scene};
use super::draw::{Missed, draw, order};
use super::outcome::Outcome;
use crate::script::{Part, Script, Spoken};
use std::rc::Rc;

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The first go, or another one, drawn by this seed.
    Begin(u32),
    /// An answer of the scene on show, as an index into its answers.
    Choose(usize),
    /// To the scene that follows, the next question, or the result.
    Next,
    /// To the scene or question before.
    Back,
}

/// What is on show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Nothing has begun.
    #[default]
    Start,
    /// A scene.
    Asking,
    /// What came of it.
    Result,
}

/// A question that is asked in this go, and what was chosen in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which item, as an index into [`Quiz::items`].
    pub item: usize,
    /// The first choice of each scene that was decided, in the order of deciding: scene and answer.
    pub first: Vec<(usize, usize)>,
    /// The scenes on the way here; never empty, the last is on show.
    trail: Vec<usize>,
    /// By scene: the answers chosen since it was last reached, in their order.
    chosen: Vec<Vec<usize>>,
}

impl Asked {
    fn fresh(quiz: &Quiz, item: usize) -> Asked {
        Asked { item, first: Vec::new(), trail: vec![0], chosen: vec![Vec::new(); quiz.items[item].scenes.len()] }
    }

    fn scene(&self) -> usize {
        self.trail.last().copied().unwrap_or_default()
    }

    /// Whether every decision on the way was right: the way from the first scene to an end that the right answers lead.
    pub fn is_right(&self, item: &Item) -> bool {
        right_way(item).iter().all(|decision| self.first.contains(decision))
    }
}

/// The decisions of an item where all is right, in their order: scene and answer.
pub fn right_way(item: &Item) -> Vec<(usize, usize)> {
    let (mut way, mut at) = (Vec::new(), Some(0));
    // No way is longer than there are scenes, even if an author's answers went round.
    while let Some(scene) = at.filter(|_| way.len() < item.scenes.len()) {
        let mut answers = item.scenes[scene].answers.iter().enumerate();
        let Some((index, answer)) = answers.find(|(_, answer)| answer.right) else { break };
        way.push((scene, index));
        at = answer.to;
    }
    way
}

/// One person's way through one quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    quiz: Rc<Quiz>,
    stage: Stage,
    seed: u32,
    missed: Missed,
    asked: Vec<Asked>,
    /// Which of them is on show.
    at: usize,
}

impl Session {
    /// A quiz that nobody has begun.
    pub fn new(quiz: Rc<Quiz>) -> Session {
        Session { quiz, stage: Stage::Start, seed: 0, missed: Missed::default(), asked: Vec::new(), at: 0 }
    }

    /// Topics that were missed on an earlier visit, as indexes: the first go begins with them.
    pub fn resume(&mut self, topics: Vec<usize>) {
        self.missed.topics = topics;
    }

    /// The quiz.
    pub fn quiz(&self) -> &Quiz {
        &self.quiz
    }

    /// What is on show.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// The seed of this go.
    pub fn seed(&self) -> u32 {
        self.seed
    }

    /// The questions of this go, in their order.
    pub fn asked(&self) -> &[Asked] {
        &self.asked
    }

    /// How many questions a go has.
    pub fn count(&self) -> usize {
        let all = self.quiz.items.len();
        if self.quiz.rules.asked == 0 { all } else { all.min(self.quiz.rules.asked.into()) }
    }

    /// Which question this is, from 1.
    pub fn nth(&self) -> usize {
        self.at + 1
    }

    /// The question on show.
    pub fn item(&self) -> Option<&Item> {
        self.quiz.items.get(self.now()?.item)
    }

    /// The scene on show.
    pub fn scene(&self) -> Option<&Scene> {
        self.item()?.scenes.get(self.now()?.scene())
    }

    /// The answers of the scene on show in the order in which they are offered, each with its index.
    pub fn answers(&self) -> Vec<(usize, &Answer)> {
        let (Some(asked), Some(scene)) = (self.now(), self.scene()) else { return Vec::new() };
        let order = order(self.seed, asked.item, asked.scene(), scene.answers.len());
        order.into_iter().map(|index| (index, &scene.answers[index])).collect()
    }

    /// Whether an answer of the scene on show has been chosen: its reason stands beside it.
    pub fn is_chosen(&self, answer: usize) -> bool {
        self.chosen().contains(&answer)
    }

    /// The answer that was chosen last in the scene on show.
    pub fn last(&self) -> Option<&Answer> {
        self.scene()?.answers.get(*self.chosen().last()?)
    }

    /// Whether the best answer of the scene on show has been chosen, or there is none to choose.
    pub fn is_done(&self) -> bool {
        let Some(scene) = self.scene() else { return true };
        scene.answers.is_empty() || self.chosen().iter().any(|answer| scene.answers[*answer].right)
    }

    /// Whether there is a way on: something has been chosen, or there is nothing to choose.
    pub fn can_go_on(&self) -> bool {
        self.scene().is_none_or(|scene| scene.answers.is_empty()) || self.last().is_some()
    }

    /// Whether there is a scene before this one.
    pub fn can_go_back(&self) -> bool {
        match self.stage {
            Stage::Start => false,
            Stage::Asking => self.at > 0 || self.now().is_some_and(|asked| asked.trail.len() > 1),
            Stage::Result => !self.asked.is_empty(),
        }
    }

    /// Whether the result comes next.
    pub fn is_last(&self) -> bool {
        self.at + 1 >= self.asked.len() && self.follows().is_none()
    }

    /// What came of this go, as far as it has gone.
    pub fn outcome(&self) -> Outcome {
        let answer = |asked: &Asked| {
            let item = &self.quiz.items[asked.item];
            (item.topic, item.critical, asked.is_right(item))
        };
        Outcome::of(self.quiz.rules, self.asked.iter().map(answer))
    }

    /// What the voice reads of the screen, in reading order; `gap` is what it says for a gap. Nothing where nothing is asked.
    pub fn script(&self, gap: &str) -> Vec<Spoken> {
        let mut script = Script::new(gap);
        if let (Stage::Asking, Some(scene)) = (self.stage, self.scene()) {
            script.add_each(Part::Say, &scene.say);
            if !scene.answers.is_empty() {
                script.add(Part::Question, &scene.question);
            }
            for (index, answer) in self.answers() {
                script.add(Part::Option(index), &answer.text);
                if self.is_chosen(index) {
                    script.add(Part::Reason(index), &answer.reason);
                }
            }
        }
        script.finish()
    }

    /// Applies an event. Events that do not fit what is on show change nothing.
    pub fn apply(&mut self, event: Event) {
        match event {
            Event::Begin(seed) => self.begin(seed),
            Event::Choose(answer) => self.choose(answer),
            Event::Next if self.stage == Stage::Asking && self.can_go_on() => self.go_on(),
            Event::Back if self.stage == Stage::Result && self.can_go_back() => self.stage = Stage::Asking,
            Event::Back if self.stage == Stage::Asking => self.go_back(),
            Event::Next | Event::Back => {}
        }
    }

    fn begin(&mut self, seed: u32) {
        if self.stage == Stage::Result {
            let missed = self.asked.iter().filter(|asked| !asked.is_right(&self.quiz.items[asked.item]));
            self.missed = Missed { items: missed.map(|asked| asked.item).collect(), topics: self.outcome().missed };
        }
        self.seed = seed;
        self.asked = draw(&self.quiz, seed, &self.missed).into_iter().map(|item| Asked::fresh(&self.quiz, item)).collect();
        self.at = 0;
        self.stage = if self.asked.is_empty() { Stage::Result } else { Stage::Asking };
    }

    fn choose(&mut self, answer: usize) {
        let answers = self.scene().map_or(0, |scene| scene.answers.len());
        if let Some(asked) = self.asked.get_mut(self.at).filter(|_| self.stage == Stage::Asking && answer < answers) {
            let scene = asked.scene();
            if asked.first.iter().all(|(decided, _)| *decided != scene) {
                asked.first.push((scene, answer));
            }
            asked.chosen[scene].retain(|chosen| *chosen != answer);
            asked.chosen[scene].push(answer);
        }
    }

    fn go_on(&mut self) {
        match self.follows() {
            Some(scene) => {
                let asked = &mut self.asked[self.at];
                // Whoever comes round to a scene once more decides anew; what counts is still the first time.
                asked.chosen[scene].clear();
                asked.trail.push(scene);
            }
            None if self.at + 1 < self.asked.len() => self.at += 1,
            None => self.stage = Stage::Result,
        }
    }

    fn go_back(&mut self) {
        let Some(asked) = self.asked.get_mut(self.at) else { return };
        if asked.trail.len() > 1 {
            asked.trail.pop();
        } else {
            self.at = self.at.saturating_sub(1);
        }
    }

    /// The scene to which the last choice leads.
    fn follows(&self) -> Option<usize> {
        self.last()?.to
    }

    fn now(&self) -> Option<&Asked> {
        self.asked.get(self.at)
    }

    fn chosen(&self) -> &[usize] {
        self.now().map_or(&[], |asked| &asked.chosen[asked.scene()])
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Event, Session, Stage};
    use crate::content::Sentence;
    use crate::quiz::content::{Answer, Ending, Item, Quiz, Rules, Scene, Topic};
    use crate::quiz::outcome::Passed;
    use proptest::prelude::*;
    use std::rc::Rc;

    fn answer(words: &str, right: bool, to: Option<usize>) -> Answer {
        let text = vec![Sentence::plain(words)];
        Answer { reason: text.clone(), text, right, clauses: Vec::new(), to }
    }

    fn scene(id: &str, answers: Vec<Answer>) -> Scene {
        let words = vec![Sentence::plain(id)];
        Scene { id: id.into(), title: id.into(), say: vec![words.clone()], question: words, answers }
    }

    /// A quiz with an item for each topic and whether it must be right; the first answer of each is right.
    pub fn quiz(items: &[(usize, bool)], asked: u16) -> Quiz {
        let topic =
            |number: usize| Topic { id: format!("t{number}"), title: format!("Topic {number}"), read: format!("#t{number}") };
        let item = |(number, (topic, critical)): (usize, &(usize, bool))| Item {
            id: format!("i{number}"),
            title: format!("Item {number}"),
            topic: *topic,
            critical: *critical,
            scenes: vec![scene("", vec![answer("Tell.", true, None), answer("Wait.", false, None), answer("Ask.", false, None)])],
        };
        Quiz {
            id: "teacher".into(),
            title: "Induction".into(),
            version: "3.0".into(),
            topics: (0..items.iter().map(|(topic, _)| topic + 1).max().unwrap_or(1)).map(topic).collect(),
            items: items.iter().enumerate().map(item).collect(),
            clauses: Vec::new(),
            rules: Rules { asked, pass: 80, critical: 100 },
            ending: Ending::Record,
        }
    }

    /// Four decisions; a miss leads to a scene from which the right way is found again.
    pub fn case() -> Session {
        let mut quiz = quiz(&[(0, true)], 0);
        quiz.items[0].scenes = vec![
            scene("table", vec![answer("Later.", false, Some(4)), answer("Listen.", true, Some(1))]),
            scene("listen", vec![answer("Write.", true, Some(2)), answer("Ask why.", false, Some(2))]),
            scene("write", vec![answer("Tell.", true, Some(3))]),
            scene("end", Vec::new()),
            scene("later", vec![answer("Go back to her.", true, Some(0)), answer("Leave it.", false, Some(3))]),
        ];
        let mut session = Session::new(Rc::new(quiz));
        session.apply(Event::Begin(1));
        session
    }

    /// Chooses an answer each and goes on.
    pub fn play(session: &mut Session, answers: &[usize]) {
        for answer in answers {
            session.apply(Event::Choose(*answer));
            session.apply(Event::Next);
        }
    }

    #[test]
    fn the_first_choice_counts_and_every_other_can_still_be_tried() {
        let mut session = Session::new(Rc::new(quiz(&[(0, false), (1, false)], 0)));
        session.apply(Event::Begin(7));
        assert!(!session.can_go_on() && !session.can_go_back());
        session.apply(Event::Next);
        assert_eq!(session.nth(), 1, "a question waits for a choice");
        session.apply(Event::Choose(2));
        assert!(session.can_go_on() && !session.is_done(), "there is a way on, and the question is still open");
        session.apply(Event::Choose(0));
        assert!(session.is_done() && session.is_chosen(0) && session.is_chosen(2));
        session.apply(Event::Next);
        assert!(session.is_last());
        play(&mut session, &[0]);
        assert_eq!(session.stage(), Stage::Result);
        let outcome = session.outcome();
        assert_eq!((outcome.all().right, outcome.missed, outcome.passed), (1, vec![0], Passed::NotYet));
    }

    #[test]
    fn going_back_shows_what_was_chosen_and_changes_nothing_that_counts() {
        let mut session = Session::new(Rc::new(quiz(&[(0, false), (1, false)], 0)));
        session.apply(Event::Begin(7));
        play(&mut session, &[1, 0]);
        session.apply(Event::Back);
        assert_eq!((session.stage(), session.nth()), (Stage::Asking, 2));
        session.apply(Event::Back);
        assert!(session.is_chosen(1));
        session.apply(Event::Choose(0));
        assert_eq!(session.asked()[0].first, [(0, 1)]);
        session.apply(Event::Back);
        assert_eq!(session.nth(), 1);
    }

    #[test]
    fn a_case_is_right_when_every_decision_on_the_way_was() {
        let mut session = case();
        play(&mut session, &[1, 0, 0]);
        assert_eq!(session.scene().unwrap().id, "end");
        assert!(session.is_last() && session.can_go_on());
        session.apply(Event::Next);
        assert_eq!(session.outcome().passed, Passed::Yes);
        let mut session = case();
        play(&mut session, &[1, 1, 0]);
        session.apply(Event::Next);
        assert_eq!(session.outcome().passed, Passed::NotYet, "one decision was missed");
    }

    #[test]
    fn a_case_that_went_aside_comes_round_to_the_right_way_and_stays_missed() {
        let mut session = case();
        play(&mut session, &[0, 0]);
        assert_eq!(session.scene().unwrap().id, "table");
        assert!(session.last().is_none(), "it is decided anew");
        play(&mut session, &[1, 0, 0]);
        session.apply(Event::Next);
        assert_eq!((session.stage(), session.outcome().passed), (Stage::Result, Passed::NotYet));
        assert_eq!(session.asked()[0].first, [(0, 0), (4, 0), (1, 0), (2, 0)]);
    }

    #[test]
    fn looking_at_another_way_afterwards_spoils_nothing() {
        let mut session = case();
        play(&mut session, &[1]);
        session.apply(Event::Back);
        play(&mut session, &[0, 1]);
        (0..2).for_each(|_| session.apply(Event::Back));
        assert_eq!(session.scene().unwrap().id, "table");
        play(&mut session, &[1, 0, 0]);
        session.apply(Event::Next);
        assert_eq!(session.outcome().passed, Passed::Yes);
    }

    #[test]
    fn another_go_begins_with_the_topics_that_were_missed() {
        let items: Vec<(usize, bool)> = (0..12).map(|item| (item % 4, false)).collect();
        let mut session = Session::new(Rc::new(quiz(&items, 8)));
        session.apply(Event::Begin(3));
        let missed: Vec<usize> = session.asked().iter().map(|asked| asked.item).filter(|item| item % 4 == 2).collect();
        for at in 0..8 {
            let answer = usize::from(missed.contains(&session.asked()[at].item));
            play(&mut session, &[answer]);
        }
        assert_eq!(session.outcome().missed, [2]);
        session.apply(Event::Begin(4));
        assert_eq!((session.stage(), session.nth()), (Stage::Asking, 1));
        assert!(session.asked().iter().take(missed.len()).all(|asked| asked.item % 4 == 2));
        assert!(missed.iter().all(|item| session.asked().iter().any(|asked| asked.item == *item)));
        let mut session = Session::new(Rc::new(quiz(&items, 8)));
        session.resume(vec![3]);
        session.apply(Event::Begin(3));
        assert_eq!(session.asked()[0].item % 4, 3, "and so does who comes back another day");
    }

    #[test]
    fn a_quiz_without_questions_is_at_its_end() {
        let mut session = Session::new(Rc::new(quiz(&[], 5)));
        for event in [Event::Begin(1), Event::Back, Event::Next, Event::Choose(0)] {
            session.apply(event);
        }
        assert_eq!((session.stage(), session.count()), (Stage::Result, 0));
    }

    fn event() -> impl Strategy<Value = Event> {
        prop_oneof![
            1 => any::<u32>().prop_map(Event::Begin),
            9 => (0usize..4).prop_map(Event::Choose),
            9 => Just(Event::Next),
            3 => Just(Event::Back),
        ]
    }

    proptest! {
        #[test]
        fn there_is_always_a_way_on_and_what_counts_never_changes(events in prop::collection::vec(event(), 0..80), asked in 0u16..6) {
            let items: Vec<(usize, bool)> = (0..7).map(|item| (item % 3, item % 2 == 0)).collect();
            let with_case = Rc::new(Quiz { items: [quiz(&items, 0).items, case().quiz.items.clone()].concat(), ..quiz(&items, asked) });
            let mut session = Session::new(with_case);
            for event in events {
                let before = session.clone();
                session.apply(event);
                if !matches!(event, Event::Begin(_)) {
                    for (now, before) in session.asked().iter().zip(before.asked()) {
                        prop_assert!(now.first.starts_with(&before.first));
                    }
                }
                if session.stage() == Stage::Asking {
                    let scene = session.scene().expect("something is asked");
                    prop_assert_eq!(session.answers().len(), scene.answers.len());
                    prop_assert!(session.can_go_on() || !scene.answers.is_empty());
                }
            }
            // From wherever it is, choosing what is best leads to the result.
            if session.stage() == Stage::Start { session.apply(Event::Begin(1)); }
            for _ in 0..60 {
                let best = session.answers().into_iter().find(|(_, answer)| answer.right).map(|(index, _)| index);
                best.into_iter().for_each(|best| session.apply(Event::Choose(best)));
                session.apply(Event::Next);
            }
            prop_assert_eq!(session.stage(), Stage::Result);
            prop_assert!(session.asked().iter().all(|asked| !asked.first.is_empty()));
        }
    }
}
