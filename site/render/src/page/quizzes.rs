//! The quizzes for everyone, such as that of the parents: the module, all of it as text, and the slip to sign on paper.

use crate::part::book::Book;
use crate::part::desk::Desk;
use crate::part::layout::{Nav, Page, Runs, put, title};
use crate::part::{approval, questions, urls};
use crate::site::Site;
use fingerpost_lesson::quiz::content::Ending;
use fingerpost_lesson::strings::fill;
use fingerpost_model::{Agreement, Audience, QuizPage};
use maud::{Markup, html};

/// Writes a page for each. They are in the original's language only.
pub fn put_pages(site: &mut Site, book: &Book) {
    for page in book.view.quizzes() {
        put_page(site, book, page);
    }
}

/// The ways to those that end in the agreement of this audience.
pub fn ways(desk: &Desk, audience: Audience) -> Markup {
    let view = &desk.book.view;
    let is_theirs = |page: &&QuizPage| agreement(desk.book, page).is_some_and(|agreement| agreement.audience == audience);
    let quizzes: Vec<&QuizPage> = view.quizzes().iter().filter(is_theirs).collect();
    html! {
        @if !quizzes.is_empty() {
            div.asked {
                p { (desk.book.w("quiz_way")) }
                ul.more { @for page in quizzes { li { (way(desk, &urls::quiz(&page.id), page)) } } }
            }
        }
    }
}

/// The way to a quiz or a course, in whose language its title is.
pub fn way(desk: &Desk, path: &str, page: &QuizPage) -> Markup {
    let attrs = desk.book.shared.languages.original_attrs();
    html! {
        a href=(desk.here.to(path)) hreflang=[desk.hreflang(path)] lang=[attrs.lang] dir=[attrs.dir] { (page.document.title) }
        (desk.abroad(path)) (approval::mark(desk.book, &page.approval))
    }
}

fn agreement<'b>(book: &'b Book, page: &QuizPage) -> Option<&'b Agreement> {
    book.view.agreements().iter().find(|agreement| Some(&agreement.id) == page.agreement.as_ref())
}

fn put_page(site: &mut Site, book: &Book, page: &QuizPage) {
    let desk = Desk::new(book, &urls::quiz(&page.id));
    let words = &page.document.title;
    // Without an agreement it is the policy that somebody has read.
    let signed = agreement(book, page).map_or(&book.view.policy().title, |agreement| &agreement.title);
    let quiz = questions::quiz(&desk, page, Ending::Slip { agreement: signed.clone() });
    let body = html! {
        (title(words))
        (approval::note(book, &page.approval, "quiz_draft"))
        div.lead { (desk.blocks(&page.document.blocks, "")) }
        (questions::module(&desk, "quiz", &quiz))
        section.questions.lesson-text aria-label=(book.w("quiz_text")) {
            p { (book.w("quiz_text_about")) }
            @for item in &quiz.items { (questions::text(&desk, &quiz, item, 2)) }
        }
        (slip(book, signed))
    };
    put(site, &desk, Page { runs: Runs::Quiz, for_children: false, kept: false, ..Page::new(words, Nav::Lessons, body) });
}

/// The slip that is signed on paper.
fn slip(book: &Book, signed: &str) -> Markup {
    let (words, view) = (book.view.quiz_strings(), &book.view);
    html! {
        section.sign-off aria-labelledby="slip" {
            h2 #slip { (words.slip_title) }
            p { (fill(&words.slip_says, &[("agreement", signed), ("setting", view.name())])) }
            p { (fill(&words.slip_version, &[("version", &view.policy().version)])) }
            @for line in [&words.slip_child, &words.slip_parent, &words.sign, &words.sign_date] { p.sign { (line) } }
        }
    }
}
