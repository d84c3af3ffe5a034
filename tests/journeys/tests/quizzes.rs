//! The parents' quiz and the questions of staff induction, from their beginning to what they end in: by keyboard with axe-core's look at every
//! screen, with two keys and by touch, the shortest also with one key and by resting; the paper, the file, and what the device remembers.
//!
//! Each quiz is a room of three tests, which run side by side.

use crate::assert_none;
use crate::keeping::kept;
use crate::pressing::{with_one_key, with_resting};
use fingerpost_journeys::axe::{Level, violations, violations_in_module};
use fingerpost_journeys::browser::Key;
use fingerpost_journeys::engine::Engine;
use fingerpost_journeys::learner::{STEADY_HANDS, Way};
use fingerpost_journeys::site::{self, CHARITY, SCHOOL};
use fingerpost_journeys::taker::{Taker, read_answers};
use fingerpost_journeys::{Journey, journey, journey_on};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeSet;

const PARENTS: &str = "quizzes/parents.html";
const TEACHER: &str = "inductions/teacher.html";
const KEY_WORKER: &str = "inductions/key-worker.html";

macro_rules! quizzes {
    ($($room:ident: $page:ident in $setting:ident;)*) => {
        const QUIZZES: &[(&str, &str)] = &[$(($setting, $page)),*];

        $(mod $room {
            #[test]
            fn by_keyboard_without_a_finding_of_axe() {
                super::can_be_failed_and_then_passed(super::$setting, super::$page);
            }

            #[test]
            fn with_two_keys() {
                super::can_be_finished(super::$setting, super::$page, super::Way::TwoKeys);
            }

            #[test]
            fn by_touch() {
                super::can_be_finished(super::$setting, super::$page, super::Way::Touching);
            }
        })*
    };
}

quizzes! {
    parents: PARENTS in SCHOOL;
    parents_of_the_charity: PARENTS in CHARITY;
    teacher: TEACHER in SCHOOL;
    key_worker: KEY_WORKER in CHARITY;
}

/// Opens the page of a quiz and goes to its questions, past what is to be read before.
async fn open_at_questions<'a>(journey: &'a Journey, page: &str, way: Way) -> Taker<'a> {
    journey.open_awake(page).await;
    let taker = Taker::new(journey, way);
    if way == Way::Keyboard {
        go_to_questions(&taker, page).await;
    }
    taker
}

/// A course stands before its questions, with more links than anybody wants to pass by Tab.
async fn go_to_questions(taker: &Taker<'_>, page: &str) {
    if page.starts_with("inductions/") {
        taker.choose(".contents a[href='#questions']").await;
    }
}

/// A go in which nothing is known shows every screen; then one in which all is right. What a quiz or an induction ends in must be there.
fn can_be_failed_and_then_passed(setting: &'static str, page: &'static str) {
    journey_on(site::dist(setting), true, move |journey| async move {
        journey.before_every_page(STEADY_HANDS).await;
        let looks = journey.engine == Engine::Chromium;
        if looks {
            journey.system_asks_for(&[("prefers-reduced-motion", "reduce")]).await;
            journey.width(390).await;
        }
        let found = RefCell::new(Vec::new());
        let note = |place: &str, lines: Vec<String>| {
            found.borrow_mut().extend(lines.into_iter().map(|line| format!("{place}: {line}")));
        };
        let look_at_all = async |place: &str| {
            if looks {
                note(place, violations(&journey, Level::Aa).await);
            }
        };
        // What is around the questions stays as it was before the first.
        let look = async |place: &str| {
            if looks {
                note(place, violations_in_module(&journey, Level::Aa).await);
            }
        };
        let taker = open_at_questions(&journey, page, Way::Keyboard).await;
        look_at_all("before the first question").await;
        taker.begin().await;
        taker.try_all(&look).await;
        let can_be_passed = page.starts_with("inductions/");
        assert_eq!(has_paper(&journey).await, !can_be_passed, "after a go in which nothing was known");
        assert_eq!(to_read_again(&journey).await.is_empty(), !can_be_passed);
        taker.begin().await;
        taker.answer_well(&read_answers(&journey, page).await).await;
        look_at_all("the result when all is right").await;
        assert!(has_paper(&journey).await, "there is nothing to print though all is right");
        assert_none("a part is to be read again though all is right", &to_read_again(&journey).await);
        assert_none("axe-core finds fault", &found.into_inner());
        assert_none("an error in the console", &journey.errors().await);
    });
}

/// A go in which all is right, to what it ends in.
fn can_be_finished(setting: &'static str, page: &'static str, way: Way) {
    journey_on(site::dist(setting), true, move |journey| async move {
        journey.before_every_page(STEADY_HANDS).await;
        let taker = open_at_questions(&journey, page, way).await;
        taker.begin().await;
        taker.answer_well(&read_answers(&journey, page).await).await;
        assert!(has_paper(&journey).await, "there is nothing to print though all is right");
        assert_none("an error in the console", &journey.errors().await);
    });
}

