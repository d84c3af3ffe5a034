//! The script that leads over the links of every page beside the lessons (assets/switches.js), case by case of the table to which the rules of a
//! lesson are held too (`modules/lesson/tests/scanning`).
//!
//! Run by `cargo xtask test wasm`, through wasm-bindgen-test in headless Chromium.
#![cfg(target_arch = "wasm32")]

#[path = "../../lesson/tests/scanning/table.rs"]
mod table;
mod time;

use gloo::events::EventListener;
use gloo::utils::{body, document};
use std::cell::Cell;
use std::rc::Rc;
use table::{Case, Happens, Seen, cases};
use time::{pass, settle};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, EventTarget, HtmlElement, KeyboardEvent, KeyboardEventInit, PointerEvent, PointerEventInit};

wasm_bindgen_test_configure!(run_in_browser);

/// A page of links that somebody has come to by switches or by resting, from another page of the site.
struct Page {
    main: Element,
    links: Vec<HtmlElement>,
    chosen: Rc<Cell<Option<usize>>>,
    _listeners: Vec<EventListener>,
}

impl Page {
    async fn of(case: &Case) -> Page {
        time::hold();
        let main = document().create_element("main").unwrap();
        body().append_child(&main).unwrap();
        let chosen = Rc::new(Cell::new(None));
        let (mut links, mut listeners) = (Vec::new(), Vec::new());
        for thing in 0..case.things {
            let link: HtmlElement = document().create_element("a").unwrap().unchecked_into();
            // To a place on the same page, so that the test's own is not left.
            link.set_attribute("href", &format!("#thing-{thing}")).unwrap();
            link.set_inner_text(&format!("Thing {thing}"));
            main.append_child(&link).unwrap();
            let chosen = Rc::clone(&chosen);
            let options = gloo::events::EventListenerOptions::enable_prevent_default();
            listeners.push(EventListener::new_with_options(&link, "click", options, move |event| {
                event.prevent_default();
                chosen.set(Some(thing));
            }));
            links.push(link);
        }
        document().document_element().unwrap().set_attribute("data-from-here", "").unwrap();
        js_sys::eval(&format!("location.hash = \"#switches {}\"", case.ways)).unwrap();
        js_sys::eval(include_str!("../../../assets/switches.js")).unwrap();
        settle().await;
        Page { main, links, chosen, _listeners: listeners }
    }

    async fn happen(&self, happens: &Happens) {
        match happens {
            Happens::Press(key) => {
                self.key("keydown", key);
                self.key("keyup", key);
            }
            Happens::Hold(key) => self.key("keydown", key),
            Happens::LetGo(key) => self.key("keyup", key),
            Happens::Wait(ms) => pass(*ms).await,
            Happens::Rest(thing) => self.rest(*thing),
        }
        settle().await;
    }

    fn key(&self, kind: &str, key: &str) {
        let how = KeyboardEventInit::new();
        how.set_key(if key == "Space" { " " } else { key });
        how.set_bubbles(true);
        how.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict(kind, &how).unwrap();
        body().dispatch_event(&event).unwrap();
    }

    fn rest(&self, thing: Option<usize>) {
        let how = PointerEventInit::new();
        how.set_bubbles(true);
        how.set_pointer_type("mouse");
        let event = PointerEvent::new_with_event_init_dict("pointerover", &how).unwrap();
        let body = body();
        let over: &EventTarget = thing.map_or(&body, |thing| &self.links[thing]);
        over.dispatch_event(&event).unwrap();
    }

    /// The link that bears the mark or, with two switches, has focus.
    fn on(&self) -> Option<usize> {
        let focused = document().active_element();
        self.links.iter().position(|link| link.has_attribute("data-scan-at") || focused.as_ref() == Some(link.as_ref()))
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // Escape ends the script, which would else go on over the links of the next case.
        self.key("keydown", "Escape");
        self.main.remove();
    }
}

#[wasm_bindgen_test]
async fn the_script_of_the_pages_does_what_the_table_says() {
    for case in cases() {
        let page = Page::of(&case).await;
        for line in &case.lines {
            page.happen(&line.happens).await;
            let told = format!("{}: {}", case.title, line.typed);
            match line.seen.map(|[_, page]| page) {
                Some(Seen::Chose(thing)) => assert_eq!(page.chosen.get(), Some(thing), "{told}"),
                Some(Seen::On(thing)) => assert_eq!((page.chosen.get(), page.on()), (None, thing), "{told}"),
                None => assert_eq!(page.chosen.get(), None, "{told}"),
            }
        }
    }
}
