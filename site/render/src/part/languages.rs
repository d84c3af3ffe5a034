//! What a page says of its languages: which others it is in, and that it may be older than its original.

use super::desk::Desk;
use maud::{Markup, html};

/// The links to the same page in other languages, each in its own words.
pub fn choice(desk: &Desk) -> Markup {
    let languages = &desk.book.shared.languages;
    let with = languages.with(&desk.here.path);
    let here = languages.here();
    html! {
        @if !with.is_empty() {
            nav.languages aria-labelledby="languages" {
                span #languages { (desk.book.w("languages")) }
                ul role="list" {
                    @for edition in with.into_iter().filter(|edition| edition.tag != here.tag) {
                        @let dir = edition.direction().unwrap_or("ltr");
                        li {
                            a href=(desk.here.to_file(&edition.path(&desk.here.path))) lang=(edition.tag) hreflang=(edition.tag)
                                dir=[(edition.direction() != here.direction()).then_some(dir)] { (edition.name) }
                        }
                    }
                }
            }
        }
    }
}

/// The same for programs, where the site's address is known: they want whole addresses.
pub fn alternates(desk: &Desk) -> Markup {
    let shared = desk.book.shared;
    html! {
        @if let Some(base) = &shared.base_url {
            @for edition in shared.languages.with(&desk.here.path) {
                link rel="alternate" hreflang=(edition.tag) href={ (base) (edition.path(&desk.here.path)) };
            }
        }
    }
}

/// The note that a translation may be older than its original, with the way there.
pub fn older(desk: &Desk) -> Markup {
    let languages = &desk.book.shared.languages;
    html! {
        @if languages.is_older(&desk.here.path) {
            p.note {
                (desk.book.w("translation_older")) " "
                a href=(desk.here.to_file(&desk.here.path)) hreflang=(languages.original().tag) { (desk.book.w("translation_original")) }
            }
        }
    }
}
