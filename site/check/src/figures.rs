//! How hard each file is to read, as a table for an author: a row for each reader of each file, and of a lesson its steps and kinds of activity too.

use crate::reading::{Reading, readings};
use fingerpost_lesson::path::Path;
use fingerpost_model::{LessonPage, ReadingLevel, Setting};
use std::collections::BTreeSet;
use std::fmt::Write as _;

const HEAD: [&str; 10] = ["file", "reader", "steps", "kinds", "sentences", "words", "mean", "most", "grade", "hard %"];

/// The table, a line a row, columns in line; then the clauses of each lesson.
pub fn table(setting: &Setting) -> String {
    let mut rows = vec![HEAD.map(str::to_owned)];
    rows.extend(readings(setting).iter().map(|reading| row(reading, setting)));
    let widths: Vec<usize> =
        (0..HEAD.len()).map(|cell| rows.iter().map(|row| row[cell].chars().count()).max().unwrap_or(0)).collect();
    let mut text = String::new();
    for row in &rows {
        let cells = row.iter().enumerate().map(|(cell, words)| match cell {
            0 | 1 => format!("{words:<width$}", width = widths[cell]),
            _ => format!("{words:>width$}", width = widths[cell]),
        });
        let _ = writeln!(text, "{}", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
    for page in &setting.lessons {
        let clauses: Vec<&str> = page.clauses.iter().map(|(id, _)| id.as_str()).collect();
        let _ = writeln!(text, "{}: clauses {}", page.place.file, clauses.join(", "));
    }
    text
}

fn row(reading: &Reading<'_>, setting: &Setting) -> [String; 10] {
    let measure = reading.measure;
    let lesson = setting.lessons.iter().find(|page| page.place.file == reading.file);
    let (steps, kinds) = match (reading.level, lesson) {
        (ReadingLevel::Path(path), Some(page)) => steps(page, path),
        _ => (String::new(), String::new()),
    };
    let reader = match reading.level {
        ReadingLevel::Path(path) => path.id(),
        ReadingLevel::Plain => "families",
        ReadingLevel::Standard => "staff",
    };
    [
        reading.file.to_string(),
        reader.to_owned(),
        steps,
        kinds,
        measure.sentences.to_string(),
        measure.words.to_string(),
        format!("{:.1}", measure.mean()),
        measure.most.to_string(),
        format!("{:.1}", measure.grade()),
        format!("{:.1}", measure.hard_share()),
    ]
}

/// How many steps a lesson has on a path, and how many kinds of activity.
fn steps(page: &LessonPage, path: Path) -> (String, String) {
    let steps: Vec<_> = page.lesson.moments.iter().filter_map(|moment| moment.on(path)).collect();
    let kinds: BTreeSet<&str> = steps.iter().map(|step| step.activity.id()).collect();
    (steps.len().to_string(), kinds.len().to_string())
}
