//! What the site may keep on a device, for the privacy page.

/// A key of the browser's storage and what it is for.
#[derive(Debug)]
pub struct KeptKey {
    /// The key.
    pub key: &'static str,
    /// The key, in `[site]` of strings.toml, of the words that say what it is for.
    pub purpose_word: &'static str,
}

/// Every key that the site may ever write.
pub const KEYS: &[KeptKey] = &[
    KeptKey { key: "fingerpost.1.look", purpose_word: "kept_look" },
    KeptKey { key: "fingerpost.1.learner", purpose_word: "kept_learner" },
];
