//! Questions with their clauses: as data for the player, and as text for a browser without script or WebAssembly.

use super::page_context::PageContext;
use super::prose::heading_of;
use super::site_context::SiteContext;
use crate::ssr::Screen;
use fingerpost_lesson::content::{Text, words};
use fingerpost_lesson::quiz::content::{Answer, ClauseRef, Ending, Item, Quiz, Scene, Topic};
use fingerpost_lesson::strings::fill;
use fingerpost_lesson::wire::{self, QuizData};
use fingerpost_model::text::plain;
use fingerpost_model::walk::walk_clauses;
use fingerpost_model::{PageId, QuizPage, Target};
use maud::{Markup, PreEscaped, html};
use std::collections::{BTreeMap, BTreeSet};

/// What the player asks: the questions of a page, with those of their clauses that its readers may see.
pub fn quiz(cx: &PageContext, page: &QuizPage, ending: Ending) -> Quiz {
    let named = page.items.iter().flat_map(|question| &question.clauses).map(|(id, _)| id.as_str()).collect();
    let seen = clauses_in_view(cx, &named);
    let mut clauses: Vec<ClauseRef> = Vec::new();
    let mut items = Vec::new();
    for question in &page.items {
        let mut index = |named: usize| {
            let (id, _) = &question.clauses[named];
            let clause = seen.get(id.as_str())?;
            Some(clauses.iter().position(|known| known.id == *id).unwrap_or_else(|| {
                clauses.push(clause.clone());
                clauses.len() - 1
            }))
        };
        let mut item = question.item.clone();
        for answer in item.scenes.iter_mut().flat_map(|scene| &mut scene.answers) {
            answer.clauses = answer.clauses.iter().filter_map(|named| index(*named)).collect();
        }
        items.push(item);
    }
    Quiz {
        id: page.id.clone(),
        title: page.document.title.clone(),
        version: cx.site.view.policy().version.clone(),
        topics: topics(page),
        items,
        clauses,
        rules: page.rules,
        ending,
    }
}

/// The topics of a page: the parts of a course; one alone, with nothing to read, of a quiz.
pub fn topics(page: &QuizPage) -> Vec<Topic> {
    let parts = page.document.parts.iter();
    let parts: Vec<Topic> =
        parts.map(|part| Topic { id: part.id.clone(), title: plain(&part.heading), read: format!("#{}", part.id) }).collect();
    if parts.is_empty() {
        return vec![Topic { id: page.id.clone(), title: page.document.title.clone(), read: String::new() }];
    }
    parts
}

/// Those of the clauses with these ids that the page's readers may see, as answers name them.
fn clauses_in_view<'d>(cx: &PageContext<'d>, named: &BTreeSet<&str>) -> BTreeMap<&'d str, ClauseRef> {
    let mut clauses = BTreeMap::new();
    for section in cx.site.view.sections().iter() {
        walk_clauses(&section.document, &mut |clause, words| {
            if !named.contains(clause.id.as_str()) {
                return;
            }
            let target = Target::Page { page: PageId::Section(section.slug.clone()), fragment: Some(clause.id.clone()) };
            let Some(href) = cx.link(&target) else { return };
            let (id, reference) = (clause.id.clone(), clause.reference.clone());
            clauses.insert(clause.id.as_str(), ClauseRef { id, reference, words: plain(words), href, hash: clause.hash() });
        });
    }
    clauses
}

/// The data of a quiz or a course that the player decodes.
pub fn data(cx: &PageContext, quiz: &Quiz) -> QuizData {
    let view = &cx.site.view;
    QuizData {
        quiz: quiz.clone(),
        setting: view.name().to_owned(),
        strings: view.player_strings().clone(),
        words: view.quiz_strings().clone(),
        voice_rule: cx.site.voice_rule(),
    }
}

/// The module with its first screen and its data.
pub fn module(cx: &PageContext, name: &str, quiz: &Quiz) -> Markup {
    let data = data(cx, quiz);
    let wire = wire::encode(&data);
    fingerpost_player::quiz::symbols().for_each(|symbol| cx.shows(symbol));
    html! {
        div data-module=(name) { (cx.screen(Screen::Quiz(Box::new(data)))) }
        script type="application/octet-stream" data-for=(name) { (PreEscaped(wire)) }
    }
}

/// One question as text, with a heading of this level.
pub fn text(cx: &PageContext, quiz: &Quiz, item: &Item, level: u8) -> Markup {
    let site_cx = cx.site;
    html! {
        section.moment {
            (heading_of(level, &item_id(item), &html! { (item.title) }))
            @if item.critical { p.critical { (site_cx.text("quiz_critical")) } }
            @if item.is_case() { p { (site_cx.view.quiz_strings().case) } }
            @for scene in &item.scenes {
                @if item.is_case() { (heading_of(level + 1, &scene_id(item, scene), &html! { (scene.title) })) }
                (self::scene(cx, quiz, item, scene))
            }
        }
    }
}

fn scene(cx: &PageContext, quiz: &Quiz, item: &Item, scene: &Scene) -> Markup {
    let site_cx = cx.site;
    // What is right comes first; what is not has its reason too.
    let right = scene.answers.iter().filter(|answer| answer.right);
    let others = scene.answers.iter().filter(|answer| !answer.right);
    html! {
        @for said in &scene.say { p { (line(said)) } }
        @if !scene.question.is_empty() { p.question { (line(&scene.question)) } }
        @if scene.answers.is_empty() {
            p { (site_cx.view.quiz_strings().case_end) }
        } @else {
            ul.options { @for answer in &scene.answers { li { (line(&answer.text)) } } }
            details.answers {
                summary { (site_cx.text("lesson_answer")) }
                ul {
                    @for answer in right.chain(others) {
                        li {
                            @if answer.right { (site_cx.text("quiz_best")) " " }
                            strong { (line(&answer.text)) } " " (line(&answer.reason))
                            (rules(site_cx, quiz, answer))
                            @if let Some(next) = answer.to.and_then(|to| item.scenes.get(to)) {
                                " " a href={ "#" (scene_id(item, next)) } { (fill(site_cx.text("quiz_goes_on"), &[("scene", &next.title)])) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The ways to the clauses on which a reason rests.
fn rules(site_cx: &SiteContext, quiz: &Quiz, answer: &Answer) -> Markup {
    html! {
        @for clause in answer.clauses.iter().filter_map(|index| quiz.clauses.get(*index)) {
            @let name = site_cx.fill("clause_in_policy", &[("ref", &clause.reference)]);
            " " a.ref href=(clause.href) aria-label=(name) { (clause.reference) }
        }
    }
}

fn line(text: &Text) -> String {
    words(text)
}

/// An id that no heading of the page has.
fn item_id(item: &Item) -> String {
    format!("ask--{}", item.id)
}

fn scene_id(item: &Item, scene: &Scene) -> String {
    format!("ask--{}--{}", item.id, scene.id)
}
