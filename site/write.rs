//! The site to a folder.
