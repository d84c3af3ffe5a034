//! What is served now, with the name of its version, and what requests share of it.

use fingerpost_model::finding::Finding;
use fingerpost_render::Site;
use fingerpost_search::{self as search, SearchError};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock, RwLock};
use tokio::sync::watch as versions;

/// What is served now.
pub enum Served {
    /// A site.
    Site(Arc<Searchable>),
    /// The content has errors: every page shows them.
    Findings(Vec<Finding>),
}

/// A site, with the index that is made when somebody searches: a change would be on screen later if each one waited for it.
pub struct Searchable {
    /// The site.
    pub site: Site,
    index: OnceLock<Result<BTreeMap<String, Vec<u8>>, SearchError>>,
}

impl Searchable {
    /// A site of which nobody has searched yet.
    pub fn new(site: Site) -> Searchable {
        Searchable { site, index: OnceLock::new() }
    }

    /// A file of the index, which the first call makes.
    pub fn index_file(&self, name: &str) -> Result<Option<&[u8]>, SearchError> {
        let index = self.index.get_or_init(|| search::index(&self.site)).as_ref();
        Ok(index.map_err(Clone::clone)?.get(name).map(Vec::as_slice))
    }
}

/// The state that all requests share: what is served, and the name of its version.
#[derive(Clone)]
pub struct Shared {
    /// What is served, and the name of its version: together, so that a page never comes with the name of another.
    pub now: Arc<RwLock<(Served, String)>>,
    /// The name of the version, for whoever waits for the next.
    pub version: Arc<versions::Sender<String>>,
}

impl Shared {
    /// What the first build gave.
    pub fn new(served: Served) -> Shared {
        let version = version(0);
        Shared { now: Arc::new(RwLock::new((served, version.clone()))), version: Arc::new(versions::Sender::new(version)) }
    }

    /// Serves something else from now on, and tells open pages.
    pub fn show(&self, served: Served, build_number: u64) {
        let version = version(build_number);
        *self.now.write().expect("no builder panics while it holds the lock") = (served, version.clone());
        self.version.send_replace(version);
    }

    /// How many pages there are; none when the content has errors.
    pub fn pages(&self) -> Option<usize> {
        match &self.now.read().expect("no builder panics while it holds the lock").0 {
            Served::Site(served) => Some(served.site.files.keys().filter(|name| name.ends_with(".html")).count()),
            Served::Findings(_) => None,
        }
    }
}

/// The name of what a build gave. Another run of the program has other names, so that a page knows a new run from a lost connection.
fn version(build_number: u64) -> String {
    format!("{}-{build_number}", std::process::id())
}
