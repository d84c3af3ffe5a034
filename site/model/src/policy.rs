//! The policy: its sections, what they say in short, who approved them, and its own facts.

use crate::place::Place;
use crate::{Block, Day, Document, Inline, Only};

/// A section of the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The file's name without number and ending; its address.
    pub slug: String,
    /// Its number in the policy.
    pub number: u32,
    /// For whom the whole section is.
    pub only: Only,
    /// Who has approved it.
    pub approval: Approval,
    /// What it says to a parent in a few sentences. It is no part of the document: it has no clauses and no number.
    pub in_short: Option<InShort>,
    /// Its words.
    pub document: Document,
}

/// The "In short" of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InShort {
    /// Its address in the page.
    pub id: String,
    /// The words of its heading.
    pub heading: Vec<Inline>,
    /// Paragraphs and lists.
    pub blocks: Vec<Block>,
}

/// Who has approved a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Approval {
    /// Whoever approved the policy, on the same day.
    WithPolicy,
    /// Somebody, on a day of its own.
    By {
        /// Who.
        who: String,
        /// When.
        on: Day,
    },
    /// Nobody yet.
    Draft,
}

/// The policy's own facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyFacts {
    /// What it is called.
    pub title: String,
    /// Its version.
    pub version: String,
    /// Where `version` is typed.
    pub version_place: Place,
    /// The role that owns it: an id in [`crate::Setting::roles`].
    pub owner: String,
    /// Who approved it.
    pub approved_by: String,
    /// When it was approved; none in a handbook, and where the day could not be read, which was reported.
    pub approved_on: Option<Day>,
    /// Where that is typed.
    pub approved_place: Place,
    /// When it was last reviewed; as `approved_on` it may be missing.
    pub reviewed_on: Option<Day>,
    /// Where that is typed.
    pub reviewed_place: Place,
    /// When the next review is due; as `approved_on` it may be missing.
    pub next_review: Option<Day>,
    /// Where `next_review` is typed.
    pub next_review_place: Place,
}

/// A role, never a named person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its id in setting.toml.
    pub id: String,
    /// What it is called in running text.
    pub title: String,
    /// A short form, such as `DSL`.
    pub short: Option<String>,
    /// A telephone number.
    pub phone: Option<String>,
    /// An e-mail address: the part before the `@` and the part after it, kept apart so that it is never written whole.
    pub email: Option<(String, String)>,
    /// Where to find them.
    pub place: Option<String>,
    /// When they can be reached.
    pub hours: Option<String>,
    /// What they are for.
    pub about: String,
}

/// A word that needs explaining.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its address in the glossary.
    pub id: String,
    /// Its forms, the first being the one it is listed under.
    pub forms: Vec<String>,
    /// What it means.
    pub meaning: Vec<Block>,
    /// Where it stands.
    pub place: Place,
}
