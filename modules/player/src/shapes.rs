//! The four path shapes: neutral, and told apart by form, not by colour.

use fingerpost_lesson::path::Path;
use yew::prelude::*;

/// The shape of a path. Its name stands beside it.
pub fn shape(path: Path) -> Html {
    html! { <svg class="shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={path.shape()} /></svg> }
}
