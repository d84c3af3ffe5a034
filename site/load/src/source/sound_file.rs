//! A recording as it was found: a file of the folder `sounds/`.

use std::sync::Arc;

/// The folder in which recordings lie.
pub const FOLDER: &str = "sounds/";

/// The largest recording in bytes: two minutes of speech in a common quality (128 kbit/s), which a slow line brings in time to be heard.
pub const LARGEST: usize = 2_000_000;

/// A file of the folder `sounds/`.
#[derive(Clone, Debug)]
pub struct SoundFile {
    /// Its path as a reader of the folder types it.
    pub shown: String,
    /// Its path in the setting, or in the shared folder.
    pub logical: String,
    /// The file, or somewhat more than [`LARGEST`] bytes of a larger one.
    pub bytes: Arc<[u8]>,
}

impl SoundFile {
    /// Whether it stands in the setting's own folder.
    pub fn is_own(&self) -> bool {
        self.shown == self.logical
    }
}
