//! Pages that are written when somebody asks for them, for a site that is looked at while it is written: after each change it is a few pages that
//! are looked at.

use crate::blocking::{at_once, blocking};
use crate::carried::Carried;
use crate::options::Options;
use crate::part::urls;
use crate::piece::Piece;
use crate::prepared::{Last, Prepared, prepared};
use crate::site::Site;
use fingerpost_model::Setting;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The pages of a site, each of which is written when it is first asked for, and kept.
pub struct Pages<'p> {
    /// What has been written.
    site: Site,
    /// What has not.
    pieces: Vec<Option<Piece<'p>>>,
    /// Which of the pieces each page is in.
    places: BTreeMap<String, usize>,
    last: Last<'p>,
}

/// What there is under a path.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<'f> {
    /// This file.
    File(&'f Cow<'static, [u8]>),
    /// A file that is made of all pages, if it is there at all: the whole site has it, which [`crate::render_blocking`] makes.
    OfAll,
    /// Nothing.
    Nothing,
}

impl<'p> Pages<'p> {
    fn of(Prepared { site, pieces, last }: Prepared<'p>) -> Pages<'p> {
        let mut places = BTreeMap::new();
        // In the whole site the last page with a path is the one that stands.
        for (place, piece) in pieces.iter().enumerate() {
            places.extend(piece.paths.iter().map(|path| (path.clone(), place)));
        }
        Pages { site, pieces: pieces.into_iter().map(Some).collect(), places, last }
    }

    /// The file with this path in the output folder, byte for byte as in the whole site; it is written now, unless it was before.
    pub fn find(&mut self, path: &str) -> Found<'_> {
        if !self.site.files.contains_key(path) {
            self.write_what_has(path);
        }
        match self.site.files.get(path) {
            Some(file) => Found::File(file),
            None if self.last.may_have(path) => Found::OfAll,
            None => Found::Nothing,
        }
    }

    /// How many pages the whole site has.
    pub fn count(&self) -> usize {
        self.places.len() + self.last.pages()
    }

    fn write_what_has(&mut self, path: &str) {
        if let Some(place) = self.places.get(path) {
            self.write(*place);
        } else if path.starts_with(urls::ASSETS) {
            // It came with a page, which was mostly asked for before, and else is one of these.
            for place in 0..self.pieces.len() {
                if self.pieces[place].as_ref().is_some_and(|piece| piece.brings_files) {
                    self.write(place);
                    if self.site.files.contains_key(path) {
                        return;
                    }
                }
            }
        }
    }

    fn write(&mut self, place: usize) {
        if let Some(piece) = self.pieces[place].take() {
            self.site.add(blocking(piece.write()));
        }
    }
}

