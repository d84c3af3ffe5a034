//! What has changed: each version of the policy with its day, what is new, for whom, and which clauses say so. Without changes there is no
//! such page.

use crate::part::layout::{Nav, Page, put, title};
use crate::part::page_context::PageContext;
use crate::part::site_context::SiteContext;
use crate::part::{dates, urls};
use crate::site::Site;
use fingerpost_model::Change;
use maud::{Markup, html};

/// Writes the page of what each version of the policy changed.
pub fn put_page(site: &mut Site, site_cx: &SiteContext) {
    let changes = site_cx.view.changes();
    let cx = PageContext::new(site_cx, urls::CHANGES).with_terms();
    let words = site_cx.text("changes_title");
    let body = html! {
        (title(words))
        p.lead { (site_cx.text("changes_about")) }
        @for version in changes.chunk_by(|one, next| (&one.version, one.on) == (&next.version, next.on)) {
            section {
                h2 { (site_cx.fill("changes_version", &[("version", &version[0].version)])) " " small { (dates::time(site_cx, version[0].on)) } }
                ul { @for change in version { li { (change_words(&cx, change)) } } }
            }
        }
        p.policy-ways { a href=(cx.here.to(urls::POLICY)) { (site_cx.view.policy().title) } }
    };
    put(site, &cx, Page::new(words, Nav::Policy, body));
}

fn change_words(cx: &PageContext, change: &Change) -> Markup {
    let site_cx = cx.site;
    let who: Vec<String> = change.audiences.iter().map(|audience| format!("audience_{}", audience.id())).collect();
    let who: Vec<&str> = who.iter().map(|key| site_cx.text(key)).collect();
    html! {
        (cx.text(&change.what, true))
        @for (id, _) in &change.clauses {
            // The loader has complained of a clause that is not there.
            @if let Some(clause) = site_cx.shared.public.clauses.get(id.as_str()) {
                @let name = site_cx.fill("clause_in_policy", &[("ref", clause.reference)]);
                @let page = cx.here.to(&urls::section(clause.slug));
                "\u{a0}" a.ref href={ (page) "#" (id) } aria-label=(name) { (clause.reference) }
            }
        }
        @if !who.is_empty() { " " small.who { (site_cx.fill("changes_for", &[("who", &who.join(", "))])) } }
    }
}
