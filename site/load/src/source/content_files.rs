//! The files of a setting, each put where it belongs by its path.

use super::characters;
use super::file::SourceFile;
use super::sound_file::SoundFile;
use super::sources::{LogoFile, Sources};
use crate::handbook::files::files;
use crate::handbook::folder;
use crate::memo::Memo;
use crate::syntax::front_matter;
use crate::syntax::markdown::Markdown;
use fingerpost_model::finding::Finding;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::{PageName, ReviewRecords};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The files, by what they are.
#[derive(Debug, Default)]
pub struct ContentFiles {
    /// links.toml, the setting's own before the shared one, as of all that are joined.
    pub links: Vec<SourceFile>,
    /// law.toml.
    pub laws: Vec<SourceFile>,
    /// policies.toml.
    pub policies: Vec<SourceFile>,
    /// strings.toml.
    pub strings: Vec<SourceFile>,
    /// glossary.md.
    pub glossary: Vec<SourceFile>,
    /// read-against.toml.
    pub read_against: Vec<SourceFile>,
    /// Whether one of these could not be read as it was written, which was reported.
    pub has_lost_records: bool,
    /// changes.toml.
    pub changes: Option<SourceFile>,
    /// policy/*.md.
    pub sections: Vec<SourceFile>,
    /// pages/*.md.
    pub pages: Vec<(PageName, SourceFile)>,
    /// agreements/*.md.
    pub agreements: Vec<SourceFile>,
    /// lessons/*.md.
    pub lessons: Vec<SourceFile>,
    /// quizzes/*.md.
    pub quizzes: Vec<SourceFile>,
    /// inductions/*.md.
    pub inductions: Vec<SourceFile>,
    /// items/*.md.
    pub items: Vec<SourceFile>,
    /// handbook/*.md.
    pub handbook: Vec<SourceFile>,
    /// What these hold, in their order: their examples are files of their own, so that they were parsed first.
    pub handbook_markdown: Vec<Markdown>,
    /// Whether the setting is a handbook.
    pub is_handbook: bool,
    /// What is translated, by language.
    pub languages: BTreeMap<String, TranslationFiles>,
    /// Every file of these, by the path that the setting and what it shares have in common.
    pub paths: BTreeSet<String>,
    /// Those that are there and could not be read, which was reported: what names them says nothing more.
    pub unread: BTreeSet<String>,
    /// The folder of shared files.
    pub common: Option<String>,
    /// The logo's file.
    pub logo: LogoFile,
    /// sounds/LESSON/PATH/MOMENT.mp3, the setting's own before the shared ones.
    pub sounds: Vec<SoundFile>,
}

/// A file that is taken, before it is put where it belongs.
struct Taken<'s> {
    shown: &'s str,
    text: &'s str,
    logical: &'s str,
    /// What it translates, and into which language.
    translated: Option<(String, &'s str)>,
}

impl Taken<'_> {
    /// The path of the file that it is, or that it translates.
    fn stands_for(&self) -> &str {
        self.translated.as_ref().map_or(self.logical, |(original, _)| original)
    }
}

/// The files of one language: `name.LANG.md`, `name.LANG.toml`. Each has its original's path as its logical one.
#[derive(Debug, Default)]
pub struct TranslationFiles {
    /// strings.LANG.toml, the setting's own before the shared one.
    pub strings: Vec<SourceFile>,
    /// setting.LANG.toml.
    pub setting: Option<SourceFile>,
    /// links.LANG.toml, in the same order.
    pub links: Vec<SourceFile>,
    /// Markdown files.
    pub documents: Vec<SourceFile>,
}

impl TranslationFiles {
    /// Any of its files: the first that a reader of the folder meets.
    pub fn any(&self) -> Option<&SourceFile> {
        self.documents.first().or(self.setting.as_ref()).or(self.links.first()).or(self.strings.first())
    }
}

