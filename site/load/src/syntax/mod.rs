//! What an author typed, before it is asked what it means: TOML with the place of everything, and Markdown as a tree with its marks.
//!
//! 1. [`toml_tree`] parses TOML, [`table`] asks it for what is known, and [`front`] for what stands between the +++ lines of a Markdown file.
//! 2. [`markdown`] makes blocks of the rest, in the types of [`ast`]; what its author meant otherwise is reported by the files that it calls.
//! 3. [`marks`] takes the marks out of the words, [`conditions`] leaves out what does not hold ([`switches`]), and [`outline`] makes a tree.
//! 4. [`parsed_file`] does all of this for one file.

pub mod absence;
pub mod ast;
pub mod audiences;
pub mod clause_words;
pub mod columns;
pub mod conditions;
pub mod front;
pub mod front_matter;
pub mod headings;
pub mod html;
pub mod indents;
pub mod lines;
pub mod list_signs;
pub mod lost;
pub mod mapped_text;
pub mod mark;
pub mod markdown;
pub mod marks;
pub mod outline;
pub mod parsed_file;
pub mod places;
pub mod signs;
pub mod spans;
pub mod switch;
pub mod switches;
pub mod table;
pub mod toml_fault;
pub mod toml_tree;
pub mod web_addresses;
