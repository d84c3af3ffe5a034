//! The record and the slip: what is on the sheet is on the screen, but for the lines to write on.

use super::screen::{Msg, Screen};
use crate::text::symbol;
use fingerpost_lesson::keep::day::Day;
use fingerpost_lesson::quiz::content::Ending;
use fingerpost_lesson::quiz::outcome::{Outcome, Passed};
use fingerpost_lesson::strings::{QuizStrings, fill};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the quiz ends in.
pub fn view(screen: &Screen<'_>, outcome: &Outcome) -> Html {
    match &screen.session.quiz().ending {
        Ending::Slip { agreement } => slip(screen, agreement),
        Ending::Record => record(screen, outcome),
    }
}

/// The name of the file: it says what it is and the day, and nobody's name.
pub fn file_name(words: &QuizStrings, quiz: &str, on: Option<Day>) -> String {
    let day = on.map_or_else(String::new, |day| ["-", &day.write()].concat());
    [&words.record_file_name, "-", quiz, &day, ".json"].concat()
}

/// A parent has read and understood the agreement. No name is asked for on the screen.
fn slip(screen: &Screen<'_>, agreement: &str) -> Html {
    let words = screen.words;
    let says = fill(&words.slip_says, &[("agreement", agreement), ("setting", &screen.page.setting)]);
    let lines = [&words.slip_child, &words.slip_parent, &words.sign, &words.sign_date];
    html! {
        <section class="step" aria-labelledby="paper-title">
            <p>{ &words.slip_about }</p>
            <div class="paper">
                <h3 id="paper-title">{ &words.slip_title }</h3>
                <p class="says">{ says }</p>
                <p>{ fill(&words.slip_version, &[("version", &screen.session.quiz().version)]) }</p>
                { for lines.map(|line| html! { <p class="sign">{ line }</p> }) }
            </div>
            <div class="moves" data-scan-group="" data-scan-first="" tabindex="-1" role="group" aria-labelledby="paper-title">
                { print_button(screen, &words.slip_print) }
            </div>
        </section>
    }
}

/// What was taken, when and by whom, what it proves and what it does not, and the line for whoever counter-signs.
fn record(screen: &Screen<'_>, outcome: &Outcome) -> Html {
    let words = screen.words;
    let typed = screen.link.reform(|event: InputEvent| {
        let field = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        Msg::Name(field.map(|field| field.value()).unwrap_or_default())
    });
    let saved = screen.shown.saved.as_ref().map(|file| fill(&words.record_saved, &[("file", file)]));
    html! {
        <section class="step" aria-labelledby="paper-title">
            <p>{ &words.record_about }</p>
            <label class="typed"><span>{ &words.record_name }</span>
                <input type="text" id="record-name" autocomplete="off" value={screen.shown.name.clone()} oninput={typed} aria-describedby="record-name-about" /></label>
            <p id="record-name-about">{ &words.record_name_about }</p>
            { sheet(screen, outcome) }
            <div class="moves" data-scan-group="" data-scan-first="" tabindex="-1" role="group" aria-labelledby="paper-title">
                <button type="button" data-action="save" onclick={screen.link.reform(|_| Msg::Save)}>{ &words.record_save }</button>
                { print_button(screen, &words.record_print) }
            </div>
            <p class="kept" role="status">{ saved.unwrap_or_default() }</p>
        </section>
    }
}

fn sheet(screen: &Screen<'_>, outcome: &Outcome) -> Html {
    let (words, quiz) = (screen.words, screen.session.quiz());
    let on = screen.shown.today;
    let all = outcome.all();
    let result = if outcome.passed == Passed::Yes { &words.record_passed } else { &words.result_all };
    let result = fill(result, &[("n", &all.right.to_string()), ("total", &all.of.to_string())]);
    let topics = quiz.topics.iter().map(|topic| topic.title.as_str()).collect::<Vec<_>>().join(", ");
    let name = screen.shown.name.trim();
    let rows = [
        (&words.record_what, quiz.title.clone()),
        (&words.record_where, screen.page.setting.clone()),
        (&words.record_version, quiz.version.clone()),
        (&words.record_on, words.day(on)),
        (&words.record_valid, words.valid(on)),
        (&words.record_result, result),
        (&words.record_topics, topics),
    ];
    // Made anew where it changes: while a name is typed nothing else is, and a translator may have put another text in its place.
    let row = |(title, value): (&String, String)| html! { <><dt>{ title }</dt><dd key={value.clone()}>{ value }</dd></> };
    html! {
        <div class="paper">
            <h3 id="paper-title">{ &words.record_title }</h3>
            // A name that is not typed is written by hand.
            if name.is_empty() { <p class="sign">{ &words.record_who }</p> }
            <dl class="record">
                if !name.is_empty() { { row((&words.record_who, name.to_owned())) } }
                { for rows.map(row) }
            </dl>
            <p>{ &words.record_proves }</p>
            <p>{ &words.record_proves_not }</p>
            { for [&words.record_manager, &words.sign, &words.sign_date].map(|line| html! { <p class="sign">{ line }</p> }) }
        </div>
    }
}

fn print_button(screen: &Screen<'_>, words: &str) -> Html {
    html! {
        <button type="button" class="next" data-action="print" data-done="" data-scan-first="" onclick={screen.link.reform(|_| Msg::Print)}>
            { symbol(crate::PRINT_SYMBOL) }<span>{ words }</span></button>
    }
}