impl ContentFiles {
    /// Sorts the files but for setting.toml, which says whether it is a handbook. Of two with the same name the setting's own counts, or both
    /// if they are joined.
    pub fn sort(
        sources: &Sources,
        is_handbook: bool,
        memo: &mut Memo<(SourceFile, bool)>,
        found: &mut Vec<Finding>,
    ) -> ContentFiles {
        let mut content_files =
            ContentFiles { common: sources.common.clone(), logo: sources.logo.clone(), is_handbook, ..ContentFiles::default() };
        content_files.unread = sources.unread.iter().map(|shown| content_files.logical(shown).to_owned()).collect();
        let mut lost = sources.unread.iter().chain(&sources.elsewhere);
        content_files.has_lost_records = lost.any(|shown| content_files.logical(shown) == ReviewRecords::FILE);
        let mut taken = Vec::new();
        for (shown, text) in &sources.files {
            let logical = content_files.logical(shown);
            if is_handbook && logical != shown && !is_for_handbooks(logical) {
                continue;
            }
            if logical == shown || is_joined(logical) || !sources.files.contains_key(logical) {
                match mistyped_language(shown, logical) {
                    Some(finding) => found.push(finding),
                    None => taken.push(Taken { shown, text, logical, translated: original_of(logical) }),
                }
            }
        }
        let files = memo.each(
            &taken,
            found,
            |taken| Arc::from(taken.shown),
            |(file, _), taken| file.is_of(taken.stands_for(), taken.text),
            |taken, found| {
                let file = SourceFile::new(taken.shown, taken.stands_for(), taken.text);
                let is_clean = characters::report(&file, found);
                (file, is_clean)
            },
        );
        for (Taken { logical, translated, .. }, (file, is_clean)) in taken.into_iter().zip(files) {
            content_files.has_lost_records |= !is_clean && translated.is_none() && logical == ReviewRecords::FILE;
            match translated {
                Some((_, language)) => content_files.put_translated(file, language, found),
                None => content_files.put(file, found),
            }
        }
        let ContentFiles { links, laws, policies, strings, glossary, read_against, .. } = &mut content_files;
        for files in [links, laws, policies, strings, glossary, read_against] {
            files.sort_by_key(|file| !is_own(file));
        }
        for (shown, bytes) in &sources.sounds {
            let logical = content_files.logical(shown).to_owned();
            if is_handbook && logical != *shown {
                continue;
            }
            content_files.sounds.push(SoundFile { shown: shown.clone(), logical, bytes: bytes.clone() });
        }
        content_files.sounds.sort_by_key(|file| file.shown != file.logical);
        for translation_files in content_files.languages.values_mut() {
            translation_files.strings.sort_by_key(|file| !is_own(file));
            translation_files.links.sort_by_key(|file| !is_own(file));
        }
        content_files
    }

    /// The paths of the Markdown files that some file translates.
    pub fn translated(&self) -> BTreeSet<&str> {
        self.languages.values().flat_map(|files| &files.documents).map(|file| file.logical.as_str()).collect()
    }

    /// Whether a file that a setting may or may not take says this.
    pub fn says(&self, words: &str) -> bool {
        let files = [&self.agreements, &self.lessons, &self.quizzes, &self.inductions, &self.items];
        files.into_iter().flatten().any(|file| file.text.contains(words))
    }

