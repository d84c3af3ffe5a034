//! The site's own small drawings: the fingerpost, the shapes of the paths, and the marks that stand beside words such as "must".
//! Each is drawn in the colour of the text, so that it can be seen in every theme and in forced colours.

use fingerpost_lesson::path::Path;
use fingerpost_model::Strength;
use maud::{Markup, html};

/// The fingerpost in a square of 32: a post with a ball on its top, an arm that points onwards and one that points back.
pub const FINGERPOST: &str =
    "M16 1a2.5 2.5 0 0 1 1.5 4.5V7H26l4 4-4 4h-8.5v2H22v8h-4.5v6h-3v-6H6l-4-4 4-4h8.5v-2H10V7h4.5V5.5A2.5 2.5 0 0 1 16 1z";

/// The post with two arms: the site's sign.
pub fn fingerpost() -> Markup {
    html! {
        svg.motif viewBox="0 0 32 32" aria-hidden="true" focusable="false" { path fill="currentColor" d=(FINGERPOST) {} }
    }
}

/// The top of the post on the home page: a ring, as old fingerposts have it, with a heart where they name their parish.
pub fn finial() -> Markup {
    html! {
        svg.finial viewBox="0 0 48 48" aria-hidden="true" focusable="false" {
            circle cx="24" cy="24" r="20" {}
            path fill="currentColor" d="M24 34C12 26 14 16 19 16q4 0 5 4 1-4 5-4c5 0 7 10-5 18z" {}
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
    html! { svg.shape viewBox="0 0 24 24" aria-hidden="true" focusable="false" { path d=(path.shape()) {} } }
}

/// A box to tick on paper, or a ticked one.
pub fn tick_box(is_ticked: bool) -> Markup {
    html! {
        svg.mark viewBox="0 0 24 24" aria-hidden="true" focusable="false" {
            g stroke="currentColor" stroke-width="2" fill="none" {
                rect x="2" y="2" width="20" height="20" rx="2" {}
                @if is_ticked { path stroke-width="3" d="m6 12.5 4.5 4.5L18 7.5" {} }
            }
        }
    }
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
