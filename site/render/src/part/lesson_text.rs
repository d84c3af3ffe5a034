//! The whole lesson as text, on each of its paths: what a reader without script has, and what is printed.

use super::desk::Desk;
use super::shapes;
use super::symbols::image;
use fingerpost_lesson::content::{Activity, Choice, Lesson, Line, Moment, Picture, Scene, Sort, Step, Text, Word};
use fingerpost_lesson::path::Path;
use fingerpost_lesson::strings::fill;
use maud::{Markup, html};

/// The lesson on each path it has; the path to start with is open.
pub fn show(desk: &Desk, lesson: &Lesson, start: Option<Path>) -> Markup {
    let paths = Path::ALL.into_iter().filter(|path| lesson.moments.iter().any(|moment| moment.on(*path).is_some()));
    html! {
        section.lesson-text aria-label=(desk.book.w("lesson_text")) {
            @for path in paths {
                details.on-path open[Some(path) == start] {
                    summary { h2 { (shapes::path(path)) " " (desk.book.view.player_strings().path(path)) } }
                    @for moment in &lesson.moments {
                        @if let Some(step) = moment.on(path) { (self::step(desk, path, moment, step)) }
                    }
                }
            }
        }
    }
}

fn step(desk: &Desk, path: Path, moment: &Moment, step: &Step) -> Markup {
    let book = desk.book;
    html! {
        section.moment {
            h3 { (moment.title) }
            @if !step.pictures.is_empty() {
                p.picture { @for shown in &step.pictures { (picture(desk, Some(shown))) } }
            }
            @if let Some(sound) = &step.sound {
                audio controls preload="none" src=(sound) aria-label=(book.view.player_strings().listen) {}
            }
            (paragraphs(desk, path, &step.say))
            @if !step.question.is_empty() { div.question { (sentences(desk, &step.question)) } }
            @match &step.activity {
                Activity::Look => {}
                Activity::Choose(choices)
                | Activity::Gap(choices)
                | Activity::Spot(choices)
                | Activity::ChooseSeveral(choices) => (self::choices(desk, choices)),
                Activity::Find(find) => (self::choices(desk, &find.parts)),
                Activity::Feelings(options) | Activity::People(options) => (all_right(desk, options)),
                Activity::Sort(sort) => (self::sort(desk, sort)),
                Activity::Match(pairs) => (self::pairs(desk, pairs)),
                Activity::Order(order) => {
                    ul.options { @for index in &order.at_first { (option(desk, order.things[*index].picture.as_ref(), &order.things[*index].text)) } }
                    (answer(desk, &html! { ol { @for thing in &order.things { li { (words(&thing.text)) } } } }))
                }
                Activity::Story(scenes) => (story(desk, path, moment, scenes)),
                Activity::Chat(scenes) => (chat(desk, path, moment, scenes)),
                Activity::Password(list) => (password(desk, path, list)),
                Activity::Promise(lines) => (promise(desk, lines)),
            }
            @if !step.hint.is_empty() {
                details { summary { (book.w("lesson_hint")) } (sentences(desk, &step.hint)) }
            }
            (sentences(desk, &step.after))
        }
    }
}

fn choices(desk: &Desk, choices: &[Choice]) -> Markup {
    // What is right comes first; what is not has its reason too.
    let right = choices.iter().filter(|choice| choice.right);
    let others = choices.iter().filter(|choice| !choice.right);
    html! {
        ul.options { @for choice in choices { (option(desk, choice.picture.as_ref(), &choice.text)) } }
        (answer(desk, &html! {
            ul {
                @for choice in right.chain(others) { li { strong { (words(&choice.text)) } " " (words(&choice.reason)) } }
            }
        }))
    }
}

/// Each feeling or person with the words that meet it: there is no answer to hide.
fn all_right(desk: &Desk, options: &[Choice]) -> Markup {
    html! {
        ul.options {
            @for option in options {
                li { (picture(desk, option.picture.as_ref())) span { strong { (words(&option.text)) } " " (words(&option.reason)) } }
            }
        }
    }
}

