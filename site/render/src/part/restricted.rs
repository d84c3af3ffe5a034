//! The parts of the policy that only some readers see, gathered on the page of those who do.

use super::approval;
use super::language::LangAttrs;
use super::page_context::{PageContext, gathered_id, section_id};
use super::section::{ids_of, in_short, numbered};
use super::site_context::SiteContext;
use fingerpost_model::walk::{Found, walk_blocks, walk_document};
use fingerpost_model::{Block, Document, Item, Only, PageId, PageName, Part, Section};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// The parts that not everybody sees, in reading order.
pub struct Restricted<'a>(pub Vec<(&'a str, Hidden<'a>)>);

/// A part that not everybody sees.
pub enum Hidden<'a> {
    /// A whole section.
    Section(&'a Section),
    /// A heading and all beneath it.
    Part(&'a Part),
    /// A list item.
    Item(&'a Item),
}

impl<'a> Restricted<'a> {
    /// The hidden parts among what a reader may see.
    pub fn in_view(site_cx: &'a SiteContext) -> Restricted<'a> {
        let mut found = Vec::new();
        for section in site_cx.view.sections().iter() {
            if section.only == Only::Everyone {
                hidden_in(&section.document, &section.slug, &mut found);
            } else {
                found.push((section.slug.as_str(), Hidden::Section(section)));
            }
        }
        for (page, document) in site_cx.view.pages() {
            hidden_in(document, page.file_stem(), &mut found);
        }
        Restricted(found)
    }

    /// The ids that these parts have on the page that shows them.
    pub fn ids(&self) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        for (slug, hidden) in &self.0 {
            let mut add = |found: Found| {
                if let Found::Part(part) = found {
                    ids.insert(gathered_id(slug, &part.id));
                }
                ids.extend(found.clause().map(|clause| clause.id.clone()));
            };
            match hidden {
                Hidden::Section(section) => ids.extend(ids_of(section)),
                Hidden::Part(part) => walk_document(&lone(part), &mut add),
                Hidden::Item(item) => {
                    add(Found::Item(item));
                    walk_blocks(&item.blocks, &item.place, &mut add);
                }
            }
        }
        ids
    }

    /// All of them, as they stand on the page of those who may see them.
    pub fn show(&self, cx: &PageContext) -> Markup {
        html! {
            @for (index, (slug, hidden)) in self.0.iter().enumerate() {
                @let attrs = lang_attrs_of(cx, slug);
                @match hidden {
                    Hidden::Section(section) => {
                        h3 id=(section_id(slug)) { (numbered(cx.site, section)) }
                        (attrs.block(html! {
                            (in_short(cx, section, 4))
                            (cx.blocks(&section.document.blocks, slug))
                            (cx.parts(&section.document.parts, slug, 2))
                        }))
                    }
                    // Every part becomes a level-3 heading here, however deep it was.
                    Hidden::Part(part) => {
                        (attrs.block(cx.part(&Part { level: 3, ..(*part).clone() }, slug, 0)))
                        @if approval::is_draft(cx.site, slug) { p { (approval::label(cx.site)) } }
                    }
                    Hidden::Item(item) => {
                        @let first = !matches!(index.checked_sub(1).map(|index| &self.0[index]), Some((before, Hidden::Item(_))) if before == slug);
                        @if first { (whence(cx, slug)) }
                        (attrs.block(cx.blocks(&[Block::List { start: None, items: vec![(*item).clone()] }], slug)))
                    }
                }
            }
        }
    }
}

/// How the words of a section, or of the page with this name, are marked.
fn lang_attrs_of<'d>(cx: &PageContext<'d>, slug: &str) -> LangAttrs<'d> {
    let page = PageName::ALL.into_iter().find(|page| page.file_stem() == slug);
    match page.filter(|_| !cx.site.view.sections().iter().any(|section| section.slug == slug)) {
        Some(page) => cx.lang_attrs_of(&PageId::Fixed(page)),
        None => cx.lang_attrs_of(&PageId::Section(slug.to_owned())),
    }
}

/// The section from which a lone item comes, as a heading.
fn whence(cx: &PageContext, slug: &str) -> Markup {
    match cx.site.view.sections().iter().find(|section| section.slug == slug) {
        Some(section) => html! { h3 { (numbered(cx.site, section)) } },
        None => html! {},
    }
}

/// A part as a document of its own, for walking.
fn lone(part: &Part) -> Document {
    Document { title: String::new(), blocks: Vec::new(), parts: vec![part.clone()], place: part.place.clone() }
}

fn hidden_in<'a>(document: &'a Document, slug: &'a str, found: &mut Vec<(&'a str, Hidden<'a>)>) {
    hidden_in_blocks(&document.blocks, slug, found);
    hidden_in_parts(&document.parts, slug, found);
}

fn hidden_in_parts<'a>(parts: &'a [Part], slug: &'a str, found: &mut Vec<(&'a str, Hidden<'a>)>) {
    for part in parts {
        if part.only == Only::Everyone {
            hidden_in_blocks(&part.blocks, slug, found);
            hidden_in_parts(&part.parts, slug, found);
        } else {
            found.push((slug, Hidden::Part(part)));
        }
    }
}

fn hidden_in_blocks<'a>(blocks: &'a [Block], slug: &'a str, found: &mut Vec<(&'a str, Hidden<'a>)>) {
    for block in blocks {
        match block {
            Block::List { items, .. } => {
                for item in items {
                    if item.only == Only::Everyone {
                        hidden_in_blocks(&item.blocks, slug, found);
                    } else {
                        found.push((slug, Hidden::Item(item)));
                    }
                }
            }
            Block::Quote(inner) => hidden_in_blocks(inner, slug, found),
            Block::Paragraph(_) | Block::Code(_) | Block::Example(_) | Block::Table(_) | Block::Rule => {}
        }
    }
}
