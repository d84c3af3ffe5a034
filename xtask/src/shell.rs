//! Running commands: each is shown before it runs, its output passes through, and its tests are counted on the way.

use crate::tally::Count;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The workspace's folder.
pub fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map_or_else(|| own.clone(), Path::to_path_buf)
}

/// The folder that cargo builds into: this very program lies in its `debug` folder, wherever a configuration has put it.
pub fn target() -> PathBuf {
    std::env::current_exe()
        .ok()
        .and_then(|program| program.ancestors().nth(2).map(Path::to_path_buf))
        .unwrap_or_else(|| root().join("target"))
}

/// The cargo that runs this program, in the workspace's folder, and never with another set of crates than Cargo.lock's.
pub fn cargo<I: AsRef<OsStr>>(arguments: impl IntoIterator<Item = I>) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root()).args(arguments);
    cargo
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Result<(), String> {
    show(command);
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{} ended with {status}", words(command))),
        Err(error) => Err(format!("{} could not be run: {error}", words(command))),
    }
}

/// Runs a command that runs tests, and counts them. One that fails without a failed test (it does not compile, say) counts as one
/// failure.
pub fn run_tests(command: &mut Command, count: &mut Count) {
    show(command);
    let mut own = Count::default();
    let outcome = read_through(command, &mut own);
    count.passed += own.passed;
    count.failed += own.failed;
    match outcome {
        Ok(true) => {}
        Ok(false) if own.failed > 0 => {}
        Ok(false) => count.check(Err(format!("{} failed", words(command)))),
        Err(error) => count.check(Err(format!("{} could not be run: {error}", words(command)))),
    }
}

fn read_through(command: &mut Command, count: &mut Count) -> std::io::Result<bool> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let mut lines = BufReader::new(child.stdout.take().expect("standard output is piped"));
    let mut line = Vec::new();
    // Read as bytes: a test may print what is not text, and that must not stop the count.
    while lines.read_until(b'\n', &mut line)? > 0 {
        std::io::stdout().write_all(&line)?;
        count.read(&String::from_utf8_lossy(&line));
        line.clear();
    }
    Ok(child.wait()?.success())
}

/// What a command prints, if it succeeds.
pub fn output_of(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).current_dir(root()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn show(command: &Command) {
    println!("$ {}", words(command));
}

fn words(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    std::iter::once(program).chain(command.get_args()).map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
