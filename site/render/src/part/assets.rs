//! Where the files beside the pages stand: under names with a hash of their content, so that a browser may keep them for ever.

/// The paths of one entrance of the player.
#[derive(Clone, Debug)]
pub struct Player {
    /// Its script.
    pub script: String,
    /// Its WebAssembly.
    pub wasm: String,
}

/// The paths of the assets.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The style sheet of the pages of words.
    pub style: String,
    /// The style sheet of the pages that are printed sheet by sheet: that of the pages of words, with what only they need.
    pub sheet_style: String,
    /// The style sheet of a lesson.
    pub lesson_style: String,
    /// The style sheet of the learner's own pages: a lesson's, with what only they need.
    pub own_style: String,
    /// The style sheet of quizzes and staff induction: all of these.
    pub quiz_style: String,
    /// The style sheet of a handbook's pages: a lesson's, for its pictures, with what only they need. Other settings have none.
    pub handbook_style: String,
    /// The page script.
    pub script: String,
    /// The script that reads a page aloud, fetched when somebody asks for it.
    pub listen: String,
    /// The script that leads over a page's links by switches, fetched when somebody comes by them.
    pub switches: String,
    /// The script that keeps the learners' pages on a device, on the lessons' list.
    pub keep: String,
    /// The script of the search page.
    pub search: String,
    /// The player of lessons.
    pub lesson: Player,
    /// The player of the learner's own pages.
    pub pages: Player,
    /// The player of quizzes and courses.
    pub quiz: Player,
    /// The icon, which browsers ask for twice, for the page and for the web manifest: under a name that is kept they ask once.
    pub icon: String,
    /// The setting's logo.
    pub logo: Option<Logo>,
    /// The folder of the symbols' own files.
    pub pictures: String,
}

/// The setting's logo, as pages show it.
#[derive(Clone, Debug)]
pub struct Logo {
    /// Its file.
    pub path: String,
    /// A small drawing as an address that holds it whole: it costs a lesson no request.
    pub whole: Option<String>,
    /// Its width and height, where they are known.
    pub size: Option<(u32, u32)>,
}
