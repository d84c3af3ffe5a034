//! Put in order: each thing moves up or down by one place; the learner may ask for a check at any time.
//!
//! The list keeps its rows and changes their words, so that the button under a finger stays where it is.

use super::answers::{answers, pointer, prompted};
use crate::screen::Screen;
use crate::text::symbol;
use fingerpost_lesson::attempt::arranged::Arranged;
use fingerpost_lesson::content::{Activity, Order, Step, words};
use fingerpost_lesson::script::Part;
use fingerpost_lesson::session::{Event, Said};
use fingerpost_lesson::strings::{PlayerStrings, fill};
use yew::prelude::*;

/// The things as they lie now.
pub fn view(screen: &Screen<'_>, step: &Step, order: &Order, arranged: &Arranged) -> Html {
    let (done, Arranged { now, checked, .. }) = (arranged.is_done(), arranged);
    let rows = now.iter().enumerate().map(|(position, thing)| {
        let about = &order.things[*thing];
        let in_place = (*checked || done) && position == *thing;
        html! {
            <li class="option ordered" data-position={position.to_string()} data-prompt={prompted(screen, position)} data-outcome={in_place.then_some("right")}>
                <span class="answer">{ screen.reader.labelled(Part::Option(*thing), about.picture.as_ref(), &about.text) }{ pointer(screen, position) }
                    if in_place { <span class="in-place">{ symbol("yes") }<span>{ &screen.strings.order_in_place }</span></span> }
                </span>
                <span class="move-buttons">
                    { mover(screen, &words(&about.text), position, true, position == 0) }
                    { mover(screen, &words(&about.text), position, false, position + 1 == now.len()) }
                </span>
            </li>
        }
    });
    let result = match screen.session.said() {
        Said::InPlace(count) => in_place(screen.strings, step, count),
        Said::Done => screen.strings.order_done.clone(),
        _ => String::new(),
    };
    let content = html! {
        <>
            <ol class="options order">{ for rows }</ol>
            <button type="button" class="check" data-action="check" onclick={screen.does(Event::Check)}>
                { symbol("yes") }<span>{ &screen.strings.check }</span></button>
            if !result.is_empty() { <p class="result">{ result }</p> }
        </>
    };
    answers(screen, &step.question, Some(&screen.strings.order_how), !done, content)
}

/// A button that moves a thing by one place. At the end of the list it stays, without effect, so that focus has somewhere to be.
fn mover(screen: &Screen<'_>, thing: &str, position: usize, up: bool, at_end: bool) -> Html {
    let (action, label, event, arrow) = if up {
        ("up", &screen.strings.order_up, Event::Up(position), "M12 4l8 9h-5v7H9v-7H4z")
    } else {
        ("down", &screen.strings.order_down, Event::Down(position), "M12 20l-8-9h5V4h6v7h5z")
    };
    html! {
        <button type="button" class="move" data-action={action} aria-label={fill(label, &[("thing", thing)])} aria-disabled={at_end.then_some("true")}
            onclick={screen.does(event)}>
            <svg class="arrow" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={arrow} /></svg>
        </button>
    }
}

/// Where a thing lies after a move, in words.
pub fn moved(strings: &PlayerStrings, step: &Step, thing: usize, position: usize) -> String {
    let Activity::Order(order) = &step.activity else { return String::new() };
    let (n, total) = ((position + 1).to_string(), order.things.len().to_string());
    fill(&strings.order_moved, &[("thing", &words(&order.things[thing].text)), ("n", &n), ("total", &total)])
}

/// How many things are in their place, in words.
pub fn in_place(strings: &PlayerStrings, step: &Step, count: usize) -> String {
    let Activity::Order(order) = &step.activity else { return String::new() };
    fill(&strings.order_again, &[("n", &count.to_string()), ("total", &order.things.len().to_string())])
}
