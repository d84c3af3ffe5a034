//! Sort into two groups, and match pairs: choose the thing, then the group or the partner. A thing goes only where it belongs.
//!
//! The thing in hand and the groups stand together, so that nobody has to look for them; the other things wait below. A group keeps
//! its things; a pair moves aside.

use super::answers::{answers, pointer, prompted, reason};
use crate::screen::Screen;
use fingerpost_lesson::attempt::sorted::Sorted;
use fingerpost_lesson::content::{Activity, Sort, Step, Thing, words};
use fingerpost_lesson::script::Part;
use fingerpost_lesson::session::Event;
use yew::prelude::*;

/// The thing in hand, the groups, and the things still to take.
pub fn view(screen: &Screen<'_>, step: &Step, sort: &Sort, state: &Sorted) -> Html {
    let done = state.chosen.is_none();
    let strings = screen.strings;
    let is_match = matches!(step.activity, Activity::Match(_));
    let (how, all_placed) =
        if is_match { (&strings.match_how, &strings.match_done) } else { (&strings.sort_how, &strings.sort_done) };
    let shown = (0..sort.groups.len()).filter(|group| !is_match || screen.session.offers(*group));
    let content = html! {
        <>
            if let Some(chosen) = state.chosen { { in_hand(screen, sort, chosen, state.last) } }
            <div class="groups">{ for shown.map(|group| self::group(screen, sort, group, state)) }</div>
            if is_match { { placed(screen, sort, state, |_| true, true) } }
            if done { <p class="result">{ all_placed }</p> }
        </>
    };
    html! {
        <>
            { answers(screen, &step.question, (!done).then_some(how.as_str()), !done, content) }
            { others(screen, sort, state) }
        </>
    }
}

fn in_hand(screen: &Screen<'_>, sort: &Sort, chosen: usize, last: Option<usize>) -> Html {
    let thing = &sort.things[chosen];
    let met = last == Some(chosen);
    html! {
        <div class="option in-hand" data-outcome={met.then_some("again")}>
            <p class="thing">{ screen.reader.labelled(Part::Option(chosen), thing.picture.as_ref(), &thing.text) }</p>
            if met { { reason(screen, chosen, &thing.reason, Some(false)) } }
        </div>
    }
}

fn group(screen: &Screen<'_>, sort: &Sort, group: usize, state: &Sorted) -> Html {
    let about = &sort.groups[group];
    // By its key, a partner that moves aside takes its own button along and leaves the others theirs.
    html! {
        <div key={group} class="group" data-prompt={prompted(screen, group)}>
            <button type="button" class="answer place" aria-disabled={state.chosen.is_none().then_some("true")} onclick={screen.does(Event::Put(group))}>
                { screen.reader.labelled(Part::Group(group), about.picture.as_ref(), &about.text) }{ pointer(screen, group) }
            </button>
            { placed(screen, sort, state, |thing| thing.group == group, false) }
        </div>
    }
}

/// The things that have their place, with their partners where they have one. The last has its reason beside it.
fn placed(screen: &Screen<'_>, sort: &Sort, state: &Sorted, is_here: impl Fn(&Thing) -> bool, in_pairs: bool) -> Html {
    let things = sort.things.iter().enumerate().filter(|(index, thing)| state.placed[*index] && is_here(thing));
    let things = things.map(|(index, thing)| {
        let partner = &sort.groups[thing.group];
        html! {
            <li>
                <span class="placed-thing">{ words(&thing.text) }if in_pairs { { " – " }{ words(&partner.text) } }</span>
                if state.last == Some(index) { { reason(screen, index, &thing.reason, Some(true)) } }
            </li>
        }
    });
    let things: Vec<Html> = things.collect();
    if things.is_empty() {
        html! {}
    } else {
        html! { <ul class="placed">{ for things }</ul> }
    }
}

/// The things still to place, but for the one in hand.
fn others(screen: &Screen<'_>, sort: &Sort, state: &Sorted) -> Html {
    let left = sort.things.iter().enumerate().filter(|(index, _)| !state.placed[*index] && state.chosen != Some(*index));
    let things: Vec<Html> = left
        .map(|(index, thing)| {
            html! {
                <li class="option">
                    <button type="button" class="answer take" onclick={screen.does(Event::Take(index))}>
                        { screen.reader.labelled(Part::Option(index), thing.picture.as_ref(), &thing.text) }
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
