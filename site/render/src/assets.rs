//! The files beside the pages: under names with a hash of their content, so that a browser may keep them for ever.

use super::Site;
use super::carried::{Carried, PlayerFiles};
use super::extras;
use super::symbols;
use fingerpost_model::Setting;
use fingerpost_model::carried::Asset;
use fingerpost_model::colour::Colour;
use fingerpost_model::themes;
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
    /// The style sheet of the pages of words.
    pub style: String,
    /// The style sheet of the pages that are printed sheet by sheet: that of the pages of words, with what only they need.
    pub sheet_style: String,
    /// The style sheet of a lesson.
    pub lesson_style: String,
    /// The style sheet of the learner's own pages: a lesson's, with what only they need.
    pub own_style: String,
    /// The style sheet of quizzes and staff induction: all of these.
    pub quiz_style: String,
    /// The style sheet of a handbook's pages: a lesson's, for its pictures, with what only they need. Other settings have none.
    pub handbook_style: String,
    /// The page script.
    pub script: String,
    /// The script that reads a page aloud, fetched when somebody asks for it.
    pub listen: String,
    /// The script that leads over a page's links by switches, fetched when somebody comes by them.
    pub switches: String,
    /// The script that keeps the learners' pages on a device, on the lessons' list.
    pub keep: String,
    /// The script of the search page.
    pub search: String,
    /// The player of lessons.
    pub lesson: Player,
    /// The player of the learner's own pages.
    pub pages: Player,
    /// The player of quizzes and courses.
    pub quiz: Player,
    /// The icon, which browsers ask for twice, for the page and for the web manifest: under a name that is kept they ask once.
    pub icon: String,
    /// The setting's logo.
    pub logo: Option<Logo>,
    /// The folder of the symbols' own files.
    pub pictures: String,
}

/// The setting's logo, as pages show it.
#[derive(Clone, Debug)]
pub struct Logo {
    /// Its file.
    pub path: String,
    /// A small drawing as an address that holds it whole: it costs a lesson no request.
    pub whole: Option<String>,
    /// Its width and height, where they are known.
    pub size: Option<(u32, u32)>,
}

/// The largest drawing in bytes that stands in a lesson's page. Compressed it is as many bytes there as in a file.
const LARGEST_IN_PAGE: usize = 1000;

impl Assets {
    /// Puts the assets into the site. The style sheets get the setting's own colour at their end, as it is in each theme. A colour that
    /// is none, which the loader has complained of, adds nothing: the style sheet has one of its own.
    pub fn put(site: &mut Site, setting: &Setting, carried: &Carried) -> Assets {
        let own = Colour::parse(&setting.colour).map(themes::rules).unwrap_or_default();
        let mut add = |name: &str, ending: &str, bytes: Vec<u8>| {
            let path = format!("assets/{name}.{}.{ending}", hash(&bytes));
            site.files.insert(path.clone(), Cow::Owned(bytes));
            path
        };
        let style = add("style", "css", [carried.style.bytes, own.as_bytes()].concat());
        let sheet_style = add("sheet", "css", [carried.sheet_style.bytes, own.as_bytes()].concat());
        let lesson_style = add("lesson", "css", [carried.lesson_style.bytes, own.as_bytes()].concat());
        let own_style = add("own", "css", [carried.own_style.bytes, own.as_bytes()].concat());
        let quiz_style = add("quiz", "css", [carried.quiz_style.bytes, own.as_bytes()].concat());
        let is_handbook = setting.is_handbook();
        let handbook_style = if is_handbook {
            add("handbook", "css", [carried.handbook_style.bytes, own.as_bytes()].concat())
        } else {
            String::new()
        };
        let icon = add("icon", "svg", extras::icon(&setting.colour).into_bytes());
        let logo = setting.logo.as_ref().map(|logo| Logo {
            path: add("logo", &logo.ending, logo.bytes.clone()),
            whole: (logo.ending == "svg" && logo.bytes.len() <= LARGEST_IN_PAGE).then(|| address_of_svg(&logo.bytes)),
            size: logo.size,
        });
        let mut keep = |asset: Asset| {
            let path = format!("assets/{}", asset.name);
            site.files.insert(path.clone(), Cow::Borrowed(asset.bytes));
            path
        };
        let mut player = |files: &PlayerFiles| Player { script: keep(files.script), wasm: keep(files.wasm) };
        let (lesson, pages, quiz) = (player(&carried.lesson), player(&carried.pages), player(&carried.quiz));
        Assets {
            style,
            sheet_style,
            lesson_style,
            own_style,
            quiz_style,
            handbook_style,
            script: keep(carried.page_script),
            listen: keep(carried.listen_script),
            switches: keep(carried.switches_script),
            keep: keep(carried.keep_script),
            search: keep(carried.search_script),
            lesson,
            pages,
            quiz,
            icon,
            logo,
            pictures: symbols::folder(carried.symbols),
        }
    }
}

/// A drawing as an address: what the URL standard does not let stand in one is written as a number.
fn address_of_svg(svg: &[u8]) -> String {
    svg.iter().fold("data:image/svg+xml,".to_owned(), |address, byte| {
        if byte.is_ascii_alphanumeric() || b"!$'()*+,-./:;=?@_~".contains(byte) {
            address + char::from(*byte).encode_utf8(&mut [0])
        } else {
            address + &format!("%{byte:02X}")
        }
    })
}

/// Ten hexadecimal digits that are others where the content is another.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}
