//! Where focus goes after a change of the screen. A control that had it may be gone with what it was for; focus then never falls to the page's
//! beginning, and never on a control that the next press of the same key would use.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The parts that stand beside what is asked, each for itself: whoever was in one stays in it.
const PARTS: &str = "section:not(.step), .player > [role=group]";

/// What has focus.
#[derive(Debug)]
pub struct Had {
    element: Element,
    part: Option<HtmlElement>,
}

impl Had {
    /// What has focus now, if it is inside the module. Where nothing has it (a finger gives none in some browsers), it is left alone after.
    pub fn now(mount: Option<&Element>) -> Option<Had> {
        let element = document().active_element().filter(|active| mount.is_some_and(|mount| mount.contains(Some(active))))?;
        let part = element.closest(PARTS).ok().flatten().and_then(|part| part.dyn_into().ok());
        Some(Had { element, part })
    }
}

/// Gives focus to what is wanted. Where nothing is, and what had it is gone: to the part in which that was, and where that is gone too, to the
/// first that `asked_for` selects. Returns what has it now, if that is new.
pub fn put(mount: &Element, had: Option<Had>, wanted: Option<HtmlElement>, asked_for: &str) -> Option<HtmlElement> {
    let lost = had.filter(|had| !had.element.is_connected());
    let instead = |had: Had| match had.part.filter(|part| part.is_connected()) {
        Some(part) => {
            part.set_tab_index(-1);
            Some(part)
        }
        None => find(mount, asked_for),
    };
    let element = wanted.or_else(|| lost.and_then(instead))?;
    let _ = element.focus();
    Some(element)
}

/// The first element that fits a selector.
pub fn find(inside: &Element, selector: &str) -> Option<HtmlElement> {
    inside.query_selector(selector).ok().flatten()?.dyn_into().ok()
}
