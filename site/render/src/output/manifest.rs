//! The web manifest, by which a device puts the site on its first screen.

use crate::part::book::Book;
use crate::part::urls;
use crate::site::Site;
use serde_json::json;

/// Writes it.
pub fn put(site: &mut Site, book: &Book) {
    site.put(urls::MANIFEST, manifest(book));
}

fn manifest(book: &Book) -> String {
    let view = &book.view;
    let manifest = json!({
        "name": view.name(),
        "short_name": view.name(),
        "lang": view.language(),
        "start_url": "index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": view.colour(),
        "icons": [{ "src": book.shared.assets.icon, "sizes": "any", "type": "image/svg+xml" }],
    });
    format!("{manifest:#}\n")
}
