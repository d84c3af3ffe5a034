//! The quizzes for everyone, such as that of the parents: the module, all of it as text, and the slip to sign on paper.

use crate::part::layout::{Nav, Page, Runs, put, title};
use crate::part::page_context::PageContext;
use crate::part::site_context::SiteContext;
use crate::part::{approval, questions, screens, urls};
use crate::site::Site;
use fingerpost_lesson::quiz::content::Ending;
use fingerpost_lesson::strings::fill;
use fingerpost_model::{Agreement, Audience, QuizPage};
use maud::{Markup, html};

/// The ways to those that end in the agreement of this audience.
pub fn ways(cx: &PageContext, audience: Audience) -> Markup {
    let view = &cx.site.view;
    let is_theirs = |page: &&QuizPage| agreement(cx.site, page).is_some_and(|agreement| agreement.audience == audience);
    let quizzes: Vec<&QuizPage> = view.quizzes().iter().filter(is_theirs).collect();
    html! {
        @if !quizzes.is_empty() {
            div.asked {
                p { (cx.site.text("quiz_way")) }
                ul.more { @for page in quizzes { li { (way(cx, &urls::quiz(&page.id), page)) } } }
            }
        }
    }
}

/// The way to a quiz or a course, in whose language its title is.
pub fn way(cx: &PageContext, path: &str, page: &QuizPage) -> Markup {
    let attrs = cx.site.shared.languages.original_attrs();
    html! {
        a href=(cx.here.to(path)) hreflang=[cx.hreflang(path)] lang=[attrs.lang] dir=[attrs.dir] { (page.document.title) }
        (cx.abroad(path)) (approval::mark(cx.site, &page.approval))
    }
}

fn agreement<'b>(site_cx: &'b SiteContext, page: &QuizPage) -> Option<&'b Agreement> {
    site_cx.view.agreements().iter().find(|agreement| Some(&agreement.id) == page.agreement.as_ref())
}

/// Writes the page of a quiz. It is in the original's language only.
pub async fn put_page(site: &mut Site, site_cx: &SiteContext<'_>, page: &QuizPage) {
    let cx = PageContext::new(site_cx, &urls::quiz(&page.id));
    let words = &page.document.title;
    // Without an agreement it is the policy that somebody has read.
    let signed = agreement(site_cx, page).map_or(&site_cx.view.policy().title, |agreement| &agreement.title);
    let quiz = questions::quiz(&cx, page, Ending::Slip { agreement: signed.clone() });
    let body = html! {
        (title(words))
        (approval::note(site_cx, &page.approval, "quiz_draft"))
        div.lead { (cx.blocks(&page.document.blocks, "")) }
        (questions::module(&cx, "quiz", &quiz))
        section.questions.lesson-text aria-label=(site_cx.text("quiz_text")) {
            p { (site_cx.text("quiz_text_about")) }
            @for item in &quiz.items { (questions::text(&cx, &quiz, item, 2)) }
        }
        (slip(site_cx, signed))
    };
    let body = screens::put_into(&cx, body).await;
    put(site, &cx, Page { runs: Runs::Quiz, for_children: false, kept: false, ..Page::new(words, Nav::Lessons, body) });
}

/// The slip that is signed on paper.
fn slip(site_cx: &SiteContext, signed: &str) -> Markup {
    let (words, view) = (site_cx.view.quiz_strings(), &site_cx.view);
    html! {
        section.sign-off aria-labelledby="slip" {
            h2 #slip { (words.slip_title) }
            p { (fill(&words.slip_says, &[("agreement", signed), ("setting", view.name())])) }
            p { (fill(&words.slip_version, &[("version", &view.policy().version)])) }
            @for line in [&words.slip_child, &words.slip_parent, &words.sign, &words.sign_date] { p.sign { (line) } }
        }
    }
}
