//! The whole lesson as text, on each of its paths: what a reader without script has, and what is printed.

use super::page_context::PageContext;
use super::shapes;
use super::symbols::image;
use fingerpost_lesson::content::{Activity, Choice, Lesson, Line, Moment, Picture, Scene, Sort, Step, Text, Word};
use fingerpost_lesson::path::Path;
use fingerpost_lesson::strings::fill;
use maud::{Markup, html};

/// The lesson on each path it has; the path to start with is open.
pub fn show(cx: &PageContext, lesson: &Lesson, start: Option<Path>) -> Markup {
    let paths = Path::ALL.into_iter().filter(|path| lesson.moments.iter().any(|moment| moment.on(*path).is_some()));
    html! {
        section.lesson-text aria-label=(cx.site.text("lesson_text")) {
            @for path in paths {
                details.on-path open[Some(path) == start] {
                    summary { h2 { (shapes::path(path)) " " (cx.site.view.player_strings().path(path)) } }
                    @for moment in &lesson.moments {
                        @if let Some(step) = moment.on(path) { (self::step(cx, path, moment, step)) }
                    }
                }
            }
        }
    }
}

fn step(cx: &PageContext, path: Path, moment: &Moment, step: &Step) -> Markup {
    let site_cx = cx.site;
    html! {
        section.moment {
            h3 { (moment.title) }
            @if !step.pictures.is_empty() {
                p.picture { @for shown in &step.pictures { (picture(cx, Some(shown))) } }
            }
            @if let Some(sound) = &step.sound {
                audio controls preload="none" src=(sound) aria-label=(site_cx.view.player_strings().listen) {}
            }
            (paragraphs(cx, path, &step.say))
            @if !step.question.is_empty() { div.question { (sentences(cx, &step.question)) } }
            @match &step.activity {
                Activity::Look => {}
                Activity::Choose(choices)
                | Activity::Gap(choices)
                | Activity::Spot(choices)
                | Activity::ChooseSeveral(choices) => (self::choices(cx, choices)),
                Activity::Find(find) => (self::choices(cx, &find.parts)),
                Activity::Feelings(options) | Activity::People(options) => (all_right(cx, options)),
                Activity::Sort(sort) => (self::sort(cx, sort)),
                Activity::Match(pairs) => (self::pairs(cx, pairs)),
                Activity::Order(order) => {
                    ul.options { @for index in &order.at_first { (option(cx, order.things[*index].picture.as_ref(), &order.things[*index].text)) } }
                    (answer(cx, &html! { ol { @for thing in &order.things { li { (words(&thing.text)) } } } }))
                }
                Activity::Story(scenes) => (story(cx, path, moment, scenes)),
                Activity::Chat(scenes) => (chat(cx, path, moment, scenes)),
                Activity::Password(list) => (password(cx, path, list)),
                Activity::Promise(lines) => (promise(cx, lines)),
            }
            @if !step.hint.is_empty() {
                details { summary { (site_cx.text("lesson_hint")) } (sentences(cx, &step.hint)) }
            }
            (sentences(cx, &step.after))
        }
    }
}

fn choices(cx: &PageContext, choices: &[Choice]) -> Markup {
    // What is right comes first; what is not has its reason too.
    let right = choices.iter().filter(|choice| choice.right);
    let others = choices.iter().filter(|choice| !choice.right);
    html! {
        ul.options { @for choice in choices { (option(cx, choice.picture.as_ref(), &choice.text)) } }
        (answer(cx, &html! {
            ul {
                @for choice in right.chain(others) { li { strong { (words(&choice.text)) } " " (words(&choice.reason)) } }
            }
        }))
    }
}

/// Each feeling or person with the words that meet it: there is no answer to hide.
fn all_right(cx: &PageContext, options: &[Choice]) -> Markup {
    html! {
        ul.options {
            @for option in options {
                li { (picture(cx, option.picture.as_ref())) span { strong { (words(&option.text)) } " " (words(&option.reason)) } }
            }
        }
    }
}

/// The words of which three make a password: on paper and without script the reader takes them.
fn password(cx: &PageContext, path: Path, list: &[Word]) -> Markup {
    let strings = cx.site.view.player_strings();
    html! {
        ul.options { @for word in list { li { (picture(cx, word.picture.as_ref())) span.text { (word.word) } } } }
        @if !path.has_symbols_on_words() { p { (strings.password_think) } }
    }
}

/// The lines of a promise with what is said to each answer, and on paper the room for a name.
fn promise(cx: &PageContext, lines: &[Line]) -> Markup {
    let strings = cx.site.view.player_strings();
    html! {
        ul.options {
            @for line in lines {
                li {
                    (picture(cx, line.picture.as_ref()))
                    div {
                        strong { (words(&line.text)) }
                        @for (answer, met) in [&strings.promise_can, &strings.promise_help].into_iter().zip(&line.met) {
                            p { (answer) ": " (words(met)) }
                        }
                    }
                }
            }
        }
        p.sign { (strings.promise_name) }
        p.sign { (strings.promise_sign) }
    }
}

