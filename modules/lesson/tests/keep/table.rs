//! Reads the table of faults.

use std::fs;
use std::path::Path;

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

/// Every row of the table.
pub fn rows() -> Vec<Row> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keep/faults");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().flat_map(|file| read(&fs::read_to_string(file).unwrap())).collect()
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
