//! "What this means for me": the policy's clauses for one audience, with the parts that only this audience sees.

use super::Site;
use super::anchors::first_words;
use super::book::Book;
use super::desk::{Desk, gathered_id};
use super::layout::{Nav, Page, put};
use super::policy::{ids_of, numbered};
use super::{lessons, shapes, urls};
use crate::model::{Audience, Block, Clause, Document, Inline, Item, Only, PageName, Part, Section, Strength};
use crate::render::anchors::{Found, walk_document};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// The pages, each with the key of its name.
pub const PAGES: [(&str, &str); 3] =
    [(urls::FOR_CHILDREN, "for_children"), (urls::FOR_PARENTS, "for_parents"), (urls::FOR_STAFF, "for_staff")];

/// A group of duties on a page.
struct Duties {
    /// Its id and the key of its heading.
    word: &'static str,
    /// Whose clauses it shows.
    of: &'static [Audience],
    /// Whose clauses it leaves out, because a group before it has shown them.
    but: &'static [Audience],
}

const fn duties(word: &'static str, of: &'static [Audience]) -> Duties {
    Duties { word, of, but: &[] }
}

/// The clauses for everyone that do not name these readers.
const fn for_everyone(but: &'static [Audience]) -> Duties {
    Duties { word: "for_everyone", of: &[Audience::Everyone], but }
}

const CHILDREN: &[Duties] = &[duties("for_children_duties", &[Audience::Children]), for_everyone(&[Audience::Children])];
const PARENTS: &[Duties] = &[
    duties("for_parents_duties", &[Audience::Parents]),
    for_everyone(&[Audience::Parents]),
    duties("for_parents_promise", &[Audience::Organisation]),
];
const STAFF: &[Duties] = &[
    duties("for_staff_duties", &[Audience::Staff, Audience::Volunteers]),
    for_everyone(&[Audience::Staff, Audience::Volunteers]),
    duties("for_staff_dsl", &[Audience::Dsl]),
    duties("for_staff_technical", &[Audience::Technical]),
    duties("for_staff_leaders", &[Audience::Leaders]),
    duties("for_staff_governors", &[Audience::Governors]),
    duties("for_staff_visitors", &[Audience::Visitors]),
];

/// The page for children, from what children may see.
pub fn put_children(site: &mut Site, book: &Book) {
    let before = |desk: &Desk| {
        html! {
            a.card.help href=(desk.here.to(urls::fixed(PageName::GetHelp))) {
                h2 { (shapes::speech()) (book.w("worry")) }
                p { (book.w("for_children_worry")) }
            }
            @if !book.view.lessons.is_empty() {
                h2 { (book.w("lessons_title")) }
                (lessons::cards(desk, 3))
            }
        }
    };
    put_page(site, book, urls::FOR_CHILDREN, "for_children", CHILDREN, &before);
}

/// The page for parents, from what parents may see.
pub fn put_parents(site: &mut Site, book: &Book) {
    put_page(site, book, urls::FOR_PARENTS, "for_parents", PARENTS, &|desk| help_card(desk, "for_parents_worry"));
}

/// The page for staff, from what staff may see: the one page that shows what is for staff only.
pub fn put_staff(site: &mut Site, book: &Book) {
    put_page(site, book, urls::FOR_STAFF, "for_staff", STAFF, &|desk| help_card(desk, "for_staff_worry"));
}

fn help_card(desk: &Desk, word: &str) -> Markup {
    html! { p.note { a href=(desk.here.to(urls::fixed(PageName::GetHelp))) { (desk.book.w(word)) } } }
}

fn put_page(site: &mut Site, book: &Book, path: &str, name: &str, duties: &[Duties], before: &dyn Fn(&Desk) -> Markup) {
    let restricted = Restricted::in_view(book);
    let desk = Desk::new(book, path).with_terms().gathering(restricted.ids());
    let groups: Vec<(&str, Vec<OfSection>)> = duties
        .iter()
        .map(|duties| (duties.word, clauses_for(book, duties)))
        .filter(|(_, sections)| !sections.is_empty())
        .collect();
    let only = format!("{name}_only");
    let body = html! {
        article.mine {
            h1 { (book.w(name)) }
            p.lead { (book.w(&format!("{name}_lead"))) }
            (before(&desk))
            @if groups.len() + usize::from(!restricted.0.is_empty()) > 1 {
                nav.contents aria-labelledby="contents" {
                    h2 #contents { (book.w("on_this_page")) }
                    ul {
                        @if !restricted.0.is_empty() { li { a href={ "#" (only) } { (book.w(&only)) } } }
                        @for (word, _) in &groups { li { a href={ "#" (word) } { (book.w(word)) } } }
                    }
                }
            }
            @if !restricted.0.is_empty() {
                section.restricted aria-labelledby=(only) {
                    h2 id=(only) { (book.w(&only)) }
                    p { (book.w("only_about")) }
                    (restricted.show(&desk))
                }
            }
            @for (word, sections) in &groups {
                section aria-labelledby=(word) {
                    h2 id=(word) { (book.w(word)) }
                    @for section in sections { (section.show(&desk)) }
                }
            }
        }
        p { a.button href=(desk.here.to(urls::POLICY)) { (book.w("policy_whole")) } }
    };
    let page = Page { unlisted: !restricted.0.is_empty(), ..Page::new(book.w(name), Nav::Policy, body) };
    put(site, &desk, page);
}

