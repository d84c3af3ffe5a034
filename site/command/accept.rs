//! `fingerpost accept`: somebody has read questions with their clauses as they are now.

use super::called::called;
use super::content::understood;
use super::output::{Output, Stop};
use crate::terminal::complain;
use fingerpost::check::accept::{self, AcceptError};
use fingerpost::check::report::visible;
use fingerpost::{load, write};
use std::path::Path;

/// Records it in read-against.toml, for each of these ids.
pub fn accept(out: &Output, dir: &Path, ids: &[String], loading: load::Options) -> Result<(), Stop> {
    let sources = out.timed("read", || load::read(dir)).map_err(|error| Stop::Command(error.to_string()))?;
    let (setting, findings) = understood(out, &called(dir), &sources, loading);
    let Some(setting) = setting else {
        out.findings(&findings, &called(dir));
        return Err(Stop::Content);
    };
    let accepted = match accept::accept(&setting, &findings, ids) {
        Ok(accepted) => accepted,
        Err(AcceptError::Content(why)) => {
            complain(&visible(&why));
            return Err(Stop::Content);
        }
        Err(error) => return Err(Stop::Command(error.to_string())),
    };
    for (path, text) in &accepted.files {
        let read = sources.files.get(&**path).map(String::as_str);
        write::over(&dir.join(&**path), read, text).map_err(|error| Stop::Command(error.to_string()))?;
    }
    accepted.said.iter().for_each(|line| out.say(&visible(line)));
    Ok(())
}
