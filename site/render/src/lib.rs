//! The model to pages.
//!
//! [`mod@prepared`] makes one [`part::site_context::SiteContext`] for each reader: what this reader may see (a [`view::View`] with its lists, [`seen`], which
//! [`readers`] hands out), with what all share. Each folder knows only those before it:
//!
//! 1. [`mod@part`]: what pages share. Every page is written with a [`part::page_context::PageContext`], which knows where the page
//!    stands, and gets what all pages have in common from [`part::layout`]. Authors' words become HTML in [`part::prose`] and nowhere
//!    else, escaped by type.
//! 2. [`page`]: the pages, one file a kind of page.
//! 3. [`output`]: the files that are not pages.
//!
//! [`pieces`] puts the pages in a list, whose entries ([`piece`]) say which pages they are and are written in any order, on any number of threads, or
//! one by one as somebody asks for them ([`on_demand`]).
//!
//! Beneath them stand [`mod@site`] and [`listed`] (what is made), [`carried`] (what the program brings), [`options`] and [`ssr`] (the player's screens).
//!
//! What is translated is written once more by the same rooms, from a context in its language; [`part::language`] knows which pages there are
//! in which language, and [`part::languages`] says it on each. All pages are of what everybody may see, but for those of
//! [`page::audiences`] and [`page::inductions`].

#[cfg(not(target_arch = "wasm32"))]
mod blocking;
mod carried;
mod listed;
#[cfg(not(target_arch = "wasm32"))]
mod on_demand;
mod options;
mod output;
mod page;
mod part;
mod piece;
mod pieces;
mod prepared;
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
#[cfg(not(target_arch = "wasm32"))]
pub use on_demand::{Found, Pages, render_on_demand};
pub use options::Options;
pub use part::urls::{RELOAD, SEARCH_FOLDER, WORKER, search_folder};
use prepared::{Prepared, prepared};
pub use site::Site;

/// Renders every file of a site, of what the setting says and what the program carries, and waits for nothing but the player's screens. Natively
/// these want a tokio `LocalSet` around them: [`render_blocking`] brings one, and uses all processors.
pub async fn render(setting: &Setting, carried: &Carried, options: &Options) -> Site {
    let write = async |Prepared { mut site, pieces, last }: Prepared<'_>| {
        for piece in pieces {
            site.add(piece.write().await);
        }
        last.put(&mut site);
        site
    };
    prepared(setting, carried, options, write).await
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
    use blocking::{at_once, blocking};
    use rayon::prelude::*;

    let write = |Prepared { mut site, pieces, last }: Prepared<'_>| {
        // Those of whole policies come late in the list and are the longest: they are begun first,
        // and each may go to a thread of its own.
        let written: Vec<Site> = pieces.into_par_iter().with_max_len(1).rev().map(|piece| blocking(piece.write())).collect();
        for part in written.into_iter().rev() {
            site.add(part);
        }
        last.put(&mut site);
        site
    };
    at_once(prepared(setting, carried, options, async move |prepared: Prepared<'_>| write(prepared)))
}
