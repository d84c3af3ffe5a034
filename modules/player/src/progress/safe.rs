//! Saving to a file, bringing back from one, what can happen to what is kept, and forgetting it.

use super::screen::{Area, Msg, Screen};
use crate::files;
use crate::text::symbol;
use fingerpost_lesson::journey::{Event, Wish};
use fingerpost_lesson::strings::fill;
use yew::prelude::*;

/// Files, and plain words about how long things stay.
pub fn view(screen: &Screen<'_>) -> Html {
    let words = screen.words;
    let journey = screen.journey;
    let save = |everybody: bool, action: &'static str, words: String| {
        html! { <button type="button" data-action={action} onclick={screen.link.reform(move |_| Msg::Save(everybody))}>{ words }</button> }
    };
    let link = screen.link.clone();
    let bring = Callback::from(move |event: yew::Event| {
        let link = link.clone();
        files::bring(&event, move |text| {
            let brought = text.map_or(Event::TooBig, |text| Event::Bring(text, files::seed()));
            link.emit(Msg::Do(brought));
        });
    });
    html! {
        <section class="step" aria-labelledby="safe-title">
            <h2 id="safe-title" tabindex="-1">{ &words.safe_title }</h2>
            <p>{ &words.safe_where }</p>
            <p>{ &words.safe_seven }</p>
            { promise(screen) }
            <div class="files" data-scan-group="" tabindex="-1" role="group" aria-labelledby="safe-title">
                if journey.learner().is_some_and(|learner| !learner.is_newer) {
                    { save(false, "save", fill(&words.save_one, &[("name", screen.name())])) }
                }
                if journey.learners.len() + journey.quizzes.len() > usize::from(journey.learner().is_some()) { { save(true, "save-all", words.save_all.clone()) } }
                <label for="bring">{ &words.bring }</label>
                <input type="file" id="bring" accept=".txt,text/plain" onchange={bring} />
            </div>
            { screen.said(Area::Safe) }
        </section>
    }
}

/// Whether the browser has promised to keep things, and the way to ask it. It is asked only where something is kept: some browsers show a
/// question of their own then, which should not meet a child who only wanted to look.
fn promise(screen: &Screen<'_>) -> Html {
    let words = screen.words;
    match screen.promised {
        _ if !screen.journey.keeps_something() => html! {},
        None => html! {},
        Some(true) => html! { <p>{ &words.safe_promised }</p> },
        Some(false) => html! {
            <>
                <p>{ &words.safe_not_promised }</p>
                <div class="moves" data-scan-group="">
                    <button type="button" data-action="promise" onclick={screen.link.reform(|_| Msg::Ask)}>{ &words.safe_ask }</button>
                </div>
            </>
        },
    }
}

/// Forgetting one or all: asked about once more in the page, and to be undone while it is open.
pub fn forget(screen: &Screen<'_>) -> Html {
    let (words, journey) = (screen.words, screen.journey);
    let name = [("name", screen.name())];
    let kept = journey.keeps_something();
    if !kept && journey.forgotten.is_none() && screen.area != Area::Forget {
        return html! {};
    }
    html! {
        <section class="step" aria-labelledby="forget-title">
            <h2 id="forget-title" tabindex="-1">{ symbol("forget") }{ " " }{ &words.forget_title }</h2>
            if kept && journey.asking.is_none() {
                <div class="moves" data-scan-group="" tabindex="-1" role="group" aria-labelledby="forget-title">
                    if journey.learner().is_some() { { screen.button("forget-one", &fill(&words.forget_one, &name), Event::Forget(Wish::One)) } }
                    { screen.button("forget-all", &words.forget_all, Event::Forget(Wish::All)) }
                </div>
            }
            if let Some(wish) = journey.asking {
                <div class="moves" data-scan-group="" tabindex="-1" role="group" aria-labelledby="sure-title">
                    <p id="sure-title" tabindex="-1">{ if wish == Wish::One { fill(&words.sure_one, &name) } else { words.sure_all.clone() } }</p>
                    { screen.button("no", &words.sure_no, Event::No) }
                    { screen.button("yes", &words.sure_yes, Event::Yes) }
                </div>
            }
            { screen.said(Area::Forget) }
            if journey.forgotten.is_some() {
                <div class="moves" data-scan-group="">{ screen.button("undo", &words.undo, Event::Undo) }</div>
            }
        </section>
    }
}
