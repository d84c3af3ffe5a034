//! What the parts of the page "My journey" know: what can happen to the module, and what is to be shown.

use crate::input::Input;
use fingerpost_lesson::journey::{Event, Journey};
use fingerpost_lesson::strings::{JourneyStrings, PlayerStrings, fill};
use fingerpost_lesson::wire::JourneyData;
use yew::prelude::*;

/// What can happen to the module.
#[derive(Debug)]
pub enum Msg {
    /// What is kept can be read now.
    Opened,
    /// Something was done on the page.
    Do(Event),
    /// A file is to be saved: of everybody, or of the learner who is learning.
    Save(bool),
    /// The browser is to be asked to keep things.
    Ask,
    /// Whether it has promised to.
    Promised(bool),
    /// Something happened to the ways in.
    Ways(Input),
    /// Other software has changed what must not wait.
    Mend,
}

/// Beside which part of the page the last thing was done: there it is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Area {
    /// Who is learning, and what they have done.
    #[default]
    Who,
    /// Files, and how long things stay.
    Safe,
    /// Forgetting.
    Forget,
}

/// What every part of the screen needs.
pub struct Screen<'a> {
    /// What is kept, and what is being done to it.
    pub journey: &'a Journey,
    /// The page's data.
    pub page: &'a JourneyData,
    /// The page's words.
    pub words: &'a JourneyStrings,
    /// The player's words.
    pub player: &'a PlayerStrings,
    /// Where messages go.
    pub link: &'a Callback<Msg>,
    /// Beside which part of the page the last thing was done.
    pub area: Area,
    /// The file that was just saved.
    pub saved: Option<&'a str>,
    /// Whether the browser has promised to keep things; none before it has answered.
    pub promised: Option<bool>,
}

impl Screen<'_> {
    /// A button that does something, with an id by which tests and focus find it.
    pub fn button(&self, action: &'static str, words: &str, event: Event) -> Html {
        html! { <button type="button" data-action={action} onclick={self.does(event)}>{ words }</button> }
    }

    /// A callback that does something on the page.
    pub fn does(&self, event: Event) -> Callback<MouseEvent> {
        self.link.reform(move |_| Msg::Do(event.clone()))
    }

    /// What the learner who is learning is called.
    pub fn name(&self) -> &str {
        self.words.name(self.journey.learner())
    }

    /// The answer to what was done last, if it was done in this part of the page.
    pub fn said(&self, area: Area) -> Html {
        let mut said = Vec::new();
        if area == self.area {
            said = self.words.said(&self.journey.said, self.name(), &self.page.quizzes);
            said.extend(self.saved.map(|file| fill(&self.words.saved, &[("file", file)])));
        }
        html! { <div class="said" role="status">{ for said.into_iter().map(|said| html! { <p>{ said }</p> }) }</div> }
    }
}
