//! `fingerpost figures`: how hard each file is to read, as a table.

use super::called::called;
use super::content::read_and_check;
use super::output::{Output, Stop, print};
use fingerpost::check::figures::table;
use fingerpost::check::report::visible_lines;
use fingerpost::load::{self, SharedFiles};
use fingerpost::model::finding::{self, Severity};
use std::path::Path;

/// Prints how hard each file is to read. What is wrong with the content stops nothing: the figures are of what could be read.
pub fn figures(out: &Output, dir: &Path, loading: load::Options) -> Result<(), Stop> {
    let (setting, findings) = read_and_check(out, dir, &SharedFiles::default(), loading)?;
    if let Some(setting) = &setting {
        print(&visible_lines(&table(setting)))?;
    }
    if finding::has_errors(&findings) {
        out.findings(
            &findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect::<Vec<_>>(),
            &called(dir),
        );
        return Err(Stop::Content);
    }
    Ok(())
}
