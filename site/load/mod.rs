//! Files to a typed model, every value with its place.
use crate::finding::Finding;
use crate::model::Setting;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The text files of a setting and of what it takes from `common`, by path relative to the setting's folder.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Path (as in [`crate::place::Place::file`]) to text.
    pub files: BTreeMap<String, String>,
}

/// What loading gives: the model, where one could be made, and every complaint.
#[derive(Debug)]
pub struct Loaded {
    /// The model.
    pub setting: Option<Setting>,
    /// The complaints.
    pub findings: Vec<Finding>,
}

/// Reads a setting's folder from the disk.
pub fn read(_dir: &Path) -> io::Result<Sources> {
    todo!()
}

/// Understands what was read. Never fails: what it cannot understand is a finding.
pub fn parse(_sources: &Sources) -> Loaded {
    todo!()
}
