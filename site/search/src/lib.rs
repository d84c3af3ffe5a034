//! The search index: the site's pages to the files that Pagefind's own reader fetches in the browser.
//!
//! 1. [`search_folder`]: each index has a folder of its own. The public one is over the pages that everybody finds; an audience that has
//!    pages of its own gets one over these alone, and `assets/search.js` asks both.
//! 2. `searched`: what Pagefind reads of a page.
//! 3. [`index`] makes the files in memory; [`add`] puts them into the site.
//! 4. `is_needed`: of what Pagefind offers, only what `assets/search.js` asks for is kept.
//! 5. `with_known_endings`: its files get an ending that hosts know.
//!
//! Equal pages give equal files: pages are added in the order of their paths, Pagefind names its files by their content and sorts
//! what it gathers in parallel, and its gzip streams carry no time.

use fingerpost_model::Audience;
use fingerpost_render::{Listed, Reach, Site, search_folder};
use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;
use rayon::prelude::*;
use searched::{not_searched, searched};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::thread;

mod searched;

/// How files of the index end that Pagefind gives endings of its own. A host that knows an ending gives the file out; a strict one, such as
/// Microsoft's, refuses all others.
const KNOWN: &str = ".dat";

/// Pagefind's own endings, as its reader names them too.
const OWN: [&str; 4] = [".pf_meta", ".pf_index", ".pf_fragment", ".pagefind"];

/// The first file of each index.
const ENTRY: &str = "pagefind-entry.json";

/// What reads all indexes.
const READER: &str = "pagefind.js";

/// How the names of the reader's WebAssembly begin.
const WASM: &str = "wasm.";

/// Why there is no search index. What Pagefind says is kept as words, because one error answers every request for the index.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SearchError {
    /// Pagefind could not read a page: its path, and what Pagefind says.
    Page(String, String),
    /// Pagefind could not make the index.
    Index(String),
    /// Pagefind left pages out without a word: how many it was given, and how many it has.
    Incomplete(usize, usize),
    /// Pagefind gave up in the middle. What it said went to standard error.
    Panicked,
}

impl fmt::Display for SearchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the search index could not be made: ")?;
        match self {
            SearchError::Page(path, why) => write!(f, "{path} cannot be read ({why})")?,
            SearchError::Index(why) => write!(f, "{why}")?,
            SearchError::Incomplete(given, found) => write!(f, "of {given} pages only {found} are in it")?,
            SearchError::Panicked => write!(f, "Pagefind stopped in the middle")?,
        }
        write!(f, ". This is a fault of fingerpost, not of your content. Please report it")
    }
}

impl std::error::Error for SearchError {}

/// The files of all indexes of a site, by path in the output folder.
pub fn index(site: &Site) -> Result<BTreeMap<String, Vec<u8>>, SearchError> {
    // Each on a thread of its own: they need not wait for one another, a runtime cannot begin inside another one, and a panic ends there.
    thread::scope(|scope| {
        let begun: Vec<_> = readers(&site.pages)
            .into_iter()
            .map(|reader| (reader, scope.spawn(move || index_of(pages_for(site, reader)))))
            .collect();
        let mut files = BTreeMap::new();
        for (reader, making) in begun {
            let made = making.join().unwrap_or(Err(SearchError::Panicked))?;
            let folder = search_folder(reader);
            // Every index is read by the reader of everybody's and its WebAssembly: one copy is enough.
            let made = made.into_iter().filter(|(name, _)| reader.is_none() || name != READER && !name.starts_with(WASM));
            files.extend(made.map(|(name, bytes)| (format!("{folder}{name}"), bytes)));
        }
        Ok(files)
    })
}

/// Makes the search index of a site and puts it into the site.
pub fn add(site: &mut Site) -> Result<(), SearchError> {
    let files = index(site)?;
    site.files.extend(files.into_iter().map(|(path, bytes)| (path, Cow::Owned(bytes))));
    Ok(())
}

/// Everybody, and the audiences that have a page of their own.
fn readers(pages: &[Listed]) -> Vec<Option<Audience>> {
    let audiences: BTreeSet<Audience> = pages
        .iter()
        .filter_map(|page| match page.reach {
            Reach::Only(audience) => Some(audience),
            Reach::Everyone | Reach::ByName | Reach::Nobody => None,
        })
        .collect();
    std::iter::once(None).chain(audiences.into_iter().map(Some)).collect()
}

