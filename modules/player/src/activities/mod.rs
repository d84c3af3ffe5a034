//! One file an activity. They hold no rules: all they do is show a state and send events. What they have in common is in [`answers`].

pub mod answers;
pub mod card;
pub mod chat;
pub mod choose;
pub mod look;
pub mod order;
pub mod password;
pub mod promise;
pub mod several;
pub mod sort;
pub mod story;

use crate::screen::Screen;
use fingerpost_lesson::attempt::Attempt;
use fingerpost_lesson::content::Step;
use yew::prelude::*;

/// The step's activity.
pub fn view(screen: &Screen<'_>, step: &Step) -> Html {
    let Some(attempt) = screen.session.attempt() else { return html! {} };
    match &attempt {
        // Its picture and words stand in the frame.
        Attempt::Look(_) => html! {},
        Attempt::Choose(options, chosen)
        | Attempt::Gap(options, chosen)
        | Attempt::Spot(options, chosen)
        | Attempt::Feelings(options, chosen)
        | Attempt::People(options, chosen) => choose::view(screen, step, options, &chosen.tried),
        Attempt::Find(find, chosen) => choose::view(screen, step, &find.parts, &chosen.tried),
        Attempt::ChooseSeveral(options, ticked) => several::view(screen, step, options, ticked),
        Attempt::Sort(sort, sorted) | Attempt::Match(sort, sorted) => sort::view(screen, step, sort, sorted),
        Attempt::Order(order, arranged) => order::view(screen, step, order, arranged),
        Attempt::Story(scenes, walked) => story::view(screen, scenes, walked),
        Attempt::Chat(scenes, walked) => chat::view(screen, scenes, walked),
        Attempt::Password(words, made) => password::view(screen, step, words, made),
        Attempt::Promise(lines, promised) => promise::view(screen, step, lines, promised),
    }
}
