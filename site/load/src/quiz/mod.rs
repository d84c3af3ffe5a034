//! Quizzes and courses of staff induction: `quizzes/*.md`, `inductions/*.md`, and the questions of courses in `items/*.md`, one file a topic.
//!
//! 1. [`Front`] is what stands between the +++ lines of a quiz or a course.
//! 2. [`bank`] reads the files of questions, each once, for all courses.
//! 3. [`question`] reads one question, or a case, whose scenes lead to one another; [`answers`] reads what can be answered, with reasons and
//!    clauses; [`words`] makes sentences.
//! 4. [`page`] puts together what is read and what is asked.

mod answers;
mod bank;
mod page;
mod question;
mod words;

use super::audiences::unknown_audience;
use super::file::SourceFile;
use super::lesson::practice::Agreements;
use super::library::Library;
use super::outline::Outline;
use super::shelf::Shelf;
use super::table::{Table, Valued};
use super::typed_file::{Gate, TypedFile};
use bank::Banks;
use fingerpost_model::finding::Finding;
use fingerpost_model::{Audience, Only, PageId, QuizPage, Said};

/// The questions of a quiz, at most.
const MOST_QUESTIONS: usize = 6;
/// The questions of a course, at least: of fewer, a second go would meet most again.
const LEAST_QUESTIONS: usize = 24;
/// Of the questions that are not critical, how many in a hundred must be right where the course does not say it.
const PASS: u8 = 80;
/// The same of those that are.
const CRITICAL: u8 = 100;

/// What stands between the +++ lines of a quiz or a course.
#[derive(Clone, Debug)]
pub struct Front {
    /// For whom it is.
    only: Only,
    /// The agreement that is signed at the end of a quiz.
    agreement: Option<Valued<String>>,
    asked: Option<Valued<u32>>,
    pass: u8,
    critical: u8,
}

impl Front {
    /// Reads the keys of a quiz.
    pub fn quiz(table: &mut Table<'_>, found: &mut Vec<Finding>) -> Front {
        let agreement = table.raw_text("agreement", false, found);
        Front { only: Only::Everyone, agreement, asked: None, pass: 0, critical: 0 }
    }

    /// Reads the keys of a course.
    pub fn course(table: &mut Table<'_>, file: &SourceFile, found: &mut Vec<Finding>) -> Front {
        // What cannot be read is shown to no one.
        let only = Only::These(audiences(table, file, found).unwrap_or_default());
        let asked = table.number("asked", false, found);
        let mut share = |key, otherwise| in_a_hundred(table.number(key, false, found), key, otherwise, file, found);
        Front { only, agreement: None, asked, pass: share("pass", PASS), critical: share("critical", CRITICAL) }
    }

    /// For whom it is.
    pub fn only(&self) -> Only {
        self.only.clone()
    }
}

/// The audiences of a course. Each has a page, from which a way leads to the course.
fn audiences(table: &mut Table<'_>, file: &SourceFile, found: &mut Vec<Finding>) -> Option<Vec<Audience>> {
    let typed = table.texts("audiences", true, found)?;
    if typed.is_empty() {
        let mend = "Type one like audiences = [\"staff\"].";
        found.push(file.error(table.place_at("audiences"), "bad-value", "This course is for no one.", mend));
    }
    let mut audiences = Vec::new();
    for id in &typed {
        match Audience::from_id(&id.value) {
            Some(audience) if Audience::WITH_A_PAGE.contains(&audience) => audiences.push(audience),
            Some(_) => {
                let message = format!("\"{}\" has no page from which a way could lead to this course.", id.value);
                found.push(file.error(id.at, "bad-value", message, "Name those who take it, such as staff."));
            }
            None => found.push(unknown_audience(&id.value, id.at, file)),
        }
    }
    (audiences.len() == typed.len()).then_some(audiences)
}

fn in_a_hundred(typed: Option<Valued<u32>>, key: &str, otherwise: u8, file: &SourceFile, found: &mut Vec<Finding>) -> u8 {
    let Some(typed) = typed else { return otherwise };
    match u8::try_from(typed.value).ok().filter(|share| *share <= 100) {
        Some(share) => share,
        None => {
            let message = format!("\"{key}\" says how many in a hundred must be right, and {} are more.", typed.value);
            found.push(file.error(
                typed.at,
                "bad-value",
                message,
                format!("Type a number from 0 to 100, like {key} = {otherwise}."),
            ));
            otherwise
        }
    }
}

/// What is asked in a setting.
pub struct Asked {
    /// The quizzes, in the order of setting.toml.
    pub quizzes: Vec<QuizPage>,
    /// The courses, likewise.
    pub inductions: Vec<QuizPage>,
    /// What the files of questions say, which are on no page of their own.
    pub said: Vec<Said>,
    /// These files, each with its path.
    pub banks: Vec<(String, Outline)>,
}

/// Reads the quizzes and the courses.
pub fn read_all(
    files: &[TypedFile<'_>],
    agreements: &Agreements<'_>,
    shelf: &Shelf,
    gate: Gate<'_>,
    library: &Library<'_>,
    found: &mut Vec<Finding>,
) -> Asked {
    let banks = Banks::read(files, shelf, gate, library, found);
    let (mut quizzes, mut inductions) = (Vec::new(), Vec::new());
    for typed in files {
        match typed.id {
            PageId::Quiz(_) => quizzes.push(page::quiz(typed, agreements, library, found)),
            PageId::Induction(_) => inductions.push(page::course(typed, &banks, library, found)),
            _ => {}
        }
    }
    report_twins(files, found);
    Asked { quizzes, inductions, said: banks.said, banks: banks.outlines }
}

/// Reports a course with the name of a quiz: what a device remembers of the two would be one.
fn report_twins(files: &[TypedFile<'_>], found: &mut Vec<Finding>) {
    for typed in files.iter().filter(|typed| matches!(typed.id, PageId::Induction(_))) {
        let name = typed.file.stem();
        if files.iter().any(|other| other.id == PageId::Quiz(name.to_owned())) {
            let message = format!("A quiz has the name \"{name}\" too, and a device remembers by name how they were taken.");
            found.push(typed.file.error(0, "duplicate-id", message, "Give one of the two files another name."));
        }
    }
}
