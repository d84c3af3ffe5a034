//! The player's screens as HTML, rendered by the same components that render them anew when they wake up in the browser.
//!
//! Yew gives a screen by a future, which in a browser is ready only after the browser's own tasks: so whoever wants one waits for it by `await`.

use fingerpost_lesson::session::Session;
use fingerpost_lesson::strings::PlayerStrings;
use fingerpost_lesson::voice::VoiceRule;
use fingerpost_lesson::wire::{JourneyData, PageData, PreferencesData, QuizData};
use fingerpost_player::lesson::{LessonModule, LessonProps};
use fingerpost_player::preferences::{PreferencesModule, PreferencesProps};
use fingerpost_player::progress::{ProgressModule, ProgressProps};
use fingerpost_player::quiz::{QuizModule, QuizProps, Shown};
use maud::{Markup, PreEscaped};
use std::rc::Rc;
use yew::{BaseComponent, LocalServerRenderer};

/// A screen of the player.
pub enum Screen {
    /// The first of a lesson.
    Lesson(Box<PageData>),
    /// The first of a quiz or a course.
    Quiz(Box<QuizData>),
    /// "How I like it", before anything is known of the learner.
    Preferences(Box<PreferencesData>),
    /// "My journey", before anything is known of the learner.
    Progress(Box<JourneyData>),
    /// A step as a picture of itself, as far as the session has come with it. Nothing in it will ever wake up.
    PictureOfStep(Session, Box<PlayerStrings>, VoiceRule),
    /// A question as a picture of itself, as far as somebody has come with it.
    PictureOfQuestion(Box<QuizData>, Shown),
}

/// How the place of a screen in a page begins and ends. What an author types is escaped, so that it can be no such place.
pub const PLACE: (&str, &str) = ("<!--screen ", "-->");

/// The place of the screen with this number on its page, until it is rendered.
pub fn place(number: usize) -> Markup {
    PreEscaped(format!("{}{number}{}", PLACE.0, PLACE.1))
}

impl Screen {
    /// The HTML that stands inside the module's element.
    pub async fn into_html(self) -> String {
        match self {
            Screen::Lesson(page) => html::<LessonModule>(LessonProps { page: Rc::from(page), mount: None, pictured: None }).await,
            Screen::Quiz(page) => {
                html::<QuizModule>(QuizProps { page: Rc::from(page), mount: None, shown: None, pictured: false }).await
            }
            Screen::Preferences(page) => html::<PreferencesModule>(PreferencesProps { page: Rc::from(page), mount: None }).await,
            Screen::Progress(page) => html::<ProgressModule>(ProgressProps { page: Rc::from(page), mount: None }).await,
            Screen::PictureOfStep(session, strings, voice_rule) => {
                let lesson = session.lesson().clone();
                let page = Rc::new(PageData { lesson, strings: *strings, start: session.path(), voice_rule });
                html::<LessonModule>(LessonProps { page, mount: None, pictured: Some(session) }).await
            }
            Screen::PictureOfQuestion(page, shown) => {
                html::<QuizModule>(QuizProps { page: Rc::from(page), mount: None, shown: Some(shown), pictured: true }).await
            }
        }
    }
}

/// Without Yew's marks for a player that would take the nodes over: ours makes its own.
async fn html<C: BaseComponent>(props: C::Properties) -> String {
    LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await
}