/// One switch and a pointer that rests are the same code on every quiz, and slow, so the shortest is gone through.
fn parents_can_finish(way: Way) {
    journey(move |journey| async move {
        journey.hold_time();
        journey.before_every_page(STEADY_HANDS).await;
        journey.open_awake(PARENTS).await;
        match way {
            Way::OneKey => with_one_key(&journey).await,
            _ => with_resting(&journey).await,
        }
        let taker = Taker::new(&journey, way);
        taker.begin().await;
        taker.answer_well(&read_answers(&journey, PARENTS).await).await;
        assert!(has_paper(&journey).await, "there is nothing to print though all is right");
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn parents_can_finish_with_one_key() {
    parents_can_finish(Way::OneKey);
}

#[test]
fn parents_can_finish_by_resting_the_pointer() {
    parents_can_finish(Way::Resting);
}

/// Whether there is a record or a slip.
async fn has_paper(journey: &Journey) -> bool {
    journey.ask("return !!document.querySelector('[data-module] .paper')?.checkVisibility()", &[]).await
}

/// The parts that the module says are to be read again, each of which must be on the page.
async fn to_read_again(journey: &Journey) -> Vec<String> {
    const LINKS: &str =
        "return [...document.querySelectorAll('[data-module] .step a[href^=\"#\"]')].map(a => a.getAttribute('href'))";
    let links: Vec<String> = journey.ask(LINKS, &[]).await;
    for link in &links {
        assert!(
            journey.ask::<bool>("return !!document.querySelector(arguments[0])", &[link.as_str().into()]).await,
            "{link} leads nowhere"
        );
    }
    links
}

/// Else a new quiz or course would be forgotten here.
#[test]
fn every_quiz_and_course_of_the_example_settings_is_here() {
    let mut there = Vec::new();
    for setting in [SCHOOL, CHARITY] {
        let pages = site::pages(site::dist(setting)).into_iter();
        let asks = |page: &String| ["quizzes/", "inductions/"].iter().any(|folder| page.starts_with(folder));
        there.extend(pages.filter(asks).filter(|page| site::has_module(site::dist(setting), page)).map(|page| (setting, page)));
    }
    let absent = there.iter().filter(|(setting, page)| !QUIZZES.contains(&(setting, page))).map(|absent| format!("{absent:?}"));
    assert_none("a quiz is not gone through", &absent.collect::<Vec<_>>());
}

/// Goes through a quiz as somebody who knows the answers, by keyboard, with nothing kept on the device.
async fn passed<'a>(journey: &'a Journey, page: &str) -> Taker<'a> {
    let taker = open_at_questions(journey, page, Way::Keyboard).await;
    taker.begin().await;
    taker.answer_well(&read_answers(journey, page).await).await;
    taker
}

async fn type_name(journey: &Journey, name: &str) {
    journey.ask::<()>("document.getElementById('record-name').focus()", &[]).await;
    journey.type_text(name).await;
}

#[test]
fn nothing_is_kept_and_nothing_is_asked_for_without_a_wish() {
    for page in [PARENTS, TEACHER] {
        journey(move |journey| async move {
            let taker = open_at_questions(&journey, page, Way::Keyboard).await;
            let answers = read_answers(&journey, page).await;
            journey.asked_for().await;
            taker.begin().await;
            taker.answer_well(&answers).await;
            if page == TEACHER {
                type_name(&journey, "Sam Field").await;
            }
            assert_none("something is asked for", &journey.asked_for().await);
            assert_none("something is kept", &kept(&journey).await);
        });
    }
}

/// What is seen on paper, beside what must be on it.
async fn on_paper(journey: &Journey) -> String {
    const SEEN: &str = "
        const seen = ['main > h1', '.course', '.questions', '.lesson-text', '.sign-off', '.moves', '.keeping', '.scan-bar', 'input', '.step > p', 'nav.ways'];
        const unwanted = seen.filter(s => [...document.querySelectorAll(s)].some(e => e.checkVisibility() && !e.closest('.paper')));
        return unwanted.length ? 'unwanted: ' + unwanted : document.querySelector('.paper').innerText;";
    journey.media("print").await;
    journey.ask(SEEN, &[]).await
}

#[test]
fn a_slip_is_one_side_with_the_version_and_room_to_sign() {
    for setting in [SCHOOL, CHARITY] {
        journey_on(site::dist(setting), true, |journey| async move {
            passed(&journey, PARENTS).await;
            let paper = on_paper(&journey).await;
            let version: String =
                journey.ask("return document.querySelector('.bottom').innerText.match(/version ([\\d.]+)/i)[1]", &[]).await;
            for words in ["Sign-off slip", &format!("version {version} of the policy"), "Name of the child", "Signature", "Date"]
            {
                assert!(paper.contains(words), "\"{words}\" is not on the slip:\n{paper}");
            }
            assert_eq!(journey.printed_sides().await, 1);
        });
    }
}

#[test]
fn a_record_is_one_side_with_what_it_proves_and_what_it_does_not() {
    journey(|journey| async move {
        let taker = passed(&journey, TEACHER).await;
        type_name(&journey, "Sam Field").await;
        journey.ask::<()>("window.print = () => { window.wasPrinted = true; }", &[]).await;
        taker.choose("[data-action=print]").await;
        journey.wait_until("the record to be printed", "window.wasPrinted").await;
        let paper = on_paper(&journey).await;
        let said = [
            "Sam Field",
            "Induction for staff and volunteers",
            "The Example School",
            "Passed. Right at the first choice: 16 of 16.",
            "Valid until",
        ];
        let proves = ["This record shows that these questions were answered", "It cannot show who answered.", "Manager’s name"];
        for words in said.into_iter().chain(proves) {
            assert!(paper.contains(words), "\"{words}\" is not on the record:\n{paper}");
        }
        assert_eq!(journey.printed_sides().await, 1);
    });
}

/// The fields of a record, or of a statement in it, each as the description names it.
fn fields(value: &Value, before: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(parts) => parts.iter().for_each(|(name, part)| {
            let field = if before.is_empty() { name.clone() } else { format!("{before}.{name}") };
            fields(part, &field, found);
        }),
        _ => {
            found.insert(before.to_owned());
        }
    }
}

