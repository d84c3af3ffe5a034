//! The ring that shows time passing: on what the scan is on, or over the control on which the pointer rests.
//!
//! It fills in steps. Between them the style sheet lets it glide, but not where movement is not wanted. It is drawn by attributes alone,
//! because a page's security policy forbids styles in its markup, and it is nothing to a screen reader.

use fingerpost_lesson::scan::MARKS;
use gloo::utils::{body, document};
use web_sys::{Element, HtmlElement};

const SVG: &str = "http://www.w3.org/2000/svg";

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
    circles: [Element; 2],
}

impl Ring {
    /// Shows how much has passed, of [`MARKS`].
    pub fn show(&mut self, on: &HtmlElement, place: Place, marks: u8) {
        if self.drawn.is_none() {
            self.drawn = draw();
        }
        let Some(Drawn { circles, .. }) = &self.drawn else { return };
        let edges = on.get_bounding_client_rect();
        let (x, y, radius) = match place {
            Place::Corner => (edges.right() as i32 - 12, edges.top() as i32, 14),
            Place::Middle => ((edges.left() + edges.right()) as i32 / 2, (edges.top() + edges.bottom()) as i32 / 2, 28),
        };
        for circle in circles {
            for (name, value) in [("cx", x), ("cy", y.max(radius)), ("r", radius)] {
                let _ = circle.set_attribute(name, &value.to_string());
            }
        }
        let [_, full] = circles;
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
    let new = |name: &str| document().create_element_ns(Some(SVG), name).ok();
    let (svg, circles) = (new("svg")?, [new("circle")?, new("circle")?]);
    let _ = svg.set_attribute("class", "ring");
    let _ = svg.set_attribute("aria-hidden", "true");
    for circle in &circles {
        let _ = circle.set_attribute("pathLength", &MARKS.to_string());
        svg.append_child(circle).ok()?;
    }
    body().append_child(&svg).ok()?;
    Some(Drawn { svg, circles })
}
