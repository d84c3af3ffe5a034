//! `fingerpost build`: the site of a setting into a folder; of several settings, each into a folder of its own ([`many`]).

use super::many;
use super::one_site::{Built, Done, Wanted, built};
use super::output::{Output, Stop};
use fingerpost::load::{self, SharedFiles};
use fingerpost::model::web_address;
use std::path::{Path, PathBuf};

/// Builds the site of each of these folders.
pub fn build(out: &Output, dirs: &[PathBuf], mut wanted: Wanted) -> Result<(), Stop> {
    if let Some(typed) = wanted.base_url {
        let base = web_address::base(&typed).map_err(|why| {
            let such = "write the whole address, such as https://school.example.org/online-safety/";
            Stop::Command(format!("--base-url {typed}: this cannot be the address of a site: {why}; {such}"))
        });
        wanted.base_url = Some(base?);
    }
    match dirs {
        [dir] => one(out, dir, &wanted),
        dirs => many::build(out, dirs, &wanted),
    }
}

fn one(out: &Output, dir: &Path, wanted: &Wanted) -> Result<(), Stop> {
    let shared = SharedFiles::default();
    let Built { called, findings, outcome } = built(out, dir, &load::folders(dir, &shared), &shared, wanted);
    out.findings(&findings, &called);
    match outcome {
        Ok(Done { pages, written, took }) => {
            out.say(&format!(
                "{pages} pages in {} ms: {} files written, {} unchanged, {} removed. To look at them with their lessons: {}\n\
                 (Without it, {} shows all but what moves: a browser runs no lesson from a folder.)",
                took.as_millis(),
                written.changed,
                written.unchanged,
                written.removed,
                called.command("serve"),
                wanted.to.join("index.html").display()
            ));
            Ok(())
        }
        Err(Stop::Content) => {
            out.count(&findings);
            Err(Stop::Content)
        }
        Err(stop) => Err(stop),
    }
}
