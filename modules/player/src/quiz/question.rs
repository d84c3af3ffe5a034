//! A question, or a scene of a case: what happens, the answers, and beside each that was chosen its reason with the clauses behind it.

use super::screen::{Msg, Screen};
use crate::text::symbol;
use fingerpost_lesson::content::words;
use fingerpost_lesson::quiz::content::{Answer, ClauseRef, Item, Scene};
use fingerpost_lesson::quiz::session::Event;
use fingerpost_lesson::script::Part;
use fingerpost_lesson::strings::fill;
use yew::prelude::*;

/// The screen.
pub fn view(screen: &Screen<'_>) -> Html {
    let (Some(item), Some(scene)) = (screen.session.item(), screen.session.scene()) else { return html! {} };
    let values = [("n", screen.session.nth().to_string()), ("total", screen.session.asked().len().to_string())];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    html! {
        <>
            <section class="step" aria-labelledby="quiz-title">
                <p class="progress">{ fill(&screen.words.question_of, &values) }</p>
                <h2 id="quiz-title" tabindex="-1">{ &item.title }</h2>
                if item.is_case() {
                    <p class="how">{ &screen.words.case }</p>
                    <h3 id="scene-title" tabindex="-1">{ &scene.title }</h3>
                }
                { say(screen, scene) }
                if scene.answers.is_empty() { <p class="result">{ &screen.words.case_end }</p> } else { { answers(screen, item, scene) } }
                { status(screen, item) }
            </section>
            { moves(screen) }
        </>
    }
}

/// The question as a picture of itself: without what stands around it, and without an id, because a page shows several.
#[cfg(feature = "ssr")]
pub fn pictured(screen: &Screen<'_>) -> Html {
    let (Some(item), Some(scene)) = (screen.session.item(), screen.session.scene()) else { return html! {} };
    html! {
        <div class="step">
            <h2>{ &item.title }</h2>
            if item.is_case() {
                <p class="how">{ &screen.words.case }</p>
                <h3>{ &scene.title }</h3>
            }
            { say(screen, scene) }
            if scene.answers.is_empty() { <p class="result">{ &screen.words.case_end }</p> } else { { answers(screen, item, scene) } }
        </div>
    }
}

/// What happens, with the way to hear the screen.
fn say(screen: &Screen<'_>, scene: &Scene) -> Html {
    let speaking = screen.reader.heard.is_some();
    let say = scene.say.iter().enumerate().map(|(nth, text)| screen.reader.paragraphs(Part::Say(nth), text, false));
    let listen = if speaking { &screen.player.stop_listening } else { &screen.player.listen };
    html! {
        <div class="say" data-scan-group="" tabindex="-1" role="group" aria-label={screen.player.group_words.clone()}>
            <div class="words">{ for say }</div>
            <button type="button" class="listen" data-action="listen" onclick={screen.link.reform(|_| Msg::Listen)}>{ symbol("listen") }<span>{ listen }</span></button>
        </div>
    }
}

fn answers(screen: &Screen<'_>, item: &Item, scene: &Scene) -> Html {
    let first = !screen.session.is_done();
    let options = screen.session.answers().into_iter().map(|(index, answer)| {
        let chosen = screen.session.is_chosen(index);
        html! {
            <li class="option" data-outcome={chosen.then_some(if answer.right { "right" } else { "again" })}>
                <button type="button" class="answer" aria-pressed={if chosen { "true" } else { "false" }} onclick={screen.does(Event::Choose(index))}>
                    { screen.reader.inline(Part::Option(index), &answer.text) }</button>
                if chosen { { reason(screen, item, index, answer) } }
            </li>
        }
    });
    html! {
        <fieldset class="answers" data-scan-group="" tabindex="-1" data-scan-first={first.then_some("")}>
            <legend>{ screen.reader.inline(Part::Question, &scene.question) }</legend>
            if screen.session.quiz().rules.pass > 0 { <p class="how">{ &screen.words.answers_how }</p> }
            <ul class="options">{ for options }</ul>
        </fieldset>
    }
}

/// The reason that meets an answer, and the clauses on which it rests. Their words are here, so that nobody has to leave the page for them.
fn reason(screen: &Screen<'_>, item: &Item, index: usize, answer: &Answer) -> Html {
    let clauses = answer.clauses.iter().filter_map(|clause| screen.session.quiz().clauses.get(*clause));
    html! {
        <>
            <p class="reason">
                { symbol(if answer.right { "yes" } else { "think" }) }
                <span>{ screen.reader.inline(Part::Reason(index), &answer.reason) }{ " " }<strong>{ verdict(screen, item, answer) }</strong></span>
            </p>
            { for clauses.map(|clause| rule(screen, clause)) }
        </>
    }
}

fn rule(screen: &Screen<'_>, clause: &ClauseRef) -> Html {
    html! {
        <details class="rule">
            <summary>{ fill(&screen.words.rule, &[("ref", &clause.reference)]) }</summary>
            <p>{ &clause.words }</p>
            <p><a href={clause.href.clone()} target="_blank" rel="noopener">{ &screen.words.rule_link }</a></p>
        </details>
    }
}

fn verdict<'a>(screen: &Screen<'a>, item: &Item, answer: &Answer) -> &'a str {
    match (answer.right, item.is_case()) {
        (true, _) => &screen.words.chosen_best,
        (false, false) => &screen.words.chosen_other,
        (false, true) => &screen.words.chosen_goes_on,
    }
}

/// What a screen reader hears after an answer. The same words stand in the page beside the choice.
fn status(screen: &Screen<'_>, item: &Item) -> Html {
    let said = screen.session.last().map(|answer| format!("{} {}", words(&answer.reason), verdict(screen, item, answer)));
    // The same words twice are no news to a screen reader; a space that nobody sees makes them new.
    let news = if screen.turn && said.is_some() { "\u{a0}" } else { "" };
    html! {
        <>
            <p class="status visually-hidden" role="status">{ said.unwrap_or_default() }{ news }</p>
            <p class="no-voice" role="status">{ if screen.no_voice { screen.player.no_voice.as_str() } else { "" } }</p>
        </>
    }
}

/// Back, and the way on as soon as something is chosen.
fn moves(screen: &Screen<'_>) -> Html {
    let (session, player) = (screen.session, screen.player);
    let done = session.is_done();
    let next = match (session.is_last(), done) {
        (true, _) => &screen.words.to_result,
        (false, true) => &player.next,
        (false, false) => &player.go_on,
    };
    html! {
        <div class="moves" data-scan-group="" tabindex="-1" role="group" aria-label={player.group_moves.clone()} data-scan-first={done.then_some("")}>
            if session.can_go_back() {
                <button type="button" class="back" data-action="back" onclick={screen.does(Event::Back)}>{ symbol("back") }<span>{ &player.back }</span></button>
            }
            if session.can_go_on() {
                <button type="button" class="next" data-action="next" data-done={done.then_some("")} data-scan-first="" onclick={screen.does(Event::Next)}>
                    <span>{ next }</span>{ symbol("next") }</button>
            }
        </div>
    }
}
