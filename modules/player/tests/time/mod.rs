//! The page's time, which passes only where a test lets it: how busy the machine is then makes no difference.

use std::time::Duration;
use wasm_bindgen_futures::JsFuture;
use yew::platform::time::sleep;

/// Holds the time, if it is not held yet.
pub fn hold() {
    let script = concat!("window.heldTime ?? ", include_str!("../../../../tests/journeys/src/held_time.js"));
    js_sys::eval(script).expect("time can be held");
}

/// Waits until what has been done is on the screen. Where the machine is busy Yew makes way for the browser after each of its steps (an update, a
/// rendering, what comes after one), by a timer of no length; nothing here takes more of them.
pub async fn settle() {
    for _ in 0..5 {
        sleep(Duration::from_millis(0)).await;
    }
}

/// Lets so many milliseconds pass, and what they have begun come to its end.
pub async fn pass(ms: u32) {
    let passing = js_sys::eval(&format!("heldTime.pass({ms})")).expect("the time is held");
    JsFuture::from(js_sys::Promise::from(passing)).await.expect("time passes");
    settle().await;
}
