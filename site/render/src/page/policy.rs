//! The policy: its contents, one page a section, and all of it on one page.

use super::audiences;
use crate::listed::Reach;
use crate::part::layout::{Nav, Page, put};
use crate::part::page_context::{PageContext, section_id};
use crate::part::section::{ids_of, in_short, numbered};
use crate::part::site_context::SiteContext;
use crate::part::{approval, dates, urls};
use crate::site::Site;
use fingerpost_model::{Approval, PageId, Section};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// Writes the page of the section at a place in the policy, from 0. A handbook has no more of a policy than the sections on which its examples rest.
pub fn put_section(site: &mut Site, site_cx: &SiteContext, index: usize) {
    let sections = site_cx.view.sections();
    let (section, before, after) =
        (&sections[index], index.checked_sub(1).map(|index| &sections[index]), sections.get(index + 1));
    put_between(site, site_cx, section, before, after);
}

/// Writes the contents of the policy.
pub fn put_contents(site: &mut Site, site_cx: &SiteContext) {
    let cx = PageContext::new(site_cx, urls::POLICY);
    let policy = site_cx.view.policy();
    let mut beside = Vec::new();
    if !site_cx.view.laws().is_empty() {
        beside.push((urls::LAWS, "law_title"));
    }
    if !site_cx.view.policies().is_empty() {
        beside.push((urls::OTHER_POLICIES, "policies_title"));
    }
    let body = html! {
        h1 { (policy.title) }
        (review_due(site_cx))
        (facts(site_cx, &Approval::WithPolicy))
        p.policy-ways {
            @if !site_cx.view.changes().is_empty() { a href=(cx.here.to(urls::CHANGES)) hreflang=[cx.hreflang(urls::CHANGES)] { (site_cx.text("changes_title")) } " " }
            a href=(cx.here.to(urls::CALENDAR)) type="text/calendar" { (site_cx.text("policy_calendar")) }
        }
        p { a.button href=(cx.here.to(urls::POLICY_ALL)) hreflang=[cx.hreflang(urls::POLICY_ALL)] { (site_cx.text("policy_all")) } }
        h2 { (site_cx.text("policy_for_me")) }
        ul.more role="list" {
            @for (path, word) in audiences::pages() {
                li { a href=(cx.here.to(&path)) hreflang=[cx.hreflang(&path)] { (site_cx.text(&word)) } (cx.abroad(&path)) }
            }
        }
        h2 { (site_cx.text("policy_sections")) }
        ol.sections role="list" {
            @for section in site_cx.view.sections().iter() {
                @let path = urls::section(&section.slug);
                li { a href=(cx.here.to(&path)) hreflang=[cx.hreflang(&path)] { (numbered(site_cx, section)) } (cx.abroad(&path)) }
            }
        }
        @if !beside.is_empty() {
            h2 { (site_cx.text("policy_beside")) }
            ul.more {
                @for (path, word) in beside {
                    li { a href=(cx.here.to(path)) hreflang=[cx.hreflang(path)] { (site_cx.text(word)) } (cx.abroad(path)) }
                }
            }
        }
    };
    put(site, &cx, Page::new(&policy.title, Nav::Policy, body));
}

