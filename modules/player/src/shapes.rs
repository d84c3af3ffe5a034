//! The four path shapes: neutral, and told apart by form, not by colour.

use fingerpost_lesson::path::Path;
use yew::prelude::*;

/// The shape of a path. Its name stands beside it.
pub fn shape(path: Path) -> Html {
    let form = match path {
        Path::Together => "M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z",
        Path::Symbols => "M12 2.5L22.5 21H1.5z",
        Path::EasyRead => "M3 3h18v18H3z",
        Path::Plain => "M12 1.5l3.1 7 7.4.7-5.6 5 1.7 7.3-6.6-3.9-6.6 3.9 1.7-7.3-5.6-5 7.4-.7z",
    };
    html! { <svg class="shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={form} /></svg> }
}
