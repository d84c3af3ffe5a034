//! A card that can be printed: people whom I can tell, or what I promise.

use crate::screen::{Msg, Screen};
use crate::text::symbol;
use fingerpost_lesson::content::{Choice, Picture, Text, words};
use yew::prelude::*;

/// The people who were chosen.
pub fn of_people(screen: &Screen<'_>, people: &[Choice], chosen: &[bool]) -> Html {
    let chosen = people.iter().zip(chosen).filter(|(_, chosen)| **chosen);
    let rows = chosen.map(|(person, _)| row(person.picture.as_ref(), &person.text, None, None)).collect();
    view(screen, &screen.strings.people_title, rows, false, true)
}

/// The card, with room on paper for a name and a signature where one signs; nothing while it is empty.
pub fn view(screen: &Screen<'_>, title: &str, rows: Vec<Html>, signed: bool, whole: bool) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    let strings = screen.strings;
    let lines = [&strings.promise_name, &strings.promise_sign].into_iter().filter(|_| signed);
    html! {
        <div class="paper" data-scan-group="" tabindex="-1" role="group" aria-label={title.to_owned()}>
            <h3>{ title }</h3>
            <ul class="options">{ for rows }</ul>
            { for lines.map(|line| html! { <p class="sign">{ line }</p> }) }
            if whole {
                <button type="button" data-action="print" onclick={screen.link.reform(|_| Msg::Print)}>{ symbol("print") }<span>{ &strings.print }</span></button>
            }
        </div>
    }
}

/// A line of the card: a picture, what it stands for, what was said to it, and what that was met with.
pub fn row(picture: Option<&Picture>, text: &Text, answer: Option<&String>, met: Option<Html>) -> Html {
    html! {
        <li>
            <p class="thing">
                { picture.map_or_else(|| html! {}, |picture| symbol(&picture.symbol)) }
                <span>{ words(text) }if let Some(answer) = answer { <strong>{ " " }{ answer }</strong> }</span>
            </p>
            { met.unwrap_or_default() }
        </li>
    }
}
