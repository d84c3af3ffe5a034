//! Why something could not be written, each in one line that says how to go on.

use super::names::WORK;
use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a site, or a file of the content, could not be written.
#[derive(Debug)]
#[non_exhaustive]
pub enum WriteError {
    /// A site must not go into this folder.
    Place(PathBuf, BadPlace),
    /// Another build writes into this folder, or another program writes this file.
    Busy(PathBuf),
    /// A file of this name is there and is not ours.
    NotOurs(PathBuf),
    /// A file of this name is there, and the record that could say whose it is is not, or cannot be read: the folder, and the file.
    NoRecord(PathBuf, PathBuf),
    /// These files of ours are not as we wrote them.
    Edited(Vec<PathBuf>),
    /// A link stands where a file or a folder of the site is to be.
    Link(PathBuf),
    /// A folder stands where a file is to be, or a file where a folder is to be.
    InTheWay(PathBuf),
    /// A file of the content is not as it was read.
    Changed(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
}

/// Why a site must not go into a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BadPlace {
    /// It is a file.
    File,
    /// Content lies in it.
    HoldsContent,
    /// It lies in the content.
    InContent,
    /// It is the root of a disk.
    Root,
    /// It is somebody's home folder, or home folders lie in it.
    Home,
}

impl fmt::Display for BadPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            BadPlace::File => "this is a file, and a site is a folder",
            BadPlace::HoldsContent => "this folder holds content",
            BadPlace::InContent => "this folder lies in the content",
            BadPlace::Root => "this is the root of a disk",
            BadPlace::Home => "this is a home folder, or home folders lie in it",
        })
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::Place(path, why) => {
                write!(f, "{}: {why}. Give a folder for the site alone with --out, such as --out ../dist.", path.display())
            }
            WriteError::Busy(path) => {
                write!(
                    f,
                    "{}: another fingerpost writes here now, so nothing was written. Wait until it has ended.",
                    path.display()
                )
            }
            WriteError::NotOurs(path) => write!(
                f,
                "{}: this file was not made by fingerpost, so it is not overwritten. Move it away, or give another folder with --out.",
                path.display()
            ),
            WriteError::NoRecord(out, path) => write!(
                f,
                "{}: this file is here already, and the record of what fingerpost wrote into {out} (the folder {WORK} in it) is missing or \
                 damaged, so nothing was overwritten. If all that is in {out} came from fingerpost, delete {out} and build again. If not, \
                 give another folder with --out.",
                path.display(),
                out = out.display(),
            ),
            WriteError::Edited(paths) => {
                let (first, others) = (paths.first().cloned().unwrap_or_default(), paths.len().saturating_sub(1));
                let more = if others == 0 { String::new() } else { format!(" (and {others} more)") };
                write!(
                    f,
                    "{}{more}: changed by hand since it was built, so nothing was written. Make the change in the content instead, then \
                     build with --overwrite, which gives up what was changed by hand.",
                    first.display()
                )
            }
            WriteError::Link(path) => write!(
                f,
                "{}: this is a link to another place, and no site is written through a link. Take it away, or give another folder with --out.",
                path.display()
            ),
            WriteError::InTheWay(path) => write!(
                f,
                "{}: a folder stands where a file is to be, or a file where a folder is to be. Move it away, or give another folder with \
                 --out.",
                path.display()
            ),
            WriteError::Changed(path) => {
                write!(f, "{}: this file has changed meanwhile, so it was not written. Try again.", path.display())
            }
            WriteError::Io(path, error) => write!(f, "{}: {error}. Nothing that was there has been lost.", path.display()),
        }
    }
}

impl std::error::Error for BadPlace {}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            WriteError::Place(_, why) => Some(why),
            WriteError::Io(_, error) => Some(error),
            WriteError::Busy(_)
            | WriteError::NotOurs(_)
            | WriteError::NoRecord(..)
            | WriteError::Edited(_)
            | WriteError::Link(_)
            | WriteError::InTheWay(_)
            | WriteError::Changed(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BadPlace, WriteError};
    use std::error::Error;
    use std::io;

    #[test]
    fn what_the_system_said_or_the_place_is_the_source_of_an_error() {
        let source = |error: WriteError| error.source().map(ToString::to_string);
        assert_eq!(source(WriteError::Io("dist".into(), io::Error::other("full"))).as_deref(), Some("full"));
        let place = source(WriteError::Place("/".into(), BadPlace::Root));
        assert_eq!(place.as_deref(), Some("this is the root of a disk"));
        assert_eq!(source(WriteError::Busy("dist".into())), None);
    }
}
