//! Listening in a browser: every sentence of a screen is spoken in its order, and is the one that is marked while it is, in every activity on
//! every path.
//!
//! Run by `cargo xtask test wasm`, through wasm-bindgen-test in headless Chromium. A headless browser has no voices, so a stand-in is put in the
//! place of its speech, for which this file has a page of its own.
#![cfg(target_arch = "wasm32")]

mod time;

use fingerpost_lesson::wire::{self, PageData};
use fingerpost_player::lesson::{LessonModule, LessonProps};
use std::rc::Rc;
use time::{pass, settle};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// A device with one voice, which goes on saying what it was given until `now.onend` is called.
const DEVICE: &str = "window.SpeechSynthesisUtterance = function (text) { this.text = text; };
    const voices = [{ name: 'Daniel', lang: 'en-GB', localService: true, default: true }];
    const speech = { paused: false, pending: false, speaking: false, getVoices: () => voices, cancel() {}, resume() {} };
    speech.speak = (utterance) => { window.now = utterance; };
    Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), speech) });";

fn gallery() -> Vec<PageData> {
    let data = include_str!("../index.html").split("<script type=\"application/octet-stream\" data-for=\"lesson\">").skip(1);
    data.map(|rest| wire::decode(rest.split("</script>").next().unwrap()).expect("the gallery is of this version")).collect()
}

fn all(inside: &Element, selector: &str) -> Vec<HtmlElement> {
    let list = inside.query_selector_all(selector).unwrap();
    (0..list.length()).map(|index| list.item(index).unwrap().unchecked_into()).collect()
}

fn words(element: &HtmlElement) -> String {
    element.text_content().unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is being said.
fn said() -> String {
    js_sys::eval("now.text").unwrap().as_string().unwrap()
}

#[wasm_bindgen_test]
async fn each_sentence_is_spoken_in_its_order_and_marked_where_it_stands() {
    js_sys::eval(DEVICE).unwrap();
    time::hold();
    for page in gallery() {
        let title = page.lesson.title.clone();
        let mount = gloo::utils::document().create_element("div").unwrap();
        gloo::utils::body().append_child(&mount).unwrap();
        let props = LessonProps { page: Rc::new(page), mount: Some(mount.clone()) };
        let app = yew::Renderer::<LessonModule>::with_root_and_props(mount.clone(), props).render();
        settle().await;
        // With a reason, a reply or a hint beside what was there at first.
        for selector in [".answers button:not([aria-disabled=true])", "[data-action=hint]"] {
            if let Some(button) = all(&mount, selector).first() {
                button.click();
                settle().await;
            }
        }
        all(&mount, "[data-action=listen]")[0].click();
        settle().await;
        let count = all(&mount, ".sentence").len();
        assert!(count > 0, "{title}");
        for nth in 0..count {
            let sentences = all(&mount, ".sentence");
            let marked: Vec<usize> = (0..count).filter(|index| sentences[*index].has_attribute("data-speaking")).collect();
            assert_eq!((marked, said()), (vec![nth], words(&sentences[nth])), "{title}");
            js_sys::eval("now.onend()").unwrap();
            // Nothing but the end of a sentence leads on, and nothing that time brings leads back.
            pass(300).await;
        }
        assert_eq!(all(&mount, "[data-speaking]").len(), 0, "{title}: it has come to its end");
        app.destroy();
        mount.remove();
    }
}
