//! What the pages of one reader share: what the reader may see, the site's words, and where everything is.

use super::anchors::Anchors;
use super::assets::Assets;
use super::terms::Terms;
use crate::view::View;
use fingerpost_lesson::strings::fill;

/// What all pages of the site share, whoever reads them.
#[derive(Debug)]
pub struct Shared {
    /// The paths of the style sheet and the scripts.
    pub assets: Assets,
    /// The places of the public pages.
    pub public: Anchors,
    /// The glossary's terms.
    pub terms: Terms,
    /// The path under which the site stands, where that is known.
    pub base_path: Option<String>,
    /// Whether pages reload when the content changes.
    pub live_reload: bool,
}

/// What one reader may see, with what all share.
#[derive(Debug)]
pub struct Book<'a> {
    /// What this reader may see.
    pub view: View,
    /// What all pages share.
    pub shared: &'a Shared,
}

impl Book<'_> {
    /// One of the site's own words. A missing one shows its key, which the loader has complained of.
    pub fn w<'k>(&'k self, key: &'k str) -> &'k str {
        self.view.words.get(key).map_or(key, String::as_str)
    }

    /// One of the site's own texts with something put in.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.w(key), values)
    }

    /// The title of a role, with a capital; the id where there is no such role.
    pub fn role_title(&self, id: &str) -> String {
        let title = self.view.roles.iter().find(|role| role.id == id).map_or(id, |role| role.title.as_str());
        capital(title)
    }
}

/// A text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
