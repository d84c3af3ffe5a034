//! The page's four ways: fewer choices and big words on the first two, all of them on the others. Its buttons stand above the look, outside the
//! module, because they are for the whole page; the style sheet shows what a path has.

use crate::page::elements;
use fingerpost_lesson::path::Path;
use gloo::events::EventListener;
use web_sys::{Element, HtmlElement};
use yew::Callback;

/// The path buttons of the page, with their paths.
fn buttons() -> impl Iterator<Item = (HtmlElement, Path)> {
    let found = elements(".likes [data-action=path]", None).into_iter();
    found.filter_map(|button| Some((button.clone(), Path::from_id(&button.get_attribute("value")?)?)))
}

/// Tells when a path is chosen.
pub fn listen(chosen: &Callback<Path>) -> Vec<EventListener> {
    let listen = |(button, path): (HtmlElement, Path)| {
        let chosen = chosen.clone();
        EventListener::new(&button, "click", move |_| chosen.emit(path))
    };
    buttons().map(listen).collect()
}

/// Shows the page on a path.
pub fn show(mount: &Element, path: Path) {
    let _ = mount.set_attribute("data-path", path.id());
    for (button, of) in buttons() {
        let _ = button.set_attribute("aria-pressed", if of == path { "true" } else { "false" });
    }
}