fn sort(cx: &PageContext, sort: &Sort) -> Markup {
    html! {
        ul.options { @for thing in &sort.things { (option(cx, thing.picture.as_ref(), &thing.text)) } }
        p { (cx.site.text("lesson_groups")) }
        ul.options { @for group in &sort.groups { (option(cx, group.picture.as_ref(), &group.text)) } }
        (answer(cx, &html! {
            @for (index, group) in sort.groups.iter().enumerate() {
                h4 { (words(&group.text)) }
                ul {
                    @for thing in sort.things.iter().filter(|thing| thing.group == index) {
                        li { strong { (words(&thing.text)) } " " (words(&thing.reason)) }
                    }
                }
            }
        }))
    }
}

fn pairs(cx: &PageContext, pairs: &Sort) -> Markup {
    html! {
        ul.options { @for thing in &pairs.things { (option(cx, thing.picture.as_ref(), &thing.text)) } }
        p { (cx.site.text("lesson_partners")) }
        ul.options { @for partner in &pairs.groups { (option(cx, partner.picture.as_ref(), &partner.text)) } }
        (answer(cx, &html! {
            ul {
                @for thing in &pairs.things {
                    li { strong { (words(&thing.text)) " – " (words(&pairs.groups[thing.group].text)) } " " (words(&thing.reason)) }
                }
            }
        }))
    }
}

fn story(cx: &PageContext, path: Path, moment: &Moment, scenes: &[Scene]) -> Markup {
    let id = |scene| scene_id(path, moment, scene);
    html! {
        @for scene in scenes {
            div.scene {
                h4 id=(id(scene)) { (scene.title) }
                @if scene.picture.is_some() { p.picture { (picture(cx, scene.picture.as_ref())) } }
                (paragraphs(cx, path, &scene.say))
                @if !scene.choices.is_empty() {
                    ul.options { @for way in &scene.choices { li { a href={ "#" (id(&scenes[way.to])) } { (words(&way.text)) } } } }
                }
            }
        }
    }
}

/// What the other one writes, scene by scene, with the replies that lead from one to another.
fn chat(cx: &PageContext, path: Path, moment: &Moment, scenes: &[Scene]) -> Markup {
    let strings = cx.site.view.player_strings();
    html! {
        p { (strings.chat_how) }
        @for scene in scenes {
            div.scene {
                h4 id=(scene_id(path, moment, scene)) { (fill(&strings.chat_other, &[("name", &scene.title)])) }
                @if scene.picture.is_some() { p.picture { (picture(cx, scene.picture.as_ref())) } }
                (paragraphs(cx, path, &scene.say))
                @if !scene.choices.is_empty() {
                    p { (strings.chat_replies) }
                    ul {
                        @for way in &scene.choices {
                            li { a href={ "#" (scene_id(path, moment, &scenes[way.to])) } { (words(&way.text)) } " " (words(&way.reason)) }
                        }
                    }
                }
            }
        }
    }
}

fn scene_id(path: Path, moment: &Moment, scene: &Scene) -> String {
    format!("{}-{}-{}", path.id(), moment.id, scene.id)
}

fn answer(cx: &PageContext, inner: &Markup) -> Markup {
    html! { details.answers { summary { (cx.site.text("lesson_answer")) } (inner) } }
}

fn option(cx: &PageContext, picture: Option<&Picture>, text: &Text) -> Markup {
    html! { li { (self::picture(cx, picture)) span.text { (words(text)) } } }
}

fn picture(cx: &PageContext, picture: Option<&Picture>) -> Markup {
    html! { @if let Some(picture) = picture { (image(cx, &picture.symbol)) } }
}

/// Paragraphs as they were written, or one a sentence where a path wants one idea a line.
fn paragraphs(cx: &PageContext, path: Path, texts: &[Text]) -> Markup {
    html! {
        @for text in texts {
            @if path == Path::Plain { p { (words(text)) } } @else { (sentences(cx, text)) }
        }
    }
}

/// A paragraph a sentence, with a symbol over each key word that has one.
fn sentences(cx: &PageContext, text: &Text) -> Markup {
    html! {
        @for sentence in text {
            p.sentence {
                @for span in &sentence.0 {
                    @match &span.symbol {
                        Some(id) => { span.keyword { (image(cx, id)) span { (span.text.trim_end()) } } " " }
                        None => (span.text),
                    }
                }
            }
        }
    }
}

/// A text in one line.
fn words(text: &Text) -> String {
    fingerpost_lesson::content::words(text)
}
