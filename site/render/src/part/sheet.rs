//! Sheets of paper: a page of them shows one for each path, black on white in every theme, and prints each on one side of A4. Which one is
//! printed is chosen without script: every sheet has an address, and where one is the target of the page's address, only it is printed.

use super::page_context::PageContext;
use super::shapes;
use super::symbols::symbol;
use fingerpost_lesson::content::{GAP, Picture, Span, Text, words};
use fingerpost_lesson::path::Path;
use maud::{Markup, html};

/// The id of a path's sheet. It names the shape, because no address says how somebody learns.
pub fn id(path: Path) -> &'static str {
    match path {
        Path::Together => "sheet-circle",
        Path::Symbols => "sheet-triangle",
        Path::EasyRead => "sheet-square",
        Path::Plain => "sheet-star",
    }
}

/// The ways to the sheets of a page, and how they are printed.
pub fn choice(cx: &PageContext, paths: &[Path]) -> Markup {
    let site_cx = cx.site;
    html! {
        nav.contents aria-labelledby="contents" {
            h2 #contents { (site_cx.text("sheet_choose")) }
            p { (site_cx.text("sheet_about")) }
            ul {
                @for path in paths {
                    li { a href={ "#" (id(*path)) } { (shapes::path(*path)) " " (site_cx.view.player_strings().path(*path)) } }
                }
                @if paths.len() > 1 { li { a href="#contents" { (site_cx.text("sheet_all")) } } }
            }
        }
    }
}

/// The sheet of a path, with its name on top, `beside` it what else belongs there, and where it comes from at the bottom.
pub fn sheet(cx: &PageContext, path: Path, title: &str, beside: &Markup, inner: &Markup) -> Markup {
    let site_cx = cx.site;
    let heading = format!("{}-title", id(path));
    html! {
        section.sheet id=(id(path)) data-path=(path.id()) aria-labelledby=(heading) {
            div.head {
                h2 id=(heading) { (shapes::path(path)) " " (title) " " small { (site_cx.view.player_strings().path(path)) } }
                (beside)
            }
            (inner)
            p.foot { span { (site_cx.text("sheet_help")) } " " span { (site_cx.view.name()) } }
        }
    }
}

/// Something to write on by hand; on a screen it is not there.
pub fn write_on(words: &str) -> Markup {
    html! { p.write { span { (words) } span.line {} } }
}

/// A square to tick.
pub fn tick_box() -> Markup {
    html! { span.box {} }
}

/// A picture beside its words.
pub fn picture(cx: &PageContext, picture: Option<&Picture>) -> Markup {
    html! { @if let Some(picture) = picture { ({ cx.shows(&picture.symbol); symbol(&picture.symbol) }) } }
}

/// Sentences, each with a symbol over the words that have one, and with a line where there is a gap.
pub fn sentences(cx: &PageContext, text: &Text) -> Markup {
    html! { @for sentence in text { span.sentence { @for span in &sentence.0 { (self::span(cx, span)) } } " " } }
}

fn span(cx: &PageContext, span: &Span) -> Markup {
    html! {
        @match &span.symbol {
            Some(id) => { span.keyword { ({ cx.shows(id); symbol(id) }) span { (span.text.trim_end()) } } " " }
            None if span.text == GAP => span.line { span.visually-hidden { (cx.site.view.player_strings().gap) } },
            None => (span.text),
        }
    }
}

/// A picture and its words, without symbols over them: the picture says what they are about.
pub fn labelled(cx: &PageContext, picture: Option<&Picture>, text: &Text) -> Markup {
    html! { (self::picture(cx, picture)) span.text { (words(text)) } }
}
