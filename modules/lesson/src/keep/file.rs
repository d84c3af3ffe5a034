//! Saving to a file and bringing back from one.
//!
//! A file is read by people too:
//!
//! ```text
//! fingerpost 2
//! # This file holds what a device remembered. ...
//! learner 483920
//! me picture=fox nickname=blue-kite
//! done lesson=tell-someone path=symbols on=2026-11-22 times=2 prompt=highlight
//! learner
//! place lesson=tell-someone path=easy-read at=secrets done=no prompts=show,hint,hint,none
//! end sum=5b0d2c1e
//! ```
//!
//! The learner without a name has no number. The last line tells whether all of the file is there and as it was written; where it is not,
//! what can be read still is. Programs that send files on may change how lines end: that is no change.

use super::learners::{Who, choose, fresh};
use super::line::{Done, Line, Place};
use super::store::{Fault, Store, Trouble, update};
use super::text::{Newer, Text, put};

/// How such a file's name ends.
pub const ENDING: &str = ".fingerpost.txt";

/// A file of more bytes is none of ours: a learner's text has about 100 bytes a lesson.
pub const MOST_BYTES: usize = 1_000_000;

const LEARNER: &str = "learner";
const END: &str = "end sum=";
const NOTE: &str = "#";

/// Why a file is not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Nothing is in it.
    Empty,
    /// It has more than [`MOST_BYTES`].
    TooBig,
    /// It is something else, such as a photo.
    NotOurs,
    /// A newer version wrote it.
    Newer,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// Each learner with their text.
    pub learners: Vec<(Who, String)>,
    /// What could not be read: the number of the line, from 1, and the line.
    pub damaged: Vec<(usize, String)>,
    /// Whether the file is as it was written, to its end.
    pub is_whole: bool,
}

/// Writes learners with their texts into a file. `about` says in words what it is. A text of a newer version is not ours to write: it is
/// left out.
pub fn write_file(about: &str, learners: &[(Who, String)]) -> String {
    let mut file = put(None, &[], Done::and).unwrap_or_default();
    for line in about.lines() {
        file.extend([NOTE, " ", line, "\n"]);
    }
    for (who, text) in learners {
        let Ok(text) = Text::read(text) else { continue };
        file.push_str(LEARNER);
        file.extend(who.number().map(|number| [" ", number]).into_iter().flatten());
        file.push('\n');
        for line in text.lines_now() {
            let line = line.write();
            // What would be one of the file's own lines is put aside.
            let aside = if [LEARNER, END, NOTE].iter().any(|own| line.starts_with(own)) { "aside " } else { "" };
            file.extend([aside, &line, "\n"]);
        }
    }
    let sum = sum(file.lines());
    file + END + &hexadecimal(sum) + "\n"
}

/// Reads a file. All of it that can be read is in the answer.
///
/// # Errors
///
/// Why nothing of it can be taken in.
pub fn read_file(file: &str) -> Result<Brought, Refused> {
    if file.trim().is_empty() {
        return Err(Refused::Empty);
    }
    if file.len() > MOST_BYTES {
        return Err(Refused::TooBig);
    }
    let has_header = Text::read(file).map_err(|Newer| Refused::Newer)?.has_header;
    let file = file.trim_start_matches('\u{feff}');
    let mut brought = Brought::default();
    // What stands before the first line "learner", as in a text that was copied by hand, is of the learner without a name.
    let mut who = Who::default();
    for (index, line) in file.lines().enumerate().skip(usize::from(has_header)) {
        let own = line.trim();
        if own.is_empty() || own.starts_with(NOTE) {
            continue;
        }
        // Whatever comes after the end was added to it.
        brought.is_whole = own.strip_prefix(END).is_some_and(|kept| kept == hexadecimal(sum(file.lines().take(index))));
        if own == LEARNER {
            who = Who::default();
            brought.of(&who);
        } else if let Some(number) = own.strip_prefix(LEARNER).and_then(|rest| Who::numbered(rest.trim_start())) {
            who = number;
            brought.of(&who);
        } else if !own.starts_with(END) {
            match Line::read(line) {
                Line::Other(_) | Line::Aside(_) if !has_header => brought.damaged.push((index + 1, line.to_owned())),
                Line::Damaged(_) => brought.damaged.push((index + 1, line.to_owned())),
                _ => brought.of(&who).extend([line, "\n"]),
            }
        }
    }
    // A file of version 1 is a text that was copied: its places tell what was finished.
    let first_line = file.lines().next().filter(|_| has_header).unwrap_or_default();
    for (_, text) in &mut brought.learners {
        *text = put(Some(&[first_line, "\n", text].concat()), &[], Done::and).map_err(|Newer| Refused::Newer)?;
    }
    if has_header || brought.learners.iter().any(|(_, text)| text.lines().nth(1).is_some()) {
        Ok(brought)
    } else {
        Err(Refused::NotOurs)
    }
}

