//! What stands around the activity: the paths, the words, the moves, the switches, and what the device remembers.

use crate::activities;
use crate::keeping::{self, Keeping};
use crate::press_panel;
use crate::screen::{Msg, Screen};
use crate::shapes::shape;
use crate::text::{picture, symbol};
use fingerpost_lesson::content::{Activity, Step, words};
use fingerpost_lesson::keep::store::Trouble;
use fingerpost_lesson::path::Path;
use fingerpost_lesson::script::Part;
use fingerpost_lesson::session::{Event, Said};
use fingerpost_lesson::strings::fill;
use yew::prelude::*;

/// The whole screen.
pub fn screen(screen: &Screen<'_>) -> Html {
    html! {
        <div class="player" key={screen.key}>
            { paths(screen) }
            if screen.session.is_finished() { { finished(screen) } } else { { step(screen) } }
            { moves(screen) }
            { keeping(screen) }
            { press_panel::bar(screen.ways, screen.strings, screen.keeping.remembers) }
            { class(screen) }
        </div>
    }
}

/// The four ways to learn, by shape and name. Which one is on can be seen without colour.
fn paths(screen: &Screen<'_>) -> Html {
    let strings = screen.strings;
    let buttons = screen.session.paths().map(|path| {
        let on = path == screen.session.path();
        html! {
            <button type="button" class="path" data-action="path" value={path.id()} aria-pressed={if on { "true" } else { "false" }}
                onclick={screen.does(Event::ChangePath(path))}>
                { shape(path) }<span>{ strings.path(path) }</span>
            </button>
        }
    });
    html! {
        <fieldset class="paths" data-scan-group="" tabindex="-1"><legend>{ &strings.paths_legend }</legend>{ for buttons }</fieldset>
    }
}

fn step(screen: &Screen<'_>) -> Html {
    let Some(step) = screen.session.step() else { return html! {} };
    let (nth, total) = screen.session.progress();
    let strings = screen.strings;
    let progress = fill(&strings.step_of, &[("n", &nth.to_string()), ("total", &total.to_string())]);
    html! {
        <section class="step" data-activity={step.activity.id()} aria-labelledby="step-title">
            <p class="progress">{ progress }</p>
            <h2 id="step-title" tabindex="-1" ref={screen.heading.clone()}>{ screen.session.title() }</h2>
            { say(screen, step) }
            { activities::view(screen, step) }
            { hint(screen, step) }
            { status(screen, step) }
        </section>
    }
}

/// One step as a picture of itself: without what stands around it, and without an id, because a page shows several.
#[cfg(feature = "ssr")]
pub fn pictured(screen: &Screen<'_>) -> Html {
    let Some(step) = screen.session.step() else { return html! {} };
    html! {
        <div class="step" data-activity={step.activity.id()}>
            <h2>{ screen.session.title() }</h2>
            { say(screen, step) }
            { activities::view(screen, step) }
            { hint(screen, step) }
            { status(screen, step) }
        </div>
    }
}

/// The pictures and the words, with the way to hear them.
fn say(screen: &Screen<'_>, step: &Step) -> Html {
    let path = screen.session.path();
    let pressed = activities::look::is_pressed(screen);
    // On `together` the picture is the one big button: press it, and something happens and is said.
    let press = path == Path::Together && matches!(step.activity, Activity::Look);
    let say = step.say.iter().enumerate().map(|(nth, text)| screen.reader.paragraphs(Part::Say(nth), text, path != Path::Plain));
    let shown = step.pictures.get(usize::from(pressed)).or(step.pictures.first());
    html! {
        <div class="say" data-scan-group="" tabindex="-1" role="group" aria-label={screen.strings.group_words.clone()}
            data-scan-first={(press && !pressed).then_some("")}>
            if let Some(shown) = shown.filter(|_| press) {
                <button type="button" class="press" data-action="listen" aria-pressed={if pressed { "true" } else { "false" }}
                    onclick={screen.link.reform(|_| Msg::PressAndListen)}>{ picture(shown) }</button>
            } else if !step.pictures.is_empty() {
                <div class="pictures">{ for step.pictures.iter().map(picture) }</div>
            }
            <div class="words">{ for say }</div>
            if !press { { listen(screen) } }
        </div>
    }
}

fn listen(screen: &Screen<'_>) -> Html {
    let speaking = screen.reader.heard.is_some();
    let label = if speaking { &screen.strings.stop_listening } else { &screen.strings.listen };
    html! {
        <button type="button" class="listen" data-action="listen" onclick={screen.link.reform(|_| Msg::Listen)}>{ symbol("listen") }<span>{ label }</span></button>
    }
}

fn hint(screen: &Screen<'_>, step: &Step) -> Html {
    if !screen.session.has_hint() {
        return html! {};
    }
    let shown = screen.session.shows_hint();
    html! {
        <div class="hint-box" data-scan-group="" tabindex="-1" role="group" aria-label={screen.strings.hint.clone()}>
            <button type="button" class="ask-hint" data-action="hint" aria-expanded={if shown { "true" } else { "false" }}
                onclick={screen.does(Event::Hint)}>{ symbol("hint") }<span>{ &screen.strings.hint }</span></button>
            <div class="hint" aria-live="polite">
                if shown { <p><strong>{ &screen.strings.hint_label }</strong>{ " " }{ screen.reader.inline(Part::Hint, &step.hint) }</p> }
            </div>
        </div>
    }
}

