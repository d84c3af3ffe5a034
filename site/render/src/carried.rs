//! What the program brings to every site: its style sheets, scripts, players and symbols.

use fingerpost_model::carried::{Asset, Symbol};

/// A player of modules: its script, and its WebAssembly.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlayerFiles {
    /// What fetches and starts it.
    pub script: Asset,
    /// What runs.
    pub wasm: Asset,
}

/// What the program brings. It is data, so that a site can be rendered with other files, as tests do; by default there is nothing in any.
#[derive(Clone, Copy, Debug, Default)]
pub struct Carried {
    /// The symbols, sorted by id.
    pub symbols: &'static [Symbol],
    /// Who wrote what a site is made of, and under which licences.
    pub licences: &'static str,
    /// The style sheet of the pages of words.
    pub style: Asset,
    /// The style sheet of what is printed sheet by sheet.
    pub sheet_style: Asset,
    /// The style sheet of a lesson.
    pub lesson_style: Asset,
    /// The style sheet of the learner's own pages.
    pub own_style: Asset,
    /// The style sheet of quizzes and staff induction.
    pub quiz_style: Asset,
    /// The style sheet of a handbook's pages.
    pub handbook_style: Asset,
    /// The script of every page.
    pub page_script: Asset,
    /// The script that reads a page aloud.
    pub listen_script: Asset,
    /// The script that leads over a page's links by switches.
    pub switches_script: Asset,
    /// The script that keeps the learners' pages on a device.
    pub keep_script: Asset,
    /// The worker that answers with what is kept.
    pub offline_script: Asset,
    /// The script of the search page.
    pub search_script: Asset,
    /// The player of lessons.
    pub lesson: PlayerFiles,
    /// The player of the learner's own pages.
    pub pages: PlayerFiles,
    /// The player of quizzes and courses.
    pub quiz: PlayerFiles,
}
