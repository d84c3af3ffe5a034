//! Playing what somebody has recorded for a step, in the place of the device's voice. One that cannot be played says so, and the voice speaks.
//!
//! A recording comes with those of the other paths, each whole and asked for in the same way, and is played from memory: an audio element
//! would ask for its own in another way, and the host could see which path somebody is on ([`fingerpost_lesson::recorded`]).

use gloo::utils::window;
use js_sys::Promise;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Event, HtmlAudioElement, Response, Url};

/// A recording being played. Dropped, it falls silent and calls nobody.
#[derive(Debug)]
pub struct Recording {
    audio: HtmlAudioElement,
    /// Whether its end has still to be told.
    waits: Rc<Cell<bool>>,
    _on_event: Closure<dyn FnMut(Event)>,
}

/// Fetches the recordings at some addresses, plays the one that is the step's own, and calls back once: with `true` when it has ended, with
/// `false` when it cannot be played, or not to its end. `None` where the step has none, and in a browser that plays nothing.
pub fn play<'a>(
    own: Option<&str>,
    addresses: impl Iterator<Item = &'a str>,
    on_end: impl Fn(bool) + Clone + 'static,
) -> Option<Recording> {
    let recording = own.and_then(|_| Recording::new(on_end.clone()));
    // Two paths may have the same recording; it is played once.
    let mut player = recording.as_ref().map(Recording::player);
    for address in addresses {
        let coming = window().fetch_with_str(address);
        let player = if own == Some(address) { player.take() } else { None };
        let on_end = on_end.clone();
        spawn_local(async move {
            let sound = whole(coming).await;
            if let Some((audio, waits)) = player.filter(|(_, waits)| waits.get())
                && !is_playing(&audio, sound).await
                && waits.replace(false)
            {
                on_end(false);
            }
        });
    }
    recording
}

/// What comes, to its last byte.
async fn whole(coming: Promise) -> Option<Blob> {
    let answer: Response = JsFuture::from(coming).await.ok()?.dyn_into().ok()?;
    JsFuture::from(answer.blob().ok()?).await.ok()?.dyn_into().ok()
}

/// Begins to play a sound, and says whether it can be played.
async fn is_playing(audio: &HtmlAudioElement, sound: Option<Blob>) -> bool {
    let address = sound.and_then(|sound| Url::create_object_url_with_blob(&sound).ok());
    let started = address.and_then(|address| {
        audio.set_src(&address);
        audio.play().ok()
    });
    match started {
        Some(started) => JsFuture::from(started).await.is_ok(),
        None => false,
    }
}

impl Recording {
    fn new(on_end: impl Fn(bool) + 'static) -> Option<Recording> {
        let audio = HtmlAudioElement::new().ok()?;
        // Some browsers let an element sound later only where it was touched while somebody pressed.
        audio.load();
        let waits = Rc::new(Cell::new(true));
        let told = Rc::clone(&waits);
        // A browser that cannot play tells it twice: by an event, and by the promise.
        let on_event = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            if told.replace(false) {
                on_end(event.type_() == "ended");
            }
        });
        let callback = on_event.as_ref().unchecked_ref();
        audio.set_onended(Some(callback));
        audio.set_onerror(Some(callback));
        Some(Recording { audio, waits, _on_event: on_event })
    }

    /// What plays it, and whether it is still waited for.
    fn player(&self) -> (HtmlAudioElement, Rc<Cell<bool>>) {
        (self.audio.clone(), Rc::clone(&self.waits))
    }
}

impl Drop for Recording {
    fn drop(&mut self) {
        // Its end must not call back into a screen that has moved on.
        self.waits.set(false);
        self.audio.set_onended(None);
        self.audio.set_onerror(None);
        let _ = self.audio.pause();
        let _ = Url::revoke_object_url(&self.audio.src());
    }
}
