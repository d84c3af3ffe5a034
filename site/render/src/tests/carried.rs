//! Stand-ins for what the program carries, for the tests of the pages: the real symbol list with one drawing for all, and files of a few bytes.

use crate::{Carried, PlayerFiles, Site};
use fingerpost_model::Setting;
use fingerpost_model::carried::{Asset, Symbol};
use std::sync::LazyLock;

/// A file that says which it is.
macro_rules! file {
    ($stem:literal, $ending:literal) => {
        Asset { name: concat!($stem, ".0123456789.", $ending), bytes: concat!("/* ", $stem, " */").as_bytes() }
    };
}

/// The stand-ins.
pub static CARRIED: LazyLock<Carried> = LazyLock::new(|| Carried {
    symbols: symbols(),
    licences: "Everything here was written for a test.\n",
    style: file!("style", "css"),
    sheet_style: file!("sheet", "css"),
    lesson_style: file!("lesson", "css"),
    own_style: file!("own", "css"),
    quiz_style: file!("quiz", "css"),
    handbook_style: file!("handbook", "css"),
    page_script: file!("page", "js"),
    listen_script: file!("listen", "js"),
    switches_script: file!("switches", "js"),
    keep_script: file!("keep", "js"),
    offline_script: file!("offline", "js"),
    search_script: file!("search", "js"),
    lesson: PlayerFiles { script: file!("player", "js"), wasm: file!("player", "wasm") },
    pages: PlayerFiles { script: file!("pages", "js"), wasm: file!("pages", "wasm") },
    quiz: PlayerFiles { script: file!("quiz", "js"), wasm: file!("quiz", "wasm") },
});

/// The site of a setting, made with the stand-ins.
pub fn render(setting: &Setting, options: &crate::Options) -> Site {
    crate::render_blocking(setting, &CARRIED, options)
}

/// The symbol list, each drawn as a square. It lasts as long as the tests.
fn symbols() -> &'static [Symbol] {
    let list: toml::Table = include_str!("../../../../assets/symbols.toml").parse().expect("symbols.toml is TOML");
    let mut ids: Vec<&str> =
        list["symbol"].as_array().expect("a list").iter().map(|symbol| symbol["id"].as_str().expect("an id")).collect();
    ids.sort_unstable();
    let symbol = |id: &str| {
        let id: &str = Box::leak(id.to_owned().into_boxed_str());
        Symbol { id, label: id, words: &[], drawing: "<path d=\"M4 4h28v28H4z\"/>" }
    };
    Box::leak(ids.into_iter().map(symbol).collect())
}
