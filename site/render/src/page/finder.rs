//! The search pages: one for everybody, and one for each audience that has a page of its own,
//! which asks the index of that page too. `assets/search.js`
//! shows the form and what it finds; without script, or on a site without an index, the page is its A to Z.

use super::audiences;
use crate::listed::{Listed, Reach};
use crate::part::layout::{Nav, Page, Runs, put, title};
use crate::part::page_context::PageContext;
use crate::part::site_context::SiteContext;
use crate::part::{a_to_z, urls};
use crate::readers::Readers;
use crate::site::Site;
use fingerpost_model::{Audience, PageName};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// Writes the search pages. Every page that can be found must be there before.
pub fn put_pages(site: &mut Site, site_cx: &SiteContext) {
    let pages = site.pages.clone();
    put_page(site, site_cx, &pages, None);
    for audience in Audience::ALL.into_iter().filter(|audience| pages.iter().any(|page| page.reach == Reach::Only(*audience))) {
        put_page(site, site_cx, &pages, Some(audience));
    }
}

/// The audiences that have a search page of their own, which is known before any page is written: those with a page, or a course, that nobody else
/// finds.
pub fn readers(site_cx: &SiteContext, readers: Readers) -> impl Iterator<Item = Audience> {
    let taking: BTreeSet<Audience> = readers.courses().flat_map(|(_, audiences)| audiences).copied().collect();
    let finds_more = move |audience: &Audience| {
        taking.contains(audience)
            || Audience::WITH_A_PAGE.contains(audience) && audiences::shows_more(readers, site_cx.shared, *audience)
    };
    // Of a handbook everybody finds everything.
    Audience::ALL.into_iter().filter(move |_| !site_cx.view.is_handbook()).filter(finds_more)
}

fn put_page(site: &mut Site, site_cx: &SiteContext, pages: &[Listed], reader: Option<Audience>) {
    let own: Vec<&Listed> = pages.iter().filter(|page| reader.is_some_and(|reader| page.reach == Reach::Only(reader))).collect();
    let path = reader.map_or_else(|| urls::SEARCH.to_owned(), urls::search_for);
    let cx = PageContext::new(site_cx, &path);
    let words = site_cx.search_title();
    let has_search = site_cx.shared.has_search;
    let body = html! {
        (title(words))
        @if has_search { (also_in(&cx, &own)) (form(&cx, reader)) (nothing_found(&cx)) }
        (a_to_z::show(&cx, pages, reader))
    };
    let runs = if has_search { Runs::Search } else { Runs::Nothing };
    let page = Page { runs, reach: Reach::Nobody, search: reader, ..Page::new(words, Nav::Search, body) };
    put(site, &cx, page);
}

/// The pages in which this search looks besides those that everybody finds.
fn also_in(cx: &PageContext, own: &[&Listed]) -> Markup {
    let site_cx = cx.site;
    html! {
        @if let [page] = own {
            p { (site_cx.text("search_also")) " " a href=(cx.here.to(&page.path)) { (page.title) } }
        } @else if !own.is_empty() {
            p { (site_cx.text("search_also_many")) }
            ul.more { @for page in own { li { a href=(cx.here.to(&page.path)) { (page.title) } } } }
        }
    }
}

/// The form with what it finds beneath it. Hidden until its script has come.
fn form(cx: &PageContext, reader: Option<Audience>) -> Markup {
    let site_cx = cx.site;
    html! {
        // What the script says and where it looks: it holds no words and no addresses of its own.
        form.search role="search" hidden
            data-engine=(cx.here.to(urls::SEARCH_ENGINE)) data-index=(indexes(cx, reader)) data-same=(site_cx.text("search_same")) data-small=(site_cx.text("search_small_words"))
            data-working=(site_cx.text("search_working")) data-one=(site_cx.text("search_one")) data-many=(site_cx.text("search_many"))
            data-some-one=(site_cx.text("search_some_one")) data-some-many=(site_cx.text("search_some_many"))
            data-none=(site_cx.text("search_none")) data-failed=(site_cx.text("search_failed")) data-refused=(site_cx.text("search_refused")) {
            label for="q" { (site_cx.text("search_label")) }
            p #q-about { (site_cx.text("search_about")) }
            div.row {
                input #q type="search" name="q" aria-describedby="q-about" autocomplete="off" enterkeyhint="search";
                button { (site_cx.text("search_button")) }
            }
            p.count role="status" aria-atomic="true" {}
            ol.results role="list" {}
            button.more-results type="button" hidden { (site_cx.text("search_more")) }
        }
    }
}

/// The folders of the indexes that a reader searches: everybody's, and their own.
fn indexes(cx: &PageContext, reader: Option<Audience>) -> String {
    let readers = std::iter::once(None).chain(reader.map(Some));
    readers.map(|reader| cx.here.to(&urls::search_folder(reader))).collect::<Vec<_>>().join(" ")
}

/// What to do when nothing is found.
fn nothing_found(cx: &PageContext) -> Markup {
    let site_cx = cx.site;
    html! {
        div.nothing-found hidden {
            p { (site_cx.text("search_none_try")) }
            ul.more {
                li { a href="#a-to-z" { (site_cx.text("a_to_z")) } }
                li { a href=(cx.here.to(urls::fixed(PageName::GetHelp))) { (site_cx.text("worry")) } }
                @if !site_cx.view.is_handbook() { li { a href=(cx.here.to(urls::fixed(PageName::Contacts))) { (site_cx.text("nav_contacts")) } } }
            }
        }
    }
}
