//! The files beside the pages: under names with a hash of their content, so that a browser may keep them for ever.

use super::Site;
use crate::colour::Colour;
use crate::embedded::{
    LESSON_SCRIPT, LESSON_STYLE, LESSON_WASM, LISTEN_SCRIPT, PAGE_SCRIPT, PAGES_SCRIPT, PAGES_WASM, SEARCH_SCRIPT, STYLE,
    SWITCHES_SCRIPT,
};
use crate::model::Setting;
use crate::themes;
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// The paths of one entrance of the player.
#[derive(Clone, Debug)]
pub struct Player {
    /// Its script.
    pub script: String,
    /// Its WebAssembly.
    pub wasm: String,
}

/// The paths of the assets.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The style sheet.
    pub style: String,
    /// The style sheet of a lesson: the same, with what only lessons need.
    pub lesson_style: String,
    /// The page script.
    pub script: String,
    /// The script that reads a page aloud, fetched when somebody asks for it.
    pub listen: String,
    /// The script that leads over a page's links by switches, fetched when somebody comes by them.
    pub switches: String,
    /// The script of the search page.
    pub search: String,
    /// The player of lessons.
    pub lesson: Player,
    /// The player of the learner's own pages.
    pub pages: Player,
    /// The setting's logo, with its width and height where they are known.
    pub logo: Option<(String, Option<(u32, u32)>)>,
}

impl Assets {
    /// Puts the assets into the site. The style sheets get the setting's own colour at their end, as it is in each theme. A colour that
    /// is none, which the loader has complained of, adds nothing: the style sheet has one of its own.
    pub fn put(site: &mut Site, setting: &Setting) -> Assets {
        let own = Colour::parse(&setting.colour).map(themes::rules).unwrap_or_default();
        let mut add = |name: &str, ending: &str, bytes: Vec<u8>| {
            let path = format!("assets/{name}.{}.{ending}", hash(&bytes));
            site.files.insert(path.clone(), Cow::Owned(bytes));
            path
        };
        let style = add("style", "css", [STYLE.bytes, own.as_bytes()].concat());
        let lesson_style = add("lesson", "css", [LESSON_STYLE.bytes, own.as_bytes()].concat());
        let logo = setting.logo.as_ref().map(|logo| (add("logo", &logo.ending, logo.bytes.clone()), logo.size));
        let mut keep = |asset: &crate::embedded::Asset| {
            let path = format!("assets/{}", asset.name);
            site.files.insert(path.clone(), Cow::Borrowed(asset.bytes));
            path
        };
        Assets {
            style,
            lesson_style,
            script: keep(&PAGE_SCRIPT),
            listen: keep(&LISTEN_SCRIPT),
            switches: keep(&SWITCHES_SCRIPT),
            search: keep(&SEARCH_SCRIPT),
            lesson: Player { script: keep(&LESSON_SCRIPT), wasm: keep(&LESSON_WASM) },
            pages: Player { script: keep(&PAGES_SCRIPT), wasm: keep(&PAGES_WASM) },
            logo,
        }
    }
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}
