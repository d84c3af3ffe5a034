//! The files of a setting: from the disk or from memory, each with its text and its places, put where it belongs by its path. What is shared and
//! what is the setting's own are told apart here.

pub mod characters;
pub mod content_files;
pub mod disk;
pub mod extent;
pub mod file;
pub mod last_read;
pub mod layers;
pub mod meant;
pub mod section_number;
pub mod shared_files;
pub mod sound_file;
pub mod sources;
pub mod strays;
