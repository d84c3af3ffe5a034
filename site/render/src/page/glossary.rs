//! The words that are explained.

use crate::part::book::Book;
use crate::part::desk::Desk;
use crate::part::language::LangAttrs;
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
                @let attrs = lang_attrs_of(book, term);
                // The search leads to the term itself, under its name.
                div id=(term.id) lang=[attrs.lang] dir=[attrs.dir] data-pagefind-title=(listed(term)) {
                    dt { (listed(term)) }
                    dd { (desk.item_words(&term.meaning, "")) }
                }
            }
        }
    };
    put(site, &desk, Page::new(words, Nav::Elsewhere, body));
}

/// How a term is marked: one that is not translated is the original's.
fn lang_attrs_of<'b>(book: &'b Book, term: &Term) -> LangAttrs<'b> {
    let is_originals = book.original.as_ref().is_some_and(|original| original.glossary().contains(term));
    if is_originals { book.shared.languages.original_attrs() } else { LangAttrs::default() }
}
