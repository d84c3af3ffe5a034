//! The browser's local storage as a [`Store`], and what the browser says of the day. All rules of keeping are in [`fingerpost_lesson::keep`].

use crate::page;
use fingerpost_lesson::keep::day::Day;
use fingerpost_lesson::keep::file::checksum;
use fingerpost_lesson::keep::site::SiteStore;
use fingerpost_lesson::keep::store::{Fault, Store};
use gloo::utils::window;
use js_sys::Date;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

/// This device's storage, whole; none where the browser gives no storage to this page.
#[derive(Debug)]
pub struct Device(Option<Storage>);

impl Device {
    /// Asks the browser for this site's part of it. Nothing is read or written yet.
    pub fn open() -> SiteStore<Device> {
        SiteStore::new(Device(window().local_storage().ok().flatten()), &page::site())
    }

    /// This site's part, for a page that wakes up, which takes over what was kept before keys told whose they are.
    pub fn wake() -> SiteStore<Device> {
        let device = Device::open();
        device.take_over();
        device
    }

    fn ask<T>(&self, what: impl FnOnce(&Storage) -> Result<T, JsValue>) -> Result<T, Fault> {
        self.0.as_ref().map_or(Err(Fault::Blocked), |storage| what(storage).map_err(|error| fault(&error)))
    }
}

impl Store for Device {
    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        self.ask(|storage| storage.get_item(key))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        self.ask(|storage| storage.set_item(key, text))
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.ask(|storage| storage.remove_item(key))
    }

    fn keys(&self) -> Result<Vec<String>, Fault> {
        let count = self.ask(Storage::length)?;
        Ok((0..count).filter_map(|index| self.ask(|storage| storage.key(index)).ok().flatten()).collect())
    }
}

/// Whatever a browser throws that does not say "full" is a refusal.
fn fault(error: &JsValue) -> Fault {
    // What is no exception of the browser's has no code, which reads as 0.
    if error.unchecked_ref::<DomException>().code() == DomException::QUOTA_EXCEEDED_ERR { Fault::Full } else { Fault::Blocked }
}

/// Which site this is, as a saved file says it: a hash of its address. Empty on a disk, where the address is another one on each device.
pub fn mark_of_site() -> String {
    let origin = window().location().origin().unwrap_or_default();
    if origin.starts_with("http") { checksum([&*[origin, page::site()].concat()].into_iter()) } else { String::new() }
}

/// Today where the learner is, if the clock can be believed.
pub fn today() -> Option<Day> {
    let now = Date::new_0();
    Day::new(now.get_full_year(), now.get_month() + 1, now.get_date())
}
