//! The model to pages.
//!
//! [`render`] makes one [`part::site_context::SiteContext`] for each reader: what this reader may see (a [`view::View`], which
//! [`readers`] hands out), with what all share. Each folder knows only those before it:
//!
//! 1. [`mod@part`]: what pages share. Every page is written with a [`part::page_context::PageContext`], which knows where the page
//!    stands, and gets what all pages have in common from [`part::layout`]. Authors' words become HTML in [`part::prose`] and nowhere
//!    else, escaped by type.
//! 2. [`page`]: the pages, one file a kind of page.
//! 3. [`output`]: the files that are not pages.
//!
//! Beneath them stand [`mod@site`] and [`listed`] (what is made), [`carried`] (what the program brings) and [`ssr`] (the player's screens).
//!
//! What is translated is written once more by the same rooms, from a context in its language; [`part::language`] knows which pages there are
//! in which language, and [`part::languages`] says it on each. All pages are of what everybody may see, but for those of
//! [`page::audiences`] and [`page::inductions`].

mod carried;
mod listed;
mod output;
mod page;
mod part;
mod readers;
mod site;
mod ssr;
mod view;

#[cfg(test)]
mod tests;

pub use carried::{Carried, PlayerFiles};
use fingerpost_model::Setting;
pub use listed::{Listed, Reach};
use output::{assets, calendar, host, manifest, site_map, worker};
use page::{
    agreements, audiences, changes, contacts, finder, fixed, glossary, handbook, inductions, lessons, own_pages, policy, quizzes,
    references,
};
use part::language::Languages;
use part::site_context::{Shared, SiteContext};
pub use part::urls::{RELOAD, SEARCH_FOLDER, WORKER, search_folder};
use part::{anchors, terms, urls};
use readers::Readers;
pub use site::Site;
use std::collections::BTreeSet;

/// How a site is rendered. Made with [`Options::default`], and with what is wanted otherwise.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// Where the site will stand, ending in `/`; instead of the one in setting.toml.
    pub base_url: Option<String>,
    /// For `serve`: the page reloads when the content changes.
    pub live_reload: bool,
}

impl Options {
    /// These options with an address at which the site will stand, ending in `/`; with none it is that of setting.toml.
    pub fn with_base_url(self, base_url: impl Into<Option<String>>) -> Options {
        Options { base_url: base_url.into(), ..self }
    }

    /// These options with pages that reload when the content changes, or without.
    pub fn with_live_reload(self, live_reload: bool) -> Options {
        Options { live_reload, ..self }
    }
}

/// Renders every file of a site, of what the setting says and what the program carries, and waits for nothing but the player's screens. Natively
/// these want a tokio `LocalSet` around them: [`render_blocking`] brings one.
pub async fn render(setting: &Setting, carried: &Carried, options: &Options) -> Site {
    let mut site = Site::default();
    let readers = Readers::of(setting);
    let public = readers.everybody();
    let base_url = options.base_url.as_deref().or(setting.base_url.as_deref());
    // A site that is being served while it is written stands at the root of its host, wherever it will stand one day.
    let base_path = if options.live_reload { Some("/") } else { base_url.map(urls::path_of) };
    let shared = Shared {
        symbols: carried.symbols,
        assets: assets::put(&mut site, &public, carried),
        public: anchors::Anchors::of(&public),
        clauses_of_original: BTreeSet::new(),
        terms: terms::Terms::of(public.glossary()),
        languages: Languages::of(readers, &public),
        base_url: base_url.map(str::to_owned),
        base_path: base_path.map(str::to_owned),
        live_reload: options.live_reload,
    };
    let site_cx = SiteContext { view: public, original: None, shared: &shared };
    put_pages(&mut site, &site_cx, readers, None).await;
    fixed::put_not_found(&mut site, &site_cx);
    quizzes::put_pages(&mut site, &site_cx).await;
    inductions::put_pages(&mut site, readers, &shared).await;
    references::put_laws(&mut site, &site_cx);
    references::put_policies(&mut site, &site_cx);
    changes::put_page(&mut site, &site_cx);
    if !site_cx.view.is_handbook() {
        calendar::put(&mut site, &site_cx);
    }
    finder::put_pages(&mut site, &site_cx);
    for (number, translated) in readers.translations().enumerate() {
        put_translation(&mut site, &site_cx, readers, translated.readers, shared.languages.from(number)).await;
    }
    manifest::put(&mut site, &site_cx);
    if let Some(base_url) = base_url {
        site_map::put(&mut site, base_url);
    }
    host::put(&mut site, &site_cx.view, base_url, options.live_reload);
    // While a site is being written its pages are always the newest: nobody is offered to keep them.
    if !options.live_reload {
        worker::put(&mut site, carried.offline_script);
    }
    site
}

