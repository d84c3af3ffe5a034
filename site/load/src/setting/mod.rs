//! What setting.toml says, with the logo that it names and the words of strings.toml.

pub mod chosen;
pub mod invented;
pub mod logo;
pub mod setting_file;
pub mod strings_file;