    fn logical<'s>(&self, shown: &'s str) -> &'s str {
        let shared = self.common.as_deref().and_then(|common| shown.strip_prefix(common)?.strip_prefix('/'));
        shared.unwrap_or(shown)
    }

    fn put(&mut self, file: SourceFile, found: &mut Vec<Finding>) {
        let logical = file.logical.clone();
        self.paths.insert(logical.clone());
        let page = PageName::ALL.into_iter().find(|page| logical == format!("pages/{}.md", page.file_stem()));
        let (folder, name) = logical.split_once('/').unwrap_or(("", &logical));
        let is_markdown = name.ends_with(".md") && !name.contains('/');
        match (folder, name) {
            _ if name == "README.md" || name.ends_with("/README.md") => {}
            // It was read before all others.
            ("", Sources::SETTING) => {}
            ("", "links.toml") => self.links.push(file),
            ("", "law.toml") => self.laws.push(file),
            ("", "policies.toml") => self.policies.push(file),
            ("", "strings.toml") => self.strings.push(file),
            ("", ReviewRecords::FILE) => self.read_against.push(file),
            ("", "glossary.md") => self.glossary.push(file),
            ("", "changes.toml") if is_own(&file) => self.changes = Some(file),
            ("", "changes.toml") => {
                let message = "Nothing uses this file: changes belong to one setting.";
                found.push(file.warning(0, Rule::UnusedFile, message, "Move it to the folder of the setting."));
            }
            ("policy", _) if is_markdown => {
                expect_address(&file, found);
                self.sections.push(file);
            }
            ("agreements", _) if is_markdown => {
                expect_address(&file, found);
                self.agreements.push(file);
            }
            ("lessons", _) if is_markdown => {
                expect_address(&file, found);
                expect_no_page_of_another(&file, found);
                self.lessons.push(file);
            }
            ("quizzes", _) if is_markdown => {
                expect_address(&file, found);
                self.quizzes.push(file);
            }
            ("inductions", _) if is_markdown => {
                expect_address(&file, found);
                self.inductions.push(file);
            }
            ("items", _) if is_markdown => self.items.push(file),
            (folder::FOLDER, _) if is_markdown && self.is_handbook => {
                expect_address(&file, found);
                // What is wrong with its front matter is said where that is read.
                let markdown = Markdown::parse(&file, front_matter::split(&file, &mut Vec::new()).body);
                files(&file, &markdown.blocks).into_iter().for_each(|example| self.put(example, found));
                self.handbook.push(file);
                self.handbook_markdown.push(markdown);
            }
            _ => match page.filter(|page| !self.is_handbook || PageName::OF_HANDBOOK.contains(page)) {
                Some(page) => self.pages.push((page, file)),
                None => found.push(unused(&file, self.is_handbook)),
            },
        }
    }

    fn put_translated(&mut self, file: SourceFile, language: &str, found: &mut Vec<Finding>) {
        let (folder, name) = file.logical.split_once('/').unwrap_or(("", &file.logical));
        let is_translatable = match (folder, name) {
            (_, "README.md") => return,
            ("", "setting.toml" | "links.toml" | "strings.toml" | "glossary.md") => true,
            ("policy" | "lessons" | "agreements" | "pages", name) => {
                let stem = name.strip_suffix(".md").filter(|stem| !stem.contains('/'));
                stem.is_some_and(|stem| stem != PageName::NotFound.file_stem())
            }
            _ => false,
        };
        if !is_translatable {
            let message = "Nothing uses this file: what it seems to translate is shown in the setting's own language only.";
            found.push(file.warning(0, Rule::UnusedFile, message, "Take it out, or give it a name without a dot in the middle."));
            return;
        }
        let translation_files = self.languages.entry(language.to_owned()).or_default();
        match file.logical.as_str() {
            "setting.toml" => translation_files.setting = Some(file),
            "links.toml" => translation_files.links.push(file),
            "strings.toml" => translation_files.strings.push(file),
            _ => translation_files.documents.push(file),
        }
    }
}

/// What a file translates, and into which language: `policy/05-dsl.cy.md` is `policy/05-dsl.md` in `cy`.
pub fn original_of(logical: &str) -> Option<(String, &str)> {
    let (rest, ending) = logical.rsplit_once('.')?;
    let (stem, language) = rest.rsplit_once('.')?;
    let mut parts = language.split('-');
    let is_tag = parts
        .next()
        .is_some_and(|first| (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase()))
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
    (is_tag && !stem.is_empty() && !stem.ends_with('/')).then(|| (format!("{stem}.{ending}"), language))
}

/// The complaint about a file whose name has a language before its ending that is not in small letters with hyphens: `get-help.PL.md`.
fn mistyped_language(shown: &str, logical: &str) -> Option<Finding> {
    let right = |path: &str| {
        let (rest, ending) = path.rsplit_once('.')?;
        let (stem, language) = rest.rsplit_once('.')?;
        Some(format!("{stem}.{}.{ending}", language.trim().to_lowercase().replace(['_', ' '], "-")))
    };
    let named = right(logical).filter(|named| original_of(logical).is_none() && original_of(named).is_some())?;
    let place = Place::start_of(&Arc::from(shown));
    let message = "The language in this file's name is not written in small letters, so the file is not read.";
    Some(Finding::error(place, Rule::FileName, message, format!("Name it {named}.")))
}

/// Whether a handbook takes this shared file. The policy, the pages and the services there are those of a school or a charity.
fn is_for_handbooks(logical: &str) -> bool {
    let (original, _) = original_of(logical).unwrap_or_else(|| (logical.to_owned(), ""));
    original == "strings.toml"
}

/// Whether a shared file and the setting's own of the same name are joined entry by entry, so that neither takes the place of the other.
pub fn is_joined(logical: &str) -> bool {
    let original = original_of(logical).map(|(original, _)| original);
    let logical = original.as_deref().unwrap_or(logical);
    ["glossary.md", "law.toml", "links.toml", "policies.toml", "strings.toml", ReviewRecords::FILE].contains(&logical)
}

/// Whether a file, or a translation of one, stands in the setting's own folder.
pub fn is_own(file: &SourceFile) -> bool {
    let is_own_translation = || original_of(&file.shown).is_some_and(|(original, _)| original == file.logical);
    *file.logical == *file.shown || is_own_translation()
}

