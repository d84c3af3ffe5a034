//! Puts the files beside the pages into the site.

use super::icon;
use crate::carried::{Carried, PlayerFiles};
use crate::part::assets::{Assets, Logo, Player};
use crate::part::hash::hash;
use crate::part::{symbols, urls};
use crate::site::Site;
use crate::view::View;
use fingerpost_model::carried::Asset;
use fingerpost_model::colour::Colour;
use fingerpost_model::themes;
use std::borrow::Cow;

/// The largest drawing in bytes that stands in a lesson's page. Compressed it is as many bytes there as in a file.
const LARGEST_IN_PAGE: usize = 1000;

/// Puts the assets into the site. The style sheets get the setting's own colour at their end, as it is in each theme. A colour that
/// is none, which the loader has complained of, adds nothing: the style sheet has one of its own.
pub fn put(site: &mut Site, public: &View, carried: &Carried) -> Assets {
    let own = Colour::parse(public.colour()).map(themes::rules).unwrap_or_default();
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
    let is_handbook = public.is_handbook();
    let handbook_style =
        if is_handbook { add("handbook", "css", [carried.handbook_style.bytes, own.as_bytes()].concat()) } else { String::new() };
    let icon = add("icon", "svg", icon::icon(public.colour()).into_bytes());
    let logo = public.logo().map(|logo| Logo {
        path: add("logo", &logo.ending, logo.bytes.clone()),
        whole: (logo.ending == "svg" && logo.bytes.len() <= LARGEST_IN_PAGE).then(|| address_of_svg(&logo.bytes)),
        size: logo.size,
    });
    site.files.insert(urls::LICENCES.to_owned(), Cow::Borrowed(carried.licences.as_bytes()));
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
