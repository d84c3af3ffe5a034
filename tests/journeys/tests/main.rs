//! Journeys through the built site in headless Chromium. `cargo xtask test journeys` runs them.

mod harness;
mod keeping;
mod lessons;
mod pages;
mod serving;

/// Fails with every line, when there is one.
#[track_caller]
fn assert_none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{} times {what}:\n  {}", found.len(), found.join("\n  "));
}
