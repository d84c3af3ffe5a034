//! Somebody who takes a quiz or answers the questions of staff induction, as a [`Learner`] reaches things. They see what is on the page and
//! nothing else, unless they have read the answers in its text before.

use crate::learner::Learner;
use crate::{Journey, learner};
use serde::Deserialize;
use std::collections::HashMap;

/// More screens than any go has.
const MOST_SCREENS: usize = 120;

/// What can be seen of the quiz.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Screen {
    /// The question's heading, and in a case that of its scene.
    pub place: [String; 2],
    /// The answers, in the order in which they are offered.
    pub answers: Vec<String>,
    /// Whether the way on is there.
    pub can_go_on: bool,
    /// Whether the best answer has been chosen, or there is nothing to choose.
    pub is_done: bool,
    /// Whether this is the result.
    pub is_result: bool,
    /// All the words on the screen.
    pub words: String,
}

const SCREEN: &str = "
    const module = document.querySelector('[data-module=quiz], [data-module=induction]');
    const words = selector => module.querySelector(selector)?.textContent.trim() ?? '';
    const next = module.querySelector('[data-action=next]');
    return {
        place: [words('#quiz-title'), words('#scene-title')],
        answers: [...module.querySelectorAll('button.answer')].map(e => e.textContent.trim()),
        canGoOn: !!next,
        isDone: !!next && 'done' in next.dataset,
        isResult: !!module.querySelector('[data-action=again]'),
        words: module.innerText,
    };";

/// The best answers, by the headings of the question and of its scene.
pub type Answers = HashMap<[String; 2], String>;

/// Reads the best answers in the text that the page has for readers without script, as somebody with a printed page could. A page of the
/// site must be open: the browser's own first page lets nothing be read.
pub async fn read_answers(journey: &Journey, page: &str) -> Answers {
    const READ: &str = "
        const page = new DOMParser().parseFromString(arguments[0], 'text/html');
        return [...page.querySelectorAll('.questions .moment details.answers')].map(answers => {
            const item = answers.closest('.moment').firstElementChild;
            let scene = answers;
            while (!/^H[2-6]$/.test(scene.tagName)) scene = scene.previousElementSibling;
            return [[item.textContent.trim(), scene === item ? '' : scene.textContent.trim()], answers.querySelector('strong').textContent.trim()];
        });";
    let text = std::fs::read_to_string(journey.dist.join(page)).expect("a page can be read");
    let answers: Vec<([String; 2], String)> = journey.ask(READ, &[text.into()]).await;
    assert!(!answers.is_empty(), "{page} has no questions as text");
    answers.into_iter().collect()
}

/// Somebody at a quiz that is open, which is ready.
#[derive(Debug)]
pub struct Taker<'a> {
    journey: &'a Journey,
    learner: Learner<'a>,
}

impl<'a> Taker<'a> {
    /// Somebody who reaches things in this way. The page was told of [`learner::STEADY_HANDS`], or it is all the same to this way.
    pub fn new(journey: &'a Journey, way: learner::Way) -> Taker<'a> {
        Taker { journey, learner: Learner::with_steady_hands(journey, way) }
    }

    /// What they see.
    pub async fn screen(&self) -> Screen {
        self.journey.ask(SCREEN, &[]).await
    }

    /// Chooses a control that has no other like it.
    pub async fn choose(&self, selector: &str) {
        self.learner.choose(selector, 0).await;
    }

    /// Begins, or has another go.
    pub async fn begin(&self) {
        let before = self.screen().await.words;
        self.choose(":is([data-action=begin], [data-action=again])").await;
        self.new_words(&before, "the first question").await;
    }

    /// Chooses the answer at this place, which is met with words.
    pub async fn answer(&self, index: usize) {
        let before = self.screen().await.words;
        self.learner.choose("button.answer", index).await;
        self.new_words(&before, "an answer to be met with words").await;
    }

    /// To the next scene, the next question or the result.
    pub async fn go_on(&self) {
        let before = self.screen().await.words;
        self.choose("[data-action=next]").await;
        self.new_words(&before, "the next screen").await;
    }

    /// Goes through all questions to the result, always choosing what is best, and returns how many screens there were.
    pub async fn answer_well(&self, answers: &Answers) -> usize {
        for screens in 0..MOST_SCREENS {
            let screen = self.screen().await;
            if screen.is_result {
                return screens;
            }
            if !screen.answers.is_empty() {
                let best = answers.get(&screen.place).unwrap_or_else(|| panic!("{:?} is not in the text", screen.place));
                let index = screen.answers.iter().position(|answer| answer == best);
                self.answer(index.unwrap_or_else(|| panic!("\"{best}\" is not among {:?}", screen.answers))).await;
                assert!(self.screen().await.is_done, "the text says that \"{best}\" is best, the question does not");
            }
            self.go_on().await;
        }
        panic!("the questions never end")
    }

    /// Goes through all questions to the result, knowing nothing: they choose what is offered first. After a miss they try the others in a
    /// question; in a case they see where it leads, and choose something else where they have been before. What is looked at on each
    /// screen is for `look`, which is told where they are.
    pub async fn try_all(&self, look: impl AsyncFn(&str)) {
        let mut been: HashMap<[String; 2], usize> = HashMap::new();
        for _ in 0..MOST_SCREENS {
            let screen = self.screen().await;
            let place = screen.place.join(", ");
            look(&place).await;
            if screen.is_result {
                return;
            }
            let is_case = !screen.place[1].is_empty();
            let times = been.entry(screen.place).or_default();
            for index in (0..screen.answers.len()).cycle().skip(*times).take(screen.answers.len()) {
                self.answer(index).await;
                look(&format!("{place}, answered")).await;
                if is_case || self.screen().await.is_done {
                    break;
                }
            }
            *times += 1;
            self.go_on().await;
        }
        panic!("the questions never end")
    }

    async fn new_words(&self, before: &str, what: &str) {
        let module = "document.querySelector('[data-module=quiz], [data-module=induction]').innerText";
        self.journey.wait_until(what, &format!("{module} !== {}", serde_json::Value::from(before))).await;
    }
}
