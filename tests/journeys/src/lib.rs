//! The built site in a real browser, as readers and learners use it.
//!
//! - [`server`]: a plain static file server, which serves the site beneath a prefix and notes what is asked for.
//! - [`engine`]: Chromium, Firefox and WebKit, and how each is started.
//! - [`browser`]: a browser of its own for each journey.
//! - [`paper`]: the words on what the browser prints.
//! - [`site`]: the example site, built once with the program as users get it.
//! - [`altering`]: what other software does to pages.
//! - [`axe`]: axe-core on the page that is open.
//! - [`learner`]: somebody who goes through a lesson by keyboard, with two keys or with a pointer, and sees only the page.
//! - [`taker`]: somebody who takes a quiz, in the same ways.
//! - [`compress`] and [`table`]: what `weigh` and `bench` have in common.
//!
//! A test is a call of [`journey`]; the tests themselves are in `tests/`.

pub mod altering;
pub mod axe;
pub mod browser;
pub mod compress;
pub mod engine;
pub mod learner;
pub mod paper;
pub mod server;
pub mod site;
pub mod table;
pub mod taker;

use browser::Browser;
use engine::{Engine, Skipped, note_skipped};
use server::Server;
pub use site::PREFIX;
use std::cell::Cell;
use std::future::Future;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;
use tokio::task::{JoinError, LocalSet};
use tokio::time::Instant;
use tokio::time::error::Elapsed;

/// The longest that a journey may go without opening a page. One that hangs fails its test and no other; and how long a whole journey takes
/// depends on how many pages there are, and on what else the machine does.
const LIMIT: Duration = Duration::from_secs(600);

/// Holds the time of a page.
const HELD_TIME: &str = include_str!("held_time.js");

