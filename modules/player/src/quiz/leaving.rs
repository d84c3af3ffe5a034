//! Leaving a page on which there are answers to lose. They are kept nowhere, so nothing can bring them back.
//!
//! The browser asks by itself before it leaves, loads anew or goes back. Its question needs a key or a click of its own: whoever presses by
//! switches or by resting could not answer it. For them it stays away, and a link is asked about in the page.

use super::screen::{Msg, Screen};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, Element, HtmlAnchorElement};
use yew::prelude::*;

/// Who asks before the page is left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asks {
    /// Nobody: there is nothing to lose.
    #[default]
    Nobody,
    /// The browser.
    Browser,
    /// The page.
    Page,
}

/// Asks before the page is left, as last said.
#[derive(Clone, Debug, Default)]
pub struct Guard(Rc<Cell<Asks>>);

impl Guard {
    /// From now on this one asks.
    pub fn set(&self, asks: Asks) {
        self.0.set(asks);
    }

    /// Listens to what leaves the page.
    pub fn listen(&self, link: &Callback<Msg>) -> [EventListener; 2] {
        let (before, asked) = (Rc::clone(&self.0), Rc::clone(&self.0));
        let options = EventListenerOptions { passive: false, ..EventListenerOptions::run_in_capture_phase() };
        let link = link.clone();
        let leaves = EventListener::new_with_options(&window(), "beforeunload", options, move |event| {
            if before.get() == Asks::Browser {
                event.prevent_default();
                // Browsers of before 2023 ask for this one.
                let _ = event.dyn_ref::<BeforeUnloadEvent>().map(|event| event.set_return_value("."));
            }
        });
        let follows = EventListener::new_with_options(&window(), "click", options, move |event| {
            if asked.get() == Asks::Page
                && let Some(to) = leads_away(event)
            {
                event.prevent_default();
                link.emit(Msg::Leave(Some(to)));
            }
        });
        [leaves, follows]
    }
}

/// Where a click leads, if it leads away from this page in its own place.
fn leads_away(event: &Event) -> Option<String> {
    let pressed: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = pressed.closest("a[href]:not([target])").ok()??.dyn_into().ok()?;
    let here = window().location();
    let is_here =
        here.pathname().is_ok_and(|path| path == link.pathname()) && here.origin().is_ok_and(|own| own == link.origin());
    // What dials or writes leaves the page as it is.
    let is_page = here.protocol().is_ok_and(|own| own == link.protocol()) || link.protocol().starts_with("http");
    (is_page && !is_here).then(|| link.href())
}

/// The question, while it is asked.
pub fn view(screen: &Screen<'_>, to: Option<&String>) -> Html {
    let (words, Some(to)) = (screen.words, to) else { return html! {} };
    html! {
        <section class="step" aria-labelledby="leave-title">
            <h2 id="leave-title" tabindex="-1">{ &words.leave_question }</h2>
            <div class="moves" data-scan-group="" data-scan-first="" tabindex="-1" role="group" aria-labelledby="leave-title">
                <button type="button" class="next" data-action="stay" data-scan-first="" onclick={screen.link.reform(|_| Msg::Leave(None))}>{ &words.leave_no }</button>
                <button type="button" data-action="leave" onclick={go(to.clone())}>{ &words.leave_yes }</button>
            </div>
        </section>
    }
}

fn go(to: String) -> Callback<MouseEvent> {
    Callback::from(move |_| {
        let _ = window().location().set_href(&to);
    })
}
