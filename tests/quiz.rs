//! Every screen of the parents' quiz and of the staff induction's questions, rendered as the generator does and written as words.
//!
//! `modules/player/quiz.md` is what they say today; `SNAPSHOTS=overwrite cargo test --workspace --test quiz` writes it anew.

#[path = "../modules/player/tests/sample/mod.rs"]
mod sample;

use fingerpost_golden::expected;
use fingerpost_lesson::keep::day::Day;
use fingerpost_lesson::keep::quizzes::Keeping;
use fingerpost_lesson::keep::store::Trouble;
use fingerpost_lesson::keep::taken::Kept;
use fingerpost_lesson::quiz::record::Record;
use fingerpost_lesson::quiz::session::Event::{self, Back, Begin, Choose, Next};
use fingerpost_lesson::quiz::session::Session;
use fingerpost_lesson::wire::QuizData;
use fingerpost_player::quiz::{QuizModule, QuizProps, Shown};
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, doc_text, element, rewrite_str};
use std::cell::RefCell;
use std::fs;
use std::path::Path;
use std::rc::Rc;
use yew::LocalServerRenderer;

const SCREENS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../modules/player/quiz.md");

/// What this device kept in March, under an earlier version of the policy.
const IN_MARCH: &str = "fingerpost 2\ntaken on=2026-03-01 policy=2.9 missed=child-tells passed=yes\nrests clause=edc-4 hash=5b0d2c1e kept=yes\n\
     rests clause=inc-2 hash=00000000 kept=yes\nrests clause=old-7 hash=11111111 kept=yes\n";

/// What this device kept in November, under the present version.
const IN_NOVEMBER: &str = "fingerpost 2\ntaken on=2026-11-01 policy=3.0 passed=yes\nrests clause=edc-4 hash=5b0d2c1e kept=yes\n\
     rests clause=inc-2 hash=77aa0011 kept=yes\nrests clause=sms-3 hash=9c9c9c9c kept=yes\n";

#[test]
fn every_screen_says_what_it_said() {
    expected::file(Path::new(SCREENS), screens());
}

#[test]
fn nothing_tells_before_an_answer_what_is_right_or_critical() {
    let before = html(&sample::teacher(), &[Begin(1)], |_| {});
    for word in ["data-outcome", "class=\"reason\"", "critical", "class=\"rule\""] {
        assert!(!before.contains(word), "{word}");
    }
    let after = html(&sample::teacher(), &[Begin(1), Choose(1)], |_| {});
    assert_eq!(after.matches("data-outcome").count(), 1, "only what was chosen is met");
}

/// The description of a record's file shows what is written today.
#[test]
fn the_example_of_a_record_is_what_the_program_writes() {
    const DOC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/record.md");
    let mut page = sample::teacher();
    page.quiz.items.truncate(1);
    let mut session = Session::new(Rc::new(page.quiz.clone()));
    [Begin(20_261_122), Choose(0), Next].into_iter().for_each(|event| session.apply(event));
    let written = Record { session: &session, page: &page, on: Day::new(2026, 11, 22), name: "Sam Field" }.write();
    let doc = fs::read_to_string(DOC).unwrap().replace("\r\n", "\n");
    let (before, rest) = doc.split_once("```json\n").unwrap();
    let (_, after) = rest.split_once("```\n").unwrap();
    expected::file(Path::new(DOC), format!("{before}```json\n{written}```\n{after}"));
}

