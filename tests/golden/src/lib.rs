//! What the tests over `tests/cases` have in common: they find the cases, run one test for each, and hold what comes of it to expected files.
//!
//! 1. [`folder`]: which cases there are, and reading, writing and copying their files.
//! 2. [`Cases`]: what is computed of a case, once a run, however many tests look at it.
//! 3. [`Tests`]: the tests of a binary (`harness = false`): one for each case under the case's name, and those that hold all cases together.
//! 4. [`expected`]: files that hold what is expected. With `SNAPSHOTS=overwrite` they are written anew.

mod cases;
pub mod expected;
pub mod folder;
mod run;

pub use cases::Cases;
pub use run::Tests;
