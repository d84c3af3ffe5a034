//! A practice chat: the messages so far stay on the screen, each with who wrote it in words, and each reply with its reason.

use super::answers::reason;
use super::story;
use crate::screen::Screen;
use fingerpost_lesson::attempt::walked::Walked;
use fingerpost_lesson::content::{Scene, Text};
use fingerpost_lesson::script::Part;
use fingerpost_lesson::strings::{PlayerStrings, fill};
use yew::prelude::*;

/// The messages, the replies and the way back.
pub fn view(screen: &Screen<'_>, scenes: &[Scene], walked: &Walked) -> Html {
    let (strings, Walked { trail, taken, .. }) = (screen.strings, walked);
    let Some(now) = walked.now(scenes) else { return html! {} };
    let mut messages = Vec::new();
    for (nth, at) in trail.iter().enumerate() {
        let scene = &scenes[*at];
        let who = name(strings, &scene.title);
        for (index, text) in scene.say.iter().enumerate() {
            let is_first = taken.is_empty() && index == 0;
            messages.push(html! { <li>{ bubble(screen, messages.len(), &who, text, is_first) }</li> });
        }
        if let Some(way) = taken.get(nth).map(|way| &scene.choices[*way]) {
            let (number, is_newest) = (messages.len(), nth + 1 == taken.len());
            messages.push(html! {
                <li data-mine="">{ bubble(screen, number, &strings.chat_you, &way.text, is_newest) }{ reason(screen, number, &way.reason, None) }</li>
            });
        }
    }
    let legend = if now.choices.is_empty() { &strings.chat_end } else { &strings.chat_replies };
    html! {
        <>
            <p class="how">{ &strings.chat_how }</p>
            <ol class="chat">{ for messages }</ol>
            { story::ways(screen, legend, now, (!taken.is_empty()).then_some(&strings.again)) }
        </>
    }
}

/// A message. The newest of the learner's own takes focus, or at the beginning the first of the other one.
fn bubble(screen: &Screen<'_>, number: usize, who: &str, text: &Text, is_newest: bool) -> Html {
    html! {
        <p class="bubble" tabindex={is_newest.then_some("-1")}><strong>{ who }</strong>{ " " }{ screen.reader.inline(Part::Message(number), text) }</p>
    }
}

/// Who writes: somebody who is made up, and is called so.
pub fn name(strings: &PlayerStrings, who: &str) -> String {
    fill(&strings.chat_other, &[("name", who)])
}
