//! What is made of all pages of a version, once somebody asks for it: the search, the A to Z and the site map. Each change would be on screen later
//! if it waited for what hardly anybody looks at.

use fingerpost_model::Setting;
use fingerpost_render::{self as render, Carried, Options, SEARCH_FOLDER, Site};
use fingerpost_search::{self as search, SearchError};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// A version of the content, of which all pages can be made.
pub struct Whole {
    setting: Arc<Setting>,
    carried: Carried,
    options: Options,
    site: OnceLock<Site>,
    index: OnceLock<Result<BTreeMap<String, Vec<u8>>, SearchError>>,
}

impl Whole {
    /// A version of which nobody has asked for all pages yet.
    pub fn new(setting: Arc<Setting>, carried: Carried, options: Options) -> Whole {
        Whole { setting, carried, options, site: OnceLock::new(), index: OnceLock::new() }
    }

    /// A file of the whole site or of its index, which the first call makes: none where there is no such file.
    pub fn file(&self, path: &str) -> Result<Option<&[u8]>, SearchError> {
        if path.starts_with(SEARCH_FOLDER) {
            let index = self.index.get_or_init(|| search::index(self.site())).as_ref();
            return Ok(index.map_err(Clone::clone)?.get(path).map(Vec::as_slice));
        }
        Ok(self.site().files.get(path).map(|file| &**file))
    }

    fn site(&self) -> &Site {
        self.site.get_or_init(|| render::render_blocking(&self.setting, &self.carried, &self.options))
    }
}
