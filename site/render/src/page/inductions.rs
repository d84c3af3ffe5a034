//! The courses of staff induction: what is read, the duties from the policy, what is asked, and a record for paper. Each is rendered from what
//! all its readers may see, is found by them alone, and leads to the parts that only they see where these stand.

use super::quizzes::way;
use crate::listed::{Listed, Reach};
use crate::part::duties::{self, Seen};
use crate::part::layout::{Nav, Page, Runs, put, title};
use crate::part::page_context::PageContext;
use crate::part::restricted::Restricted;
use crate::part::site_context::{Shared, SiteContext};
use crate::part::{approval, questions, screens, urls};
use crate::readers::Readers;
use crate::site::Site;
use fingerpost_lesson::quiz::content::{Ending, Quiz};
use fingerpost_model::{Audience, Part, QuizPage};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// The part beneath which the program lists the duties of those who take the course.
const DUTIES: &str = "duties";

/// Writes the page of the course with this id, from what all see who take it. It is in the original's language only.
pub async fn put_page(site: &mut Site, readers: Readers<'_>, shared: &Shared<'_>, id: &str, audiences: &[Audience]) {
    let site_cx = SiteContext { view: readers.all_of(audiences), original: None, shared };
    if let [first, others @ ..] = audiences
        && let Some(page) = site_cx.view.inductions().iter().find(|seen| seen.id == id)
    {
        put_course(site, &site_cx, page, *first, others).await;
    }
}

/// The ways to the courses that the reader takes.
pub fn ways(cx: &PageContext) -> Markup {
    let courses = cx.site.view.inductions();
    html! {
        @if !courses.is_empty() {
            div.asked {
                p { (cx.site.text("induction_way")) }
                ul.more { @for page in courses.iter() { li { (way(cx, &urls::induction(&page.id), page)) } } }
            }
        }
    }
}

async fn put_course(site: &mut Site, site_cx: &SiteContext<'_>, page: &QuizPage, reader: Audience, others: &[Audience]) {
    let path = urls::induction(&page.id);
    let cx = PageContext::new(site_cx, &path).with_terms().leading_to(urls::audience(reader), Restricted::in_view(site_cx).ids());
    let words = &page.document.title;
    let quiz = questions::quiz(&cx, page, Ending::Record);
    let body = html! {
        article.course {
            (title(words))
            (approval::note(site_cx, &page.approval, "quiz_draft"))
            div.lead { (cx.blocks(&page.document.blocks, "")) }
            nav.contents aria-labelledby="contents" {
                h2 #contents { (site_cx.text("on_this_page")) }
                ol {
                    @for part in &page.document.parts { li { a href={ "#" (part.id) } { (cx.bare(&part.heading)) } } }
                    li { a href="#questions" { (site_cx.text("induction_questions")) } }
                }
            }
            @for part in &page.document.parts { (self::part(&cx, page, part)) }
        }
        h2 #questions { (site_cx.text("induction_questions")) }
        p { (site_cx.text("induction_questions_about")) }
        (questions::module(&cx, "induction", &quiz))
        (as_text(&cx, &quiz))
        (record(site_cx, &quiz))
    };
    let body = screens::put_into(&cx, body).await;
    let page = Page { runs: Runs::Course, ..Page::new(words, Nav::Policy, body) };
    if site_cx.view.is_handbook() {
        return put(site, &cx, page);
    }
    put(site, &cx, Page { reach: Reach::Only(reader), search: Some(reader), ..page });
    // Whoever else takes it finds it in a search of their own.
    for other in others {
        site.pages.push(Listed { path: path.clone(), title: words.clone(), reach: Reach::Only(*other) });
    }
}

fn part(cx: &PageContext, page: &QuizPage, part: &Part) -> Markup {
    let site_cx = cx.site;
    html! {
        section aria-labelledby=(part.id) {
            (cx.part(part, "", 0))
            @if part.id == DUTIES {
                @if !site_cx.view.is_handbook() {
                    p.printed { (site_cx.text("induction_print")) }
                }
                div.folded {
                    @for section in duties::of(site_cx, page.audiences(), Seen::All, &mut BTreeSet::new()) { (section.show_folded(cx)) }
                }
            }
        }
    }
}

/// Every question as text, topic by topic.
fn as_text(cx: &PageContext, quiz: &Quiz) -> Markup {
    let site_cx = cx.site;
    html! {
        section.questions.of-course.lesson-text aria-label=(site_cx.text("quiz_text")) {
            p { (site_cx.text("quiz_text_about")) }
            @for (index, topic) in quiz.topics.iter().enumerate() {
                @let items: Vec<_> = quiz.items.iter().filter(|item| item.topic == index).collect();
                @if !items.is_empty() {
                    details.on-path {
                        summary { h3 { (topic.title) } }
                        @for item in items { (questions::text(cx, quiz, item, 4)) }
                    }
                }
            }
        }
    }
}

/// A record that is filled in by hand.
fn record(site_cx: &SiteContext, quiz: &Quiz) -> Markup {
    let words = site_cx.view.quiz_strings();
    html! {
        section.sign-off aria-labelledby="record" {
            h2 #record { (words.record_title) }
            p { (site_cx.text("induction_sheet_about")) }
            p { (words.record_what) ": " (quiz.title) }
            p { (words.record_where) ": " (site_cx.view.name()) }
            p { (words.record_version) ": " (quiz.version) }
            p.sign { (words.record_who) }
            p.sign { (words.record_on) }
            div.table role="region" tabindex="0" aria-label=(site_cx.text("table")) {
                table {
                thead { tr { th scope="col" { (words.record_topics) } th scope="col" { (words.record_result) } } }
                tbody { @for topic in &quiz.topics { tr { th scope="row" { (topic.title) } td {} } } }
                }
            }
            @for line in [&words.sign, &words.record_manager, &words.sign, &words.sign_date] { p.sign { (line) } }
        }
    }
}
