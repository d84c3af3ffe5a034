//! The first screen of a module, rendered natively by the same components that wake up on it in the browser.

use fingerpost_lesson::wire::PageData;
use fingerpost_player::lesson::{LessonModule, LessonProps};
use std::rc::Rc;
use yew::LocalServerRenderer;

/// The HTML inside `<div data-module="lesson">`: what the player will hydrate. It must reach the browser byte for byte.
///
/// # Panics
///
/// When the machine cannot give a thread its timer: then nothing else works either.
pub fn lesson(page: PageData) -> String {
    let runtime =
        tokio::runtime::Builder::new_current_thread().build().expect("a runtime on this thread needs no system resource");
    let props = LessonProps { page: Rc::new(page), mount: None };
    tokio::task::LocalSet::new().block_on(&runtime, LocalServerRenderer::<LessonModule>::with_props(props).render())
}
