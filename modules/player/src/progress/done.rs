//! The lessons with how far the learner is in each, the certificate of one, and the adult's summary.

use super::screen::Screen;
use crate::print;
use crate::text::symbol;
use fingerpost_lesson::journey::words::symbol_of;
use fingerpost_lesson::journey::{Event, LessonCard};
use fingerpost_lesson::keep::learner::{Learner, Progress};
use fingerpost_lesson::strings::fill;
use yew::prelude::*;

/// What the learner who is learning has done.
pub fn view(screen: &Screen<'_>) -> Html {
    let words = screen.words;
    let Some(learner) = screen.journey.learner().filter(|learner| !learner.is_newer) else { return html! {} };
    let cards = screen.page.lessons.iter().enumerate().map(|(number, lesson)| card(screen, learner, number, lesson));
    let open = screen.journey.summary;
    html! {
        <section class="step" aria-labelledby="done-title">
            <h2 id="done-title" tabindex="-1">{ &words.done_title }</h2>
            <ul class="options" role="list">{ for cards }</ul>
            <div class="moves" data-scan-group="">
                <button type="button" data-action="summary" aria-expanded={if open { "true" } else { "false" }}
                    onclick={screen.does(Event::Summary)}>{ &words.summary_open }</button>
            </div>
            if open { { summary(screen, learner) } }
        </section>
    }
}

/// A lesson: done, begun or not yet is told in words and by a symbol.
fn card(screen: &Screen<'_>, learner: &Learner, number: usize, lesson: &LessonCard) -> Html {
    let words = screen.words;
    let (state, mark) = match learner.progress(&lesson.id) {
        Progress::Done => (&words.state_done, "finish"),
        Progress::Begun => (&words.state_begun, "path"),
        Progress::NotYet => (&words.state_not_yet, "start"),
    };
    let done = learner.progress(&lesson.id) == Progress::Done;
    let certificate = fill(&words.certificate_of, &[("thing", &lesson.title)]);
    html! {
        <li class="thing">
            if let Some(picture) = &lesson.symbol { { symbol(picture) } }
            <div data-scan-group="" tabindex="-1" role="group" aria-label={lesson.title.clone()}>
                <h3><a href={lesson.address.clone()}>{ &lesson.title }</a></h3>
                <p class="state">{ symbol(mark) }<span>{ state }</span></p>
                if done {
                    <button type="button" data-action="certificate" aria-label={certificate} onclick={screen.does(Event::Certificate(number))}>
                        { &words.certificate }</button>
                }
            </div>
        </li>
    }
}

/// A certificate: what was learnt, by whom, when. It has no score, and a line for a name that is written on paper only.
pub fn certificate(screen: &Screen<'_>, lesson: &LessonCard) -> Html {
    let words = screen.words;
    let day = words.day(screen.journey.last_end(&lesson.id).and_then(|done| done.on));
    let picture = symbol_of(screen.journey.learner()).unwrap_or("learn");
    html! {
        <section class="step certificate" aria-labelledby="certificate-title">
            <h2 id="certificate-title" tabindex="-1">{ &words.certificate }</h2>
            <p class="state">{ symbol(picture) }<strong>{ screen.name() }</strong></p>
            <p class="title">{ &lesson.title }</p>
            <p>{ fill(&words.certificate_done, &[("name", screen.name()), ("day", &day)]) }</p>
            <p>{ &words.certificate_about }{ " " }{ &lesson.aim }</p>
            <p class="on-paper">{ &words.certificate_name }</p>
            <div class="moves" data-scan-group="" tabindex="-1" role="group" aria-label={words.certificate.clone()}>
                { screen.button("close", &words.close, Event::CloseCertificate) }
                <button type="button" class="next" data-action="print" onclick={Callback::from(|_| print::now(None))}>{ &words.print }</button>
            </div>
        </section>
    }
}

/// For the adult: this learner only, in sentences, and everything that is kept of them.
fn summary(screen: &Screen<'_>, learner: &Learner) -> Html {
    let words = screen.words;
    let lessons = screen.page.lessons.iter().map(|lesson| {
        let mut sentences = words.summary(learner, lesson, screen.player);
        if sentences.is_empty() {
            sentences.push(words.state_not_yet.clone());
        }
        html! { <><dt>{ &lesson.title }</dt>{ for sentences.into_iter().map(|sentence| html! { <dd>{ sentence }</dd> }) }</> }
    });
    html! {
        <div class="summary">
            <p>{ fill(&words.summary_about, &[("name", screen.name())]) }</p>
            <dl>{ for lessons }</dl>
            if !learner.damaged.is_empty() {
                <p>{ &words.damaged }</p>
                <ul>{ for learner.damaged.iter().map(|line| html! { <li><code>{ line }</code></li> }) }</ul>
            }
            <h3>{ &words.kept_open }</h3>
            <pre>{ &learner.text }</pre>
        </div>
    }
}
