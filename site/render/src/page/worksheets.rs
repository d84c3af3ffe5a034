//! The worksheet of a lesson: a sheet for each path, made of the lesson's own steps. What is right is not on it; that is on the adult's page,
//! by [`answers`].

use crate::part::layout::{Nav, Page, Runs, put, title};
use crate::part::page_context::PageContext;
use crate::part::site_context::SiteContext;
use crate::part::{approval, shapes, sheet, urls};
use crate::site::Site;
use fingerpost_lesson::content::{Activity, Choice, Line, Moment, Picture, Sort, Step, Text, words};
use fingerpost_lesson::path::Path;
use fingerpost_model::LessonPage;
use maud::{Markup, html};
use std::collections::BTreeSet;

/// Writes the page, where the lesson has a worksheet.
pub fn put_page(site: &mut Site, site_cx: &SiteContext, page: &LessonPage) {
    let paths = paths(page);
    if paths.is_empty() {
        return;
    }
    let lesson = &page.lesson;
    let cx = PageContext::new(site_cx, &urls::lesson_worksheet(&lesson.id));
    let name = site_cx.fill("worksheet_page", &[("name", &lesson.title)]);
    let to = |path: String, word| html! { li { a href=(cx.here.to(&path)) { (site_cx.text(word)) } } };
    let body = html! {
        (title(&name))
        (approval::note(site_cx, &page.approval, "draft_lesson"))
        p.lead { (site_cx.text("worksheet_about")) }
        ul.more role="list" {
            (to(urls::lesson(&lesson.id), "adult_lesson"))
            (to(urls::lesson_adult(&lesson.id), "worksheet_adult"))
        }
        (sheet::choice(&cx, &paths))
        @for path in paths {
            (sheet::sheet(&cx, path, &lesson.title, &sheet::write_on(site_cx.text("sheet_name")), &html! {
                @for (moment, step) in steps(page, path) { (task(&cx, moment, step)) }
            }))
        }
    };
    let page = Page { runs: Runs::Paper, for_children: false, kept: false, ..Page::new(&name, Nav::Lessons, body) };
    put(site, &cx, page);
}

/// The paths that have a sheet.
pub fn paths(page: &LessonPage) -> Vec<Path> {
    Path::ALL.into_iter().filter(|path| steps(page, *path).next().is_some()).collect()
}

fn steps(page: &LessonPage, path: Path) -> impl Iterator<Item = (&Moment, &Step)> {
    let moments = page.worksheet.iter().map(|index| &page.lesson.moments[*index]);
    moments.filter_map(move |moment| Some((moment, moment.on(path)?)))
}

fn task(cx: &PageContext, moment: &Moment, step: &Step) -> Markup {
    let drawn = drawn_over_words(step);
    let pictures: Vec<&Picture> = step.pictures.iter().filter(|picture| !drawn.contains(picture.symbol.as_str())).collect();
    html! {
        section.task data-activity=(step.activity.id()) {
            h3 { (moment.title) }
            @if !pictures.is_empty() || !step.say.is_empty() {
                div.told {
                    @if !pictures.is_empty() { p.pictures { @for picture in pictures { (sheet::picture(cx, Some(picture))) } } }
                    div { @for text in &step.say { p { (sheet::sentences(cx, text)) } } }
                }
            }
            @if let Some(how) = how(&step.activity) {
                p.question { strong { (sheet::sentences(cx, &step.question)) } span.how { (in_words(cx, how, &step.activity)) } }
            }
            (activity(cx, &step.activity))
        }
    }
}

/// The symbols that stand over words of a step: a picture of the same beside them would say it twice, and take room.
fn drawn_over_words(step: &Step) -> BTreeSet<&str> {
    let sentences = step.say.iter().chain([&step.question]).flatten();
    sentences.flat_map(|sentence| &sentence.0).filter_map(|span| span.symbol.as_deref()).collect()
}

/// The key of the words that say what to do on paper; none where there is only something to look at. What does not work on paper is in no
/// worksheet.
fn how(activity: &Activity) -> Option<&'static str> {
    match activity {
        Activity::Look | Activity::Story(_) | Activity::Chat(_) | Activity::Password(_) => None,
        Activity::Choose(_) => Some("sheet_one"),
        Activity::ChooseSeveral(_) => Some("sheet_several"),
        Activity::Spot(_) => Some("sheet_spot"),
        Activity::Find(_) => Some("sheet_find"),
        Activity::People(_) => Some("sheet_people"),
        Activity::Gap(_) => Some("sheet_gap"),
        Activity::Feelings(_) => Some("sheet_feelings"),
        Activity::Sort(_) => Some("sheet_sort"),
        Activity::Match(_) => Some("sheet_match"),
        Activity::Order(_) => Some("sheet_order"),
        Activity::Promise(_) => Some("sheet_promise"),
    }
}

/// What somebody does on paper, in words. What is put in order has as many numbers as there are things.
fn in_words(cx: &PageContext, how: &str, activity: &Activity) -> String {
    match activity {
        Activity::Order(order) => {
            let numbers: Vec<String> = (1..=order.things.len()).map(|number| number.to_string()).collect();
            cx.site.fill(how, &[("numbers", &numbers.join(", "))])
        }
        _ => cx.site.text(how).to_owned(),
    }
}

