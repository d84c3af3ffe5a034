//! The model to pages.
//!
//! [`render`] makes one [`part::site_context::SiteContext`] for each reader: what this reader may see (a [`view::View`] with its lists, [`seen`], which
//! [`readers`] hands out), with what all share. Each folder knows only those before it:
//!
//! 1. [`mod@part`]: what pages share. Every page is written with a [`part::page_context::PageContext`], which knows where the page
//!    stands, and gets what all pages have in common from [`part::layout`]. Authors' words become HTML in [`part::prose`] and nowhere
//!    else, escaped by type.
//! 2. [`page`]: the pages, one file a kind of page.
//! 3. [`output`]: the files that are not pages.
//!
//! [`pieces`] puts the pages in a list whose entries are written in any order and on any number of threads.
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
mod pieces;
mod readers;
mod seen;
mod site;
mod ssr;
mod view;

#[cfg(test)]
mod tests;

pub use carried::{Carried, PlayerFiles};
use fingerpost_model::Setting;
pub use listed::{Listed, Reach};
use output::{assets, calendar, host, manifest, site_map, worker};
use page::finder;
use part::language::Languages;
use part::site_context::{Shared, SiteContext};
pub use part::urls::{RELOAD, SEARCH_FOLDER, WORKER, search_folder};
use part::{anchors, terms, urls};
use pieces::Piece;
use readers::Readers;
pub use site::Site;
use std::collections::BTreeSet;
use view::View;

/// How a site is rendered. Made with [`Options::default`], and with what is wanted otherwise.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// Where the site will stand, ending in `/`; instead of the one in setting.toml.
    pub base_url: Option<String>,
    /// For `serve`: the page reloads when the content changes.
    pub live_reload: bool,
    /// Nothing is searched on the site: the page that searches has the A to Z alone.
    pub without_search: bool,
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

    /// These options with a site on which nothing is searched, or with one that has an index.
    pub fn without_search(self, without_search: bool) -> Options {
        Options { without_search, ..self }
    }
}

/// Renders every file of a site, of what the setting says and what the program carries, and waits for nothing but the player's screens. Natively
/// these want a tokio `LocalSet` around them: [`render_blocking`] brings one, and uses all processors.
pub async fn render(setting: &Setting, carried: &Carried, options: &Options) -> Site {
    rendered(setting, carried, options, async |pieces: Vec<Piece<'_>>| {
        let mut sites = Vec::with_capacity(pieces.len());
        for piece in pieces {
            sites.push(piece.write().await);
        }
        sites
    })
    .await
}

/// Renders every file of a site on as many threads as rayon has here, and returns when it is whole. What comes is the same on any number of them.
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
    use rayon::prelude::*;
    use std::task::{Context, Poll, Waker};

    fn blocking<T>(writing: impl Future<Output = T>) -> T {
        let runtime =
            tokio::runtime::Builder::new_current_thread().build().expect("a runtime on this thread needs no system resource");
        tokio::task::LocalSet::new().block_on(&runtime, writing)
    }
    let on_all_threads = async |pieces: Vec<Piece<'_>>| {
        // Those of whole policies come late in the list and are the longest: they are begun first,
        // and each may go to a thread of its own.
        let mut sites: Vec<Site> = pieces.into_par_iter().with_max_len(1).rev().map(|piece| blocking(piece.write())).collect();
        sites.reverse();
        sites
    };
    // Nothing in it waits but for the pieces, and these are whole when they come from the threads.
    let mut rendered = std::pin::pin!(rendered(setting, carried, options, on_all_threads));
    match rendered.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(site) => site,
        Poll::Pending => unreachable!("nothing in it waits"),
    }
}

/// Renders a site, whose pieces are written by `write`.
async fn rendered(
    setting: &Setting,
    carried: &Carried,
    options: &Options,
    write: impl for<'p> AsyncFnOnce(Vec<Piece<'p>>) -> Vec<Site>,
) -> Site {
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
        has_search: !options.without_search,
    };
    let site_cx = SiteContext { view: public.clone(), original: None, shared: &shared };
    let translations: Vec<(Readers, View)> = readers.translations().map(|of| (of.readers, of.readers.everybody())).collect();
    let shared_by_them: Vec<Shared> =
        translations.iter().enumerate().map(|(number, (_, public))| translated(&shared, number, public)).collect();
    let translated: Vec<(Readers, SiteContext)> = translations
        .iter()
        .zip(&shared_by_them)
        .map(|((readers, public), shared)| {
            (*readers, SiteContext { view: public.clone(), original: Some(site_cx.view.clone()), shared })
        })
        .collect();
    let mut pieces = pieces::in_language(&site_cx, readers, None);
    pieces.extend(pieces::of_original(&site_cx, readers, &shared));
    for (translated, translated_cx) in &translated {
        pieces.extend(pieces::in_language(translated_cx, *translated, Some(readers)));
    }
    for piece in write(pieces).await {
        site.add(piece);
    }
    if !site_cx.view.is_handbook() {
        calendar::put(&mut site, &site_cx);
    }
    finder::put_pages(&mut site, &site_cx);
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

/// What the pages of a translation share, which stand in a folder of its own.
fn translated<'a>(of: &Shared<'a>, number: usize, public: &'a View) -> Shared<'a> {
    Shared {
        symbols: of.symbols,
        assets: of.assets.clone(),
        public: anchors::Anchors::of(public),
        clauses_of_original: of.public.clauses.keys().copied().collect(),
        terms: terms::Terms::of(public.glossary()),
        languages: of.languages.from(number),
        base_url: of.base_url.clone(),
        base_path: of.base_path.clone(),
        live_reload: of.live_reload,
        has_search: of.has_search,
    }
}
