//! What stands between the +++ lines of the files that say there more than who has approved them.

pub mod agreement;
pub mod lesson;
pub mod quiz;
