//! Reads the table of faults and plays every row of it.

use crate::row;
use std::collections::BTreeSet;
use std::panic::catch_unwind;
use std::{env, fs};

/// How many rows the table must have at least, so that nobody thins it out without noticing.
const LEAST_ROWS: usize = 40;

/// One row.
#[derive(Debug, Default)]
pub struct Row {
    /// Its name: one sentence that says what must hold.
    pub name: String,
    /// What is kept before.
    pub before: Vec<String>,
    /// What goes wrong.
    pub wrong: Vec<String>,
    /// What the learner does.
    pub does: Vec<String>,
    /// What must be so after.
    pub after: Vec<String>,
}

#[test]
fn every_row_of_the_table_holds() {
    let folder = format!("{}/tests/keep/faults", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let rows: Vec<Row> = files.iter().flat_map(|file| read(&fs::read_to_string(file).unwrap())).collect();
    let names: BTreeSet<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names.len(), rows.len(), "two rows have one name");
    assert!(rows.len() >= LEAST_ROWS, "only {} rows", rows.len());
    let broken: Vec<&str> =
        rows.iter().filter(|row| catch_unwind(|| row::play(row)).is_err()).map(|row| row.name.as_str()).collect();
    assert!(broken.is_empty(), "{} of {} rows do not hold: {broken:#?}", broken.len(), rows.len());
}

/// The rows of a file: a name after `#`, then four lists, each under its word. What is not so is a fault of the table.
fn read(text: &str) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut list = "";
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(name) = line.strip_prefix("# ") {
            rows.push(Row { name: name.to_owned(), ..Row::default() });
            list = "";
        } else if let Some(item) = line.strip_prefix("  ") {
            let row = rows.last_mut().unwrap_or_else(|| panic!("\"{line}\" stands in no row"));
            match list {
                "before" => &mut row.before,
                "goes wrong" => &mut row.wrong,
                "does" => &mut row.does,
                "after" => &mut row.after,
                _ => panic!("\"{line}\" of \"{}\" stands under nothing", row.name),
            }
            .push(item.to_owned());
        } else {
            list = line;
        }
    }
    for row in &rows {
        assert!(
            [&row.before, &row.wrong, &row.does, &row.after].iter().all(|list| !list.is_empty()),
            "\"{}\" lacks a list",
            row.name
        );
    }
    rows
}
