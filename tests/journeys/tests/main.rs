//! Journeys through the built site in a browser: headless Chromium, or another engine. `cargo xtask test journeys` runs them.

mod activities;
mod altered;
mod drawings;
mod ended;
mod every_lesson;
mod focusing;
mod gallery;
mod harness;
mod hosting;
mod keeping;
mod languages;
mod leaving;
mod lessons;
mod liking;
mod listening;
mod narrow;
mod offline;
mod on_paper;
mod pages;
mod pressing;
mod printing;
mod progress;
mod quizzes;
mod search;
mod serving;
mod sharing;
mod trusting;
mod voices;

/// Fails with the first lines, when there is one.
#[track_caller]
fn assert_none(what: &str, found: &[String]) {
    let first = &found[..found.len().min(25)];
    assert!(found.is_empty(), "{} times {what}:\n  {}", found.len(), first.join("\n  "));
}
