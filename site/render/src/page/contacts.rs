//! The people and services that can help. An e-mail address is never written whole: a harvester finds two loose words, a reader
//! without script finds both with a sentence that says how to join them, and the page script makes a link of them.

use crate::part::book::Book;
use crate::part::desk::Desk;
use crate::part::help::telephone;
use crate::part::layout::{Nav, Page, put, title};
use crate::part::{dates, urls};
use crate::site::Site;
use fingerpost_model::{Audience, Link, LinkStatus, PageId, PageName, Role, Target};
use maud::{Markup, html};

/// The groups of services, with the key of each heading.
const GROUPS: [(Audience, &str); 3] =
    [(Audience::Children, "services_children"), (Audience::Parents, "services_parents"), (Audience::Staff, "services_staff")];

/// Writes the page.
pub fn put_page(site: &mut Site, book: &Book) {
    let name = PageName::Contacts;
    let desk = Desk::new(book, urls::fixed(name));
    let document = book.view.pages().get(&name);
    let words = document.map_or(book.w("nav_contacts"), |document| document.title.as_str());
    let groups: Vec<(&str, Vec<&Link>)> =
        GROUPS.iter().map(|(audience, word)| (*word, services(book, *audience))).filter(|(_, links)| !links.is_empty()).collect();
    let gone: Vec<&Link> = book.view.links().iter().filter(|link| link.status != LinkStatus::Open).collect();
    let attrs = desk.lang_attrs_of(&PageId::Fixed(name));
    let body = html! {
        (attrs.block(html! {
            (title(words))
            @if let Some(document) = document { (desk.blocks(&document.blocks, "")) (desk.parts(&document.parts, "", 0)) }
        }))
        nav.contents aria-labelledby="contents" {
            h2 #contents { (book.w("on_this_page")) }
            ul {
                li { a href="#people" { (book.w("contacts_people")) } }
                @for (word, _) in &groups { li { a href={ "#" (word) } { (book.w(word)) } } }
                @if !gone.is_empty() { li { a href="#services_gone" { (book.w("services_gone")) } } }
            }
        }
        h2 #people { (book.w("contacts_people")) }
        div.cards { @for role in book.view.roles() { (role_card(book, role)) } }
        @for (word, links) in &groups {
            h2 id=(word) { (book.w(word)) }
            div.cards { @for link in links { (service_card(&desk, link)) } }
        }
        @if !gone.is_empty() {
            h2 #services_gone { (book.w("services_gone")) }
            ul { @for link in &gone { li { (gone_words(book, link)) } } }
        }
    };
    let words = if attrs.lang.is_some() { book.w("nav_contacts") } else { words };
    put(site, &desk, Page::new(words, Nav::Contacts, body));
}

fn role_card(book: &Book, role: &Role) -> Markup {
    let text = |pick: fn(&Role) -> Option<&str>| {
        book.lang_text(move |view| view.roles().iter().find(|other| other.id == role.id).and_then(pick))
    };
    html! {
        section.card {
            h3 {
                (book.role_title(&role.id))
                @if let Some(short) = &role.short { @if *short != role.title { " (" (text(|role| role.short.as_deref())) ")" } }
            }
            @if !role.about.is_empty() { p { (text(|role| Some(&role.about))) } }
            dl.ways-to {
                @if let Some(phone) = &role.phone { div { dt { (book.w("contacts_phone")) } dd { (telephone(book, phone)) } } }
                @if role.place.is_some() { div { dt { (book.w("contacts_place")) } dd { (text(|role| role.place.as_deref())) } } }
                @if role.hours.is_some() { div { dt { (book.w("contacts_hours")) } dd { (text(|role| role.hours.as_deref())) } } }
                @if let Some((before, after)) = &role.email {
                    div.email {
                        dt { (book.w("contacts_email")) }
                        dd {
                            p { (book.w("contacts_email_how")) }
                            p { (book.w("contacts_email_before")) " " b data-before { (before) } }
                            p { (book.w("contacts_email_after")) " " b data-after { (after) } }
                        }
                    }
                }
            }
        }
    }
}

/// The services for an audience that still run.
fn services<'a>(book: &'a Book, audience: Audience) -> Vec<&'a Link> {
    let for_them = |link: &&Link| link.audiences.contains(&audience) || link.audiences.contains(&Audience::Everyone);
    book.view.links().iter().filter(|link| link.status == LinkStatus::Open).filter(for_them).collect()
}

/// The services that still run and are wanted here, as cards: what each is for and not for.
pub fn cards_of(desk: &Desk, is_wanted: &dyn Fn(&Link) -> bool) -> Option<Markup> {
    let open = desk.book.view.links().iter().filter(|link| link.status == LinkStatus::Open);
    let wanted: Vec<&Link> = open.filter(|link| is_wanted(link)).collect();
    (!wanted.is_empty()).then(|| html! { div.cards { @for link in wanted { (service_card(desk, link)) } } })
}

fn service_card(desk: &Desk, link: &Link) -> Markup {
    let book = desk.book;
    let address = desk.link(&Target::Address(link.url.clone()));
    let text = |pick: fn(&Link) -> Option<&str>| {
        book.lang_text(move |view| view.links().iter().find(|other| other.id == link.id).and_then(pick))
    };
    let label = text(|link| Some(&link.label));
    html! {
        section.card {
            h3 { @match address { Some(address) => a href=(address) { (label) }, None => (label) } }
            p { (text(|link| Some(&link.about))) }
            @if link.not_for.is_some() { p.not-for { (text(|link| link.not_for.as_deref())) } }
            dl.ways-to {
                @if let Some(phone) = &link.phone { div { dt { (book.w("contacts_phone")) } dd { (telephone(book, phone)) } } }
                @if link.hours.is_some() { div { dt { (book.w("contacts_hours")) } dd { (text(|link| link.hours.as_deref())) } } }
            }
            @if let Some(day) = link.checked_on { p.checked { (book.w("services_checked")) " " (dates::time(book, day)) } }
        }
    }
}

/// What to say of a service that has closed or has another name.
fn gone_words(book: &Book, link: &Link) -> Markup {
    let (status, instead) = match &link.status {
        LinkStatus::Open => return html! {},
        LinkStatus::Closed(instead) => ("services_closed", instead),
        LinkStatus::Moved(instead) => ("services_moved", instead),
    };
    let instead = instead.as_deref().map(|id| book.view.links().iter().find(|link| link.id == id).map_or(id, |link| &link.label));
    html! {
        (book.fill(status, &[("name", &link.label)]))
        @if let Some(instead) = instead { " " (book.fill("services_instead", &[("name", instead)])) }
        @if let Some(day) = link.checked_on { " " span.checked { (book.w("services_checked")) " " (dates::time(book, day)) } }
    }
}
