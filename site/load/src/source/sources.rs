//! What loading is given, and what it gives: files, what the program carries and what is wanted to the model and the complaints.

use super::file::SourceFile;
use crate::syntax::toml_tree::Tree;
use fingerpost_model::Setting;
use fingerpost_model::carried::Symbol;
use fingerpost_model::finding::Finding;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The files of a setting and of what it takes from `common`, by path relative to the setting's folder.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Path (as in [`fingerpost_model::place::Place::file`]) to text.
    pub files: BTreeMap<String, String>,
    /// The file that setting.toml names as the logo.
    pub logo: LogoFile,
    /// What lies in `sounds/`, by path as the text files; of a file that is too large only the beginning.
    pub sounds: BTreeMap<String, Arc<[u8]>>,
    /// The folder of shared files, relative to the setting's folder, such as `../common`.
    pub common: Option<String>,
    /// setting.toml as it was parsed to find the logo and the folder of shared files. Nothing where `files` were not read from a disk.
    pub setting: Option<ParsedSetting>,
    /// Whether setting.toml names a folder of shared files that cannot be one, which was reported.
    pub lacks_common: bool,
    /// The files that are there and could not be read, which was reported.
    pub unread: BTreeSet<String>,
    /// The files that are links to other places, which are not followed, as was reported.
    pub elsewhere: BTreeSet<String>,
    /// What is wrong with all of these.
    pub findings: Vec<Finding>,
}

/// setting.toml as it was parsed, for whoever is given its text too.
#[derive(Clone, Debug)]
pub struct ParsedSetting {
    text: String,
    tree: Tree,
}

impl ParsedSetting {
    /// Parses it.
    pub(crate) fn of(file: &SourceFile) -> ParsedSetting {
        ParsedSetting { text: file.text.to_string(), tree: Tree::parse(&file.text) }
    }

    /// The text that a key has, with where it stands.
    pub fn text(&self, key: &str) -> Option<(&str, usize)> {
        self.tree.text(key)
    }
}

impl Sources {
    /// The path of setting.toml.
    pub(crate) const SETTING: &str = "setting.toml";

    /// setting.toml and what it says. It is parsed here only if it was not when it was read, or has another text since.
    pub(crate) fn setting(&self) -> Option<(SourceFile, Tree)> {
        let file = SourceFile::new(Sources::SETTING, Sources::SETTING, self.files.get(Sources::SETTING)?);
        let parsed = self.setting.as_ref().filter(|parsed| *parsed.text == *file.text);
        let tree = parsed.map_or_else(|| Tree::parse(&file.text), |parsed| parsed.tree.clone());
        Some((file, tree))
    }
}

/// The file that setting.toml names as the logo, as it was found.
#[derive(Clone, Debug)]
pub enum LogoFile {
    /// There is none of this name beside setting.toml.
    Absent {
        /// The pictures that are there.
        beside: Vec<String>,
    },
    /// It is a link to another place.
    Elsewhere,
    /// It is there and cannot be read, and why.
    Unreadable(String),
    /// What it holds; of one that is too large only the beginning.
    Bytes(Vec<u8>),
}

impl Default for LogoFile {
    fn default() -> LogoFile {
        LogoFile::Absent { beside: Vec::new() }
    }
}

/// What loading gives: the model, where one could be made, and every complaint.
#[derive(Debug)]
pub struct Loaded {
    /// The model. There is none without a setting.toml that can be read to its end, nor without the folder of shared files that it names.
    pub setting: Option<Setting>,
    /// The complaints, in the order in which they are best mended.
    pub findings: Vec<Finding>,
}

/// What the program itself brings and content may name. Tests bring their own.
#[derive(Clone, Copy, Debug)]
pub struct Carried<'a> {
    /// The symbols, sorted by id.
    pub symbols: &'a [Symbol],
    /// The keys of `[site]` in strings.toml.
    pub words: &'static [&'static str],
}

/// What is wanted of loading, where there is a choice. Made with [`Options::default`], and with what is wanted otherwise.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// Whether what nobody has approved is kept, and not left out.
    pub drafts: bool,
}

impl Options {
    /// These options with what nobody has approved kept, or left out.
    pub fn with_drafts(self, drafts: bool) -> Options {
        Options { drafts, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::{ParsedSetting, Sources};
    use crate::source::file::SourceFile;

    #[test]
    fn what_was_parsed_counts_as_long_as_its_text_does() {
        let text = |sources: &Sources| {
            let (file, tree) = sources.setting().unwrap();
            (file.text.to_string(), tree.text("name").map(|(name, _)| name.to_owned()))
        };
        let mut sources = Sources::default();
        assert!(sources.setting().is_none());
        sources.files.insert("setting.toml".to_owned(), "name = \"A\"\r\n".to_owned());
        let alone = text(&sources);
        assert_eq!(alone, ("name = \"A\"\n".to_owned(), Some("A".to_owned())));
        sources.setting = Some(ParsedSetting::of(&SourceFile::new("setting.toml", "setting.toml", "name = \"A\"\r\n")));
        assert_eq!(text(&sources), alone);
        sources.files.insert("setting.toml".to_owned(), "name = \"B\"".to_owned());
        assert_eq!(text(&sources).1.as_deref(), Some("B"));
    }
}
