//! Which files of the content a build opens, as Valgrind sees its calls of the system.

use crate::shell::{root, run, target};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds a site, and says which of its files were read more than once.
pub fn no_file_is_read_twice(setting: &str, program: &Path, valgrind: &Path) -> Result<(), String> {
    let (log, out) = (target().join("reads.txt"), target().join("reads"));
    // Left from the run before.
    let _ = fs::remove_dir_all(&out);
    let mut traced = Command::new(valgrind);
    traced.args(["--tool=none", "--trace-syscalls=yes"]).arg(format!("--log-file={}", log.display())).arg(program);
    run(traced.args(["--quiet", "build", setting, "--out"]).arg(&out).current_dir(root()))?;
    // A path need not be text.
    let log = fs::read(&log).map_err(|error| format!("{}: {error}", log.display()))?;
    let opened = opened(&String::from_utf8_lossy(&log));
    if opened.len() < 2 {
        return Err(format!("{setting}: Valgrind names no files that were opened, so nothing was tested"));
    }
    let twice: Vec<String> = opened
        .iter()
        .filter(|(_, times)| **times > 1)
        .map(|(path, times)| format!("{} ({times} times)", path.display()))
        .collect();
    if twice.is_empty() { Ok(()) } else { Err(format!("{setting}: read more than once: {}", twice.join(", "))) }
}

/// The text files of the content that were opened, each with how often.
fn opened(log: &str) -> BTreeMap<PathBuf, usize> {
    let content = root().join("content");
    let mut opened = BTreeMap::new();
    for line in log.lines().filter(|line| line.contains("openat")) {
        // sys_openat ( 4294967196, 0x1ffeff8f50(content/school/setting.toml), 524288 )
        let path = line.split_once("0x").and_then(|(_, rest)| rest.split_once('(')?.1.split_once(')'));
        let Some(path) = path.and_then(|(path, _)| fs::canonicalize(root().join(path)).ok()) else { continue };
        if path.is_file() && path.starts_with(&content) {
            *opened.entry(path).or_default() += 1;
        }
    }
    opened
}
