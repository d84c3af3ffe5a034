//! Files to a typed model, every value with its place, and a complaint for everything that could not be understood.
//!
//! 1. [`read`] takes the text files from the disk; nothing after it touches the disk.
//! 2. [`load`] reads the TOML files ([`setting_file`], [`links_file`], [`law_file`], [`policies_file`], [`changes_file`], [`strings_file`]), all
//!    by [`table`]; what a setting shares with others and changes in part is joined in [`layers`].
//! 3. Each Markdown file becomes a tree as its author typed it: [`front_matter`], [`markdown`], [`marks`], [`outline`]. What does not
//!    hold in this setting ([`switches`]) is left out on the way, by [`conditions`].
//! 4. From all of these comes the [`library`]: what one file may name in another.
//! 5. [`resolve`] turns what was typed into what it means, for a [`document`], what it says [`in_short`], the [`glossary`], an [`agreement`] or a [`lesson`].
//! 6. What each file says is kept sentence by sentence, by [`said`], for whoever measures it. Recordings are given to the steps that they read, by [`sounds`].
//! 7. What was recorded of questions and their clauses is read by [`read_against`].
//! 8. [`translation`] does the same for what is translated, with the marks of the original ([`graft`]).
//!
//! A mistake never stops the rest: all are reported in one run, and the model is made as far as it can be.

mod agreement;
mod alike;
mod approval;
mod changes_file;
mod characters;
mod chosen;
mod clause_words;
mod conditions;
mod disk;
mod document;
mod file;
mod front_matter;
mod glossary;
mod graft;
mod handbook;
mod headings;
mod html;
mod in_short;
mod indents;
mod invented;
mod law_file;
mod layers;
mod leave_out;
mod lesson;
mod library;
mod lines;
mod links_file;
mod list_signs;
mod logo;
mod lost;
mod markdown;
mod marks;
mod meant;
mod names;
mod outline;
mod pages;
mod policies_file;
mod quiz;
mod reach;
mod read_against;
mod resolve;
mod run;
mod said;
mod scenes;
mod setting_file;
mod shape;
mod shelf;
mod short_texts;
mod signs;
mod sounds;
mod spans;
mod strays;
mod strings_file;
mod switches;
mod table;
mod toml_fault;
mod translation;
mod twins;
mod typed;
mod typed_file;
mod web_addresses;

pub use disk::{DEEPEST, ReadError, folders, read};
use fingerpost_model::Setting;
use fingerpost_model::carried::Symbol;
use fingerpost_model::finding::{self, Finding};
use std::collections::BTreeMap;
use std::sync::Arc;
pub use strays::is_dropping;

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
    /// What could not be read.
    pub findings: Vec<Finding>,
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
    /// The complaints, in the order of the files.
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

/// What is wanted of loading, where there is a choice.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Whether what nobody has approved is kept, and not left out.
    pub drafts: bool,
}

/// Understands the files of a setting. Never fails: what cannot be understood is hidden, and is a finding.
///
/// ```
/// use fingerpost_load::{Carried, Options, Sources, load};
///
/// let mut sources = Sources::default();
/// sources.files.insert("setting.toml".to_owned(), "name = \"The Example School\"".to_owned());
/// let loaded = load(&sources, Carried { symbols: &[], words: &[] }, Options::default());
/// // Much else that a setting must say is missing. Each finding names the place and the mend.
/// assert!(loaded.findings.iter().any(|finding| &*finding.place.file == "setting.toml"));
/// ```
pub fn load(sources: &Sources, carried: Carried<'_>, options: Options) -> Loaded {
    let mut findings = sources.findings.clone();
    let shelf = shelf::Shelf::sort(sources, &mut findings);
    let mut setting = pages::setting(&shelf, carried, options, &mut findings);
    if findings.iter().any(is_in_the_way) {
        // Whatever else is found follows from it, or cannot be judged until it is mended.
        let is_syntax = |finding: &Finding| &*finding.place.file == SETTING && finding.rule == "toml-syntax";
        let is_broken = findings.iter().any(is_syntax);
        findings.retain(|finding| if is_broken { is_syntax(finding) } else { &*finding.place.file == SETTING });
        setting = None;
    }
    finding::sort(&mut findings);
    findings.dedup();
    Loaded { setting, findings }
}

/// The file from which everything else is understood.
const SETTING: &str = "setting.toml";

/// Whether a finding makes all others worthless: setting.toml could not be read to its end, or not the folder that it shares with others.
fn is_in_the_way(finding: &Finding) -> bool {
    &*finding.place.file == SETTING && ["toml-syntax", "absolute-path", "missing-folder"].contains(&finding.rule)
}
