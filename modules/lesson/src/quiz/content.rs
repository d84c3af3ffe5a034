//! A quiz or an induction's questions as their authors wrote them, after loading. The generator has checked them and the player may trust them: indexes are in
//! range, every scene that asks has exactly one right answer, and from every scene an end can be reached.

use crate::content::Text;
use serde::{Deserialize, Serialize};

/// What is asked, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiz {
    /// The file's name without its ending; the address and the key of what is kept.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The policy's version at which it was built.
    pub version: String,
    /// The topics, each a part that is read first; one alone, without a place to read, where there are no parts.
    pub topics: Vec<Topic>,
    /// Every question that can be asked, in the order of the files.
    pub items: Vec<Item>,
    /// The clauses on which answers rest.
    pub clauses: Vec<ClauseRef>,
    /// How many are asked, and what is enough.
    pub rules: Rules,
    /// What it ends in.
    pub ending: Ending,
}

/// A topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Where it can be read: an address relative to the page, such as `#images-devices`. Empty where there is no such place.
    pub read: String,
}

/// A question, or a case with several decisions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its id, which no other question of the quiz has.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its topic: an index into [`Quiz::topics`].
    pub topic: usize,
    /// Whether it must be right.
    pub critical: bool,
    /// What happens, and what is asked. A question has one scene, a case several, of which the first is where it begins.
    pub scenes: Vec<Scene>,
}

impl Item {
    /// Whether one decision leads to another.
    pub fn is_case(&self) -> bool {
        self.scenes.len() > 1
    }
}

/// A scene. One without answers is the end of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scene {
    /// Its id within the item; empty where the item has no other.
    pub id: String,
    /// Its heading; empty where the item has no other.
    pub title: String,
    /// What happens, paragraph by paragraph.
    pub say: Vec<Text>,
    /// What is asked.
    pub question: Text,
    /// The answers, in the order of the file.
    pub answers: Vec<Answer>,
}

/// An answer, with the reason that meets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Its words.
    pub text: Text,
    /// Whether it is the best.
    pub right: bool,
    /// What it brings, and why.
    pub reason: Text,
    /// The clauses on which it rests: indexes into [`Quiz::clauses`].
    pub clauses: Vec<usize>,
    /// In a case, the scene that follows: an index into [`Item::scenes`].
    pub to: Option<usize>,
}

/// A clause, as an answer names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseRef {
    /// Its stable id.
    pub id: String,
    /// Its number in the policy.
    pub reference: String,
    /// Its words.
    pub words: String,
    /// Where it stands: an address relative to the page.
    pub href: String,
    /// The hash of its words as they are now.
    pub hash: String,
}

/// How many questions are asked, and what is enough (usually the critical ones all, of the rest 80 %: docs/dev/evidence.md, Quizzes and courses).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// How many items are asked in one go; 0 is all, in their order.
    pub asked: u16,
    /// Of those that are not critical, how many in a hundred must be right; 0 where nothing has to be passed.
    pub pass: u8,
    /// Of the critical ones, how many in a hundred must be right.
    pub critical: u8,
}

/// What it ends in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// A slip to sign: a parent has read and understood the agreement.
    Slip {
        /// What the agreement is called.
        agreement: String,
    },
    /// A record for the designated safeguarding lead.
    Record,
}
