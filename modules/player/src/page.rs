//! What every module asks of the page around it.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement};

/// The elements that fit a selector, in their order: on the whole page, or inside one.
pub fn elements(selector: &str, inside: Option<&Element>) -> Vec<HtmlElement> {
    let found = match inside {
        Some(element) => element.query_selector_all(selector),
        None => document().query_selector_all(selector),
    };
    found.map_or_else(|_| Vec::new(), |list| (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect())
}

/// Calls back when a screen reader has had time to see what is new on the page.
pub fn soon(call: impl FnOnce() + 'static) {
    const SEEN_MS: i32 = 200;
    let call = Closure::once_into_js(call);
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), SEEN_MS);
}

/// The path under which the site stands, which the page script knows.
pub fn site() -> String {
    of_root("data-site").unwrap_or_default()
}

/// Whether how the reader presses, where the address says it, comes from a page of this site, where somebody has chosen it. The page script knows
/// that too.
pub fn is_from_here() -> bool {
    of_root("data-from-here").is_some()
}

fn of_root(attribute: &str) -> Option<String> {
    document().document_element()?.get_attribute(attribute)
}

/// Tells when the page is left. A browser may keep it as it is for whoever presses Back, so what is nobody else's must go at that moment.
pub fn on_leaving(left: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "pagehide", move |_| left())
}

/// Takes what stands for readers without script out of the page, now that there is a module in its place.
pub fn take_text() -> Option<Element> {
    let text = document().query_selector(".lesson-text").ok().flatten()?;
    text.remove();
    Some(text)
}
