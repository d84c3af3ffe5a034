//! The site: every file of it, in memory, and who finds which page.

use super::listed::Listed;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A site: every file by its path in the output folder.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Path with `/` to content.
    pub files: BTreeMap<String, Cow<'static, [u8]>>,
    /// Every page, for whoever looks for one.
    pub pages: Vec<Listed>,
    /// The learners' pages, in every language, by path: what a device keeps when somebody asks for it.
    pub kept: BTreeSet<String>,
}

impl Site {
    /// Adds what stands in another part of it.
    pub(crate) fn add(&mut self, part: Site) {
        self.files.extend(part.files);
        self.pages.extend(part.pages);
        self.kept.extend(part.kept);
    }

    /// Puts a file of text there.
    pub(crate) fn put(&mut self, path: impl Into<String>, mut text: String) {
        // It stays until the site is written, and what a text has grown through is up to half of it.
        text.shrink_to_fit();
        self.files.insert(path.into(), Cow::Owned(text.into_bytes()));
    }
}
