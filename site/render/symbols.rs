//! The symbols of a page: drawn once, hidden, in a sprite at its end, and used from there.

use crate::embedded;
use maud::{Markup, PreEscaped, html};
use std::collections::BTreeSet;

/// A symbol beside its word. The word says it, so the picture is hidden from a screen reader.
pub fn symbol(id: &str) -> Markup {
    html! { svg.symbol aria-hidden="true" focusable="false" { use href={ "#symbol-" (id) } {} } }
}

/// A symbol that stands for itself, with what it shows.
pub fn pictured(id: &str, alt: &str) -> Markup {
    html! { svg.symbol role="img" aria-label=(alt) focusable="false" { use href={ "#symbol-" (id) } {} } }
}

/// The drawings of these symbols. An id that is not in the list is left out; `check` names it.
pub fn sprite(ids: &BTreeSet<String>) -> Markup {
    let drawn: Vec<_> = ids.iter().filter_map(|id| embedded::symbol(id)).collect();
    html! {
        @if !drawn.is_empty() {
            // A drawing itself cannot be `hidden` in HTML; what is around it can.
            div hidden {
                svg {
                    @for symbol in drawn {
                        // The drawings are part of the program, made by build.rs.
                        symbol id={ "symbol-" (symbol.id) } viewBox="0 0 36 36" { (PreEscaped(symbol.drawing)) }
                    }
                }
            }
        }
    }
}
