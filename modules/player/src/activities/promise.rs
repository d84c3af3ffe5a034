//! A promise: its lines one by one, each with two answers that are both right, and the card with what has been said.

use super::answers::{answers, reason};
use super::{card, story};
use crate::screen::Screen;
use fingerpost_lesson::attempt::promised::Promised;
use fingerpost_lesson::content::{Line, Step};
use fingerpost_lesson::script::Part;
use fingerpost_lesson::session::Event;
use yew::prelude::*;

/// The line that is asked for now, and the card.
pub fn view(screen: &Screen<'_>, step: &Step, lines: &[Line], Promised { given, .. }: &Promised) -> Html {
    let strings = screen.strings;
    let names = [&strings.promise_can, &strings.promise_help];
    let asked = lines.get(given.len());
    let content = {
        let ways = asked.into_iter().flat_map(|line| names.iter().take(line.met.len()).enumerate()).map(|(index, name)| {
            html! {
                <li class="option"><button type="button" class="answer" onclick={screen.does(Event::Choose(index))}><span class="text">{ name }</span></button></li>
            }
        });
        html! {
            <>
                if let Some(line) = asked { <p class="thing">{ screen.reader.labelled(Part::Option(given.len()), line.picture.as_ref(), &line.text) }</p> }
                <ul class="options">{ for ways }</ul>
                if !given.is_empty() { { story::moves_back(screen, &strings.again) } }
            </>
        }
    };
    let how = asked.filter(|line| line.met.len() > 1).map(|_| strings.promise_how.as_str());
    let answers = answers(screen, &step.question, how, asked.is_some(), content);
    let rows = lines.iter().zip(given).enumerate().map(|(index, (line, answer))| {
        let met = (index + 1 == given.len()).then(|| reason(screen, index, &line.met[*answer], None));
        card::row(line.picture.as_ref(), &line.text, Some(names[*answer]), met)
    });
    html! {
        <>
            { answers }
            { card::view(screen, &strings.promise_title, rows.collect(), true, asked.is_none()) }
        </>
    }
}
