//! Choosing a voice of the device and how fast it speaks. Each change is heard at once.

use super::screen::{Msg, Screen};
use crate::text::symbol;
use fingerpost_lesson::strings::fill;
use yew::prelude::*;

/// The voices, the speed, and the sample.
pub fn view(screen: &Screen<'_>) -> Html {
    let words = &screen.page.words;
    if screen.voices.is_empty() {
        return html! { <section><h2>{ &words.like_voice }</h2><p>{ &words.like_no_voice }</p></section> };
    }
    let choice = |name: Option<&String>| {
        let on = screen.speaking.voice.as_ref() == name;
        let liked = name.cloned();
        html! {
            <button type="button" class="path" aria-pressed={if on { "true" } else { "false" }}
                onclick={screen.link.reform(move |_| Msg::Voice(liked.clone()))}>{ name.unwrap_or(&words.like_voice_best) }</button>
        }
    };
    let speed = fill(&words.like_speed_now, &[("n", &screen.speaking.percent().to_string())]);
    let step = |faster: bool, name: &str, sign: &'static str| {
        html! {
            <button type="button" class="path" aria-label={name.to_owned()} onclick={screen.link.reform(move |_| Msg::Speed { faster })}>{ sign }</button>
        }
    };
    let listen = if screen.is_sampled { &screen.page.strings.stop_listening } else { &words.like_voice_hear };
    html! {
        <section class="press-ways">
            <h2>{ &words.like_voice }</h2>
            <fieldset data-scan-group="" tabindex="-1">
                <legend>{ &words.like_voice_choose }</legend>
                { choice(None) }
                { for screen.voices.iter().map(|name| choice(Some(name))) }
            </fieldset>
            <fieldset data-scan-group="" tabindex="-1">
                <legend>{ &words.like_speed }</legend>
                <div class="stepper">
                    { step(false, &words.like_slower, "\u{2212}") }<output>{ speed }</output>{ step(true, &words.like_faster, "+") }
                </div>
                <button type="button" class="path" data-action="sample" onclick={screen.link.reform(|_| Msg::Sample)}>{ symbol("listen") }<span>{ listen }</span></button>
            </fieldset>
        </section>
    }
}
