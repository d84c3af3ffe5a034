//! What the voice reads of a screen is what stands on it: every sentence once and in reading order, whatever has been done before.
//!
//! The lessons are those of the gallery, `modules/player/index.html`: every activity on every path.

#[path = "../modules/player/tests/sample/mod.rs"]
mod sample;

use fingerpost_lesson::path::Path;
use fingerpost_lesson::quiz;
use fingerpost_lesson::script::{Position, Spoken};
use fingerpost_lesson::session::{Event, Session};
use fingerpost_lesson::wire::{self, PageData};
use fingerpost_player::lesson::{LessonModule, LessonProps};
use fingerpost_player::quiz::{QuizModule, QuizProps, Shown};
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use proptest::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use yew::{BaseComponent, LocalServerRenderer};

const GALLERY: &str = include_str!("../modules/player/index.html");

/// How a lesson's page begins its data.
const DATA: &str = "<script type=\"application/octet-stream\" data-for=\"lesson\">";

fn gallery() -> Vec<PageData> {
    let data = GALLERY.split(DATA).skip(1).map(|rest| rest.split("</script>").next().expect("the data has an end"));
    data.map(|data| wire::decode(data).expect("the gallery is of this version")).collect()
}

fn rendered<C: BaseComponent>(props: C::Properties) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}

/// The words of every sentence that stands in some HTML, in their order.
fn sentences(html: &str) -> Vec<String> {
    let found = Rc::new(RefCell::new(Vec::new()));
    let begun = Rc::clone(&found);
    let sentence = element!(".sentence", move |_| {
        begun.borrow_mut().push(String::new());
        Ok(())
    });
    let said = Rc::clone(&found);
    let words = text!(".sentence", move |text| {
        said.borrow_mut().last_mut().expect("a sentence has begun").push_str(text.as_str());
        Ok(())
    });
    let handlers = RewriteStrSettings::new().append_element_content_handler(sentence).append_element_content_handler(words);
    rewrite_str(html, handlers).expect("the HTML can be read");
    let plain = |words: &String| html_escape::decode_html_entities(words).trim().to_owned();
    found.borrow().iter().map(plain).collect()
}

fn words(script: &[Spoken]) -> Vec<&str> {
    script.iter().map(|spoken| spoken.words.as_str()).collect()
}

/// Says where two sentences stand that could not be told apart when one of them is marked.
fn at_one_position(script: &[Spoken]) -> Option<Position> {
    let mut positions = script.iter().map(|spoken| spoken.position).enumerate();
    positions
        .find(|(nth, position)| script[..*nth].iter().any(|before| before.position == *position))
        .map(|(_, position)| position)
}

fn event() -> impl Strategy<Value = Event> {
    let index = || 0usize..5;
    prop_oneof![
        Just(Event::Press),
        Just(Event::Hint),
        index().prop_map(Event::Choose),
        index().prop_map(Event::Choose),
        index().prop_map(Event::Toggle),
        Just(Event::Check),
        index().prop_map(Event::Take),
        index().prop_map(Event::Put),
        index().prop_map(Event::Up),
        index().prop_map(Event::Down),
        (0usize..3).prop_map(Event::Go),
        Just(Event::GoBack),
        Just(Event::FromTheBeginning),
        any::<[u32; 3]>().prop_map(Event::Draw),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn in_every_activity_on_every_path_all_that_stands_there_is_spoken_in_its_order(events in prop::collection::vec(event(), 0..24)) {
        let pages = gallery();
        let kinds = |path: Path| pages.iter().filter(|page| page.start == path).count();
        prop_assert!(Path::ALL.into_iter().all(|path| kinds(path) >= 10), "the gallery has every activity on every path");
        for page in pages {
            let mut session = Session::new(Rc::new(page.lesson.clone()), page.start);
            events.iter().for_each(|event| session.apply(*event));
            let about = page.lesson.title.clone();
            let script = session.script(&page.strings.gap);
            prop_assert!(!script.is_empty());
            prop_assert_eq!(at_one_position(&script), None, "{}", about);
            let html = rendered::<LessonModule>(LessonProps { page: Rc::new(page), mount: None, pictured: Some(session) });
            prop_assert_eq!(words(&script), sentences(&html), "{}", about);
        }
    }

    #[test]
    fn in_a_quiz_all_that_stands_there_is_spoken_in_its_order(seed: u32, choices in prop::collection::vec(0usize..4, 0..16)) {
        let mut events = vec![quiz::session::Event::Begin(seed)];
        for choice in choices {
            events.push(if choice == 3 { quiz::session::Event::Next } else { quiz::session::Event::Choose(choice) });
        }
        for page in [sample::teacher(), sample::parents()] {
            let mut shown = Shown::new(&page.quiz);
            events.iter().for_each(|event| shown.session.apply(*event));
            let script = shown.session.script(&page.strings.gap);
            prop_assert_eq!(at_one_position(&script), None);
            let props = QuizProps { page: Rc::new(page), mount: None, shown: Some(shown), pictured: false };
            prop_assert_eq!(words(&script), sentences(&rendered::<QuizModule>(props)));
        }
    }
}

/// Nothing is read of a screen on which nothing is asked.
#[test]
fn the_end_of_a_lesson_and_the_beginning_of_a_quiz_have_nothing_to_read() {
    let page = gallery().swap_remove(0);
    let mut session = Session::new(Rc::new(page.lesson), page.start);
    session.apply(Event::Next);
    assert!(session.is_finished());
    assert_eq!(session.script("gap"), []);
    assert_eq!(Shown::new(&sample::teacher().quiz).session.script("gap"), []);
}

/// A line is seen and a word is heard.
#[test]
fn a_gap_is_heard_by_its_word() {
    let scripts: Vec<Vec<Spoken>> = gallery()
        .into_iter()
        .filter(has_gap)
        .map(|page| Session::new(Rc::new(page.lesson.clone()), page.start).script("[a gap]"))
        .collect();
    assert!(!scripts.is_empty());
    for script in scripts {
        assert!(script.iter().any(|spoken| spoken.words.contains("[a gap]")), "{script:?}");
        assert!(script.iter().all(|spoken| !spoken.words.contains("__")), "{script:?}");
    }
}

fn has_gap(page: &PageData) -> bool {
    page.lesson.moments[0].on(page.start).is_some_and(|step| step.activity.id() == "gap")
}
