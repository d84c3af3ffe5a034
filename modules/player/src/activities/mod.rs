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
use fingerpost_lesson::answer::Answer;
use fingerpost_lesson::content::{Activity, Step};
use yew::prelude::*;

/// The step's activity.
pub fn view(screen: &Screen<'_>, step: &Step) -> Html {
    match (&step.activity, screen.session.answer()) {
        (activity, Some(Answer::Choose { tried, .. })) => {
            choose::view(screen, step, activity.options().unwrap_or_default(), &tried)
        }
        (Activity::ChooseSeveral(choices), Some(Answer::Several { picked, checked })) => {
            several::view(screen, step, choices, &picked, checked.as_deref())
        }
        (Activity::Sort(sort) | Activity::Match(sort), Some(Answer::Sort { placed, chosen, last })) => {
            sort::view(screen, step, sort, sort::State { placed: &placed, chosen, last })
        }
        (Activity::Order(order), Some(Answer::Order { now, checked, .. })) => order::view(screen, step, order, &now, checked),
        (Activity::Story(scenes), Some(Answer::Story { trail, .. })) => story::view(screen, scenes, &trail),
        (Activity::Chat(scenes), Some(Answer::Story { trail, taken, .. })) => chat::view(screen, scenes, &trail, &taken),
        (Activity::Password(words), Some(Answer::Password { drawn, typed, .. })) => {
            password::view(screen, step, words, &drawn, &typed)
        }
        (Activity::Promise(lines), Some(Answer::Promise { given, .. })) => promise::view(screen, step, lines, &given),
        _ => html! {},
    }
}
