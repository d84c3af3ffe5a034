//! Keeping under the faults of a table, in words: what is kept before, what goes wrong, what the learner does, what must be so after.
//!
//! `faults/*.txt` is the table. `table` reads it, and `row` plays a row with `device`, a storage with faults. Each row is a test under its name.

mod device;
mod readable;
mod row;
mod table;

use fingerpost_golden::{Tests, named};
use std::collections::BTreeSet;
use std::process::ExitCode;
use std::sync::LazyLock;
use table::Row;

/// How many rows the table must have at least, so that nobody thins it out without noticing.
const LEAST_ROWS: usize = 40;

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(table::rows);

fn main() -> ExitCode {
    Tests::new()
        .each(ROWS.iter().map(|row| &*row.name), holds)
        .and(named![the_table_has_its_rows_each_with_a_name_of_its_own])
        .run()
}

fn holds(name: &str) {
    row::play(ROWS.iter().find(|row| row.name == name).unwrap());
}

fn the_table_has_its_rows_each_with_a_name_of_its_own() {
    let names: BTreeSet<&str> = ROWS.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names.len(), ROWS.len(), "two rows have one name");
    assert!(ROWS.len() >= LEAST_ROWS, "only {} rows", ROWS.len());
}
