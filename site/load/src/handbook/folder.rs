//! The folder of a handbook's pages, by which a page of it is known.

use crate::source::file::SourceFile;
use crate::source::section_number::number_and_slug;
use fingerpost_model::PageId;

/// The folder of a handbook's pages.
pub const FOLDER: &str = "handbook";

/// Whether this is a page of a handbook.
pub fn is_page(file: &SourceFile) -> bool {
    file.logical.strip_prefix(FOLDER).is_some_and(|rest| rest.starts_with('/'))
}

/// Which page of the handbook a file becomes.
pub fn page_id(file: &SourceFile) -> PageId {
    PageId::Handbook(number_and_slug(file.stem()).1.to_owned())
}
