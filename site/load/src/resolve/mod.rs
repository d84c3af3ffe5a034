//! What was typed to what it means: names to values, destinations to pages, images to symbols.

pub mod context;
pub mod library;
pub mod named_policies;
pub mod names;
pub mod reach;
pub mod spoken;
