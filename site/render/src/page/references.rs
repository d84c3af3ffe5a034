//! What the policy refers to: the laws and guidance that it follows, and the setting's other policies. Each entry has a place of its own,
//! to which the policy's texts link, so that an edition or a date stands once on the site. A page without entries is not written.

use crate::part::layout::{Nav, Page, put, title};
use crate::part::page_context::PageContext;
use crate::part::site_context::SiteContext;
use crate::part::{dates, urls};
use crate::site::Site;
use fingerpost_model::order::Order;
use fingerpost_model::{Law, LawStatus, OtherPolicy, Target};
use maud::{Markup, html};

/// Writes the page of laws and guidance.
pub fn put_laws(site: &mut Site, site_cx: &SiteContext) {
    let laws = site_cx.view.laws();
    let show = |cx: &PageContext| html! { @for law in laws { (law_entry(cx, law)) } };
    put_page(site, site_cx, urls::LAWS, "law", &show);
}

/// Writes the list of the other policies, by title.
pub fn put_policies(site: &mut Site, site_cx: &SiteContext) {
    let mut policies: Vec<&OtherPolicy> = site_cx.view.policies().iter().collect();
    let order = Order::of(site_cx.view.language());
    policies.sort_by(|one, other| order.compare(&one.label, &other.label));
    let show = |cx: &PageContext| html! { @for policy in &policies { (policy_entry(cx, policy)) } };
    put_page(site, site_cx, urls::OTHER_POLICIES, "policies", &show);
}

fn put_page(site: &mut Site, site_cx: &SiteContext, path: &str, word: &str, show: &dyn Fn(&PageContext) -> Markup) {
    let cx = PageContext::new(site_cx, path).with_terms();
    let name = format!("{word}_title");
    let body = html! {
        (title(site_cx.text(&name)))
        p.lead { (site_cx.text(&format!("{word}_about"))) }
        div.register { (show(&cx)) }
        p.policy-ways { a href=(cx.here.to(urls::POLICY)) { (site_cx.view.policy().title) } }
    };
    put(site, &cx, Page::new(site_cx.text(&name), Nav::Policy, body));
}

/// What nobody could confirm says so, and says no day from which it is in force.
fn law_entry(cx: &PageContext, law: &Law) -> Markup {
    let site_cx = cx.site;
    let is_confirmed = law.status == LawStatus::Confirmed;
    let name = match &law.short {
        Some(short) => format!("{} ({short})", law.label),
        None => law.label.clone(),
    };
    let day = |day: Option<_>| day.map(|day| dates::time(site_cx, day));
    let facts = [
        ("law_edition", law.edition.as_ref().map(|edition| html! { (edition) })),
        ("law_published", day(law.published_on)),
        ("law_in_force", day(law.in_force_from.filter(|_| is_confirmed))),
        ("law_checked", day(law.checked.day())),
    ];
    let note = (!is_confirmed).then(|| site_cx.text("law_unconfirmed"));
    entry(cx, &law.id, &name, law.url.as_deref(), &law.about, note, facts)
}

fn policy_entry(cx: &PageContext, policy: &OtherPolicy) -> Markup {
    let site_cx = cx.site;
    let day = |day: Option<_>| day.map(|day| dates::time(site_cx, day));
    let facts = [
        ("policy_owner", policy.owner.as_ref().map(|owner| html! { (site_cx.role_title(owner)) })),
        ("policy_reviewed", day(policy.reviewed_on)),
        ("policy_next", day(policy.next_review)),
        ("policies_where", policy.where_to_get.as_ref().map(|how| html! { (how) })),
    ];
    entry(cx, &policy.id, &policy.label, policy.url.as_deref(), &policy.about, None, facts)
}

/// An entry: its title, which leads to its address if it has one, what it is about, and the facts that are known.
fn entry(
    cx: &PageContext,
    id: &str,
    name: &str,
    url: Option<&str>,
    about: &str,
    note: Option<&str>,
    facts: [(&str, Option<Markup>); 4],
) -> Markup {
    let address = url.and_then(|url| cx.link(&Target::Address(url.to_owned())));
    html! {
        section id=(id) {
            h2 { @match address { Some(address) => a href=(address) { (name) }, None => (name) } }
            p { (cx.text(about, true)) }
            @if let Some(note) = note { p.note { (note) } }
            dl.facts {
                @for (word, fact) in facts {
                    @if let Some(fact) = fact { div { dt { (cx.site.text(word)) } dd { (fact) } } }
                }
            }
        }
    }
}
