//! Taking how somebody likes it to another device: as a code to scan or print, or behind the `#` of an address, which is never sent anywhere.

use super::{Msg, Screen};
use crate::print;
use fingerpost_lesson::profile::{HASH, Profile};
use gloo::utils::window;
use qrcodegen::{QrCode, QrCodeEcc};
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

/// What somebody wishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Show the code, or put it away.
    Code,
    /// Print the code.
    Print,
    /// Use the profile that came with the address.
    Use,
    /// Do not use it.
    Leave,
}

/// What is being taken from or to another device.
#[derive(Debug, Default)]
pub struct Carrying {
    /// The address that the code stands for, while it is on show.
    address: Option<String>,
    /// What came with this page's address and waits for a decision.
    came: Option<Profile>,
    /// It is used now.
    is_used: bool,
}

impl Carrying {
    /// Reads what came with the page's address. A part that is no profile is nothing to us.
    pub fn arrive(&mut self) {
        let hash = window().location().hash().unwrap_or_default();
        let text = hash.strip_prefix(HASH).and_then(|rest| js_sys::decode_uri_component(rest).ok()).map(String::from);
        self.came = text.and_then(|text| Profile::read(&text).ok());
    }

    /// Does what is wished; `now` is how it is liked now. Returns the profile that is to be used from now on, if that was the wish.
    pub fn grant(&mut self, wish: Wish, now: &Profile, mount: Option<&Element>) -> Option<Profile> {
        match wish {
            Wish::Code => {
                self.address = match self.address {
                    Some(_) => None,
                    None => Some(address(now)),
                };
            }
            Wish::Print => mount.into_iter().for_each(print::card),
            Wish::Use => {
                self.is_used = true;
                forget_hash();
                return self.came.take();
            }
            Wish::Leave => {
                self.came = None;
                forget_hash();
            }
        }
        None
    }
}

/// This page's address with a profile behind the `#`.
fn address(profile: &Profile) -> String {
    let here = window().location().href().unwrap_or_default();
    let here = here.split('#').next().unwrap_or_default();
    format!("{here}{HASH}{}", String::from(js_sys::encode_uri_component(&profile.write())))
}

/// Takes the profile out of the address, so that loading the page again does not ask again.
fn forget_hash() {
    let here = window().location().pathname().unwrap_or_default();
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&here));
    }
}

/// The question whether to use what came with the address; nothing where nothing came.
pub fn arrived(screen: &Screen<'_>) -> Html {
    let (words, carrying) = (&screen.page.words, &screen.module.carrying);
    let does = |wish| screen.link.callback(move |_| Msg::Carry(wish));
    let asks = carrying.came.is_some();
    html! {
        <div data-scan-group="" tabindex="-1" role="group" aria-label={words.like_carry.clone()} data-scan-first={asks.then_some("")}>
            if asks {
                <p class="question">{ &words.like_came }</p>
                <button type="button" class="path" data-action="use" onclick={does(Wish::Use)}>{ &words.like_use }</button>
                <button type="button" class="path" data-action="leave" onclick={does(Wish::Leave)}>{ &words.like_leave }</button>
            }
            <p role="status">{ if carrying.is_used { words.like_used.as_str() } else { "" } }</p>
        </div>
    }
}

/// The code, and what can be done with it.
pub fn view(screen: &Screen<'_>) -> Html {
    let (words, address) = (&screen.page.words, &screen.module.carrying.address);
    let does = |wish| screen.link.callback(move |_| Msg::Carry(wish));
    let shown = if address.is_some() { "true" } else { "false" };
    html! {
        <section data-scan-group="" tabindex="-1" aria-label={words.like_carry.clone()}>
            <h2>{ &words.like_carry }</h2>
            <p>{ &words.like_carry_about }</p>
            <button type="button" class="path" data-action="code" aria-expanded={shown} onclick={does(Wish::Code)}>{ &words.like_code }</button>
            if let Some(address) = address {
                <div class="paper">
                    <h3>{ &words.like_code_title }</h3>
                    { code(address, &words.like_code_alt) }
                    <p>{ &words.like_code_how }</p>
                    <button type="button" class="path" data-action="print" onclick={does(Wish::Print)}>{ &words.like_print }</button>
                </div>
            }
        </section>
    }
}

/// The code as a drawing: dark squares on a light ground in every theme, with the margin of 4 squares that ISO/IEC 18004 asks for.
fn code(address: &str, alt: &str) -> Html {
    const MARGIN: i32 = 4;
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Low) else { return html! {} };
    let size = code.size();
    let dark = (0..size * size).map(|index| (index % size, index / size)).filter(|(x, y)| code.get_module(*x, *y));
    let squares: String = dark.map(|(x, y)| format!("M{} {}h1v1h-1z", x + MARGIN, y + MARGIN)).collect();
    let side = size + 2 * MARGIN;
    html! {
        <svg class="code" viewBox={format!("0 0 {side} {side}")} role="img" aria-label={alt.to_owned()} focusable="false"><path d={squares} /></svg>
    }
}