/// The pages that a reader's index is over, path and what is searched, in the order of the paths. An audience's has theirs alone: everybody's
/// is asked beside it.
fn pages_for(site: &Site, reader: Option<Audience>) -> Vec<(String, String)> {
    let reach = reader.map_or(Reach::Everyone, Reach::Only);
    let theirs: BTreeSet<&str> = site.pages.iter().filter(|page| page.reach == reach).map(|page| page.path.as_str()).collect();
    let theirs: Vec<(&str, &[u8])> = theirs.into_iter().filter_map(|path| Some((path, site.files.get(path)?.as_ref()))).collect();
    theirs.into_par_iter().map(|(path, bytes)| (path.to_owned(), searched(&String::from_utf8_lossy(bytes)))).collect()
}

/// One index: file name to content.
fn index_of(pages: Vec<(String, String)>) -> Result<BTreeMap<String, Vec<u8>>, SearchError> {
    let failed = |error: &dyn fmt::Display| SearchError::Index(error.to_string());
    let given = pages.len();
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| failed(&error))?;
    runtime.block_on(async {
        let options = PagefindServiceConfig::builder().root_selector("main".to_owned()).exclude_selectors(not_searched()).build();
        let mut index = PagefindIndex::new(Some(options)).map_err(|error| failed(&error))?;
        for (path, html) in pages {
            let added = index.add_html_file(None, Some(path.clone()), html).await;
            added.map_err(|error| SearchError::Page(path, error.to_string()))?;
        }
        let made = index.get_files().await.map_err(|error| failed(&error))?;
        // It holds every word of every page, three times over.
        drop(index);
        let mut files: BTreeMap<String, Vec<u8>> =
            made.into_iter().map(|file| (file.filename.to_string_lossy().replace('\\', "/"), file.contents)).collect();
        let entry = Entry::of(&files);
        files.retain(|name, _| is_needed(name, &entry));
        let found = entry.languages.values().map(|language| language.page_count).sum();
        if found == given { with_known_endings(files) } else { Err(SearchError::Incomplete(given, found)) }
    })
}

/// The first file of an index, which says what else there is.
#[derive(Default, Deserialize)]
struct Entry {
    languages: BTreeMap<String, Language>,
}

/// What there is for a language: its pages, and the WebAssembly that knows its word endings, where Pagefind has one.
#[derive(Deserialize)]
struct Language {
    page_count: usize,
    wasm: Option<String>,
}

impl Entry {
    /// Pagefind drops an index that it could not make and says nothing, so an entry that is missing or empty has no pages.
    fn of(files: &BTreeMap<String, Vec<u8>>) -> Entry {
        files.get(ENTRY).and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default()
    }
}

/// Whether the page asks for a file: the reader, its WebAssembly and the index itself; no interface, highlighter, worker or playground.
fn is_needed(name: &str, entry: &Entry) -> bool {
    match name {
        READER | ENTRY => true,
        "wasm.unknown.pagefind" => entry.languages.values().any(|language| language.wasm.is_none()),
        _ => name.ends_with(".pagefind") || name.contains(".pf_"),
    }
}

