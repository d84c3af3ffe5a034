//! What other software does to a module while it is on show: translators, extensions, programs that read or write along.
//!
//! Yew changes the nodes that it once made. Where a translator has put others in their place, the old words stay on the screen under the new
//! pictures, and at last Yew looks for a place beside a node that is gone and ends. So once somebody else has changed a module, every
//! rendering makes it wholly anew, from the state: what is on show is that of the state, whatever was done to what was on show before.
//! The translator then translates it again. Until the next rendering its work is left alone, or the two would go on for ever.

use crate::page::elements;
use crate::ticker::now_ms;
use crate::ways::WaysIn;
use gloo::utils::document;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit};
use yew::Callback;

/// What can have focus, and what a pointer can rest on.
const CONTROLS: &str = "button, input, summary, a[href], [tabindex]";

/// What a module is made of, and other software hardly ever adds. Where less is left of it, something of ours is gone.
const OURS: &str = "button, input, h2, h3, p, legend, .sentence";

/// How long a translator may take to answer. Words that it replaces before may have changed since it asked.
const ON_ITS_WAY_MS: u32 = 10_000;

/// A module's guard against it.
#[derive(Debug, Default)]
pub struct Guard {
    watch: Option<Rc<Watch>>,
    /// Which of two equal roots is on show: under another key Yew makes everything anew.
    other: Cell<bool>,
    /// The next rendering changes no words.
    spared: Cell<bool>,
    /// What could have focus before everything was made anew, and what had it.
    before: RefCell<Option<(Vec<HtmlElement>, Option<Element>)>>,
}

#[derive(Debug)]
struct Watch {
    mount: Element,
    observer: MutationObserver,
    _on_change: Closure<dyn FnMut()>,
    seen: Rc<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    /// Somebody else has changed the module.
    changed: Cell<bool>,
    /// Changes that come now are our own.
    drawing: Cell<bool>,
    /// When it was last rendered.
    drawn_ms: Cell<u32>,
    /// How much of [`OURS`] there was then.
    ours: Cell<usize>,
    /// The rendering on show, or on its way, mends what somebody else did. It is not mended again, or two programs would fight for ever.
    mended: Cell<bool>,
    mending: Cell<bool>,
}

impl Seen {
    /// Somebody else has changed something. Returns whether it cannot wait for the next rendering.
    fn change(&self, mount: &Element) -> bool {
        // Words that were on their way to a translator, and changed meanwhile, come back as those of before.
        let late = !self.changed.replace(true) && now_ms() - self.drawn_ms.get() < ON_ITS_WAY_MS;
        let gone = elements(OURS, Some(mount)).len() < self.ours.get();
        let mends = (late || gone) && !self.mended.get();
        if mends {
            self.mending.set(true);
        }
        mends
    }
}

impl Guard {
    /// Once, after the first rendering. `mends` is called where the module should be rendered at once.
    pub fn wake(&mut self, mount: &Element, mends: Callback<()>) {
        let seen = Rc::new(Seen::default());
        seen.ours.set(elements(OURS, Some(mount)).len());
        let (told, changed) = (Rc::clone(&seen), mount.clone());
        let on_change = Closure::<dyn FnMut()>::new(move || {
            if !told.drawing.get() && told.change(&changed) {
                mends.emit(());
            }
        });
        let Ok(observer) = MutationObserver::new(on_change.as_ref().unchecked_ref()) else { return };
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_character_data(true);
        what.set_subtree(true);
        if observer.observe_with_options(mount, &what).is_ok() {
            self.watch = Some(Rc::new(Watch { mount: mount.clone(), observer, _on_change: on_change, seen }));
        }
    }

    /// Before a rendering that changes no words: the nodes can stay, and so can whoever is writing in one of them.
    pub fn spare(&self) {
        self.spared.set(true);
    }

    /// The key of the module's root, for the rendering that is being made.
    pub fn key(&self) -> &'static str {
        let spared = self.spared.replace(false);
        if let Some(watch) = &self.watch
            && watch.draws()
            && !spared
        {
            let mount = &watch.mount;
            let focus = document().active_element();
            *self.before.borrow_mut() = Some((elements(CONTROLS, Some(mount)), focus));
            // Whatever Yew no longer finds it leaves alone; a part that was moved would else stay.
            mount.set_text_content(None);
            self.other.set(!self.other.get());
        }
        if self.other.get() { "1" } else { "0" }
    }

    /// After a rendering. Where everything was made anew, focus goes to what has taken the place of what had it, and a pointer that rests
    /// has not moved. Returns whether focus has gone there, if everything was made anew.
    pub fn drawn(&self, ways: &mut WaysIn) -> Option<bool> {
        let watch = self.watch.as_ref()?;
        watch.seen.ours.set(elements(OURS, Some(&watch.mount)).len());
        watch.seen.drawn_ms.set(now_ms());
        let (before, focus) = self.before.take()?;
        let now = elements(CONTROLS, Some(&watch.mount));
        let twin = |old: &Element| {
            let index = before.iter().position(|control| **control == *old)?;
            let new = now.get(index)?;
            let kind = |control: &Element| (control.class_name(), control.get_attribute("data-action"));
            (kind(new) == kind(old)).then(|| new.clone())
        };
        ways.made_anew(twin);
        Some(focus.and_then(|had| twin(&had)).is_some_and(|new| new.focus().is_ok()))
    }
}

impl Watch {
    /// A rendering is being made. Returns whether somebody else has changed what it would change.
    fn draws(self: &Rc<Self>) -> bool {
        let seen = &self.seen;
        if self.observer.take_records().length() > 0 && !seen.drawing.get() {
            seen.changed.set(true);
        }
        seen.mended.set(seen.mending.replace(false));
        seen.drawing.set(true);
        let watch = Rc::clone(self);
        // Asked for before the first change, this comes before the observer is told of it: all that has been recorded then is ours.
        wasm_bindgen_futures::spawn_local(async move {
            watch.observer.take_records();
            watch.seen.drawing.set(false);
        });
        seen.changed.get()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
