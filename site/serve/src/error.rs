//! Why serving could not begin, or ended.

use std::fmt;
use std::io;

/// Why serving could not begin, or ended.
#[derive(Debug)]
#[non_exhaustive]
pub enum ServeError {
    /// The port could not be had.
    Port(u16, io::Error),
    /// A build ended in the middle. What it said went to standard error.
    Build,
    /// The system refused.
    Io(io::Error),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ServeError::Port(port, error) => {
                write!(f, "port {port} cannot be used ({error}). Give another with --port, or --port 0 for any free one.")
            }
            ServeError::Build => {
                write!(f, "a build stopped in the middle. This is a fault of fingerpost, not of your content. Please report it.")
            }
            ServeError::Io(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ServeError::Port(_, error) | ServeError::Io(error) => Some(error),
            ServeError::Build => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ServeError;
    use std::error::Error;
    use std::io;

    #[test]
    fn what_the_system_said_is_the_source_of_an_error() {
        for error in [ServeError::Port(80, io::Error::other("refused")), ServeError::Io(io::Error::other("refused"))] {
            assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("refused"));
        }
        assert!(ServeError::Build.source().is_none());
    }
}
