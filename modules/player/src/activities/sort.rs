//! Sort into two groups: choose the thing, then the group. A thing goes in only where it belongs.

use super::{answers, pointer, prompted, reason};
use crate::lesson::Screen;
use crate::text::option_symbol;
use fingerpost_lesson::content::{Sort, Step, words};
use fingerpost_lesson::session::Event;
use fingerpost_lesson::strings::fill;
use yew::prelude::*;

/// The things still to place, and the two groups with what is in them.
pub fn view(screen: &Screen<'_>, step: &Step, sort: &Sort, placed: &[bool], chosen: Option<usize>, last: Option<usize>) -> Html {
    let things = sort.things.iter().enumerate().filter(|(index, _)| !placed[*index]).map(|(index, thing)| {
        let on = chosen == Some(index);
        let met = on && last == Some(index);
        html! {
            <li class="option" data-outcome={met.then_some("again")}>
                <button type="button" class="answer thing" aria-pressed={if on { "true" } else { "false" }} onclick={screen.does(Event::Take(index))}>
                    { option_symbol(thing.picture.as_ref()) }{ screen.reader.inline(&thing.text) }
                </button>
                if met { { reason(screen, &thing.reason, false) } }
            </li>
        }
    });
    let left = placed.iter().filter(|placed| !**placed).count();
    html! {
        <>
            if left > 0 {
                { answers(screen, &step.question, Some(&screen.strings.sort_how), false, html! { <ul class="options things">{ for things }</ul> }) }
            }
            { groups(screen, sort, placed, chosen, last) }
            if left == 0 { <p class="result">{ &screen.strings.sort_done }</p> }
        </>
    }
}

fn groups(screen: &Screen<'_>, sort: &Sort, placed: &[bool], chosen: Option<usize>, last: Option<usize>) -> Html {
    let thing = chosen.map(|index| words(&sort.things[index].text));
    let where_to = fill(&screen.strings.sort_where, &[("thing", thing.as_deref().unwrap_or_default())]);
    let groups = sort.groups.iter().enumerate().map(|(group, about)| {
        let inside = sort.things.iter().enumerate().filter(|(index, thing)| thing.group == group && placed[*index]).map(|(index, thing)| {
            html! {
                <li>
                    <span class="placed-thing">{ option_symbol(thing.picture.as_ref()) }<span>{ words(&thing.text) }</span></span>
                    if last == Some(index) { { reason(screen, &thing.reason, true) } }
                </li>
            }
        });
        html! {
            <div class="group" data-prompt={prompted(screen, group)}>
                <button type="button" class="answer place" aria-disabled={chosen.is_none().then_some("true")} onclick={screen.does(Event::Put(group))}>
                    { option_symbol(about.picture.as_ref()) }{ screen.reader.inline(&about.text) }{ pointer(screen, group) }
                </button>
                <ul class="placed">{ for inside }</ul>
            </div>
        }
    });
    html! {
        <fieldset class="answers groups" data-scan-group="" tabindex="-1" data-scan-first={chosen.is_some().then_some("")}>
            <legend>{ if chosen.is_some() { where_to } else { screen.strings.group_answers.clone() } }</legend>
            { for groups }
        </fieldset>
    }
}
