//! Paper has no buttons: a printed lesson is its text, unless the learner prints a card that they have made.
//!
//! What is printed stays where it is until somebody is back at the page. The end of printing says nothing of that: a browser on a phone
//! tells it before it draws what it prints, and draws it again when other paper is chosen.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use std::rc::Rc;
use web_sys::Element;

/// On the module while its card is what is printed; the style sheet leaves out all the rest.
const CARD: &str = "data-prints-card";

/// What happens when somebody is back: a press, a key (those by which a browser prints are keys too), or the page is in front again.
const BACK: [&str; 5] = ["pointerdown", "click", "keydown", "focus", "visibilitychange"];

/// Prints what is on the page, or this once only the card of a module, which has said that it prints one ([`card_once`]).
pub fn now(card_of: Option<&Element>) {
    if let Some(mount) = card_of {
        only_card(mount, true);
    }
    // A browser that cannot print says so itself.
    let _ = window().print();
}

/// From now on the module's card is all that is printed, or is not.
pub fn only_card(mount: &Element, only: bool) {
    let _ = mount.toggle_attribute_with_force(CARD, only);
}

/// When the page is printed, the lesson's text stands behind the module, and is what is seen on paper (assets/lesson.css).
pub fn instead_of(mount: &Element, text: Element) -> impl Iterator<Item = EventListener> {
    let (module, printed) = (mount.clone(), text.clone());
    let before = EventListener::new(&window(), "beforeprint", move |_| {
        if !module.has_attribute(CARD) {
            let _ = module.after_with_node_1(&printed);
        }
    });
    // It says what is right, and goes before anybody can look for that.
    when_back(Rc::new(move || text.remove())).chain([before])
}

/// For a module that prints a card when it is asked to: what somebody prints after that is the page again.
pub fn card_once(mount: &Element) -> impl Iterator<Item = EventListener> {
    let module = mount.clone();
    when_back(Rc::new(move || only_card(&module, false)))
}

/// Calls back whenever somebody is at the page, before the page itself hears of it.
fn when_back(then: Rc<dyn Fn()>) -> impl Iterator<Item = EventListener> {
    BACK.into_iter().map(move |kind| {
        let then = Rc::clone(&then);
        EventListener::new_with_options(&window(), kind, EventListenerOptions::run_in_capture_phase(), move |_| {
            if !document().hidden() {
                then();
            }
        })
    })
}
