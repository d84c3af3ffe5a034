//! What is ours in an output folder besides the site, by its names.

/// The folder of work. A host needs nothing of it.
pub const WORK: &str = ".fingerpost";
/// The record, in the folder of work.
pub const RECORD: &str = ".fingerpost/files";
/// The list of names that earlier versions kept in its place.
pub const OLD_LIST: &str = ".fingerpost-files";

/// Whether a path is of the folder of work.
pub fn is_work(name: &str) -> bool {
    name == WORK || name.strip_prefix(WORK).is_some_and(|rest| rest.starts_with('/'))
}