impl Brought {
    /// The lines of a learner, of whom there may be none yet.
    fn of(&mut self, who: &Who) -> &mut String {
        let index = self.learners.iter().position(|(other, _)| other == who).unwrap_or_else(|| {
            self.learners.push((who.clone(), String::new()));
            self.learners.len() - 1
        });
        &mut self.learners[index].1
    }
}

/// Where a moment stands in its lesson: lesson and moment in, its number out; `None` where there is no such.
pub type Order<'a> = &'a dyn Fn(&str, &str) -> Option<usize>;

/// Puts what a file holds together with what is on the device, a learner after the other. Whoever has the same number and no other picture
/// or nickname is the same learner; anybody else is a new one. A file with one learner in it is theirs: they are learning from now on.
/// `seed` is any number, such as the clock's. Returns how it went for each learner of the file.
pub fn bring_back(store: &dyn Store, brought: &Brought, order: Order, seed: u32) -> Vec<Result<Who, Trouble>> {
    let results: Vec<Result<Who, Trouble>> = brought
        .learners
        .iter()
        .map(|(who, text)| {
            let who = home(store, who, text, seed)?;
            update(store, &who.key(), &|before| Ok(Some(merge(before, text, order)?)))?;
            Ok(who)
        })
        .collect();
    if let [Ok(only)] = results.as_slice() {
        // Whoever cannot be chosen is there all the same.
        let _ = choose(store, only);
    }
    results
}

/// Where a learner of a file belongs on this device.
fn home(store: &dyn Store, who: &Who, text: &str, seed: u32) -> Result<Who, Fault> {
    let me = |text: &str| {
        let lines = Text::read(text).map(|text| text.lines_now()).unwrap_or_default();
        lines.into_iter().find_map(|line| if let Line::Me(me) = line { Some(me) } else { None })
    };
    let there = store.get(&who.key())?.and_then(|there| me(&there));
    match (there, me(text)) {
        (Some(there), Some(brought)) if there != brought => fresh(store, seed),
        _ => Ok(who.clone()),
    }
}

/// A text with all that another has besides: the further place of each lesson, every end, and of all else what was there first.
///
/// # Errors
///
/// [`Newer`] where a newer version wrote either.
pub fn merge(text: Option<&str>, other: &str, order: Order) -> Result<String, Newer> {
    let old = text.map(Text::read).transpose()?.map(|text| text.lines_now()).unwrap_or_default();
    let mut better = Vec::new();
    for line in Text::read(other)?.lines_now() {
        let there = old.iter().find(|old| old.is_about_the_same(&line));
        match (line, there) {
            (Line::Place(brought), Some(Line::Place(there))) => {
                if how_far(&brought, order) > how_far(there, order) {
                    better.push(Line::Place(brought));
                }
            }
            (Line::Done(brought), Some(Line::Done(there))) => {
                if there.clone().and(&brought) != *there {
                    better.push(Line::Done(brought));
                }
            }
            (line @ (Line::Aside(_) | Line::Other(_) | Line::Damaged(_)), None) => {
                if !old.iter().any(|old| old.write() == line.write()) {
                    better.push(line);
                }
            }
            (_, Some(_)) => {}
            (line, None) => better.push(line),
        }
    }
    put(text, &better, Done::and)
}

/// How far a place is: an end is further than any moment, and a moment that the lesson does not have is before all others.
fn how_far(place: &Place, order: Order) -> (bool, Option<usize>) {
    (place.finished, order(&place.lesson, &place.moment))
}

/// FNV-1a with 32 bits over the lines, each with one line feed: enough to notice a file that was cut off or edited. It guards against
/// accidents, not against people.
fn sum<'a>(lines: impl Iterator<Item = &'a str>) -> u32 {
    const BEGIN: u32 = 0x811c_9dc5;
    const PRIME: u32 = 0x0100_0193;
    lines
        .flat_map(|line| line.trim_end().bytes().chain([b'\n']))
        .fold(BEGIN, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(PRIME))
}

fn hexadecimal(number: u32) -> String {
    (0..8).rev().filter_map(|place| char::from_digit(number >> (4 * place) & 15, 16)).collect()
}
