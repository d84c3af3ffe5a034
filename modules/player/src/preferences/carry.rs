//! Taking how somebody likes it to another device: as a code to scan or print, or behind the `#` of an address, which is never sent anywhere.

use super::{Msg, Screen};
use crate::files::{self, Chosen};
use crate::print;
use fingerpost_lesson::profile::{HASH, Profile, Unusable};
use gloo::utils::window;
use qrcodegen::{QrCode, QrCodeEcc};
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

/// What somebody wishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Show the code, or put it away.
    Code,
    /// Print the code.
    Print,
    /// Save it to a file.
    Save,
    /// Use what this file says; none where the file is too big to be one of ours.
    File(Option<String>),
    /// Use the profile that came with the address.
    Use,
    /// Do not use it.
    Leave,
}

/// What is said about what came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Said {
    /// Nothing.
    #[default]
    Nothing,
    /// It is used now.
    Used,
    /// The file holds something else.
    Other,
    /// A newer version wrote the file.
    Newer,
}

/// What is being taken from or to another device.
#[derive(Debug, Default)]
pub struct Carrying {
    /// The address that the code stands for, while it is on show.
    address: Option<String>,
    /// What came with this page's address and waits for a decision.
    came: Option<Profile>,
    /// What is said about it.
    said: Said,
}

impl Carrying {
    /// Reads what came with the page's address. A part that is no profile is nothing to us.
    pub fn arrive(&mut self) {
        let hash = window().location().hash().unwrap_or_default();
        let text = hash.strip_prefix(HASH).and_then(|rest| js_sys::decode_uri_component(rest).ok()).map(String::from);
        self.came = text.and_then(|text| Profile::read(&text).ok());
    }

    /// Does what is wished; `now` is how it is liked now, and a file of it has this name. Returns the profile that is to be used from now on, if that was the wish.
    pub fn grant(&mut self, wish: Wish, now: &Profile, file_name: &str, mount: Option<&Element>) -> Option<Profile> {
        match wish {
            Wish::Code => {
                self.address = match self.address {
                    Some(_) => None,
                    None => Some(address(now)),
                };
            }
            Wish::Print => print::now(mount),
            Wish::Save => {
                // Where the browser lets nobody save, it says so itself.
                let _ = files::save(file_name, &now.write());
            }
            Wish::File(text) => match Profile::read(&text.unwrap_or_default()) {
                Ok(profile) => {
                    self.said = Said::Used;
                    return Some(profile);
                }
                Err(Unusable::NoProfile) => self.said = Said::Other,
                Err(Unusable::Newer) => self.said = Said::Newer,
            },
            Wish::Use => {
                self.said = Said::Used;
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
    let does = |wish: Wish| screen.link.callback(move |_| Msg::Carry(wish.clone()));
    let asks = carrying.came.is_some();
    html! {
        <div data-scan-group="" tabindex="-1" role="group" aria-label={words.like_carry.clone()} data-scan-first={asks.then_some("")}>
            if asks {
                <p class="question">{ &words.like_came }</p>
                <button type="button" class="path" data-action="use" onclick={does(Wish::Use)}>{ &words.like_use }</button>
                <button type="button" class="path" data-action="leave" onclick={does(Wish::Leave)}>{ &words.like_leave }</button>
            }
        </div>
    }
}

/// The code, and what can be done with it.
pub fn view(screen: &Screen<'_>) -> Html {
    let (words, address) = (&screen.page.words, &screen.module.carrying.address);
    let does = |wish: Wish| screen.link.callback(move |_| Msg::Carry(wish.clone()));
    let link = screen.link.clone();
    let bring = Callback::from(move |event: yew::Event| match files::chosen(&event) {
        Some(Chosen::File(file)) => link.send_future(async move { Msg::Carry(Wish::File(Some(files::text(file).await))) }),
        Some(Chosen::TooBig) => link.send_message(Msg::Carry(Wish::File(None))),
        None => {}
    });
    let said = match screen.module.carrying.said {
        Said::Nothing => "",
        Said::Used => &words.like_used,
        Said::Other => &words.like_file_other,
        Said::Newer => &words.like_file_newer,
    };
    let shown = if address.is_some() { "true" } else { "false" };
    html! {
        <section data-scan-group="" tabindex="-1" aria-label={words.like_carry.clone()}>
            <h2>{ &words.like_carry }</h2>
            <p>{ &words.like_carry_about }</p>
            <div class="files">
                <button type="button" class="path" data-action="code" aria-expanded={shown} onclick={does(Wish::Code)}>{ &words.like_code }</button>
                <button type="button" class="path" data-action="save" onclick={does(Wish::Save)}>{ &words.like_save }</button>
                <label for="like-file">{ &words.like_load }</label>
                <input type="file" id="like-file" accept=".txt,text/plain" onchange={bring} />
            </div>
            <p role="status">{ said }</p>
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
