//! The words that are explained.

use crate::part::book::Book;
use crate::part::desk::Desk;
use crate::part::language::Tongue;
use crate::part::layout::{Nav, Page, put, title};
use crate::part::terms::listed;
use crate::part::urls;
use crate::site::Site;
use fingerpost_model::Term;
use maud::html;

/// Writes the page.
pub fn put_page(site: &mut Site, book: &Book) {
    let desk = Desk::new(book, urls::GLOSSARY);
    let words = book.w("glossary_title");
    let body = html! {
        (title(words))
        p.lead { (book.w("glossary_about")) }
        dl.glossary {
            @for term in book.view.glossary() {
                @let tongue = tongue_of(book, term);
                // The search leads to the term itself, under its name.
                div id=(term.id) lang=[tongue.lang] dir=[tongue.dir] data-pagefind-title=(listed(term)) {
                    dt { (listed(term)) }
                    dd { (desk.item_words(&term.meaning, "")) }
                }
            }
        }
    };
    put(site, &desk, Page::new(words, Nav::Elsewhere, body));
}

/// How a term is marked: one that is not translated is the original's.
fn tongue_of<'b>(book: &'b Book, term: &Term) -> Tongue<'b> {
    let is_originals = book.original.as_ref().is_some_and(|original| original.glossary().contains(term));
    if is_originals { book.shared.languages.originals() } else { Tongue::default() }
}
