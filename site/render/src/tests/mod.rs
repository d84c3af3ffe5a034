//! A small setting, made without the loader, and what must be true of all its [`pages`] together.

mod carried;
mod handbook;
mod pages;
mod pieces;
mod questions;
pub mod sample;
