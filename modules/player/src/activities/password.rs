//! Make a safe password: words are drawn by chance, or written, and what is good about them is said. They are in the page only, and are
//! spoken only where somebody presses Listen.

use super::answers::answers;
use crate::screen::{Msg, Screen};
use crate::text::symbol;
use fingerpost_lesson::attempt::made::Made;
use fingerpost_lesson::content::{Sentence, Step, Word};
use fingerpost_lesson::password::{Check, WORDS};
use fingerpost_lesson::script::Part;
use fingerpost_lesson::session::{Event, Said};
use fingerpost_lesson::strings::{PlayerStrings, fill};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The words so far, the button for more, and where words can be written the field for them.
pub fn view(screen: &Screen<'_>, step: &Step, words: &[Word], Made { drawn, typed, .. }: &Made) -> Html {
    let (session, strings) = (screen.session, screen.strings);
    let draw = match (drawn.len() < WORDS, session.draws_one_each()) {
        (false, _) => &strings.password_again,
        (true, true) => &strings.password_word,
        (true, false) => &strings.password_words,
    };
    let good = match session.said() {
        Said::Checked(check) => checks(strings, check).map(|(good, words)| (if good { "yes" } else { "think" }, words)).into(),
        _ => Vec::new(),
    };
    // What comes and goes is in elements of its own, or the field would be made anew beside it and lose focus and what is written.
    let content = {
        let shown = drawn.iter().map(|index| &words[*index]).enumerate().map(|(nth, word)| {
            let text = [Sentence::plain(word.word.as_str())];
            html! { <li class="thing">{ screen.reader.labelled(Part::Option(nth), word.picture.as_ref(), &text) }</li> }
        });
        html! {
            <>
                <ol class="drawn">{ for shown }</ol>
                <button type="button" data-action="draw" onclick={screen.link.reform(|_| Msg::Draw)}>{ symbol("again") }<span>{ draw }</span></button>
                if !session.draws_one_each() { { field(screen, typed) } }
                <div>{ for good.into_iter().map(|(sign, words)| html! { <p class="reason">{ symbol(sign) }<span>{ words }</span></p> }) }</div>
            </>
        }
    };
    answers(screen, &step.question, Some(&strings.password_private), !session.is_done(), content)
}

/// The field for words of one's own, and their check.
fn field(screen: &Screen<'_>, typed: &str) -> Html {
    let strings = screen.strings;
    let write = screen.link.reform(|event: InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        Msg::Write(field.map(|field| field.value()).unwrap_or_default())
    });
    html! {
        <>
            <label class="typed">
                <span>{ &strings.password_type }</span>
                <input type="text" autocomplete="off" autocapitalize="none" spellcheck="false" value={typed.to_owned()} oninput={write} />
            </label>
            <p>{ &strings.password_think }</p>
            <button type="button" data-action="check" onclick={screen.does(Event::Check)}>{ symbol("yes") }<span>{ &strings.check }</span></button>
        </>
    }
}

/// What is good, and what to change, in words.
fn checks(strings: &PlayerStrings, check: Check) -> [(bool, &str); 3] {
    let say = |good: bool, yes, no| -> (bool, &str) { (good, if good { yes } else { no }) };
    [
        say(check.enough, &strings.password_enough, &strings.password_few),
        say(check.different, &strings.password_different, &strings.password_same),
        say(check.long, &strings.password_long, &strings.password_short),
    ]
}

/// What is good, and what to change, as it is heard.
pub fn checked(strings: &PlayerStrings, check: Check) -> String {
    checks(strings, check).map(|(_, words)| words).join(" ")
}

/// How many words are drawn, as it is heard.
pub fn drawn(strings: &PlayerStrings, count: usize) -> String {
    fill(&strings.password_drawn, &[("n", &count.to_string()), ("total", &WORDS.to_string())])
}
