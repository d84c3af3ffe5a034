//! What is kept on the device once somebody has said "Remember on this device", under which keys, and how it is read back.
//!
//! The text is lines, so that a damaged line costs only itself, a person can read it, and the player needs no JSON reader:
//!
//! ```text
//! fingerpost 1
//! place lesson=tell-someone path=easy-read at=secrets done=no prompts=show,hint,hint,none
//! ways scan=one cue=no dwell=no step=2000 repeat=300 hold=0 rest=1250 dead=0 move=Space choose=Enter
//! ```
//!
//! The line `ways` is not there while the learner presses in the usual way.
//!
//! Lines that this version does not know are carried along unchanged: they may be a newer version's.

use crate::path::Path;
use crate::prompt::Prompt;
use crate::ways::Ways;

/// A key in local storage. The privacy page lists these; nothing else is ever stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeptKey {
    /// The key.
    pub key: &'static str,
    /// The key, in the site's own words, of the sentence that says what it is for.
    pub purpose_word: &'static str,
}

/// How the pages look: colours, text size, spacing, motion. Written by the page script.
pub const LOOK: KeptKey = KeptKey { key: "fingerpost.1.look", purpose_word: "kept_look" };

/// The learner's place in each lesson, and how they press. Written by the player.
pub const LEARNER: KeptKey = KeptKey { key: "fingerpost.1.learner", purpose_word: "kept_learner" };

/// Every key there is.
pub const KEYS: [KeptKey; 2] = [LOOK, LEARNER];

/// The first line; the number is the version of the text.
const HEADER: &str = "fingerpost ";
const VERSION: u32 = 1;

/// How the line begins that says how the learner presses.
const WAYS: &str = "ways ";

/// Where a learner is in one lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The lesson's id.
    pub lesson: String,
    /// The path.
    pub path: Path,
    /// The moment's id.
    pub moment: String,
    /// Whether the lesson has been finished.
    pub finished: bool,
    /// How much help comes with a question, by [`Path::index`].
    pub prompts: [Prompt; 4],
}

/// Why a kept text cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// A newer version of the program wrote it. It must be left as it is.
    Newer,
    /// It is not ours, or its first line is damaged.
    Damaged,
}

/// What was found for a learner in one lesson, and whether some line beside it could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The place in the lesson that was asked for.
    pub place: Option<Place>,
    /// How the learner presses.
    pub ways: Ways,
    /// Whether a line that looks like ours is damaged.
    pub damaged: bool,
}

/// Finds a lesson's place, and how the learner presses, in a kept text.
pub fn find(text: &str, lesson: &str) -> Result<Found, Unusable> {
    let mut found = Found::default();
    for line in lines(text)? {
        if let Some(fields) = line.strip_prefix("place ") {
            match read_place(fields) {
                Some(place) if place.lesson == lesson => found.place = Some(place),
                Some(_) => {}
                None => found.damaged = true,
            }
        } else if let Some(fields) = line.strip_prefix(WAYS) {
            match Ways::read(fields) {
                Some(ways) => found.ways = ways,
                None => found.damaged = true,
            }
        }
    }
    Ok(found)
}

/// The kept text with this lesson's place in it: instead of its old one, all other lines as they were. `None` begins a new text.
pub fn put(text: Option<&str>, place: &Place) -> Result<String, Unusable> {
    let is_old = |line: &str| line.strip_prefix("place ").and_then(read_place).is_some_and(|old| old.lesson == place.lesson);
    put_line(text, &is_old, Some(write_place(place)))
}

/// The kept text with how the learner presses in it, or without it where that is the usual way.
pub fn put_ways(text: Option<&str>, ways: &Ways) -> Result<String, Unusable> {
    let line = (*ways != Ways::default()).then(|| format!("{WAYS}{}", ways.write()));
    // There is one such line at most, so a damaged one is not worth keeping beside the new one.
    put_line(text, &|line| line.starts_with(WAYS), line)
}

/// The text with a line in it, instead of the old ones.
fn put_line(text: Option<&str>, is_old: &dyn Fn(&str) -> bool, line: Option<String>) -> Result<String, Unusable> {
    let mut kept = format!("{HEADER}{VERSION}\n");
    let others = text.map(lines).transpose()?.into_iter().flatten().filter(|line| !is_old(line));
    for line in others.chain(line.as_deref()) {
        kept.push_str(line);
        kept.push('\n');
    }
    Ok(kept)
}

/// The lines after the header.
fn lines(text: &str) -> Result<impl Iterator<Item = &str>, Unusable> {
    let mut lines = text.lines();
    let version: u32 = lines
        .next()
        .and_then(|first| first.strip_prefix(HEADER))
        .and_then(|version| version.trim().parse().ok())
        .ok_or(Unusable::Damaged)?;
    match version {
        VERSION => Ok(lines.filter(|line| !line.trim().is_empty())),
        0 => Err(Unusable::Damaged),
        _ => Err(Unusable::Newer),
    }
}

fn write_place(place: &Place) -> String {
    let prompts = place.prompts.map(Prompt::id).join(",");
    let done = if place.finished { "yes" } else { "no" };
    format!("place lesson={} path={} at={} done={done} prompts={prompts}", place.lesson, place.path.id(), place.moment)
}

