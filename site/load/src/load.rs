//! The files of a setting to the model: sorted, put together, and without the complaints that others make worthless.

use crate::assemble;
use crate::source::shelf::Shelf;
use crate::source::sources::{Carried, Loaded, Options, Sources};
use fingerpost_model::finding::{self, Finding};
use fingerpost_model::rules::Rule;

/// Understands the files of a setting. Never fails: what cannot be understood is hidden, and is a finding.
///
/// ```
/// use fingerpost_load::{Carried, Options, Sources, load};
///
/// let mut sources = Sources::default();
/// sources.files.insert("setting.toml".to_owned(), "name = \"The Example School\"".to_owned());
/// let loaded = load(&sources, Carried { symbols: &[], words: &[] }, Options::default());
/// // Much else that a setting must say is missing. Each finding names the place and the help.
/// assert!(loaded.findings.iter().any(|finding| &*finding.place.file == "setting.toml"));
/// ```
pub fn load(sources: &Sources, carried: Carried<'_>, options: Options) -> Loaded {
    let mut findings = sources.findings.clone();
    let shelf = Shelf::sort(sources, &mut findings);
    let mut setting = assemble::setting(&shelf, carried, options, &mut findings);
    if findings.iter().any(is_in_the_way) {
        // Whatever else is found follows from it, or cannot be judged until it is mended.
        let is_syntax = |finding: &Finding| &*finding.place.file == SETTING && finding.rule == Rule::TomlSyntax;
        let is_broken = findings.iter().any(is_syntax);
        findings.retain(|finding| if is_broken { is_syntax(finding) } else { &*finding.place.file == SETTING });
        setting = None;
    }
    finding::sort(&mut findings);
    findings.dedup();
    Loaded { setting, findings }
}

/// The file from which everything else is understood.
const SETTING: &str = "setting.toml";

/// Whether a finding makes all others worthless: setting.toml could not be read to its end, or not the folder that it shares with others.
fn is_in_the_way(finding: &Finding) -> bool {
    &*finding.place.file == SETTING && [Rule::TomlSyntax, Rule::AbsolutePath, Rule::MissingFolder].contains(&finding.rule)
}
