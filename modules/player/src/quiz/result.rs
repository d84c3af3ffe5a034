//! What came of it, what to read again, another go, and what the device remembers.

use super::paper;
use super::screen::{Msg, Screen};
use crate::keeping::{self, Keeping};
use crate::text::symbol;
use fingerpost_lesson::keep::store::Trouble;
use fingerpost_lesson::quiz::outcome::{Count, Outcome, Passed};
use fingerpost_lesson::quiz::session::Event;
use fingerpost_lesson::strings::fill;
use yew::prelude::*;

/// The last screen.
pub fn view(screen: &Screen<'_>) -> Html {
    let words = screen.words;
    let outcome = screen.session.outcome();
    let (title, said) = match outcome.passed {
        Passed::Yes => (&words.passed_title, &words.passed_words),
        Passed::NotYet => (&words.not_yet_title, &words.not_yet_words),
        Passed::Nothing => (&words.done_title, &words.done_words),
    };
    html! {
        <>
            <section class="step" aria-labelledby="quiz-title">
                <h2 id="quiz-title" tabindex="-1">{ title }</h2>
                <p>{ said }</p>
                { counts(screen, &outcome) }
                { read_again(screen, &outcome.missed) }
            </section>
            if screen.shown.has_paper() { { paper::view(screen, &outcome) } }
            { again(screen, &outcome) }
            { keeping(screen) }
        </>
    }
}

/// How many were right, where something had to be.
fn counts(screen: &Screen<'_>, outcome: &Outcome) -> Html {
    let (words, rules) = (screen.words, screen.session.quiz().rules);
    if outcome.passed == Passed::Nothing {
        return html! {};
    }
    let line = |words: &str, count: Count, percent: u8| {
        let values = [("n", count.right), ("total", count.of), ("percent", percent.into())];
        let said = values.iter().fold(words.to_owned(), |said, (name, value)| fill(&said, &[(*name, &value.to_string())]));
        html! { if count.of > 0 { <li>{ said }</li> } }
    };
    html! {
        <ul>
            { line(&words.result_all, outcome.all(), 0) }
            { line(&words.result_critical, outcome.critical, rules.critical) }
            { line(&words.result_other, outcome.other, rules.pass) }
        </ul>
    }
}

/// The topics to read again, with the way to each that can be read.
pub fn read_again(screen: &Screen<'_>, topics: &[usize]) -> Html {
    let topics =
        topics.iter().filter_map(|topic| screen.session.quiz().topics.get(*topic)).filter(|topic| !topic.read.is_empty());
    let links: Vec<Html> = topics.map(|topic| html! { <li><a href={topic.read.clone()}>{ &topic.title }</a></li> }).collect();
    if links.is_empty() {
        return html! {};
    }
    html! {
        <div data-scan-group="" tabindex="-1" role="group" aria-label={screen.words.read_again.clone()}>
            <p><strong>{ &screen.words.read_again }</strong></p>
            <ul>{ for links }</ul>
        </div>
    }
}

fn again(screen: &Screen<'_>, outcome: &Outcome) -> Html {
    let wanted = (outcome.passed == Passed::NotYet).then_some("");
    let begins_with_missed = outcome.passed != Passed::Nothing && !outcome.missed.is_empty();
    html! {
        <>
            if begins_with_missed { <p class="again-about">{ &screen.words.again_about }</p> }
            <div class="moves" data-scan-group="" tabindex="-1" role="group" aria-label={screen.player.group_moves.clone()} data-scan-first={wanted}>
                if screen.session.can_go_back() {
                    <button type="button" class="back" data-action="back" onclick={screen.does(Event::Back)}>{ symbol("back") }<span>{ &screen.player.back }</span></button>
                }
                <button type="button" class="next" data-action="again" data-done={wanted} data-scan-first="" onclick={screen.link.reform(|_| Msg::Begin)}>
                    { symbol("again") }<span>{ &screen.words.again }</span></button>
            </div>
        </>
    }
}

/// "Remember on this device?", in words and symbols. Before anything has been answered there is nothing to remember, only to forget.
pub fn keeping(screen: &Screen<'_>) -> Html {
    let (kept, words, player) = (&screen.shown.keeping, screen.words, screen.player);
    let can_remember = !kept.remembers && !screen.session.asked().is_empty();
    // What cannot be read can still be forgotten.
    let can_forget = kept.remembers || matches!(kept.trouble, Some(Trouble::Damaged | Trouble::Newer));
    let said = match kept.trouble {
        Some(Trouble::Full) => &words.trouble_full,
        Some(Trouble::Blocked) => &words.trouble_blocked,
        Some(Trouble::Newer) => &words.trouble_newer,
        Some(Trouble::Damaged) => &words.trouble_damaged,
        None if kept.forgotten => &words.forgotten,
        None if kept.remembers => &words.remember_on,
        None => "",
    };
    keeping::view(Keeping {
        strings: player,
        about: &words.remember_about,
        said,
        remember: can_remember.then(|| screen.link.reform(|_| Msg::Remember)),
        forget: can_forget.then(|| screen.link.reform(|_| Msg::Forget)),
    })
}
