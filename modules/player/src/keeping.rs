//! "Remember on this device?", in words and symbols: what lessons and quizzes ask in the same form.

use crate::text::symbol;
use fingerpost_lesson::strings::PlayerStrings;
use yew::prelude::*;

/// What is asked, and what is said.
pub struct Keeping<'a> {
    /// The player's words.
    pub strings: &'a PlayerStrings,
    /// What would be remembered, in words.
    pub about: &'a str,
    /// What came of the last wish, or how it stands.
    pub said: &'a str,
    /// What remembers; none where there is nothing to remember, or it is remembered already.
    pub remember: Option<Callback<MouseEvent>>,
    /// What forgets; none where there is nothing to forget.
    pub forget: Option<Callback<MouseEvent>>,
}

/// The question with its answer, and the way to have all forgotten.
pub fn view(keeping: Keeping<'_>) -> Html {
    let strings = keeping.strings;
    html! {
        <section class="keeping" data-scan-group="" tabindex="-1" aria-label={strings.remember_question.clone()}>
            if let Some(forget) = keeping.forget {
                <button type="button" class="forget" data-action="forget" onclick={forget}>{ symbol("forget") }<span>{ &strings.forget }</span></button>
            }
            if let Some(remember) = keeping.remember {
                <p class="question">{ symbol("remember") }<span>{ &strings.remember_question }</span></p>
                <p>{ keeping.about }</p>
                <button type="button" class="remember" data-action="remember" onclick={remember}>
                    { symbol("yes") }<span>{ &strings.remember_yes }</span></button>
            }
            <p class="kept" role="status">{ keeping.said }</p>
        </section>
    }
}