fn unused(file: &SourceFile, is_handbook: bool) -> Finding {
    const FOLDERS: &str = "policy/, lessons/, agreements/, quizzes/, inductions/ or items/";
    let (folders, pages) = match is_handbook {
        true => (format!("handbook/, {FOLDERS}"), &PageName::OF_HANDBOOK[..]),
        false => (FOLDERS.to_owned(), &PageName::ALL[..]),
    };
    let pages: Vec<&str> = pages.iter().map(|page| page.file_stem()).collect();
    let pages = pages.join(".md, pages/");
    let help = format!("Move it to {folders}, take it out, or give it the name of a page: pages/{pages}.md.");
    file.warning(0, Rule::UnusedFile, "Nothing uses this file.", help)
}

/// A file's name becomes an address.
fn expect_address(file: &SourceFile, found: &mut Vec<Finding>) {
    let stem = file.stem();
    let is_address = !stem.is_empty()
        && stem.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && stem.contains(|c: char| c.is_ascii_lowercase());
    let address = stem.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-');
    if ["all", "index"].contains(&address) {
        let message = format!("The address \"{address}\" is taken by a page that the program makes.");
        found.push(file.error(0, Rule::FileName, message, "Give the file another name."));
    } else if !is_address {
        let message = "This file's name cannot be an address.";
        found.push(file.error(0, Rule::FileName, message, "Use small letters, figures and hyphens, like 05-dsl.md."));
    } else if stem.len() > LONGEST_NAME {
        let message = format!("This file's name has {} letters, which is more than every computer can take.", stem.len());
        found.push(file.error(0, Rule::FileName, message, format!("Give it a name of {LONGEST_NAME} letters at most.")));
    } else if is_name_of_a_device(stem) || is_name_of_a_device(address) {
        let message =
            "This file's name is one that Windows keeps for itself, so the site could not be copied to such a computer.";
        found.push(file.error(0, Rule::FileName, message, "Give the file another name."));
    }
}

/// The longest name of a file: a page of a lesson has some letters more, and Windows takes 260 with all folders around it.
const LONGEST_NAME: usize = 80;

/// Whether Windows takes a name for a device, whatever its ending.
fn is_name_of_a_device(name: &str) -> bool {
    let numbered =
        |device: &str| name.strip_prefix(device).is_some_and(|number| number.len() == 1 && number.as_bytes()[0].is_ascii_digit());
    ["con", "prn", "aux", "nul"].contains(&name) || numbered("com") || numbered("lpt")
}

/// A lesson has pages besides its own, whose names begin with its name.
fn expect_no_page_of_another(file: &SourceFile, found: &mut Vec<Finding>) {
    if let Some(ending) = ["-adult", "-worksheet"].into_iter().find(|ending| file.stem().ends_with(ending)) {
        let message = format!("The name of a lesson cannot end with \"{ending}\", because a page of each lesson does.");
        found.push(file.error(0, Rule::FileName, message, "Give the file another name."));
    }
}

#[cfg(test)]
mod tests {
    use super::{mistyped_language, original_of};

    #[test]
    fn a_language_that_is_not_in_small_letters_is_told_its_right_form() {
        let help = |path| mistyped_language(path, path).map(|finding| finding.help);
        assert_eq!(help("pages/get-help.PL.md").as_deref(), Some("Name it pages/get-help.pl.md."));
        assert_eq!(help("policy/05-dsl.zh_Hans.md").as_deref(), Some("Name it policy/05-dsl.zh-hans.md."));
        assert_eq!(help("strings.Cy.toml").as_deref(), Some("Name it strings.cy.toml."));
        for path in ["pages/get-help.pl.md", "pages/get-help.md", "a.v2.md", "a.Draft.md", "setting.toml"] {
            assert_eq!(help(path), None, "{path}");
        }
    }

    #[test]
    fn a_language_stands_before_the_ending() {
        let of = |path| original_of(path).map(|(original, language)| format!("{language} {original}"));
        assert_eq!(of("policy/05-dsl.cy.md").as_deref(), Some("cy policy/05-dsl.md"));
        assert_eq!(of("strings.zh-hans.toml").as_deref(), Some("zh-hans strings.toml"));
        for path in ["policy/05-dsl.md", "policy/05-dsl.xx1.md", "policy/05-dsl.CY.md", "policy/.cy.md", "a.v2.md", "a.draft.md"]
        {
            assert_eq!(of(path), None, "{path}");
        }
    }
}
