//! Sort into two groups: choose the thing, then the group. A thing goes in only where it belongs.
//!
//! The thing in hand and the two groups stand together, so that nobody has to look for them; the other things wait below.

use super::{answers, pointer, prompted, reason};
use crate::lesson::Screen;
use fingerpost_lesson::content::{Sort, Step, words};
use fingerpost_lesson::session::Event;
use yew::prelude::*;

/// What the learner has done so far.
#[derive(Clone, Copy)]
pub struct State<'a> {
    /// Which things are in their group.
    pub placed: &'a [bool],
    /// The thing in hand.
    pub chosen: Option<usize>,
    /// The last thing that went, or did not go, into a group.
    pub last: Option<usize>,
}

/// The thing in hand, the groups, and the things still to take.
pub fn view(screen: &Screen<'_>, step: &Step, sort: &Sort, state: State<'_>) -> Html {
    let done = state.chosen.is_none();
    let content = || {
        html! {
            <>
                if let Some(chosen) = state.chosen { { in_hand(screen, sort, chosen, state.last) } }
                <div class="groups">{ for (0..sort.groups.len()).map(|group| self::group(screen, sort, group, state)) }</div>
                if done { <p class="result">{ &screen.strings.sort_done }</p> }
            </>
        }
    };
    let how = screen.strings.sort_how.as_str();
    html! {
        <>
            { answers(screen, &step.question, (!done).then_some(how), !done, content) }
            { others(screen, sort, state) }
        </>
    }
}

fn in_hand(screen: &Screen<'_>, sort: &Sort, chosen: usize, last: Option<usize>) -> Html {
    let thing = &sort.things[chosen];
    let met = last == Some(chosen);
    html! {
        <div class="option in-hand" data-outcome={met.then_some("again")}>
            <p class="thing">{ screen.reader.labelled(thing.picture.as_ref(), &thing.text) }</p>
            if met { { reason(screen, &thing.reason, false) } }
        </div>
    }
}

fn group(screen: &Screen<'_>, sort: &Sort, group: usize, state: State<'_>) -> Html {
    let about = &sort.groups[group];
    let inside = sort.things.iter().enumerate().filter(|(index, thing)| thing.group == group && state.placed[*index]);
    let inside = inside.map(|(index, thing)| {
        html! {
            <li>
                <span class="placed-thing">{ words(&thing.text) }</span>
                if state.last == Some(index) { { reason(screen, &thing.reason, true) } }
            </li>
        }
    });
    html! {
        <div class="group" data-prompt={prompted(screen, group)}>
            <button type="button" class="answer place" aria-disabled={state.chosen.is_none().then_some("true")} onclick={screen.does(Event::Put(group))}>
                { screen.reader.labelled(about.picture.as_ref(), &about.text) }{ pointer(screen, group) }
            </button>
            <ul class="placed">{ for inside }</ul>
        </div>
    }
}

/// The things still to place, but for the one in hand.
fn others(screen: &Screen<'_>, sort: &Sort, state: State<'_>) -> Html {
    let left = sort.things.iter().enumerate().filter(|(index, _)| !state.placed[*index] && state.chosen != Some(*index));
    let things: Vec<Html> = left
        .map(|(index, thing)| {
            html! {
                <li class="option">
                    <button type="button" class="answer take" onclick={screen.does(Event::Take(index))}>
                        { screen.reader.labelled(thing.picture.as_ref(), &thing.text) }
                    </button>
                </li>
            }
        })
        .collect();
    if things.is_empty() {
        return html! {};
    }
    html! {
        <fieldset class="answers others" data-scan-group="" tabindex="-1">
            <legend>{ &screen.strings.sort_others }</legend>
            <ul class="options">{ for things }</ul>
        </fieldset>
    }
}
