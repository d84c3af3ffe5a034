//! The big screen for a class: the step alone, large, and an adult's keys. The style sheet does the rest, by an attribute of the page.

use fingerpost_lesson::class::ClassKey;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::Callback;

/// On the page while the big screen is on.
const MARK: &str = "data-class";

/// The big screen, which is on as long as this is held.
#[derive(Debug)]
pub struct ClassView {
    _listener: EventListener,
}

impl ClassView {
    /// Turns it on. `hears` is told of an adult's keys.
    pub fn start(hears: Callback<ClassKey>) -> ClassView {
        mark(true);
        let options = EventListenerOptions { passive: false, ..EventListenerOptions::default() };
        let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let is_typing = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok())
                .is_some_and(|target| target.has_attribute("autocomplete"));
            let is_another = event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat() || is_typing;
            if let Some(key) = ClassKey::of(&event.key()).filter(|_| !is_another) {
                event.prevent_default();
                hears.emit(key);
            }
        });
        ClassView { _listener: listener }
    }
}

impl Drop for ClassView {
    fn drop(&mut self) {
        mark(false);
    }
}

fn mark(on: bool) {
    let _ = document().document_element().map(|root| root.toggle_attribute_with_force(MARK, on));
}
