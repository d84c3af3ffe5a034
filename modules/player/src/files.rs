//! The browser's side of files, and its promise to keep what is stored: for the learner's own pages.

use fingerpost_lesson::keep::file::MOST_BYTES;
use gloo::utils::{document, window};
use js_sys::{Array, Date};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Event, File, HtmlAnchorElement, HtmlInputElement, Url};

/// Gives the person a file to save, as any download. `None` where the browser does not let it.
pub fn save(name: &str, text: &str) -> Option<()> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(text))).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The address is not taken back: some browsers begin to read only later. It goes with the page, and weighs what the file weighs.
    Some(())
}

/// Reads what was chosen in the field for a file, and hands on its text: an empty one where it cannot be read, none where it is too big to be one
/// of ours, and is not read.
pub fn bring(event: &Event, then: impl FnOnce(Option<String>) + 'static) {
    let Some(file) = chosen(event) else { return };
    if file.size() > MOST_BYTES as f64 {
        then(None);
    } else {
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            then(Some(text.unwrap_or_default()));
        });
    }
}

/// The file that was chosen. The field is empty again after, so that the same file can be chosen once more.
fn chosen(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    field.set_value("");
    Some(file)
}

/// Whether the browser has promised to keep what is stored; `ask` asks it to. A browser that cannot be asked has promised nothing.
pub async fn promise(ask: bool) -> bool {
    let storage = window().navigator().storage();
    let answer = if ask { storage.persist() } else { storage.persisted() };
    match answer {
        Ok(answer) => JsFuture::from(answer).await.is_ok_and(|answer| answer.is_truthy()),
        Err(_) => false,
    }
}

/// A number that is hardly ever the same twice, for a new learner: the seconds of the clock, so that learners stand in the order in which
/// they were added.
pub fn seed() -> u32 {
    (Date::now() / 1000.0) as u32
}