/// Writes the page of a section between two others.
fn put_between(site: &mut Site, site_cx: &SiteContext, section: &Section, before: Option<&Section>, after: Option<&Section>) {
    let cx = PageContext::new(site_cx, &urls::section(&section.slug)).with_terms();
    let document = &section.document;
    let is_example = site_cx.view.is_handbook();
    let step = |section: Option<&Section>, class: &str, word: &str| {
        html! {
            @if let Some(section) = section {
                @let path = urls::section(&section.slug);
                @let attrs = cx.lang_attrs_of(&PageId::Section(section.slug.clone()));
                a class=(class) href=(cx.here.to(&path)) hreflang=[cx.hreflang(&path)] {
                    small { (site_cx.text(word)) } " " span lang=[attrs.lang] dir=[attrs.dir] { (section.document.title) }
                }
            }
        }
    };
    let body = html! {
        article.policy {
            h1 { (numbered(site_cx, section)) }
            @if !is_example { (review_due(site_cx)) }
            (approval::note(site_cx, &section.approval, "draft_section"))
            (in_short(&cx, section, 2))
            (cx.on_this_page(&document.parts, &section.slug))
            (cx.blocks(&document.blocks, &section.slug))
            (cx.parts(&document.parts, &section.slug, 0))
        }
        nav.steps aria-label=(site_cx.text("policy_steps")) {
            (step(before, "before", "previous"))
            (step(after, "after", "following"))
        }
        @if !is_example {
            p.policy-ways {
                a href=(cx.here.to(urls::POLICY)) { (site_cx.text("policy_contents")) }
                " " a href=(cx.here.to(urls::POLICY_ALL)) hreflang=[cx.hreflang(urls::POLICY_ALL)] { (site_cx.text("policy_all")) }
            }
            (facts(site_cx, &section.approval))
        }
    };
    let sensitive = site_cx.view.sensitive().contains(&PageId::Section(section.slug.clone()));
    put(site, &cx, Page { sensitive, ..Page::new(&document.title, Nav::Policy, body) });
}

/// Writes the whole policy on one page.
pub fn put_all(site: &mut Site, site_cx: &SiteContext) {
    let mut own = BTreeSet::new();
    for section in site_cx.view.sections().iter() {
        own.extend(ids_of(section));
    }
    let cx = PageContext::new(site_cx, urls::POLICY_ALL).with_terms().gathering(own);
    let body = html! {
        article.policy {
            h1 { (site_cx.view.policy().title) }
            (review_due(site_cx))
            (facts(site_cx, &Approval::WithPolicy))
            nav.contents aria-labelledby="contents" {
                h2 #contents { (site_cx.text("on_this_page")) }
                ol.sections role="list" {
                    @for section in site_cx.view.sections().iter() { li { a href={ "#" (section_id(&section.slug)) } { (numbered(site_cx, section)) } } }
                }
            }
            @for section in site_cx.view.sections().iter() {
                section aria-labelledby=(section_id(&section.slug)) {
                    h2 id=(section_id(&section.slug)) { (numbered(site_cx, section)) }
                    (approval::note(site_cx, &section.approval, "draft_section"))
                    (approval::line(site_cx, &section.approval))
                    (in_short(&cx, section, 3))
                    (cx.blocks(&section.document.blocks, &section.slug))
                    (cx.parts(&section.document.parts, &section.slug, 1))
                }
            }
        }
    };
    let sensitive = site_cx.view.sensitive().iter().any(|page| matches!(page, PageId::Section(_)));
    put(site, &cx, Page { reach: Reach::ByName, sensitive, ..Page::new(site_cx.text("policy_all_title"), Nav::Policy, body) });
}

/// The note that the page shows, first of all, once the day of the next review has passed. Only the reader's device knows the day.
fn review_due(site_cx: &SiteContext) -> Markup {
    let day = site_cx.view.policy().next_review.map(dates::iso);
    html! { @if let Some(day) = day { p.note hidden data-review-due=(day) { (site_cx.text("policy_review_due")) } } }
}

/// The policy's own facts, with the approval of what is shown.
fn facts(site_cx: &SiteContext, approved: &Approval) -> Markup {
    let policy = site_cx.view.policy();
    html! {
        dl.facts {
            div { dt { (site_cx.text("policy_version")) } dd { (policy.version) } }
            div { dt { (site_cx.text("policy_owner")) } dd { (site_cx.role_title(&policy.owner)) } }
            div { dt { (site_cx.text("policy_approved")) } dd { (approval::of(site_cx, approved)) } }
            div { dt { (site_cx.text("policy_reviewed")) } dd { (dates::time(site_cx, policy.reviewed_on)) } }
            div { dt { (site_cx.text("policy_next")) } dd { (dates::time(site_cx, policy.next_review)) } }
        }
    }
}
