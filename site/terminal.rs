//! The one place that writes to standard output and standard error. Neither need be there: a pipe can have been closed, a disk can be full. No
//! command ends in the middle because of that, above all not `serve`.

use std::io::{self, Write};

/// Writes to standard output. That somebody has closed the pipe (as `head` does) is no failure.
pub fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Writes a line to standard error. Where that cannot be, there is nobody left to tell.
pub fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
