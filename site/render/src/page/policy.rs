//! The policy: its contents, one page a section, and all of it on one page.

use super::audiences;
use crate::listed::Reach;
use crate::part::book::Book;
use crate::part::desk::{Desk, section_id};
use crate::part::layout::{Nav, Page, put};
use crate::part::section::{ids_of, in_short, numbered};
use crate::part::{approval, dates, urls};
use crate::site::Site;
use fingerpost_model::{Approval, PageId, Section};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// Writes a page for every section. A handbook has no more of a policy than the sections on which its examples rest.
pub fn put_sections(site: &mut Site, book: &Book) {
    let sections = book.view.sections();
    for (index, section) in sections.iter().enumerate() {
        if !book.shared.languages.here().has(&urls::section(&section.slug)) {
            continue;
        }
        let before = index.checked_sub(1).map(|index| &sections[index]);
        put_section(site, book, section, before, sections.get(index + 1));
    }
}

/// Writes the contents of the policy, and all of it on one page.
pub fn put_wholes(site: &mut Site, book: &Book) {
    put_contents(site, book);
    put_all(site, book);
}

fn put_contents(site: &mut Site, book: &Book) {
    let desk = Desk::new(book, urls::POLICY);
    let policy = book.view.policy();
    let mut beside = Vec::new();
    if !book.view.laws().is_empty() {
        beside.push((urls::LAWS, "law_title"));
    }
    if !book.view.policies().is_empty() {
        beside.push((urls::OTHER_POLICIES, "policies_title"));
    }
    let body = html! {
        h1 { (policy.title) }
        (review_due(book))
        (facts(book, &Approval::WithPolicy))
        p.policy-ways {
            @if !book.view.changes().is_empty() { a href=(desk.here.to(urls::CHANGES)) hreflang=[desk.hreflang(urls::CHANGES)] { (book.w("changes_title")) } " " }
            a href=(desk.here.to(urls::CALENDAR)) type="text/calendar" { (book.w("policy_calendar")) }
        }
        p { a.button href=(desk.here.to(urls::POLICY_ALL)) hreflang=[desk.hreflang(urls::POLICY_ALL)] { (book.w("policy_all")) } }
        h2 { (book.w("policy_for_me")) }
        ul.more role="list" {
            @for (path, word) in audiences::pages() {
                li { a href=(desk.here.to(&path)) hreflang=[desk.hreflang(&path)] { (book.w(&word)) } (desk.abroad(&path)) }
            }
        }
        h2 { (book.w("policy_sections")) }
        ol.sections role="list" {
            @for section in book.view.sections() {
                @let path = urls::section(&section.slug);
                li { a href=(desk.here.to(&path)) hreflang=[desk.hreflang(&path)] { (numbered(book, section)) } (desk.abroad(&path)) }
            }
        }
        @if !beside.is_empty() {
            h2 { (book.w("policy_beside")) }
            ul.more {
                @for (path, word) in beside {
                    li { a href=(desk.here.to(path)) hreflang=[desk.hreflang(path)] { (book.w(word)) } (desk.abroad(path)) }
                }
            }
        }
    };
    put(site, &desk, Page::new(&policy.title, Nav::Policy, body));
}

fn put_section(site: &mut Site, book: &Book, section: &Section, before: Option<&Section>, after: Option<&Section>) {
    let desk = Desk::new(book, &urls::section(&section.slug)).with_terms();
    let document = &section.document;
    let is_example = book.view.is_handbook();
    let step = |section: Option<&Section>, class: &str, word: &str| {
        html! {
            @if let Some(section) = section {
                @let path = urls::section(&section.slug);
                @let attrs = desk.lang_attrs_of(&PageId::Section(section.slug.clone()));
                a class=(class) href=(desk.here.to(&path)) hreflang=[desk.hreflang(&path)] {
                    small { (book.w(word)) } " " span lang=[attrs.lang] dir=[attrs.dir] { (section.document.title) }
                }
            }
        }
    };
    let body = html! {
        article.policy {
            h1 { (numbered(book, section)) }
            @if !is_example { (review_due(book)) }
            (approval::note(book, &section.approval, "draft_section"))
            (in_short(&desk, section, 2))
            (desk.on_this_page(&document.parts, &section.slug))
            (desk.blocks(&document.blocks, &section.slug))
            (desk.parts(&document.parts, &section.slug, 0))
        }
        nav.steps aria-label=(book.w("policy_steps")) {
            (step(before, "before", "previous"))
            (step(after, "after", "following"))
        }
        @if !is_example {
            p.policy-ways {
                a href=(desk.here.to(urls::POLICY)) { (book.w("policy_contents")) }
                " " a href=(desk.here.to(urls::POLICY_ALL)) hreflang=[desk.hreflang(urls::POLICY_ALL)] { (book.w("policy_all")) }
            }
            (facts(book, &section.approval))
        }
    };
    let sensitive = book.view.sensitive().contains(&PageId::Section(section.slug.clone()));
    put(site, &desk, Page { sensitive, ..Page::new(&document.title, Nav::Policy, body) });
}

fn put_all(site: &mut Site, book: &Book) {
    if !book.shared.languages.here().has(urls::POLICY_ALL) {
        return;
    }
    let mut own = BTreeSet::new();
    for section in book.view.sections() {
        own.extend(ids_of(section));
    }
    let desk = Desk::new(book, urls::POLICY_ALL).with_terms().gathering(own);
    let body = html! {
        article.policy {
            h1 { (book.view.policy().title) }
            (review_due(book))
            (facts(book, &Approval::WithPolicy))
            nav.contents aria-labelledby="contents" {
                h2 #contents { (book.w("on_this_page")) }
                ol.sections role="list" {
                    @for section in book.view.sections() { li { a href={ "#" (section_id(&section.slug)) } { (numbered(book, section)) } } }
                }
            }
            @for section in book.view.sections() {
                section aria-labelledby=(section_id(&section.slug)) {
                    h2 id=(section_id(&section.slug)) { (numbered(book, section)) }
                    (approval::note(book, &section.approval, "draft_section"))
                    (approval::line(book, &section.approval))
                    (in_short(&desk, section, 3))
                    (desk.blocks(&section.document.blocks, &section.slug))
                    (desk.parts(&section.document.parts, &section.slug, 1))
                }
            }
        }
    };
    let sensitive = book.view.sensitive().iter().any(|page| matches!(page, PageId::Section(_)));
    put(site, &desk, Page { reach: Reach::ByName, sensitive, ..Page::new(book.w("policy_all_title"), Nav::Policy, body) });
}

/// The note that the page shows, first of all, once the day of the next review has passed. Only the reader's device knows the day.
fn review_due(book: &Book) -> Markup {
    let day = dates::iso(book.view.policy().next_review);
    html! { p.note hidden data-review-due=(day) { (book.w("policy_review_due")) } }
}

/// The policy's own facts, with the approval of what is shown.
fn facts(book: &Book, approved: &Approval) -> Markup {
    let policy = book.view.policy();
    html! {
        dl.facts {
            div { dt { (book.w("policy_version")) } dd { (policy.version) } }
            div { dt { (book.w("policy_owner")) } dd { (book.role_title(&policy.owner)) } }
            div { dt { (book.w("policy_approved")) } dd { (approval::of(book, approved)) } }
            div { dt { (book.w("policy_reviewed")) } dd { (dates::time(book, policy.reviewed_on)) } }
            div { dt { (book.w("policy_next")) } dd { (dates::time(book, policy.next_review)) } }
        }
    }
}
