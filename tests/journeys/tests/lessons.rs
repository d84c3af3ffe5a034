//! One lesson from its first step to its last with two keys as they are at first; what every lesson holds without script, and
//! what happens on the way: other paths, help, paper, a class. Every lesson is gone through in `every_lesson`.

use crate::assert_none;
use fingerpost_journeys::axe::{Level, violations};
use fingerpost_journeys::browser::Key;
use fingerpost_journeys::learner::{Learner, Way};
use fingerpost_journeys::site::{self, LESSON, PATHS};
use fingerpost_journeys::{journey, journey_without_script};

/// Every lesson is gone through with steady hands; here a press that follows too fast is ignored, and so none does.
fn with_two_keys(path: &'static str) {
    journey(move |journey| async move {
        journey.hold_time();
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::TwoKeys);
        learner.take_path(path).await;
        let done = learner.finish().await;
        assert!(done.len() > 1, "the lesson has no steps on {path}: {done:?}");
        assert_eq!(learner.screen().await.path, path);
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn together_can_be_finished_with_two_keys() {
    with_two_keys("together");
}

#[test]
fn symbols_can_be_finished_with_two_keys() {
    with_two_keys("symbols");
}

#[test]
fn easy_read_can_be_finished_with_two_keys() {
    with_two_keys("easy-read");
}

#[test]
fn plain_can_be_finished_with_two_keys() {
    with_two_keys("plain");
}

/// The sentences of a lesson file, without the marks of Markdown. Those with a name from setting.toml are left out: their words are
/// not in the file; and moments with a condition: they may not be in this setting. What is for the adult has a page of its own, and where a
/// part of a picture is, `(top left)`, is shown and not said.
fn sentences(markdown: &str) -> Vec<String> {
    let body = markdown.splitn(3, "+++").nth(2).expect("a lesson has a front matter");
    let body = body.split("\n# For the adult").next().unwrap_or_default();
    let moments = body.split("\n## ").filter(|moment| !moment.lines().next().unwrap_or_default().contains("when="));
    let mut sentences = Vec::new();
    for line in moments.flat_map(str::lines).map(str::trim).filter(|line| !line.contains("{{")) {
        let line = line.split(" {#").next().unwrap_or_default();
        let is_where = |place: &str| place.split(' ').all(|word| ["top", "bottom", "left", "right", "middle"].contains(&word));
        let placed = line.strip_suffix(')').and_then(|line| line.rsplit_once(" (")).filter(|(_, place)| is_where(place));
        let line = placed.map_or(line, |(line, _)| line);
        if line.starts_with("### ") {
            continue;
        }
        let line = line.trim_start_matches(['#', '>', '-', ' ']).trim_start_matches("[x] ").trim_start_matches("[ ] ");
        let numbered = line.split_once(". ").filter(|(number, _)| number.parse::<u8>().is_ok());
        let words = without_links_and_pictures(numbered.map_or(line, |(_, rest)| rest));
        sentences.extend((!words.is_empty()).then_some(words));
    }
    sentences
}

/// `![picture](symbol:x) words` and `[words](#place)` become `words`.
fn without_links_and_pictures(line: &str) -> String {
    let mut words = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('[') {
        let picture = rest[..at].ends_with('!');
        words.push_str(rest[..at].trim_end_matches('!'));
        let (label, after) = rest[at + 1..].split_once("](").unwrap_or((&rest[at + 1..], ")"));
        words.push_str(if picture { "" } else { label });
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    words.push_str(rest);
    spaced(&words.replace(['*', '_'], ""))
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(['\u{2018}', '\u{2019}'], "'")
}

#[test]
fn without_script_the_whole_lesson_is_in_the_page_and_can_be_read() {
    // A closed answer is there to be opened, which needs no script.
    const READABLE: &str = "
        for (const answer of document.querySelectorAll('details')) answer.open = true;
        return document.querySelector('main').innerText;";
    const SHOWN: &str = "return [...document.querySelectorAll('[data-module]')].filter(e => e.checkVisibility()).length";
    journey_without_script(|journey| async move {
        let mut missing = Vec::new();
        for lesson in site::lessons(&journey.dist) {
            journey.open(&lesson).await;
            let shown: usize = journey.ask(SHOWN, &[]).await;
            assert_eq!(shown, 0, "{lesson} shows a module that cannot work");
            let text: String = journey.ask(READABLE, &[]).await;
            // A gap is a row of underscores, and so may be a mark of Markdown.
            let text = spaced(&text.replace('_', "")).to_lowercase();
            let name = lesson.trim_end_matches("html").to_owned() + "md";
            let file = ["content/school", "content/common"].map(|folder| site::root().join(folder).join(&name));
            let file = file.iter().find(|file| file.is_file()).expect("a lesson page has a lesson file");
            let source = std::fs::read_to_string(file).expect("a lesson file can be read");
            let absent = sentences(&source).into_iter().filter(|sentence| !text.contains(&sentence.to_lowercase()));
            missing.extend(absent.map(|sentence| format!("{lesson}: {sentence}")));
        }
        assert_none("a sentence of a lesson is missing without script", &missing);
    });
}

#[test]
fn nothing_in_the_page_tells_what_is_right_before_the_learner_answers() {
    // Words for people may well say "right"; names and values that a page's own parts are given may not.
    const TELLTALES: &str = "
        const said = ['alt', 'title', 'aria-label', 'content', 'href'];
        const found = [...document.querySelectorAll('.lesson-text, script[data-for]')].map(e => e.outerHTML.slice(0, 60));
        for (const e of document.querySelectorAll('[data-module], [data-module] *'))
            for (const a of e.attributes)
                if (!said.includes(a.name) && /(^|[^a-z])(right|correct|wrong|answer-key|solution)/i.test(a.name + '=' + a.value))
                    found.push(`${a.name}=${a.value}`);
        return found;";
    journey(|journey| async move {
        for path in ["easy-read", "plain"] {
            journey.open_awake(LESSON).await;
            let learner = Learner::new(&journey, Way::Keyboard);
            learner.take_path(path).await;
            while !learner.screen().await.finished {
                let telltales: Vec<String> = journey.ask(TELLTALES, &[]).await;
                assert_none("the page tells what is right", &telltales);
                learner.go_on().await;
            }
        }
    });
}

#[test]
fn a_change_of_path_keeps_the_moment_and_the_address() {
    journey(|journey| async move {
        journey.hold_time();
        // The moments of each path, in their order.
        let mut moments = Vec::new();
        for path in PATHS {
            journey.open_awake(LESSON).await;
            let learner = Learner::new(&journey, Way::Pressing);
            learner.take_path(path).await;
            let mut headings = Vec::new();
            while !learner.screen().await.finished {
                headings.push(learner.screen().await.heading);
                learner.go_on().await;
            }
            moments.push(headings);
        }
        for (from, own) in PATHS.iter().zip(&moments) {
            journey.open_awake(LESSON).await;
            let address = journey.address().await;
            let learner = Learner::new(&journey, Way::Pressing);
            learner.take_path(from).await;
            for heading in own {
                assert_eq!(learner.screen().await.heading, *heading, "on {from}, where every change began");
                // Round by every other path that has this moment, and back.
                for (path, theirs) in PATHS.iter().zip(&moments) {
                    if theirs.contains(heading) {
                        learner.take_path(path).await;
                        assert_eq!(learner.screen().await.heading, *heading, "from {from} to {path}");
                        assert_eq!(journey.address().await, address, "a path shows in the address");
                    }
                }
                learner.take_path(from).await;
                learner.go_on().await;
            }
        }
    });
}

#[test]
fn two_keys_can_stop_and_begin_again_and_come_back_from_help() {
    journey(|journey| async move {
        journey.hold_time();
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::TwoKeys);
        learner.choose("[data-action=scan]", 0).await;
        journey.wait_until("the scan to stop", "!document.querySelector('[data-scan-at]')").await;
        learner.choose("[data-action=path][value=plain]", 0).await;
        journey.wait_until("the path to change", "document.querySelector('[data-path=plain]')").await;
        learner.choose("a.worry", 0).await;
        journey.wait_until("help to open", "location.pathname.endsWith('get-help.html')").await;
        // There the same two keys lead on: Space from link to link, Enter to where the lessons are.
        for _ in 0..200 {
            journey.let_time_pass(320).await;
            let there: bool =
                journey.ask("return document.activeElement.matches('header a[href$=\"lessons/index.html\"]')", &[]).await;
            if there {
                break;
            }
            journey.press(Key::Space).await;
        }
        journey.press(Key::Enter).await;
        journey.wait_until("the lessons to open", "location.pathname.endsWith('lessons/index.html')").await;
        assert_none("an error in the console", &journey.errors().await);
    });
}

/// An adult leads a class by the keys of a remote control, as long as the big screen is on and no longer.
#[test]
fn a_class_is_led_on_a_big_screen() {
    const SHOWN: &str = "return ['nav.ways', '.paths', '.keeping', '.strip', 'a.worry', '.step'].filter(s => document.querySelector(s)?.checkVisibility())";
    journey(|journey| async move {
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        let first = learner.screen().await.heading;
        let heading = |words: &str| {
            format!("document.querySelector('[data-module] h2').innerText.trim() === {}", serde_json::Value::from(words))
        };
        learner.choose("[data-action=class]", 0).await;
        journey.wait_until("the big screen", "'class' in document.documentElement.dataset").await;
        assert_eq!(journey.ask::<Vec<String>>(SHOWN, &[]).await, ["a.worry", ".step"]);
        assert_none("axe-core finds fault", &violations(&journey, Level::Aa).await);
        journey.press(Key::PageDown).await;
        journey.wait_until("the next step", &format!("!({})", heading(&first))).await;
        let second = learner.screen().await.heading;
        journey.press(Key::PageUp).await;
        journey.wait_until("the step before", &heading(&first)).await;
        journey.press(Key::Escape).await;
        journey.wait_until("the usual screen", "!('class' in document.documentElement.dataset)").await;
        journey.press(Key::PageDown).await;
        assert_ne!(learner.screen().await.heading, second, "a key counts though the big screen is off");
        assert_none("an error in the console", &journey.errors().await);
    });
}
