//! What whoever serves brings, and what they are told.

use fingerpost_check::report;
use fingerpost_load as load;
use fingerpost_model::finding::Finding;
use fingerpost_render as render;
use std::net::SocketAddr;

/// The program that serves: what it brings to every site, and how it is called.
#[derive(Clone, Debug)]
pub struct Program {
    /// What content may name.
    pub loading: load::Carried<'static>,
    /// What is put into the site.
    pub rendering: render::Carried,
    /// How it was called for this folder, for the help that names a command.
    pub called: report::Called,
}

/// What happens while serving, for whoever tells the user.
#[derive(Debug)]
pub enum News {
    /// The site can be opened here.
    At(SocketAddr),
    /// A version of the content is served and all is known of it: what was found, and how many pages there are (none when the content has errors). It
    /// is told of every version, in their order.
    Built(Vec<Finding>, Option<usize>),
    /// The system does not tell when a file changes, for this reason. Changes are looked for all the same.
    Unwatched(String),
}
