//! The learner's own pages: "My journey" and "How I like it". Each is a module; what it shows is kept on the learner's device and known to nobody else, so without
//! script the page can only say what it would show.

use crate::part::layout::{Nav, Page, Runs, put, title};
use crate::part::lesson_symbols::first_picture;
use crate::part::page_context::PageContext;
use crate::part::site_context::SiteContext;
use crate::part::{look, questions, screens, shapes, symbols, urls};
use crate::readers::Readers;
use crate::site::Site;
use crate::ssr::Screen;
use fingerpost_lesson::journey::{LessonCard, QuizCard};
use fingerpost_lesson::path::Path;
use fingerpost_lesson::quiz::content::Topic;
use fingerpost_lesson::wire::{self, JourneyData, PreferencesData};
use fingerpost_model::QuizPage;
use maud::{Markup, PreEscaped, html};

/// The ways to them, on the list of lessons and beneath each lesson.
pub fn links(cx: &PageContext) -> Markup {
    html! {
        ul.more role="list" data-scan-group {
            @for (path, title) in [(urls::JOURNEY, "journey_title"), (urls::LIKE, "like_title")] {
                li { a href=(cx.here.to(path)) hreflang=[cx.hreflang(path)] { (cx.site.text(title)) (cx.abroad(path)) } }
            }
        }
    }
}

/// The page's four ways, with Easy Read on at first.
fn paths(site_cx: &SiteContext) -> Markup {
    html! {
        fieldset.paths data-scan-group {
            legend { (site_cx.text("like_paths")) }
            @for path in Path::ALL {
                button.path type="button" data-action="path" value=(path.id()) aria-pressed=(path == Path::EasyRead) {
                    (shapes::path(path)) span { (site_cx.view.player_strings().path(path)) }
                }
            }
        }
    }
}

/// Writes "How I like it".
pub async fn put_like(site: &mut Site, site_cx: &SiteContext<'_>) {
    let cx = PageContext::new(site_cx, urls::LIKE);
    fingerpost_player::SYMBOLS.iter().for_each(|symbol| cx.shows(symbol));
    let data = PreferencesData {
        strings: site_cx.view.player_strings().clone(),
        words: site_cx.view.pages_strings().clone(),
        voice_rule: site_cx.voice_rule(),
    };
    let words = site_cx.text("like_title");
    let wire = wire::encode(&data);
    let body = html! {
        (title(words))
        p.lead { (site_cx.text("like_about")) }
        section.likes {
            (paths(site_cx))
            h2 { (site_cx.text("like_look")) }
            p.sample { ({ cx.shows("happy"); symbols::symbol("happy") }) " " (site_cx.text("like_sample")) }
            (look::all(&cx))
        }
        div data-module="preferences" { (cx.screen(Screen::Preferences(Box::new(data)))) }
        script type="application/octet-stream" data-for="preferences" { (PreEscaped(wire)) }
        p.lesson-text { (site_cx.text("like_needs_script")) }
    };
    let body = screens::put_into(&cx, body).await;
    put(site, &cx, Page { runs: Runs::Likes, ..Page::new(words, Nav::Lessons, body) });
}

/// Writes "My journey".
pub async fn put_journey(site: &mut Site, site_cx: &SiteContext<'_>, readers: Readers<'_>) {
    let cx = PageContext::new(site_cx, urls::JOURNEY);
    fingerpost_player::progress::symbols().for_each(|symbol| cx.shows(symbol));
    let cards = site_cx.view.lessons().iter().map(|page| {
        let symbol = first_picture(&page.lesson).map(str::to_owned);
        symbol.iter().for_each(|symbol| cx.shows(symbol));
        LessonCard {
            id: page.lesson.id.clone(),
            title: page.lesson.title.clone(),
            symbol,
            aim: page.aim.clone(),
            address: cx.here.to(&urls::lesson(&page.lesson.id)),
            moments: page.lesson.moments.iter().map(|moment| moment.id.clone()).collect(),
        }
    });
    let quizzes = site_cx.view.quizzes().iter().map(|page| (urls::quiz(&page.id), page));
    // Whether somebody has taken a course is known to their device alone, so the page for everybody knows all of them.
    let courses = readers.names_of_courses();
    let courses = courses.iter().map(|page| (urls::induction(&page.id), page));
    let quizzes = quizzes.chain(courses).map(|(path, page)| quiz_card(page, cx.here.to(&path)));
    let data = JourneyData {
        strings: site_cx.view.player_strings().clone(),
        words: site_cx.view.journey_strings().clone(),
        lessons: cards.collect(),
        quizzes: quizzes.collect(),
        voice_rule: site_cx.voice_rule(),
    };
    let words = site_cx.text("journey_title");
    let wire = wire::encode(&data);
    let body = html! {
        (title(words))
        p.lead { (site_cx.text("journey_about")) }
        div data-module="progress" { (cx.screen(Screen::Progress(Box::new(data)))) }
        script type="application/octet-stream" data-for="progress" { (PreEscaped(wire)) }
        p.lesson-text { (site_cx.text("journey_needs_script")) }
    };
    let body = screens::put_into(&cx, body).await;
    put(site, &cx, Page { runs: Runs::Own, ..Page::new(words, Nav::Lessons, body) });
}

/// What "My journey" knows of a quiz or a course that stands at this address.
fn quiz_card(page: &QuizPage, address: String) -> QuizCard {
    let from_here = |read: String| if read.is_empty() { read } else { format!("{address}{read}") };
    let topics = questions::topics(page).into_iter().map(|topic| Topic { read: from_here(topic.read), ..topic }).collect();
    QuizCard { id: page.id.clone(), title: page.document.title.clone(), topics, address }
}
