//! The lines of a learner's text. Each stands for itself: one that is damaged costs only itself.
//!
//! A line is a word and fields, `name=value`, with single spaces between. What ends a line is always one of a few whole words or a part that
//! may be missing, so that a text that was cut off in the middle is never misread.

use super::day::Day;
use crate::path::Path;
use crate::prompt::Prompt;
use crate::speaking::Speaking;
use crate::ways::Ways;

/// Who the learner is: a picture and a nickname, both chosen from a list and never a real name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// The id of a symbol.
    pub picture: String,
    /// The id of a nickname.
    pub nickname: String,
}

/// Where a learner is in one lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The lesson's id.
    pub lesson: String,
    /// The path.
    pub path: Path,
    /// The moment's id.
    pub moment: String,
    /// Whether the lesson's last screen is on show.
    pub finished: bool,
    /// How much help comes with a question, by [`Path::index`].
    pub prompts: [Prompt; 4],
}

/// That a lesson was finished on a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The lesson's id.
    pub lesson: String,
    /// The path.
    pub path: Path,
    /// The last day on which it was finished; `None` where no clock said so.
    pub on: Option<Day>,
    /// On how many days it was finished.
    pub times: u32,
    /// How much help came with a question at the end.
    pub prompt: Prompt,
}

/// Whom a learner chose to tell, by the ids of their roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct People {
    /// The lesson's id.
    pub lesson: String,
    /// The roles' ids, in the order in which they were chosen.
    pub chosen: Vec<String>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// Who the learner is.
    Me(Me),
    /// Where they are in a lesson.
    Place(Place),
    /// What they have finished.
    Done(Done),
    /// Whom they chose.
    People(People),
    /// How they press.
    Ways(Ways),
    /// How they like to be spoken to.
    Speech(Speaking),
    /// What was damaged and has been put aside, as it was.
    Aside(&'a str),
    /// A line that begins with no word of this version: kept as it is.
    Other(&'a str),
    /// A line that looks like one of ours and cannot be read.
    Damaged(&'a str),
}

/// How a line begins that has been put aside.
const ASIDE: &str = "aside";

impl<'a> Line<'a> {
    /// Reads a line.
    pub fn read(line: &'a str) -> Line<'a> {
        let (word, fields) = line.split_once(' ').unwrap_or((line, ""));
        let known = match word {
            "me" => Me::read(fields).map(Line::Me),
            "place" => Place::read(fields).map(Line::Place),
            "done" => Done::read(fields).map(Line::Done),
            "people" => People::read(fields).map(Line::People),
            "ways" => Ways::read(fields).map(Line::Ways),
            "speech" => Speaking::read(fields).map(Line::Speech),
            ASIDE => return Line::Aside(fields),
            _ => return Line::Other(line),
        };
        known.unwrap_or(Line::Damaged(line))
    }

    /// Writes the line, without its end. What is damaged is put aside.
    pub fn write(&self) -> String {
        match self {
            Line::Me(me) => format!("me picture={} nickname={}", me.picture, me.nickname),
            Line::Place(place) => place.write(),
            Line::Done(done) => done.write(),
            Line::People(people) => format!("people lesson={} chosen={}", people.lesson, people.chosen.join(",")),
            Line::Ways(ways) => ["ways ", &ways.write()].concat(),
            Line::Speech(speaking) => ["speech ", &speaking.write()].concat(),
            Line::Aside(line) | Line::Damaged(line) => [ASIDE, " ", line].concat(),
            Line::Other(line) => (*line).to_owned(),
        }
    }

    /// Whether a text says the same without this line: the usual way of pressing and of speaking needs none, nor does nobody.
    pub fn is_needless(&self) -> bool {
        match self {
            Line::Ways(ways) => *ways == Ways::default(),
            Line::Speech(speaking) => *speaking == Speaking::default(),
            Line::People(people) => people.chosen.is_empty(),
            _ => false,
        }
    }

    /// Whether the two say the same thing of the same, so that only one of them may be in a text.
    pub fn is_about_the_same(&self, other: &Line) -> bool {
        match (self, other) {
            (Line::Me(_), Line::Me(_)) | (Line::Ways(_), Line::Ways(_)) | (Line::Speech(_), Line::Speech(_)) => true,
            (Line::Place(one), Line::Place(two)) => one.lesson == two.lesson,
            (Line::Done(one), Line::Done(two)) => one.lesson == two.lesson && one.path == two.path,
            (Line::People(one), Line::People(two)) => one.lesson == two.lesson,
            _ => false,
        }
    }
}

impl Me {
    fn read(fields: &str) -> Option<Me> {
        Some(Me { picture: word(fields, "picture")?, nickname: word(fields, "nickname")? })
    }
}

impl Place {
    fn write(&self) -> String {
        let prompts = self.prompts.map(Prompt::id).join(",");
        let done = if self.finished { "yes" } else { "no" };
        format!("place lesson={} path={} at={} done={done} prompts={prompts}", self.lesson, self.path.id(), self.moment)
    }

    fn read(fields: &str) -> Option<Place> {
        let levels: Vec<Prompt> = field(fields, "prompts")?.split(',').map(Prompt::from_id).collect::<Option<_>>()?;
        Some(Place {
            lesson: word(fields, "lesson")?,
            path: Path::from_id(field(fields, "path")?)?,
            moment: word(fields, "at")?,
            finished: match field(fields, "done")? {
                "yes" => true,
                "no" => false,
                _ => return None,
            },
            prompts: levels.try_into().ok()?,
        })
    }

    /// That the lesson is finished, as far as a place can tell: in version 1 nothing else told it.
    pub fn done(&self) -> Option<Done> {
        let prompt = self.prompts[self.path.index()];
        self.finished.then(|| Done { lesson: self.lesson.clone(), path: self.path, on: None, times: 1, prompt })
    }
}

impl Done {
    fn write(&self) -> String {
        let on = self.on.map_or_else(String::new, |day| [" on=", &day.write()].concat());
        format!("done lesson={} path={}{on} times={} prompt={}", self.lesson, self.path.id(), self.times, self.prompt.id())
    }

    fn read(fields: &str) -> Option<Done> {
        Some(Done {
            lesson: word(fields, "lesson")?,
            path: Path::from_id(field(fields, "path")?)?,
            // A day that a wrong clock wrote is no reason to lose what was done.
            on: field(fields, "on").and_then(Day::read),
            times: field(fields, "times")?.parse().ok()?,
            prompt: Prompt::from_id(field(fields, "prompt")?)?,
        })
    }

    /// This end after an earlier one. Twice on one day is one day of learning, and so is a day that no clock tells.
    #[must_use]
    pub fn after(mut self, earlier: &Done) -> Done {
        let another_day = self.on.is_some() && self.on != earlier.on;
        self.times = self.times.max(earlier.times.saturating_add(u32::from(another_day)));
        self.on = self.on.or(earlier.on);
        self
    }

    /// What two devices know of the same, put together.
    #[must_use]
    pub fn and(self, other: &Done) -> Done {
        let times = self.times.max(other.times);
        let later = if other.on > self.on { other.clone() } else { self };
        Done { times, ..later }
    }
}

impl People {
    fn read(fields: &str) -> Option<People> {
        let chosen = field(fields, "chosen")?.split(',').map(|id| is_word(id).then(|| id.to_owned())).collect::<Option<_>>()?;
        Some(People { lesson: word(fields, "lesson")?, chosen })
    }
}

/// The value of a field that is not empty.
pub(super) fn field<'a>(fields: &'a str, name: &str) -> Option<&'a str> {
    let values = fields.split(' ').filter_map(|field| field.split_once('='));
    values.filter(|(key, value)| *key == name && !value.is_empty()).map(|(_, value)| value).next()
}

/// The value of a field that is an id.
pub(super) fn word(fields: &str, name: &str) -> Option<String> {
    field(fields, name).filter(|value| is_word(value)).map(str::to_owned)
}

/// Whether a text can be an id: what was damaged holds other things.
pub(super) fn is_word(text: &str) -> bool {
    !text.is_empty() && !text.contains(|letter: char| letter.is_control() || letter == char::REPLACEMENT_CHARACTER)
}
