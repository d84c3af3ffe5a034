//! The model to pages.
//!
//! [`render`] makes one [`book::Book`] a reader: what this reader may see, with what all share. Every page is written on a
//! [`desk::Desk`], which knows where the page stands, and gets what all pages have in common from [`layout`]:
//!
//! 1. [`fixed`], [`contacts`], [`glossary`]: the pages around the policy.
//! 2. [`policy`]: its contents, its sections, and all of it on one page.
//! 3. [`changes`], [`registers`] and [`calendar`]: what it changed, what it refers to, and when it is reviewed.
//! 4. [`audiences`]: what it means for each audience, with its [`duties`].
//! 5. [`lessons`] and [`lesson_text`]: the lessons, with the module and as text; [`for_the_adult`] and [`worksheets`]: what lies beside each;
//!    [`own_pages`]: the learner's own pages.
//! 6. [`agreements`]: what is promised; like worksheets, on a [`sheet`].
//! 7. [`quizzes`] and [`inductions`]: what is asked of parents and of staff, with its [`questions`].
//! 8. [`handbook`]: the pages of a handbook, whose examples are seen as they look; [`answered`]: and as they look once somebody has answered.
//! 9. [`finder`] and [`a_to_z`]: how a page is found.
//! 10. [`extras`]: what is not a page; [`host`]: what a web host reads.
//! 11. [`offline`]: what a device keeps when somebody asks for it.
//!
//! What is translated is written once more by the same rooms, from a book in its language; [`language`] knows which pages there are
//! in which language, and [`languages`] says it on each.
//!
//! Authors' words become HTML in [`prose`] and nowhere else, escaped by type. All pages are of what everybody may see, but for
//! those of [`audiences`].

mod a_to_z;
mod agreements;
mod anchors;
mod answered;
mod approval;
mod assets;
mod audiences;
mod book;
mod calendar;
mod carried;
mod changes;
mod contacts;
mod dates;
mod desk;
mod duties;
mod duty;
mod extras;
mod finder;
mod fixed;
mod for_the_adult;
mod glossary;
mod handbook;
mod hash;
mod help;
mod here;
mod host;
mod icon;
mod inductions;
mod language;
mod languages;
mod layout;
mod lesson_symbols;
mod lesson_text;
mod lessons;
mod listed;
mod look;
mod offline;
mod own_pages;
mod policy;
mod prose;
mod put_assets;
mod questions;
mod quizzes;
mod registers;
mod restricted;
mod rests;
mod section;
mod shapes;
mod sheet;
mod site;
mod ssr;
mod symbols;
mod tables;
mod terms;
mod urls;
pub mod view;
mod worksheets;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod sample_carried;
#[cfg(test)]
mod sample_handbook;
#[cfg(test)]
mod sample_pieces;
#[cfg(test)]
mod sample_questions;
#[cfg(test)]
mod tests;

use book::{Book, Shared};
pub use carried::{Carried, PlayerFiles};
use fingerpost_model::{Setting, Translation};
use language::Languages;
pub use listed::{Listed, Reach};
pub use site::Site;
use std::collections::BTreeSet;
pub use urls::{RELOAD, SEARCH_FOLDER, WORKER, search_folder};
use view::View;

/// How a site is rendered.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where the site will stand, ending in `/`; instead of the one in setting.toml.
    pub base_url: Option<String>,
    /// For `serve`: the page reloads when the content changes.
    pub live_reload: bool,
}

/// Renders every file of the site, of what the setting says and what the program carries.
pub fn render(setting: &Setting, carried: &Carried, options: &Options) -> Site {
    let mut site = Site::default();
    let public = if setting.is_handbook() { View::of_handbook(setting) } else { View::public(setting) };
    let base_url = options.base_url.as_deref().or(setting.base_url.as_deref());
    // A site that is being served while it is written stands at the root of its host, wherever it will stand one day.
    let base_path = if options.live_reload { Some("/") } else { base_url.map(urls::path_of) };
    let shared = Shared {
        carried: *carried,
        assets: put_assets::put(&mut site, setting, carried),
        public: anchors::Anchors::of(&public),
        clauses_of_original: BTreeSet::new(),
        terms: terms::Terms::of(&public.glossary),
        languages: Languages::of(setting),
        base_url: base_url.map(str::to_owned),
        base_path: base_path.map(str::to_owned),
        live_reload: options.live_reload,
    };
    let book = Book { view: public, original: None, shared: &shared };
    put_pages(&mut site, &book, setting, None);
    fixed::put_not_found(&mut site, &book);
    quizzes::put_pages(&mut site, &book);
    inductions::put_pages(&mut site, setting, &shared);
    registers::put_laws(&mut site, &book);
    registers::put_policies(&mut site, &book);
    changes::put_page(&mut site, &book);
    if !setting.is_handbook() {
        calendar::put(&mut site, &book, base_url);
    }
    finder::put_pages(&mut site, &book);
    for (number, translation) in setting.translations.iter().enumerate() {
        put_translation(&mut site, &book, setting, translation, shared.languages.from(number));
    }
    extras::put(&mut site, &book, base_url);
    host::put(&mut site, setting, base_url, options.live_reload);
    // While a site is being written its pages are always the newest: nobody is offered to keep them.
    if !options.live_reload {
        offline::put(&mut site, carried.offline_script);
    }
    site
}

/// The pages in one language.
fn put_pages(site: &mut Site, book: &Book, setting: &Setting, original: Option<&Setting>) {
    fixed::put_get_help(site, book);
    fixed::put_privacy(site, book);
    lessons::put_pages(site, book);
    agreements::put_pages(site, book);
    own_pages::put_pages(site, book, &setting.inductions);
    policy::put_sections(site, book);
    // A page that would be empty is not written; every other setting explains some words.
    if !(setting.is_handbook() && setting.glossary.is_empty()) {
        glossary::put_page(site, book);
    }
    if setting.is_handbook() {
        return handbook::put_pages(site, book);
    }
    fixed::put_home(site, book);
    fixed::put_accessibility(site, book);
    contacts::put_page(site, book);
    policy::put_wholes(site, book);
    audiences::put_pages(site, setting, original, book.shared);
}

/// The pages of a translation, in a folder of its own.
fn put_translation(site: &mut Site, of: &Book, original: &Setting, translation: &Translation, languages: Languages) {
    let public = View::public(&translation.setting);
    let shared = Shared {
        carried: of.shared.carried,
        assets: of.shared.assets.clone(),
        public: anchors::Anchors::of(&public),
        clauses_of_original: of.shared.public.clauses.keys().cloned().collect(),
        terms: terms::Terms::of(&public.glossary),
        languages,
        base_url: of.shared.base_url.clone(),
        base_path: of.shared.base_path.clone(),
        live_reload: of.shared.live_reload,
    };
    let book = Book { view: public, original: Some(of.view.clone()), shared: &shared };
    put_pages(site, &book, &translation.setting, Some(original));
}
