//! Playing what somebody has recorded for a step, in the place of the device's voice. One that cannot be played says so, and the voice speaks.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, HtmlAudioElement};

/// A recording being played. Dropped, it falls silent and calls nobody.
#[derive(Debug)]
pub struct Recording {
    audio: HtmlAudioElement,
    /// Whether its end has still to be told.
    waits: Rc<Cell<bool>>,
    _on_event: Closure<dyn FnMut(Event)>,
}

/// Plays the recording at an address, and calls back once: with `true` when it has ended, with `false` when it cannot be played, or not to
/// its end. `None` in a browser that plays nothing.
pub fn play(address: &str, on_end: impl Fn(bool) + Clone + 'static) -> Option<Recording> {
    let audio = HtmlAudioElement::new_with_src(address).ok()?;
    let waits = Rc::new(Cell::new(true));
    let told = waits.clone();
    // A browser that cannot play tells it twice: by an event, and by the promise.
    let end = move |whole: bool| {
        if told.replace(false) {
            on_end(whole);
        }
    };
    let refused = end.clone();
    let on_event = Closure::<dyn FnMut(Event)>::new(move |event: Event| end(event.type_() == "ended"));
    let callback = on_event.as_ref().unchecked_ref();
    audio.set_onended(Some(callback));
    audio.set_onerror(Some(callback));
    let started = audio.play().ok()?;
    spawn_local(async move {
        if JsFuture::from(started).await.is_err() {
            refused(false);
        }
    });
    Some(Recording { audio, waits, _on_event: on_event })
}

impl Drop for Recording {
    fn drop(&mut self) {
        // Its end must not call back into a screen that has moved on.
        self.waits.set(false);
        self.audio.set_onended(None);
        self.audio.set_onerror(None);
        let _ = self.audio.pause();
    }
}
