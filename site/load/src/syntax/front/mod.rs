//! What stands between the +++ lines of a Markdown file: who has approved it, and what only files of its kind have.

pub mod agreement;
pub mod approval;
pub mod lesson;
pub mod quiz;