fn activity(cx: &PageContext, activity: &Activity) -> Markup {
    match activity {
        Activity::Look | Activity::Story(_) | Activity::Chat(_) | Activity::Password(_) => html! {},
        Activity::Choose(options) | Activity::ChooseSeveral(options) | Activity::Spot(options) | Activity::People(options) => {
            ticked(cx, options.iter().map(|option| (option.picture.as_ref(), &option.text)))
        }
        Activity::Find(find) => ticked(cx, find.parts.iter().map(|part| (part.picture.as_ref(), &part.text))),
        Activity::Gap(options) => labels(cx, "to-write", options),
        Activity::Feelings(faces) => labels(cx, "faces", faces),
        Activity::Sort(sort) => sorted(cx, sort),
        Activity::Match(pairs) => columns(cx, pairs),
        Activity::Order(order) => {
            let things = order.at_first.iter().map(|index| &order.things[*index]);
            ticked(cx, things.map(|thing| (thing.picture.as_ref(), &thing.text)))
        }
        Activity::Promise(lines) => promise(cx, lines),
    }
}

/// Options to write or to circle, as a list of this class.
fn labels(cx: &PageContext, class: &str, options: &[Choice]) -> Markup {
    html! {
        ul class=(class) role="list" {
            @for option in options { li { (sheet::labelled(cx, option.picture.as_ref(), &option.text)) } }
        }
    }
}

/// Things with a square before each, to tick or to number.
fn ticked<'a>(cx: &PageContext, things: impl Iterator<Item = (Option<&'a Picture>, &'a Text)>) -> Markup {
    html! {
        ul.boxes role="list" {
            @for (picture, text) in things { li { (sheet::tick_box()) (sheet::labelled(cx, picture, text)) } }
        }
    }
}

/// Things to cut out, or to draw a line from, and the two places where they belong.
fn sorted(cx: &PageContext, sort: &Sort) -> Markup {
    html! {
        ul.to-cut role="list" { @for thing in &sort.things { li { (sheet::labelled(cx, thing.picture.as_ref(), &thing.text)) } } }
        ul.places role="list" { @for group in &sort.groups { li { (sheet::labelled(cx, group.picture.as_ref(), &group.text)) } } }
    }
}

/// Things on one side, and their partners on the other, mixed as in the lesson.
fn columns(cx: &PageContext, pairs: &Sort) -> Markup {
    html! {
        div.columns {
            ul role="list" { @for thing in &pairs.things { li { (sheet::labelled(cx, thing.picture.as_ref(), &thing.text)) } } }
            ul role="list" { @for partner in &pairs.groups { li { (sheet::labelled(cx, partner.picture.as_ref(), &partner.text)) } } }
        }
    }
}

fn promise(cx: &PageContext, lines: &[Line]) -> Markup {
    html! {
        (ticked(cx, lines.iter().map(|line| (line.picture.as_ref(), &line.text))))
        (sheet::write_on(cx.site.text("sign_mark")))
    }
}

/// What fits on each sheet, and why: for the adult.
pub fn answers(cx: &PageContext, page: &LessonPage) -> Markup {
    let site_cx = cx.site;
    // On the first path everything is right.
    let paths: Vec<Path> = paths(page).into_iter().filter(|path| *path != Path::Together).collect();
    html! {
        @if !paths.is_empty() {
            h2 #answers { (site_cx.text("answers_title")) }
            p { (site_cx.text("answers_about")) }
            @for path in paths {
                h3 { (shapes::path(path)) " " (site_cx.view.player_strings().path(path)) }
                dl.right {
                    @for (moment, step) in steps(page, path) {
                        @if step.activity != Activity::Look { div { dt { (moment.title) } dd { (answer(cx, &step.activity)) } } }
                    }
                }
            }
        }
    }
}

fn answer(cx: &PageContext, activity: &Activity) -> Markup {
    if !activity.is_judged() {
        return html! { (cx.site.text("answers_any")) };
    }
    let line = |what: &Text, why: &Text| html! { strong { (words(what)) } " " (words(why)) };
    match activity {
        Activity::Sort(sort) => html! {
            @for (index, group) in sort.groups.iter().enumerate() {
                p { (words(&group.text)) }
                ul { @for thing in sort.things.iter().filter(|thing| thing.group == index) { li { (line(&thing.text, &thing.reason)) } } }
            }
        },
        Activity::Match(pairs) => html! {
            ul {
                @for thing in &pairs.things {
                    li { strong { (words(&thing.text)) " – " (words(&pairs.groups[thing.group].text)) } " " (words(&thing.reason)) }
                }
            }
        },
        Activity::Order(order) => html! { ol { @for thing in &order.things { li { (words(&thing.text)) } } } },
        _ => {
            let options = activity.options().or(match activity {
                Activity::ChooseSeveral(options) => Some(options),
                _ => None,
            });
            html! { ul { @for right in options.into_iter().flatten().filter(|option| option.right) { li { (line(&right.text, &right.reason)) } } } }
        }
    }
}
