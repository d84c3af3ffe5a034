//! How a site is rendered.

/// How a site is rendered. Made with [`Options::default`], and with what is wanted otherwise.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// Where the site will stand, ending in `/`; instead of the one in setting.toml.
    pub base_url: Option<String>,
    /// For `serve`: the page reloads when the content changes.
    pub live_reload: bool,
    /// Nothing is searched on the site: the page that searches has the A to Z alone.
    pub without_search: bool,
}

impl Options {
    /// These options with an address at which the site will stand, ending in `/`; with none it is that of setting.toml.
    pub fn with_base_url(self, base_url: impl Into<Option<String>>) -> Options {
        Options { base_url: base_url.into(), ..self }
    }

    /// These options with pages that reload when the content changes, or without.
    pub fn with_live_reload(self, live_reload: bool) -> Options {
        Options { live_reload, ..self }
    }

    /// These options with a site on which nothing is searched, or with one that has an index.
    pub fn without_search(self, without_search: bool) -> Options {
        Options { without_search, ..self }
    }
}
