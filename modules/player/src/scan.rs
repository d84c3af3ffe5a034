//! Scanning on the page: finds the groups and items that can be reached now, marks where the scan is, presses what is chosen.
//!
//! The rules of moving are in [`fingerpost_lesson::scan`]. Groups are the elements with `data-scan-group` anywhere on the page, and its
//! header, so that the way to help and the way to other pages are always among them; items are the controls inside.

use crate::page::elements;
use fingerpost_lesson::scan::{At, Did, Scanner};
use fingerpost_lesson::script::Heard;
use fingerpost_lesson::ways::{Switch, Ways};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// What can be pressed. A field to write in is not: it takes a keyboard, and would hold a single switch fast. A button that has no more
/// effect is one only while the scan is on it, as focus stays on it too.
pub const ITEMS: &str = "button:not([aria-disabled=true]), button[data-scan-at], input:not([type=text]), summary, a[href]";

/// What is entered before its items. A group may be one control, such as the way to help.
const GROUPS: &str = "[data-scan-group], .ways, .look, .panel fieldset";

/// A group of the page, as it is now.
struct Group {
    element: HtmlElement,
    items: Vec<HtmlElement>,
}

/// Scanning that is switched on.
#[derive(Debug)]
pub struct Scanning {
    scanner: Scanner,
    /// The scan moves by itself. Then it takes no focus along, or a screen reader would be made to speak by a clock.
    one_switch: bool,
    /// What the scan is on.
    on: Option<HtmlElement>,
}

impl Scanning {
    /// Switches scanning on, at the group that is wanted first.
    pub fn start(one_switch: bool) -> Scanning {
        let mut scanning = Scanning { scanner: Scanner::on_group(first_group(&groups())), one_switch, on: None };
        scanning.show();
        scanning
    }

    /// A press that counts. Returns the control that is chosen.
    pub fn press(&mut self, switch: Switch) -> Option<HtmlElement> {
        let mut groups = self.here();
        let first = match self.scanner.at() {
            At::Group(group) => groups.get(group).map_or(0, first_item),
            At::Item(..) => 0,
        };
        let did = self.scanner.press(switch, self.one_switch, &sizes(&groups), first);
        self.show();
        match did {
            Did::Chose(group, item) => Some(groups.swap_remove(group).items.swap_remove(item)),
            Did::Moved | Did::Woke | Did::Nothing => None,
        }
    }

    /// Time has passed. Returns whether the scan has moved.
    pub fn pass(&mut self, ms: u32, heard: Option<Heard>, ways: &Ways) -> bool {
        let moved = self.one_switch && self.scanner.pass(ms, heard, ways, || sizes(&groups()));
        if moved {
            self.show();
        }
        moved
    }

    /// Whether time moves it.
    pub fn is_timed(&self) -> bool {
        self.one_switch && !self.scanner.is_resting()
    }

    /// What the scan is on.
    pub fn on(&self) -> Option<&HtmlElement> {
        self.on.as_ref()
    }

    /// Whether the scan has gone round often enough, and rests.
    pub fn is_resting(&self) -> bool {
        self.scanner.is_resting()
    }

    /// How much of its time here has passed.
    pub fn ring(&self, ways: &Ways) -> u8 {
        self.scanner.ring(ways)
    }

    /// After a new screen: from the group that is wanted first.
    pub fn begin_again(&mut self) {
        self.scanner.go_to_group(first_group(&groups()));
        self.show();
    }

    /// What the learner pressed has moved, and the scan goes along: another press moves the same thing on.
    pub fn follow(&mut self, control: &HtmlElement) {
        clear_mark();
        let _ = control.set_attribute("data-scan-at", "");
        self.on = Some(control.clone());
    }

    /// After the same screen has been rendered anew.
    pub fn rendered(&mut self) {
        self.here();
        self.show();
    }

    /// The groups as they are now. The scan is still on what it marks, whatever has come or gone before that.
    fn here(&mut self) -> Vec<Group> {
        let groups = groups();
        let on = self.on.as_ref();
        for (nth, group) in groups.iter().enumerate() {
            if Some(&group.element) == on {
                self.scanner.follow(At::Group(nth));
            } else if let Some(item) = group.items.iter().position(|item| Some(item) == on) {
                self.scanner.follow(At::Item(nth, item));
            }
        }
        groups
    }

    /// Marks where the scan is. With two switches focus goes there too, so that it is spoken.
    fn show(&mut self) {
        let mut groups = groups();
        clear_mark();
        self.on = match self.scanner.at() {
            At::Group(group) if group < groups.len() => Some(groups.swap_remove(group).element),
            At::Item(group, item) if group < groups.len() => {
                let Group { element, mut items } = groups.swap_remove(group);
                Some(if item < items.len() { items.swap_remove(item) } else { element })
            }
            _ => None,
        };
        let Some(element) = &self.on else { return };
        let _ = element.set_attribute("data-scan-at", if self.scanner.is_resting() { "rest" } else { "" });
        if self.one_switch {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        } else {
            if !element.matches(ITEMS).unwrap_or(false) {
                // A group of the page's own header has no need of focus but here.
                element.set_tab_index(-1);
            }
            let _ = element.focus();
        }
        // What it has left may be no item any more, and then the others have moved up.
        self.here();
    }
}

impl Drop for Scanning {
    fn drop(&mut self) {
        clear_mark();
    }
}

/// Presses a control. A link to another page of the site is followed with a word for it, how whoever comes presses (assets/switches.js).
pub fn press(item: &HtmlElement, ways: &str) {
    let _ = item.focus();
    match item.dyn_ref::<web_sys::HtmlAnchorElement>() {
        Some(link) if link.hash().is_empty() && window().location().origin().is_ok_and(|own| own == link.origin()) => {
            let href = link.href();
            link.set_href(&[&href, SWITCHES, " ", ways].concat());
            link.click();
            link.set_href(&href);
        }
        _ => item.click(),
    }
}

/// How such an address ends for whoever came by one that was not ours: where they go on to, it is still not theirs. The page script reads it.
pub const FROM_ELSEWHERE: &str = " from=elsewhere";

/// How an address ends when it was reached by scanning or by a resting pointer.
const SWITCHES: &str = "#switches";

/// How the reader presses who came by [`press`]: what the page's own address says.
pub fn carried() -> Option<Ways> {
    let hash = js_sys::decode_uri_component(&window().location().hash().ok()?).ok()?;
    Ways::read(&String::from(hash).strip_prefix(SWITCHES)?.replace('\n', " "))
}

/// The words of a control or a group, to be said.
pub fn label(element: &HtmlElement) -> String {
    let named = element.get_attribute("aria-label").or_else(|| {
        let within = match element.closest("label") {
            Ok(Some(label)) => Some(label),
            _ => element.query_selector(":scope > legend").ok().flatten(),
        };
        within.unwrap_or_else(|| element.clone().into()).text_content()
    });
    named.unwrap_or_default().trim().to_owned()
}

fn clear_mark() {
    for element in elements("[data-scan-at]", None) {
        let _ = element.remove_attribute("data-scan-at");
    }
}

/// The groups that have something to press now, in the order of the page.
fn groups() -> Vec<Group> {
    elements(GROUPS, None)
        .into_iter()
        .map(|element| {
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
