//! Makes what the program carries inside itself: the player as WebAssembly, the assets with a hash of their content in
//! their names, and the drawings of the symbol list.
//!
//! 1. `modules/player` is compiled for wasm32-unknown-unknown by a cargo of its own, in a target folder of its own, so that the two never
//!    wait for one another's lock. While that cargo runs, this program also stands in for its compiler (`build/rustc.rs`).
//! 2. wasm-bindgen runs in this process, exactly the version that the player was compiled against.
//! 3. Style sheets and scripts become smaller (`build/small.rs`), and those that a page needs together become one file.
//! 4. The symbols named in `assets/symbols.toml` are taken from the Twemoji graphics, or drawn there.
//! 5. `OUT_DIR/embedded.rs` says what there is; `site/embedded.rs` includes it.

use player::Player;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "build/player.rs"]
mod player;
#[path = "build/rustc.rs"]
mod rustc;
#[path = "build/small.rs"]
mod small;

fn main() {
    if let Some(code) = rustc::stand_in() {
        std::process::exit(code);
    }
    if let Err(error) = run() {
        // One clear line: what cargo prints around it is not in our hands.
        println!("cargo::error={error}");
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for path in [
        "build.rs",
        "build",
        "assets",
        "modules/lesson/src",
        "modules/lesson/Cargo.toml",
        "modules/player/src",
        "modules/player/Cargo.toml",
        "Cargo.toml",
        "Cargo.lock",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    let player = |entrance| match is_for_clippy() {
        true => Ok(Player::default()),
        false => player::build(&root, &out, entrance),
    };
    let (lesson, pages, quiz) = (player("lesson")?, player("pages")?, player("quiz")?);
    let lean = |file: &str| fs::read_to_string(root.join("assets").join(file)).map(|text| small::lean(&text));
    let mut code = String::new();
    // Joined to the players, for which alone they are, they cost no request.
    let ended = lean("ended.js")?;
    embed(&mut code, &out, "LESSON_SCRIPT", "player", "js", (lesson.script + &ended + &lean("drawings.js")?).as_bytes())?;
    embed(&mut code, &out, "LESSON_WASM", "player", "wasm", &lesson.wasm)?;
    embed(&mut code, &out, "PAGES_SCRIPT", "pages", "js", (pages.script + &ended).as_bytes())?;
    embed(&mut code, &out, "PAGES_WASM", "pages", "wasm", &pages.wasm)?;
    embed(&mut code, &out, "QUIZ_SCRIPT", "quiz", "js", (quiz.script + &ended).as_bytes())?;
    embed(&mut code, &out, "QUIZ_WASM", "quiz", "wasm", &quiz.wasm)?;
    let sheet = |file: &str| lean(file).map(|text| small::tight(&text));
    let every = sheet("style.css")?;
    // One sheet a page, so that it costs no request more; one a kind of page, so that no page pays for what only the others need.
    let words = every.clone() + &sheet("pages.css")?;
    embed(&mut code, &out, "STYLE", "style", "css", words.as_bytes())?;
    embed(&mut code, &out, "SHEET_STYLE", "sheet", "css", (words + &sheet("sheet.css")?).as_bytes())?;
    let lesson_sheet = every + &sheet("lesson.css")?;
    embed(&mut code, &out, "LESSON_STYLE", "lesson", "css", lesson_sheet.as_bytes())?;
    let own_sheet = lesson_sheet.clone() + &sheet("own.css")?;
    embed(&mut code, &out, "OWN_STYLE", "own", "css", own_sheet.as_bytes())?;
    let quiz_sheet = own_sheet + &sheet("pages.css")? + &sheet("quiz.css")?;
    embed(&mut code, &out, "QUIZ_STYLE", "quiz", "css", quiz_sheet.as_bytes())?;
    // Its pictures of lessons look as lessons do, and are no modules, which the page script would wake.
    let pictured = lesson_sheet.replace("[data-module]", ":is([data-module],[data-figure])");
    embed(&mut code, &out, "HANDBOOK_STYLE", "handbook", "css", (pictured + &sheet("handbook.css")?).as_bytes())?;
    embed(&mut code, &out, "PAGE_SCRIPT", "page", "js", lean("page.js")?.as_bytes())?;
    embed(&mut code, &out, "LISTEN_SCRIPT", "listen", "js", lean("listen.js")?.as_bytes())?;
    embed(&mut code, &out, "SWITCHES_SCRIPT", "switches", "js", lean("switches.js")?.as_bytes())?;
    embed(&mut code, &out, "KEEP_SCRIPT", "keep", "js", lean("keep.js")?.as_bytes())?;
    embed(&mut code, &out, "OFFLINE_SCRIPT", "offline", "js", lean("offline.js")?.as_bytes())?;
    embed(&mut code, &out, "SEARCH_SCRIPT", "search", "js", lean("search.js")?.as_bytes())?;
    symbols(&mut code, &fs::read_to_string(root.join("assets/symbols.toml"))?)?;
    fs::write(out.join("embedded.rs"), code)?;
    Ok(())
}

/// Whether all this is for clippy, which reads the code and runs nothing. Cargo keeps what it builds for clippy apart, so a player for
/// it would be compiled once more for nobody.
fn is_for_clippy() -> bool {
    env::var("RUSTC_WORKSPACE_WRAPPER").is_ok_and(|wrapper| wrapper.contains("clippy"))
}

/// Writes a file beside the generated code and a constant that carries it, under a name with the hash of its content.
fn embed(code: &mut String, out: &Path, constant: &str, stem: &str, ending: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let hash = Sha256::digest(bytes).iter().take(5).fold(String::new(), |mut hash, byte| {
        let _ = write!(hash, "{byte:02x}");
        hash
    });
    let file = out.join(format!("{constant}.bytes"));
    fs::write(&file, bytes)?;
    writeln!(
        code,
        "/// `{stem}.{ending}`.\nconst {constant}: Asset = Asset {{ name: \"{stem}.{hash}.{ending}\", bytes: include_bytes!({:?}) }};",
        file.to_str().ok_or("the build folder's name is not Unicode")?
    )?;
    Ok(())
}

/// The symbol list as it is typed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SymbolList {
    symbol: Vec<Symbol>,
}

/// One concept: its drawing is one emoji, or a base with overlays (each drawn at half size in a corner, in the order given). SVG shapes
/// stand in place of an emoji where Twemoji has none that fits.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Symbol {
    id: String,
    label: String,
    draw: Vec<String>,
    words: Vec<String>,
}

