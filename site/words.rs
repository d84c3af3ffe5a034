//! The keys of the site's own words: what stands under `[site]` in strings.toml.
//!
//! Every word that a reader sees is in a content file, so that a language is added by adding files.

/// Every key that a setting must give a text for, in the order of strings.toml.
pub const KEYS: &[&str] = &[];