/// The words of which three make a password: on paper and without script the reader takes them.
fn password(desk: &Desk, path: Path, list: &[Word]) -> Markup {
    let strings = desk.book.view.player_strings();
    html! {
        ul.options { @for word in list { li { (picture(desk, word.picture.as_ref())) span.text { (word.word) } } } }
        @if !path.has_symbols_on_words() { p { (strings.password_think) } }
    }
}

/// The lines of a promise with what is said to each answer, and on paper the room for a name.
fn promise(desk: &Desk, lines: &[Line]) -> Markup {
    let strings = desk.book.view.player_strings();
    html! {
        ul.options {
            @for line in lines {
                li {
                    (picture(desk, line.picture.as_ref()))
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

fn sort(desk: &Desk, sort: &Sort) -> Markup {
    html! {
        ul.options { @for thing in &sort.things { (option(desk, thing.picture.as_ref(), &thing.text)) } }
        p { (desk.book.w("lesson_groups")) }
        ul.options { @for group in &sort.groups { (option(desk, group.picture.as_ref(), &group.text)) } }
        (answer(desk, &html! {
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

fn pairs(desk: &Desk, pairs: &Sort) -> Markup {
    html! {
        ul.options { @for thing in &pairs.things { (option(desk, thing.picture.as_ref(), &thing.text)) } }
        p { (desk.book.w("lesson_partners")) }
        ul.options { @for partner in &pairs.groups { (option(desk, partner.picture.as_ref(), &partner.text)) } }
        (answer(desk, &html! {
            ul {
                @for thing in &pairs.things {
                    li { strong { (words(&thing.text)) " – " (words(&pairs.groups[thing.group].text)) } " " (words(&thing.reason)) }
                }
            }
        }))
    }
}

fn story(desk: &Desk, path: Path, moment: &Moment, scenes: &[Scene]) -> Markup {
    let id = |scene| scene_id(path, moment, scene);
    html! {
        @for scene in scenes {
            div.scene {
                h4 id=(id(scene)) { (scene.title) }
                @if scene.picture.is_some() { p.picture { (picture(desk, scene.picture.as_ref())) } }
                (paragraphs(desk, path, &scene.say))
                @if !scene.choices.is_empty() {
                    ul.options { @for way in &scene.choices { li { a href={ "#" (id(&scenes[way.to])) } { (words(&way.text)) } } } }
                }
            }
        }
    }
}

/// What the other one writes, scene by scene, with the replies that lead from one to another.
fn chat(desk: &Desk, path: Path, moment: &Moment, scenes: &[Scene]) -> Markup {
    let strings = desk.book.view.player_strings();
    html! {
        p { (strings.chat_how) }
        @for scene in scenes {
            div.scene {
                h4 id=(scene_id(path, moment, scene)) { (fill(&strings.chat_other, &[("name", &scene.title)])) }
                @if scene.picture.is_some() { p.picture { (picture(desk, scene.picture.as_ref())) } }
                (paragraphs(desk, path, &scene.say))
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

fn answer(desk: &Desk, inner: &Markup) -> Markup {
    html! { details.answers { summary { (desk.book.w("lesson_answer")) } (inner) } }
}

fn option(desk: &Desk, picture: Option<&Picture>, text: &Text) -> Markup {
    html! { li { (self::picture(desk, picture)) span.text { (words(text)) } } }
}

fn picture(desk: &Desk, picture: Option<&Picture>) -> Markup {
    html! { @if let Some(picture) = picture { (image(desk, &picture.symbol)) } }
}

/// Paragraphs as they were written, or one a sentence where a path wants one idea a line.
fn paragraphs(desk: &Desk, path: Path, texts: &[Text]) -> Markup {
    html! {
        @for text in texts {
            @if path == Path::Plain { p { (words(text)) } } @else { (sentences(desk, text)) }
        }
    }
}

/// A paragraph a sentence, with a symbol over each key word that has one.
fn sentences(desk: &Desk, text: &Text) -> Markup {
    html! {
        @for sentence in text {
            p.sentence {
                @for span in &sentence.0 {
                    @match &span.symbol {
                        Some(id) => { span.keyword { (image(desk, id)) span { (span.text.trim_end()) } } " " }
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
