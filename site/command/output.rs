//! What commands say, and how they end.

use crate::terminal::{self, complain};
use fingerpost::check::report::{self, Called};
use fingerpost::model::finding::{Finding, Severity};
use std::io::{self, IsTerminal};
use std::time::Instant;

/// Why a command ends early, which decides the exit status.
pub enum Stop {
    /// The content has errors, and they have been reported.
    Content,
    /// The command or the system.
    Command(String),
}

/// What was asked for: that it cannot be written is a failure.
pub fn print(text: &str) -> Result<(), Stop> {
    terminal::print(text).map_err(|error| Stop::Command(format!("standard output cannot be written: {error}.")))
}

/// What a command prints besides its result, as `--quiet` and `--timings` say.
#[derive(Clone, Copy)]
pub struct Output {
    /// Errors alone.
    pub quiet: bool,
    /// Also how long each stage took.
    pub timings: bool,
}

impl Output {
    /// Prints what was done, unless `--quiet` was typed.
    pub fn say(&self, message: &str) {
        if !self.quiet {
            // It says what was done; that nobody reads it undoes nothing.
            let _ = terminal::print(&format!("{message}\n"));
        }
    }

    /// Each finding on a line of standard error: red for errors, on a terminal only.
    pub fn findings(&self, findings: &[Finding], called: &Called) {
        let colour = io::stderr().is_terminal();
        let mut findings = findings.to_vec();
        findings.retain(|finding| self.shows(finding));
        for (severity, line) in report::brief(&findings, &called.command("check")) {
            match (colour, severity) {
                (true, Severity::Error) => complain(&format!("\x1b[31m{line}\x1b[0m")),
                (true, Severity::Warning) => complain(&format!("\x1b[33m{line}\x1b[0m")),
                (false, _) => complain(&line),
            }
        }
    }

    /// Whether a finding is printed.
    pub fn shows(&self, finding: &Finding) -> bool {
        !self.quiet || finding.severity == Severity::Error
    }

    /// Prints how many errors there are.
    pub fn count(&self, findings: &[Finding]) {
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        complain(&format!("{errors} {} to mend before the site can be built.", if errors == 1 { "error" } else { "errors" }));
    }

    /// Does what is to be done, and says how long it took.
    pub fn timed<T>(&self, stage: &str, work: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let result = work();
        if self.timings {
            complain(&format!("{stage}: {:.1} ms", begun.elapsed().as_secs_f64() * 1000.0));
        }
        result
    }
}
