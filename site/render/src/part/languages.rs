//! What a page says of its languages: which others it is in, and that it may be older than its original.

use super::page_context::PageContext;
use maud::{Markup, html};

/// The links to a page in its other languages, each in its own words.
pub fn choice(cx: &PageContext) -> Markup {
    let languages = &cx.site.shared.languages;
    let with = languages.with(&cx.here.path);
    let here = languages.here();
    html! {
        @if !with.is_empty() {
            nav.languages aria-labelledby="languages" {
                span #languages { (cx.site.text("languages")) }
                ul role="list" {
                    @for edition in with.into_iter().filter(|edition| edition.tag != here.tag) {
                        @let dir = edition.direction().unwrap_or("ltr");
                        li {
                            a href=(cx.here.to_file(&edition.path(&cx.here.path))) lang=(edition.tag) hreflang=(edition.tag)
                                dir=[(edition.direction() != here.direction()).then_some(dir)] { (edition.name) }
                        }
                    }
                }
            }
        }
    }
}

/// The languages of a page for search engines, as `<link rel="alternate">`. They want whole addresses, so there are none where the
/// site's address is unknown.
pub fn alternates(cx: &PageContext) -> Markup {
    let shared = cx.site.shared;
    html! {
        @if let Some(base) = &shared.base_url {
            @for edition in shared.languages.with(&cx.here.path) {
                link rel="alternate" hreflang=(edition.tag) href={ (base) (edition.path(&cx.here.path)) };
            }
        }
    }
}

/// The note that a translation may be older than its original, with the way there.
pub fn older(cx: &PageContext) -> Markup {
    let languages = &cx.site.shared.languages;
    html! {
        @if languages.is_older(&cx.here.path) {
            p.note {
                (cx.site.text("translation_older")) " "
                a href=(cx.here.to_file(&cx.here.path)) hreflang=(languages.original().tag) { (cx.site.text("translation_original")) }
            }
        }
    }
}
