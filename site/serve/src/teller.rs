//! Finds out what can be said of the content, and tells it, while the content is already served: nobody waits for a page until all its words are read.

use super::program::{News, Program};
use fingerpost_check as check;
use fingerpost_check::report;
use fingerpost_model::finding::Finding;
use fingerpost_model::{Day, Setting};
use fingerpost_render::{self as render, Options};
use std::sync::Arc;
use std::sync::mpsc::Receiver;

/// So many may wait to be told. Whoever has more to tell waits: each holds a whole setting.
pub const MOST: usize = 8;

/// What is to be told.
pub enum ToTell {
    /// This.
    News(News),
    /// What is found in a version that is served, beside what was found when it was loaded.
    Served(Arc<Setting>, Vec<Finding>, Day),
}

/// Tells everything in its order, until there is nobody left who could have more to tell.
pub fn tell_all(to_tell: &Receiver<ToTell>, program: &Program, options: &Options, tell: impl Fn(News)) {
    // The last one is kept until the next comes, so that its end is here, and no change waits for it.
    let mut _last = None;
    for next in to_tell {
        match next {
            ToTell::News(news) => tell(news),
            ToTell::Served(setting, found, today) => {
                let mut findings = check::with_loading(Some(&setting), found, today);
                report::with_command(&mut findings, &program.called);
                // Counted here once more from the contexts: the builder answers meanwhile, and which audiences have a search page takes their views.
                let pages = render::render_on_demand(&setting, &program.rendering, options, |pages| pages.count());
                tell(News::Built(findings, Some(pages)));
                _last = Some(setting);
            }
        }
    }
}
