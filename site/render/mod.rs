//! The model to pages.
use crate::model::Setting;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How a site is rendered.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where the site will stand, ending in `/`; instead of the one in setting.toml.
    pub base_url: Option<String>,
    /// For `serve`: the page reloads when the content changes.
    pub live_reload: bool,
}

/// A site: every file by its path in the output folder.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Path with `/` to content.
    pub files: BTreeMap<String, Cow<'static, [u8]>>,
}

/// Renders every file of the site.
pub fn render(_setting: &Setting, _options: &Options) -> Site {
    todo!()
}
