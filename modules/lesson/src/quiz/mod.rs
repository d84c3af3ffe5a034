//! Quizzes and the questions of staff induction.
//!
//! 1. [`content`]: what is asked, as its authors wrote it.

pub mod content;
