//! The build of one site: its content read, checked and rendered, and its files written. Nothing is said of it here.

use super::called::called;
use super::content::read_and_check;
use super::output::{Output, Stop};
use fingerpost::check::report::Called;
use fingerpost::load::SharedFiles;
use fingerpost::model::finding::{self, Finding};
use fingerpost::render::{self, Options};
use fingerpost::write::{self, Edits, Target, Written};
use fingerpost::{embedded, load, search};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What is wanted of a build.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The folder of the site, or of the folders of several.
    pub to: PathBuf,
    /// Where that will stand on the web, ending in `/`; instead of what setting.toml says.
    pub base_url: Option<String>,
    /// What to do about files that somebody has changed by hand.
    pub edits: Edits,
    /// Whether nothing is to be searched on the site.
    pub without_search: bool,
    /// How the content is loaded.
    pub loading: load::Options,
}

/// How a build went: what is wrong with the content, and what was written, or why nothing was.
pub struct Built {
    /// How the program is called for its folder.
    pub called: Called,
    /// What is wrong with the content.
    pub findings: Vec<Finding>,
    /// What was written.
    pub outcome: Result<Done, Stop>,
}

/// What was written.
pub struct Done {
    /// How many pages there are.
    pub pages: usize,
    /// How many files were written, left and removed.
    pub written: Written,
    /// How long it took.
    pub took: Duration,
}

/// Builds the site of a folder into the folder that is wanted, which lies in no folder of `content`, and holds none.
pub fn built(out: &Output, dir: &Path, content: &[PathBuf], shared: &SharedFiles, wanted: &Wanted) -> Built {
    let begun = Instant::now();
    let mut findings = Vec::new();
    let mut build = || {
        let command = |error: &dyn std::fmt::Display| Stop::Command(error.to_string());
        let target = Target::choose(&wanted.to, content, std::env::home_dir().as_deref()).map_err(|error| command(&error))?;
        let setting;
        (setting, findings) = read_and_check(out, dir, shared, wanted.loading)?;
        let setting = setting.filter(|_| !finding::has_errors(&findings)).ok_or(Stop::Content)?;
        let options = Options::default().with_base_url(wanted.base_url.clone()).without_search(wanted.without_search);
        let mut site = out.timed("render", || render::render_blocking(&setting, &embedded::RENDERING, &options));
        if !wanted.without_search {
            out.timed("search", || search::add(&mut site)).map_err(|error| command(&error))?;
        }
        let written = out.timed("write", || write::write(&site, &target, wanted.edits)).map_err(|error| command(&error))?;
        let pages = site.files.keys().filter(|name| name.ends_with(".html")).count();
        Ok(Done { pages, written, took: begun.elapsed() })
    };
    let outcome = build();
    Built { called: called(dir), findings, outcome }
}
