//! Two-switch scanning on the page: finds the groups and items that can be reached now, marks where the scan is, moves focus there.
//!
//! The rules of moving are in [`fingerpost_lesson::scan`]. Groups are the elements with `data-scan-group`, anywhere on the page, so that the
//! way to help is always among them; items are the controls inside.

use fingerpost_lesson::scan::{At, Chosen, Scanner};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What can be pressed inside a group.
const ITEMS: &str = "button:not([aria-disabled=true]), input, summary, a[href]";

/// A group of the page, as it is now.
struct Group {
    element: HtmlElement,
    items: Vec<HtmlElement>,
}

/// Scanning that is switched on.
#[derive(Debug)]
pub struct Scanning {
    scanner: Scanner,
}

impl Scanning {
    /// Switches scanning on, at the group that is wanted first.
    pub fn start() -> Scanning {
        let scanning = Scanning { scanner: Scanner::on_group(first_group(&groups())) };
        scanning.show();
        scanning
    }

    /// Whether a press at this time counts, or is a repeat.
    pub fn accepts(&mut self, now_ms: f64) -> bool {
        self.scanner.accepts(now_ms)
    }

    /// The first switch.
    pub fn step(&mut self) {
        self.scanner.step(&sizes(&groups()));
        self.show();
    }

    /// The second switch. Presses what is chosen.
    pub fn choose(&mut self) {
        let groups = groups();
        let first = match self.scanner.at() {
            At::Group(group) => groups.get(group).map_or(0, first_item),
            At::Item(..) => 0,
        };
        match self.scanner.choose(&sizes(&groups), first) {
            Chosen::Item(group, item) => press(&groups[group].items[item]),
            Chosen::Entered | Chosen::Nothing => self.show(),
        }
    }

    /// After a new screen: from the group that is wanted first.
    pub fn begin_again(&mut self) {
        self.scanner.go_to_group(first_group(&groups()));
        self.show();
    }

    /// Marks where the scan is, and moves focus there, so that it is seen and spoken.
    pub fn show(&self) {
        clear_mark();
        let groups = groups();
        let element = match self.scanner.at() {
            At::Group(group) => groups.get(group).map(|group| &group.element),
            At::Item(group, item) => groups.get(group).and_then(|group| group.items.get(item).or(Some(&group.element))),
        };
        if let Some(element) = element {
            let _ = element.set_attribute("data-scan-at", "");
            let _ = element.focus();
        }
    }
}

/// Presses a control. A link is followed with a word for the page behind it, that whoever comes has two switches (assets/page.js).
fn press(item: &HtmlElement) {
    match item.dyn_ref::<web_sys::HtmlAnchorElement>() {
        Some(link) if link.hash().is_empty() => {
            let _ = gloo::utils::window().location().set_href(&format!("{}#switches", link.href()));
        }
        _ => item.click(),
    }
}

impl Drop for Scanning {
    fn drop(&mut self) {
        clear_mark();
    }
}

fn clear_mark() {
    for element in elements("[data-scan-at]", None) {
        let _ = element.remove_attribute("data-scan-at");
    }
}

/// The groups that have something to press now, in the order of the page.
fn groups() -> Vec<Group> {
    elements("[data-scan-group]", None)
        .into_iter()
        .map(|element| {
            // A group may be one control, such as the way to help.
            let items =
                if element.matches(ITEMS).unwrap_or(false) { vec![element.clone()] } else { elements(ITEMS, Some(&element)) };
            Group { items: items.into_iter().filter(is_shown).collect(), element }
        })
        .filter(|group| !group.items.is_empty())
        .collect()
}

fn is_shown(element: &HtmlElement) -> bool {
    element.offset_width() > 0 && element.offset_height() > 0
}

fn sizes(groups: &[Group]) -> Vec<usize> {
    groups.iter().map(|group| group.items.len()).collect()
}

fn first_group(groups: &[Group]) -> usize {
    groups.iter().position(|group| group.element.has_attribute("data-scan-first")).unwrap_or(0)
}

fn first_item(group: &Group) -> usize {
    group.items.iter().position(|item| item.has_attribute("data-scan-first")).unwrap_or(0)
}

fn elements(selector: &str, inside: Option<&Element>) -> Vec<HtmlElement> {
    let found = match inside {
        Some(element) => element.query_selector_all(selector),
        None => document().query_selector_all(selector),
    };
    found.map_or_else(|_| Vec::new(), |list| (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect())
}
