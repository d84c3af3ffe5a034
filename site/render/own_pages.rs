//! The learner's own pages: "How I like it". Each is a module; what it shows is kept on the learner's device and known to nobody else, so without
//! script the page can only say what it would show.

use super::Site;
use super::book::Book;
use super::desk::Desk;
use super::layout::{Nav, Page, Runs, put, title};
use super::{look, symbols, urls};
use fingerpost_lesson::wire::{self, PreferencesData};
use maud::{Markup, PreEscaped, html};

/// Writes them, where there are lessons.
pub fn put_pages(site: &mut Site, book: &Book) {
    if !book.view.lessons.is_empty() {
        put_like(site, book);
    }
}

/// The ways to them, on the list of lessons.
pub fn links(desk: &Desk) -> Markup {
    html! {
        p.more { a href=(desk.here.to(urls::LIKE)) hreflang=[desk.hreflang(urls::LIKE)] { (desk.book.w("like_title")) (desk.abroad(urls::LIKE)) } }
    }
}

fn put_like(site: &mut Site, book: &Book) {
    let desk = Desk::new(book, urls::LIKE);
    fingerpost_player::SYMBOLS.iter().for_each(|symbol| desk.shows(symbol));
    let data = PreferencesData {
        strings: book.view.player_strings.clone(),
        words: book.view.pages_strings.clone(),
        language: book.view.language.clone(),
    };
    let words = book.w("like_title");
    let wire = wire::encode(&data);
    let body = html! {
        (title(words))
        p.lead { (book.w("like_about")) }
        section.likes {
            h2 { (book.w("like_look")) }
            p.sample { (symbols::symbol("happy")) " " (book.w("like_sample")) }
            (look::all(book))
        }
        // As in a lesson, nothing may stand between the module's HTML and its element.
        div data-module="preferences" { (PreEscaped(crate::ssr::preferences(data))) }
        script type="application/octet-stream" data-for="preferences" { (PreEscaped(wire)) }
        p.lesson-text { (book.w("like_needs_script")) }
    };
    put(site, &desk, Page { runs: Runs::Own, ..Page::new(words, Nav::Lessons, body) });
}
