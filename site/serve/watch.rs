//! Watches the content and calls back after a change has settled.

use super::ServeError;
use notify_debouncer_full::notify::{self, EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer};
use std::path::Path;
use std::time::Duration;

/// How long the files must be quiet before a rebuild: editors write a file in several steps. A change should be on screen within 100 ms
/// (design.md, section 9).
const QUIET: Duration = Duration::from_millis(30);

/// Watches a setting's folder and its `common` folder for as long as the result is held.
pub fn watch(
    dir: &Path,
    mut changed: impl FnMut() + Send + 'static,
) -> Result<Debouncer<RecommendedWatcher, RecommendedCache>, ServeError> {
    let fail = |error: notify::Error| ServeError::Watch(dir.to_path_buf(), error);
    let mut debouncer = new_debouncer(QUIET, None, move |events: DebounceEventResult| {
        if events.is_ok_and(|events| events.iter().any(is_change_of_content)) {
            changed();
        }
    })
    .map_err(fail)?;
    debouncer.watch(dir, RecursiveMode::Recursive).map_err(fail)?;
    if let Some(common) = crate::load::common_folder(dir) {
        debouncer.watch(&common, RecursiveMode::Recursive).map_err(fail)?;
    }
    Ok(debouncer)
}

/// Reading a file is an event too, and the build itself reads them all: only changes count, or each build would call for the next.
fn is_change_of_content(event: &DebouncedEvent) -> bool {
    let is_change = matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_));
    // Where events were lost, anything may have changed.
    event.need_rescan() || (is_change && event.paths.iter().any(|path| is_content(path)))
}

/// Editors leave other files beside the content while they write. A folder that is renamed or removed has no ending.
fn is_content(path: &Path) -> bool {
    path.extension()
        .is_none_or(|ending| ["md", "toml", "svg", "png", "mp3", "m4a", "ogg", "wav"].iter().any(|content| ending == *content))
}
