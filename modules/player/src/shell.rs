//! What every module has in common: it wakes up in the place of the page's text, can be pressed by switches and by resting, keeps focus where
//! the hand was, and mends what other software does to it.

use crate::focus::{self, Had};
use crate::foreign::Guard;
use crate::input::Input;
use crate::page;
use crate::ways::WaysIn;
use fingerpost_lesson::speaking::Speaking;
use fingerpost_lesson::voice::VoiceRule;
use fingerpost_lesson::ways::Ways;
use gloo::events::EventListener;
use web_sys::{Element, HtmlElement};
use yew::Callback;

/// A module's shell.
#[derive(Debug)]
pub struct Shell {
    /// The element that the module stands in; none when the generator renders.
    mount: Option<Element>,
    /// The ways in beside touch and Tab.
    pub ways: WaysIn,
    /// What sees to it that the screen is that of the state.
    pub guard: Guard,
    /// What had focus before the last event, if it was inside the module.
    had_focus: Option<Had>,
    listeners: Vec<EventListener>,
}

impl Shell {
    /// A shell that sleeps. `hears` is told of all that happens to the ways in; `voice_rule` is the page's.
    pub fn new(mount: Option<&Element>, hears: Callback<Input>, voice_rule: &VoiceRule) -> Shell {
        Shell {
            mount: mount.cloned(),
            ways: WaysIn::new(hears, voice_rule),
            guard: Guard::default(),
            had_focus: None,
            listeners: Vec::new(),
        }
    }

    /// Once, after the first rendering: begins to listen. `mends` is called where the module should be rendered at once. Returns what stood in
    /// the page for readers without script, which is out of it now.
    pub fn wake(&mut self, mends: Callback<()>) -> Option<Element> {
        self.listeners = self.ways.wake();
        if let Some(mount) = &self.mount {
            self.guard.wake(mount, mends);
        }
        page::take_text()
    }

    /// Listens as long as the module is there.
    pub fn listen(&mut self, listeners: impl IntoIterator<Item = EventListener>) {
        self.listeners.extend(listeners);
    }

    /// Says that the module is awake.
    pub fn say_ready(&self) {
        if let Some(mount) = &self.mount {
            let _ = mount.set_attribute("data-ready", "");
        }
    }

    /// From now on it is pressed and spoken as the device has kept it.
    pub fn take_over(&mut self, ways: Ways, speaking: &Speaking) {
        self.ways.speak_like(speaking);
        self.ways.take_over(ways);
    }

    /// Before anything is done: notes what has focus, because it may be gone after.
    pub fn note_focus(&mut self) {
        self.had_focus = Had::now(self.mount.as_ref());
    }

    /// After every rendering but the first. Returns whether everything was made anew, because other software had changed it.
    pub fn drawn(&mut self) -> bool {
        let anew = self.guard.drawn(&mut self.ways);
        if anew == Some(true) {
            self.had_focus = None;
        }
        anew.is_some()
    }

    /// Gives focus to what is wanted. Where nothing is, and what had it is gone: to the part in which that was, and where that is gone too, to the
    /// first that `asked_for` selects. Returns what has it now, if that is new.
    pub fn put_focus(&mut self, wanted: Option<HtmlElement>, asked_for: &str) -> Option<HtmlElement> {
        focus::put(self.mount.as_ref()?, self.had_focus.take(), wanted, asked_for)
    }
}
