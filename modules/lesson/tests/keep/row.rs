//! Plays one row of the table: a device with its faults, one learner at one lesson, and what must be so after.
//!
//! The lesson is called shop and has the moments enter, ask, pay and leave. In a text of the table `|` ends a line, `[shop at pay]` is a
//! place, `[shop at end]` is one on its last screen, `[shop done 2026-11-22 x2]` is an end, and `\r`, `\0`, `\u{feff}` and the like are
//! written as in a program. `quiz:teacher` is the key of a quiz. The site stands at `/a/`; what begins with `/b/:` is another one's at the same address,
//! and what begins with `before:` is kept as it was before keys told whose they are.

use crate::device::{FaultyDevice, SITE, Wrong, is_of, own};
use crate::readable::{order, readable};
use crate::table::Row;
use fingerpost_lesson::keep::day::Day;
use fingerpost_lesson::keep::file::{Brought, Refused, bring_back, bring_back_quizzes, read_file, write_file};
use fingerpost_lesson::keep::keeping::{self, Keeping};
use fingerpost_lesson::keep::learner::Learner;
use fingerpost_lesson::keep::learners::{self, Forgotten};
use fingerpost_lesson::keep::line::{Done, Me, Place};
use fingerpost_lesson::keep::quizzes;
use fingerpost_lesson::keep::site::{BEFORE, SiteStore};
use fingerpost_lesson::keep::store::Trouble;
use fingerpost_lesson::keep::taken::{Kept, Rests, Taken};
use fingerpost_lesson::keep::who::Who;
use fingerpost_lesson::keep::{KEYS, LEARNER, LEARNERS, NOW, QUIZZES};
use fingerpost_lesson::path::Path;
use fingerpost_lesson::prompt::Prompt;
use fingerpost_lesson::quiz::outcome::Passed;
use fingerpost_lesson::ways::{Change, Scan, Ways};
use std::collections::BTreeMap;

/// The sites of the table.
const SITES: [&str; 3] = [SITE, "/b/", "/a/b/"];

/// The device and the open lesson.
struct Play {
    device: FaultyDevice,
    /// The path of the site that is open.
    site: String,
    keeping: Keeping,
    place: Place,
    ways: Ways,
    ended: bool,
    /// The open quiz: its id, and what is kept of it.
    quiz: (String, quizzes::Keeping),
    /// How it was taken.
    taken: Option<Taken>,
    today: Option<Day>,
    forgotten: Forgotten,
    file: String,
    brought: Option<Result<Brought, Refused>>,
    results: Vec<Result<Who, Trouble>>,
    /// What stood in the way of the last thing done outside the lesson.
    trouble: Option<Trouble>,
}

/// Plays a row.
///
/// # Panics
///
/// With what is not as the row says, or cannot be understood.
pub fn play(row: &Row) {
    let before: BTreeMap<String, String> = row.before.iter().filter_map(|line| kept(line)).collect();
    let today = row.wrong.iter().find_map(|line| line.strip_prefix("the clock says ")).map_or("2026-11-22", |day| day);
    let wrongs = row.wrong.iter().filter_map(|line| wrong(line)).collect();
    let mut play = Play {
        device: FaultyDevice::with(before.clone(), wrongs),
        site: SITE.to_owned(),
        keeping: Keeping::default(),
        place: beginning(),
        ways: Ways::default(),
        ended: false,
        quiz: Default::default(),
        taken: None,
        today: Day::read(today),
        forgotten: Forgotten::default(),
        file: String::new(),
        brought: None,
        results: Vec::new(),
        trouble: None,
    };
    let mut on_purpose = false;
    for line in &row.does {
        play.does(line);
        on_purpose |= line.contains("forget") || line.contains("clears");
    }
    for line in &row.after {
        assert!(play.is_so(line, &before), "\"{line}\" is not so: {:#?} {:#?}", play.device.texts.borrow(), play.keeping);
    }
    let mut mine = before;
    for (index, wrong) in play.device.wrongs.borrow().iter().enumerate() {
        assert!(play.device.happened.borrow().contains(&index), "{wrong:?} never happened");
        match wrong {
            Wrong::OtherForgetsAfterRead(_) => on_purpose = true,
            // What another tab writes over is that tab's doing.
            Wrong::OtherWritesAfterRead(_, key, _) | Wrong::OtherWritesAfterWrite(_, key, _) => drop(mine.remove(key)),
            _ => {}
        }
    }
    nothing_is_lost(&mine, &play.device, on_purpose);
}

