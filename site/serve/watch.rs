//! Watches the content and calls back after a change has settled.

use super::ServeError;
use notify_debouncer_mini::notify::{self, RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};
use std::path::Path;
use std::time::Duration;

/// How long the files must be quiet before a rebuild: editors write a file in several steps. A change should be on screen within 100 ms
/// (design.md, section 9).
const QUIET: Duration = Duration::from_millis(30);

/// Watches a setting's folder and the folder above it (where `common` is) for as long as the result is held.
pub fn watch(dir: &Path, mut changed: impl FnMut() + Send + 'static) -> Result<Debouncer<RecommendedWatcher>, ServeError> {
    let fail = |error: notify::Error| ServeError::Watch(dir.to_path_buf(), error);
    let mut debouncer = new_debouncer(QUIET, move |events: DebounceEventResult| {
        if events.is_ok_and(|events| events.iter().any(|event| is_content(&event.path))) {
            changed();
        }
    })
    .map_err(fail)?;
    debouncer.watcher().watch(dir, RecursiveMode::Recursive).map_err(fail)?;
    if let Some(common) = crate::load::common_folder(dir) {
        debouncer.watcher().watch(&common, RecursiveMode::Recursive).map_err(fail)?;
    }
    Ok(debouncer)
}

/// Editors leave other files beside the content while they write.
fn is_content(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ["md", "toml", "svg", "png"].iter().any(|content| ending == *content))
}
