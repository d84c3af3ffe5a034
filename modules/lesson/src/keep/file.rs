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
//! Where quizzes are among it, the file is of version 3: each stands after a line of its own, `quiz teacher`, behind the learners. A program that knows no
//! quizzes then leaves the file for a newer one, and does not take their lines for a learner's. A file without quizzes is as it always was.
//! A note, `#site=1f0e9a77`, then tells by a short hash from which site it comes, for a quiz that was passed on one site says nothing on another.
//!
//! The learner without a name has no number. The last line tells whether all of the file is there and as it was written; where it is not,
//! what can be read still is. Programs that send files on may change how lines end: that is no change.

use super::learners::{choose, fresh};
use super::line::{Done, Line, Place};
use super::quizzes;
use super::store::{Fault, Store, Trouble, update};
use super::taken::{self, Kept};
use super::text::{HEADER_NOW, Newer, Text, put};
use super::who::Who;

/// How such a file's name ends.
pub const ENDING: &str = ".fingerpost.txt";

/// A file of more bytes is none of ours: a learner's text has about 100 bytes a lesson.
pub const MOST_BYTES: usize = 1_000_000;

/// The first line of a file with quizzes in it.
const WITH_QUIZZES: &str = "fingerpost 3";

const LEARNER: &str = "learner";
const QUIZ: &str = "quiz ";
const END: &str = "end sum=";
const NOTE: &str = "#";
/// A note that people need not read, and that programs of before passed over.
const SITE: &str = "#site=";

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
    /// Each quiz by its id, with its text.
    pub quizzes: Vec<(String, String)>,
    /// What could not be read: the number of the line, from 1, and the line.
    pub damaged: Vec<(usize, String)>,
    /// Whether the file is as it was written, to its end.
    pub is_whole: bool,
    /// From which site its quizzes come; `None` where the file does not say it.
    pub site: Option<String>,
    /// Whether quizzes were left out, because they are another site's.
    pub left_out: bool,
}

/// Writes learners with their texts into a file, and quizzes with theirs, where there are any. `about` says in words what it is, `site` which site
/// this is, if that is known. A text of a newer version is not ours to write: it is left out.
pub fn write_file(about: &str, site: &str, learners: &[(Who, String)], quizzes: &[Kept]) -> String {
    let quizzes: Vec<&Kept> = quizzes.iter().filter(|quiz| !quiz.is_newer).collect();
    let mut file = if quizzes.is_empty() { HEADER_NOW } else { WITH_QUIZZES }.to_owned() + "\n";
    for line in about.lines() {
        file.extend([NOTE, " ", line, "\n"]);
    }
    if !quizzes.is_empty() && !site.is_empty() {
        file.extend([SITE, site, "\n"]);
    }
    for (who, text) in learners {
        let Ok(text) = Text::read(text) else { continue };
        file.push_str(LEARNER);
        file.extend(who.number().map(|number| [" ", number]).into_iter().flatten());
        file.push('\n');
        text.lines_now().iter().for_each(|line| add(&mut file, &line.write()));
    }
    for quiz in quizzes {
        file.extend([QUIZ, &quiz.id, "\n"]);
        quiz.lines().iter().for_each(|line| add(&mut file, line));
    }
    let sum = checksum(file.lines());
    file + END + &sum + "\n"
}

/// Adds a line of a text. What would be one of the file's own lines is put aside.
fn add(file: &mut String, line: &str) {
    let aside = if [LEARNER, QUIZ, END, NOTE].iter().any(|own| line.starts_with(own)) { "aside " } else { "" };
    file.extend([aside, line, "\n"]);
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
    let file = file.trim_start_matches('\u{feff}');
    let first_line = file.lines().next().unwrap_or_default();
    let has_quizzes = first_line.trim_end() == WITH_QUIZZES;
    let has_header = has_quizzes || Text::read(file).map_err(|Newer| Refused::Newer)?.has_header;
    let mut brought = Brought::default();
    // What stands before the first line "learner", as in a text that was copied by hand, is of the learner without a name.
    let mut whose = Whose::Learner(Who::default());
    for (index, line) in file.lines().enumerate().skip(usize::from(has_header)) {
        let own = line.trim();
        if let Some(site) = own.strip_prefix(SITE) {
            brought.site = Some(site.to_owned());
        }
        if own.is_empty() || own.starts_with(NOTE) {
            continue;
        }
        // Whatever comes after the end was added to it.
        brought.is_whole = own.strip_prefix(END).is_some_and(|kept| kept == checksum(file.lines().take(index)));
        if let Some(next) = Whose::begins(own, has_quizzes) {
            whose = next;
            brought.of(&whose);
        } else if !own.starts_with(END) {
            match (&whose, Line::read(line)) {
                (Whose::Quiz(_), _) if taken::is_readable(line) => brought.of(&whose).extend([line, "\n"]),
                (Whose::Quiz(_), _) | (_, Line::Damaged(_)) => brought.damaged.push((index + 1, line.to_owned())),
                (_, Line::Other(_) | Line::Aside(_)) if !has_header => brought.damaged.push((index + 1, line.to_owned())),
                _ => brought.of(&whose).extend([line, "\n"]),
            }
        }
    }
    for (_, text) in &mut brought.quizzes {
        text.insert_str(0, &[HEADER_NOW, "\n"].concat());
    }
    // A file of version 1 is a text that was copied: its places tell what was finished.
    let first_line = if has_quizzes { HEADER_NOW } else { first_line };
    let first_line = Some(first_line).filter(|_| has_header).unwrap_or_default();
    for (_, text) in &mut brought.learners {
        *text = put(Some(&[first_line, "\n", text].concat()), &[], Done::and).map_err(|Newer| Refused::Newer)?;
    }
    if has_header || brought.learners.iter().any(|(_, text)| text.lines().nth(1).is_some()) {
        Ok(brought)
    } else {
        Err(Refused::NotOurs)
    }
}