/// The names of fields in the first column of the description's tables, those of a record and those of a statement. A name after another
/// in its cell leaves out what they have in common.
fn described() -> [Vec<String>; 2] {
    let text = std::fs::read_to_string(site::root().join("docs/record.md")).expect("the description can be read");
    let mut tables = [Vec::new(), Vec::new()];
    let mut table = None;
    for line in text.lines() {
        if line.starts_with("| field") {
            table = Some(usize::from(table.is_some()));
        }
        let Some(cell) = line.strip_prefix("| `").and_then(|row| row.split('|').next()) else { continue };
        let names: Vec<&str> = cell.split('`').step_by(2).filter(|name| !name.is_empty()).collect();
        let common = names[0].rsplit_once('.').map_or(String::new(), |(common, _)| format!("{common}."));
        let full = names.iter().map(|name| if name.contains('.') { (*name).to_owned() } else { format!("{common}{name}") });
        tables[table.expect("a row stands in a table")].extend(full);
    }
    tables
}

/// Fails where a field is not described, or what is described is not there.
fn assert_described(found: &BTreeSet<String>, described: &[String]) {
    let is_within =
        |field: &str, name: &str| field.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let unknown = found.iter().filter(|field| !described.iter().any(|name| is_within(field, name)));
    assert_none("a field is not described", &unknown.cloned().collect::<Vec<_>>());
    let absent = described.iter().filter(|name| !found.iter().any(|field| is_within(field, name)));
    assert_none("a field that is described is absent", &absent.cloned().collect::<Vec<_>>());
}

#[test]
fn the_file_of_a_record_is_what_its_description_says() {
    // The page hands the file to the browser as a download, which is caught on its way.
    const CATCH: &str = "
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = blob => { blob.text().then(text => { window.saved = text; }); return make(blob); };";
    journey(|journey| async move {
        journey.before_every_page(CATCH).await;
        let taker = passed(&journey, TEACHER).await;
        type_name(&journey, "Sam Field").await;
        taker.choose("[data-action=save]").await;
        journey.wait_until("the file to be saved", "window.saved").await;
        let today: String = journey.ask("return new Date().toLocaleDateString('sv')", &[]).await;
        let said: String = journey.ask("return document.querySelector('.moves + .kept').innerText", &[]).await;
        assert_eq!(said, format!("Saved. Look in your downloads for record-teacher-{today}.json"));
        let record: Value =
            serde_json::from_str(&journey.ask::<String>("return window.saved", &[]).await).expect("the file is JSON");

        let [of_record, of_statement] = described();
        let mut found = BTreeSet::new();
        fields(&record, "", &mut found);
        assert_described(&found, &of_record);
        let statements = record["statements"].as_array().expect("statements are a list");
        let mut found = BTreeSet::new();
        statements.iter().for_each(|statement| fields(statement, "", &mut found));
        assert_described(&found, &of_statement);

        let taken = &record["taken"];
        assert_eq!(
            [&taken["id"], &taken["setting"], &taken["name"], &taken["on"]],
            ["teacher", "The Example School", "Sam Field", &today]
        );
        assert_eq!(taken["topics"].as_array().map(Vec::len), Some(8));
        assert_eq!((record["draw"]["asked"].as_u64(), statements.len()), (Some(16), 17));
        assert_eq!(statements[0]["verb"]["id"], "http://adlnet.gov/expapi/verbs/passed");
        for answered in &statements[1..] {
            let definition = &answered["object"]["definition"];
            assert_eq!(answered["result"]["success"], true, "{definition}");
            assert_eq!(answered["result"]["response"], definition["correctResponsesPattern"][0], "{definition}");
        }
        assert_none("something is kept", &kept(&journey).await);
    });
}

