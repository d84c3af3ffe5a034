//! What may be pressed for a reader whose way of pressing came with the page's address alone.
//!
//! Anybody can write an address that ends in `#switches dwell=yes`, and whoever follows it has wished for nothing. Until they press something by
//! hand, a pointer that rests then follows links within the site and answers what the lesson asks; it dials nothing, keeps nothing, prints and
//! saves nothing. Whoever comes from a page of this site, where they have chosen it, is known ([`crate::page::is_from_here`]).

use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, HtmlElement};

/// What belongs to the questions and to nothing else.
const OF_THE_QUESTIONS: &str = "[data-module]:not([data-module=progress], [data-module=preferences]) \
    :is(.paths, .step, .player > .moves) :not([data-action=print], [data-action=save])";

/// Whether pressing a control does nothing that stays or goes anywhere else.
pub fn is_harmless(control: &HtmlElement) -> bool {
    match control.dyn_ref::<HtmlAnchorElement>() {
        // What dials or writes has an origin of its own.
        Some(link) => window().location().origin().is_ok_and(|own| own == link.origin()),
        None => control.matches(OF_THE_QUESTIONS).unwrap_or(false),
    }
}
