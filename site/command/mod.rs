//! The commands, one file each: it calls the library and reports. What they share: [`content`], [`called`],
//! [`output`], and of a build [`one_site`].

pub mod accept;
pub mod build;
pub mod called;
pub mod check;
mod content;
pub mod figures;
mod many;
pub mod one_site;
pub mod output;
pub mod serve;