/// Somebody who has said "Remember" comes back, first when nothing has changed and then when a clause has.
fn tells_what_has_changed(page: &'static str, key: &'static str) {
    const CHANGE: &str = "
        const text = localStorage.getItem(arguments[0]);
        const [line, clause] = text.match(/^rests clause=(\\S+) hash=\\S+/m);
        localStorage.setItem(arguments[0], text.replace(line, `rests clause=${clause} hash=00000000`));
        return clause;";
    const BEFORE: &str = "return [...document.querySelectorAll('.before')].map(e => e.innerText).join()";
    const CHANGED: &str = "return [...document.querySelectorAll('.before > [role=group]:first-of-type a')].map(e => e.getAttribute('href').split('#')[1])";
    journey(move |journey| async move {
        let taker = passed(&journey, page).await;
        taker.choose("[data-action=remember]").await;
        journey.wait_until("it to be remembered", "localStorage.length").await;
        assert_eq!(kept(&journey).await, [format!("localStorage {key}")]);
        let text: String = journey.ask("return localStorage.getItem(arguments[0])", &[key.into()]).await;
        let is_known = |line: &&str| ["fingerpost ", "taken on=", "rests clause="].iter().any(|begins| line.starts_with(begins));
        assert_none("more is kept", &text.lines().filter(|line| !is_known(line)).map(str::to_owned).collect::<Vec<_>>());

        journey.open_awake(page).await;
        journey.wait_until("the page to know them", "document.querySelector('.before')").await;
        let said: String = journey.ask(BEFORE, &[]).await;
        assert!(said.contains("None of the rules behind it has changed since."), "{said}");

        let clause: String = journey.ask(CHANGE, &[key.into()]).await;
        journey.open_awake(page).await;
        journey.wait_until("the page to know them", "document.querySelector('.before')").await;
        let said: String = journey.ask(BEFORE, &[]).await;
        assert!(said.contains("These rules have changed since, or are new:"), "{said}");
        assert_eq!(journey.ask::<Vec<String>>(CHANGED, &[]).await, [clause]);
        assert_eq!(
            to_read_again(&journey).await.is_empty(),
            page == PARENTS,
            "a part whose questions rest on it is to be read again"
        );
        assert_none("axe-core finds fault", &violations(&journey, Level::Aa).await);

        go_to_questions(&taker, page).await;
        taker.choose("[data-action=forget]").await;
        journey.wait_until("it to be forgotten", "localStorage.length === 0").await;
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn a_parent_who_comes_back_is_told_what_has_changed() {
    tells_what_has_changed(PARENTS, "fingerpost.2 /any/sub/path/ quiz.parents");
}

#[test]
fn a_teacher_who_comes_back_is_told_what_has_changed() {
    tells_what_has_changed(TEACHER, "fingerpost.2 /any/sub/path/ quiz.teacher");
}

/// Space reads on in a course, as on any page. The first switch is the same key, so it begins a scan only where the questions are in view.
#[test]
fn space_reads_on_through_a_course_until_its_questions_are_in_view() {
    // As it is when the key comes: a page goes on moving for a while after the key before.
    const WATCH: &str = "
        const module = document.querySelector('[data-module]');
        addEventListener('keydown', () => { window.inView = module.getBoundingClientRect().top < innerHeight; }, { capture: true });";
    const SCANS: &str = "!!document.querySelector('[data-scan-at]')";
    journey(|journey| async move {
        journey.open_awake(TEACHER).await;
        journey.ask::<()>(WATCH, &[]).await;
        for _ in 0..60 {
            let at: f64 = journey.ask("return scrollY", &[]).await;
            journey.press(Key::Space).await;
            journey.wait_until("the page to move or the scan to begin", &format!("scrollY > {at} || {SCANS}")).await;
            if journey.ask(&format!("return {SCANS}"), &[]).await {
                assert!(journey.ask::<bool>("return window.inView", &[]).await, "the scan begins far above the questions");
                return;
            }
        }
        panic!("the scan never begins");
    });
}
