//! A steady beat, for what the pure machines must be told: that time passes. It beats only while something waits for it.

use gloo::utils::window;
use wasm_bindgen::prelude::*;

/// How often it beats. An eighth of the shortest time that a scan stays on a thing is longer.
const BEAT_MS: i32 = 50;

/// A beat that stops when it is dropped.
#[derive(Debug)]
pub struct Ticker {
    id: i32,
    _on_beat: Closure<dyn FnMut()>,
}

impl Ticker {
    /// Begins to beat. `None` where the browser gives no timer.
    pub fn start(on_beat: impl FnMut() + 'static) -> Option<Ticker> {
        let on_beat = Closure::<dyn FnMut()>::new(on_beat);
        let callback = on_beat.as_ref().unchecked_ref();
        let id = window().set_interval_with_callback_and_timeout_and_arguments_0(callback, BEAT_MS).ok()?;
        Some(Ticker { id, _on_beat: on_beat })
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        window().clear_interval_with_handle(self.id);
    }
}

/// Milliseconds of the page's own clock, which is never set back.
pub fn now_ms() -> u32 {
    window().performance().map_or(0, |clock| clock.now() as u32)
}