/// Where overlays go: lower right, lower left, upper right; the drawing's side is 36.
const CORNERS: [&str; 3] = ["translate(17 17) scale(.53)", "translate(0 17) scale(.53)", "translate(17 0) scale(.53)"];

fn symbols(code: &mut String, text: &str) -> Result<(), Box<dyn Error>> {
    let mut list: SymbolList = toml::from_str(text).map_err(|error| format!("assets/symbols.toml: {error}"))?;
    list.symbol.sort_by(|a, b| a.id.cmp(&b.id));
    writeln!(code, "/// The symbol list, by id.\nconst SYMBOLS: &[Symbol] = &[")?;
    for symbol in &list.symbol {
        let mut drawing = String::new();
        for (index, part) in symbol.draw.iter().enumerate() {
            let inner = if part.starts_with('<') { part.as_str() } else { twemoji(&symbol.id, part)? };
            match index.checked_sub(1) {
                None => drawing.push_str(inner),
                Some(corner) => {
                    let place = CORNERS
                        .get(corner)
                        .ok_or_else(|| format!("assets/symbols.toml: \"{}\": at most three overlays", symbol.id))?;
                    write!(drawing, "<g transform=\"{place}\">{inner}</g>")?;
                }
            }
        }
        writeln!(
            code,
            "    Symbol {{ id: {:?}, label: {:?}, words: &{:?}, drawing: {:?} }},",
            symbol.id,
            symbol.label,
            symbol.words,
            rounded(&drawing)
        )?;
    }
    writeln!(code, "];")?;
    Ok(())
}

/// The shapes of an emoji.
fn twemoji(id: &str, emoji: &str) -> Result<&'static str, Box<dyn Error>> {
    let svg = twemoji_assets::svg::SvgTwemojiAsset::from_emoji(emoji)
        .ok_or_else(|| format!("assets/symbols.toml: \"{id}\": Twemoji has no drawing of {emoji}; use another emoji"))?;
    svg.split_once('>')
        .and_then(|(_, rest)| rest.strip_suffix("</svg>"))
        .ok_or_else(|| "a Twemoji drawing has an unknown form".into())
}

/// A drawing with its numbers to two decimals: a hundredth of its side's 36 units cannot be seen, and third decimals do not compress.
///
/// The numbers are shortened as text, and whole parts stay as they are, because what touches them may lean on them: "1.004.5" is two
/// numbers, and the flags of an arc may stand before a number without a space.
fn rounded(drawing: &str) -> String {
    let mut short = String::with_capacity(drawing.len());
    let mut rest = drawing;
    while let Some(point) = rest.find('.') {
        let (before, after) = (&rest[..point], &rest[point + 1..]);
        let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        let (decimals, next) = after.split_at(end);
        short.push_str(before);
        let hundredths = match decimals.get(..3).and_then(|three| three.parse::<u32>().ok()) {
            Some(three) if three < 995 => format!("{:02}", (three + 5) / 10),
            _ => decimals.to_owned(),
        };
        let hundredths = hundredths.trim_end_matches('0');
        if !hundredths.is_empty() {
            short.push('.');
            short.push_str(hundredths);
        } else if next.starts_with('.') || !before.ends_with(|c: char| c.is_ascii_digit()) {
            short.push_str(".0");
        }
        rest = next;
    }
    short + rest
}
