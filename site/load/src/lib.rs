//! Files to a typed model, every value with its place, and a complaint for everything that could not be understood.
//!
//! 1. [`read`] takes the text files from the disk; nothing after it touches the disk. [`source`] puts each where it belongs.
//! 2. [`load()`] reads the TOML files ([`setting`], [`references`]); what a setting shares with others and changes in part is joined on the way.
//! 3. Each Markdown file becomes a tree as its author typed it ([`syntax`]), without what does not hold in this setting.
//! 4. From all of these comes the library: what one file may name in another. With it [`resolve`] turns what was typed into what it means.
//! 5. So are made the [`policy`] with the pages, the lessons and agreements ([`lesson`]), the quizzes and courses ([`quiz`]) and the examples of a
//!    [`handbook`].
//! 6. What each file says is kept sentence by sentence ([`said`]), for whoever measures it.
//! 7. [`translation`] does the same for what is translated, with the marks of the original.
//! 8. [`typed`] holds all Markdown files as typed, and [`assemble`] calls all of them in this order.
//! 9. [`consequences`] leaves out the complaints that only follow from others.
//!
//! What is done with one file alone is done with several at once, and not again for a file that is as it was when the folder was last loaded ([`memo`],
//! [`cache`]).
//!
//! A mistake never stops the rest: all are reported in one run, and the model is made as far as it can be.

mod assemble;
mod cache;
mod consequences;
mod handbook;
mod lesson;
mod load;
mod memo;
mod policy;
mod quiz;
mod references;
mod resolve;
mod said;
mod setting;
mod source;
mod syntax;
mod translation;
mod typed;

pub use cache::Cache;
pub use load::{load, load_again};
pub use source::disk::{DEEPEST, ReadError, folders, read, read_again, read_with};
pub use source::last_read::LastRead;
pub use source::shared_files::SharedFiles;
pub use source::sources::{Carried, Loaded, LogoFile, Options, ParsedSetting, Sources};
pub use source::strays::is_dropping;
