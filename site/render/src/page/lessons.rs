//! The list of lessons, and a page for each: the module with its first screen, the whole lesson as text, and what it rests on.

use super::{agreements, for_the_adult, own_pages, worksheets};
use crate::part::hash::hash;
use crate::part::layout::{Nav, Page, Runs, put, title};
use crate::part::lesson_symbols::{first_picture, symbols_of};
use crate::part::page_context::PageContext;
use crate::part::site_context::SiteContext;
use crate::part::{approval, keeping, lesson_text, screens, shapes, symbols, urls};
use crate::site::Site;
use crate::ssr::Screen;
use fingerpost_lesson::content::Lesson;
use fingerpost_lesson::path::Path;
use fingerpost_lesson::wire::{self, PageData};
use fingerpost_model::{LessonPage, PageId};
use maud::{Markup, PreEscaped, html};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The paths of the pages of a lesson in the original: its own, that for the adult, and the worksheet where it has one.
pub fn paths(page: &LessonPage) -> Vec<String> {
    let id = &page.lesson.id;
    let mut paths = vec![urls::lesson(id), urls::lesson_adult(id)];
    if !worksheets::paths(page).is_empty() {
        paths.push(urls::lesson_worksheet(id));
    }
    paths
}

/// Writes the pages of a lesson.
pub async fn put_pages(site: &mut Site, site_cx: &SiteContext<'_>, page: &LessonPage) {
    put_lesson(site, site_cx, page).await;
    for_the_adult::put_page(site, site_cx, page);
    worksheets::put_page(site, site_cx, page);
}

/// Writes the list of lessons.
pub fn put_index(site: &mut Site, site_cx: &SiteContext) {
    let cx = PageContext::new(site_cx, urls::LESSONS);
    let words = site_cx.text("lessons_title");
    let offers_to_keep = !site_cx.view.lessons().is_empty() && !site_cx.shared.live_reload;
    let body = html! {
        (title(words))
        p.lead { (site_cx.text("lessons_about")) }
        @if site_cx.view.lessons().is_empty() { p { (site_cx.text("lessons_none")) } } @else { (ways(site_cx)) (cards(&cx, 2)) (own_pages::links(&cx)) }
        @if !site_cx.view.agreements().is_empty() { h2 { (site_cx.text("agreements_title")) } (agreements::links(&cx, None)) }
        @if offers_to_keep { (keeping::section(&cx)) }
    };
    let runs = if offers_to_keep { Runs::Keeping } else { Runs::Nothing };
    put(site, &cx, Page { runs, ..Page::new(words, Nav::Lessons, body) });
}

/// The four ways through a lesson, each with its shape.
fn ways(site_cx: &SiteContext) -> Markup {
    html! {
        p { (site_cx.text("lessons_ways")) }
        ul.ways-through role="list" {
            @for path in Path::ALL {
                @let about = format!("lessons_{}", path.id().replace('-', "_"));
                li { (shapes::path(path)) span { strong { (site_cx.view.player_strings().path(path)) } " " (site_cx.text(&about)) } }
            }
        }
    }
}

/// A card for every lesson, with a heading of this level. The aim is told where adults choose: it speaks about the learner.
pub fn cards(cx: &PageContext, level: u8) -> Markup {
    html! {
        ul.cards.lessons role="list" {
            @for page in cx.site.view.lessons().iter() {
                @let path = urls::lesson(&page.lesson.id);
                @let attrs = cx.lang_attrs_of(&PageId::Lesson(page.lesson.id.clone()));
                @let link = html! {
                    a href=(cx.here.to(&path)) hreflang=[cx.hreflang(&path)] lang=[attrs.lang] dir=[attrs.dir] { (page.lesson.title) }
                    (cx.abroad(&path))
                };
                @let mark = approval::mark(cx.site, &page.approval);
                li.card {
                    @if let Some(picture) = first_picture(&page.lesson) { ({ cx.shows(picture); symbols::symbol(picture) }) }
                    div {
                        @if level == 2 { h2 { (link) (mark) } } @else { h3 { (link) (mark) } }
                        @if level == 2 {
                            (agreements::practised(cx, page))
                            p lang=[attrs.lang] dir=[attrs.dir] { (page.aim) }
                            (for_adults(cx, page))
                        }
                    }
                }
            }
        }
    }
}

/// The ways beside a lesson. Whoever hears their names alone hears of which lesson they are.
fn for_adults(cx: &PageContext, page: &LessonPage) -> Markup {
    let attrs = cx.lang_attrs_of(&PageId::Lesson(page.lesson.id.clone()));
    let link = |path: String, word: &str| {
        html! {
            a href=(cx.here.to(&path)) hreflang=[cx.hreflang(&path)] {
                (cx.site.text(word)) span.visually-hidden { ": " (attrs.words(html! { (page.lesson.title) })) }
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

async fn put_lesson(site: &mut Site, site_cx: &SiteContext<'_>, page: &LessonPage) {
    let cx = PageContext::new(site_cx, &urls::lesson(&page.lesson.id));
    let lesson = &with_sounds(site, &cx, page);
    let start = start(lesson);
    let mut symbols = BTreeSet::new();
    symbols_of(lesson, &mut |symbol| {
        symbols.insert(symbol.to_owned());
    });
    symbols::put_pictures(site, site_cx.shared, &symbols);
    let body = html! {
        (title(&lesson.title))
        (agreements::practised(&cx, page))
        (approval::note(site_cx, &page.approval, "draft_lesson"))
        @if let Some(start) = start { (module(&cx, lesson, start)) (own_pages::links(&cx)) }
        (lesson_text::show(&cx, lesson, start))
        (for_the_adult::note(&cx, page))
        @if page.agreement.is_some() { p.of-policy { (agreements::version(&cx)) } }
    };
    let body = screens::put_into(&cx, body).await;
    // The page carries what it shows first; the player fetches the rest when the learner can already begin.
    symbols.extend(fingerpost_player::SYMBOLS.iter().map(|symbol| (*symbol).to_owned()));
    let later: BTreeSet<String> = symbols.difference(&cx.symbols()).cloned().collect();
    let drawings = start.and_then(|_| symbols::put_drawings(site, site_cx.shared, &later));
    let runs = if start.is_some() { Runs::Lesson } else { Runs::Nothing };
    put(site, &cx, Page { runs, drawings, has_sound: !page.sounds.is_empty(), ..Page::new(&lesson.title, Nav::Lessons, body) });
}

/// The lesson with the addresses of its recordings, whose files are put into the site.
fn with_sounds(site: &mut Site, cx: &PageContext, page: &LessonPage) -> Lesson {
    let mut lesson = page.lesson.clone();
    for sound in &page.sounds {
        let path = format!("assets/sound.{}.{}", hash(&sound.bytes), sound.ending);
        if let Some(step) = &mut lesson.moments[sound.moment].steps[sound.path.index()] {
            step.sound = Some(cx.here.to(&path));
        }
        site.files.insert(path, Cow::Owned(sound.bytes.to_vec()));
    }
    lesson
}

fn module(cx: &PageContext, lesson: &Lesson, start: Path) -> Markup {
    let site_cx = cx.site;
    let data = PageData {
        lesson: lesson.clone(),
        strings: site_cx.view.player_strings().clone(),
        start,
        voice_rule: site_cx.voice_rule(),
    };
    let wire = wire::encode(&data);
    // The text of the script element holds no markup: `wire` sees to it.
    html! {
        div data-module="lesson" data-path=(start.id()) { (cx.screen(Screen::Lesson(Box::new(data)))) }
        script type="application/octet-stream" data-for="lesson" { (PreEscaped(wire)) }
    }
}
