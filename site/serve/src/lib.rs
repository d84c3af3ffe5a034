//! Builds, serves on loopback, rebuilds and reloads on every change.
//!
//! 1. [`build`] loads, checks and renders into memory; nothing is written to the disk.
//! 2. What was built is [`served`]: a site, or what is wrong with the content.
//! 3. [`answer`] answers requests from memory, whole or in part ([`range`]): there is no path that could lead outside the output.
//! 4. [`watch`] waits until the content changes. Then all is built again, and open pages are told to reload.

mod answer;
mod page;
mod range;
mod served;
mod watch;

use fingerpost_check as check;
use fingerpost_check::report;
use fingerpost_load as load;
use fingerpost_model::Day;
use fingerpost_model::finding::{self, Finding};
use fingerpost_render::{self as render, Options};
use served::{Searchable, Served, Shared};
use std::convert::Infallible;
use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::{Arc, mpsc};
use std::thread;
use tokio::sync::oneshot;
use watch::Watch;

/// The program that serves: what it brings to every site, and how it is called.
#[derive(Clone, Debug)]
pub struct Program {
    /// What content may name.
    pub loading: load::Carried<'static>,
    /// What is put into the site.
    pub rendering: render::Carried,
    /// How it was called for this folder, for the help that names a command.
    pub called: report::Called,
}

/// What happens while serving, for whoever tells the user.
#[derive(Debug)]
pub enum News {
    /// The site can be opened here.
    At(SocketAddr),
    /// A build has ended: what was found, and how many pages there are (none when the content has errors).
    Built(Vec<Finding>, Option<usize>),
    /// The system does not tell when a file changes, for this reason. Changes are looked for all the same.
    Unwatched(String),
}

/// Why serving could not begin, or ended.
#[derive(Debug)]
#[non_exhaustive]
pub enum ServeError {
    /// The port could not be had.
    Port(u16, io::Error),
    /// A build ended in the middle. What it said went to standard error.
    Build,
    /// The system refused.
    Io(io::Error),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ServeError::Port(port, error) => {
                write!(f, "port {port} cannot be used ({error}). Give another with --port, or --port 0 for any free one.")
            }
            ServeError::Build => {
                write!(f, "a build stopped in the middle. This is a fault of fingerpost, not of your content. Please report it.")
            }
            ServeError::Io(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ServeError::Port(_, error) | ServeError::Io(error) => Some(error),
            ServeError::Build => None,
        }
    }
}

/// Serves a setting's folder until the process is stopped. `today` is asked for at every build.
pub fn serve(
    dir: &Path,
    port: u16,
    loading: load::Options,
    program: Program,
    today: impl Fn() -> Day + Send + 'static,
    tell: impl Fn(News) + Send + Sync + 'static,
) -> Result<(), ServeError> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| ServeError::Port(port, error))?;
    listener.set_nonblocking(true).map_err(ServeError::Io)?;
    let address = listener.local_addr().map_err(ServeError::Io)?;
    let options = Options::default().with_base_url(format!("http://{address}/")).with_live_reload(true);
    let folder = dir.to_path_buf();
    let (began, begun) = mpsc::channel();
    let (builds, no_more_builds) = oneshot::channel::<Infallible>();
    // Builds happen outside the runtime that answers: rendering a module takes a small runtime of its own.
    thread::spawn(move || {
        let _builds = builds;
        let (mut watch, mut refused) = Watch::begin(&folder);
        let (served, findings) = build(&folder, loading, &program, &options, today());
        let shared = Shared::new(served);
        tell(News::Built(findings, shared.pages()));
        tell(News::At(address));
        if began.send(shared.clone()).is_err() {
            return;
        }
        let mut is_known = false;
        for build_number in 1_u64.. {
            if let Some(error) = &refused
                && !is_known
            {
                tell(News::Unwatched(error.to_string()));
            }
            is_known = refused.is_some();
            refused = watch.change();
            let (served, findings) = build(&folder, loading, &program, &options, today());
            shared.show(served, build_number);
            tell(News::Built(findings, shared.pages()));
        }
    });
    let Ok(shared) = begun.recv() else { return Err(ServeError::Build) };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(ServeError::Io)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).map_err(ServeError::Io)?;
        tokio::select! {
            ended = axum::serve(listener, answer::router(shared)) => ended.map_err(ServeError::Io),
            // Without a builder the same pages would be served for ever, whatever is written.
            _ = no_more_builds => Err(ServeError::Build),
        }
    })
}

/// One build into memory, with everything that was found.
fn build(dir: &Path, loading: load::Options, program: &Program, options: &Options, today: Day) -> (Served, Vec<Finding>) {
    let loaded = match load::read(dir) {
        Ok(sources) => load::load(&sources, program.loading, loading),
        Err(error) => {
            let findings = vec![error.into_finding()];
            return (Served::Findings(findings.clone()), findings);
        }
    };
    let setting = loaded.setting;
    let mut findings = check::with_loading(setting.as_ref(), loaded.findings, today);
    report::with_command(&mut findings, &program.called);
    match setting {
        Some(setting) if !finding::has_errors(&findings) => {
            (Served::Site(Arc::new(Searchable::new(render::render_blocking(&setting, &program.rendering, options)))), findings)
        }
        _ => (Served::Findings(findings.clone()), findings),
    }
}

#[cfg(test)]
mod tests {
    use super::ServeError;
    use std::error::Error;
    use std::io;

    #[test]
    fn what_the_system_said_is_the_source_of_an_error() {
        for error in [ServeError::Port(80, io::Error::other("refused")), ServeError::Io(io::Error::other("refused"))] {
            assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("refused"));
        }
        assert!(ServeError::Build.source().is_none());
    }
}
