//! The one form in which `weigh` and `bench` print their figures.

/// Prints one line: what was measured, then its cells.
pub fn line(what: &str, cells: &[&str]) {
    println!("{}", cells.iter().fold(format!("{what:58}"), |line, cell| format!("{line} {cell:>9}")));
}
