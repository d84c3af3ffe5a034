//! What stands between the +++ lines of a quiz or a course.

use crate::syntax::audiences::unknown_audience;
use crate::syntax::table::{Spanned, Table};
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Audience, Only};

/// Of the questions that are not critical, how many in a hundred must be right where the course does not say it.
const PASS: u8 = 80;
/// Of the critical questions, how many in a hundred must be right where the course does not say it.
const CRITICAL: u8 = 100;

/// The keys of a quiz or a course.
#[derive(Clone, Debug)]
pub struct QuizFront {
    /// For whom it is.
    pub only: Only,
    /// The agreement that is signed at the end of a quiz.
    pub agreement: Option<Spanned<String>>,
    /// How many questions one go asks.
    pub asked: Option<Spanned<u32>>,
    /// Of the questions that are not critical, how many in a hundred must be right.
    pub pass: u8,
    /// Of the critical questions, how many in a hundred must be right.
    pub critical: u8,
}

impl QuizFront {
    /// Reads the keys of a quiz.
    pub fn quiz(table: &mut Table<'_>, found: &mut Vec<Finding>) -> QuizFront {
        let agreement = table.raw_text("agreement", false, found);
        QuizFront { only: Only::Everyone, agreement, asked: None, pass: 0, critical: 0 }
    }

    /// Reads the keys of a course.
    pub fn course(table: &mut Table<'_>, found: &mut Vec<Finding>) -> QuizFront {
        // What cannot be read is shown to no one.
        let only = Only::These(audiences(table, found).unwrap_or_default());
        let asked = table.number("asked", false, found);
        let mut share = |key, otherwise| in_a_hundred(key, otherwise, table, found);
        QuizFront { only, agreement: None, asked, pass: share("pass", PASS), critical: share("critical", CRITICAL) }
    }
}

/// The audiences of a course. Each has a page, from which a way leads to the course.
fn audiences(table: &mut Table<'_>, found: &mut Vec<Finding>) -> Option<Vec<Audience>> {
    let typed = table.texts("audiences", true, found)?;
    if typed.is_empty() {
        let help = "Type one like audiences = [\"staff\"].";
        table.error(table.place_at("audiences"), Rule::BadValue, "This course is for no one.", help, found);
    }
    let mut audiences = Vec::new();
    for id in &typed {
        match Audience::from_id(&id.value) {
            Some(audience) if Audience::WITH_A_PAGE.contains(&audience) => audiences.push(audience),
            Some(_) => {
                let message = format!("\"{}\" has no page from which a way could lead to this course.", id.value);
                table.error(id.at, Rule::BadValue, message, "Name those who take it, such as staff.", found);
            }
            None => table.report(unknown_audience(&id.value, id.at, table.file()), found),
        }
    }
    (audiences.len() == typed.len()).then_some(audiences)
}

fn in_a_hundred(key: &'static str, otherwise: u8, table: &mut Table<'_>, found: &mut Vec<Finding>) -> u8 {
    let Some(typed) = table.number(key, false, found) else { return otherwise };
    match u8::try_from(typed.value).ok().filter(|share| *share <= 100) {
        Some(share) => share,
        None => {
            let message = format!("\"{key}\" says how many in a hundred must be right, and {} are more.", typed.value);
            let help = format!("Type a number from 0 to 100, like {key} = {otherwise}.");
            table.error(typed.at, Rule::BadValue, message, help, found);
            otherwise
        }
    }
}
