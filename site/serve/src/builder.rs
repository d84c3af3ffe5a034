//! Loads the content on every change, and answers from it until the next.
//!
//! A change waits for as little as possible: the content is loaded, asked whether it has errors, and announced. A page is written when it is asked
//! for, and what else is found in the content is told by [`crate::teller`].

use super::ask::{Messages, NOT_FOUND, Served};
use super::page;
use super::program::{News, Program};
use super::teller::ToTell;
use super::whole::Whole;
use fingerpost_check as check;
use fingerpost_check::report;
use fingerpost_load as load;
use fingerpost_model::finding::{self, Finding};
use fingerpost_model::{Day, Setting};
use fingerpost_render::{self as render, Found, Options, Pages, SEARCH_FOLDER};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;
use tokio::sync::watch as versions;

/// Whoever has the content.
pub struct Builder {
    /// The folder of the content.
    pub folder: PathBuf,
    /// How it is loaded.
    pub loading: load::Options,
    /// How it is rendered.
    pub options: Options,
    /// What is brought to it.
    pub program: Program,
    /// Where the name of the version is announced that answers now.
    pub version: Arc<versions::Sender<String>>,
    /// Who tells what is found.
    pub teller: SyncSender<ToTell>,
}

/// What one version leaves for the next.
#[derive(Default)]
struct Kept {
    /// What was read.
    last: load::LastRead,
    /// What was understood.
    cache: load::Cache<'static>,
}

impl Builder {
    /// Serves the content, and what becomes of it, as long as somebody can ask. `first` is told with the first version.
    pub fn serve(&self, messages: &mut Messages, today: impl Fn() -> Day, first: News) {
        let mut first = Some(first);
        let mut kept = Kept::default();
        for number in 0_u64.. {
            messages.load_begins();
            if !self.serve_version(&version(number), &mut kept, messages, today(), first.take()) {
                return;
            }
        }
    }

    /// Serves the content as it is now, until it changes. Returns whether it has.
    fn serve_version(&self, version: &str, kept: &mut Kept, messages: &mut Messages, today: Day, news: Option<News>) -> bool {
        let (setting, found) = self.load(kept);
        let with_news = |to_tell| {
            self.announce(version);
            self.tell(to_tell);
            news.into_iter().for_each(|news| self.tell(ToTell::News(news)));
        };
        let is_without_errors = |setting: &Setting| !finding::has_errors(&found) && !check::finds_errors(setting, today);
        match setting {
            Some(setting) if is_without_errors(&setting) => {
                let setting = Arc::new(setting);
                render::render_on_demand(&setting, &self.program.rendering, &self.options, |pages| {
                    with_news(ToTell::Served(Arc::clone(&setting), found, today));
                    let whole = Arc::new(Whole::new(Arc::clone(&setting), self.program.rendering, self.options.clone()));
                    messages.answer_until_changed(version, |path| served(pages, &whole, path))
                })
            }
            // Nobody can look at a page before this is mended, and what is to be mended is shown at once and whole.
            setting => {
                let mut findings = check::with_loading(setting.as_ref(), found, today);
                report::with_command(&mut findings, &self.program.called);
                let page: Arc<[u8]> = page::findings(&findings).into_bytes().into();
                with_news(ToTell::News(News::Built(findings, None)));
                messages.answer_until_changed(version, |_| Served::Findings(Arc::clone(&page)))
            }
        }
    }

    /// The content as it is now, with what is found as it is loaded. What was edited since the last time is understood anew, and what follows from it.
    fn load(&self, kept: &mut Kept) -> (Option<Setting>, Vec<Finding>) {
        match load::read_again(&self.folder, &mut kept.last) {
            Ok(sources) => {
                let loaded = load::load_again(&sources, self.program.loading, self.loading, &mut kept.cache);
                kept.last.give_back(sources);
                (loaded.setting, loaded.findings)
            }
            Err(error) => (None, vec![error.into_finding()]),
        }
    }

    /// From here on this version answers whoever asks.
    fn announce(&self, version: &str) {
        self.version.send_if_modified(|now| {
            let is_new = now != version;
            version.clone_into(now);
            is_new
        });
    }

    /// Without a teller the server ends.
    fn tell(&self, to_tell: ToTell) {
        let _ = self.teller.send(to_tell);
    }
}

/// What a version without errors has under a path.
fn served(pages: &mut Pages<'_>, whole: &Arc<Whole>, path: &str) -> Served {
    match pages.find(path) {
        Found::File(file) => return Served::File(file.clone()),
        Found::Nothing if !path.starts_with(SEARCH_FOLDER) => {}
        Found::OfAll | Found::Nothing => return Served::OfAll(Arc::clone(whole)),
    }
    match pages.find(NOT_FOUND) {
        Found::File(page) => Served::Nothing(Some(page.clone())),
        Found::OfAll | Found::Nothing => Served::Nothing(None),
    }
}

/// The name of a version. Another run of the program has other names, so that a page knows a new run from a lost connection.
pub fn version(number: u64) -> String {
    format!("{}-{number}", std::process::id())
}
