//! Files to a typed model, every value with its place, and a complaint for everything that could not be understood.
//!
//! 1. [`read`] takes the text files from the disk; nothing after it touches the disk.
//! 2. [`load`] reads the TOML files ([`setting_file`], [`links_file`], [`law_file`], [`policies_file`], [`changes_file`], [`strings_file`]), all
//!    by [`table`]; what a setting shares with others and changes in part is joined in [`layers`].
//! 3. Each Markdown file becomes a tree as its author typed it: [`front_matter`], [`markdown`], [`marks`], [`outline`]. What does not
//!    hold in this setting ([`switches`]) is left out on the way, by [`conditions`].
//! 4. From all of these comes the [`library`]: what one file may name in another.
//! 5. [`resolve`] turns what was typed into what it means, for a [`document`], what it says [`in_short`], the [`glossary`], an [`agreement`] or a [`lesson`].
//! 6. What each file says is kept sentence by sentence, by [`said`], for whoever measures it. Recordings are given to the steps that they read, by [`sounds`].
//! 7. What was recorded of questions and their clauses is read by [`read_against`].
//! 8. [`translation`] does the same for what is translated, with the marks of the original ([`graft`]).
//!
//! A mistake never stops the rest: all are reported in one run, and the model is made as far as it can be.

mod absence;
mod agreement;
mod alike;
mod approval;
mod audiences;
mod changes_file;
mod characters;
mod chosen;
mod clause_words;
mod conditions;
mod disk;
mod document;
mod file;
mod front;
mod front_matter;
mod glossary;
mod graft;
mod handbook;
mod headings;
mod html;
mod in_short;
mod indents;
mod invented;
mod law_file;
mod layers;
mod leave_out;
mod lesson;
mod library;
mod lines;
mod links_file;
mod list_signs;
mod load;
mod logo;
mod lost;
mod mark;
mod markdown;
mod marks;
mod meant;
mod names;
mod outline;
mod pages;
mod policies_file;
mod quiz;
mod reach;
mod read_against;
mod resolve;
mod run;
mod said;
mod scenes;
mod section_number;
mod setting_file;
mod shape;
mod shelf;
mod short_texts;
mod signs;
mod sound_file;
mod sounds;
mod sources;
mod spans;
mod strays;
mod strings_file;
mod switch;
mod switches;
mod table;
mod toml_fault;
mod translation;
mod twins;
mod typed;
mod typed_file;
mod web_addresses;

pub use disk::{DEEPEST, ReadError, folders, read};
pub use load::load;
pub use sources::{Carried, Loaded, LogoFile, Options, Sources};
pub use strays::is_dropping;
