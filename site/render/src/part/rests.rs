//! The clauses that a lesson or a promise rests on, with their words and the way to each. Those that not everybody may see are not named.

use super::anchors::ClauseAt;
use super::page_context::PageContext;
use super::{approval, urls};
use fingerpost_model::PageId;
use fingerpost_model::place::Place;
use maud::{Markup, html};

/// Those of these clauses that everybody may see.
fn public<'d>(cx: &'d PageContext, clauses: &'d [(String, Place)]) -> Vec<(&'d String, &'d ClauseAt<'d>)> {
    let public = &cx.site.shared.public.clauses;
    clauses.iter().filter_map(|(id, _)| public.get(id.as_str()).map(|at| (id, at))).collect()
}

/// The clauses in their words, after a line that says what they are.
pub fn in_words(cx: &PageContext, line: &str, clauses: &[(String, Place)]) -> Markup {
    let clauses = public(cx, clauses);
    html! {
        @if !clauses.is_empty() {
            @if !line.is_empty() { p { (line) } }
            ul.rests {
                @for (id, at) in clauses {
                    li {
                        (cx.lang_attrs_of(&PageId::Section(at.slug.to_owned())).words(cx.bare(at.words))) " "
                        (link(cx, id, at))
                        @if approval::is_draft(cx.site, at.slug) { " " (approval::label(cx.site)) }
                    }
                }
            }
        }
    }
}

/// The numbers of the public clauses among these as links, in one line behind some words.
pub fn in_numbers(cx: &PageContext, line: &str, clauses: &[(String, Place)]) -> Markup {
    let clauses = public(cx, clauses);
    html! { @if !clauses.is_empty() { p.rests { (line) @for (id, at) in clauses { " " (link(cx, id, at)) } } } }
}

fn link(cx: &PageContext, id: &str, at: &ClauseAt) -> Markup {
    let name = cx.site.fill("clause_in_policy", &[("ref", at.reference)]);
    let path = urls::section(at.slug);
    html! {
        a.ref href={ (cx.here.to(&path)) "#" (id) } hreflang=[cx.hreflang(&path)] aria-label=(name) {
            (cx.site.shared.languages.number(at.reference))
        }
    }
}
