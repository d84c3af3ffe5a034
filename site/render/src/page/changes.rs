//! What has changed: each version of the policy with its day, what is new, for whom, and which clauses say so. Without changes there is no
//! such page.

use crate::part::book::Book;
use crate::part::desk::Desk;
use crate::part::layout::{Nav, Page, put, title};
use crate::part::{dates, urls};
use crate::site::Site;
use fingerpost_model::Change;
use maud::{Markup, html};

/// Writes the page.
pub fn put_page(site: &mut Site, book: &Book) {
    let changes = book.view.changes();
    if changes.is_empty() {
        return;
    }
    let desk = Desk::new(book, urls::CHANGES).with_terms();
    let words = book.w("changes_title");
    let body = html! {
        (title(words))
        p.lead { (book.w("changes_about")) }
        @for version in changes.chunk_by(|one, next| (&one.version, one.on) == (&next.version, next.on)) {
            section {
                h2 { (book.fill("changes_version", &[("version", &version[0].version)])) " " small { (dates::time(book, version[0].on)) } }
                ul { @for change in version { li { (change_words(&desk, change)) } } }
            }
        }
        p.policy-ways { a href=(desk.here.to(urls::POLICY)) { (book.view.policy().title) } }
    };
    put(site, &desk, Page::new(words, Nav::Policy, body));
}

fn change_words(desk: &Desk, change: &Change) -> Markup {
    let book = desk.book;
    let who: Vec<String> = change.audiences.iter().map(|audience| format!("audience_{}", audience.id())).collect();
    let who: Vec<&str> = who.iter().map(|key| book.w(key)).collect();
    html! {
        (desk.text(&change.what, true))
        @for (id, _) in &change.clauses {
            // The loader has complained of a clause that is not there.
            @if let Some(clause) = book.shared.public.clauses.get(id) {
                @let name = book.fill("clause_in_policy", &[("ref", &clause.reference)]);
                @let page = desk.here.to(&urls::section(&clause.slug));
                "\u{a0}" a.ref href={ (page) "#" (id) } aria-label=(name) { (clause.reference) }
            }
        }
        @if !who.is_empty() { " " small.who { (book.fill("changes_for", &[("who", &who.join(", "))])) } }
    }
}
