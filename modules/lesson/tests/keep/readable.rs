//! The lesson of which the tests keep something, and what can be read of a text that is kept.

use fingerpost_lesson::keep::line::Line;
use fingerpost_lesson::keep::text::Text;
use std::collections::BTreeSet;

/// The moments of the lesson, in their order.
pub const MOMENTS: [&str; 4] = ["enter", "ask", "pay", "leave"];

/// Where a moment of the lesson stands in it.
pub fn order(lesson: &str, moment: &str) -> Option<usize> {
    MOMENTS.iter().position(|known| lesson == "shop" && *known == moment)
}

/// What can be read of a text, as far as it never changes by learning: of which lessons there are places, and what was finished.
pub fn readable(text: &str) -> BTreeSet<String> {
    let lines = Text::read(text).map(|text| text.lines_now()).unwrap_or_default();
    lines
        .into_iter()
        .filter_map(|line| match line {
            Line::Place(place) => Some(format!("a place in {}", place.lesson)),
            Line::Done(done) => Some(format!("{} done on {}", done.lesson, done.path.id())),
            Line::People(people) => Some(format!("people of {}", people.lesson)),
            Line::Me(_) => Some("who the learner is".to_owned()),
            // What a quiz says of itself is replaced by what it says next.
            Line::Other(line) if !["taken ", "rests "].iter().any(|own| line.starts_with(own)) => Some(line.to_owned()),
            _ => None,
        })
        .collect()
}
