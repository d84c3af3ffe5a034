//! The words that are explained.

use crate::part::language::LangAttrs;
use crate::part::layout::{Nav, Page, put, title};
use crate::part::page_context::PageContext;
use crate::part::site_context::SiteContext;
use crate::part::terms::listed;
use crate::part::urls;
use crate::site::Site;
use fingerpost_model::Term;
use maud::html;

/// Writes the page of the words that are explained.
pub fn put_page(site: &mut Site, site_cx: &SiteContext) {
    let cx = PageContext::new(site_cx, urls::GLOSSARY);
    let words = site_cx.text("glossary_title");
    let body = html! {
        (title(words))
        p.lead { (site_cx.text("glossary_about")) }
        dl.glossary {
            @for term in site_cx.view.glossary() {
                @let attrs = lang_attrs_of(site_cx, term);
                // The search leads to the term itself, under its name.
                div id=(term.id) lang=[attrs.lang] dir=[attrs.dir] data-pagefind-title=(listed(term)) {
                    dt { (listed(term)) }
                    dd { (cx.item_words(&term.meaning, "")) }
                }
            }
        }
    };
    put(site, &cx, Page::new(words, Nav::Elsewhere, body));
}

/// How a term is marked: one that is not translated is the original's.
fn lang_attrs_of<'b>(site_cx: &'b SiteContext, term: &Term) -> LangAttrs<'b> {
    let is_originals = site_cx.original.as_ref().is_some_and(|original| original.glossary().contains(term));
    if is_originals { site_cx.shared.languages.original_attrs() } else { LangAttrs::default() }
}
