//! The files that are not pages.
//!
//! 1. [`assets`]: what pages load, and the [`icon`].
//! 2. [`calendar`]: when the policy is reviewed.
//! 3. [`manifest`] and [`site_map`]: what browsers and search engines read; [`host`]: what a web host reads.
//! 4. [`worker`]: what a device keeps when somebody asks for it.

pub mod assets;
pub mod calendar;
pub mod host;
pub mod icon;
pub mod manifest;
pub mod site_map;
pub mod worker;
