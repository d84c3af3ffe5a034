//! The lists of entries, each a file of TOML: services, laws, other policies, changes, and with which words questions were read.

pub mod changes_file;
pub mod law_file;
pub mod links_file;
pub mod policies_file;
pub mod read_against;
