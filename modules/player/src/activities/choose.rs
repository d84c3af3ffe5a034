//! Choose one, and fill the gap. Each option chosen so far keeps its reason beside it; a word that fits goes into the sentence.

use super::{answers, outcome, pointer, prompted, reason};
use crate::lesson::Screen;
use fingerpost_lesson::content::{Activity, Choice, Step};
use fingerpost_lesson::session::Event;
use yew::prelude::*;

/// The options as buttons.
pub fn view(screen: &Screen<'_>, step: &Step, choices: &[Choice], tried: &[bool]) -> Html {
    let options = choices.iter().zip(tried).enumerate().map(|(index, (choice, tried))| {
        html! {
            <li class="option" data-prompt={prompted(screen, index)} data-outcome={tried.then(|| outcome(choice.right))}>
                <button type="button" class="answer" aria-pressed={if *tried { "true" } else { "false" }} onclick={screen.does(Event::Choose(index))}>
                    { screen.reader.labelled(choice.picture.as_ref(), &choice.text) }{ pointer(screen, index) }
                </button>
                if *tried { { reason(screen, &choice.reason, choice.right) } }
            </li>
        }
    });
    let how = match step.activity {
        Activity::Gap(_) => Some(screen.strings.gap_how.as_str()),
        _ => None,
    };
    answers(
        screen,
        &screen.session.question(),
        how,
        !screen.session.is_done(),
        || html! { <ul class="options">{ for options }</ul> },
    )
}
