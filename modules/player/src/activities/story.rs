//! A story with consequences: a scene, what to do next, and always a way back.

use crate::screen::Screen;
use crate::text::{picture, symbol};
use fingerpost_lesson::attempt::walked::Walked;
use fingerpost_lesson::content::Scene;
use fingerpost_lesson::path::Path;
use fingerpost_lesson::script::Part;
use fingerpost_lesson::session::Event;
use yew::prelude::*;

/// The scene on show.
pub fn view(screen: &Screen<'_>, scenes: &[Scene], walked: &Walked) -> Html {
    let Some(scene) = walked.now(scenes) else { return html! {} };
    let say = scene.say.iter().enumerate();
    let say = say.map(|(nth, text)| screen.reader.paragraphs(Part::Message(nth), text, screen.session.path() != Path::Plain));
    html! {
        <>
            <div class="scene">
                <h3 tabindex="-1">{ &scene.title }</h3>
                if let Some(shown) = &scene.picture { <div class="pictures">{ picture(shown) }</div> }
                { for say }
                if scene.choices.is_empty() { <p class="result">{ &screen.strings.story_end }</p> }
            </div>
            { ways(screen, &screen.strings.story_choices, scene, (!walked.taken.is_empty()).then_some(&screen.strings.story_again)) }
        </>
    }
}

/// The ways on from a scene, and the way back, with `again` as the name of the way to the beginning; none at the beginning itself.
pub fn ways(screen: &Screen<'_>, legend: &str, scene: &Scene, again: Option<&String>) -> Html {
    let at_end = scene.choices.is_empty();
    let ways = scene.choices.iter().enumerate().map(|(index, way)| {
        html! {
            <li class="option"><button type="button" class="answer" onclick={screen.does(Event::Go(index))}>{ screen.reader.inline(Part::Option(index), &way.text) }</button></li>
        }
    });
    html! {
        <fieldset class="answers" data-scan-group="" tabindex="-1" data-scan-first={(!at_end).then_some("")}>
            <legend>{ legend }</legend>
            if !at_end { <ul class="options">{ for ways }</ul> }
            if let Some(again) = again { { moves_back(screen, again) } }
        </fieldset>
    }
}

/// Back by one choice, or to the beginning, which has this name.
pub fn moves_back(screen: &Screen<'_>, again: &str) -> Html {
    html! {
        <div class="story-moves">
            <button type="button" class="story-back" data-action="story-back" onclick={screen.does(Event::GoBack)}>
                { symbol("back") }<span>{ &screen.strings.story_back }</span></button>
            <button type="button" class="story-again" data-action="story-again" onclick={screen.does(Event::FromTheBeginning)}>
                { symbol("again") }<span>{ again }</span></button>
        </div>
    }
}
