//! The pieces in which a site is written: each makes pages that know nothing of what the others write, so that they can be written in any order, on
//! any number of threads, and one alone when it is asked for. What is put together of them stands in the order of the list, whatever the order in
//! which they were done.

use crate::page::{
    agreements, audiences, changes, contacts, fixed, glossary, handbook, inductions, lessons, own_pages, policy, quizzes,
    references,
};
use crate::part::site_context::{Shared, SiteContext};
use crate::part::urls;
use crate::piece::Piece;
use crate::readers::Readers;
use crate::site::Site;
use fingerpost_model::{Audience, PageName};

/// A list of pieces in one language.
struct Pieces<'a> {
    shared: &'a Shared<'a>,
    all: Vec<Piece<'a>>,
}

impl<'a> Pieces<'a> {
    /// Adds a page by its path in the original, if there is one in this language.
    fn add(&mut self, path: impl Into<String>, put: impl AsyncFnOnce(&mut Site) + Send + 'a) {
        self.all.extend(Piece::of(self.shared.languages.here(), [path.into()], put));
    }

    /// Adds a page whose words an author writes.
    fn add_fixed(&mut self, page: PageName, put: impl AsyncFnOnce(&mut Site) + Send + 'a) {
        self.add(urls::fixed(page), put);
    }
}

/// The pages in one language; a translation comes with its original.
pub fn in_language<'a>(site_cx: &'a SiteContext<'a>, readers: Readers<'a>, original: Option<Readers<'a>>) -> Vec<Piece<'a>> {
    let (view, shared) = (&site_cx.view, site_cx.shared);
    let mut pieces = Pieces { shared, all: Vec::new() };
    pieces.add_fixed(PageName::GetHelp, async move |site| fixed::put_get_help(site, site_cx));
    pieces.add_fixed(PageName::Privacy, async move |site| fixed::put_privacy(site, site_cx));
    pieces.add(urls::LESSONS, async move |site| lessons::put_index(site, site_cx));
    for page in view.lessons().iter() {
        let put = async move |site: &mut Site| lessons::put_pages(site, site_cx, page).await;
        pieces.all.extend(Piece::of(shared.languages.here(), lessons::paths(page), put).map(Piece::with_files));
    }
    for page in view.agreements().iter() {
        pieces.add(urls::agreement(&page.id), async move |site| agreements::put_page(site, site_cx, page));
    }
    if !view.lessons().is_empty() {
        pieces.add(urls::LIKE, async move |site| own_pages::put_like(site, site_cx).await);
        pieces.add(urls::JOURNEY, async move |site| own_pages::put_journey(site, site_cx, readers).await);
    }
    for (index, section) in view.sections().iter().enumerate() {
        pieces.add(urls::section(&section.slug), async move |site| policy::put_section(site, site_cx, index));
    }
    // A page that would be empty is not written; every other setting explains some words.
    if !(view.is_handbook() && view.glossary().is_empty()) {
        pieces.add(urls::GLOSSARY, async move |site| glossary::put_page(site, site_cx));
    }
    if view.is_handbook() {
        for (index, page) in view.handbook().iter().enumerate() {
            let path = urls::handbook(view.handbook(), &page.slug);
            pieces.add(path, async move |site| handbook::put_page(site, site_cx, index).await);
        }
        return pieces.all;
    }
    pieces.add_fixed(PageName::Home, async move |site| fixed::put_home(site, site_cx));
    pieces.add_fixed(PageName::Accessibility, async move |site| fixed::put_accessibility(site, site_cx));
    pieces.add_fixed(PageName::Contacts, async move |site| contacts::put_page(site, site_cx));
    pieces.add(urls::POLICY, async move |site| policy::put_contents(site, site_cx));
    pieces.add(urls::POLICY_ALL, async move |site| policy::put_all(site, site_cx));
    for audience in Audience::WITH_A_PAGE {
        let put = async move |site: &mut Site| audiences::put_page(site, readers, original, shared, audience);
        pieces.add(urls::audience(audience), put);
    }
    pieces.all
}

/// The pages that stand in the original's language alone.
pub fn of_original<'a>(site_cx: &'a SiteContext<'a>, readers: Readers<'a>) -> Vec<Piece<'a>> {
    let (view, shared) = (&site_cx.view, site_cx.shared);
    let mut pieces = Pieces { shared, all: Vec::new() };
    pieces.add_fixed(PageName::NotFound, async move |site| fixed::put_not_found(site, site_cx));
    for page in view.quizzes().iter() {
        pieces.add(urls::quiz(&page.id), async move |site| quizzes::put_page(site, site_cx, page).await);
    }
    for (id, audiences) in readers.courses() {
        let put = async move |site: &mut Site| inductions::put_page(site, readers, shared, id, audiences).await;
        pieces.add(urls::induction(id), put);
    }
    // Those that would be empty are not written.
    if !view.laws().is_empty() {
        pieces.add(urls::LAWS, async move |site| references::put_laws(site, site_cx));
    }
    if !view.policies().is_empty() {
        pieces.add(urls::OTHER_POLICIES, async move |site| references::put_policies(site, site_cx));
    }
    if !view.changes().is_empty() {
        pieces.add(urls::CHANGES, async move |site| changes::put_page(site, site_cx));
    }
    pieces.all
}
