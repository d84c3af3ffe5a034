//! What activities have in common: the frame of the answers, the prompt beside them, and the reason that meets one.

use crate::screen::Screen;
use crate::text::symbol;
use fingerpost_lesson::content::Text;
use fingerpost_lesson::prompt::Prompt;
use fingerpost_lesson::script::Part;
use yew::prelude::*;

/// The frame of the answers: a named group that the scan can enter. `first` says that it is what the screen asks for.
pub fn answers(screen: &Screen<'_>, question: &Text, how: Option<&str>, first: bool, content: Html) -> Html {
    let legend = if question.is_empty() {
        html! { <span>{ how.unwrap_or(&screen.strings.group_answers) }</span> }
    } else {
        screen.reader.inline(Part::Question, question)
    };
    html! {
        <fieldset class="answers" data-scan-group="" tabindex="-1" data-scan-first={first.then_some("")}>
            <legend>{ legend }</legend>
            if let (Some(how), false) = (how, question.is_empty()) {
                <p class="how">{ how }</p>
            }
            { content }
        </fieldset>
    }
}

/// The attribute that marks what the prompt points to.
pub fn prompted(screen: &Screen<'_>, index: usize) -> Option<&'static str> {
    screen.session.pointed_to().contains(&index).then(|| screen.session.prompt().id())
}

/// The words of the prompt, beside what it points to: never by colour alone.
pub fn pointer(screen: &Screen<'_>, index: usize) -> Html {
    match prompted(screen, index) {
        Some(level) if level == Prompt::Show.id() => {
            html! { <span class="point">{ symbol("point") }<span>{ &screen.strings.prompt_this }</span></span> }
        }
        _ => html! {},
    }
}

/// What is said to an answer besides its reason. What is looked for is found; anything else is chosen.
pub fn verdict<'a>(screen: &Screen<'a>, right: bool) -> &'a str {
    let strings = screen.strings;
    let is_search = screen.session.step().is_some_and(|step| step.activity.sought().is_some());
    match (right, is_search) {
        (true, true) => &strings.found_it,
        (false, true) => &strings.look_on,
        (true, false) => &strings.chosen_right,
        (false, false) => &strings.chosen_again,
    }
}

/// The reason that meets the answer of this number, beside it, and whether that was right; `None` where nothing is right or missed.
pub fn reason(screen: &Screen<'_>, number: usize, text: &Text, right: Option<bool>) -> Html {
    let (sign, verdict) = match right {
        Some(right) => (if right { "yes" } else { "think" }, verdict(screen, right)),
        None => ("listen", ""),
    };
    html! {
        <p class="reason">
            { symbol(sign) }
            <span>{ screen.reader.inline(Part::Reason(number), text) }if right.is_some() { { " " }<strong>{ verdict }</strong> }</span>
        </p>
    }
}

/// `data-outcome` of an answer.
pub fn outcome(right: bool) -> &'static str {
    if right { "right" } else { "again" }
}
