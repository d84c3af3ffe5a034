//! Quizzes and the questions of staff induction.
//!
//! 1. [`content`]: what is asked, as its authors wrote it.
//! 2. [`chance`]: numbers by chance that a seed can bring back; [`draw`](mod@draw): which questions are asked, and in which order.
//! 3. [`session`]: one person going through one quiz; every event goes through it.
//! 4. [`outcome`]: what came of it; [`record`]: the file of that, in [`json`]; [`since`](mod@since): what has changed since then.
//! 5. `words`: what is said of days.

pub mod chance;
pub mod content;
pub mod draw;
pub mod json;
pub mod outcome;
pub mod record;
pub mod session;
pub mod since;
mod words;
