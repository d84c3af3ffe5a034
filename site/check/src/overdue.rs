//! What somebody should look at again, because its day has come.

use fingerpost_model::finding::Finding;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Checked, Day};

/// Reports a review of a policy that is overdue, or due before the last one. Of days that are not known nothing is said.
pub fn review(
    what: &str,
    reviewed_on: Option<Day>,
    next_review: Option<Day>,
    place: &Place,
    today: Day,
    findings: &mut Vec<Finding>,
) {
    let (Some(reviewed_on), Some(next_review)) = (reviewed_on, next_review) else { return };
    let (last, next) = (reviewed_on.in_words(), next_review.in_words());
    if reviewed_on > next_review {
        let message = format!("The next review of \"{what}\" ({next}) is before the last one ({last}).");
        findings.push(Finding::error(place.clone(), Rule::ReviewDates, message, "Correct \"next_review\" or \"reviewed_on\"."));
    } else if next_review < today {
        let message = format!("\"{what}\" was due for review on {next}.");
        let help = "Review it, then change \"reviewed_on\" and \"next_review\".";
        findings.push(Finding::warning(place.clone(), Rule::ReviewOverdue, message, help));
    }
}

/// The day on which something was looked at, if somebody should look again.
pub fn a_year_ago(checked: Checked, today: Day) -> Option<Day> {
    checked.day().filter(|on| Day { year: on.year.saturating_add(1), ..*on } < today)
}
