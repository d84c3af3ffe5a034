//! The files of a setting, each put where it belongs by its path.

use super::Sources;
use super::file::SourceFile;
use crate::finding::Finding;
use crate::model::PageName;

/// The files, by what they are.
#[derive(Debug, Default)]
pub struct Shelf {
    /// setting.toml.
    pub setting: Option<SourceFile>,
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
    /// changes.toml.
    pub changes: Option<SourceFile>,
    /// policy/*.md.
    pub sections: Vec<SourceFile>,
    /// pages/*.md.
    pub pages: Vec<(PageName, SourceFile)>,
    /// lessons/*.md.
    pub lessons: Vec<SourceFile>,
    /// The folder of shared files.
    pub common: Option<String>,
}

impl Shelf {
    /// Sorts the files. Of two with the same name the setting's own counts, or both if they are joined.
    pub fn sort(sources: &Sources, found: &mut Vec<Finding>) -> Shelf {
        let mut shelf = Shelf { common: sources.common.clone(), ..Shelf::default() };
        for (shown, text) in &sources.files {
            let logical = shelf.logical(shown);
            if logical == shown || is_joined(logical) || !sources.files.contains_key(logical) {
                let file = SourceFile::new(shown, logical, text);
                shelf.put(file, found);
            }
        }
        let Shelf { links, laws, policies, strings, glossary, .. } = &mut shelf;
        for files in [links, laws, policies, strings, glossary] {
            files.sort_by_key(|file| !is_own(file));
        }
        shelf
    }

    fn logical<'s>(&self, shown: &'s str) -> &'s str {
        let shared = self.common.as_deref().and_then(|common| shown.strip_prefix(common)?.strip_prefix('/'));
        shared.unwrap_or(shown)
    }

    fn put(&mut self, file: SourceFile, found: &mut Vec<Finding>) {
        let logical = file.logical.clone();
        let page = PageName::ALL.into_iter().find(|page| logical == format!("pages/{}.md", page.file_stem()));
        let (folder, name) = logical.split_once('/').unwrap_or(("", &logical));
        let is_markdown = name.ends_with(".md") && !name.contains('/');
        match (folder, name) {
            _ if name == "README.md" || name.ends_with("/README.md") => {}
            ("", "setting.toml") => self.setting = Some(file),
            ("", "links.toml") => self.links.push(file),
            ("", "law.toml") => self.laws.push(file),
            ("", "policies.toml") => self.policies.push(file),
            ("", "strings.toml") => self.strings.push(file),
            ("", "glossary.md") => self.glossary.push(file),
            ("", "changes.toml") if is_own(&file) => self.changes = Some(file),
            ("", "changes.toml") => {
                let message = "Nothing uses this file: changes belong to one setting.";
                found.push(file.warning(0, "unused-file", message, "Move it to the folder of the setting."));
            }
            ("policy", _) if is_markdown => {
                expect_address(&file, found);
                self.sections.push(file);
            }
            ("lessons", _) if is_markdown => {
                expect_address(&file, found);
                self.lessons.push(file);
            }
            _ => match page {
                Some(page) => self.pages.push((page, file)),
                None => found.push(unused(&file)),
            },
        }
    }
}

/// Whether a shared file and the setting's own of the same name are joined entry by entry, so that neither takes the place of the other.
pub fn is_joined(logical: &str) -> bool {
    ["glossary.md", "law.toml", "links.toml", "policies.toml", "strings.toml"].contains(&logical)
}

fn is_own(file: &SourceFile) -> bool {
    *file.logical == *file.shown
}

fn unused(file: &SourceFile) -> Finding {
    let pages: Vec<&str> = PageName::ALL.into_iter().map(PageName::file_stem).collect();
    let mend = format!(
        "Move it to policy/ or lessons/, take it out, or give it the name of a page: pages/{}.md.",
        pages.join(".md, pages/")
    );
    file.warning(0, "unused-file", "Nothing uses this file.", mend)
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
        found.push(file.error(0, "file-name", message, "Give the file another name."));
    } else if !is_address {
        let message = "This file's name cannot be an address.";
        found.push(file.error(0, "file-name", message, "Use small letters, figures and hyphens, like 05-dsl.md."));
    }
}
