//! The questions of courses: `items/TOPIC.md` has those of the part with the id TOPIC, shared by all courses.

use super::question;
use super::words::Words;
use crate::policy::leave_out;
use crate::resolve::context::Resolver;
use crate::said;
use crate::source::content_files::ContentFiles;
use crate::source::file::SourceFile;
use crate::syntax::absence::Absence;
use crate::syntax::mark::Mark;
use crate::syntax::outline::{Outline, Part};
use crate::syntax::parsed_file::{self, Bank, Gate, ParsedFile};
use crate::syntax::switches::AskedWords;
use fingerpost_model::finding::{Finding, did_you_mean};
use fingerpost_model::rules::Rule;
use fingerpost_model::{Approval, PageId, QuizItem, Sentence};
use std::collections::{BTreeMap, BTreeSet};

/// The questions about one topic.
pub struct Topic {
    /// Each with the courses that ask it; all do where none is named.
    questions: Vec<(QuizItem, Vec<String>)>,
    /// Who has approved them.
    pub approval: Approval,
    /// Why the setting does not have them.
    pub absence: Option<Absence>,
    /// Whether some are left out, because the clauses on which they rest are.
    pub has_lost: bool,
}

impl Topic {
    /// Those that a course asks.
    pub fn questions_of(&self, course: &str) -> impl Iterator<Item = &QuizItem> {
        let asks = move |courses: &[String]| courses.is_empty() || courses.iter().any(|named| named == course);
        self.questions.iter().filter(move |(_, courses)| asks(courses)).map(|(question, _)| question)
    }
}

/// A file of questions that is asked.
pub struct BankFile {
    /// Its path.
    pub path: String,
    /// Where its Markdown begins.
    pub body: usize,
    /// Its words.
    pub outline: Outline,
}

/// The questions about every topic, by its id.
#[derive(Default)]
pub struct Banks {
    /// The topics.
    pub topics: BTreeMap<String, Topic>,
    /// What the files say, sentence by sentence.
    pub said: Vec<Sentence>,
    /// The files.
    pub files: Vec<BankFile>,
    /// The words of switches for which they ask.
    pub asked: AskedWords,
}

impl Banks {
    /// Reads the files of questions that a course of this setting asks. `others` are the files that are not on the site.
    pub fn read(
        files: &[ParsedFile],
        others: &[&ParsedFile],
        content_files: &ContentFiles,
        gate: Gate<'_>,
        resolver: &mut Resolver<'_>,
    ) -> Banks {
        let courses = files.iter().filter(|typed| matches!(typed.id, PageId::Induction(_)));
        let asked: BTreeSet<&str> = courses.flat_map(|course| &course.outline.parts).map(|part| part.id.as_str()).collect();
        report_unused(files.iter().chain(others.iter().copied()), content_files, resolver.found);
        let mut banks = Banks::default();
        for file in content_files.items.iter().filter(|file| asked.contains(file.stem())) {
            let topic = banks.topic(file, content_files, gate, resolver);
            banks.topics.insert(file.stem().to_owned(), topic);
        }
        banks
    }

    fn topic(&mut self, file: &SourceFile, content_files: &ContentFiles, gate: Gate<'_>, resolver: &mut Resolver<'_>) -> Topic {
        let Bank { body, mut outline, approval, absence, asked } = parsed_file::bank(file, gate, resolver.found);
        self.asked.extend(&asked);
        if absence.is_some() {
            return Topic { questions: Vec::new(), approval, absence, has_lost: false };
        }
        let count = outline.parts.len();
        leave_out::follow(&mut outline, &resolver.library.clauses_gone, file, resolver.found);
        let has_lost = outline.parts.len() < count;
        self.said.extend(said::of_bank(file, &outline, resolver.library));
        let mut context = resolver.context(file);
        for block in &outline.blocks {
            let message = "These words belong to no question.";
            let help = "Move them beneath a heading like ## The gala photographs {#gala-photographs}.";
            context.error(block.at(), Rule::QuestionBlock, message, help);
        }
        let mut words = Words { context: &mut context };
        let mut questions = Vec::new();
        for part in &outline.parts {
            // Which topic it is depends on the course.
            questions.push((question::read(part, 0, true, &mut words), courses(part, content_files, &mut words)));
        }
        self.files.push(BankFile { path: file.logical.clone(), body, outline });
        Topic { questions, approval, absence, has_lost }
    }
}

/// Reports the files that belong to no part of any course, whether this setting takes the course or not: what is shared may be for others.
fn report_unused<'t>(typed: impl Iterator<Item = &'t ParsedFile>, content_files: &ContentFiles, found: &mut Vec<Finding>) {
    let mut parts = BTreeSet::new();
    for course in typed.filter(|typed| matches!(typed.id, PageId::Induction(_))) {
        parts.extend(course.outline.parts.iter().map(|part| part.id.as_str()));
        parts.extend(course.outline.absent.keys().map(String::as_str));
    }
    for file in content_files.items.iter().filter(|file| !parts.contains(file.stem())) {
        let message = format!("No course has a part with the id \"{}\", so nothing asks these questions.", file.stem());
        found.push(file.warning(0, Rule::UnusedFile, message, did_you_mean(file.stem(), parts.iter().copied())));
    }
}

/// The courses that a question names.
fn courses(part: &Part, content_files: &ContentFiles, words: &mut Words<'_, '_>) -> Vec<String> {
    let named = part.mark.as_deref().map(Mark::courses).unwrap_or_default();
    for (course, at) in named {
        if !content_files.inductions.iter().any(|file| file.stem() == course) {
            let help = did_you_mean(course, content_files.inductions.iter().map(SourceFile::stem));
            words.error(*at, Rule::UnknownCourse, format!("There is no course \"{course}\"."), help);
        }
    }
    named.iter().map(|(course, _)| course.clone()).collect()
}
