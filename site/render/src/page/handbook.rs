//! The pages of a handbook. An example stands as it is typed, and beside it what it becomes: each of its steps as a picture that the
//! player's own components draw, at first and once it is answered ([`crate::part::answered`]). Nothing in a picture can be pressed or reached;
//! whoever wants to press tries the lesson that the examples of the page make together.

use crate::part::layout::{Nav, Page, Runs, put, title};
use crate::part::page_context::PageContext;
use crate::part::site_context::SiteContext;
use crate::part::{answered, prose, questions, screens, shapes, sheet, urls};
use crate::site::Site;
use crate::ssr::Screen;
use fingerpost_lesson::content::{Lesson, Line, Moment};
use fingerpost_lesson::path::Path;
use fingerpost_lesson::quiz::content::{Ending, Item, Quiz, Rules};
use fingerpost_lesson::quiz::session::Event;
use fingerpost_lesson::session::Session;
use fingerpost_model::{Agreement, Audience, Example, HandbookPage, LessonPage, Piece, Promise, QuizPage};
use fingerpost_player::quiz::Shown;
use maud::{Markup, html};
use std::rc::Rc;

/// Writes the page at a place in the handbook, from 0; the first is the home page.
pub async fn put_page(site: &mut Site, site_cx: &SiteContext<'_>, index: usize) {
    let pages = site_cx.view.handbook();
    let (page, before, after) = (&pages[index], index.checked_sub(1).map(|index| &pages[index]), pages.get(index + 1));
    let cx = PageContext::new(site_cx, &urls::handbook(pages, &page.slug)).showing(example);
    let document = &page.document;
    let step = |page: Option<&HandbookPage>, class: &str, word: &str| {
        html! {
            @if let Some(page) = page {
                a class=(class) href=(cx.here.to(&urls::handbook(pages, &page.slug))) { small { (site_cx.text(word)) } " " span { (page.document.title) } }
            }
        }
    };
    let body = html! {
        article.handbook {
            (title(&document.title))
            (cx.blocks(&document.blocks, ""))
            (cx.on_this_page(&document.parts, ""))
            (cx.parts(&document.parts, "", 0))
        }
        nav.steps aria-label=(site_cx.text("guide_steps")) {
            (step(before, "before", "guide_before"))
            (step(after, "after", "guide_after"))
        }
    };
    let body = screens::put_into(&cx, body).await;
    put(site, &cx, Page { runs: Runs::Handbook, ..Page::new(&document.title, Nav::Handbook, body) });
}

/// An example: what is typed, and what becomes of it.
fn example(cx: &PageContext, example: &Example) -> Markup {
    let typed = prose::typed(&example.source);
    let Some(piece) = &example.piece else { return typed };
    html! {
        div.example {
            figure.source { figcaption { (cx.site.text("guide_source")) } (typed) }
            div.looks data-pagefind-ignore { (looks(cx, piece)) }
        }
    }
}

/// What becomes of a piece, with the ways to the pages on which it can be tried.
fn looks(cx: &PageContext, piece: &Piece) -> Markup {
    let view = &cx.site.view;
    match piece {
        Piece::Lesson(id, steps) => {
            let page = view.lessons().iter().find(|page| page.lesson.id == *id);
            html! { @if let Some(page) = page { (lesson(cx, page, steps)) } }
        }
        Piece::Agreement(id, promises) => {
            let agreement = view.agreements().iter().find(|agreement| agreement.id == *id);
            html! { @if let Some(agreement) = agreement { (self::agreement(cx, agreement, promises)) } }
        }
        Piece::Quiz(id, questions) => {
            let page = view.quizzes().iter().find(|page| page.id == *id);
            html! { @if let Some(page) = page { (asked(cx, page, &urls::quiz(id), questions)) } }
        }
        Piece::Course(id) => {
            let page = view.inductions().iter().find(|page| page.id == *id);
            html! { @if let Some(page) = page { (asked(cx, page, &urls::induction(id), &[])) } }
        }
        Piece::Questions(questions) => {
            let asks = |page: &&QuizPage| page.items.iter().any(|item| questions.contains(&item.item.id));
            let page = view.inductions().iter().find(asks);
            html! { @if let Some(page) = page { (asked(cx, page, &urls::induction(&page.id), questions)) } }
        }
    }
}

/// The way to a page on which an example is real.
fn way(cx: &PageContext, path: &str, words: &str) -> Markup {
    html! { li { a href=(cx.here.to(path)) { (words) } } }
}

/// The steps of a piece of a lesson. A piece without one is seen on the pages beside the lesson.
fn lesson(cx: &PageContext, page: &LessonPage, steps: &[(usize, Path)]) -> Markup {
    let (site_cx, lesson) = (cx.site, &page.lesson);
    let of_moment = |(moment, path): &(usize, Path)| Some((lesson.moments.get(*moment)?, *path));
    html! {
        @for (moment, path) in steps.iter().filter_map(of_moment) {
            figure { (on_path(cx, path)) (pictures(cx, lesson, moment, path)) }
        }
        @if steps.is_empty() { p { (site_cx.text("guide_no_look")) } }
        ul.more role="list" {
            (way(cx, &urls::lesson(&lesson.id), &site_cx.fill("guide_try", &[("name", &lesson.title)])))
            @if steps.is_empty() {
                (way(cx, &urls::lesson_adult(&lesson.id), &site_cx.fill("adult_page", &[("name", &lesson.title)])))
                @if !page.worksheet.is_empty() {
                    (way(cx, &urls::lesson_worksheet(&lesson.id), &site_cx.fill("worksheet_page", &[("name", &lesson.title)])))
                }
            }
        }
    }
}