/// What holds for every row: what strangers keep is untouched, only keys that the privacy page tells are written, and what could be read
/// before can be read after, unless it was forgotten on purpose.
fn nothing_is_lost(before: &BTreeMap<String, String>, device: &FaultyDevice, on_purpose: bool) {
    for key in device.written.borrow().iter() {
        let own = SITES.iter().find_map(|site| own(key, site));
        assert!(own.is_some_and(|own| KEYS.iter().any(|known| known.covers(own))), "{key} is on no list of what is kept");
    }
    let after = device.texts.borrow();
    // What a site takes over is under a key of its own then.
    let moved = |key: &str| SITES.iter().map(|site| device.of(site).whole(key)).find_map(|key| after.get(&key));
    for (key, text) in before.iter().filter(|(key, _)| !on_purpose || !(is_of(key, SITE) || key.starts_with(BEFORE))) {
        let former = key.strip_prefix(BEFORE);
        let now = after.get(key).or_else(|| moved(former?)).unwrap_or_else(|| panic!("{key} is gone"));
        let own = former.or_else(|| own(key, SITE)).unwrap_or(key);
        if own.starts_with(QUIZZES.key) {
            assert!(!passed(text) || passed(now), "who passed {key} has not any more");
        } else if Who::of_key(own).is_none() {
            assert!(now == text || own == NOW.key, "{key} was changed");
        }
        for part in readable(text) {
            assert!(readable(now).contains(&part), "{part} of {key} is lost: {now}");
        }
    }
}

/// Whether the text of a quiz says that it was passed.
fn passed(text: &str) -> bool {
    Kept::read("", text).taken.is_some_and(|taken| taken.passed == Passed::Yes)
}

fn beginning() -> Place {
    Place { lesson: "shop".into(), path: Path::Plain, moment: "enter".into(), finished: false, prompts: [Prompt::None; 4] }
}

