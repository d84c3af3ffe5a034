//! Choose one, fill the gap, spot it in a message, and find it in a picture. Each option chosen so far keeps its reason beside it; a word
//! that fits goes into the sentence; the parts of a message or a picture lie in its frame, those of a picture at their places where there
//! is room, and how many have been found stands below.
//!
//! How it feels and whom I can tell are asked in the same form, without anything right or missed: the words that meet a choice stand alone,
//! and the people who were chosen are on a card.

use super::answers::{answers, outcome, pointer, prompted, reason};
use super::card;
use crate::screen::Screen;
use fingerpost_lesson::content::{Activity, Choice, PLACES, Step};
use fingerpost_lesson::script::Part;
use fingerpost_lesson::session::Event;
use fingerpost_lesson::strings::fill;
use yew::prelude::*;

/// The options as buttons.
pub fn view(screen: &Screen<'_>, step: &Step, choices: &[Choice], tried: &[bool]) -> Html {
    let is_judged = step.activity.is_judged();
    let places = if let Activity::Find(find) = &step.activity { find.places.as_slice() } else { &[] };
    let options = choices.iter().zip(tried).enumerate().map(|(index, (choice, tried))| {
        html! {
            <li class="option" data-place={places.get(index).map(|place| PLACES[*place])} data-prompt={prompted(screen, index)} data-outcome={(*tried && is_judged).then(|| outcome(choice.right))}>
                <button type="button" class="answer" aria-pressed={if *tried { "true" } else { "false" }} onclick={screen.does(Event::Choose(index))}>
                    { screen.reader.labelled(Part::Option(index), choice.picture.as_ref(), &choice.text) }{ pointer(screen, index) }
                </button>
                if *tried { { reason(screen, index, &choice.reason, is_judged.then_some(choice.right)) } }
            </li>
        }
    });
    let how = match step.activity {
        Activity::Gap(_) => Some(screen.strings.gap_how.as_str()),
        Activity::Spot(_) => Some(screen.strings.spot_how.as_str()),
        Activity::Find(_) => Some(screen.strings.find_how.as_str()),
        Activity::Feelings(_) => Some(screen.strings.feelings_how.as_str()),
        Activity::People(_) => Some(screen.strings.people_how.as_str()),
        _ => None,
    };
    let found = found(screen);
    let content = html! {
        <>
            <ul class="options">{ for options }</ul>
            if !found.is_empty() { <p class="result">{ found }</p> }
        </>
    };
    html! {
        <>
            { answers(screen, &screen.session.question(), how, !screen.session.is_done(), content) }
            if let Activity::People(people) = &step.activity { { card::of_people(screen, people, tried) } }
        </>
    }
}

/// How many parts of a message or a picture have been found, in words; nothing before the first.
pub fn found(screen: &Screen<'_>) -> String {
    let strings = screen.strings;
    match screen.session.found() {
        None | Some((0, _)) => String::new(),
        Some((found, all)) if found == all => strings.several_done.clone(),
        Some((found, all)) => fill(&strings.spot_found, &[("n", &found.to_string()), ("total", &all.to_string())]),
    }
}