/// The clauses of one section for one group.
struct OfSection<'a> {
    section: &'a Section,
    clauses: Vec<(&'a Clause, Vec<Inline>)>,
}

/// The order in which duties are shown, with the key of each heading.
const STRENGTHS: [(Strength, &str); 5] = [
    (Strength::Must, "strength_must"),
    (Strength::MustNot, "strength_must_not"),
    (Strength::Should, "strength_should"),
    (Strength::ShouldNot, "strength_should_not"),
    (Strength::Is, "strength_is"),
];

impl OfSection<'_> {
    fn show(&self, desk: &Desk) -> Markup {
        let page = desk.here.to(&urls::section(&self.section.slug));
        html! {
            h3 { a href=(page) { (numbered(self.section)) } }
            @for (strength, word) in STRENGTHS {
                @let clauses: Vec<_> = self.clauses.iter().filter(|(clause, _)| clause.strength == strength).collect();
                @if !clauses.is_empty() {
                    div.duties {
                        h4 { (shapes::strength(strength)) " " (desk.book.w(word)) }
                        ul {
                            @for (clause, words) in clauses {
                                @let name = desk.book.fill("clause_in_policy", &[("ref", &clause.reference)]);
                                li {
                                    (desk.inlines(words)) "\u{a0}"
                                    a.ref href={ (page) "#" (clause.id) } aria-label=(name) { (clause.reference) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The clauses of a group, by section; without those that are shown to some readers only.
fn clauses_for<'a>(book: &'a Book, duties: &Duties) -> Vec<OfSection<'a>> {
    let public = &book.shared.public.clauses;
    let mut found = Vec::new();
    for section in &book.view.sections {
        let mut clauses = Vec::new();
        walk_document(&section.document, &mut |met| {
            let (clause, words) = match met {
                Found::Part(part) => (part.clause.as_ref(), part.heading.clone()),
                Found::Item(item) => (item.clause.as_ref(), first_words(&item.blocks)),
            };
            let Some(clause) = clause else { return };
            let names = |audiences: &[Audience]| clause.audiences.iter().any(|audience| audiences.contains(audience));
            if public.contains_key(&clause.id) && names(duties.of) && !names(duties.but) {
                clauses.push((clause, words));
            }
        });
        if !clauses.is_empty() {
            found.push(OfSection { section, clauses });
        }
    }
    found
}

/// The parts that not everybody sees, in reading order.
struct Restricted<'a>(Vec<(&'a str, Hidden<'a>)>);

/// A part that not everybody sees.
enum Hidden<'a> {
    Section(&'a Section),
    Part(&'a Part),
    Item(&'a Item),
}

impl<'a> Restricted<'a> {
    fn in_view(book: &'a Book) -> Restricted<'a> {
        let mut found = Vec::new();
        for section in &book.view.sections {
            if section.only == Only::Everyone {
                hidden_in(&section.document, &section.slug, &mut found);
            } else {
                found.push((section.slug.as_str(), Hidden::Section(section)));
            }
        }
        for (page, document) in &book.view.pages {
            hidden_in(document, page.file_stem(), &mut found);
        }
        Restricted(found)
    }

    /// The ids that these parts have on the page that shows them.
    fn ids(&self) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        for (slug, hidden) in &self.0 {
            let mut add = |found: Found| match found {
                Found::Part(part) => {
                    ids.insert(gathered_id(slug, &part.id));
                    ids.extend(part.clause.as_ref().map(|clause| clause.id.clone()));
                }
                Found::Item(item) => ids.extend(item.clause.as_ref().map(|clause| clause.id.clone())),
            };
            match hidden {
                Hidden::Section(section) => ids.extend(ids_of(section)),
                Hidden::Part(part) => walk_document(&lone(part), &mut |found| add(found)),
                Hidden::Item(item) => {
                    add(Found::Item(item));
                    item.blocks.iter().for_each(|block| {
                        if let Block::List { items, .. } = block {
                            items.iter().for_each(|item| add(Found::Item(item)));
                        }
                    });
                }
            }
        }
        ids
    }

    fn show(&self, desk: &Desk) -> Markup {
        html! {
            @for (index, (slug, hidden)) in self.0.iter().enumerate() {
                @match hidden {
                    Hidden::Section(section) => {
                        h3 id=(super::desk::section_id(slug)) { (numbered(section)) }
                        (desk.blocks(&section.document.blocks, slug))
                        (desk.parts(&section.document.parts, slug, 2))
                    }
                    // Every part becomes a level-3 heading here, however deep it was.
                    Hidden::Part(part) => (desk.part(&Part { level: 3, ..(*part).clone() }, slug, 0)),
                    Hidden::Item(item) => {
                        @let first = !matches!(index.checked_sub(1).map(|index| &self.0[index]), Some((before, Hidden::Item(_))) if before == slug);
                        @if first { (whence(desk, slug)) }
                        (desk.blocks(&[Block::List { start: None, items: vec![(*item).clone()] }], slug))
                    }
                }
            }
        }
    }
}

/// The section from which a lone item comes, as a heading.
fn whence(desk: &Desk, slug: &str) -> Markup {
    match desk.book.view.sections.iter().find(|section| section.slug == slug) {
        Some(section) => html! { h3 { (numbered(section)) } },
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
            Block::Paragraph(_) | Block::Code(_) | Block::Table { .. } | Block::Rule => {}
        }
    }
}
