//! The site's own small drawings: the fingerpost, the shapes of the paths, and the marks that stand beside words such as "must".
//! Each is drawn in the colour of the text, so that it can be seen in every theme and in forced colours.

use crate::model::Strength;
use fingerpost_lesson::path::Path;
use maud::{Markup, html};

/// The post with two arms: the site's sign.
pub fn fingerpost() -> Markup {
    html! {
        svg.motif viewBox="0 0 32 32" aria-hidden="true" focusable="false" {
            path fill="currentColor" d="M14 1h4v3h7l5 4.5-5 4.5h-7v2h4v9h-4v7h-4v-7H7l-5-4.5L7 15h7v-2h-4V4h4z" {}
        }
    }
}

/// The speech bubble of the worry link.
pub fn speech() -> Markup {
    html! {
        svg.mark viewBox="0 0 24 24" aria-hidden="true" focusable="false" {
            path fill="currentColor" d="M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-7l-6 5v-5H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z" {}
        }
    }
}

/// The shape of a path.
pub fn path(path: Path) -> Markup {
    let drawing = match path {
        Path::Together => html! { circle cx="12" cy="12" r="10" {} },
        Path::Symbols => html! { path d="M12 2 23 21H1z" {} },
        Path::EasyRead => html! { rect x="3" y="3" width="18" height="18" {} },
        Path::Plain => html! { path d="m12 1 3.2 7.4 8 .7-6.1 5.3 1.9 7.9L12 18.1l-7 4.2 1.9-7.9L.8 9.1l8-.7z" {} },
    };
    html! { svg.shape viewBox="0 0 24 24" aria-hidden="true" focusable="false" { (drawing) } }
}

/// The mark of a strength: a full disc with a tick, a barred ring, an empty ring, a dot.
pub fn strength(strength: Strength) -> Markup {
    let drawing = match strength {
        Strength::Must => html! {
            circle cx="12" cy="12" r="11" fill="currentColor" {}
            path.cut d="m6.5 12.5 4 4 7-8.5" {}
        },
        Strength::MustNot | Strength::ShouldNot => html! {
            g stroke="currentColor" stroke-width="3" fill="none" { circle cx="12" cy="12" r="9.5" {} path d="m5.5 5.5 13 13" {} }
        },
        Strength::Should => html! {
            g stroke="currentColor" stroke-width="3" fill="none" { circle cx="12" cy="12" r="9.5" {} path d="m7.5 12.5 3 3 5.5-7" {} }
        },
        Strength::Is => html! { circle cx="12" cy="12" r="5" fill="currentColor" {} },
    };
    html! { svg.mark viewBox="0 0 24 24" aria-hidden="true" focusable="false" { (drawing) } }
}
