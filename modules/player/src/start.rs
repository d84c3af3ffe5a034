//! Wakes up every mount of the page. What a page can have on it depends on the entrance that it loads: `lesson` for lessons, `pages` for the
//! learner's own pages, `quiz` for quizzes and courses. Each is a file of its own, so that none carries what it never shows.

use crate::page::elements;
use fingerpost_lesson::wire;
use gloo::utils::document;
use serde::de::DeserializeOwned;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::BaseComponent;

/// Called once, when the file has loaded.
#[wasm_bindgen(start)]
pub fn start() {
    #[cfg(feature = "lesson")]
    {
        use crate::lesson::{LessonModule, LessonProps};
        wake_all::<LessonModule, _>("lesson", |page, mount| LessonProps { page, mount: Some(mount) });
    }
    #[cfg(feature = "pages")]
    {
        use crate::preferences::{PreferencesModule, PreferencesProps};
        use crate::progress::{ProgressModule, ProgressProps};
        wake_all::<PreferencesModule, _>("preferences", |page, mount| PreferencesProps { page, mount: Some(mount) });
        wake_all::<ProgressModule, _>("progress", |page, mount| ProgressProps { page, mount: Some(mount) });
    }
    #[cfg(feature = "quiz")]
    {
        use crate::quiz::{QuizModule, QuizProps};
        for module in ["quiz", "induction"] {
            wake_all::<QuizModule, _>(module, |page, mount| QuizProps { page, mount: Some(mount), shown: None });
        }
    }
}

/// Wakes up every mount of one module. `props` are made of its data and its element. The first mount has the first data, and so on: what another
/// program has put between them is all the same.
fn wake_all<C: BaseComponent, D: DeserializeOwned>(module: &str, props: fn(Rc<D>, Element) -> C::Properties) {
    let mut data = elements(&format!("[data-for={module}]"), None).into_iter();
    for mount in elements(&format!("[data-module={module}]"), None) {
        let woken = data.next().and_then(|data| wake::<C, D>(mount.into(), &data, props));
        if woken.is_none() {
            // The page's text version is shown instead: see assets/lesson.css.
            let _ = document().document_element().map(|root| root.class_list().add_1("no-player"));
        }
    }
}

/// Wakes up one mount. `None` when its data cannot be read.
///
/// What stands in it is thrown away and rendered anew, though the generator rendered the same. To take it over, node for node, it would have to be
/// what was sent; but translators, extensions and proxies change pages on their way, and the player would end at the first node that does not fit.
fn wake<C: BaseComponent, D: DeserializeOwned>(
    mount: Element,
    data: &Element,
    props: fn(Rc<D>, Element) -> C::Properties,
) -> Option<()> {
    let page: Rc<D> = Rc::new(wire::decode(&data.text_content()?)?);
    // What is right must not be in the page before the learner answers; and a second wake-up must not find it.
    data.remove();
    yew::Renderer::<C>::with_root_and_props(mount.clone(), props(page, mount)).render();
    Some(())
}
