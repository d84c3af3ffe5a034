//! The content, understood and checked on this machine's day.

use super::called::called;
use super::output::{Output, Stop};
use fingerpost::check::report::Called;
use fingerpost::check::{self, report};
use fingerpost::load::SharedFiles;
use fingerpost::model::finding::Finding;
use fingerpost::model::{Day, Setting};
use fingerpost::{embedded, load};
use std::path::Path;

/// Reads a folder, and understands and checks what is there. Files that several settings share are read once for all that are read with the same
/// `shared`.
pub fn read_and_check(
    out: &Output,
    dir: &Path,
    shared: &SharedFiles,
    loading: load::Options,
) -> Result<(Option<Setting>, Vec<Finding>), Stop> {
    let sources = out.timed("read", || load::read_with(dir, shared)).map_err(|error| Stop::Command(error.to_string()))?;
    Ok(understood(out, &called(dir), &sources, loading))
}

/// Loads and checks what was read: the setting, if there is one, and everything that was found.
pub fn understood(
    out: &Output,
    called: &Called,
    sources: &load::Sources,
    loading: load::Options,
) -> (Option<Setting>, Vec<Finding>) {
    let loaded = out.timed("load", || load::load(sources, embedded::LOADING, loading));
    let mut findings = out.timed("check", || check::with_loading(loaded.setting.as_ref(), loaded.findings, today()));
    report::with_command(&mut findings, called);
    (loaded.setting, findings)
}

/// The day on this machine's calendar. The library has no clock.
pub fn today() -> Day {
    let date = jiff::Zoned::now().date();
    Day { year: date.year(), month: date.month().unsigned_abs(), day: date.day().unsigned_abs() }
}
