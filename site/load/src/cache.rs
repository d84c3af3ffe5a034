//! What one loading leaves for the next of the same folder, so that an editor who saves one file of a thousand does not wait for the other 999.
//!
//! A step that is done with one file alone is kept with what it was given. It is done again only where that is another: the file's text; with it the
//! [`Gate`]; or with both what it takes from the [`Library`]. What is done with all files together is done anew each time. So a loading that follows others gives
//! what the first would give.

use crate::memo::Memo;
use crate::policy::section::ResolvedSection;
use crate::resolve::library::Library;
use crate::source::file::SourceFile;
use crate::syntax::outline::Outline;
use crate::syntax::parsed_file::{Gate, OwnGate, ParsedFile};
use crate::syntax::places::Places;
use fingerpost_model::Sentence;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What earlier loadings of a folder leave for the next.
#[derive(Default)]
pub struct Cache<'c> {
    /// The files, and whether each has only signs that can be seen, by their paths as shown.
    pub(crate) files: Memo<(SourceFile, bool)>,
    /// The Markdown files as typed, by the same paths.
    pub(crate) parsed: Memo<ParsedFile>,
    /// The places of each file, with the tree in which they are.
    pub(crate) places: Memo<(Arc<Outline>, Arc<Places>)>,
    /// The sections as meant, each with the tree of which it was made.
    pub(crate) sections: Memo<(Arc<Outline>, Option<ResolvedSection>)>,
    /// What each file says, with the tree that says it.
    pub(crate) said: Memo<(Arc<Outline>, Arc<[Sentence]>)>,
    /// The paths of the files that other files can link to, and that are not what they were at the last loading.
    pub(crate) changed_pages: BTreeSet<String>,
    gate: Option<OwnGate>,
    library: Option<Library<'c>>,
}

impl<'c> Cache<'c> {
    /// Begins a loading: what the last one did not use is dropped.
    pub(crate) fn begin(&mut self) {
        self.files.turn();
        self.parsed.turn();
        self.places.turn();
        self.sections.turn();
        self.said.turn();
    }

    /// Says what decides now which files are on the site. What was typed is read anew if that is another than before.
    pub(crate) fn set_gate(&mut self, gate: Gate<'_>) {
        let is_known = self.gate.as_ref().is_some_and(|known| known.is(gate));
        if !is_known {
            self.parsed.forget();
            self.gate = Some(gate.to_owned());
        }
    }

    /// Says what can be named now. What was resolved is resolved anew if that is another than before; where only pages are others, what links to
    /// them. What a file says holds names and goes nowhere.
    pub(crate) fn set_library(&mut self, library: &Library<'c>) {
        let last = self.library.as_ref();
        if last.is_none_or(|last| last.names != library.names) {
            self.said.forget();
        }
        match last.filter(|last| last.is_same_but_for_pages(library)) {
            Some(last) => self.changed_pages = last.pages_unlike(library),
            None => {
                self.sections.forget();
                self.changed_pages = BTreeSet::new();
            }
        }
        self.library = Some(library.clone());
    }
}
