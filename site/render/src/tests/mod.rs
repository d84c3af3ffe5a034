//! A small setting, and what must be true of all its [`pages`] together.

mod carried;
mod handbook;
mod lesson;
mod pages;
pub mod pieces;
mod questions;
pub mod sample;
