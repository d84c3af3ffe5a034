//! The first screen of a module, rendered natively by the same components that render it anew when they wake up in the browser.

use fingerpost_lesson::session::Session;
use fingerpost_lesson::strings::PlayerStrings;
use fingerpost_lesson::voice::VoiceRule;
use fingerpost_lesson::wire::{JourneyData, PageData, PreferencesData, QuizData};
use fingerpost_player::lesson::{LessonModule, LessonProps};
use fingerpost_player::preferences::{PreferencesModule, PreferencesProps};
use fingerpost_player::progress::{ProgressModule, ProgressProps};
use fingerpost_player::quiz::{QuizModule, QuizProps, Shown};
use std::rc::Rc;
use yew::{BaseComponent, LocalServerRenderer};

/// The HTML inside `<div data-module="lesson">`: what is seen until the player wakes up, and puts the same in its place.
///
/// # Panics
///
/// When the machine cannot give a thread its timer: then nothing else works either.
pub fn lesson(page: PageData) -> String {
    rendered::<LessonModule>(LessonProps { page: Rc::new(page), mount: None, pictured: None })
}

/// One step as a picture of itself, as far as the session has come with it: nothing in it will ever wake up.
///
/// # Panics
///
/// As [`lesson`].
pub fn picture(session: Session, strings: PlayerStrings, voice_rule: VoiceRule) -> String {
    let page = Rc::new(PageData { lesson: session.lesson().clone(), strings, start: session.path(), voice_rule });
    let props = LessonProps { page, mount: None, pictured: Some(session) };
    rendered::<LessonModule>(props)
}

/// One question as a picture of itself, as far as somebody has come with it.
///
/// # Panics
///
/// As [`lesson`].
pub fn picture_of_question(page: QuizData, shown: Shown) -> String {
    let props = QuizProps { page: Rc::new(page), mount: None, shown: Some(shown), pictured: true };
    rendered::<QuizModule>(props)
}

/// The HTML inside `<div data-module="preferences">` before the player wakes it: the module's first screen.
///
/// # Panics
///
/// As [`lesson`].
pub fn preferences(page: PreferencesData) -> String {
    rendered::<PreferencesModule>(PreferencesProps { page: Rc::new(page), mount: None })
}

/// The HTML inside `<div data-module="progress">` before the player wakes it: the module's first screen.
///
/// # Panics
///
/// As [`lesson`].
pub fn progress(page: JourneyData) -> String {
    rendered::<ProgressModule>(ProgressProps { page: Rc::new(page), mount: None })
}

/// The HTML inside `<div data-module="quiz">` and `<div data-module="induction">` before the player wakes it: the first screen.
///
/// # Panics
///
/// As [`lesson`].
pub fn quiz(page: QuizData) -> String {
    rendered::<QuizModule>(QuizProps { page: Rc::new(page), mount: None, shown: None, pictured: false })
}

/// Without Yew's marks for a player that would take the nodes over: ours makes its own.
fn rendered<C: BaseComponent>(props: C::Properties) -> String {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    let runtime =
        tokio::runtime::Builder::new_current_thread().build().expect("a runtime on this thread needs no system resource");
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}
