//! What an adult does before, with and after a lesson: a page of its own beside each lesson, made to be read in five minutes and printed.

use super::worksheets;
use crate::part::language::LangAttrs;
use crate::part::layout::{Nav, Page, put, title};
use crate::part::page_context::PageContext;
use crate::part::site_context::SiteContext;
use crate::part::{approval, rests, urls};
use crate::site::Site;
use fingerpost_model::LessonPage;
use maud::{Markup, html};

/// Writes the page of a lesson for the adult.
pub fn put_page(site: &mut Site, site_cx: &SiteContext, page: &LessonPage) {
    let id = &page.lesson.id;
    let cx = PageContext::new(site_cx, &urls::lesson_adult(id)).with_terms();
    let name = site_cx.fill("adult_page", &[("name", &page.lesson.title)]);
    let attrs = lang_attrs(&cx, page);
    let body = html! {
        article.plain {
            (title(&name))
            (approval::note(site_cx, &page.approval, "draft_lesson"))
            p.lead { (page.aim) }
            // "Easy Read" says that people with a learning disability have checked it; until they have, that is said too.
            p { (site_cx.text("adult_draft")) }
            ul.more role="list" { (links(&cx, page)) }
            @if attrs.lang.is_none() { (cx.on_this_page(&page.adult, "")) }
            (attrs.block(cx.parts(&page.adult, "", 0)))
            (worksheets::answers(&cx, page))
            (rests::in_words(&cx, site_cx.text("adult_clauses"), &page.clauses))
        }
    };
    put(site, &cx, Page { for_children: false, kept: false, ..Page::new(&name, Nav::Lessons, body) });
}

/// The ways to the lesson and to its worksheet.
fn links(cx: &PageContext, page: &LessonPage) -> Markup {
    let id = &page.lesson.id;
    html! {
        li { a href=(cx.here.to(&urls::lesson(id))) { (cx.site.text("adult_lesson")) } }
        @if !page.worksheet.is_empty() { li { a href=(cx.here.to(&urls::lesson_worksheet(id))) { (cx.site.text("worksheet_open")) } } }
    }
}

/// What nobody has translated is the original's, and marked so.
fn lang_attrs<'b>(cx: &PageContext<'b>, page: &LessonPage) -> LangAttrs<'b> {
    let originals = cx.site.original.iter().flat_map(|original| original.lessons().iter());
    let is_originals = originals.into_iter().any(|original| original.lesson.id == page.lesson.id && original.adult == page.adult);
    if is_originals { cx.site.shared.languages.original_attrs() } else { LangAttrs::default() }
}

/// The note on a lesson's page that leads there.
pub fn note(cx: &PageContext, page: &LessonPage) -> Markup {
    let (site_cx, id) = (cx.site, &page.lesson.id);
    html! {
        p.note.adult data-scan-group {
            strong { (site_cx.text("adult_title")) ":" } " "
            a href=(cx.here.to(&urls::lesson_adult(id))) { (site_cx.text("adult_open")) }
            @if !page.worksheet.is_empty() { " " a href=(cx.here.to(&urls::lesson_worksheet(id))) { (site_cx.text("worksheet_open")) } }
        }
    }
}
