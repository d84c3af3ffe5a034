//! What pages that show sections of the policy share: a section's title, what it says in short, and the ids it has among others.

use super::approval;
use super::page_context::{PageContext, gathered_id, section_id};
use super::prose::heading_of;
use super::site_context::SiteContext;
use fingerpost_model::walk::{Found, walk_document};
use fingerpost_model::{PageId, Section};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// The ids that a section has on a page that gathers several.
pub fn ids_of(section: &Section) -> BTreeSet<String> {
    let mut ids = BTreeSet::from([section_id(&section.slug)]);
    ids.extend(section.in_short.iter().map(|in_short| gathered_id(&section.slug, &in_short.id)));
    walk_document(&section.document, &mut |found| {
        if let Found::Part(part) = found {
            ids.insert(gathered_id(&section.slug, &part.id));
        }
        ids.extend(found.clause().map(|clause| clause.id.clone()));
    });
    ids
}

/// What a section says in a few sentences, with a heading of this level.
pub fn in_short(cx: &PageContext, section: &Section, level: u8) -> Markup {
    html! {
        @if let Some(in_short) = &section.in_short {
            div.in-short {
                (heading_of(level, &cx.part_id(&section.slug, &in_short.id), &cx.bare(&in_short.heading)))
                (cx.blocks(&in_short.blocks, &section.slug))
            }
        }
    }
}

/// The title of a section with its number. A draft says that it is one.
pub fn numbered(site_cx: &SiteContext, section: &Section) -> Markup {
    let attrs = site_cx.shared.languages.attrs_of(&PageId::Section(section.slug.clone()));
    let title = attrs.words(html! { (section.document.title) });
    html! { span.number { (section.number) } " " (title) (approval::mark(site_cx, &section.approval)) }
}
