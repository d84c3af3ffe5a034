//! What somebody should look at again, because its day has come.

use fingerpost_model::Day;
use fingerpost_model::finding::Finding;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;

/// The days of the reviews of a policy.
pub fn review(what: &str, reviewed_on: Day, next_review: Day, place: &Place, today: Day, findings: &mut Vec<Finding>) {
    if reviewed_on == Day::UNREAD || next_review == Day::UNREAD {
        return;
    }
    let (last, next) = (reviewed_on.in_words(), next_review.in_words());
    if reviewed_on > next_review {
        let message = format!("The next review of \"{what}\" ({next}) is before the last one ({last}).");
        findings.push(Finding::error(place.clone(), Rule::ReviewDates, message, "Correct \"next_review\" or \"reviewed_on\"."));
    } else if next_review < today {
        let message = format!("\"{what}\" was due for review on {next}.");
        let mend = "Review it, then change \"reviewed_on\" and \"next_review\".";
        findings.push(Finding::warning(place.clone(), Rule::ReviewOverdue, message, mend));
    }
}

/// The day on which something was looked at, if somebody should look again.
pub fn a_year_ago(checked_on: Option<Day>, today: Day) -> Option<Day> {
    let is_long_ago = |on: &Day| *on != Day::UNREAD && Day { year: on.year.saturating_add(1), ..*on } < today;
    checked_on.filter(is_long_ago)
}
