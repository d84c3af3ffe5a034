//! The ring that shows time passing: on what the scan is on, or over the control on which the pointer rests.
//!
//! It fills in steps. Between them the style sheet lets it glide, but not where movement is not wanted. It is drawn by attributes alone,
//! because a page's security policy forbids styles in its markup, and it is nothing to a screen reader.

use fingerpost_lesson::scan::MARKS;
use gloo::utils::{body, document};
use web_sys::{Element, HtmlElement, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// How far a small ring reaches from its middle, in pixels.
const SMALL: i32 = 14;

/// Where a ring stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Small, at the upper edge: what the scan is on must stay readable.
    Corner,
    /// Big, over the middle: that is where eyes should rest.
    Middle,
}

/// The ring of a page; there is one at most.
#[derive(Debug, Default)]
pub struct Ring {
    drawn: Option<Drawn>,
}

#[derive(Debug)]
struct Drawn {
    svg: Element,
    ring: Element,
    full: Element,
}

impl Ring {
    /// Shows how much has passed, of [`MARKS`].
    pub fn show(&mut self, on: &HtmlElement, place: Place, marks: u8) {
        if self.drawn.is_none() {
            self.drawn = draw();
        }
        let Some(Drawn { ring, full, .. }) = &self.drawn else { return };
        let edges = on.get_bounding_client_rect();
        let (left, top, right, bottom) = (edges.left() as i32, edges.top() as i32, edges.right() as i32, edges.bottom() as i32);
        // The upper edge of something tall may be out of sight.
        let seen_top = if bottom > 0 { top.max(SMALL) } else { top };
        let (x, y, size) = match place {
            Place::Corner => (right - SMALL, seen_top, 1),
            Place::Middle => ((left + right) / 2, (top + bottom) / 2, 2),
        };
        let _ = ring.set_attribute("transform", &format!("translate({x} {y}) scale({size})"));
        let _ = full.set_attribute("stroke-dasharray", &format!("{marks} {MARKS}"));
    }

    /// Takes it away.
    pub fn hide(&mut self) {
        if let Some(drawn) = self.drawn.take() {
            drawn.svg.remove();
        }
    }
}

impl Drop for Ring {
    fn drop(&mut self) {
        self.hide();
    }
}

/// An empty ring over the page: its ground, and what fills.
fn draw() -> Option<Drawn> {
    let put = |inside: &Node, name: &str| {
        let new = document().create_element_ns(Some(SVG), name).ok()?;
        inside.append_child(&new).ok()?;
        Some(new)
    };
    let svg = put(&body(), "svg")?;
    let _ = svg.set_attribute("class", "ring");
    let _ = svg.set_attribute("aria-hidden", "true");
    let ring = put(&svg, "g")?;
    let (ground, full) = (put(&ring, "circle")?, put(&ring, "circle")?);
    for circle in [&ground, &full] {
        let _ = circle.set_attribute("r", &SMALL.to_string());
    }
    let _ = full.set_attribute("pathLength", &MARKS.to_string());
    Some(Drawn { svg, ring, full })
}
