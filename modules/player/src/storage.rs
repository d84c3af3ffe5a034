//! Local storage, which may be full, blocked, damaged or changed by another tab. Nothing here panics, and nothing is written before
//! somebody has said "Remember on this device".

use fingerpost_lesson::keep::{self, LEARNER, Place, Unusable};
use fingerpost_lesson::strings::PlayerStrings;
use fingerpost_lesson::ways::Ways;
use gloo::utils::window;
use web_sys::Storage;

/// What stands in the way of remembering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no more room.
    Full,
    /// The browser gives no storage to this page.
    Blocked,
    /// What is kept cannot be read, in whole or in part.
    Damaged,
    /// What is kept is a newer version's, and is left alone.
    Newer,
}

impl Trouble {
    /// What is said about it.
    pub fn words(self, strings: &PlayerStrings) -> &str {
        match self {
            Trouble::Full => &strings.storage_full,
            Trouble::Blocked => &strings.storage_blocked,
            Trouble::Damaged => &strings.storage_damaged,
            Trouble::Newer => &strings.storage_newer,
        }
    }
}

/// What was found when the page opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opening {
    /// Whether somebody has asked this device to remember.
    pub remembers: bool,
    /// The place in this lesson.
    pub place: Option<Place>,
    /// How the learner presses.
    pub ways: Ways,
    /// What stood in the way.
    pub trouble: Option<Trouble>,
}

/// Reads what is kept of a lesson.
pub fn open(lesson: &str) -> Opening {
    let text = match read() {
        Ok(Some(text)) => text,
        Ok(None) => return Opening::default(),
        // Whoever has blocked storage knows; it is said when they ask to be remembered.
        Err(_) => return Opening::default(),
    };
    match keep::find(&text, lesson) {
        Ok(found) => {
            let trouble = found.damaged.then_some(Trouble::Damaged);
            Opening { remembers: true, place: found.place, ways: found.ways, trouble }
        }
        Err(unusable) => Opening { trouble: Some(trouble_with(unusable)), ..Opening::default() },
    }
}

/// Keeps a place, and how the learner presses. `begin_anew` replaces a text that cannot be read, because somebody has asked for it.
pub fn keep(place: &Place, ways: &Ways, begin_anew: bool) -> Result<(), Trouble> {
    let storage = local_storage()?;
    // Read again at every write: another tab may have written in between.
    let before = read()?;
    let text = match keep::put(before.as_deref(), place) {
        Err(Unusable::Damaged) if begin_anew => keep::put(None, place),
        other => other,
    }
    .and_then(|text| keep::put_ways(Some(&text), ways))
    .map_err(trouble_with)?;
    storage.set_item(LEARNER.key, &text).map_err(|_| Trouble::Full)
}

/// Keeps how the learner presses, where something is kept already.
pub fn keep_ways(ways: &Ways) -> Result<(), Trouble> {
    let storage = local_storage()?;
    let Some(before) = read()? else { return Ok(()) };
    let text = keep::put_ways(Some(&before), ways).map_err(trouble_with)?;
    storage.set_item(LEARNER.key, &text).map_err(|_| Trouble::Full)
}

/// Whether another tab has forgotten everything meanwhile.
pub fn is_forgotten() -> bool {
    matches!(read(), Ok(None))
}

/// Forgets everything that this site keeps, whatever version wrote it.
pub fn forget() -> Result<(), Trouble> {
    let storage = local_storage()?;
    let count = storage.length().map_err(|_| Trouble::Blocked)?;
    let keys: Vec<String> = (0..count).filter_map(|index| storage.key(index).ok().flatten()).collect();
    for key in keys.iter().filter(|key| key.starts_with("fingerpost.")) {
        storage.remove_item(key).map_err(|_| Trouble::Blocked)?;
    }
    Ok(())
}

fn read() -> Result<Option<String>, Trouble> {
    local_storage()?.get_item(LEARNER.key).map_err(|_| Trouble::Blocked)
}

fn local_storage() -> Result<Storage, Trouble> {
    window().local_storage().ok().flatten().ok_or(Trouble::Blocked)
}

fn trouble_with(unusable: Unusable) -> Trouble {
    match unusable {
        Unusable::Newer => Trouble::Newer,
        Unusable::Damaged => Trouble::Damaged,
    }
}
