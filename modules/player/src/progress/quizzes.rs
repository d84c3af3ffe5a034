//! What is kept of quizzes and inductions: when each was taken, what came of it, and what to read again. It belongs to no learner, so it is shown
//! whoever is learning.

use super::screen::Screen;
use fingerpost_lesson::journey::words::title;
use fingerpost_lesson::keep::taken::Kept;
use yew::prelude::*;

/// Every quiz of which something is kept.
pub fn view(screen: &Screen<'_>) -> Html {
    let quizzes = &screen.journey.quizzes;
    if quizzes.is_empty() {
        return html! {};
    }
    html! {
        <section class="step" aria-labelledby="quizzes-title">
            <h2 id="quizzes-title" tabindex="-1">{ &screen.words.quiz_title }</h2>
            { for quizzes.iter().map(|kept| quiz(screen, kept)) }
        </section>
    }
}

fn quiz(screen: &Screen<'_>, kept: &Kept) -> Html {
    let words = screen.words;
    let card = screen.page.quizzes.iter().find(|card| card.id == kept.id);
    let title = title(&screen.page.quizzes, &kept.id);
    let missed = kept.taken.iter().flat_map(|taken| &taken.missed);
    // A topic that the quiz no longer has cannot be read again.
    let topics = missed.filter_map(|id| card?.topics.iter().find(|topic| topic.id == *id && !topic.read.is_empty()));
    let topics: Vec<Html> = topics.map(|topic| html! { <li><a href={topic.read.clone()}>{ &topic.title }</a></li> }).collect();
    html! {
        <div data-scan-group="" tabindex="-1" role="group" aria-label={title.to_owned()}>
            <h3>if let Some(card) = card { <a href={card.address.clone()}>{ title }</a> } else { { title } }</h3>
            { for words.quiz(kept).into_iter().map(|said| html! { <p>{ said }</p> }) }
            if !topics.is_empty() { <p>{ &words.quiz_read }</p><ul>{ for topics }</ul> }
            if kept.is_newer { <p>{ &words.quiz_newer }</p> }
            if !kept.damaged.is_empty() {
                <p>{ &words.damaged }</p>
                <ul>{ for kept.damaged.iter().map(|line| html! { <li><code>{ line }</code></li> }) }</ul>
            }
        </div>
    }
}
