//! Builds, serves on loopback, rebuilds and reloads on every change.
//!
//! 1. [`build`] loads, checks and renders into memory; nothing is written to the disk.
//! 2. [`answer`] answers requests from memory: there is no path that could lead outside the output.
//! 3. [`watch`] rebuilds when a file of the content changes, and tells open pages to reload.

mod answer;
mod page;
mod watch;

use crate::finding::{self, Finding};
use crate::model::Day;
use crate::render::{self, Options, Site};
use crate::search::{self, SearchError};
use crate::{check, load, report};
use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, RwLock};
use tokio::sync::watch as versions;

/// What happens while serving, for whoever tells the user.
#[derive(Debug)]
pub enum News {
    /// The site can be opened here.
    At(SocketAddr),
    /// A build has ended: what was found, and how many pages there are (none when the content has errors).
    Built(Vec<Finding>, Option<usize>),
}

/// Why serving could not begin, or ended.
#[derive(Debug)]
pub enum ServeError {
    /// The port could not be had.
    Port(u16, io::Error),
    /// The folder cannot be watched.
    Watch(PathBuf, notify_debouncer_full::notify::Error),
    /// The system refused.
    Io(io::Error),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ServeError::Port(port, error) => {
                write!(f, "port {port} cannot be used ({error}). Give another with --port, or --port 0 for any free one.")
            }
            ServeError::Watch(path, error) => write!(f, "{}: cannot watch this folder for changes ({error}).", path.display()),
            ServeError::Io(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for ServeError {}

/// What is served now.
enum Served {
    Site(Arc<Searchable>),
    /// The content has errors: every page shows them.
    Findings(Vec<Finding>),
}

/// A site, with the index that is made when somebody searches: a change would be on screen later if each one waited for it.
struct Searchable {
    site: Site,
    index: OnceLock<Result<BTreeMap<String, Vec<u8>>, SearchError>>,
}

impl Searchable {
    fn new(site: Site) -> Searchable {
        Searchable { site, index: OnceLock::new() }
    }

    /// A file of the index, which the first call makes.
    fn index_file(&self, name: &str) -> Result<Option<&[u8]>, SearchError> {
        let index = self.index.get_or_init(|| search::index(&self.site)).as_ref();
        Ok(index.map_err(Clone::clone)?.get(name).map(Vec::as_slice))
    }
}

/// What requests share.
#[derive(Clone)]
struct Shared {
    served: Arc<RwLock<Served>>,
    version: Arc<versions::Sender<u64>>,
    /// Which run of the program this is, so that a page knows a new run from a lost connection.
    started: u32,
}

/// Serves a setting's folder until the process is stopped. `check` is the command that checks it, for the mends that name one; `today` is asked
/// for at every build.
pub fn serve(
    dir: &Path,
    port: u16,
    loading: load::Options,
    check: &str,
    today: impl Fn() -> Day + Send + 'static,
    tell: impl Fn(News) + Send + Sync + 'static,
) -> Result<(), ServeError> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| ServeError::Port(port, error))?;
    listener.set_nonblocking(true).map_err(ServeError::Io)?;
    let address = listener.local_addr().map_err(ServeError::Io)?;
    let options = Options { base_url: Some(format!("http://{address}/")), live_reload: true };
    // Builds happen outside the runtime that answers: rendering a module takes a small runtime of its own.
    let (served, findings) = build(dir, loading, check, &options, today());
    let shared = Shared {
        served: Arc::new(RwLock::new(served)),
        version: Arc::new(versions::Sender::new(0)),
        started: std::process::id(),
    };
    tell(News::Built(findings, shared.pages()));
    tell(News::At(address));
    let rebuilding = shared.clone();
    let (folder, check) = (dir.to_path_buf(), check.to_owned());
    let _watching = watch::watch(dir, move || {
        let (served, findings) = build(&folder, loading, &check, &options, today());
        *rebuilding.served.write().expect("no builder panics while it holds the lock") = served;
        tell(News::Built(findings, rebuilding.pages()));
        rebuilding.version.send_modify(|version| *version += 1);
    })?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(ServeError::Io)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).map_err(ServeError::Io)?;
        axum::serve(listener, answer::router(shared)).await.map_err(ServeError::Io)
    })
}

impl Shared {
    fn pages(&self) -> Option<usize> {
        match &*self.served.read().expect("no builder panics while it holds the lock") {
            Served::Site(served) => Some(served.site.files.keys().filter(|name| name.ends_with(".html")).count()),
            Served::Findings(_) => None,
        }
    }
}

/// One build into memory, with everything that was found.
fn build(dir: &Path, loading: load::Options, command: &str, options: &Options, today: Day) -> (Served, Vec<Finding>) {
    let loaded = match load::load_with(dir, loading) {
        Ok(loaded) => loaded,
        Err(error) => {
            let findings = vec![error.into_finding()];
            return (Served::Findings(findings.clone()), findings);
        }
    };
    let (setting, mut findings) = check::loaded(loaded, today);
    report::with_command(&mut findings, command);
    match setting {
        Some(setting) if !finding::has_errors(&findings) => {
            (Served::Site(Arc::new(Searchable::new(render::render(&setting, options)))), findings)
        }
        _ => (Served::Findings(findings.clone()), findings),
    }
}
