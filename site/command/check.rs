//! `fingerpost check`: what is wrong with the content, and what to do.

use super::called::called;
use super::content::read_and_check;
use super::output::{Output, Stop, print};
use clap::ValueEnum;
use fingerpost::check::report;
use fingerpost::load::{self, SharedFiles};
use fingerpost::model::finding::{self, Severity};
use std::path::{Path, PathBuf};

/// The form in which findings are printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    /// One line a finding.
    Text,
    /// A JSON array.
    Json,
    /// SARIF 2.1.0, which code hosts show beside the lines.
    Sarif,
}

/// Prints the findings of a folder.
pub fn check(out: &Output, dir: &Path, format: Format, all: bool, loading: load::Options) -> Result<(), Stop> {
    let shared = SharedFiles::default();
    let (_, mut findings) = read_and_check(out, dir, &shared, loading)?;
    if out.quiet {
        findings.retain(|finding| finding.severity == Severity::Error);
    }
    let text = match format {
        Format::Text if findings.is_empty() && out.quiet => String::new(),
        Format::Text if findings.is_empty() => "Nothing to mend.\n".to_owned(),
        Format::Text if all => report::text(&findings, dir),
        Format::Text => {
            report::brief(&findings, &called(dir).command("check")).into_iter().map(|(_, line)| line + "\n").collect()
        }
        Format::Json => report::json(&findings, &base_of(dir, &shared)?),
        Format::Sarif => report::sarif(&findings, &base_of(dir, &shared)?),
    };
    print(&text)?;
    if finding::has_errors(&findings) { Err(Stop::Content) } else { Ok(()) }
}

/// From where programs know the files: the repository's folder, or the nearest that holds all that is read and in which we are.
fn base_of(dir: &Path, shared: &SharedFiles) -> Result<report::Base, Stop> {
    let whole = |path: &Path| std::fs::canonicalize(path).map_err(|error| Stop::Command(format!("{}: {error}", path.display())));
    let folders = load::folders(dir, shared).iter().map(|folder| whole(folder)).collect::<Result<Vec<PathBuf>, Stop>>()?;
    let setting = &folders[0];
    let holds_all = |folder: &&Path| folders.iter().all(|read| read.starts_with(folder));
    let here = whole(Path::new("."))?;
    let repository = setting.ancestors().filter(holds_all).find(|folder| folder.join(".git").exists());
    let root = repository.or_else(|| here.ancestors().find(holds_all)).or_else(|| setting.ancestors().find(holds_all));
    root.and_then(|root| report::Base::of(root, setting))
        .ok_or_else(|| Stop::Command(format!("{}: no folder holds this one and the one that it shares", dir.display())))
}
