//! Taking how somebody likes it to another device: as a code to scan or print, as a file, or behind the `#` of an address, which is never sent
//! anywhere.

use crate::files;
use crate::print;
use fingerpost_lesson::profile::{HASH, Profile, Unusable};
use gloo::utils::window;
use wasm_bindgen::JsValue;
use web_sys::Element;

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
pub enum Said {
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
    pub address: Option<String>,
    /// What came with this page's address and waits for a decision.
    pub came: Option<Profile>,
    /// What is said about it.
    pub said: Said,
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
