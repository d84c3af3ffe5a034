//! Dwell on the page: which control the pointer rests on, and what has been pressed by other means.
//!
//! The rules are in [`fingerpost_lesson::dwell`]. A finger does not rest on glass before it presses, so touch is left alone.

use crate::scan::ITEMS;
use fingerpost_lesson::dwell::Dwell;
use fingerpost_lesson::ways::Ways;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, PointerEvent};

/// A resting pointer on a page.
#[derive(Debug, Default)]
pub struct Dwelling {
    machine: Dwell,
    /// The control that the pointer is or was on, and its number.
    target: Option<HtmlElement>,
    number: u32,
}

impl Dwelling {
    /// The pointer is over a control, or over none.
    pub fn over(&mut self, control: Option<HtmlElement>) {
        if control.is_some() && control != self.target {
            self.target.clone_from(&control);
            self.number = self.number.wrapping_add(1);
        }
        self.machine.over(control.map(|_| self.number));
    }

    /// Everything was made anew: the pointer rests on what has taken the place of what it was on.
    pub fn made_anew(&mut self, twin: impl Fn(&Element) -> Option<HtmlElement>) {
        if let Some(twin) = self.target.as_ref().and_then(|target| twin(target)) {
            self.target = Some(twin);
        }
    }

    /// Something was pressed by other means.
    pub fn pressed(&mut self) {
        self.machine.pressed();
    }

    /// The screen has changed.
    pub fn screen_changed(&mut self, ways: &Ways) {
        self.machine.page_changed(ways);
    }

    /// Time has passed. Returns the control to press.
    pub fn pass(&mut self, ms: u32, ways: &Ways) -> Option<HtmlElement> {
        if self.target.as_ref().is_some_and(|target| !target.is_connected()) {
            // It went with what it was for. What stands there now has not been rested on yet.
            self.over(None);
            self.target = None;
        }
        self.machine.pass(ms, ways)?;
        self.target.clone()
    }

    /// Whether time has anything to change.
    pub fn waits(&self) -> bool {
        self.machine.waits()
    }

    /// The ring: on what, and how full.
    pub fn ring(&self, ways: &Ways) -> Option<(&HtmlElement, u8)> {
        Some((self.target.as_ref()?, self.machine.ring(ways)?))
    }
}

/// The control under the pointer of an event. `None` where the event is no affair of dwell; `Some(None)` where there is no control.
pub fn under(event: &Event) -> Option<Option<HtmlElement>> {
    let event = event.dyn_ref::<PointerEvent>().filter(|event| event.pointer_type() != "touch")?;
    let over = event.target()?.dyn_into::<Element>().ok()?;
    let find = |from: &Element, selector: &str| from.closest(selector).ok().flatten();
    // The whole label of a box is as good as the box.
    let control = find(&over, ITEMS).or_else(|| find(&over, "label")?.query_selector("input:not([type=text])").ok().flatten());
    Some(control.and_then(|control| control.dyn_into().ok()))
}
