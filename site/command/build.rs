//! `fingerpost build`: the site into a folder.

use super::called::called;
use super::content::read_and_check;
use super::output::{Output, Stop};
use fingerpost::model::finding;
use fingerpost::model::web_address;
use fingerpost::render::{self, Options};
use fingerpost::write::{self, Edits, Target};
use fingerpost::{embedded, load, search};
use std::path::Path;
use std::time::Instant;

/// Builds the site of a folder into another.
pub fn build(
    out: &Output,
    dir: &Path,
    to: &Path,
    edits: Edits,
    base_url: Option<String>,
    without_search: bool,
    loading: load::Options,
) -> Result<(), Stop> {
    let target = Target::choose(to, &load::folders(dir), std::env::home_dir().as_deref())
        .map_err(|error| Stop::Command(error.to_string()))?;
    let base_url = base_url.map(|url| {
        web_address::base(&url).map_err(|why| {
            let such = "write the whole address, such as https://school.example.org/online-safety/";
            Stop::Command(format!("--base-url {url}: this cannot be the address of a site: {why}; {such}"))
        })
    });
    let base_url = base_url.transpose()?;
    let begun = Instant::now();
    let (setting, findings) = read_and_check(out, dir, loading)?;
    let called = called(dir);
    out.findings(&findings, &called);
    let Some(setting) = setting.filter(|_| !finding::has_errors(&findings)) else {
        out.count(&findings);
        return Err(Stop::Content);
    };
    let rendering = Options::default().with_base_url(base_url).without_search(without_search);
    let mut site = out.timed("render", || render::render_blocking(&setting, &embedded::RENDERING, &rendering));
    if !without_search {
        out.timed("search", || search::add(&mut site)).map_err(|error| Stop::Command(error.to_string()))?;
    }
    let written = out.timed("write", || write::write(&site, &target, edits)).map_err(|error| Stop::Command(error.to_string()))?;
    let pages = site.files.keys().filter(|name| name.ends_with(".html")).count();
    out.say(&format!(
        "{pages} pages in {} ms: {} files written, {} unchanged, {} removed. To look at them with their lessons: {}\n\
         (Without it, {} shows all but what moves: a browser runs no lesson from a folder.)",
        begun.elapsed().as_millis(),
        written.changed,
        written.unchanged,
        written.removed,
        called.command("serve"),
        to.join("index.html").display()
    ));
    Ok(())
}
