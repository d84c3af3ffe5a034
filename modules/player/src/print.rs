//! Paper has no buttons: a printed lesson is its text, unless the learner prints a card that they have made.

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::Element;

/// On the module while its card is what is printed; the style sheet leaves out all the rest.
const CARD: &str = "data-prints-card";

/// Prints what is on the page.
pub fn now() {
    // A browser that cannot print says so itself.
    let _ = window().print();
}

/// From now on the module's card is all that is printed, or is not.
pub fn only_card(mount: &Element, only: bool) {
    let _ = mount.toggle_attribute_with_force(CARD, only);
}

/// While the page is printed, the lesson's text stands in the place of the module.
pub fn instead_of(mount: &Element, text: Element) -> [EventListener; 2] {
    let (module, printed) = (mount.clone(), text.clone());
    let before = EventListener::new(&window(), "beforeprint", move |_| {
        if !module.has_attribute(CARD) {
            let _ = module.after_with_node_1(&printed);
        }
    });
    let after = EventListener::new(&window(), "afterprint", move |_| text.remove());
    [before, after]
}

/// Prints the card of the module that is on show, and nothing else this once.
pub fn card(mount: &Element) {
    let _ = mount.set_attribute(CARD, "");
    let module = mount.clone();
    EventListener::once(&window(), "afterprint", move |_| {
        let _ = module.remove_attribute(CARD);
    })
    .forget();
    now();
}
