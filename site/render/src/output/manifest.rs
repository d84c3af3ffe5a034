//! The web manifest, by which a device puts the site on its first screen.

use crate::part::site_context::SiteContext;
use crate::part::urls;
use crate::site::Site;
use serde_json::json;

/// Writes the web app manifest.
pub fn put(site: &mut Site, site_cx: &SiteContext) {
    site.put(urls::MANIFEST, manifest(site_cx));
}

fn manifest(site_cx: &SiteContext) -> String {
    let view = &site_cx.view;
    let manifest = json!({
        "name": view.name(),
        "short_name": view.name(),
        "lang": view.language(),
        "start_url": "index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": view.colour(),
        "icons": [{ "src": site_cx.shared.assets.icon, "sizes": "any", "type": "image/svg+xml" }],
    });
    format!("{manifest:#}\n")
}
