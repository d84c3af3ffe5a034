//! Who is learning, and the choice of a picture and a nickname: a few at a time, all of them buttons.

use super::screen::{Area, Msg, Screen};
use crate::text::symbol;
use fingerpost_lesson::journey::words::symbol_of;
use fingerpost_lesson::journey::{AT_ONCE, Choosing, Event};
use fingerpost_lesson::keep::learner::{NICKNAMES, PICTURES};
use yew::prelude::*;

/// Everybody who is kept here, with the way to choose, to add and to change.
pub fn view(screen: &Screen<'_>) -> Html {
    let words = screen.words;
    let nobody = screen.journey.learners.is_empty();
    let learners = screen.journey.learners.iter().map(|learner| {
        let now = learner.who == screen.journey.now;
        html! {
            <button type="button" class="path" data-learner="" aria-pressed={if now { "true" } else { "false" }}
                onclick={screen.does(Event::Choose(learner.who.clone()))}>
                { symbol(symbol_of(Some(learner)).unwrap_or("learn")) }<span>{ words.name(Some(learner)) }</span>
            </button>
        }
    });
    html! {
        <section class="step" aria-labelledby="who-title">
            <h2 id="who-title" tabindex="-1">{ &words.who_title }</h2>
            if nobody { <p>{ &words.who_nobody }</p> }
            if !nobody { <div class="paths" data-scan-group="" data-scan-first="" tabindex="-1" role="group" aria-labelledby="who-title">{ for learners }</div> }
            { newer(screen) }
            <p>{ &words.who_about }</p>
            <div class="moves" data-scan-group="" tabindex="-1" role="group" aria-label={words.who_add.clone()}>
                if screen.journey.learner().is_some() { { screen.button("change", &words.who_change, Event::Change) } }
                { screen.button("add", &words.who_add, Event::Add) }
            </div>
            { screen.said(Area::Who) }
        </section>
    }
}

/// What a newer version keeps can only be named.
fn newer(screen: &Screen<'_>) -> Html {
    match screen.journey.learner() {
        Some(learner) if learner.is_newer => html! { <p>{ &screen.words.newer }</p> },
        _ => html! {},
    }
}

/// A picture and a nickname on the way to being chosen. What is chosen stays in sight, though others are offered.
pub fn choose(screen: &Screen<'_>, choosing: &Choosing) -> Html {
    let words = screen.words;
    let pictures = offered(choosing.pictures_from, PICTURES.len(), choosing.picture).map(|number| {
        option(screen, choosing.picture == Some(number), Event::Picture(number), Some(PICTURES[number]), words.picture(number))
    });
    let nicknames = offered(choosing.nicknames_from, NICKNAMES.len(), choosing.nickname)
        .map(|number| option(screen, choosing.nickname == Some(number), Event::Nickname(number), None, words.nickname(number)));
    html! {
        <section class="step" aria-labelledby="choose-title">
            <h2 id="choose-title" tabindex="-1">{ &words.choose_title }</h2>
            <p>{ &words.who_about }</p>
            { group(screen, &words.choose_picture, pictures.collect(), "other-pictures", Event::OtherPictures) }
            { group(screen, &words.choose_nickname, nicknames.collect(), "other-nicknames", Event::OtherNicknames) }
            { screen.said(Area::Who) }
            <div class="moves" data-scan-group="" tabindex="-1" role="group" aria-label={words.choose_remember.clone()}>
                { screen.button("stop", &words.choose_stop, Event::Stop) }
                <button type="button" class="next" data-action="remember" onclick={screen.link.reform(|_| Msg::Do(Event::Remember(crate::files::seed())))}>
                    { symbol("remember") }<span>{ &words.choose_remember }</span></button>
            </div>
        </section>
    }
}

/// The numbers that are offered: a few in a row, and what is chosen already.
fn offered(from: usize, count: usize, chosen: Option<usize>) -> impl Iterator<Item = usize> {
    let few = from..(from + AT_ONCE).min(count);
    let chosen = chosen.filter(|chosen| !few.contains(chosen));
    chosen.into_iter().chain(few)
}

fn group(screen: &Screen<'_>, legend: &str, options: Vec<Html>, action: &'static str, others: Event) -> Html {
    html! {
        <fieldset class="paths" data-scan-group="" tabindex="-1">
            <legend>{ legend }</legend>
            { for options }
            { screen.button(action, &screen.words.choose_others, others) }
        </fieldset>
    }
}

fn option(screen: &Screen<'_>, on: bool, event: Event, picture: Option<&str>, words: &str) -> Html {
    html! {
        <button type="button" class="path" aria-pressed={if on { "true" } else { "false" }} onclick={screen.does(event)}>
            if let Some(picture) = picture { { symbol(picture) } }
            <span>{ words }</span>
        </button>
    }
}
