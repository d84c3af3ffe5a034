//! The pieces in which a site is written: each makes pages that know nothing of what the others write, so that they can be written in any order, and
//! on any number of threads. What is put together of them stands in the order of the list, whatever the order in which they were done.

use crate::page::{
    agreements, audiences, changes, contacts, fixed, glossary, handbook, inductions, lessons, own_pages, policy, quizzes,
    references,
};
use crate::part::site_context::{Shared, SiteContext};
use crate::readers::Readers;
use crate::site::Site;
use fingerpost_model::Audience;
use std::future::Future;
use std::pin::Pin;

/// A part of the site that is being written. It stays on the thread on which it was begun, because the player's screens do.
type Writing<'a> = Pin<Box<dyn Future<Output = Site> + 'a>>;

/// Pages that are still to be written.
pub struct Piece<'a>(Box<dyn FnOnce() -> Writing<'a> + Send + 'a>);

impl<'a> Piece<'a> {
    fn of(put: impl AsyncFnOnce(&mut Site) + Send + 'a) -> Piece<'a> {
        Piece(Box::new(move || {
            Box::pin(async move {
                let mut site = Site::default();
                put(&mut site).await;
                site
            })
        }))
    }

    /// Begins to write it.
    pub fn write(self) -> Writing<'a> {
        (self.0)()
    }
}

/// The pages in one language; a translation comes with its original.
pub fn in_language<'a>(site_cx: &'a SiteContext<'a>, readers: Readers<'a>, original: Option<Readers<'a>>) -> Vec<Piece<'a>> {
    let mut pieces = vec![
        Piece::of(async move |site| fixed::put_get_help(site, site_cx)),
        Piece::of(async move |site| fixed::put_privacy(site, site_cx)),
        Piece::of(async move |site| lessons::put_index(site, site_cx)),
    ];
    for page in site_cx.view.lessons().iter() {
        pieces.push(Piece::of(async move |site| lessons::put_pages(site, site_cx, page).await));
    }
    pieces.push(Piece::of(async move |site| agreements::put_pages(site, site_cx)));
    pieces.push(Piece::of(async move |site| own_pages::put_pages(site, site_cx, readers).await));
    for index in 0..site_cx.view.sections().iter().len() {
        pieces.push(Piece::of(async move |site| policy::put_section(site, site_cx, index)));
    }
    // A page that would be empty is not written; every other setting explains some words.
    if !(site_cx.view.is_handbook() && site_cx.view.glossary().is_empty()) {
        pieces.push(Piece::of(async move |site| glossary::put_page(site, site_cx)));
    }
    if site_cx.view.is_handbook() {
        for index in 0..site_cx.view.handbook().len() {
            pieces.push(Piece::of(async move |site| handbook::put_page(site, site_cx, index).await));
        }
        return pieces;
    }
    pieces.push(Piece::of(async move |site| {
        fixed::put_home(site, site_cx);
        fixed::put_accessibility(site, site_cx);
        contacts::put_page(site, site_cx);
        policy::put_contents(site, site_cx);
    }));
    pieces.push(Piece::of(async move |site| policy::put_all(site, site_cx)));
    for audience in Audience::WITH_A_PAGE {
        pieces.push(Piece::of(async move |site| audiences::put_page(site, readers, original, site_cx.shared, audience)));
    }
    pieces
}

/// The pages that stand in the original's language alone.
pub fn of_original<'a>(site_cx: &'a SiteContext<'a>, readers: Readers<'a>, shared: &'a Shared<'a>) -> Vec<Piece<'a>> {
    let mut pieces = vec![Piece::of(async move |site| fixed::put_not_found(site, site_cx))];
    for page in site_cx.view.quizzes().iter() {
        pieces.push(Piece::of(async move |site| quizzes::put_page(site, site_cx, page).await));
    }
    for (id, audiences) in readers.courses() {
        pieces.push(Piece::of(async move |site| inductions::put_page(site, readers, shared, id, audiences).await));
    }
    pieces.push(Piece::of(async move |site| {
        references::put_laws(site, site_cx);
        references::put_policies(site, site_cx);
        changes::put_page(site, site_cx);
    }));
    pieces
}
