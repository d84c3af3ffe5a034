//! The people and services that can help. An e-mail address is never written whole: a harvester finds two loose words, a reader
//! without script finds both with a sentence that says how to join them, and the page script makes a link of them.

use crate::part::help::telephone;
use crate::part::layout::{Nav, Page, put, title};
use crate::part::page_context::PageContext;
use crate::part::site_context::SiteContext;
use crate::part::{dates, urls};
use crate::site::Site;
use fingerpost_model::{Audience, Link, LinkStatus, PageId, PageName, Role, Target};
use maud::{Markup, html};

/// The groups of services, with the key of each heading.
const GROUPS: [(Audience, &str); 3] =
    [(Audience::Children, "services_children"), (Audience::Parents, "services_parents"), (Audience::Staff, "services_staff")];

/// Writes the page of the roles and services that can be reached.
pub fn put_page(site: &mut Site, site_cx: &SiteContext) {
    let name = PageName::Contacts;
    let cx = PageContext::new(site_cx, urls::fixed(name));
    let document = site_cx.view.pages().get(&name);
    let words = document.map_or(site_cx.text("nav_contacts"), |document| document.title.as_str());
    let groups: Vec<(&str, Vec<&Link>)> = GROUPS
        .iter()
        .map(|(audience, word)| (*word, services(site_cx, *audience)))
        .filter(|(_, links)| !links.is_empty())
        .collect();
    let gone: Vec<&Link> = site_cx.view.links().iter().filter(|link| link.status != LinkStatus::Open).collect();
    let attrs = cx.lang_attrs_of(&PageId::Fixed(name));
    let body = html! {
        (attrs.block(html! {
            (title(words))
            @if let Some(document) = document { (cx.blocks(&document.blocks, "")) (cx.parts(&document.parts, "", 0)) }
        }))
        nav.contents aria-labelledby="contents" {
            h2 #contents { (site_cx.text("on_this_page")) }
            ul {
                li { a href="#people" { (site_cx.text("contacts_people")) } }
                @for (word, _) in &groups { li { a href={ "#" (word) } { (site_cx.text(word)) } } }
                @if !gone.is_empty() { li { a href="#services_gone" { (site_cx.text("services_gone")) } } }
            }
        }
        h2 #people { (site_cx.text("contacts_people")) }
        div.cards { @for role in site_cx.view.roles() { (role_card(site_cx, role)) } }
        @for (word, links) in &groups {
            h2 id=(word) { (site_cx.text(word)) }
            div.cards { @for link in links { (service_card(&cx, link)) } }
        }
        @if !gone.is_empty() {
            h2 #services_gone { (site_cx.text("services_gone")) }
            ul { @for link in &gone { li { (gone_words(site_cx, link)) } } }
        }
    };
    let words = if attrs.lang.is_some() { site_cx.text("nav_contacts") } else { words };
    put(site, &cx, Page::new(words, Nav::Contacts, body));
}

fn role_card(site_cx: &SiteContext, role: &Role) -> Markup {
    let text = |pick: fn(&Role) -> Option<&str>| {
        site_cx.lang_text(move |view| view.roles().iter().find(|other| other.id == role.id).and_then(pick))
    };
    html! {
        section.card {
            h3 {
                (site_cx.role_title(&role.id))
                @if let Some(short) = &role.short { @if *short != role.title { " (" (text(|role| role.short.as_deref())) ")" } }
            }
            @if !role.about.is_empty() { p { (text(|role| Some(&role.about))) } }
            dl.ways-to {
                @if let Some(phone) = &role.phone { div { dt { (site_cx.text("contacts_phone")) } dd { (telephone(site_cx, phone)) } } }
                @if role.place.is_some() { div { dt { (site_cx.text("contacts_place")) } dd { (text(|role| role.place.as_deref())) } } }
                @if role.hours.is_some() { div { dt { (site_cx.text("contacts_hours")) } dd { (text(|role| role.hours.as_deref())) } } }
                @if let Some((before, after)) = &role.email {
                    div.email {
                        dt { (site_cx.text("contacts_email")) }
                        dd {
                            p { (site_cx.text("contacts_email_how")) }
                            p { (site_cx.text("contacts_email_before")) " " b data-before { (before) } }
                            p { (site_cx.text("contacts_email_after")) " " b data-after { (after) } }
                        }
                    }
                }
            }
        }
    }
}

/// The services for an audience that still run.
fn services<'a>(site_cx: &'a SiteContext, audience: Audience) -> Vec<&'a Link> {
    let for_them = |link: &&Link| link.audiences.contains(&audience) || link.audiences.contains(&Audience::Everyone);
    site_cx.view.links().iter().filter(|link| link.status == LinkStatus::Open).filter(for_them).collect()
}

/// The services that still run and are wanted here, as cards: what each is for and not for.
pub fn cards_of(cx: &PageContext, is_wanted: &dyn Fn(&Link) -> bool) -> Option<Markup> {
    let open = cx.site.view.links().iter().filter(|link| link.status == LinkStatus::Open);
    let wanted: Vec<&Link> = open.filter(|link| is_wanted(link)).collect();
    (!wanted.is_empty()).then(|| html! { div.cards { @for link in wanted { (service_card(cx, link)) } } })
}

fn service_card(cx: &PageContext, link: &Link) -> Markup {
    let site_cx = cx.site;
    let address = cx.link(&Target::Address(link.url.clone()));
    let text = |pick: fn(&Link) -> Option<&str>| {
        site_cx.lang_text(move |view| view.links().iter().find(|other| other.id == link.id).and_then(pick))
    };
    let label = text(|link| Some(&link.label));
    html! {
        section.card {
            h3 { @match address { Some(address) => a href=(address) { (label) }, None => (label) } }
            p { (text(|link| Some(&link.about))) }
            @if link.not_for.is_some() { p.not-for { (text(|link| link.not_for.as_deref())) } }
            dl.ways-to {
                @if let Some(phone) = &link.phone { div { dt { (site_cx.text("contacts_phone")) } dd { (telephone(site_cx, phone)) } } }
                @if link.hours.is_some() { div { dt { (site_cx.text("contacts_hours")) } dd { (text(|link| link.hours.as_deref())) } } }
            }
            @if let Some(day) = link.checked.day() { p.checked { (site_cx.text("services_checked")) " " (dates::time(site_cx, day)) } }
        }
    }
}

/// What to say of a service that has closed or has another name.
fn gone_words(site_cx: &SiteContext, link: &Link) -> Markup {
    let (status, instead) = match &link.status {
        LinkStatus::Open => return html! {},
        LinkStatus::Closed(instead) => ("services_closed", instead),
        LinkStatus::Moved(instead) => ("services_moved", instead),
    };
    let instead =
        instead.as_deref().map(|id| site_cx.view.links().iter().find(|link| link.id == id).map_or(id, |link| &link.label));
    html! {
        (site_cx.fill(status, &[("name", &link.label)]))
        @if let Some(instead) = instead { " " (site_cx.fill("services_instead", &[("name", instead)])) }
        @if let Some(day) = link.checked.day() { " " span.checked { (site_cx.text("services_checked")) " " (dates::time(site_cx, day)) } }
    }
}
