//! The files of a setting to the model: sorted, put together, and without the complaints that others make worthless.

use crate::assemble;
use crate::cache::Cache;
use crate::consequences;
use crate::source::characters;
use crate::source::content_files::ContentFiles;
use crate::source::sources::{Carried, Loaded, Options, Sources};
use crate::syntax::table::Toml;
use fingerpost_model::Setting;
use fingerpost_model::finding::{self, Finding};
use std::mem;

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
    load_again(sources, carried, options, &mut Cache::default())
}

/// Understands the files of a setting as [`load`] does, and leaves in `cache` what the next loading of the same folder need not do again, as the
/// last one did. What it gives is what [`load`] gives.
pub fn load_again<'c>(sources: &Sources, carried: Carried<'c>, options: Options, cache: &mut Cache<'c>) -> Loaded {
    let mut found = Vec::new();
    cache.begin();
    let setting = understood(sources, carried, options, cache, &mut found);
    finding::sort(&mut found);
    found.dedup();
    Loaded { setting, findings: found }
}

fn understood<'c>(
    sources: &Sources,
    carried: Carried<'c>,
    options: Options,
    cache: &mut Cache<'c>,
    found: &mut Vec<Finding>,
) -> Option<Setting> {
    let setting = sources.setting();
    let toml = setting.as_ref().map(|(file, tree)| Toml::of(file, 0, tree.clone(), found));
    // Everything else is understood from setting.toml: where that cannot be read to its end, whatever is found follows from it.
    if toml.as_ref().is_some_and(|toml| !toml.is_sound) {
        return None;
    }
    found.extend(sources.findings.iter().cloned());
    let kind = toml.as_ref().and_then(|toml| toml.tree().text("kind"));
    let is_handbook = kind.is_some_and(|(kind, _)| kind == Setting::HANDBOOK);
    let mut content_files = ContentFiles::sort(sources, is_handbook, &mut cache.files, found);
    let Some(toml) = toml else {
        found.push(assemble::missing(Sources::SETTING, "Copy one from an example setting, such as content/school."));
        return None;
    };
    characters::report(toml.file, found);
    let handbook = mem::take(&mut content_files.handbook_markdown);
    let setting = assemble::setting(&toml, &content_files, handbook, carried, options, cache, found);
    if sources.lacks_common {
        consequences::leave_out_other_files(Sources::SETTING, found);
        return None;
    }
    Some(setting)
}