impl Play {
    /// Does what a line says.
    fn does(&mut self, line: &str) {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            ["opens", lesson] => {
                let opening = keeping::open(&self.device.of(&self.site), lesson);
                self.keeping = opening.keeping;
                self.place = opening.place.unwrap_or_else(|| Place { lesson: (*lesson).to_owned(), ..beginning() });
                self.ways = opening.ways;
                self.ended = false;
            }
            ["goes", "to", moment] => {
                self.place.moment = (*moment).to_owned();
                self.place.finished = false;
                self.goes_on();
            }
            ["finishes"] => {
                self.place.finished = true;
                self.ended = true;
                self.goes_on();
            }
            ["begins", "again"] => {
                self.place = Place { lesson: self.place.lesson.clone(), ..beginning() };
                self.ended = false;
                self.goes_on();
            }
            ["wishes", "for", "one", "switch"] => {
                self.ways.apply(Change::Scan(Scan::OneSwitch));
                self.goes_on();
            }
            ["opens", "quiz", id] => self.quiz = ((*id).to_owned(), quizzes::Keeping::open(&self.device.of(&self.site), id)),
            ["takes", "it:", how, topics @ ..] => {
                let missed: Vec<String> = topics.iter().map(|id| (*id).to_owned()).collect();
                let passed = if *how == "passed" { Passed::Yes } else { Passed::NotYet };
                self.taken = Some(Taken { on: self.today, policy: "3.0".into(), missed, passed });
                if self.quiz.1.remembers {
                    self.keep_quiz(false);
                }
            }
            ["presses", "remember", "beneath", "it"] => self.keep_quiz(true),
            ["presses", "forget", "beneath", "it"] => self.quiz.1.forget(&self.device.of(&self.site), &self.quiz.0),
            ["presses", "remember"] => self.keep(true),
            ["presses", "forget"] => self.keeping.forget(&self.device.of(&self.site)),
            ["is", "now", picture, nickname] => {
                let me = Me { picture: (*picture).to_owned(), nickname: (*nickname).to_owned() };
                self.trouble = learners::add(&self.device.of(&self.site), me, 7).err();
            }
            ["chooses", "learner", number] => self.trouble = learners::choose(&self.device.of(&self.site), &who(number)).err(),
            ["forgets", "learner", number] => self.forgets(|device| learners::forget_one(device, &who(number))),
            ["forgets", "all"] => self.forgets(|device| learners::forget_all(device)),
            ["undoes", "the", "forgetting"] => self.trouble = learners::undo(&self.device.of(&self.site), &self.forgotten).err(),
            ["saves", "a", "file"] => {
                let quizzes = quizzes::all(&self.device.of(&self.site)).unwrap_or_default();
                self.file = write_file("What this is.", &self.site, &self.all_texts(), &quizzes);
            }
            ["is", "at", site] => self.site = (*site).to_owned(),
            ["wakes"] => self.device.of(&self.site).take_over(),
            ["the", "browser", "clears", "everything"] => self.device.texts.borrow_mut().clear(),
            ["another", "tab", "forgets", "everything"] => self.device.forget_ours(),
            ["the", "file", "is", "cut", "after", count, "lines"] => {
                let count = count.parse().expect("a number of lines");
                self.file = self.file.lines().take(count).map(|line| format!("{line}\n")).collect();
            }
            ["the", "file", "is", "sent", "by", "mail"] => self.file = format!("\u{feff}{}\r\n", self.file.replace('\n', "\r\n")),
            ["a", "file", "of", "2", "MB"] => self.file = "fingerpost 2\n".repeat(160_000),
            ["brings", "back", "the", "file"] => self.brings_back(),
            _ => {
                if let Some(text) = line.strip_prefix("a file: ") {
                    self.file = written_out(text);
                } else if let Some(kept_line) = line.strip_prefix("another tab writes ") {
                    self.device.texts.borrow_mut().extend(kept(kept_line));
                } else {
                    panic!("\"{line}\" is nothing that can be done");
                }
            }
        }
    }

    fn goes_on(&mut self) {
        if self.keeping.remembers {
            self.keep(false);
        }
    }

    fn keep(&mut self, wished: bool) {
        let done = self.ended.then(|| Done {
            lesson: self.place.lesson.clone(),
            path: self.place.path,
            on: self.today,
            times: 1,
            prompt: Prompt::None,
        });
        self.keeping.keep(&self.device.of(&self.site), self.place.clone(), Vec::new(), self.ways.clone(), done, wished);
    }

    fn keep_quiz(&mut self, wished: bool) {
        let rests = [Rests { clause: "csm-4".into(), hash: "5b0d".into() }];
        let taken = self.taken.as_ref().expect("it was taken");
        self.quiz.1.keep(&self.device.of(&self.site), &self.quiz.0, taken, &rests, wished);
    }

    fn forgets(&mut self, forget: impl Fn(&SiteStore<&FaultyDevice>) -> Forgotten) {
        self.forgotten = forget(&self.device.of(&self.site));
        self.trouble = self.forgotten.trouble;
    }

    fn brings_back(&mut self) {
        let mut brought = read_file(&self.file);
        if let Ok(brought) = &mut brought {
            brought.only_of(&self.site);
            self.results = bring_back(&self.device.of(&self.site), brought, &order, 7);
            let quizzes = bring_back_quizzes(&self.device.of(&self.site), brought);
            let learners = self.results.iter().find_map(|result| result.as_ref().err().copied());
            self.trouble = learners.or(quizzes.into_iter().find_map(Result::err));
        }
        self.brought = Some(brought);
    }

    fn all_texts(&self) -> Vec<(Who, String)> {
        let texts = self.device.texts.borrow();
        let mut all: Vec<(Who, String)> =
            texts.iter().filter_map(|(key, text)| Some((Who::of_key(own(key, &self.site)?)?, text.clone()))).collect();
        all.sort();
        all
    }

    /// Whether a line is so.
    fn is_so(&self, line: &str, before: &BTreeMap<String, String>) -> bool {
        let words: Vec<&str> = line.split(' ').collect();
        let texts = self.device.texts.borrow();
        match words.as_slice() {
            ["the", "lesson", "is", "at", "its", "end"] => self.place.finished,
            ["the", "lesson", "is", "at", moment] => self.place.moment == *moment && !self.place.finished,
            ["it", "remembers"] => self.keeping.remembers,
            ["it", "does", "not", "remember"] => !self.keeping.remembers,
            ["it", "presses", "with", "one", "switch"] => self.ways.scan == Scan::OneSwitch,
            ["it", "says", said] => says(self.keeping.trouble) == *said,
            ["the", "page", "says", said] => says(self.trouble) == *said,
            ["the", "quiz", "remembers"] => self.quiz.1.remembers,
            ["the", "quiz", "does", "not", "remember"] => !self.quiz.1.remembers,
            ["the", "quiz", "says", said] => says(self.quiz.1.trouble) == *said,
            ["the", "quiz", "knows", "that", "it", "was", "passed"] => {
                self.quiz.1.kept.as_ref().is_some_and(|kept| passed(&kept.text))
            }
            ["nothing", "is", "kept"] => !texts.keys().any(|key| is_of(key, &self.site)),
            [name, "is", "as", "before"] => texts.get(&key(name)) == before.get(&key(name)),
            [name, "is", "not", "there"] => !texts.contains_key(&key(name)),
            ["learners:", numbers @ ..] => {
                drop(texts);
                self.numbers() == numbers
            }
            [name, "cannot", "read", count, "lines" | "line"] => {
                self.learner(name).is_some_and(|learner| learner.damaged.len().to_string() == *count)
            }
            [name, "has", "one", "place", "in", lesson] => {
                let learner = self.learner(name);
                learner.is_some_and(|learner| learner.places.iter().filter(|place| place.lesson == *lesson).count() == 1)
            }
            ["the", "file", "is", "whole"] => matches!(&self.brought, Some(Ok(brought)) if brought.is_whole),
            ["the", "file", "is", "not", "whole"] => matches!(&self.brought, Some(Ok(brought)) if !brought.is_whole),
            ["the", "file", "is", "refused:", why @ ..] => {
                let refused = self.brought.as_ref().and_then(|brought| brought.as_ref().err().copied());
                refused.map(says_no) == Some(why.join(" ").as_str())
            }
            ["its", "quizzes", "are", "another", "site's"] => matches!(&self.brought, Some(Ok(brought)) if brought.left_out),
            ["line", number, "of", "the", "file", "is", "named"] => match &self.brought {
                Some(Ok(brought)) => brought.damaged.iter().any(|(line, _)| line.to_string() == *number),
                _ => false,
            },
            _ => {
                let Some((name, text)) = line.split_once(" has ") else { panic!("\"{line}\" is nothing that can be so") };
                let wanted = written_out(text);
                texts.get(&key(name)).is_some_and(|text| text.lines().any(|line| line == wanted))
            }
        }
    }

    fn numbers(&self) -> Vec<String> {
        let found = learners::all(&self.device.of(&self.site)).unwrap_or_default();
        found.into_iter().map(|learner| learner.who.number().unwrap_or("nameless").to_owned()).collect()
    }

    fn learner(&self, name: &str) -> Option<Learner> {
        let key = key(name);
        Some(Learner::read(Who::of_key(own(&key, SITE)?)?, self.device.texts.borrow().get(&key)?.clone()))
    }
}

