//! The generator: a setting's folder in, a static site out.
//!
//! Five functions with plain data between them; only reading and the last touch the disk. Each is a crate that knows only what is beneath it:
//!
//! 1. [`load`]: files to a typed [`model::Setting`], every part with its place, and what could not be understood.
//! 2. [`check`]: the model to [`model::finding::Finding`]s: what is wrong, where, what to do.
//! 3. [`render`]: the model to the site's files, through a `View` that holds only what a reader may see.
//! 4. [`search`]: the pages to the index that is searched in the browser.
//! 5. [`mod@write`]: the files to a folder, only what we own, atomically.
//!
//! What the program brings to each site reaches them as data: [`embedded`].
//!
//! The library never prints, reads the environment or the clock, or exits; `site/main.rs` does.
//!
//! ```
//! use fingerpost::{check, embedded, load, model, render};
//!
//! let sources = load::read("content/school".as_ref())?;
//! let loaded = load::load(&sources, embedded::LOADING, load::Options::default());
//! let today = model::Day { year: 2026, month: 12, day: 1 };
//! let findings = check::with_loading(loaded.setting.as_ref(), loaded.findings, today);
//! assert!(!model::finding::has_errors(&findings));
//! let site = render::render_blocking(&loaded.setting.unwrap(), &embedded::RENDERING, &render::Options::default());
//! assert!(site.files.contains_key("index.html"));
//! # Ok::<(), load::ReadError>(())
//! ```

pub mod embedded;
pub mod licences;

pub use fingerpost_check as check;
pub use fingerpost_load as load;
pub use fingerpost_model as model;
pub use fingerpost_render as render;
pub use fingerpost_search as search;
pub use fingerpost_serve as serve;
pub use fingerpost_write as write;
