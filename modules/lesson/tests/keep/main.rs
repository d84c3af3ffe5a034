//! Keeping under every fault that a storage can have: what must be so whatever is kept, done and goes wrong (`always`, with `device`, a storage
//! with faults), and the tests of single rules (`lines`, `files`, `page` and `quizzes`). What is so in single cases is in `faults.rs`.

mod always;
mod device;
mod files;
mod lines;
mod page;
mod quizzes;
mod readable;
