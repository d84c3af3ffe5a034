//! The keys of two-switch scanning, on the whole page: Space moves, Enter chooses, Escape and Tab end it.

use crate::lesson::{LessonModule, Msg};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::html::Scope;

/// A key that scanning uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Space: the first switch.
    Move,
    /// Enter: the second switch.
    Choose,
}

/// Space and Enter are the switches while scanning is on, and Space begins it where nothing has focus. Escape, Tab and
/// a pointer's own way lead out: whoever uses them has other ways in.
pub fn listen(link: &Scope<LessonModule>) -> Vec<EventListener> {
    let down = link.clone();
    let options = EventListenerOptions::enable_prevent_default();
    let on_down = EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.repeat() && event.key() == "Enter" {
            // A held Enter presses a button again and again, also the one that has taken its place.
            event.prevent_default();
        }
        if let Some(message) = message_of(event) {
            if matches!(message, Msg::Switch(..)) {
                event.prevent_default();
            }
            // A held switch repeats by itself; that is not a press.
            if !event.repeat() {
                down.send_message(message);
            }
        }
    });
    // Some browsers press a focused button when Space is let go.
    let on_up = EventListener::new_with_options(&document(), "keyup", options, move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == " ") && is_scanning() {
            event.prevent_default();
        }
    });
    vec![on_down, on_up]
}

fn message_of(event: &KeyboardEvent) -> Option<Msg> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let now_ms = event.time_stamp();
    match (event.key().as_str(), is_scanning()) {
        (" ", true) => Some(Msg::Switch(Key::Move, now_ms)),
        ("Enter", true) => Some(Msg::Switch(Key::Choose, now_ms)),
        ("Escape" | "Tab", true) => Some(Msg::Scan(false)),
        (" ", false) if nothing_has_focus() => Some(Msg::Switch(Key::Move, now_ms)),
        _ => None,
    }
}

/// Whether the scan's mark stands on the page.
fn is_scanning() -> bool {
    document().query_selector("[data-scan-at]").is_ok_and(|found| found.is_some())
}

/// Whether focus is on nothing that a key could press: the page itself, a heading, or a group that the scan has left. So the two
/// keys can always begin again.
fn nothing_has_focus() -> bool {
    const WITH_KEYS_OF_ITS_OWN: &str = "a[href], button, input, select, textarea, summary";
    document().active_element().is_none_or(|active| !active.matches(WITH_KEYS_OF_ITS_OWN).unwrap_or(false))
}
