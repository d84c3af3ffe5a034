//! The learner's own pages: "My journey" and "How I like it". Each is a module; what it shows is kept on the learner's device and known to nobody else, so without
//! script the page can only say what it would show.

use crate::part::book::Book;
use crate::part::desk::Desk;
use crate::part::layout::{Nav, Page, Runs, put, title};
use crate::part::lesson_symbols::first_picture;
use crate::part::{look, questions, shapes, symbols, urls};
use crate::readers::Readers;
use crate::site::Site;
use fingerpost_lesson::journey::{LessonCard, QuizCard};
use fingerpost_lesson::path::Path;
use fingerpost_lesson::quiz::content::Topic;
use fingerpost_lesson::wire::{self, JourneyData, PreferencesData};
use fingerpost_model::QuizPage;
use maud::{Markup, PreEscaped, html};

/// Writes them, where there are lessons.
pub fn put_pages(site: &mut Site, book: &Book, readers: Readers) {
    if !book.view.lessons().is_empty() {
        put_like(site, book);
        put_journey(site, book, &readers.names_of_courses());
    }
}

/// The ways to them, on the list of lessons and beneath each lesson.
pub fn links(desk: &Desk) -> Markup {
    html! {
        ul.more role="list" data-scan-group {
            @for (path, title) in [(urls::JOURNEY, "journey_title"), (urls::LIKE, "like_title")] {
                li { a href=(desk.here.to(path)) hreflang=[desk.hreflang(path)] { (desk.book.w(title)) (desk.abroad(path)) } }
            }
        }
    }
}

/// The page's four ways, with Easy Read on at first.
fn paths(book: &Book) -> Markup {
    html! {
        fieldset.paths data-scan-group {
            legend { (book.w("like_paths")) }
            @for path in Path::ALL {
                button.path type="button" data-action="path" value=(path.id()) aria-pressed=(path == Path::EasyRead) {
                    (shapes::path(path)) span { (book.view.player_strings().path(path)) }
                }
            }
        }
    }
}

fn put_like(site: &mut Site, book: &Book) {
    let desk = Desk::new(book, urls::LIKE);
    fingerpost_player::SYMBOLS.iter().for_each(|symbol| desk.shows(symbol));
    let data = PreferencesData {
        strings: book.view.player_strings().clone(),
        words: book.view.pages_strings().clone(),
        voice_rule: book.voice_rule(),
    };
    let words = book.w("like_title");
    let wire = wire::encode(&data);
    let body = html! {
        (title(words))
        p.lead { (book.w("like_about")) }
        section.likes {
            (paths(book))
            h2 { (book.w("like_look")) }
            p.sample { ({ desk.shows("happy"); symbols::symbol("happy") }) " " (book.w("like_sample")) }
            (look::all(&desk))
        }
        div data-module="preferences" { (PreEscaped(crate::ssr::preferences(data))) }
        script type="application/octet-stream" data-for="preferences" { (PreEscaped(wire)) }
        p.lesson-text { (book.w("like_needs_script")) }
    };
    put(site, &desk, Page { runs: Runs::Likes, ..Page::new(words, Nav::Lessons, body) });
}

fn put_journey(site: &mut Site, book: &Book, courses: &[QuizPage]) {
    let desk = Desk::new(book, urls::JOURNEY);
    fingerpost_player::progress::symbols().for_each(|symbol| desk.shows(symbol));
    let cards = book.view.lessons().iter().map(|page| {
        let symbol = first_picture(&page.lesson).map(str::to_owned);
        symbol.iter().for_each(|symbol| desk.shows(symbol));
        LessonCard {
            id: page.lesson.id.clone(),
            title: page.lesson.title.clone(),
            symbol,
            aim: page.aim.clone(),
            address: desk.here.to(&urls::lesson(&page.lesson.id)),
            moments: page.lesson.moments.iter().map(|moment| moment.id.clone()).collect(),
        }
    });
    let quizzes = book.view.quizzes().iter().map(|page| (urls::quiz(&page.id), page));
    // Whether somebody has taken a course is known to their device alone, so the page for everybody knows all of them.
    let courses = courses.iter().map(|page| (urls::induction(&page.id), page));
    let quizzes = quizzes.chain(courses).map(|(path, page)| quiz_card(page, desk.here.to(&path)));
    let data = JourneyData {
        strings: book.view.player_strings().clone(),
        words: book.view.journey_strings().clone(),
        lessons: cards.collect(),
        quizzes: quizzes.collect(),
        voice_rule: book.voice_rule(),
    };
    let words = book.w("journey_title");
    let wire = wire::encode(&data);
    let body = html! {
        (title(words))
        p.lead { (book.w("journey_about")) }
        div data-module="progress" { (PreEscaped(crate::ssr::progress(data))) }
        script type="application/octet-stream" data-for="progress" { (PreEscaped(wire)) }
        p.lesson-text { (book.w("journey_needs_script")) }
    };
    put(site, &desk, Page { runs: Runs::Own, ..Page::new(words, Nav::Lessons, body) });
}

/// What "My journey" knows of a quiz or a course that stands at this address.
fn quiz_card(page: &QuizPage, address: String) -> QuizCard {
    let from_here = |read: String| if read.is_empty() { read } else { format!("{address}{read}") };
    let topics = questions::topics(page).into_iter().map(|topic| Topic { read: from_here(topic.read), ..topic }).collect();
    QuizCard { id: page.id.clone(), title: page.document.title.clone(), topics, address }
}