/// The files under endings that hosts know, and the reader so that it asks for them.
fn with_known_endings(files: BTreeMap<String, Vec<u8>>) -> Result<BTreeMap<String, Vec<u8>>, SearchError> {
    let renamed = |name: String| match OWN.iter().find_map(|own| name.strip_suffix(own)) {
        Some(stem) => format!("{stem}{KNOWN}"),
        None => name,
    };
    let mut files: BTreeMap<String, Vec<u8>> = files.into_iter().map(|(name, bytes)| (renamed(name), bytes)).collect();
    if let Some(bytes) = files.get_mut(READER) {
        let mut reader = String::from_utf8_lossy(bytes).into_owned();
        for own in OWN {
            let address = format!("{own}`");
            if !reader.contains(&address) {
                return Err(SearchError::Index(format!("its reader asks for no file that ends in {own}")));
            }
            reader = reader.replace(&address, &format!("{KNOWN}`"));
        }
        *bytes = reader.into_bytes();
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::searched::{apart, searched};
    use super::{SearchError, add, index_of, search_folder};
    use fingerpost_model::Audience;
    use fingerpost_render::{Listed, Reach, Site};
    use flate2::read::GzDecoder;
    use std::borrow::Cow;
    use std::io::Read;

    fn site(pages: &[(&str, Reach, &str)]) -> Site {
        let mut site = Site::default();
        for (path, reach, words) in pages {
            let html = format!("<html lang=\"en-GB\"><body><nav>menu</nav><main><h1>A page</h1>{words}</main></body></html>");
            site.files.insert((*path).to_owned(), Cow::Owned(html.into_bytes()));
            site.pages.push(Listed { path: (*path).to_owned(), title: "A page".into(), reach: *reach });
        }
        site
    }

    const PAGES: [(&str, Reach, &str); 4] = [
        (
            "home.html",
            Reach::Everyone,
            "<dl><dt>A term</dt><dd>its meaning</dd></dl><p id=\"x\">Public words. <a class=\"ref\" href=\"#x\">5.2.1</a></p>",
        ),
        ("all.html", Reach::ByName, "<p>Repeated words.</p>"),
        ("for-staff.html", Reach::Only(Audience::Staff), "<p>Secret words.</p>"),
        ("404.html", Reach::Nobody, "<p>Lost words.</p>"),
    ];

    /// Everything in the files of a folder and not of those in it, as it was before it was compressed.
    fn all_words(site: &Site, folder: &str) -> String {
        let own = |path: &str| path.starts_with(folder) && (folder != "search/" || !path.starts_with("search/staff/"));
        let mut all = String::new();
        for (path, bytes) in site.files.iter().filter(|(path, _)| own(path) && path.ends_with(".dat")) {
            let mut plain = Vec::new();
            GzDecoder::new(bytes.as_ref()).read_to_end(&mut plain).unwrap_or_else(|error| panic!("{path}: {error}"));
            all.push_str(&String::from_utf8_lossy(&plain));
        }
        all
    }

    #[test]
    fn each_reader_has_an_index_of_what_they_may_see() {
        let mut site = site(&PAGES);
        add(&mut site).unwrap();
        let (public, staff) = (all_words(&site, &search_folder(None)), all_words(&site, &search_folder(Some(Audience::Staff))));
        assert!(public.contains("A term: its meaning"), "words keep apart");
        assert!(public.contains("Public words") && !staff.contains("Public words"), "everybody's index is asked beside it");
        assert!(staff.contains("Secret words") && staff.contains("secret"));
        for words in ["Secret", "secret", "for-staff", "Repeated", "Lost", "menu", "5.2.1"] {
            assert!(!public.contains(words), "{words}");
        }
        let is_of_content = |path: &str| path.contains("/fragment/") || path.contains("/index/") || path.contains("/pagefind.en");
        let names = site.files.keys().map(String::as_str).filter(|path| path.starts_with("search/"));
        let fixed: Vec<&str> = names.filter(|path| !is_of_content(path)).collect();
        assert_eq!(
            fixed,
            ["search/pagefind-entry.json", "search/pagefind.js", "search/staff/pagefind-entry.json", "search/wasm.en-gb.dat",]
        );
    }

    /// A page with every kind of part that is not searched, beside others of the same kind that are.
    const MIXED: &str = concat!(
        "<!DOCTYPE html><html lang=\"en-GB\"><head><title>Head</title><script src=\"a.js\"></script></head><body><nav><a href=\"b\">Way</a></nav>",
        "<main id=\"main-content\" class=\"who\"><button class=\"aloud\" hidden>Listen</button><h1>A <em>page</em><a class=\"ref\" href=\"#x\">5.2</a></h1>",
        "<article class=\"words\" data-pagefind-meta=\"also:worried scared\">",
        "<dl class=\"facts\"><div><dt>Version</dt><dd>1</dd></div></dl><dl><dt>Term</dt><dd>Meaning &amp; more</dd></dl>",
        "<h2 id=\"two\"><span class=\"number\">2</span> <a href=\"#two\" title=\"a > b\">Second <b>part</b></a></h2>",
        "<ol class=\"rules\"><li id=\"c1\"><p>Say <time datetime=\"2026-01-01\">it</time> <mark>loudly</mark>.<br>Twice</p></li><li id=\"c2\" class=\"must who\">Not</li></ol>",
        "<p>In<code>line</code>, <small id=\"s\">small</small><sup>2</sup> <svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/><title>Drawn</title></svg>end</p>",
        "<img src=\"first.png\" alt=\"First picture\"><img src=\"second.png\" alt=\"Second\">",
        "<table><tr><th>Head</th><td>Cell</td></tr></table><details><summary>More to</summary><p>Open</p></details>",
        "<div class=\"adult\"><p>Adult</p><div><ul><li>Linked</li></ul><ol><li>Kept</li></ol></div></div><ul><li>Listed</li></ul>",
        "<div class=\"mine\"><section id=\"m1\"><h3 id=\"m1-h\">Duty</h3></section><section class=\"restricted\"><h3 id=\"m2\">Secret</h3></section>",
        "<div><section>Within</section></div></div><div data-module=\"lesson\"><script type=\"application/octet-stream\"><p>AAAA</script><p>Live</p></div>",
        "<div lang=\"cy\" id=\"t\" data-pagefind-title=\"Titled\">Titled words</div><div class=\"looks\" data-pagefind-ignore><p>Looks</p></div>",
        "<form><label>Name <input name=\"a\"></label></form><a class=\"button\" id=\"go\" href=\"c\">Go</a></article></main><footer>Foot</footer></body></html>",
    );

    #[test]
    fn what_is_searched_of_a_page_gives_the_index_of_the_whole_page() {
        let index_of_one = |html: String| index_of(vec![("a.html".into(), html)]).unwrap();
        let short = searched(MIXED);
        assert!(short.len() < MIXED.len(), "{short}");
        for words in ["Way", "Version", "AAAA", "Drawn", "Linked", "Duty", "datetime", "Foot"] {
            assert!(!short.contains(words), "{words}: {short}");
        }
        assert_eq!(index_of_one(short), index_of_one(apart(MIXED)));
    }

    #[test]
    fn a_page_that_is_written_in_another_way_is_left_as_it_is() {
        for (html, whole) in [
            ("<html lang=\"en\"><main><p>One<p>Two</main></html>", "<html lang=\"en\"><main><p>One<p>Two</main></html>"),
            (
                "<html><main><!-- A note --><dl><dt>A</dt></dl></main></html>",
                "<html><main><!-- A note --><dl><dt>A: </dt></dl></main></html>",
            ),
            ("<main><p>No language</p></main>", "<main><p>No language</p></main>"),
            ("<html><body>No main part</body></html>", "<html><body>No main part</body></html>"),
            ("<html><main><p>No end", "<html><main><p>No end"),
        ] {
            assert_eq!(searched(html), whole);
        }
    }

    #[test]
    fn equal_sites_give_equal_indexes() {
        let (mut one, mut two) = (site(&PAGES), site(&PAGES));
        add(&mut one).unwrap();
        two.pages.reverse();
        add(&mut two).unwrap();
        assert_eq!(one.files, two.files);
    }

    #[test]
    fn a_language_without_known_word_endings_gets_the_wasm_for_all() {
        let mut site = site(&PAGES[..1]);
        let html = "<html lang=\"cy\"><body><main><h1>Tudalen</h1></main></body></html>";
        site.files.insert("home.html".into(), Cow::Borrowed(html.as_bytes()));
        add(&mut site).unwrap();
        assert!(site.files.contains_key("search/wasm.unknown.dat"));
    }

    #[test]
    fn a_page_that_is_not_in_the_index_is_an_error_and_not_a_gap() {
        let mut site = site(&PAGES[..1]);
        site.files.insert("home.html".into(), Cow::Borrowed(b"<html><body>No main part</body></html>"));
        let error = add(&mut site).unwrap_err();
        assert_eq!(error, SearchError::Incomplete(1, 0));
        assert!(error.to_string().contains("of 1 pages only 0"), "{error}");
        assert!(!site.files.keys().any(|path| path.starts_with("search/")));
    }
}
