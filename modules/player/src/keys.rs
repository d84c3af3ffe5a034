//! What keys and pointers do on the whole page, for whoever presses by switches or by resting. Listening is all that happens here: what
//! comes of it is for [`crate::ways`].

use crate::dwell;
use crate::input::Input;
use crate::page::elements;
use crate::trust;
use fingerpost_lesson::ways::{Scan, Switch, Time, Ways, key_name};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, MouseEvent};
use yew::Callback;

/// What the listeners must know at once, because only at once can they keep a key from the browser.
#[derive(Debug, Default)]
pub struct Now {
    /// How the learner presses.
    pub ways: Ways,
    /// Scanning is on.
    pub scanning: bool,
    /// The next key becomes this switch.
    pub choosing: Option<Switch>,
    /// How the reader presses came with an address from elsewhere, and nobody has pressed anything by hand since: see [`crate::trust`].
    pub from_elsewhere: Cell<bool>,
    /// When something was last clicked by hand.
    last_click_ms: Cell<f64>,
}

/// While scanning is on, its keys are the switches; Escape and Tab lead out, for whoever uses them has other ways in. The key that moves
/// begins it where nothing has focus and the module is in view; above it, where there is much to read before, it scrolls as on any page.
pub fn listen(hears: &Callback<Input>, now: &Rc<RefCell<Now>>) -> Vec<EventListener> {
    let on = |kind, capture, input| on(hears.clone(), Rc::clone(now), kind, capture, input);
    vec![
        on("keydown", false, down),
        on("keyup", false, |event, now| {
            let event = event.dyn_ref::<KeyboardEvent>()?;
            let switch = now.ways.switch_of(&key_name(&event.key())?).filter(|_| now.scanning)?;
            // Some browsers press a focused button when Space is let go.
            event.prevent_default();
            Some(Input::Up(switch))
        }),
        on("pointerover", false, |event, now| {
            let under = dwell::under(event).filter(|_| now.ways.dwell)?;
            Some(Input::Over(under.filter(|control| !now.from_elsewhere.get() || trust::is_harmless(control))))
        }),
        on("pointerout", false, |event, now| {
            // Out of the window: nothing is under the pointer any more.
            let gone = event.dyn_ref::<MouseEvent>()?.related_target().is_none();
            (gone && now.ways.dwell).then_some(Input::Over(None))
        }),
        on("click", true, click),
        // A page that is left must not wait for hands to let go that it cannot see.
        on("blur", false, |_, _| Some(Input::LetGo)),
    ]
}

/// What an event is to the ways in, if it is anything.
type Meaning = fn(&Event, &Now) -> Option<Input>;

/// Listens on the whole page, so that the way to help is served too.
fn on(hears: Callback<Input>, now: Rc<RefCell<Now>>, kind: &'static str, capture: bool, meaning: Meaning) -> EventListener {
    EventListener::new_with_options(&window(), kind, options(capture), move |event| {
        let input = meaning(event, &now.borrow());
        if let Some(input) = input {
            hears.emit(input);
        }
    })
}

fn options(capture: bool) -> EventListenerOptions {
    EventListenerOptions {
        passive: false,
        ..if capture { EventListenerOptions::run_in_capture_phase() } else { EventListenerOptions::default() }
    }
}

fn down(event: &Event, now: &Now) -> Option<Input> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    now.from_elsewhere.set(now.from_elsewhere.get() && !event.is_trusted());
    if event.repeat() && event.key() == "Enter" {
        // A held Enter presses a button again and again, also the one that has taken its place.
        event.prevent_default();
    }
    let input = input_of(event, now)?;
    if !matches!(input, Input::Scan(_) | Input::ChooseKey(None)) {
        event.prevent_default();
    }
    // A held switch repeats by itself; that is not a press.
    (!event.repeat()).then_some(input)
}

/// A click by hand. The second tap of a hand that shakes would press what has just taken the place of the first thing, so it is kept from
/// the page. The browser counts the taps on one spot; a press of a key counts as none.
fn click(event: &Event, now: &Now) -> Option<Input> {
    let event = event.dyn_ref::<MouseEvent>().filter(|event| event.is_trusted())?;
    now.from_elsewhere.set(false);
    let since_ms = event.time_stamp() - now.last_click_ms.replace(event.time_stamp());
    if event.detail() > 1 && since_ms < f64::from(now.ways.ms(Time::Repeat)) {
        event.prevent_default();
        event.stop_propagation();
    }
    now.ways.dwell.then_some(Input::Pressed)
}

fn input_of(event: &KeyboardEvent, now: &Now) -> Option<Input> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let key = event.key();
    let leads_out = key == "Escape" || key == "Tab";
    let name = key_name(&key);
    if let Some(switch) = now.choosing {
        return if leads_out { Some(Input::ChooseKey(None)) } else { name.map(|name| Input::Key(switch, name)) };
    }
    let switch = name.and_then(|name| now.ways.switch_of(&name));
    match switch {
        _ if now.scanning && leads_out => Some(Input::Scan(false)),
        Some(switch) if now.scanning => Some(Input::Down(switch, event.time_stamp() as u32)),
        // With one switch, either key is it.
        Some(switch) if (switch == Switch::Move || now.ways.scan == Scan::OneSwitch) && nothing_has_focus() && is_in_view() => {
            Some(Input::Down(switch, event.time_stamp() as u32))
        }
        _ => None,
    }
}

/// Whether focus is on nothing that a key could press: the page itself, a heading, or a group that the scan has left. So the
/// keys can always begin again.
fn nothing_has_focus() -> bool {
    const WITH_KEYS_OF_ITS_OWN: &str = "a[href], button, input, select, textarea, summary";
    document().active_element().is_none_or(|active| !active.matches(WITH_KEYS_OF_ITS_OWN).unwrap_or(false))
}

/// Whether the page is scrolled as far down as the module.
fn is_in_view() -> bool {
    let seen = document().document_element().map_or(0, |page| page.client_height());
    elements("[data-module]", None).first().is_some_and(|module| module.get_bounding_client_rect().top() < seen.into())
}