fn says(trouble: Option<Trouble>) -> &'static str {
    match trouble {
        None => "nothing",
        Some(Trouble::Full) => "full",
        Some(Trouble::Blocked) => "blocked",
        Some(Trouble::Damaged) => "damaged",
        Some(Trouble::Newer) => "newer",
    }
}

fn says_no(refused: Refused) -> &'static str {
    match refused {
        Refused::Empty => "empty",
        Refused::TooBig => "too big",
        Refused::NotOurs => "not ours",
        Refused::Newer => "newer",
    }
}

fn who(number: &str) -> Who {
    if number == "nameless" { Who::default() } else { Who::numbered(number).expect("a learner's number") }
}

/// A key by its short name: "nameless", "now", "learner 7" as "7", of the site or, behind "/b/:" or "before:", not of it; any other is written in full.
fn key(name: &str) -> String {
    let device = FaultyDevice::default();
    let (site, name) =
        SITES.iter().find_map(|site| Some((*site, name.strip_prefix(site)?.strip_prefix(':')?))).unwrap_or((SITE, name));
    let (whole, name): (&dyn Fn(&str) -> String, &str) = match name.strip_prefix("before:") {
        Some(name) => (&|own| [BEFORE, own].concat(), name),
        None => (&|own| device.of(site).whole(own), name),
    };
    match name {
        "nameless" => whole(LEARNER.key),
        "now" => whole(NOW.key),
        "look" => whole("look"),
        quiz if quiz.starts_with("quiz:") => whole(&quizzes::key(&quiz["quiz:".len()..])),
        number if Who::numbered(number).is_some() => whole(&format!("{}{number}", LEARNERS.key)),
        odd if odd.starts_with("key:") => whole(&odd["key:".len()..]),
        full => full.to_owned(),
    }
}