/// The events that lead to a screen of the induction, from the first.
fn screens() -> String {
    let (teacher, parents) = (sample::teacher(), sample::parents());
    let case: Vec<Event> = [Begin(1)].into_iter().chain([Choose(0), Next].repeat(2)).collect();
    let to = |more: &[Event]| [case.as_slice(), more].concat();
    let all_right = to(&[Choose(0), Next, Choose(0), Next, Next]);
    let kept = |text: &'static str| {
        move |shown: &mut Shown| {
            let kept = Some(Kept::read("teacher", text));
            shown.keeping = Keeping { kept, remembers: true, ..Keeping::default() };
        }
    };
    let trouble = |trouble| move |shown: &mut Shown| shown.keeping.trouble = Some(trouble);
    let missed = [Begin(1), Choose(2), Choose(0), Next, Choose(0), Next, Choose(1), Next, Choose(1), Next, Next];
    [
        screen("Before the first question", &teacher, &[], |_| {}),
        screen("Somebody comes back, and nothing has changed", &teacher, &[], kept(IN_NOVEMBER)),
        screen("Somebody comes back, and the policy is a new one", &teacher, &[], kept(IN_MARCH)),
        screen("What is kept is a newer version's", &teacher, &[], trouble(Trouble::Newer)),
        screen("It has just been forgotten", &teacher, &[], |shown| shown.keeping.forgotten = true),
        screen("A question", &teacher, &[Begin(1)], |_| {}),
        screen("Something else helps more", &teacher, &[Begin(1), Choose(1)], |_| {}),
        screen("The best is found after that", &teacher, &[Begin(1), Choose(1), Choose(0)], |_| {}),
        screen("A case", &teacher, &case, |_| {}),
        screen("A case goes aside", &teacher, &to(&[Choose(1)]), |_| {}),
        screen("A case goes on", &teacher, &to(&[Choose(0), Next]), |_| {}),
        screen("A case ends", &teacher, &to(&[Choose(0), Next, Choose(0), Next]), |_| {}),
        screen("Not passed yet", &teacher, &missed, |_| {}),
        screen("Passed", &teacher, &all_right, |_| {}),
        screen("Passed, with a name, and saved", &teacher, &all_right, |shown| {
            shown.name = " Sam Field ".into();
            shown.saved = Some("record-teacher-2026-11-22.json".into());
            shown.keeping.remembers = true;
        }),
        screen("Passed on a device that is full and has no clock", &teacher, &all_right, |shown| {
            shown.today = None;
            shown.keeping.trouble = Some(Trouble::Full);
        }),
        screen("Back from the result", &teacher, &[all_right.as_slice(), &[Back]].concat(), |_| {}),
        screen("The parents' quiz", &parents, &[], |_| {}),
        screen("A question for parents", &parents, &[Begin(1), Choose(1)], |_| {}),
        screen("The slip", &parents, &[Begin(1), Choose(1), Next], |_| {}),
    ]
    .concat()
}

fn screen(name: &str, page: &QuizData, events: &[Event], change: impl FnOnce(&mut Shown)) -> String {
    format!("# {name}\n\n{}\n", words(&html(page, events, change)))
}

fn html(page: &QuizData, events: &[Event], change: impl FnOnce(&mut Shown)) -> String {
    let mut shown = Shown::new(&page.quiz);
    shown.today = Day::new(2026, 11, 22);
    events.iter().for_each(|event| shown.session.apply(*event));
    change(&mut shown);
    let props = QuizProps { page: Rc::new(page.clone()), mount: None, shown: Some(shown), pictured: false };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, LocalServerRenderer::<QuizModule>::with_props(props).render())
}

/// The words of a screen, a line for each part: buttons in brackets, with their state; headings as in Markdown; links with their address.
fn words(html: &str) -> String {
    let said = Rc::new(RefCell::new(String::new()));
    let parts = element!("*", |part| {
        said.borrow_mut().push_str(before(part));
        if ["button", "a"].contains(&part.tag_name().as_str()) {
            let said = Rc::clone(&said);
            part.on_end_tag(lol_html::end_tag!(move |_| {
                said.borrow_mut().push(']');
                Ok(())
            }))?;
        }
        Ok(())
    });
    let texts = doc_text!(|text| {
        said.borrow_mut().push_str(text.as_str());
        Ok(())
    });
    let handlers = RewriteStrSettings::new().append_element_content_handler(parts).append_document_content_handler(texts);
    rewrite_str(html, handlers).unwrap();
    let plain = html_escape::decode_html_entities(&*said.borrow()).replace('\u{a0}', "");
    let lines = plain.lines().map(str::trim).filter(|line| !["", "-", "(said)", "_____"].contains(line));
    // How somebody presses is the same on every screen.
    let own = lines.take_while(|line| *line != "[Use switches]");
    own.fold(String::new(), |said, line| said + line + "\n")
}

/// What stands before the words of a part.
fn before(part: &Element) -> &'static str {
    let class = part.get_attribute("class").unwrap_or_default();
    match part.tag_name().as_str() {
        "h2" => "\n## ",
        "h3" => "\n### ",
        "button" if part.get_attribute("aria-pressed").is_some_and(|pressed| pressed == "true") => "\n[chosen: ",
        "button" => "\n[",
        "a" => "[",
        "li" | "dt" => "\n- ",
        "dd" => ": ",
        "p" if class == "sign" => "\n_____ ",
        "p" if class.starts_with("status") => "\n(said) ",
        "p" | "section" | "fieldset" | "legend" | "summary" | "label" | "details" => "\n",
        "input" => "\n[      ]",
        _ => "",
    }
}
