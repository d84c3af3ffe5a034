//! The symbols of a page: drawn once, hidden, in a sprite at its end, and used from there. What the first screen of a lesson does not show
//! is in files beside the pages: all of it in one file for the player (assets/drawings.js), and each for itself for the lesson's text.

use super::hash::hash;
use super::page_context::PageContext;
use super::site_context::Shared;
use crate::site::Site;
use fingerpost_model::carried::{self, Symbol};
use maud::{Markup, PreEscaped, html};
use std::collections::BTreeSet;

/// A symbol beside its word. The word says it, so the picture is hidden from a screen reader.
pub fn symbol(id: &str) -> Markup {
    html! { svg.symbol aria-hidden="true" focusable="false" { use href={ "#symbol-" (id) } {} } }
}

/// A symbol that stands for itself, with what it shows.
pub fn pictured(id: &str, alt: &str) -> Markup {
    html! { svg.symbol role="img" aria-label=(alt) focusable="false" { use href={ "#symbol-" (id) } {} } }
}

/// A symbol as an image from a file of its own, which is fetched when it comes into sight; nothing where the program has none of this id.
pub fn image(cx: &PageContext, id: &str) -> Markup {
    html! {
        @if carried::symbol(cx.site.shared.symbols, id).is_some() {
            img.symbol src=(cx.here.to(&picture_path(cx.site.shared, id))) alt="" width="36" height="36" loading="lazy";
        }
    }
}

/// Writes a file for each of these symbols.
pub fn put_pictures(site: &mut Site, shared: &Shared, ids: &BTreeSet<String>) {
    for symbol in drawn(shared, ids) {
        site.put(picture_path(shared, symbol.id), picture(symbol));
    }
}

/// Writes these symbols into one file, as a sprite has them, and returns its path; none where there is nothing to draw.
pub fn put_drawings(site: &mut Site, shared: &Shared, ids: &BTreeSet<String>) -> Option<String> {
    let symbols = drawn(shared, ids);
    let file = html! { svg xmlns="http://www.w3.org/2000/svg" { (self::symbols(&symbols)) } }.into_string();
    let path = format!("assets/symbols.{}.svg", hash(file.as_bytes()));
    (!symbols.is_empty()).then(|| {
        site.put(path.clone(), file);
        path
    })
}

/// The folder of the symbols' own files. One hash for all of them: a lesson names sixty, and what a hash says cannot be compressed.
pub fn folder(symbols: &[Symbol]) -> String {
    format!("assets/symbols.{}", hash(symbols.iter().map(picture).collect::<String>().as_bytes()))
}

/// Where a symbol's own file is.
fn picture_path(shared: &Shared, id: &str) -> String {
    format!("{}/{id}.svg", shared.assets.pictures)
}

fn picture(symbol: &Symbol) -> String {
    html! { svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36" { (PreEscaped(symbol.drawing)) } }.into_string()
}

/// Those of these ids that are in the list; `check` names the others.
fn drawn(shared: &Shared, ids: &BTreeSet<String>) -> Vec<&'static Symbol> {
    ids.iter().filter_map(|id| carried::symbol(shared.symbols, id)).collect()
}

/// The symbols that markup of the player draws from the page's sprite.
pub fn used_in(screen: &str) -> impl Iterator<Item = &str> {
    screen.split("\"#symbol-").skip(1).filter_map(|rest| rest.split('"').next())
}

fn symbols(symbols: &[&Symbol]) -> Markup {
    html! {
        @for symbol in symbols {
            // The drawings are part of the program, made by build.rs.
            symbol id={ "symbol-" (symbol.id) } viewBox="0 0 36 36" { (PreEscaped(symbol.drawing)) }
        }
    }
}

/// The drawings of these symbols, for the end of a page.
pub fn sprite(shared: &Shared, ids: &BTreeSet<String>) -> Markup {
    let symbols = drawn(shared, ids);
    html! {
        @if !symbols.is_empty() {
            // A drawing itself cannot be `hidden` in HTML; what is around it can.
            div hidden { svg { (self::symbols(&symbols)) } }
        }
    }
}
