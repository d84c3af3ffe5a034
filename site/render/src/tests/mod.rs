//! A small setting, and what must be true of all its [`pages`] together.

pub mod carried;
pub mod handbook;
mod lesson;
mod pages;
pub mod pieces;
mod questions;
pub mod sample;
