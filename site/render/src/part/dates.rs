//! Days, in words and for machines.

use super::site_context::SiteContext;
use fingerpost_model::Day;
use maud::{Markup, html};

/// The day in figures: `2027-09-01`.
pub fn iso(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// `1 September 2027`, in the words and the order of the site's language.
pub fn in_words(site_cx: &SiteContext, day: Day) -> String {
    let key = format!("month_{}", day.month);
    site_cx.fill("date", &[("day", &day.day.to_string()), ("month", site_cx.text(&key)), ("year", &day.year.to_string())])
}

/// A day in words for people and in figures for machines, as an element; nothing where there is no day.
pub fn time(site_cx: &SiteContext, day: impl Into<Option<Day>>) -> Markup {
    html! { @if let Some(day) = day.into() { time datetime=(iso(day)) { (in_words(site_cx, day)) } } }
}
