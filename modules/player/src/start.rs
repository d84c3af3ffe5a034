//! Wakes up every mount of the page.

use crate::lesson::{LessonModule, LessonProps};
use fingerpost_lesson::wire;
use gloo::utils::document;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// Called once, when the module has loaded.
#[wasm_bindgen(start)]
pub fn start() {
    let Ok(mounts) = document().query_selector_all("[data-module=lesson]") else { return };
    let mounts: Vec<Element> = (0..mounts.length()).filter_map(|index| mounts.item(index)?.dyn_into().ok()).collect();
    for mount in mounts {
        if wake(&mount).is_none() {
            // The page's text version is shown instead: see assets/lesson.css.
            let _ = document().document_element().map(|root| root.class_list().add_1("no-player"));
        }
    }
}

/// Wakes up one mount. `None` when its data is missing or cannot be read.
fn wake(mount: &Element) -> Option<()> {
    let data = mount.next_element_sibling().filter(|next| next.get_attribute("data-for").as_deref() == Some("lesson"))?;
    let page = Rc::new(wire::decode(&data.text_content()?)?);
    // What is right must not be in the page before the learner answers; and a second wake-up must not find it.
    data.remove();
    let props = LessonProps { page, mount: Some(mount.clone()) };
    if mount.has_child_nodes() {
        yew::Renderer::<LessonModule>::with_root_and_props(mount.clone(), props).hydrate();
    } else {
        yew::Renderer::<LessonModule>::with_root_and_props(mount.clone(), props).render();
    }
    Some(())
}
