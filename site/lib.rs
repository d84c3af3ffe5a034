//! The generator: a setting's folder in, a static site out.
//!
//! Five functions with plain data between them; only the first and the last touch the disk:
//!
//! 1. [`load`]: files to a typed [`model::Setting`], every part with its place, and what could not be understood.
//! 2. [`check`]: the model to [`finding::Finding`]s: what is wrong, where, what to do.
//! 3. [`render`]: the model to the site's files, through a [`view::View`] that holds only what a reader may see.
//! 4. [`search`]: the pages to the index that is searched in the browser.
//! 5. [`mod@write`]: the files to a folder, only what we own, atomically.
//!
//! The library never prints, reads the environment or the clock, or exits; `site/main.rs` does.

pub mod accept;
pub mod check;
pub mod colour;
mod email;
pub mod embedded;
pub mod figures;
pub mod finding;
mod fingerprint;
mod grounds;
pub mod language;
mod letters;
pub mod licences;
pub mod load;
pub mod media;
pub mod model;
mod order;
mod phone;
pub mod place;
pub mod render;
pub mod report;
pub mod rules;
pub mod search;
pub mod serve;
pub mod ssr;
mod text;
pub mod themes;
pub mod view;
mod walk;
pub mod web_address;
pub mod words;
pub mod write;