fn read_place(fields: &str) -> Option<Place> {
    let field = |name: &str| {
        fields.split(' ').find_map(|field| {
            field.split_once('=').filter(|(key, value)| *key == name && !value.is_empty()).map(|(_, value)| value)
        })
    };
    let levels: Vec<Prompt> = field("prompts")?.split(',').map(Prompt::from_id).collect::<Option<_>>()?;
    Some(Place {
        lesson: field("lesson")?.to_owned(),
        path: Path::from_id(field("path")?)?,
        moment: field("at")?.to_owned(),
        finished: match field("done")? {
            "yes" => true,
            "no" => false,
            _ => return None,
        },
        prompts: levels.try_into().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::{Place, Unusable, find, put, put_ways};
    use crate::path::Path;
    use crate::prompt::Prompt;
    use crate::ways::{Change, Scan, Time, Ways};
    use proptest::prelude::*;

    fn place(lesson: &str, moment: &str) -> Place {
        Place { lesson: lesson.into(), path: Path::Symbols, moment: moment.into(), finished: false, prompts: [Prompt::Hint; 4] }
    }

    #[test]
    fn a_lesson_takes_its_own_old_place_and_leaves_every_other_line() {
        let one = put(None, &place("one", "a")).unwrap();
        let strange = format!("{one}sticker shape=star\n");
        let two = put(Some(&strange), &place("two", "b")).unwrap();
        let again = put(Some(&two), &place("one", "c")).unwrap();
        assert_eq!(find(&again, "one").unwrap().place, Some(place("one", "c")));
        assert_eq!(find(&again, "two").unwrap().place, Some(place("two", "b")));
        assert!(again.contains("sticker shape=star"));
        assert_eq!(again.matches("lesson=one").count(), 1);
    }

    #[test]
    fn a_damaged_line_costs_only_itself() {
        let text = format!("{}place lesson=x path=zigz", put(None, &place("one", "a")).unwrap());
        let found = find(&text, "one").unwrap();
        assert_eq!(found.place, Some(place("one", "a")));
        assert!(found.damaged);
    }

    #[test]
    fn how_a_learner_presses_is_one_line_that_goes_when_it_is_as_usual() {
        let mut ways = Ways::default();
        ways.apply(Change::Scan(Scan::OneSwitch));
        ways.apply(Change::More(Time::Step));
        let one = put(None, &place("one", "a")).unwrap();
        let with = put_ways(Some(&one), &ways).unwrap();
        let found = find(&put(Some(&with), &place("one", "b")).unwrap(), "one").unwrap();
        assert_eq!((found.ways.clone(), found.place), (ways.clone(), Some(place("one", "b"))));
        ways.apply(Change::More(Time::Step));
        assert_eq!(put_ways(Some(&with), &ways).unwrap().matches("ways ").count(), 1);
        assert_eq!(put_ways(Some(&with), &Ways::default()).unwrap(), one);
    }

    #[test]
    fn a_damaged_line_of_ways_costs_no_place_and_is_mended_by_the_next() {
        let text = format!("{}ways scan=banana\n", put(None, &place("one", "a")).unwrap());
        let found = find(&text, "one").unwrap();
        assert_eq!((found.place, found.ways, found.damaged), (Some(place("one", "a")), Ways::default(), true));
        assert!(!find(&put_ways(Some(&text), &Ways::default()).unwrap(), "one").unwrap().damaged);
        assert_eq!(put_ways(Some("fingerpost 2\n"), &Ways::default()), Err(Unusable::Newer));
    }

    #[test]
    fn a_newer_version_and_rubbish_are_told_apart() {
        assert_eq!(find("fingerpost 2\nplace", "x"), Err(Unusable::Newer));
        assert_eq!(put(Some("fingerpost 2\n"), &place("one", "a")), Err(Unusable::Newer));
        for rubbish in ["", "{\"a\":1}", "fingerpost", "fingerpost 0", "fingerpost one", "\u{fffd}\u{0}"] {
            assert_eq!(find(rubbish, "x"), Err(Unusable::Damaged), "{rubbish:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_met_without_a_panic(text in any::<String>(), tail in any::<String>()) {
            let _ = find(&text, "one");
            let _ = put(Some(&text), &place("one", "a"));
            let _ = find(&format!("fingerpost 1\nplace {tail}"), "one");
            let _ = find(&format!("fingerpost 1\nways {tail}"), "one");
            let _ = put_ways(Some(&text), &Ways::default());
        }

        #[test]
        fn what_is_put_is_found(lesson in "[a-z-]{1,12}", moment in "[a-z-]{1,12}", path in 0usize..4, finished: bool, levels in prop::array::uniform4(0usize..4)) {
            let place = Place { lesson: lesson.clone(), path: Path::ALL[path], moment, finished, prompts: levels.map(|level| Prompt::ALL[level]) };
            let text = put(None, &place).unwrap();
            prop_assert_eq!(find(&text, &lesson).unwrap().place, Some(place));
        }
    }
}
