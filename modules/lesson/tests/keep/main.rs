//! Keeping under every fault that a storage can have.
//!
//! `faults/*.txt` is the table, in words: what is kept before, what goes wrong, what the learner does, what must be so after. `table` reads
//! it, `row` plays a row with `device`, a storage with faults, and `always` holds what must be so whatever happens. `lines`, `files`, `page` and
//! `quizzes` are the tests of single rules.

mod always;
mod device;
mod files;
mod lines;
mod page;
mod quizzes;
mod row;
mod table;
