//! The agreements: what children, parents or others promise, to read and to sign on paper. That of children has a sheet for each path.

use super::quizzes;
use crate::part::book::Book;
use crate::part::desk::Desk;
use crate::part::layout::{Nav, Page, Runs, put, title};
use crate::part::prose::nothing;
use crate::part::{approval, rests, sheet, urls};
use crate::site::Site;
use fingerpost_lesson::path::Path;
use fingerpost_model::{Agreement, Audience, LessonPage, PageId};
use maud::{Markup, html};

/// Writes a page for each.
pub fn put_pages(site: &mut Site, book: &Book) {
    for agreement in book.view.agreements() {
        if book.shared.languages.here().has(&urls::agreement(&agreement.id)) {
            put_page(site, book, agreement);
        }
    }
}

fn put_page(site: &mut Site, book: &Book, agreement: &Agreement) {
    let desk = Desk::new(book, &urls::agreement(&agreement.id));
    let for_children = agreement.audience == Audience::Children;
    let body = html! {
        (title(&agreement.title))
        (approval::note(book, &agreement.approval, "draft_agreement"))
        (desk.blocks(&agreement.opening, ""))
        @if let Some(quiz) = quiz_of(book, &agreement.id) { (way_to(&desk, quiz)) }
        (quizzes::ways(&desk, agreement.audience))
        @if for_children { (on_paths(&desk, agreement)) } @else { (in_words(&desk, agreement)) }
    };
    let page = Page { runs: Runs::Paper, for_children, ..Page::new(&agreement.title, Nav::Policy, body) };
    put(site, &desk, page);
}

/// The lesson that practises an agreement.
fn quiz_of<'b>(book: &'b Book, id: &str) -> Option<&'b LessonPage> {
    book.view.lessons().iter().find(|page| page.agreement.as_deref() == Some(id))
}

fn way_to(desk: &Desk, quiz: &LessonPage) -> Markup {
    let path = urls::lesson(&quiz.lesson.id);
    html! { p { a.button href=(desk.here.to(&path)) hreflang=[desk.hreflang(&path)] { (desk.book.w("agreement_quiz")) } } }
}

/// The lines of each path on a sheet, and where each promise comes from.
fn on_paths(desk: &Desk, agreement: &Agreement) -> Markup {
    let book = desk.book;
    let paths: Vec<Path> = Path::ALL.into_iter().filter(|path| !agreement.lines(*path).is_empty()).collect();
    html! {
        (sheet::choice(desk, &paths))
        @for path in paths {
            (sheet::sheet(desk, path, &agreement.title, &nothing(), &html! {
                ol.promises role="list" {
                    @for line in agreement.lines(path) {
                        li { (sheet::picture(desk, line.picture.as_ref())) p { (sheet::sentences(desk, &line.text)) } }
                    }
                }
                (sheet::write_on(book.w("sign_mark")))
                (sheet::write_on(book.w("sign_helper")))
                (sheet::write_on(book.w("sign_date")))
                p.foot { (version(desk)) }
            }))
        }
        section.from-policy {
            h2 #from-policy { (book.w("agreement_from")) }
            @for promise in &agreement.promises {
                h3 id=(promise.id) { (promise.title) }
                (rests::in_words(desk, "", &promise.clauses))
            }
        }
    }
}

/// One sheet, in words.
fn in_words(desk: &Desk, agreement: &Agreement) -> Markup {
    let book = desk.book;
    html! {
        section.sheet #sheet aria-labelledby="sheet-title" {
            div.head { h2 #sheet-title { (agreement.title) } }
            ol.promises role="list" {
                @for promise in &agreement.promises {
                    li id=(promise.id) {
                        (sheet::picture(desk, promise.picture.as_ref()))
                        div {
                            h3 { (promise.title) }
                            (desk.blocks(&promise.blocks, ""))
                            (rests::in_numbers(desk, book.w("agreement_rests"), &promise.clauses))
                        }
                    }
                }
            }
            div.signs {
                @if agreement.audience == Audience::Parents { (sheet::write_on(book.w("sign_child"))) }
                (sheet::write_on(book.w("sign_name")))
                (sheet::write_on(book.w("sign_signature")))
                (sheet::write_on(book.w("sign_date")))
            }
            p.foot { span { (version(desk)) } " " span { (book.view.name()) } }
        }
    }
}

/// The version of the policy whose promises these are.
pub fn version(desk: &Desk) -> String {
    let policy = desk.book.view.policy();
    desk.book.fill("footer_policy", &[("title", &policy.title), ("version", &policy.version)])
}

/// The ways to the agreements: all of them, or those of one audience.
pub fn links(desk: &Desk, of: Option<Audience>) -> Markup {
    let agreements = || desk.book.view.agreements().iter().filter(|agreement| of.is_none_or(|of| of == agreement.audience));
    html! {
        @if agreements().next().is_some() {
            ul.more role="list" { @for agreement in agreements() { li { (link(desk, agreement)) } } }
        }
    }
}

/// The way to one of them, in its own words.
pub fn link(desk: &Desk, agreement: &Agreement) -> Markup {
    let path = urls::agreement(&agreement.id);
    let attrs = desk.lang_attrs_of(&PageId::Agreement(agreement.id.clone()));
    html! {
        a href=(desk.here.to(&path)) hreflang=[desk.hreflang(&path)] lang=[attrs.lang] dir=[attrs.dir] { (agreement.title) }
        (desk.abroad(&path))
        (approval::mark(desk.book, &agreement.approval))
    }
}

/// What a lesson says of the agreement that it practises, with the way there.
pub fn practised(desk: &Desk, page: &LessonPage) -> Markup {
    let agreements = desk.book.view.agreements();
    let agreement = agreements.iter().find(|agreement| Some(&agreement.id) == page.agreement.as_ref());
    html! { @if let Some(agreement) = agreement { p.quiz { (desk.book.w("quiz_of")) " " (link(desk, agreement)) } } }
}
