//! The modules as Yew components: the generator renders their first screen, the browser wakes them up on it.

use fingerpost_lesson::wire::PageData;
use yew::prelude::*;

/// The properties of the module `lesson`.
#[derive(Clone, PartialEq, Properties)]
pub struct LessonProps {
    /// The page's data.
    pub page: std::rc::Rc<PageData>,
}

/// The module `lesson`.
#[component]
pub fn LessonModule(props: &LessonProps) -> Html {
    html! { <p>{ &props.page.lesson.title }</p> }
}
