//! What is kept of a quiz or an induction: a text of its own, of lines that each stand for themselves, as in a learner's.
//!
//! ```text
//! fingerpost 2
//! taken on=2026-11-22 policy=3.0 missed=images-devices,filtering passed=not-yet
//! rests clause=csm-4 hash=5b0d2c1e kept=yes
//! ```
//!
//! Neither a name nor an answer is among it. Which clauses have changed since can be told by their hashes.

use super::day::Day;
use super::line::{field, is_word, word};
use super::text::{HEADER_NOW, Newer, Text};
use crate::quiz::outcome::Passed;

/// How a quiz was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// On which day; `None` where no clock said so.
    pub on: Option<Day>,
    /// The policy's version then.
    pub policy: String,
    /// The ids of the topics in which something was missed.
    pub missed: Vec<String>,
    /// Whether it was passed.
    pub passed: Passed,
}

/// A clause behind the questions, as it was then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rests {
    /// Its id.
    pub clause: String,
    /// The hash of its words.
    pub hash: String,
}

/// One line.
enum Line<'a> {
    Taken(Taken),
    Rests(Rests),
    /// What was damaged and has been put aside, as it was.
    Aside(&'a str),
    /// A line that begins with no word of this version: kept as it is.
    Other(&'a str),
    Damaged(&'a str),
}

/// All that is kept of one quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The quiz's id.
    pub id: String,
    /// How it was taken last.
    pub taken: Option<Taken>,
    /// The clauses behind it then.
    pub rests: Vec<Rests>,
    /// The lines that cannot be read, as they are.
    pub damaged: Vec<String>,
    /// Whether the first line is there. Without it the text may be anything.
    pub has_header: bool,
    /// A newer version wrote the text: nothing of it is known here.
    pub is_newer: bool,
    /// The text itself, to be saved to a file.
    pub text: String,
}

/// A space within a version: it is seen as one, and parts no fields.
const NO_BREAK: &str = "\u{a0}";

impl Taken {
    fn write(&self) -> String {
        let mut line = String::from("taken");
        line.extend(self.on.map(|day| [" on=", &day.write()].concat()));
        let mut version = self.policy.split_whitespace();
        line.extend([" policy=", version.next().unwrap_or("-")]);
        version.for_each(|part| line.extend([NO_BREAK, part]));
        if !self.missed.is_empty() {
            line.extend([" missed=", &self.missed.join(",")]);
        }
        line + " passed=" + self.passed.id()
    }

    fn read(fields: &str) -> Option<Taken> {
        let missed = field(fields, "missed").unwrap_or_default().split(',').filter(|id| !id.is_empty());
        Some(Taken {
            // A day that a wrong clock wrote is no reason to lose what was done.
            on: field(fields, "on").and_then(Day::read),
            policy: word(fields, "policy")?.replace(NO_BREAK, " "),
            missed: missed.map(|id| is_word(id).then(|| id.to_owned())).collect::<Option<_>>()?,
            passed: Passed::from_id(field(fields, "passed")?)?,
        })
    }

    /// Whether this takes the place of what was kept before. Somebody who has passed and then has another go loses nothing by it.
    fn follows(&self, earlier: &Taken) -> bool {
        self.passed != Passed::NotYet || earlier.passed != Passed::Yes
    }

    /// Whether this is to stay where two devices know of the same: who has passed has passed, and later is newer.
    fn is_newer_than(&self, other: &Taken) -> bool {
        let rank = |taken: &Taken| (taken.passed == Passed::Yes, taken.on);
        rank(self) > rank(other)
    }
}

impl Rests {
    fn write(&self) -> String {
        ["rests clause=", &self.clause, " hash=", &self.hash, " kept=yes"].concat()
    }

    fn read(fields: &str) -> Option<Rests> {
        let rests = Rests { clause: word(fields, "clause")?, hash: word(fields, "hash")? };
        (field(fields, "kept")? == "yes").then_some(rests)
    }
}

impl<'a> Line<'a> {
    fn read(line: &'a str) -> Line<'a> {
        let (word, fields) = line.split_once(' ').unwrap_or((line, ""));
        let known = match word {
            "taken" => Taken::read(fields).map(Line::Taken),
            "rests" => Rests::read(fields).map(Line::Rests),
            "aside" => Some(Line::Aside(fields)),
            _ => Some(Line::Other(line)),
        };
        known.unwrap_or(Line::Damaged(line))
    }
}

impl Kept {
    /// Reads a text, which may be damaged anywhere.
    pub fn read(id: &str, text: &str) -> Kept {
        let mut kept = Kept {
            id: id.to_owned(),
            taken: None,
            rests: Vec::new(),
            damaged: Vec::new(),
            has_header: false,
            is_newer: false,
            text: text.to_owned(),
        };
        match Text::read(text) {
            Err(Newer) => kept.is_newer = true,
            Ok(read) => {
                kept.has_header = read.has_header;
                for line in read.raw() {
                    match Line::read(line) {
                        Line::Taken(taken) => kept.taken = Some(taken),
                        Line::Rests(rests) => kept.rests.push(rests),
                        Line::Aside(line) | Line::Damaged(line) => kept.damaged.push(line.to_owned()),
                        Line::Other(line) if !read.has_header => kept.damaged.push(line.to_owned()),
                        Line::Other(_) => {}
                    }
                }
            }
        }
        kept
    }

    /// Its lines, as a file holds them: what is damaged is put aside.
    pub fn lines(&self) -> Vec<String> {
        let text = written(&[&self.text], self.taken.as_ref(), &self.rests).unwrap_or_default();
        text.lines().skip(1).map(str::to_owned).collect()
    }
}

/// Whether a line of a quiz's text can be read, or is a newer version's.
pub fn is_readable(line: &str) -> bool {
    !matches!(Line::read(line), Line::Damaged(_))
}

/// The text with this in the place of what was there before, if it may take it; all other lines as they were, and what is damaged put aside.
///
/// # Errors
///
/// [`Newer`] where a newer version wrote the text.
pub fn put(text: Option<&str>, taken: &Taken, rests: &[Rests]) -> Result<String, Newer> {
    let before = text.map(|text| Kept::read("", text));
    let stays = before.as_ref().and_then(|before| Some((before.taken.as_ref()?, before.rests.as_slice())));
    let (taken, rests) = match stays.filter(|(earlier, _)| !taken.follows(earlier)) {
        Some(stays) => stays,
        None => (taken, rests),
    };
    written(&[text.unwrap_or_default()], Some(taken), rests)
}

/// What two devices keep of the same quiz, put together.
///
/// # Errors
///
/// [`Newer`] where a newer version wrote either.
pub fn merge(text: Option<&str>, other: &str) -> Result<String, Newer> {
    let (here, comes) = (Kept::read("", text.unwrap_or_default()), Kept::read("", other));
    let better = match (&here.taken, &comes.taken) {
        (None, Some(_)) => &comes,
        (Some(known), Some(taken)) if taken.is_newer_than(known) => &comes,
        _ => &here,
    };
    written(&[text.unwrap_or_default(), other], better.taken.as_ref(), &better.rests)
}

/// A text of these, with the lines of others that are not of their kind, each once.
fn written(others: &[&str], taken: Option<&Taken>, rests: &[Rests]) -> Result<String, Newer> {
    let mut text = format!("{HEADER_NOW}\n");
    let mut lines: Vec<String> = Vec::new();
    for other in others {
        let other = Text::read(other)?;
        for line in other.raw() {
            let line = match Line::read(line) {
                Line::Taken(_) | Line::Rests(_) => continue,
                Line::Other(line) if other.has_header => line.to_owned(),
                Line::Other(line) | Line::Aside(line) | Line::Damaged(line) => ["aside ", line].concat(),
            };
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines.extend(taken.map(Taken::write));
    lines.extend(rests.iter().map(Rests::write));
    lines.iter().for_each(|line| text.extend([line, "\n"]));
    Ok(text)
}
