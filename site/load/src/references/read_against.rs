//! read-against.toml: with which words of the policy each question was last read. The program writes it (`fingerpost-check`), so there is
//! nothing in it to be typed rightly or wrongly: a file is whole, or it is damaged, and that is said once.
//!
//! ```toml
//! [questions."lessons/tell-someone"]
//! chd-6 = "1a2b3c4d"
//!
//! [words.chd-6]
//! 1a2b3c4d = "Children can tell any adult here."
//! ```

use crate::source::content_files::{ContentFiles, is_own};
use crate::source::file::SourceFile;
use crate::syntax::absence::Absence;
use crate::syntax::outline::Outline;
use crate::syntax::toml_fault::one_line;
use fingerpost_model::finding::{ACCEPT, Finding};
use fingerpost_model::fingerprint;
use fingerpost_model::rules::Rule;
use fingerpost_model::{PolicyDependent, ReviewFile, ReviewRecord, ReviewRecords};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

/// What is known of the files besides the questions that hold.
pub struct Around<'a> {
    /// The ids that stand in the files of the policy and not on the site.
    pub absent: BTreeMap<String, Absence>,
    /// The clauses of which this setting does not have a part.
    pub varying: BTreeSet<String>,
    /// The Markdown files that the site has, by their path.
    pub outlines: BTreeMap<&'a str, &'a Outline>,
}

/// Reads the files. What is recorded of questions that nobody has any more is found here.
pub fn read(
    content_files: &ContentFiles,
    questions: &[PolicyDependent],
    around: Around<'_>,
    found: &mut Vec<Finding>,
) -> ReviewRecords {
    let mut files = ReviewRecords { is_readable: !content_files.has_lost_records, ..ReviewRecords::default() };
    files.shared = content_files.common.as_ref().map(|common| ReviewFile::empty(&format!("{common}/{}", ReviewRecords::FILE)));
    for file in &content_files.read_against {
        match records(file) {
            Ok(records) if is_own(file) => files.own = records,
            Ok(records) => files.shared = Some(records),
            Err(damage) => {
                files.is_readable = false;
                found.push(damage);
            }
        }
    }
    let asked: BTreeSet<&str> = questions.iter().map(|question| question.id.as_str()).collect();
    let recorded = files.files().flat_map(|file| file.records.keys());
    let left_over = recorded.filter(|id| !asked.contains(id.as_str()) && !is_elsewhere(id, content_files, &around.outlines));
    files.left_over = left_over.cloned().collect();
    files.varying = around.varying;
    files.varying.extend(
        around.absent.iter().filter(|(_, why)| matches!(why, Absence::Condition | Absence::LeftOut)).map(|(id, _)| id.clone()),
    );
    files.varying.extend(
        questions.iter().filter(|question| is_one_of_several(&question.id, &around.outlines)).map(|question| question.id.clone()),
    );
    files.absent = around.absent.into_keys().collect();
    files
}

/// Whether a question stands in the files and this setting does not ask it: by a condition, as a draft, because it does not take the
/// file, or because the question has a mistake.
fn is_elsewhere(question: &str, content_files: &ContentFiles, outlines: &BTreeMap<&str, &Outline>) -> bool {
    let (stem, id) = question.split_once('#').map_or((question, None), |(stem, id)| (stem, Some(id)));
    let path = format!("{stem}.md");
    match (outlines.get(path.as_str()), id) {
        (Some(outline), Some(id)) => outline.absent.contains_key(id) || outline.parts.iter().any(|part| part.id == id),
        (Some(_), None) => false,
        (None, _) => content_files.paths.contains(&path),
    }
}

/// Whether another question has the same id and stands there for other settings.
fn is_one_of_several(question: &str, outlines: &BTreeMap<&str, &Outline>) -> bool {
    question.split_once('#').is_some_and(|(stem, id)| {
        let outline = outlines.get(format!("{stem}.md").as_str());
        outline.is_some_and(|outline| outline.absent.get(id) == Some(&Absence::Condition))
    })
}

/// A file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// By question, the hash of each clause.
    #[serde(default)]
    questions: BTreeMap<String, Spanned<BTreeMap<String, Spanned<String>>>>,
    /// By clause, the words of each hash.
    #[serde(default)]
    words: BTreeMap<String, BTreeMap<String, Spanned<String>>>,
}

fn records(file: &SourceFile) -> Result<ReviewFile, Finding> {
    let damage = |at, why: String| {
        let message = format!("This file of records is damaged here: {why}.");
        let help = format!(
            "Bring back the last whole file from your copies. Without one, delete it, read the questions with their clauses, and then \
             type \"{ACCEPT} new\"."
        );
        file.error(at, Rule::DamagedRecord, message, help)
    };
    let written: Written = toml::from_str(&file.text)
        .map_err(|error| damage(error.span().map_or(0, |span| span.start), one_line(error.message())))?;
    for (hash, words) in written.words.values().flatten() {
        if fingerprint::of(&[words.get_ref()]) != *hash {
            return Err(damage(words.span().start, format!("\"{hash}\" was made from other words")));
        }
    }
    let mut records = ReviewFile::empty(&file.shown);
    for (question, hashes) in written.questions {
        let place = file.place(hashes.span().start);
        let mut clauses = BTreeMap::new();
        for (clause, hash) in hashes.into_inner() {
            let Some(words) = written.words.get(&clause).and_then(|words| words.get(hash.get_ref())) else {
                let why = format!("it has no words for the clause \"{clause}\" with \"{}\"", hash.get_ref());
                return Err(damage(hash.span().start, why));
            };
            clauses.insert(clause, words.get_ref().clone());
        }
        records.records.insert(question, ReviewRecord { place, clauses });
    }
    Ok(records)
}
