//! The pages whose words an author writes: home, get help, accessibility, privacy, and the page for what is not there.

use super::{agreements, contacts};
use crate::listed::Reach;
use crate::part::layout::{Nav, Page, put, title};
use crate::part::page_context::PageContext;
use crate::part::site_context::SiteContext;
use crate::part::{shapes, symbols, urls};
use crate::site::Site;
use fingerpost_lesson::keep;
use fingerpost_model::walk::{Found, walk_document};
use fingerpost_model::{Audience, Document, Inline, PageId, PageName, Target};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// The ways from the home page: where each leads, its name, what is there, and the symbol beside it.
const WAYS: [(Audience, &str, &str, &str); 3] = [
    (Audience::Children, "for_children", "home_children", "young-person"),
    (Audience::Parents, "for_parents", "home_parents", "family"),
    (Audience::Staff, "for_staff", "home_staff", "teacher"),
];

/// Whoever is none of these; from the page for staff lead the ways to the rest.
const OTHERS: [Audience; 3] = [Audience::Volunteers, Audience::Visitors, Audience::Governors];

/// Writes the home page: who you are, and get help.
pub fn put_home(site: &mut Site, site_cx: &SiteContext) {
    let cx = PageContext::new(site_cx, urls::fixed(PageName::Home));
    let document = site_cx.view.pages().get(&PageName::Home);
    let words = document.map_or(site_cx.view.name(), |document| document.title.as_str());
    let attrs = cx.lang_attrs_of(&PageId::Fixed(PageName::Home));
    let arm = |class: &str, path: &str, name: &str, about: &str, symbol: &str| {
        cx.shows(symbol);
        html! {
            li class=(class) {
                a href=(cx.here.to(path)) hreflang=[cx.hreflang(path)] {
                    (symbols::symbol(symbol))
                    span { span.name { (site_cx.text(name)) } " " span.about { (site_cx.text(about)) (cx.abroad(path)) } }
                }
            }
        }
    };
    let more = |path: &str, words: Markup| {
        html! { li { a href=(cx.here.to(path)) hreflang=[cx.hreflang(path)] { (words) } (cx.abroad(path)) } }
    };
    let body = html! {
        div.welcome {
            div.lead lang=[attrs.lang] dir=[attrs.dir] {
                (title(words))
                @if let Some(document) = document { (cx.blocks(&document.blocks, "")) }
            }
            div.fingerpost {
                (shapes::finial())
                ul role="list" {
                    (arm("arm help", urls::fixed(PageName::GetHelp), "home_help", "home_help_about", "help"))
                    @for (audience, name, about, symbol) in WAYS { (arm("arm", &urls::audience(audience), name, about, symbol)) }
                }
            }
        }
        div.others {
            section {
                h2 { (site_cx.text("home_more")) }
                ul.more role="list" {
                    @if !site_cx.view.lessons().is_empty() { (more(urls::LESSONS, html! { (site_cx.text("lessons_title")) })) }
                    @for agreement in site_cx.view.agreements().iter() { li { (agreements::link(&cx, agreement)) } }
                    @for quiz in site_cx.view.quizzes().iter() { (more(&urls::quiz(&quiz.id), html! { (quiz.document.title) })) }
                    (more(urls::POLICY, html! { (site_cx.view.policy().title) }))
                    (more(urls::fixed(PageName::Contacts), html! { (site_cx.text("home_contacts")) }))
                    (more(urls::GLOSSARY, html! { (site_cx.text("glossary_title")) }))
                }
            }
            section {
                h2 { (site_cx.text("home_others")) }
                ul.more role="list" {
                    @for audience in OTHERS {
                        (more(&urls::audience(audience), html! { (site_cx.text(&format!("for_{}", audience.id()))) }))
                    }
                }
            }
        }
        @if let Some(document) = document { (attrs.block(cx.parts(&document.parts, "", 0))) }
    };
    // The title of a page has no place for a mark that says that it is in another language.
    let words = if attrs.lang.is_some() { site_cx.view.name() } else { words };
    put(site, &cx, Page::new(words, Nav::Home, body));
}

