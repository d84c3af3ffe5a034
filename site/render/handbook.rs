//! The pages of a handbook. An example stands as it is typed, and beside it what it becomes: each of its steps as a picture that the
//! player's own components draw, at first and once it is answered ([`super::answered`]). Nothing in a picture can be pressed or reached;
//! whoever wants to press tries the lesson that the examples of the page make together.

use super::answered;
use super::book::Book;
use super::desk::Desk;
use super::layout::{Nav, Page, Runs, put, title};
use super::symbols;
use super::{Site, shapes, urls};
use crate::model::{Example, HandbookPage, LessonPage, PageId};
use fingerpost_lesson::content::{Lesson, Moment};
use fingerpost_lesson::path::Path;
use fingerpost_lesson::session::Session;
use maud::{Markup, PreEscaped, html};
use std::rc::Rc;

/// Writes the pages; the first is the home page.
pub fn put_pages(site: &mut Site, book: &Book) {
    let pages = &book.view.handbook;
    for (index, page) in pages.iter().enumerate() {
        let before = index.checked_sub(1).map(|index| &pages[index]);
        put_page(site, book, page, before, pages.get(index + 1));
    }
}

/// Where a page of the handbook stands.
pub fn path_of(book: &Book, slug: &str) -> String {
    match book.view.handbook.first() {
        Some(first) if first.slug == slug => urls::HOME.to_owned(),
        _ => urls::handbook(slug),
    }
}

fn put_page(site: &mut Site, book: &Book, page: &HandbookPage, before: Option<&HandbookPage>, after: Option<&HandbookPage>) {
    let desk = Desk::new(book, &path_of(book, &page.slug));
    let document = &page.document;
    let step = |page: Option<&HandbookPage>, class: &str, word: &str| {
        html! {
            @if let Some(page) = page {
                a class=(class) href=(desk.here.to(&path_of(book, &page.slug))) { small { (book.w(word)) } " " span { (page.document.title) } }
            }
        }
    };
    let body = html! {
        article.handbook {
            (title(&document.title))
            (desk.blocks(&document.blocks, ""))
            (desk.on_this_page(&document.parts, ""))
            (desk.parts(&document.parts, "", 0))
        }
        nav.steps aria-label=(book.w("guide_steps")) {
            (step(before, "before", "guide_before"))
            (step(after, "after", "guide_after"))
        }
    };
    put(site, &desk, Page { runs: Runs::Handbook, ..Page::new(&document.title, Nav::Handbook, body) });
}

/// An example: what is typed, and what becomes of it.
pub fn example(desk: &Desk, example: &Example) -> Markup {
    let book = desk.book;
    // Each line by itself, so that it can be seen where one that is too long for the page goes on.
    let typed = html! { pre { code { @for line in example.source.split_inclusive('\n') { span { (line) } } } } };
    let Some(file) = &example.file else { return typed };
    let looks = match file {
        PageId::Lesson(id) => {
            book.view.lessons.iter().find(|page| page.lesson.id == *id).map(|page| looks(desk, page, &example.steps))
        }
        _ => None,
    };
    html! {
        div.example {
            figure.source { figcaption { (book.w("guide_source")) } (typed) }
            @if let Some(looks) = looks { (looks) }
        }
    }
}

/// The steps of a piece of a lesson. A piece without one, such as what stands between the +++ lines, is seen when the lesson is tried.
fn looks(desk: &Desk, page: &LessonPage, steps: &[(usize, Path)]) -> Markup {
    let book = desk.book;
    let lesson = &page.lesson;
    let of_moment = |(moment, path): &(usize, Path)| Some((lesson.moments.get(*moment)?, *path));
    html! {
        div.looks data-pagefind-ignore {
            @for (moment, path) in steps.iter().filter_map(of_moment) {
                figure {
                    figcaption { (shapes::path(path)) " " (book.fill("guide_looks", &[("path", book.view.player_strings.path(path))])) }
                    (pictures(desk, lesson, moment, path))
                }
            }
            @if steps.is_empty() { p { (book.w("guide_no_look")) } }
            p { a href=(desk.here.to(&urls::lesson(&lesson.id))) { (book.fill("guide_try", &[("lesson", &lesson.title)])) } }
        }
    }
}

/// The step as it is met and, where there is something to do, as it is once that is done.
fn pictures(desk: &Desk, lesson: &Lesson, moment: &Moment, path: Path) -> Markup {
    let only = Lesson { moments: vec![moment.clone()], ..lesson.clone() };
    let session = Session::new(Rc::new(only), path);
    let done = answered::session(&session);
    html! {
        (picture(desk, &session, "guide_picture"))
        @if done != session {
            details { summary { (desk.book.w("guide_answered")) } (picture(desk, &done, "guide_picture_answered")) }
        }
    }
}

/// One picture. `inert` keeps everything in it that looks like a control out of reach, also of a screen reader, which hears instead what
/// it is a picture of; what it shows is said in words by the source.
fn picture(desk: &Desk, session: &Session, name: &str) -> Markup {
    let view = &desk.book.view;
    let screen = crate::ssr::picture(session.clone(), view.player_strings.clone(), desk.book.voice_rule());
    symbols::used_in(&screen).for_each(|symbol| desk.shows(symbol));
    html! {
        p.visually-hidden { (desk.book.fill(name, &[("title", session.title())])) }
        div.player inert data-figure data-path=(session.path().id()) { (PreEscaped(screen)) }
    }
}
