//! Which files of a folder are on the site: those that setting.toml names, in its order.

use crate::source::file::SourceFile;
use crate::syntax::table::Spanned;
use fingerpost_model::finding::{Finding, did_you_mean};
use fingerpost_model::rules::Rule;
use std::collections::BTreeSet;

/// Files of which setting.toml names those that it takes.
pub struct Named {
    /// What one is.
    what: &'static str,
    /// The key in setting.toml.
    key: &'static str,
    /// The rule that is broken by a name without a file.
    unknown: Rule,
}

pub const LESSONS: Named = Named { what: "lesson", key: "lessons", unknown: Rule::UnknownLesson };
pub const AGREEMENTS: Named = Named { what: "agreement", key: "agreements", unknown: Rule::UnknownAgreement };
pub const QUIZZES: Named = Named { what: "quiz", key: "quizzes", unknown: Rule::UnknownQuiz };
pub const INDUCTIONS: Named = Named { what: "course", key: "inductions", unknown: Rule::UnknownCourse };

/// The files that setting.toml names, in its order. One of the `unread` is there, and why it cannot be read was said.
pub fn chosen<'a>(
    of: &Named,
    files: &'a [SourceFile],
    names: Option<&[Spanned<String>]>,
    (setting, unread): (&SourceFile, &BTreeSet<String>),
    found: &mut Vec<Finding>,
) -> Vec<&'a SourceFile> {
    let what = of.what;
    // A handbook has all that there are.
    let Some(names) = names else { return files.iter().collect() };
    let mut chosen: Vec<&SourceFile> = Vec::new();
    for name in names {
        match files.iter().find(|file| file.stem() == name.value) {
            Some(file) if chosen.iter().any(|other| other.logical == file.logical) => {
                let message = format!("The {what} \"{}\" is named twice.", name.value);
                found.push(setting.error(name.at, Rule::DuplicateId, message, "Take one of the two out."));
            }
            Some(file) => chosen.push(file),
            None if unread.contains(&format!("{}/{}.md", of.key, name.value)) => {}
            None => {
                let message = format!("There is no {what} \"{}\".", name.value);
                let help = did_you_mean(&name.value, files.iter().map(SourceFile::stem));
                found.push(setting.error(name.at, of.unknown, message, help));
            }
        }
    }
    // A shared one that this setting does not take is nothing to remark on; one of its own is.
    for file in files {
        if *file.logical == *file.shown && !names.iter().any(|name| name.value == file.stem()) {
            let help = format!("Add \"{}\" to \"{}\" in setting.toml, or take the file out.", file.stem(), of.key);
            found.push(file.warning(0, Rule::UnusedFile, format!("This {what} is not on the site."), help));
        }
    }
    chosen
}