/// The caption of a picture of something on a path.
fn on_path(cx: &PageContext, path: Path) -> Markup {
    let name = cx.site.view.player_strings().path(path);
    html! { figcaption { (shapes::path(path)) " " (cx.site.fill("guide_looks", &[("path", name)])) } }
}

/// The step as it is met and, where there is something to do, as it is once that is done.
fn pictures(cx: &PageContext, lesson: &Lesson, moment: &Moment, path: Path) -> Markup {
    let only = Lesson { moments: vec![moment.clone()], ..lesson.clone() };
    let session = Session::new(Rc::new(only), path);
    let done = answered::session(&session);
    let screen = |session: &Session| {
        let strings = cx.site.view.player_strings().clone();
        cx.screen(Screen::PictureOfStep(session.clone(), Box::new(strings), cx.site.voice_rule()))
    };
    let at_first = screen(&session);
    let after = (done != session).then(|| screen(&done));
    at_first_and_after(cx, &moment.title, Some(path), &at_first, after.as_ref())
}

fn at_first_and_after(cx: &PageContext, title: &str, path: Option<Path>, at_first: &Markup, after: Option<&Markup>) -> Markup {
    let site_cx = cx.site;
    html! {
        (picture(&site_cx.fill("guide_picture", &[("title", title)]), path, at_first))
        @if let Some(after) = after {
            details {
                summary { (site_cx.text("guide_answered")) }
                (picture(&site_cx.fill("guide_picture_answered", &[("title", title)]), path, after))
            }
        }
    }
}

/// One picture. `inert` keeps everything in it that looks like a control out of reach, also of a screen reader, which hears instead what
/// it is a picture of; what it shows is said in words by the source.
fn picture(name: &str, path: Option<Path>, screen: &Markup) -> Markup {
    html! {
        p.visually-hidden { (name) }
        div.player inert data-figure data-path=[path.map(Path::id)] { (screen) }
    }
}

/// The lines of the promises of a piece: on each path, or in words.
fn agreement(cx: &PageContext, agreement: &Agreement, promises: &[String]) -> Markup {
    let site_cx = cx.site;
    let here: Vec<&Promise> = agreement.promises.iter().filter(|promise| promises.contains(&promise.id)).collect();
    let lines = |path: Path| here.iter().filter_map(|promise| promise.lines[path.index()].as_ref()).collect::<Vec<&Line>>();
    html! {
        @for path in Path::ALL.into_iter().filter(|path| !lines(*path).is_empty()) {
            figure {
                (on_path(cx, path))
                ul.step.promises role="list" data-path=(path.id()) {
                    @for line in lines(path) { li { (sheet::picture(cx, line.picture.as_ref())) span { (sheet::sentences(cx, &line.text)) } } }
                }
            }
        }
        @if agreement.audience != Audience::Children && !here.is_empty() {
            figure {
                figcaption { (site_cx.text("guide_looks_so")) }
                ul.step.promises role="list" {
                    @for promise in &here { li { div { strong { (promise.title) } (cx.blocks(&promise.blocks, "")) } } }
                }
            }
        }
        ul.more role="list" { (way(cx, &urls::agreement(&agreement.id), &site_cx.fill("guide_sheet", &[("name", &agreement.title)]))) }
    }
}

/// The questions of a piece of a quiz, or of what a course asks. Of a case it is the first scene.
fn asked(cx: &PageContext, page: &QuizPage, path: &str, questions: &[String]) -> Markup {
    let site_cx = cx.site;
    // What it ends in is on no picture.
    let quiz = questions::quiz(cx, page, Ending::Record);
    html! {
        @for item in quiz.items.iter().filter(|item| questions.contains(&item.id)) {
            figure { figcaption { (site_cx.text("guide_looks_so")) } (pictures_of_question(cx, &quiz, item)) }
        }
        @if questions.is_empty() { p { (site_cx.text("guide_no_question")) } }
        ul.more role="list" { (way(cx, path, &site_cx.fill("guide_try", &[("name", &quiz.title)]))) }
    }
}

/// A question as it is met, and once every answer has been chosen, the best one last.
fn pictures_of_question(cx: &PageContext, quiz: &Quiz, item: &Item) -> Markup {
    let quiz = Quiz { items: vec![item.clone()], rules: Rules { asked: 0, ..quiz.rules }, ..quiz.clone() };
    let mut shown = Shown::new(&quiz);
    shown.session.apply(Event::Begin(0));
    let mut answers: Vec<(bool, usize)> =
        shown.session.answers().into_iter().map(|(index, answer)| (answer.right, index)).collect();
    answers.sort_unstable();
    let mut done = shown.clone();
    answers.into_iter().for_each(|(_, index)| done.session.apply(Event::Choose(index)));
    let screen = |shown: Shown| cx.screen(Screen::PictureOfQuestion(Box::new(questions::data(cx, &quiz)), shown));
    at_first_and_after(cx, &item.title, None, &screen(shown), Some(&screen(done)))
}
