//! The page's time, which passes only where a test lets it: how busy the machine is then makes no difference.

use wasm_bindgen_futures::JsFuture;

/// Holds the time, if it is not held yet.
pub fn hold() {
    let script = concat!("window.heldTime ?? ", include_str!("../../../../tests/journeys/src/held_time.js"));
    js_sys::eval(script).expect("time can be held");
}

/// Lets so many milliseconds pass.
pub async fn pass(ms: u32) {
    let passing = js_sys::eval(&format!("heldTime.pass({ms})")).expect("the time is held");
    JsFuture::from(js_sys::Promise::from(passing)).await.expect("time passes");
}
