//! Paper has no buttons: a printed lesson is its text.

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::Element;

/// While the page is printed, the lesson's text stands in the place of the module.
pub fn instead_of(mount: &Element, text: Element) -> [EventListener; 2] {
    let (mount, printed) = (mount.clone(), text.clone());
    let before = EventListener::new(&window(), "beforeprint", move |_| {
        let _ = mount.after_with_node_1(&printed);
    });
    let after = EventListener::new(&window(), "afterprint", move |_| text.remove());
    [before, after]
}
