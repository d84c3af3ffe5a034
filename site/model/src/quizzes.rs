//! Quizzes and courses of staff induction: what is read, what is asked, and the clauses on which the answers rest.

use crate::place::Place;
use crate::{Approval, Audience, Document, Only, PolicyDependent};
use fingerpost_lesson::quiz::content::{Item, Rules};

/// A quiz, or a course of staff induction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuizPage {
    /// The file's name without its ending; the address.
    pub id: String,
    /// For whom it is: a quiz for everyone, a course for those who take it.
    pub only: Only,
    /// Who has approved it. Where one of its files of questions is a draft, so is all of it.
    pub approval: Approval,
    /// Its title and opening, and of a course its parts.
    pub document: Document,
    /// What is asked, topic by topic: of a course the topics are its parts.
    pub items: Vec<QuizItem>,
    /// How many are asked, and what is enough.
    pub rules: Rules,
    /// The agreement that is signed at the end of a quiz, by its id.
    pub agreement: Option<String>,
}

impl QuizPage {
    /// Those who take it, where that is not everyone.
    pub fn audiences(&self) -> &[Audience] {
        match &self.only {
            Only::Everyone => &[],
            Only::These(audiences) => audiences,
        }
    }

    /// A dependent for each question, by the file in which it stands.
    pub fn dependents(&self) -> impl Iterator<Item = PolicyDependent> {
        self.items.iter().map(|QuizItem { item, clauses, place }| {
            let file = match self.document.parts.get(item.topic) {
                Some(part) => format!("items/{}", part.id),
                None => format!("quizzes/{}", self.id),
            };
            PolicyDependent { id: format!("{file}#{}", item.id), place: place.clone(), clauses: clauses.clone() }
        })
    }
}

/// A question, with what the player has no use for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuizItem {
    /// The question. Its answers name clauses as indexes into [`QuizItem::clauses`].
    pub item: Item,
    /// The ids of the clauses on which its answers rest, each with the place where it is first named.
    pub clauses: Vec<(String, Place)>,
    /// Where it begins.
    pub place: Place,
}
