//! What stands between the +++ lines of a lesson.

use crate::syntax::table::{Spanned, Table};
use fingerpost_model::finding::Finding;

/// The keys of a lesson.
#[derive(Clone, Debug)]
pub struct LessonFront {
    /// What the learner can do afterwards, as typed.
    pub aim: Option<Spanned<String>>,
    /// The clauses on which it rests.
    pub clauses: Vec<Spanned<String>>,
    /// The moments that are printed.
    pub worksheet: Vec<Spanned<String>>,
    /// The agreement that it practises.
    pub agreement: Option<Spanned<String>>,
}

impl LessonFront {
    /// Reads the keys of a lesson.
    pub fn read(table: &mut Table<'_>, found: &mut Vec<Finding>) -> LessonFront {
        // The topic's number orders the author's own list of topics; the site follows the order of setting.toml.
        table.number("topic", false, found);
        let aim = table.raw_text("aim", true, found);
        let clauses = table.texts("clauses", true, found).unwrap_or_default();
        let worksheet = table.texts("worksheet", false, found).unwrap_or_default();
        LessonFront { aim, clauses, worksheet, agreement: table.raw_text("agreement", false, found) }
    }

    /// Reads the keys of a translated lesson: what it rests on is the original's to say.
    pub fn translated(table: &mut Table<'_>, found: &mut Vec<Finding>) -> LessonFront {
        LessonFront { aim: table.raw_text("aim", true, found), clauses: Vec::new(), worksheet: Vec::new(), agreement: None }
    }

    /// The name of the agreement that it practises.
    pub fn agreement(&self) -> Option<&str> {
        self.agreement.as_ref().map(|agreement| agreement.value.as_str())
    }

    /// What the learner can do afterwards, in the words of its author.
    pub fn aim(&self) -> &str {
        self.aim.as_ref().map_or("", |aim| &aim.value)
    }
}