/// Renders every file of a site on this thread, and returns when it is whole.
///
/// ```
/// use fingerpost_load::{Carried as Known, Options as Loading, load, read};
/// use fingerpost_render::{Carried, Options, render_blocking};
///
/// let sources = read("../../tests/cases/sites/small/content".as_ref()).expect("the folder can be read");
/// let setting = load(&sources, Known { symbols: &[], words: &[] }, Loading::default()).setting.expect("setting.toml is TOML");
/// // Scripts, style sheets and symbols come as data: here there are none.
/// let site = render_blocking(&setting, &Carried::default(), &Options::default().with_base_url("https://example.org/safety/".to_owned()));
/// assert!(site.files["index.html"].starts_with(b"<!DOCTYPE html>"));
/// assert!(site.files.contains_key("sitemap.xml"));
/// ```
///
/// # Panics
///
/// When the machine cannot give a thread its timer: then nothing else works either.
#[cfg(not(target_arch = "wasm32"))]
pub fn render_blocking(setting: &Setting, carried: &Carried, options: &Options) -> Site {
    let runtime =
        tokio::runtime::Builder::new_current_thread().build().expect("a runtime on this thread needs no system resource");
    tokio::task::LocalSet::new().block_on(&runtime, render(setting, carried, options))
}

/// The pages in one language.
async fn put_pages(site: &mut Site, site_cx: &SiteContext<'_>, readers: Readers<'_>, original: Option<Readers<'_>>) {
    fixed::put_get_help(site, site_cx);
    fixed::put_privacy(site, site_cx);
    lessons::put_pages(site, site_cx).await;
    agreements::put_pages(site, site_cx);
    own_pages::put_pages(site, site_cx, readers).await;
    policy::put_sections(site, site_cx);
    // A page that would be empty is not written; every other setting explains some words.
    if !(site_cx.view.is_handbook() && site_cx.view.glossary().is_empty()) {
        glossary::put_page(site, site_cx);
    }
    if site_cx.view.is_handbook() {
        return handbook::put_pages(site, site_cx).await;
    }
    fixed::put_home(site, site_cx);
    fixed::put_accessibility(site, site_cx);
    contacts::put_page(site, site_cx);
    policy::put_wholes(site, site_cx);
    audiences::put_pages(site, readers, original, site_cx.shared);
}

/// The pages of a translation, in a folder of its own.
async fn put_translation(
    site: &mut Site,
    of: &SiteContext<'_>,
    original: Readers<'_>,
    readers: Readers<'_>,
    languages: Languages,
) {
    let public = readers.everybody();
    let shared = Shared {
        symbols: of.shared.symbols,
        assets: of.shared.assets.clone(),
        public: anchors::Anchors::of(&public),
        clauses_of_original: of.shared.public.clauses.keys().cloned().collect(),
        terms: terms::Terms::of(public.glossary()),
        languages,
        base_url: of.shared.base_url.clone(),
        base_path: of.shared.base_path.clone(),
        live_reload: of.shared.live_reload,
    };
    let site_cx = SiteContext { view: public, original: Some(of.view.clone()), shared: &shared };
    put_pages(site, &site_cx, readers, Some(original)).await;
}
