//! The look of the page, which is the page script's: it is read where the script has put it, and changed through the script's own controls, so that
//! there is one place that applies and keeps it.

use fingerpost_lesson::profile::{LOOKS, Profile};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What is chosen now.
pub fn now() -> Vec<(usize, usize)> {
    Profile::looks_of(|name| document().document_element()?.get_attribute(&format!("data-{name}")))
}

/// Chooses what a profile says.
pub fn choose(profile: &Profile) {
    for (name, _) in LOOKS {
        let control = format!("#look [name={name}][value=\"{}\"]", profile.look(name));
        press(&control);
    }
}

/// Lets the device remember the look too.
pub fn remember() {
    press("#look [name=remember]:not(:checked)");
}

fn press(control: &str) {
    let found = document().query_selector(control).ok().flatten();
    if let Some(control) = found.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
        control.click();
    }
}