/// Renders the pages of a site one by one, as `with` asks for them, and returns what comes of `with`. They are pages that reload when the content
/// changes, whatever the options say: how large all of them are together, as the pages of a built site tell whoever would keep them, is not known.
///
/// ```
/// use fingerpost_load::{Carried as Known, Options as Loading, load, read};
/// use fingerpost_render::{Carried, Found, Options, render_on_demand};
///
/// let sources = read("../../tests/cases/sites/small/content".as_ref()).expect("the folder can be read");
/// let setting = load(&sources, Known { symbols: &[], words: &[] }, Loading::default()).setting.expect("setting.toml is TOML");
/// render_on_demand(&setting, &Carried::default(), &Options::default(), |pages| {
///     let Found::File(home) = pages.find("index.html") else { panic!("every site has a home page") };
///     assert!(home.starts_with(b"<!DOCTYPE html>"));
///     assert_eq!(pages.find("nowhere.html"), Found::Nothing);
/// });
/// ```
///
/// # Panics
///
/// When the machine cannot give a thread its timer: then nothing else works either.
pub fn render_on_demand<R>(setting: &Setting, carried: &Carried, options: &Options, with: impl FnOnce(&mut Pages<'_>) -> R) -> R {
    let options = options.clone().with_live_reload(true);
    at_once(prepared(setting, carried, &options, async move |prepared: Prepared<'_>| with(&mut Pages::of(prepared))))
}

#[cfg(test)]
mod tests {
    use super::{Found, Pages, render_on_demand};
    use crate::tests::carried::{CARRIED, render};
    use crate::tests::{handbook, sample};
    use crate::{Options, Site};
    use fingerpost_load::{Carried, Options as Loading, load, read};
    use fingerpost_model::{Setting, words};
    use std::path::Path;

    /// The settings of the tests, of every kind and with translations.
    fn settings() -> Vec<Setting> {
        let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
        let load = |name| {
            let mut sources = read(&cases.join("sites").join(name).join("content")).expect("the folder can be read");
            let strings = std::fs::read_to_string(cases.join("strings.toml")).expect("the words of the tests");
            sources.files.insert("strings.toml".to_owned(), strings);
            let loaded = load(&sources, Carried { symbols: CARRIED.symbols, words: words::KEYS }, Loading::default());
            loaded.setting.expect("setting.toml is TOML")
        };
        let empty = Setting { lessons: Vec::new(), inductions: Vec::new(), laws: Vec::new(), ..sample::setting() };
        let mut settings = ["handbook", "small", "two-languages"].map(load).to_vec();
        settings.extend([sample::setting(), handbook::setting(), empty]);
        settings
    }

    fn options() -> Options {
        Options::default().with_base_url("https://example.org/safety/".to_owned()).with_live_reload(true)
    }

    fn on_demand<R>(setting: &Setting, with: impl FnOnce(&mut Pages<'_>) -> R) -> R {
        render_on_demand(setting, &CARRIED, &options(), with)
    }

    /// Looks whether a file is found as it is in the whole site, if it is not made of all pages. Returns whether it was.
    fn is_found(whole: &Site, pages: &mut Pages<'_>, path: &str) -> bool {
        match pages.find(path) {
            Found::File(file) => assert!(*file == whole.files[path], "{path} is another"),
            Found::OfAll => return false,
            Found::Nothing => panic!("{path} is not found"),
        }
        true
    }

    #[test]
    fn every_file_is_that_of_the_whole_site_in_whatever_order_they_are_asked_for() {
        for setting in settings() {
            let whole = render(&setting, &options());
            let paths: Vec<&String> = whole.files.keys().collect();
            let of_all = on_demand(&setting, |pages| {
                let is_of_all = |path: &&&String| !is_found(&whole, pages, path);
                paths.iter().filter(is_of_all).map(|path| path.as_str()).collect::<Vec<_>>()
            });
            let expected = paths.iter().filter(|path| path.starts_with("search") || **path == "sitemap.xml");
            assert_eq!(of_all, expected.map(|path| path.as_str()).collect::<Vec<_>>());
            on_demand(&setting, |pages| paths.iter().rev().filter(|path| is_found(&whole, pages, path)).count());
            // Whoever asks for a drawing first finds it too.
            for path in paths.iter().filter(|path| path.starts_with("assets/symbols.")).step_by(7) {
                assert!(on_demand(&setting, |pages| is_found(&whole, pages, path)), "{path}");
            }
        }
    }

    #[test]
    fn pages_are_counted_before_they_are_written() {
        for setting in settings() {
            let pages = render(&setting, &options()).files.into_keys().filter(|path| path.ends_with(".html"));
            assert_eq!(on_demand(&setting, |pages| pages.count()), pages.count(), "{}", setting.name);
        }
    }

    #[test]
    fn a_page_is_written_without_the_others_and_once() {
        let setting = sample::setting();
        on_demand(&setting, |pages| {
            let written = |pages: &Pages<'_>| {
                let pages = pages.site.files.keys().filter(|path| path.ends_with(".html"));
                pages.map(String::as_str).collect::<Vec<_>>().join(" ")
            };
            assert_eq!(written(pages), "");
            for path in ["policy/dsl.html", "index.html", "index.html", "nowhere.html", "assets/nothing.css", "search.html"] {
                let _ = pages.find(path);
            }
            let with_the_lesson = "index.html lessons/tell-someone-adult.html lessons/tell-someone-worksheet.html \
                                   lessons/tell-someone.html policy/dsl.html";
            assert_eq!(written(pages), with_the_lesson, "what lies beside the pages may have come with the lesson");
            for path in ["nowhere.html", "assets/nothing.css"] {
                assert_eq!(pages.find(path), Found::Nothing, "{path}");
            }
        });
    }
}
