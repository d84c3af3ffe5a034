//! Choose several: tick all that fit, then check. After a check each ticked option has its reason beside it.

use super::answers::{answers, outcome, pointer, prompted, reason};
use crate::screen::{Msg, Screen};
use crate::text::symbol;
use fingerpost_lesson::attempt::ticked::Ticked;
use fingerpost_lesson::content::{Choice, Step};
use fingerpost_lesson::script::Part;
use fingerpost_lesson::session::{Event, Said};
use fingerpost_lesson::strings::PlayerStrings;
use yew::prelude::*;

/// The options as checkboxes, and the check.
pub fn view(screen: &Screen<'_>, step: &Step, choices: &[Choice], ticked: &Ticked) -> Html {
    let options = choices.iter().enumerate().map(|(index, choice)| {
        let met = ticked.is_met(index);
        html! {
            <li class="option" data-prompt={prompted(screen, index)} data-outcome={met.then(|| outcome(choice.right))}>
                <label class="answer">
                    <input type="checkbox" checked={ticked.picked[index]} onchange={screen.link.reform(move |_| Msg::Do(Event::Toggle(index)))} />
                    { screen.reader.labelled(Part::Option(index), choice.picture.as_ref(), &choice.text) }{ pointer(screen, index) }
                </label>
                if met { { reason(screen, index, &choice.reason, Some(choice.right)) } }
            </li>
        }
    });
    let result = match screen.session.said() {
        Said::NothingChosen => screen.strings.several_none.clone(),
        Said::Several { missing, extra } => result(screen.strings, missing, extra),
        Said::Done => screen.strings.several_done.clone(),
        _ => String::new(),
    };
    let content = html! {
        <>
            <ul class="options">{ for options }</ul>
            <button type="button" class="check" data-action="check" onclick={screen.does(Event::Check)}>
                { symbol("yes") }<span>{ &screen.strings.check }</span></button>
            if !result.is_empty() { <p class="result">{ result }</p> }
        </>
    };
    answers(screen, &step.question, Some(&screen.strings.several_how), !screen.session.is_done(), content)
}

/// What a check found, in words. What fits and what does not are said in that order: first what there is still to find.
pub fn result(strings: &PlayerStrings, missing: usize, extra: usize) -> String {
    let parts = [(missing > 0, &strings.several_more), (extra > 0, &strings.several_fewer)];
    parts.into_iter().filter(|(said, _)| *said).map(|(_, words)| words.as_str()).collect::<Vec<_>>().join(" ")
}
