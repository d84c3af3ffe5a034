//! The courses of staff induction: what is read, the duties from the policy, what is asked, and a record for paper. Each is rendered from what
//! all its readers may see, is found by them alone, and leads to the parts that only they see where these stand.

use super::quizzes::way;
use crate::listed::{Listed, Reach};
use crate::part::book::{Book, Shared};
use crate::part::desk::Desk;
use crate::part::duties::{self, Seen};
use crate::part::layout::{Nav, Page, Runs, put, title};
use crate::part::restricted::Restricted;
use crate::part::{approval, questions, urls};
use crate::readers::Readers;
use crate::site::Site;
use fingerpost_lesson::quiz::content::{Ending, Quiz};
use fingerpost_model::{Audience, Part, QuizPage};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// The part beneath which the program lists the duties of those who take the course.
const DUTIES: &str = "duties";

/// Writes a page for each. They are in the original's language only.
pub fn put_pages(site: &mut Site, readers: Readers, shared: &Shared) {
    for (id, audiences, view) in readers.courses() {
        let book = Book { view, original: None, shared };
        if let [first, others @ ..] = audiences
            && let Some(page) = book.view.inductions().iter().find(|seen| seen.id == id)
        {
            put_page(site, &book, page, *first, others);
        }
    }
}

/// The ways to the courses that the reader takes.
pub fn ways(desk: &Desk) -> Markup {
    let courses = desk.book.view.inductions();
    html! {
        @if !courses.is_empty() {
            div.asked {
                p { (desk.book.w("induction_way")) }
                ul.more { @for page in courses { li { (way(desk, &urls::induction(&page.id), page)) } } }
            }
        }
    }
}

fn put_page(site: &mut Site, book: &Book, page: &QuizPage, reader: Audience, others: &[Audience]) {
    let path = urls::induction(&page.id);
    let desk = Desk::new(book, &path).with_terms().leading_to(urls::audience(reader), Restricted::in_view(book).ids());
    let words = &page.document.title;
    let quiz = questions::quiz(&desk, page, Ending::Record);
    let body = html! {
        article.course {
            (title(words))
            (approval::note(book, &page.approval, "quiz_draft"))
            div.lead { (desk.blocks(&page.document.blocks, "")) }
            nav.contents aria-labelledby="contents" {
                h2 #contents { (book.w("on_this_page")) }
                ol {
                    @for part in &page.document.parts { li { a href={ "#" (part.id) } { (desk.bare(&part.heading)) } } }
                    li { a href="#questions" { (book.w("induction_questions")) } }
                }
            }
            @for part in &page.document.parts { (self::part(&desk, page, part)) }
        }
        h2 #questions { (book.w("induction_questions")) }
        p { (book.w("induction_questions_about")) }
        (questions::module(&desk, "induction", &quiz))
        (as_text(&desk, &quiz))
        (record(book, &quiz))
    };
    let page = Page { runs: Runs::Course, ..Page::new(words, Nav::Policy, body) };
    if book.view.is_handbook() {
        return put(site, &desk, page);
    }
    put(site, &desk, Page { reach: Reach::Only(reader), search: Some(reader), ..page });
    // Whoever else takes it finds it in a search of their own.
    for other in others {
        site.pages.push(Listed { path: path.clone(), title: words.clone(), reach: Reach::Only(*other) });
    }
}

fn part(desk: &Desk, page: &QuizPage, part: &Part) -> Markup {
    let book = desk.book;
    html! {
        section aria-labelledby=(part.id) {
            (desk.part(part, "", 0))
            @if part.id == DUTIES {
                @if !book.view.is_handbook() {
                    p.printed { (book.w("induction_print")) }
                }
                div.folded {
                    @for section in duties::of(book, page.audiences(), Seen::All, &mut BTreeSet::new()) { (section.show_folded(desk)) }
                }
            }
        }
    }
}

/// Every question as text, topic by topic.
fn as_text(desk: &Desk, quiz: &Quiz) -> Markup {
    let book = desk.book;
    html! {
        section.questions.of-course.lesson-text aria-label=(book.w("quiz_text")) {
            p { (book.w("quiz_text_about")) }
            @for (index, topic) in quiz.topics.iter().enumerate() {
                @let items: Vec<_> = quiz.items.iter().filter(|item| item.topic == index).collect();
                @if !items.is_empty() {
                    details.on-path {
                        summary { h3 { (topic.title) } }
                        @for item in items { (questions::text(desk, quiz, item, 4)) }
                    }
                }
            }
        }
    }
}

/// A record that is filled in by hand.
fn record(book: &Book, quiz: &Quiz) -> Markup {
    let words = book.view.quiz_strings();
    html! {
        section.sign-off aria-labelledby="record" {
            h2 #record { (words.record_title) }
            p { (book.w("induction_sheet_about")) }
            p { (words.record_what) ": " (quiz.title) }
            p { (words.record_where) ": " (book.view.name()) }
            p { (words.record_version) ": " (quiz.version) }
            p.sign { (words.record_who) }
            p.sign { (words.record_on) }
            div.table role="region" tabindex="0" aria-label=(book.w("table")) {
                table {
                thead { tr { th scope="col" { (words.record_topics) } th scope="col" { (words.record_result) } } }
                tbody { @for topic in &quiz.topics { tr { th scope="row" { (topic.title) } td {} } } }
                }
            }
            @for line in [&words.sign, &words.record_manager, &words.sign, &words.sign_date] { p.sign { (line) } }
        }
    }
}
