//! `fingerpost serve`: the site on this machine, anew on every change.

use super::called::called;
use super::content::today;
use super::output::{Output, Stop};
use crate::terminal::{self, complain};
use fingerpost::serve::{self, News, Program};
use fingerpost::{embedded, load};
use std::path::Path;

/// Serves a folder until it is stopped.
pub fn serve(out: &Output, dir: &Path, port: u16, loading: load::Options) -> Result<(), Stop> {
    // Whatever is wrong with the folder itself is said at once, not in a page.
    load::read(dir).map_err(|error| Stop::Command(error.to_string()))?;
    let (out, called) = (*out, called(dir));
    let program = Program { loading: embedded::LOADING, rendering: embedded::RENDERING, called: called.clone() };
    serve::serve(dir, port, loading, program, today, move |news| match news {
        // That nobody reads it stops nobody from serving.
        News::At(address) => drop(terminal::print(&format!("Open http://{address}/ in a browser. Ctrl+C stops.\n"))),
        News::Built(findings, pages) => {
            out.findings(&findings, &called);
            match pages {
                Some(pages) => out.say(&format!("{pages} pages built.")),
                None => out.count(&findings),
            }
        }
        News::Unwatched(why) => {
            complain(&format!("Changes are seen a second late, because the system does not tell when a file changes: {why}."));
        }
    })
    .map_err(|error| Stop::Command(error.to_string()))
}
