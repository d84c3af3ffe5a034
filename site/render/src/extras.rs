//! The files for browsers and search engines that are not pages: the web manifest, the licences and the site map.

use super::book::Book;
use super::site::Site;
use super::urls;
use serde_json::json;
use std::borrow::Cow;

/// Writes them. The site map only where it is known under which address the site will stand, because it names pages in full.
pub fn put(site: &mut Site, book: &Book, base_url: Option<&str>) {
    let mut keep = |path: &str, text: String| site.files.insert(path.to_owned(), Cow::Owned(text.into_bytes()));
    keep(urls::MANIFEST, manifest(book));
    keep(urls::LICENCES, book.shared.carried.licences.to_owned());
    if let Some(base_url) = base_url {
        let map = site_map(site, base_url);
        site.files.insert(urls::SITEMAP.to_owned(), Cow::Owned(map.into_bytes()));
    }
}

fn manifest(book: &Book) -> String {
    let view = &book.view;
    let manifest = json!({
        "name": view.name,
        "short_name": view.name,
        "lang": view.language,
        "start_url": "index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": view.colour,
        "icons": [{ "src": book.shared.assets.icon, "sizes": "any", "type": "image/svg+xml" }],
    });
    format!("{manifest:#}\n")
}

/// Every page that is worth finding; not one that asks search engines to pass it by.
fn site_map(site: &Site, base_url: &str) -> String {
    let is_listed = |page: &[u8]| !String::from_utf8_lossy(page).contains("name=\"robots\"");
    let pages = site.files.iter().filter(|(path, page)| path.ends_with(".html") && is_listed(page));
    let paths = pages.map(|(path, _)| path);
    let entries: String = paths.map(|path| format!("<url><loc>{}{}</loc></url>\n", escaped(base_url), escaped(path))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    )
}

/// Text in XML: maud writes the same five characters in the same way.
fn escaped(text: &str) -> String {
    maud::html! { (text) }.into_string()
}
