//! What an adult does before, with and after a lesson: a page of its own beside each lesson, made to be read in five minutes and printed.

use super::worksheets;
use crate::part::book::Book;
use crate::part::desk::Desk;
use crate::part::language::LangAttrs;
use crate::part::layout::{Nav, Page, put, title};
use crate::part::{approval, rests, urls};
use crate::site::Site;
use fingerpost_model::LessonPage;
use maud::{Markup, html};

/// Writes the page.
pub fn put_page(site: &mut Site, book: &Book, page: &LessonPage) {
    let id = &page.lesson.id;
    let desk = Desk::new(book, &urls::lesson_adult(id)).with_terms();
    let name = book.fill("adult_page", &[("name", &page.lesson.title)]);
    let attrs = lang_attrs(&desk, page);
    let body = html! {
        article.plain {
            (title(&name))
            (approval::note(book, &page.approval, "draft_lesson"))
            p.lead { (page.aim) }
            // "Easy Read" says that people with a learning disability have checked it; until they have, that is said too.
            p { (book.w("adult_draft")) }
            ul.more role="list" { (links(&desk, page)) }
            @if attrs.lang.is_none() { (desk.on_this_page(&page.adult, "")) }
            (attrs.block(desk.parts(&page.adult, "", 0)))
            (worksheets::answers(&desk, page))
            (rests::in_words(&desk, book.w("adult_clauses"), &page.clauses))
        }
    };
    put(site, &desk, Page { for_children: false, kept: false, ..Page::new(&name, Nav::Lessons, body) });
}

/// The ways to the lesson and to its worksheet.
fn links(desk: &Desk, page: &LessonPage) -> Markup {
    let id = &page.lesson.id;
    html! {
        li { a href=(desk.here.to(&urls::lesson(id))) { (desk.book.w("adult_lesson")) } }
        @if !page.worksheet.is_empty() { li { a href=(desk.here.to(&urls::lesson_worksheet(id))) { (desk.book.w("worksheet_open")) } } }
    }
}

/// What nobody has translated is the original's, and marked so.
fn lang_attrs<'b>(desk: &Desk<'b>, page: &LessonPage) -> LangAttrs<'b> {
    let originals = desk.book.original.iter().flat_map(|original| original.lessons());
    let is_originals = originals.into_iter().any(|original| original.lesson.id == page.lesson.id && original.adult == page.adult);
    if is_originals { desk.book.shared.languages.original_attrs() } else { LangAttrs::default() }
}

/// The note on a lesson's page that leads there.
pub fn note(desk: &Desk, page: &LessonPage) -> Markup {
    let (book, id) = (desk.book, &page.lesson.id);
    html! {
        p.note.adult data-scan-group {
            strong { (book.w("adult_title")) ":" } " "
            a href=(desk.here.to(&urls::lesson_adult(id))) { (book.w("adult_open")) }
            @if !page.worksheet.is_empty() { " " a href=(desk.here.to(&urls::lesson_worksheet(id))) { (book.w("worksheet_open")) } }
        }
    }
}
