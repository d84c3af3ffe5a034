//! What `build.rs` put into the program: the players, the style sheets, the scripts and the symbols.

use crate::licences;
use fingerpost_load as load;
use fingerpost_model::carried::{Asset, Symbol};
use fingerpost_model::words;
use fingerpost_render::{self as render, PlayerFiles};

/// What this program brings to [`crate::load::load`]: the symbols and words that content may name.
pub static LOADING: load::Carried<'static> = load::Carried { symbols: SYMBOLS, words: words::KEYS };

/// What this program brings to [`crate::render::render`]: the files that are put into every site. A static, because each crate that names a
/// constant gets its bytes once more.
pub static RENDERING: render::Carried = render::Carried {
    symbols: SYMBOLS,
    licences: licences::SITE,
    style: STYLE,
    sheet_style: SHEET_STYLE,
    lesson_style: LESSON_STYLE,
    own_style: OWN_STYLE,
    quiz_style: QUIZ_STYLE,
    handbook_style: HANDBOOK_STYLE,
    page_script: PAGE_SCRIPT,
    listen_script: LISTEN_SCRIPT,
    switches_script: SWITCHES_SCRIPT,
    keep_script: KEEP_SCRIPT,
    offline_script: OFFLINE_SCRIPT,
    search_script: SEARCH_SCRIPT,
    lesson: PlayerFiles { script: LESSON_SCRIPT, wasm: LESSON_WASM },
    pages: PlayerFiles { script: PAGES_SCRIPT, wasm: PAGES_WASM },
    quiz: PlayerFiles { script: QUIZ_SCRIPT, wasm: QUIZ_WASM },
};

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
