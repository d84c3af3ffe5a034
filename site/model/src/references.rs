//! What stands beside the policy in lists: services, laws and guidance, other policies, and what has changed.

use crate::place::Place;
use crate::{Audience, Day};

/// Whether a service still runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkStatus {
    /// It runs.
    Open,
    /// It is closed; another takes its place, perhaps.
    Closed(Option<String>),
    /// It has another name now.
    Moved(Option<String>),
}

/// A service outside the setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its id in links.toml.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Its address.
    pub url: String,
    /// Its telephone number.
    pub phone: Option<String>,
    /// When it can be reached.
    pub hours: Option<String>,
    /// What it is for.
    pub about: String,
    /// What it is not for.
    pub not_for: Option<String>,
    /// For whom.
    pub audiences: Vec<Audience>,
    /// Whether it still runs.
    pub status: LinkStatus,
    /// Whether somebody of the setting has looked at it.
    pub checked: Checked,
    /// Where it stands.
    pub place: Place,
}

/// Whether somebody of the setting has looked at an entry that others can change, and when last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// Nobody has yet.
    Never,
    /// Somebody last looked on this day.
    On(Day),
    /// A day is typed that cannot be read, which was reported.
    Unreadable,
}

impl Checked {
    /// The day on which somebody last looked, where it is known.
    pub fn day(self) -> Option<Day> {
        match self {
            Checked::On(day) => Some(day),
            Checked::Never | Checked::Unreadable => None,
        }
    }
}

/// Whether a law or guidance is known to be as its entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LawStatus {
    /// Somebody has checked it.
    Confirmed,
    /// Nobody could yet. What the editor has to find out is never shown on a page.
    Unconfirmed(String),
}

/// A law or guidance that the policy names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Law {
    /// Its id in law.toml.
    pub id: String,
    /// Its title.
    pub label: String,
    /// A short form, such as `KCSIE`.
    pub short: Option<String>,
    /// Which edition was read.
    pub edition: Option<String>,
    /// When that edition was published.
    pub published_on: Option<Day>,
    /// From when it is in force.
    pub in_force_from: Option<Day>,
    /// Its address.
    pub url: Option<String>,
    /// What it asks for.
    pub about: String,
    /// The kinds of setting that it is for.
    pub applies_to: Vec<String>,
    /// Whether it is known to be so.
    pub status: LawStatus,
    /// Whether somebody of the setting has looked at it.
    pub checked: Checked,
    /// Where it stands.
    pub place: Place,
}

/// Another policy that the setting has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherPolicy {
    /// Its id in policies.toml.
    pub id: String,
    /// Its title.
    pub label: String,
    /// What it is about.
    pub about: String,
    /// The role that owns it: an id in [`crate::Setting::roles`].
    pub owner: Option<String>,
    /// When it was last reviewed.
    pub reviewed_on: Option<Day>,
    /// When its next review is due.
    pub next_review: Option<Day>,
    /// Where `next_review` is typed.
    pub next_review_place: Place,
    /// How to get it, in words.
    pub where_to_get: Option<String>,
    /// Its address, where it is on the web.
    pub url: Option<String>,
    /// Whether the setting's own policies.toml names it.
    pub is_own: bool,
    /// Where it stands.
    pub place: Place,
}

/// What a version of the policy changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The version.
    pub version: String,
    /// When it was made; none where the day could not be read, which was reported.
    pub on: Option<Day>,
    /// Where that is typed.
    pub place: Place,
    /// What changed, in words.
    pub what: String,
    /// For whom.
    pub audiences: Vec<Audience>,
    /// The clauses that say it.
    pub clauses: Vec<(String, Place)>,
}
