//! Quizzes and courses of staff induction: `quizzes/*.md`, `inductions/*.md`, and the questions of courses in `items/*.md`, one file a topic.
//!
//! 1. [`bank`] reads the files of questions, each once, for all courses.
//! 2. [`question`] reads one question, or a case, whose scenes lead to one another; [`answers`] reads what can be answered, with reasons and
//!    clauses; [`words`] makes sentences.
//! 3. [`page`] puts together what is read and what is asked.

mod answers;
mod bank;
mod page;
mod question;
mod words;

use crate::lesson::practice::Agreements;
use crate::resolve::context::Resolver;
use crate::source::content_files::ContentFiles;
use crate::syntax::parsed_file::{Gate, ParsedFile};
use crate::syntax::switches::AskedWords;
pub use bank::BankFile;
use bank::Banks;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::{PageId, QuizPage, Sentence};

/// What is asked in a setting.
pub struct Asked {
    /// The quizzes, in the order of setting.toml.
    pub quizzes: Vec<QuizPage>,
    /// The courses, likewise.
    pub inductions: Vec<QuizPage>,
    /// What the files of questions say, which are on no page of their own.
    pub said: Vec<Sentence>,
    /// These files.
    pub banks: Vec<BankFile>,
    /// The words of switches for which these files ask.
    pub asked: AskedWords,
}

/// Reads the quizzes and the courses. `others` are the files that are not on the site.
pub fn read_all(
    files: &[ParsedFile],
    others: &[&ParsedFile],
    agreements: &Agreements<'_>,
    content_files: &ContentFiles,
    gate: Gate<'_>,
    resolver: &mut Resolver<'_>,
) -> Asked {
    let banks = Banks::read(files, others, content_files, gate, resolver);
    let (mut quizzes, mut inductions) = (Vec::new(), Vec::new());
    for typed in files {
        match typed.id {
            PageId::Quiz(_) => quizzes.push(page::quiz(typed, agreements, resolver)),
            PageId::Induction(_) => inductions.push(page::course(typed, &banks, resolver)),
            _ => {}
        }
    }
    report_twins(files, resolver.found);
    Asked { quizzes, inductions, said: banks.said, banks: banks.files, asked: banks.asked }
}

/// Reports a course with the name of a quiz: what a device remembers of the two would be one.
fn report_twins(files: &[ParsedFile], found: &mut Vec<Finding>) {
    for typed in files.iter().filter(|typed| matches!(typed.id, PageId::Induction(_))) {
        let name = typed.file.stem();
        if files.iter().any(|other| other.id == PageId::Quiz(name.to_owned())) {
            let message = format!("A quiz has the name \"{name}\" too, and a device remembers by name how they were taken.");
            found.push(typed.file.error(0, Rule::DuplicateId, message, "Give one of the two files another name."));
        }
    }
}