/// To whom the lines of a file belong that follow.
enum Whose {
    Learner(Who),
    Quiz(String),
}

impl Whose {
    /// Whose lines begin with this one, where it is such a line.
    fn begins(line: &str, has_quizzes: bool) -> Option<Whose> {
        if let Some(id) = line.strip_prefix(QUIZ).filter(|id| has_quizzes && quizzes::is_id(id)) {
            return Some(Whose::Quiz(id.to_owned()));
        }
        let number = line.strip_prefix(LEARNER)?;
        if number.is_empty() { Some(Who::default()) } else { Who::numbered(number.trim_start()) }.map(Whose::Learner)
    }
}

impl Brought {
    /// Leaves out the quizzes where the file says that they come from another site than this. A site that does not know itself, as on a disk,
    /// takes all.
    pub fn only_of(&mut self, site: &str) {
        self.left_out = !self.quizzes.is_empty() && !site.is_empty() && self.site.as_deref().is_some_and(|from| from != site);
        if self.left_out {
            self.quizzes.clear();
        }
    }

    /// The lines of a learner or a quiz, of whom there may be none yet.
    fn of(&mut self, whose: &Whose) -> &mut String {
        match whose {
            Whose::Learner(who) => entry(&mut self.learners, who),
            Whose::Quiz(id) => entry(&mut self.quizzes, id),
        }
    }
}

fn entry<'a, K: Clone + PartialEq>(list: &'a mut Vec<(K, String)>, key: &K) -> &'a mut String {
    let index = list.iter().position(|(other, _)| other == key).unwrap_or_else(|| {
        list.push((key.clone(), String::new()));
        list.len() - 1
    });
    &mut list[index].1
}

/// Where a moment stands in its lesson: lesson and moment in, its number out; `None` where there is no such.
pub type Order<'a> = &'a dyn Fn(&str, &str) -> Option<usize>;

/// Puts what a file holds together with what is on the device, a learner after the other. Whoever has the same number and no other picture
/// or nickname is the same learner; anybody else is a new one. A file with one learner in it is theirs: they are learning from now on.
/// `seed` is any number, such as the clock's. Returns how it went for each learner of the file. The quizzes come back by [`bring_back_quizzes`].
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

/// Puts the quizzes of a file together with those on the device. Returns how it went for each.
pub fn bring_back_quizzes(store: &dyn Store, brought: &Brought) -> Vec<Result<(), Trouble>> {
    brought.quizzes.iter().map(|(id, text)| quizzes::bring_back(store, id, text)).collect()
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
    let mut better: Vec<Line> = Vec::new();
    for line in Text::read(other)?.lines_now() {
        // The other text may say two things of the same.
        let there = better.iter().chain(&old).find(|known| known.is_about_the_same(&line)).cloned();
        match (line, there) {
            (Line::Place(brought), Some(Line::Place(there))) => {
                if how_far(&brought, order) > how_far(&there, order) {
                    replace(&mut better, Line::Place(brought));
                }
            }
            (Line::Done(brought), Some(Line::Done(there))) => {
                let both = there.clone().and(&brought);
                if both != there {
                    replace(&mut better, Line::Done(both));
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

/// Puts a line in the place of one that says something of the same.
fn replace<'a>(lines: &mut Vec<Line<'a>>, line: Line<'a>) {
    lines.retain(|other| !other.is_about_the_same(&line));
    lines.push(line);
}

/// How far a place is: an end is further than any moment, and a moment that the lesson does not have is before all others.
fn how_far(place: &Place, order: Order) -> (bool, Option<usize>) {
    (place.finished, order(&place.lesson, &place.moment))
}

/// A short hash of lines: enough to notice a file that was cut off or edited. It guards against accidents, not against people.
pub fn checksum<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    hexadecimal(sum(lines))
}

/// FNV-1a with 32 bits over the lines, each with one line feed.
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
