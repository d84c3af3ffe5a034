//! Serves on loopback, and reloads on every change.
//!
//! 1. [`watch`] waits until the content changes.
//! 2. [`builder`] then loads it into memory and announces a new version, so that open pages reload; nothing is written to the disk.
//! 3. [`answer`] answers requests, whole or in part ([`range`]): it asks the builder ([`ask`]), which writes a page when somebody asks for it, so
//!    that there is no path that could lead outside the output. What is made of all pages, such as the search, is made apart ([`whole`]). While the
//!    content has errors every [`mod@page`] shows them.
//! 4. [`teller`] finds out what else can be said of the content, and tells it.
//!
//! Watch, builder and teller have a thread each; the requests have another. [`program`] is what the caller brings and is told, [`error`] why it ended.

mod answer;
mod ask;
mod builder;
mod error;
mod page;
mod program;
mod range;
mod teller;
mod watch;
mod whole;

#[cfg(test)]
mod tests;

use ask::{Asking, Message, Messages};
use builder::Builder;
pub use error::ServeError;
use fingerpost_load as load;
use fingerpost_model::Day;
use fingerpost_render::Options;
pub use program::{News, Program};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::{Arc, mpsc};
use std::thread;
use teller::ToTell;
use tokio::sync::{Notify, watch as versions};
use watch::Watch;

/// Serves a setting's folder until the process is stopped. `today` is asked for at every version, and `tell` is told what happens, in its order.
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
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(ServeError::Io)?;
    let version = Arc::new(versions::Sender::new(builder::version(0)));
    let (teller, to_tell) = mpsc::sync_channel(teller::MOST);
    let (messages, coming) = mpsc::channel();
    let ended = Arc::new(Notify::new());
    // Before the first version is loaded, so that no change is missed.
    let (watch, refused) = Watch::begin(dir);
    let (news, changes) = (teller.clone(), messages.clone());
    spawn(&ended, move || look(watch, refused, &news, &changes));
    let (brought, how) = (program.clone(), options.clone());
    spawn(&ended, move || teller::tell_all(&to_tell, &brought, &how, tell));
    let builder = Builder { folder: dir.to_path_buf(), loading, options, program, version: Arc::clone(&version), teller };
    // Outside the runtime that answers: rendering a module takes a small runtime of its own.
    spawn(&ended, move || builder.serve(&mut Messages::new(coming), today, News::At(address)));
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).map_err(ServeError::Io)?;
        tokio::select! {
            ended = axum::serve(listener, answer::router(Asking::new(messages, version))) => ended.map_err(ServeError::Io),
            // Without one of them the same pages would be served for ever, whatever is written.
            () = ended.notified() => Err(ServeError::Build),
        }
    })
}

/// Says of each change that there is one, and once of a system that tells nothing why that is.
fn look(
    mut watch: Watch,
    mut refused: Option<notify::Error>,
    teller: &mpsc::SyncSender<ToTell>,
    messages: &mpsc::Sender<Message>,
) {
    let mut is_known = false;
    loop {
        if let Some(error) = &refused
            && !is_known
        {
            let _ = teller.send(ToTell::News(News::Unwatched(error.to_string())));
        }
        is_known = refused.is_some();
        watch.change();
        if messages.send(Message::Changed).is_err() {
            return;
        }
        refused = watch.be_told();
    }
}

/// Says that a thread has ended, also where it ended in the middle.
struct Ends(Arc<Notify>);

impl Drop for Ends {
    fn drop(&mut self) {
        self.0.notify_one();
    }
}

/// Runs something on a thread of its own, which should never end.
fn spawn(ended: &Arc<Notify>, run: impl FnOnce() + Send + 'static) {
    let ends = Ends(Arc::clone(ended));
    thread::spawn(move || {
        let _ends = ends;
        run();
    });
}