/// "key: text"; nothing for "nothing".
fn kept(line: &str) -> Option<(String, String)> {
    if line == "nothing" {
        return None;
    }
    let (name, text) = line
        .split_once(": ")
        .or_else(|| line.split_once(':'))
        .unwrap_or_else(|| panic!("\"{line}\" is not a key, a colon and a text"));
    Some((key(name), written_out(text.strip_prefix(' ').unwrap_or(text))))
}

fn wrong(line: &str) -> Option<Wrong> {
    let words: Vec<&str> = line.split(' ').collect();
    let number = |word: &str| word.parse::<usize>().unwrap_or_else(|_| panic!("\"{word}\" is not a number"));
    Some(match words.as_slice() {
        ["nothing"] | ["the", "clock", "says", _] => return None,
        ["full", "at", "write", nth] => Wrong::FullAtWrite(number(nth)),
        ["full", "from", "write", nth, "on"] => Wrong::FullFromWrite(number(nth)),
        ["everything", "is", "blocked"] => Wrong::Blocked,
        ["blocked", "from", "reading", nth, "on"] => Wrong::BlockedFromRead(number(nth)),
        ["read-only"] => Wrong::ReadOnly,
        ["nothing", "can", "be", "taken", "away"] => Wrong::CannotRemove,
        ["writing", "seems", "to", "work"] => Wrong::Dropped,
        ["after", "reading", nth, "another", "tab", "forgets", "everything"] => Wrong::OtherForgetsAfterRead(number(nth)),
        ["after", when @ ("reading" | "write"), nth, "another", "tab", "writes", ..] => {
            let (_, text) = line.split_once(" writes ")?;
            let (key, text) = kept(text)?;
            let number = number(nth);
            if *when == "reading" {
                Wrong::OtherWritesAfterRead(number, key, text)
            } else {
                Wrong::OtherWritesAfterWrite(number, key, text)
            }
        }
        _ => panic!("\"{line}\" is nothing that can go wrong"),
    })
}

/// A text of the table with its short forms written out.
fn written_out(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('[') {
        let close = rest[open..].find(']').map_or_else(|| panic!("\"{text}\" has no ]"), |close| open + close);
        out.push_str(&rest[..open]);
        let words: Vec<&str> = rest[open + 1..close].split(' ').collect();
        out.push_str(&match words.as_slice() {
            [lesson, "at", "end"] => format!("place lesson={lesson} path=plain at=leave done=yes prompts=none,none,none,none"),
            [lesson, "at", moment] => {
                format!("place lesson={lesson} path=plain at={moment} done=no prompts=none,none,none,none")
            }
            [lesson, "done", "some", "day"] => format!("done lesson={lesson} path=plain times=1 prompt=none"),
            [lesson, "done", day, times] => {
                format!("done lesson={lesson} path=plain on={day} times={} prompt=none", times.trim_start_matches('x'))
            }
            _ => panic!("[{}] is no short form", words.join(" ")),
        });
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    let shorts = [("|", "\n"), ("\\r", "\r"), ("\\0", "\0"), ("\\u{feff}", "\u{feff}"), ("\\u{fffd}", "\u{fffd}")];
    shorts.iter().fold(out, |text, (short, long)| text.replace(short, long))
}
