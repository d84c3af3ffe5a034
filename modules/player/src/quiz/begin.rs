//! Before the first question: how it goes, and what is said to somebody who comes back.

use super::result;
use super::screen::{Msg, Screen};
use fingerpost_lesson::keep::taken::Kept;
use fingerpost_lesson::quiz::content::{ClauseRef, Ending};
use fingerpost_lesson::quiz::outcome::Passed;
use fingerpost_lesson::quiz::since::since;
use fingerpost_lesson::strings::fill;
use yew::prelude::*;

/// The first screen.
pub fn view(screen: &Screen<'_>) -> Html {
    let (words, quiz) = (screen.words, screen.session.quiz());
    let count = screen.session.count().to_string();
    let percent = [("critical", quiz.rules.critical.to_string()), ("pass", quiz.rules.pass.to_string())];
    let percent = percent.each_ref().map(|(name, value)| (*name, value.as_str()));
    html! {
        <>
            <section class="step" aria-labelledby="quiz-title">
                <h2 id="quiz-title" tabindex="-1">{ &words.start_title }</h2>
                { before(screen) }
                <p>{ fill(&words.start_count, &[("n", &count)]) }</p>
                <p>{ &words.start_about }</p>
                if quiz.rules.pass > 0 { <p>{ fill(&words.start_pass, &percent) }</p> }
                if quiz.ending != Ending::Record { <p>{ &words.start_slip }</p> }
                <p>{ &words.start_private }</p>
                <div class="moves" data-scan-group="" data-scan-first="" tabindex="-1" role="group" aria-label={screen.player.group_moves.clone()}>
                    <button type="button" class="next" data-action="begin" data-done="" data-scan-first="" onclick={screen.link.reform(|_| Msg::Begin)}>
                        { &words.begin }</button>
                </div>
            </section>
            if !screen.shown.keeping.is_untouched() { { result::keeping(screen) } }
        </>
    }
}

/// When it was taken, which clauses have changed since, and what to read again.
fn before(screen: &Screen<'_>) -> Html {
    let kept = screen.shown.keeping.kept.as_ref();
    let since = kept.and_then(|kept| since(screen.session.quiz(), kept, screen.shown.today));
    let (Some(kept), Some(since)) = (kept, since) else { return html! {} };
    let words = screen.words;
    let same = since.changed.is_empty() && since.gone.is_empty();
    html! {
        <div class="before">
            <p>{ taken(screen, kept) }</p>
            if since.is_due { <p>{ &words.before_due }</p> }
            if same { <p>{ &words.before_same }</p> }
            if !since.changed.is_empty() {
                <div data-scan-group="" tabindex="-1" role="group" aria-label={words.before_changed.clone()}>
                    <p>{ &words.before_changed }</p>
                    <ul>{ for since.changed.iter().map(|clause| changed(clause)) }</ul>
                </div>
            }
            if !since.gone.is_empty() { <p>{ fill(&words.before_gone, &[("clauses", &since.gone.join(", "))]) }</p> }
            { result::read_again(screen, &since.topics) }
        </div>
    }
}

fn taken(screen: &Screen<'_>, kept: &Kept) -> String {
    let words = screen.words;
    let Some(taken) = &kept.taken else { return String::new() };
    let said = match taken.passed {
        Passed::Yes => &words.before_passed,
        Passed::NotYet => &words.before_not_yet,
        Passed::Nothing => &words.before_done,
    };
    fill(said, &[("day", &words.day(taken.on)), ("version", &taken.policy)])
}

/// A clause as it is now, with the way to it. Nothing has been answered yet, so nothing is lost by following it.
fn changed(clause: &ClauseRef) -> Html {
    html! { <li><a href={clause.href.clone()}>{ &clause.reference }</a>{ " " }{ &clause.words }</li> }
}
