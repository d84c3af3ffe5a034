//! The search pages: one for everybody, and one for each audience that has a page of its own, over that page too. `assets/search.js`
//! shows the form and what it finds; without script the page is its A to Z.

use crate::listed::{Listed, Reach};
use crate::part::book::Book;
use crate::part::desk::Desk;
use crate::part::layout::{Nav, Page, Runs, put, title};
use crate::part::{a_to_z, urls};
use crate::site::Site;
use fingerpost_model::{Audience, PageName};
use maud::{Markup, html};

/// Writes the search pages. Every page that can be found must be there before.
pub fn put_pages(site: &mut Site, book: &Book) {
    let pages = site.pages.clone();
    put_page(site, book, &pages, None);
    for audience in Audience::ALL.into_iter().filter(|audience| pages.iter().any(|page| page.reach == Reach::Only(*audience))) {
        put_page(site, book, &pages, Some(audience));
    }
}

fn put_page(site: &mut Site, book: &Book, pages: &[Listed], reader: Option<Audience>) {
    let own: Vec<&Listed> = pages.iter().filter(|page| reader.is_some_and(|reader| page.reach == Reach::Only(reader))).collect();
    let path = reader.map_or_else(|| urls::SEARCH.to_owned(), urls::search_for);
    let desk = Desk::new(book, &path);
    let words = book.w("search_title");
    let body = html! {
        (title(words))
        @if let [page] = own.as_slice() {
            p { (book.w("search_also")) " " a href=(desk.here.to(&page.path)) { (page.title) } }
        } @else if !own.is_empty() {
            p { (book.w("search_also_many")) }
            ul.more { @for page in own { li { a href=(desk.here.to(&page.path)) { (page.title) } } } }
        }
        (form(&desk, reader))
        (nothing_found(&desk))
        (a_to_z::show(&desk, pages, reader))
    };
    let page = Page { runs: Runs::Search, reach: Reach::Nobody, search: reader, ..Page::new(words, Nav::Search, body) };
    put(site, &desk, page);
}

/// The form with what it finds beneath it. Hidden until its script has come.
fn form(desk: &Desk, reader: Option<Audience>) -> Markup {
    let book = desk.book;
    html! {
        // What the script says and where it looks: it holds no words and no addresses of its own.
        form.search role="search" hidden
            data-engine=(desk.here.to(urls::SEARCH_ENGINE)) data-index=(desk.here.to(&urls::search_folder(reader))) data-same=(book.w("search_same")) data-small=(book.w("search_small_words"))
            data-working=(book.w("search_working")) data-one=(book.w("search_one")) data-many=(book.w("search_many"))
            data-some-one=(book.w("search_some_one")) data-some-many=(book.w("search_some_many"))
            data-none=(book.w("search_none")) data-failed=(book.w("search_failed")) data-refused=(book.w("search_refused")) {
            label for="q" { (book.w("search_label")) }
            p #q-about { (book.w("search_about")) }
            div.row {
                input #q type="search" name="q" aria-describedby="q-about" autocomplete="off" enterkeyhint="search";
                button { (book.w("search_button")) }
            }
            p.count role="status" aria-atomic="true" {}
            ol.results role="list" {}
            button.more-results type="button" hidden { (book.w("search_more")) }
        }
    }
}

/// What to do when nothing is found.
fn nothing_found(desk: &Desk) -> Markup {
    let book = desk.book;
    html! {
        div.nothing-found hidden {
            p { (book.w("search_none_try")) }
            ul.more {
                li { a href="#a-to-z" { (book.w("a_to_z")) } }
                li { a href=(desk.here.to(urls::fixed(PageName::GetHelp))) { (book.w("worry")) } }
                @if !book.view.is_handbook() { li { a href=(desk.here.to(urls::fixed(PageName::Contacts))) { (book.w("nav_contacts")) } } }
            }
        }
    }
}