/// Writes the page that says whom to tell.
pub fn put_get_help(site: &mut Site, site_cx: &SiteContext) {
    let cx = PageContext::new(site_cx, urls::fixed(PageName::GetHelp));
    let named = site_cx.view.pages().get(&PageName::GetHelp).map(addresses_in).unwrap_or_default();
    let services = contacts::cards_of(&cx, &|link| named.contains(link.url.as_str()));
    let what_each_is_for = html! {
        @if let Some(cards) = services { h2 #services { (site_cx.text("help_services")) } (cards) }
    };
    put_document(site, &cx, PageName::GetHelp, "worry", "ladder", what_each_is_for);
}

/// Writes the accessibility statement, with the way to the licences, which are looked for once in a life of a site.
pub fn put_accessibility(site: &mut Site, site_cx: &SiteContext) {
    let cx = PageContext::new(site_cx, urls::fixed(PageName::Accessibility)).with_terms();
    let licences = html! { p { a href=(cx.here.to_file(urls::LICENCES)) { (site_cx.text("licences")) } } };
    put_document(site, &cx, PageName::Accessibility, "footer_accessibility", "plain", licences);
}

/// Writes the page that says what is kept, ending with every key that the site may write.
pub fn put_privacy(site: &mut Site, site_cx: &SiteContext) {
    let cx = PageContext::new(site_cx, urls::fixed(PageName::Privacy)).with_terms();
    let table = html! {
        div.table role="region" tabindex="0" aria-label=(site_cx.text("kept_table")) {
            table {
                thead { tr { th scope="col" { (site_cx.text("kept_key")) } th scope="col" { (site_cx.text("kept_purpose")) } } }
                tbody {
                    @for kept in keep::KEYS {
                        tr { td { code { (kept.shown()) } } td { (site_cx.text(kept.purpose_word)) } }
                    }
                }
            }
        }
    };
    put_document(site, &cx, PageName::Privacy, "footer_privacy", "plain", table);
}

/// Writes the page for what is not there. A host shows it under any address.
pub fn put_not_found(site: &mut Site, site_cx: &SiteContext) {
    let cx = PageContext::new(site_cx, urls::fixed(PageName::NotFound)).anywhere();
    let back = html! {
        p { a.button href=(cx.here.to(urls::fixed(PageName::Home))) { (shapes::fingerpost()) " " (site_cx.text("not_found_home")) } }
    };
    let name = PageName::NotFound;
    let document = site_cx.view.pages().get(&name);
    let words = document.map_or(site_cx.text("not_found"), |document| document.title.as_str());
    let body = html! { (title(words)) @if let Some(document) = document { (whole(&cx, document)) } (back) };
    put(site, &cx, Page { reach: Reach::Nobody, ..Page::new(words, Nav::Elsewhere, body) });
}

/// The addresses outside the site that a document links to.
fn addresses_in(document: &Document) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    walk_document(document, &mut |met| {
        if let Found::Inline(Inline::Link { to: Target::Address(address), .. }, _) = met {
            found.insert(address.as_str());
        }
    });
    found
}

/// Writes a page whose words an author writes: those of `pages/NAME.md`, in an article with this class, and what follows them. `title_key` is the
/// key of the word that is its title where nobody wrote the page.
fn put_document(site: &mut Site, cx: &PageContext, name: PageName, title_key: &str, class: &str, end: Markup) {
    let document = cx.site.view.pages().get(&name);
    let words = document.map_or(cx.site.text(title_key), |document| document.title.as_str());
    // Words that worried people type and the page does not say: the search finds it by them.
    let also = (name == PageName::GetHelp).then(|| format!("also:{}", cx.site.text("search_help_words").replace(',', " ")));
    let body = html! {
        article class=(class) data-pagefind-meta=[also] {
            (title(words))
            @if let Some(document) = document {
                (cx.blocks(&document.blocks, ""))
                (cx.on_this_page(&document.parts, ""))
                (cx.parts(&document.parts, "", 0))
            }
            (end)
        }
    };
    // Whoever keeps pages without the internet needs help there too, and the page that says how to be rid of them.
    let kept = matches!(name, PageName::GetHelp | PageName::Privacy);
    let sensitive = name == PageName::GetHelp || cx.site.view.sensitive().contains(&PageId::Fixed(name));
    put(site, cx, Page { kept, sensitive, ..Page::new(words, Nav::Elsewhere, body) });
}

fn whole(cx: &PageContext, document: &Document) -> Markup {
    html! { (cx.blocks(&document.blocks, "")) (cx.parts(&document.parts, "", 0)) }
}
