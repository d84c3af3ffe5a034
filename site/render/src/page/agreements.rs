//! The agreements: what children, parents or others promise, to read and to sign on paper. That of children has a sheet for each path.

use super::quizzes;
use crate::part::layout::{Nav, Page, Runs, put, title};
use crate::part::page_context::PageContext;
use crate::part::prose::nothing;
use crate::part::site_context::SiteContext;
use crate::part::{approval, rests, sheet, urls};
use crate::site::Site;
use fingerpost_lesson::path::Path;
use fingerpost_model::{Agreement, Audience, LessonPage, PageId};
use maud::{Markup, html};

/// Writes the page of an agreement.
pub fn put_page(site: &mut Site, site_cx: &SiteContext, agreement: &Agreement) {
    let cx = PageContext::new(site_cx, &urls::agreement(&agreement.id));
    let for_children = agreement.audience == Audience::Children;
    let body = html! {
        (title(&agreement.title))
        (approval::note(site_cx, &agreement.approval, "draft_agreement"))
        (cx.blocks(&agreement.opening, ""))
        @if let Some(quiz) = quiz_of(site_cx, &agreement.id) { (way_to(&cx, quiz)) }
        (quizzes::ways(&cx, agreement.audience))
        @if for_children { (on_paths(&cx, agreement)) } @else { (in_words(&cx, agreement)) }
    };
    let page = Page { runs: Runs::Paper, for_children, ..Page::new(&agreement.title, Nav::Policy, body) };
    put(site, &cx, page);
}

/// The lesson that practises an agreement.
fn quiz_of<'b>(site_cx: &'b SiteContext, id: &str) -> Option<&'b LessonPage> {
    site_cx.view.lessons().iter().find(|page| page.agreement.as_deref() == Some(id))
}

fn way_to(cx: &PageContext, quiz: &LessonPage) -> Markup {
    let path = urls::lesson(&quiz.lesson.id);
    html! { p { a.button href=(cx.here.to(&path)) hreflang=[cx.hreflang(&path)] { (cx.site.text("agreement_quiz")) } } }
}

/// The lines of each path on a sheet, and where each promise comes from.
fn on_paths(cx: &PageContext, agreement: &Agreement) -> Markup {
    let site_cx = cx.site;
    let paths: Vec<Path> = Path::ALL.into_iter().filter(|path| !agreement.lines(*path).is_empty()).collect();
    html! {
        (sheet::choice(cx, &paths))
        @for path in paths {
            (sheet::sheet(cx, path, &agreement.title, &nothing(), &html! {
                ol.promises role="list" {
                    @for line in agreement.lines(path) {
                        li { (sheet::picture(cx, line.picture.as_ref())) p { (sheet::sentences(cx, &line.text)) } }
                    }
                }
                (sheet::write_on(site_cx.text("sign_mark")))
                (sheet::write_on(site_cx.text("sign_helper")))
                (sheet::write_on(site_cx.text("sign_date")))
                p.foot { (version(cx)) }
            }))
        }
        section.from-policy {
            h2 #from-policy { (site_cx.text("agreement_from")) }
            @for promise in &agreement.promises {
                h3 id=(promise.id) { (promise.title) }
                (rests::in_words(cx, "", &promise.clauses))
            }
        }
    }
}

/// One sheet, in words.
fn in_words(cx: &PageContext, agreement: &Agreement) -> Markup {
    let site_cx = cx.site;
    html! {
        section.sheet #sheet aria-labelledby="sheet-title" {
            div.head { h2 #sheet-title { (agreement.title) } }
            ol.promises role="list" {
                @for promise in &agreement.promises {
                    li id=(promise.id) {
                        (sheet::picture(cx, promise.picture.as_ref()))
                        div {
                            h3 { (promise.title) }
                            (cx.blocks(&promise.blocks, ""))
                            (rests::in_numbers(cx, site_cx.text("agreement_rests"), &promise.clauses))
                        }
                    }
                }
            }
            div.signs {
                @if agreement.audience == Audience::Parents { (sheet::write_on(site_cx.text("sign_child"))) }
                (sheet::write_on(site_cx.text("sign_name")))
                (sheet::write_on(site_cx.text("sign_signature")))
                (sheet::write_on(site_cx.text("sign_date")))
            }
            p.foot { span { (version(cx)) } " " span { (site_cx.view.name()) } }
        }
    }
}

/// The version of the policy whose promises these are.
pub fn version(cx: &PageContext) -> String {
    let policy = cx.site.view.policy();
    cx.site.fill("footer_policy", &[("title", &policy.title), ("version", &policy.version)])
}

/// The ways to the agreements: all of them, or those of one audience.
pub fn links(cx: &PageContext, of: Option<Audience>) -> Markup {
    let agreements = || cx.site.view.agreements().iter().filter(|agreement| of.is_none_or(|of| of == agreement.audience));
    html! {
        @if agreements().next().is_some() {
            ul.more role="list" { @for agreement in agreements() { li { (link(cx, agreement)) } } }
        }
    }
}

/// A link to the page of an agreement, by its title.
pub fn link(cx: &PageContext, agreement: &Agreement) -> Markup {
    let path = urls::agreement(&agreement.id);
    let attrs = cx.lang_attrs_of(&PageId::Agreement(agreement.id.clone()));
    html! {
        a href=(cx.here.to(&path)) hreflang=[cx.hreflang(&path)] lang=[attrs.lang] dir=[attrs.dir] { (agreement.title) }
        (cx.abroad(&path))
        (approval::mark(cx.site, &agreement.approval))
    }
}

/// What a lesson says of the agreement that it practises, with the way there.
pub fn practised(cx: &PageContext, page: &LessonPage) -> Markup {
    let agreements = cx.site.view.agreements();
    let agreement = agreements.iter().find(|agreement| Some(&agreement.id) == page.agreement.as_ref());
    html! { @if let Some(agreement) = agreement { p.quiz { (cx.site.text("quiz_of")) " " (link(cx, agreement)) } } }
}
