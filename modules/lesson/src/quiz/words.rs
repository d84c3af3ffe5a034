//! What a quiz and its record say of days.

use crate::keep::day::Day;
use crate::strings::{QuizStrings, fill};

impl QuizStrings {
    /// A day in words.
    pub fn day(&self, day: Option<Day>) -> String {
        day.map_or_else(|| self.day_unknown.clone(), |day| day.said(&self.day, &self.months))
    }

    /// Until when a record counts that was made on a day.
    pub fn valid(&self, on: Option<Day>) -> String {
        let until = |day: Day| fill(&self.record_valid_until, &[("day", &self.day(Some(day.a_year_later())))]);
        on.map_or_else(|| self.record_valid_year.clone(), until)
    }
}
