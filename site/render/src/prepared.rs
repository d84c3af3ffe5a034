//! What is there before any page is written: the files beside the pages, the contexts of all readers, and the list of the pages.

use crate::carried::Carried;
use crate::options::Options;
use crate::output::{assets, calendar, host, manifest, site_map, worker};
use crate::page::finder;
use crate::part::language::Languages;
use crate::part::site_context::{Shared, SiteContext};
use crate::part::{anchors, terms, urls};
use crate::piece::Piece;
use crate::pieces;
use crate::readers::Readers;
use crate::site::Site;
use crate::view::View;
use fingerpost_model::carried::Asset;
use fingerpost_model::{Audience, Setting};
use std::collections::BTreeSet;

/// A site of which no page is written yet.
pub struct Prepared<'p> {
    /// The files that say nothing of the pages.
    pub site: Site,
    /// The pages that are still to be written, in their order.
    pub pieces: Vec<Piece<'p>>,
    /// What is written when all of them are there.
    pub last: Last<'p>,
}

/// What is made of all pages: the search with the A to Z, the site map, and the worker that keeps pages on a device.
pub struct Last<'p> {
    site_cx: &'p SiteContext<'p>,
    readers: Readers<'p>,
    base_url: Option<&'p str>,
    worker: Option<Asset>,
}

impl Last<'_> {
    /// Puts it into the site, which has every other file.
    pub fn put(&self, site: &mut Site) {
        finder::put_pages(site, self.site_cx);
        if let Some(base_url) = self.base_url {
            site_map::put(site, base_url);
        }
        if let Some(script) = self.worker {
            worker::put(site, script);
        }
    }

    /// Whether a file with this path can be part of it.
    #[cfg_attr(target_arch = "wasm32", expect(dead_code, reason = "pages are written on demand natively only"))]
    pub fn may_have(&self, path: &str) -> bool {
        [urls::SEARCH, urls::SITEMAP, urls::WORKER].contains(&path)
            || Audience::ALL.into_iter().any(|audience| path == urls::search_for(audience))
    }

    /// How many pages are among it.
    #[cfg_attr(target_arch = "wasm32", expect(dead_code, reason = "pages are written on demand natively only"))]
    pub fn pages(&self) -> usize {
        1 + finder::readers(self.site_cx, self.readers).count()
    }
}

/// Prepares a site, and gives it to `with`, on whose end everything is gone again that pages are written with.
pub async fn prepared<R>(
    setting: &Setting,
    carried: &Carried,
    options: &Options,
    with: impl for<'p> AsyncFnOnce(Prepared<'p>) -> R,
) -> R {
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
    pieces.extend(pieces::of_original(&site_cx, readers));
    for (translated, translated_cx) in &translated {
        pieces.extend(pieces::in_language(translated_cx, *translated, Some(readers)));
    }
    if !site_cx.view.is_handbook() {
        calendar::put(&mut site, &site_cx);
    }
    manifest::put(&mut site, &site_cx);
    host::put(&mut site, &site_cx.view, base_url, options.live_reload);
    // While a site is being written its pages are always the newest: nobody is offered to keep them.
    let worker = (!options.live_reload).then_some(carried.offline_script);
    with(Prepared { site, pieces, last: Last { site_cx: &site_cx, readers, base_url, worker } }).await
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
