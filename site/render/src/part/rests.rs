//! The clauses that a lesson or a promise rests on, with their words and the way to each. Those that not everybody may see are not named.

use super::anchors::ClauseAt;
use super::desk::Desk;
use super::{approval, urls};
use fingerpost_model::PageId;
use fingerpost_model::place::Place;
use maud::{Markup, html};

/// Those of these clauses that everybody may see.
fn public<'d>(desk: &'d Desk, clauses: &'d [(String, Place)]) -> Vec<(&'d String, &'d ClauseAt)> {
    let public = &desk.book.shared.public.clauses;
    clauses.iter().filter_map(|(id, _)| public.get(id).map(|at| (id, at))).collect()
}

/// The clauses in their words, after a line that says what they are.
pub fn in_words(desk: &Desk, line: &str, clauses: &[(String, Place)]) -> Markup {
    let clauses = public(desk, clauses);
    html! {
        @if !clauses.is_empty() {
            @if !line.is_empty() { p { (line) } }
            ul.rests {
                @for (id, at) in clauses {
                    li {
                        (desk.lang_attrs_of(&PageId::Section(at.slug.clone())).words(desk.bare(&at.words))) " "
                        (link(desk, id, at))
                        @if approval::is_draft(desk.book, &at.slug) { " " (approval::label(desk.book)) }
                    }
                }
            }
        }
    }
}

/// Only their numbers, in one line.
pub fn in_numbers(desk: &Desk, line: &str, clauses: &[(String, Place)]) -> Markup {
    let clauses = public(desk, clauses);
    html! { @if !clauses.is_empty() { p.rests { (line) @for (id, at) in clauses { " " (link(desk, id, at)) } } } }
}

fn link(desk: &Desk, id: &str, at: &ClauseAt) -> Markup {
    let name = desk.book.fill("clause_in_policy", &[("ref", &at.reference)]);
    let path = urls::section(&at.slug);
    html! {
        a.ref href={ (desk.here.to(&path)) "#" (id) } hreflang=[desk.hreflang(&path)] aria-label=(name) {
            (desk.book.shared.languages.number(&at.reference))
        }
    }
}