/// What a screen reader hears after an answer. The same words stand in the page beside the choice.
fn status(screen: &Screen<'_>, step: &Step) -> Html {
    let strings = screen.strings;
    let said = match screen.session.said() {
        Said::Nothing => String::new(),
        Said::Reason { right, reason } => {
            let lead = activities::answers::verdict(screen, right);
            // Whoever hears the page hears the whole sentence too, or how many are found.
            let filled = match step.activity {
                Activity::Gap(_) if right => words(&screen.session.question()) + " ",
                _ => String::new(),
            };
            format!("{filled}{} {lead} {}", words(reason), activities::choose::found(screen))
        }
        Said::Accepted(reason) => words(reason),
        Said::GoesOn { met, who, next } => {
            let mut said = words(met);
            if !who.is_empty() {
                said = said + " " + &activities::chat::name(strings, who);
            }
            next.iter().fold(said, |said, text| said + " " + &words(text))
        }
        Said::Drawn(count) => activities::password::drawn(strings, count),
        Said::Checked(check) => activities::password::checked(strings, check),
        Said::NothingChosen => strings.several_none.clone(),
        Said::Several { missing, extra } => activities::several::result(strings, missing, extra),
        Said::Moved { thing, position } => activities::order::moved(strings, step, thing, position),
        Said::InPlace(count) => activities::order::in_place(strings, step, count),
        Said::Done => match step.activity {
            Activity::Order(_) => strings.order_done.clone(),
            _ => strings.several_done.clone(),
        },
    };
    // The same words twice are no news to a screen reader; a space that nobody sees makes them new.
    let silent = said.is_empty();
    let voice = if screen.no_voice { strings.no_voice.as_str() } else { "" };
    let after = screen.session.says_after();
    html! {
        <>
            if after { <div class="after">{ screen.reader.paragraphs(Part::After, &step.after, screen.session.path() != Path::Plain) }</div> }
            <p class="status visually-hidden" role="status">{ said }{ if screen.turn && !silent { "\u{a0}" } else { "" } }</p>
            <p class="no-voice" role="status">{ voice }</p>
        </>
    }
}

fn finished(screen: &Screen<'_>) -> Html {
    // What went well, by name: whatever the learner did, and nothing about the rest.
    let mut did = screen.session.did().peekable();
    html! {
        <section class="finished" aria-labelledby="step-title">
            { symbol("happy") }
            <h2 id="step-title" tabindex="-1" ref={screen.heading.clone()}>{ &screen.strings.finished_title }</h2>
            <p>{ &screen.strings.finished_words }</p>
            if did.peek().is_some() {
                <p>{ &screen.strings.finished_did }</p>
                <ul class="did">{ for did.map(|title| html! { <li>{ symbol("yes") }<span>{ title.to_owned() }</span></li> }) }</ul>
            }
        </section>
    }
}

/// Back, and always a way on.
fn moves(screen: &Screen<'_>) -> Html {
    let (session, strings) = (screen.session, screen.strings);
    let done = session.is_done();
    let first = (done && !activities::look::waits_for_a_press(screen)) || session.is_finished();
    html! {
        <div class="moves" data-scan-group="" tabindex="-1" role="group" aria-label={strings.group_moves.clone()}
            data-scan-first={first.then_some("")}>
            if session.can_go_back() {
                <button type="button" class="back" data-action="back" onclick={screen.does(Event::Back)}>
                    { symbol("back") }<span>{ &strings.back }</span></button>
            }
            if session.is_finished() {
                <button type="button" class="next" data-action="again" data-scan-first="" onclick={screen.does(Event::Again)}>
                    { symbol("again") }<span>{ &strings.again }</span></button>
            } else {
                <button type="button" class="next" data-action="next" data-done={done.then_some("")} data-scan-first=""
                    onclick={screen.does(Event::Next)}>
                    <span>{ if done { &strings.next } else { &strings.go_on } }</span>{ symbol("next") }</button>
            }
        </div>
    }
}

/// "Remember on this device?", in words and symbols.
fn keeping(screen: &Screen<'_>) -> Html {
    let (kept, strings) = (screen.keeping, screen.strings);
    // What cannot be read can still be forgotten.
    let kept_unread = matches!(kept.trouble, Some(Trouble::Damaged | Trouble::Newer));
    let said = match kept.trouble {
        Some(trouble) => strings.trouble(trouble),
        None if kept.forgotten => &strings.forgotten,
        None if kept.remembers => &strings.remember_on,
        None => "",
    };
    keeping::view(Keeping {
        strings,
        about: &strings.remember_about,
        said,
        remember: (!kept.remembers).then(|| screen.link.reform(|_| Msg::Remember)),
        forget: (kept.remembers || kept_unread).then(|| screen.link.reform(|_| Msg::Forget)),
    })
}

/// The big screen for a class, and its keys in words while it is on.
fn class(screen: &Screen<'_>) -> Html {
    let (on, strings) = (screen.in_class, screen.strings);
    let label = if on { &strings.class_stop } else { &strings.class_start };
    html! {
        <div class="class-view">
            <p role="status">{ if on { strings.class_how.as_str() } else { "" } }</p>
            <button type="button" data-action="class" data-scan-group="" aria-pressed={if on { "true" } else { "false" }}
                onclick={screen.link.reform(move |_| Msg::Class(!on))}>{ label }</button>
        </div>
    }
}
