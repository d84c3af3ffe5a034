//! Who there is on the device and who is learning now; keeping, choosing, adding, forgetting.
//!
//! There is no list of learners: they are found by their keys, so no list can disagree with what is there. Who is learning now is under a key
//! of its own; where it points to nobody, it is the learner without a name.

use super::learner::Learner;
use super::line::{Done, Line, Me};
use super::store::{Fault, Store, Trouble, update};
use super::text::{Newer, Text, put};
use super::who::Who;
use super::{NOW, QUIZZES};

impl From<Newer> for Trouble {
    fn from(_: Newer) -> Trouble {
        Trouble::Newer
    }
}

/// Who is learning now.
///
/// # Errors
///
/// The storage's own.
pub fn now(store: &dyn Store) -> Result<Who, Fault> {
    if let Some(who) = store.get(NOW.key)?.and_then(|id| Who::numbered(id.trim()))
        && store.get(&who.key())?.is_some()
    {
        return Ok(who);
    }
    Ok(Who::default())
}

/// Keeps lines for a learner instead of those that said the same before. On a wish (and not by itself) it also begins, and puts aside what
/// cannot be read. Returns whether they are kept now: not where everything has been forgotten meanwhile, which is a wish too.
///
/// # Errors
///
/// What stands in the way. What was kept before is then still there.
pub fn keep(store: &dyn Store, who: &Who, lines: &[Line], wished: bool) -> Result<bool, Trouble> {
    update(store, &who.key(), &|before| match before {
        None if !wished => Ok(None),
        Some(text) if !wished && !Text::read(text)?.has_header => Err(Trouble::Damaged),
        _ => Ok(Some(put(before, lines, Done::after)?)),
    })
}

/// Forgets the learner of a lesson; where nothing of anybody else is kept on this device, everything of this site.
///
/// # Errors
///
/// What stands in the way. Some of it may then be forgotten.
pub fn forget(store: &dyn Store, who: &Who) -> Result<(), Trouble> {
    let is_others = |key: &String| key.starts_with(QUIZZES.key) || Who::of_key(key).is_some_and(|other| other != *who);
    let is_alone = !store.keys()?.iter().any(is_others);
    let forgotten = if is_alone { forget_all(store) } else { forget_one(store, who) };
    forgotten.trouble.map_or(Ok(()), Err)
}

/// What has been forgotten: enough to undo it while the page is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Keys and the texts that were under them.
    pub taken: Vec<(String, String)>,
    /// What stood in the way of forgetting more.
    pub trouble: Option<Trouble>,
}

/// Forgets one learner.
pub fn forget_one(store: &dyn Store, who: &Who) -> Forgotten {
    let mut keys = vec![who.key()];
    if now(store).as_ref() == Ok(who) {
        keys.push(NOW.key.to_owned());
    }
    take(store, &keys)
}

/// Forgets everything that this site keeps, whatever version wrote it.
pub fn forget_all(store: &dyn Store) -> Forgotten {
    match store.keys() {
        Ok(keys) => take(store, &keys),
        Err(fault) => Forgotten { taken: Vec::new(), trouble: Some(fault.into()) },
    }
}

/// Puts back what has been forgotten, where nothing new is there.
///
/// # Errors
///
/// What stands in the way; it can be tried again.
pub fn undo(store: &dyn Store, forgotten: &Forgotten) -> Result<(), Trouble> {
    for (key, text) in &forgotten.taken {
        if store.get(key)?.is_none() {
            store.set(key, text)?;
        }
    }
    Ok(())
}

/// Every learner on the device: the one without a name first, then by number.
///
/// # Errors
///
/// The storage's own.
pub fn all(store: &dyn Store) -> Result<Vec<Learner>, Fault> {
    let mut found: Vec<Who> = store.keys()?.iter().filter_map(|key| Who::of_key(key)).collect();
    // A number with fewer digits is a smaller one.
    found.sort_by_key(|who| who.number().map(|number| (number.len(), number.to_owned())));
    let mut learners = Vec::with_capacity(found.len());
    for who in found {
        // Another tab may have forgotten this one since.
        if let Some(text) = store.get(&who.key())? {
            learners.push(Learner::read(who, text));
        }
    }
    Ok(learners)
}

/// From now on this one is learning.
///
/// # Errors
///
/// What stands in the way.
pub fn choose(store: &dyn Store, who: &Who) -> Result<(), Trouble> {
    match who.number() {
        Some(number) => store.set(NOW.key, number)?,
        None => store.remove(NOW.key)?,
    }
    Ok(())
}

/// Adds a learner, who is learning from now on. `seed` is any number, such as the clock's: from it comes the new learner's number, which is
/// one that nobody here has, nor is likely to have had, so that a lesson open in another tab never writes into a new learner's text.
///
/// # Errors
///
/// What stands in the way. There is then no new learner.
pub fn add(store: &dyn Store, me: Me, seed: u32) -> Result<Who, Trouble> {
    let who = fresh(store, seed)?;
    keep(store, &who, &[Line::Me(me)], true)?;
    choose(store, &who)?;
    Ok(who)
}

/// A learner's number that nobody on this device has.
pub(super) fn fresh(store: &dyn Store, seed: u32) -> Result<Who, Fault> {
    let mut number = seed;
    loop {
        let who = Who(Some(number.to_string()));
        if store.get(&who.key())?.is_none() {
            return Ok(who);
        }
        number = number.wrapping_add(1);
    }
}

/// Takes keys away, as many as the storage lets go of.
fn take(store: &dyn Store, keys: &[String]) -> Forgotten {
    let mut forgotten = Forgotten::default();
    for key in keys {
        let Ok(text) = store.get(key) else { continue };
        match store.remove(key) {
            Ok(()) => forgotten.taken.extend(text.map(|text| (key.clone(), text))),
            Err(fault) => forgotten.trouble = Some(fault.into()),
        }
    }
    forgotten
}
