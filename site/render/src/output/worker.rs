//! The worker, which keeps the learners' pages on a device for whoever asks ([`crate::part::keeping`]).
//!
//! 1. [`crate::part::layout::put`] notes every page that is for keeping, in every language, in `Site::kept`.
//! 2. [`put`] adds what those pages load, writes the list of all of it (each file's size and hash) into the worker, and says where it is offered
//!    how much it is.
//!
//! The list stands in the worker itself, because a browser takes a worker with other bytes for a new version, and keeps the old one in use
//! until no page of it is open. The worker's own name has no hash: its address is what a browser knows it by.

use crate::part::hash::hash;
use crate::part::urls;
use crate::site::Site;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fingerpost_lesson::keep;
use fingerpost_model::carried::Asset;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The bytes of a megabyte, as shops and devices count them.
const MEGABYTE: usize = 1_000_000;

/// Where the size will stand in a page: it is known only when every page is there.
const SIZE: &str = "<b data-megabytes></b>";

/// Writes the worker, and the size into the pages that tell it. Every other file must be there before.
pub fn put(site: &mut Site, script: Asset) {
    let kept = files(site);
    // The size is counted before it is written into the pages; its few digits are not a megabyte.
    let size: usize = kept.iter().map(|file| site.files[file].len()).sum();
    let size = format!("<b data-megabytes>{}</b>", size.div_ceil(MEGABYTE));
    for page in &site.kept {
        let Some(content) = site.files.get_mut(page) else { continue };
        let html = String::from_utf8_lossy(content);
        if html.contains(SIZE) {
            *content = Cow::Owned(html.replace(SIZE, &size).into_bytes());
        }
    }
    let worker = worker(site, &kept, script);
    site.put(urls::WORKER, worker);
}

/// The pages for keeping, and every file that one of them loads or may load.
fn files(site: &Site) -> BTreeSet<String> {
    let mut kept = site.kept.clone();
    for page in &site.kept {
        let html = String::from_utf8_lossy(&site.files[page]);
        let named = html.split("=\"").skip(1).filter_map(|rest| Some(resolved(page, rest.split_once('"')?.0)));
        // Another page is a link, and not loaded.
        kept.extend(named.filter(|file| site.files.contains_key(file) && !file.ends_with(".html")));
    }
    kept
}

/// The file that a relative address on a page stands for.
fn resolved(page: &str, address: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

/// The worker: its list, and the script that follows it. The version is of both.
fn worker(site: &Site, kept: &BTreeSet<String>, script: Asset) -> String {
    let script = String::from_utf8_lossy(script.bytes);
    let entry = |file: &String| {
        let content = &site.files[file];
        (file.clone(), json!([content.len(), integrity(content)]))
    };
    let files = serde_json::Value::Object(kept.iter().map(entry).collect());
    let version = hash(format!("{files}{script}").as_bytes());
    let name = json!(keep::PAGES.key);
    format!("const NAME = {name}, VERSION = \"{version}\";\nconst FILES = {files};\n{script}")
}

/// The hash of a file in the form that `fetch` takes.
fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::{files, put, resolved};
    use crate::Site;
    use fingerpost_model::carried::Asset;
    use std::borrow::Cow;

    #[test]
    fn addresses_are_relative_to_their_page() {
        assert_eq!(resolved("index.html", "assets/a.css"), "assets/a.css");
        assert_eq!(resolved("de/lessons/index.html", "../../assets/a.css"), "assets/a.css");
    }

    fn site(assets: &[(&str, &'static str)]) -> Site {
        let mut site = Site::default();
        let page = "<link href=\"../style.css\"><script src=\"../page.js\" data-player=\"../player.js\"></script>\
                    <a href=\"../policy.html\">The policy</a><b data-megabytes></b>";
        let files = [("lessons/index.html", page), ("policy.html", ""), ("other.js", "")];
        for (path, content) in files.iter().chain(assets) {
            site.files.insert((*path).to_owned(), Cow::Borrowed(content.as_bytes()));
        }
        site.kept.insert("lessons/index.html".to_owned());
        site
    }

    const ASSETS: [(&str, &str); 3] = [("style.css", "a"), ("page.js", "b"), ("player.js", "c")];

    fn worker_of(assets: &[(&str, &'static str)]) -> String {
        let mut site = site(assets);
        put(&mut site, Asset { name: "offline.js", bytes: b"// What follows the list." });
        String::from_utf8(site.files["offline.js"].to_vec()).expect("a worker is text")
    }

    #[test]
    fn a_kept_page_is_kept_with_what_it_loads_and_without_what_it_links_to() {
        let kept: Vec<String> = files(&site(&ASSETS)).into_iter().collect();
        assert_eq!(kept, ["lessons/index.html", "page.js", "player.js", "style.css"]);
    }

    #[test]
    fn another_byte_is_another_version_and_equal_sites_have_equal_workers() {
        let one = worker_of(&ASSETS);
        assert_eq!(one, worker_of(&ASSETS));
        let other = worker_of(&[ASSETS[0], ASSETS[1], ("player.js", "d")]);
        let version = |worker: &str| worker.split('"').nth(3).map(str::to_owned);
        assert_ne!(version(&one), version(&other));
        assert_eq!(version(&one).map(|version| version.len()), Some(10), "{one:.80}");
    }

    #[test]
    fn the_size_is_told_and_the_list_is_of_the_page_that_tells_it() {
        let mut site = site(&[("player.js", Box::leak("x".repeat(1_000_000).into_boxed_str()))]);
        put(&mut site, Asset { name: "offline.js", bytes: b"// What follows the list." });
        let page = String::from_utf8_lossy(&site.files["lessons/index.html"]);
        assert!(page.contains("<b data-megabytes>2</b>"), "{page}");
        let listed = format!("\"lessons/index.html\":[{},", page.len());
        assert!(String::from_utf8_lossy(&site.files["offline.js"]).contains(&listed));
    }
}
