//! The list of lessons, and a page for each: the module with its first screen, the whole lesson as text, and what it rests on.

use super::{agreements, for_the_adult, own_pages, worksheets};
use crate::part::book::Book;
use crate::part::desk::Desk;
use crate::part::hash::hash;
use crate::part::layout::{Nav, Page, Runs, put, title};
use crate::part::lesson_symbols::{first_picture, symbols_of};
use crate::part::{approval, keeping, lesson_text, shapes, symbols, urls};
use crate::site::Site;
use fingerpost_lesson::content::Lesson;
use fingerpost_lesson::path::Path;
use fingerpost_lesson::wire::{self, PageData};
use fingerpost_model::{LessonPage, PageId};
use maud::{Markup, PreEscaped, html};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Writes the list and every lesson.
pub fn put_pages(site: &mut Site, book: &Book) {
    put_index(site, book);
    for page in book.view.lessons() {
        if book.shared.languages.here().has(&urls::lesson(&page.lesson.id)) {
            put_lesson(site, book, page);
            for_the_adult::put_page(site, book, page);
            worksheets::put_page(site, book, page);
        }
    }
}

fn put_index(site: &mut Site, book: &Book) {
    let desk = Desk::new(book, urls::LESSONS);
    let words = book.w("lessons_title");
    let offers_to_keep = !book.view.lessons().is_empty() && !book.shared.live_reload;
    let body = html! {
        (title(words))
        p.lead { (book.w("lessons_about")) }
        @if book.view.lessons().is_empty() { p { (book.w("lessons_none")) } } @else { (ways(book)) (cards(&desk, 2)) (own_pages::links(&desk)) }
        @if !book.view.agreements().is_empty() { h2 { (book.w("agreements_title")) } (agreements::links(&desk, None)) }
        @if offers_to_keep { (keeping::section(&desk)) }
    };
    let runs = if offers_to_keep { Runs::Keeping } else { Runs::Nothing };
    put(site, &desk, Page { runs, ..Page::new(words, Nav::Lessons, body) });
}

/// The four ways through a lesson, each with its shape.
fn ways(book: &Book) -> Markup {
    html! {
        p { (book.w("lessons_ways")) }
        ul.ways-through role="list" {
            @for path in Path::ALL {
                @let about = format!("lessons_{}", path.id().replace('-', "_"));
                li { (shapes::path(path)) span { strong { (book.view.player_strings().path(path)) } " " (book.w(&about)) } }
            }
        }
    }
}

/// A card for every lesson, with a heading of this level. The aim is told where adults choose: it speaks about the learner.
pub fn cards(desk: &Desk, level: u8) -> Markup {
    html! {
        ul.cards.lessons role="list" {
            @for page in desk.book.view.lessons() {
                @let path = urls::lesson(&page.lesson.id);
                @let attrs = desk.lang_attrs_of(&PageId::Lesson(page.lesson.id.clone()));
                @let link = html! {
                    a href=(desk.here.to(&path)) hreflang=[desk.hreflang(&path)] lang=[attrs.lang] dir=[attrs.dir] { (page.lesson.title) }
                    (desk.abroad(&path))
                };
                @let mark = approval::mark(desk.book, &page.approval);
                li.card {
                    @if let Some(picture) = first_picture(&page.lesson) { ({ desk.shows(picture); symbols::symbol(picture) }) }
                    div {
                        @if level == 2 { h2 { (link) (mark) } } @else { h3 { (link) (mark) } }
                        @if level == 2 {
                            (agreements::practised(desk, page))
                            p lang=[attrs.lang] dir=[attrs.dir] { (page.aim) }
                            (for_adults(desk, page))
                        }
                    }
                }
            }
        }
    }
}

/// The ways beside a lesson. Whoever hears their names alone hears of which lesson they are.
fn for_adults(desk: &Desk, page: &LessonPage) -> Markup {
    let attrs = desk.lang_attrs_of(&PageId::Lesson(page.lesson.id.clone()));
    let link = |path: String, word: &str| {
        html! {
            a href=(desk.here.to(&path)) hreflang=[desk.hreflang(&path)] {
                (desk.book.w(word)) span.visually-hidden { ": " (attrs.words(html! { (page.lesson.title) })) }
            }
        }
    };
    html! {
        p.beside {
            (link(urls::lesson_adult(&page.lesson.id), "adult_title"))
            @if !page.worksheet.is_empty() { " " (link(urls::lesson_worksheet(&page.lesson.id), "worksheet_title")) }
        }
    }
}

/// Easy Read where the lesson has it, else the first path it has.
fn start(lesson: &Lesson) -> Option<Path> {
    let has = |path: &Path| lesson.moments.iter().any(|moment| moment.on(*path).is_some());
    Some(Path::EasyRead).filter(has).or_else(|| Path::ALL.into_iter().find(has))
}

fn put_lesson(site: &mut Site, book: &Book, page: &LessonPage) {
    let desk = Desk::new(book, &urls::lesson(&page.lesson.id));
    let lesson = &with_sounds(site, &desk, page);
    let start = start(lesson);
    let mut symbols = BTreeSet::new();
    symbols_of(lesson, &mut |symbol| {
        symbols.insert(symbol.to_owned());
    });
    symbols::put_pictures(site, book.shared, &symbols);
    let body = html! {
        (title(&lesson.title))
        (agreements::practised(&desk, page))
        (approval::note(book, &page.approval, "draft_lesson"))
        @if let Some(start) = start { (module(&desk, lesson, start)) (own_pages::links(&desk)) }
        (lesson_text::show(&desk, lesson, start))
        (for_the_adult::note(&desk, page))
        @if page.agreement.is_some() { p.of-policy { (agreements::version(&desk)) } }
    };
    // The page carries what it shows first; the player fetches the rest when the learner can already begin.
    symbols.extend(fingerpost_player::SYMBOLS.iter().map(|symbol| (*symbol).to_owned()));
    let later: BTreeSet<String> = symbols.difference(&desk.symbols()).cloned().collect();
    let drawings = start.and_then(|_| symbols::put_drawings(site, book.shared, &later));
    let runs = if start.is_some() { Runs::Lesson } else { Runs::Nothing };
    put(site, &desk, Page { runs, drawings, has_sound: !page.sounds.is_empty(), ..Page::new(&lesson.title, Nav::Lessons, body) });
}

/// The lesson with the addresses of its recordings, whose files are put into the site.
fn with_sounds(site: &mut Site, desk: &Desk, page: &LessonPage) -> Lesson {
    let mut lesson = page.lesson.clone();
    for sound in &page.sounds {
        let path = format!("assets/sound.{}.{}", hash(&sound.bytes), sound.ending);
        if let Some(step) = &mut lesson.moments[sound.moment].steps[sound.path.index()] {
            step.sound = Some(desk.here.to(&path));
        }
        site.files.insert(path, Cow::Owned(sound.bytes.to_vec()));
    }
    lesson
}

fn module(desk: &Desk, lesson: &Lesson, start: Path) -> Markup {
    let book = desk.book;
    let data =
        PageData { lesson: lesson.clone(), strings: book.view.player_strings().clone(), start, voice_rule: book.voice_rule() };
    let wire = wire::encode(&data);
    let screen = crate::ssr::lesson(data);
    symbols::used_in(&screen).for_each(|symbol| desk.shows(symbol));
    // The text of the script element holds no markup: `wire` sees to it.
    html! {
        div data-module="lesson" data-path=(start.id()) { (PreEscaped(screen)) }
        script type="application/octet-stream" data-for="lesson" { (PreEscaped(wire)) }
    }
}
