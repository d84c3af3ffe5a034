//! The site to a folder: only files we own, each atomically, and only where their content has changed.
//!
//! 1. [`target`]: the folder that was chosen, which is neither the content nor a place where a site would do harm.
//! 2. [`work`]: the folder `.fingerpost` in it, with a lock, so that two builds never mix.
//! 3. [`record`]: which files are ours, by hashes alone. A file that is not on it is never overwritten and never deleted.
//! 4. [`plan`]: what is to be written and removed. Whatever forbids it (files of others, files that somebody has changed by hand, links) is
//!    looked for before the first byte is written.
//!
//! No link in the folder is followed: what was prepared in it, by whomever, leads to no file outside. Somebody who puts links there in the very
//! moment in which a build writes is not kept out; who can do that can write there anyway.

mod error;
mod names;
mod plan;
mod record;
mod target;
mod work;

pub use error::{BadPlace, WriteError};
use fingerpost_render::Site;
use names::RECORD;
pub use plan::Edits;
use plan::{Plan, first_to_go};
use record::Record;
pub use target::Target;
use work::Work;
pub use work::over;

/// How many files a write has written, left and removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// Files written because they are new or have changed.
    pub changed: usize,
    /// Files that were already as they should be.
    pub unchanged: usize,
    /// Our own files of an earlier build that the site no longer has.
    pub removed: usize,
}

/// Writes a site into a folder, which is made if it is missing.
pub fn write(site: &Site, target: &Target, edits: Edits) -> Result<Written, WriteError> {
    if !work::is_there(target)? {
        let refused = Plan::of(site, target, Record::read(target)?.as_ref(), edits).err();
        // What is refused here leaves no trace in a folder that is not ours; unless another build has just made it its own.
        if let Some(error) = refused
            && !work::is_there(target)?
        {
            return Err(error);
        }
    }
    let work = Work::begin(target)?;
    let record = Record::read(target)?;
    let plan = Plan::of(site, target, record.as_ref(), edits)?;
    let new = Record::of(site);
    // Old and new together first: if we are stopped in the middle, the next build still knows what is ours.
    work.replace(RECORD, record.unwrap_or_default().and(&new).text().as_bytes())?;
    let first = first_to_go(&plan.remove, site);
    for name in plan.left.iter().chain(first.iter().copied()) {
        work.remove(name)?;
    }
    work.make_folders(&plan.write)?;
    // One after another: two threads that make files in one folder only wait for each other in the system.
    for name in &plan.write {
        work.replace(name, &site.files[name])?;
    }
    for name in plan.remove.iter().filter(|name| !first.contains(name)) {
        work.remove(name)?;
    }
    work.replace(RECORD, new.text().as_bytes())?;
    Ok(Written { changed: plan.write.len(), unchanged: plan.unchanged, removed: plan.remove.len() })
}

#[cfg(test)]
mod tests;