/// Reports to the server what an engine without a log would keep to itself. It runs before anything else of the page.
const REPORTS: &str = "
    (() => {
        window.reportsOnTheirWay = 0;
        const report = what => {
            const image = new Image();
            window.reportsOnTheirWay += 1;
            image.onload = image.onerror = () => { window.reportsOnTheirWay -= 1; };
            image.src = location.href.replace(/[?#].*/, '') + '?report=' + encodeURIComponent(what);
        };
        addEventListener('error', event => report(event.message));
        addEventListener('unhandledrejection', event => report(String(event.reason)));
        addEventListener('securitypolicyviolation', event => report(`Content Security Policy: ${event.effectiveDirective} ${event.blockedURI}`));
        const error = console.error;
        console.error = (...what) => { report(what.join(' ')); error(...what); };
    })();";

/// A browser, and the site that it visits.
#[derive(Debug)]
pub struct Journey {
    /// The browser; all that it can do can be asked of the journey.
    pub browser: Browser,
    /// The site's host.
    pub server: Server,
    /// The site's folder.
    pub dist: PathBuf,
    /// When it opened its last page.
    opened: Cell<Instant>,
}

impl Deref for Journey {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl Journey {
    /// Opens a page of the site.
    pub async fn open(&self, page: &str) {
        self.opened.set(Instant::now());
        self.go(&self.server.url(page)).await;
    }

    /// Opens a page of the site and waits until its modules can be used.
    pub async fn open_awake(&self, page: &str) {
        self.open(page).await;
        self.awake().await;
    }

    /// Runs a script in every page from now on, before the page's own.
    pub async fn before_every_page(&self, script: &str) {
        self.server.put_before_pages(script);
    }

    /// Holds the time of every page from now on: it passes only while something is waited for, and where the journey lets it. So a mark that
    /// moves by the clock stays until it has been pressed, however busy the machine is.
    pub fn hold_time(&self) {
        self.server.put_before_pages(HELD_TIME);
        self.browser.note_that_time_is_held();
    }

    /// Every error since the last call: exceptions, security policy violations, files not found. From the browser's own log where it has one,
    /// else as a script in the site's pages and its server have noted them; then what a page says that came from elsewhere is not among them.
    pub async fn errors(&self) -> Vec<String> {
        if self.browser.engine == Engine::Chromium {
            return self.browser.logged_errors().await;
        }
        self.wait_until("the reports to arrive", "!window.reportsOnTheirWay").await;
        self.server.take_reports()
    }

    /// Waits until the modules of the page can be used.
    pub async fn awake(&self) {
        self.wait_until(
            "the modules to be ready",
            "document.readyState === 'complete' && ![...document.querySelectorAll('[data-module]')].some(m => !('ready' in m.dataset))",
        )
        .await;
    }
}

/// Runs a test on the example school's site with script on.
pub fn journey<F: Future<Output = ()> + 'static>(test: impl FnOnce(Rc<Journey>) -> F) {
    journey_on(site::dist(site::SCHOOL), true, test);
}

/// Runs a test on the example school's site with script off.
pub fn journey_without_script<F: Future<Output = ()> + 'static>(test: impl FnOnce(Rc<Journey>) -> F) {
    journey_on(site::dist(site::SCHOOL), false, test);
}

/// Runs a test on a folder of pages. Whatever becomes of the test, the browser is closed; a test that fails leaves a picture.
pub fn journey_on<F: Future<Output = ()> + 'static>(dist: &Path, script: bool, test: impl FnOnce(Rc<Journey>) -> F) {
    run(async {
        if !script && Engine::of_this_run() != Engine::Chromium {
            return note_skipped(&Skipped("it switches script off, which is done in Chromium only".to_owned()));
        }
        let server = Server::start(dist, PREFIX).await;
        let browser = Browser::start(script).await;
        if browser.engine != Engine::Chromium {
            server.put_before_pages(REPORTS);
        }
        let journey = Rc::new(Journey { browser, server, dist: dist.to_path_buf(), opened: Cell::new(Instant::now()) });
        // A task of its own: its panic ends there, and this goes on to close the browser.
        let test = tokio::task::spawn_local(in_time(Rc::clone(&journey), test(Rc::clone(&journey))));
        let outcome = test.await.map_err(JoinError::into_panic);
        match outcome.as_ref().map_err(|failed| failed.downcast_ref::<Skipped>()) {
            Ok(Ok(())) => {}
            Err(Some(skipped)) => note_skipped(skipped),
            Ok(Err(_)) | Err(None) => keep_picture(&journey).await,
        }
        if let Ok(journey) = Rc::try_unwrap(journey) {
            journey.browser.close().await;
        }
        match outcome {
            Ok(Ok(())) => {}
            Ok(Err(_)) => panic!("the journey neither ended nor opened another page within {LIMIT:?}"),
            Err(failed) if failed.is::<Skipped>() => {}
            Err(failed) => std::panic::resume_unwind(failed),
        }
    });
}

/// A test, which ends in any case when it has opened no page for too long.
async fn in_time(journey: Rc<Journey>, test: impl Future<Output = ()>) -> Result<(), Elapsed> {
    let mut test = std::pin::pin!(test);
    loop {
        let opened = journey.opened.get();
        let ended = tokio::time::timeout_at(opened + LIMIT, &mut test).await;
        if ended.is_ok() || journey.opened.get() == opened {
            return ended;
        }
    }
}

/// Runs a test that needs no browser.
pub fn run<F: Future<Output = ()>>(test: F) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be made");
    LocalSet::new().block_on(&runtime, test);
}

async fn keep_picture(journey: &Journey) {
    let Some(picture) = journey.picture().await else { return };
    let name = std::thread::current().name().unwrap_or("journey").replace("::", "-");
    let file = site::scratch().join(format!("{name}.png"));
    if std::fs::create_dir_all(site::scratch()).and_then(|()| std::fs::write(&file, picture)).is_ok() {
        eprintln!("what it looked like: {}", file.display());
    }
}
