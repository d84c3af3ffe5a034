//! The table of cases of scanning, `cases.txt`, whose beginning says how it is to be read.

/// What happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happens {
    /// A key goes down and is let go.
    Press(String),
    /// A key goes down.
    Hold(String),
    /// A key is let go.
    LetGo(String),
    /// So many milliseconds pass.
    Wait(u32),
    /// The pointer comes to rest on the thing of this number, or on none.
    Rest(Option<usize>),
}

/// What is seen then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// The scan is on the thing of this number, or on none.
    On(Option<usize>),
    /// The thing of this number is chosen.
    Chose(usize),
}

/// A line of a case.
#[derive(Clone, Debug)]
pub struct Line {
    /// What happens.
    pub happens: Happens,
    /// What is seen then in a lesson, and what on another page; none where nobody looks.
    pub seen: Option<[Seen; 2]>,
    /// The line as it stands in the table, for whoever must find it.
    pub typed: String,
}

/// A case.
#[derive(Clone, Debug)]
pub struct Case {
    /// What it shows.
    pub title: String,
    /// How somebody presses.
    pub ways: String,
    /// How many things stand on the page.
    pub things: usize,
    /// What happens.
    pub lines: Vec<Line>,
}

/// All cases.
pub fn cases() -> Vec<Case> {
    let cases: Vec<Case> = include_str!("cases.txt").split("\n== ").skip(1).map(case).collect();
    assert!(cases.len() > 20, "the table has {} cases", cases.len());
    cases
}

fn case(text: &str) -> Case {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let mut next = || lines.next().expect("a case has a title, ways and things");
    let title = next().to_owned();
    let ways = next().strip_prefix("ways: ").expect("how somebody presses comes second").to_owned();
    let things: Vec<&str> = next().strip_prefix("things: ").expect("the things come third").split(' ').collect();
    let lines: Vec<Line> = lines.map(|typed| line(typed, &things)).collect();
    assert!(lines.iter().any(|line| line.seen.is_some()), "{title}: nobody looks");
    let differs = |line: &Line| line.seen.is_some_and(|[lesson, page]| lesson != page);
    assert!(!lines.iter().rev().skip(1).any(differs), "{title}: it goes on where a lesson and a page do not agree");
    Case { title, ways, things: things.len(), lines }
}

fn line(typed: &str, things: &[&str]) -> Line {
    let (happens, seen) = typed.split_once(" -> ").unwrap_or((typed, ""));
    let thing = |name: &str| (name != "nothing").then(|| things.iter().position(|thing| *thing == name).expect(typed));
    let happens = if let Some(key) = happens.strip_prefix("press ") {
        Happens::Press(key.to_owned())
    } else if let Some(key) = happens.strip_prefix("hold ") {
        Happens::Hold(key.to_owned())
    } else if let Some(key) = happens.strip_prefix("let go of ") {
        Happens::LetGo(key.to_owned())
    } else if let Some(ms) = happens.strip_prefix("wait ") {
        Happens::Wait(ms.parse().expect(typed))
    } else {
        Happens::Rest(thing(happens.strip_prefix("rest on ").expect(typed)))
    };
    let one = |seen: &str| match seen.strip_prefix("on ") {
        Some(name) => Seen::On(thing(name)),
        None => Seen::Chose(seen.strip_prefix("chose ").and_then(thing).expect(typed)),
    };
    let both = |seen: &str| match seen.split_once("; on other pages ") {
        Some((lesson, page)) => [one(lesson), one(page)],
        None => [one(seen); 2],
    };
    Line { happens, seen: (!seen.is_empty()).then(|| both(seen)), typed: typed.to_owned() }
}
