//! The site map, for search engines.

use crate::part::urls;
use crate::site::Site;

/// Writes it, where it is known under which address the site will stand, because it names pages in full. Every page must be there before.
pub fn put(site: &mut Site, base_url: &str) {
    let map = site_map(site, base_url);
    site.put(urls::SITEMAP, map);
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
