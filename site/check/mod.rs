//! The model to findings: what is wrong with the setting as a whole, seen on a given day. What is wrong in one place of one file
//! was found when that file was loaded.

use crate::finding::{self, Finding};
use crate::load::{UNREAD, day_in_words};
use crate::model::{Day, LinkStatus, Setting};

/// Everything that is wrong with a setting, seen on a given day.
pub fn check(setting: &Setting, today: Day) -> Vec<Finding> {
    let mut findings = Vec::new();
    review(setting, today, &mut findings);
    links(setting, today, &mut findings);
    finding::sort(&mut findings);
    findings
}

fn review(setting: &Setting, today: Day, findings: &mut Vec<Finding>) {
    let policy = &setting.policy;
    let place = &policy.next_review_place;
    if policy.reviewed_on == UNREAD || policy.next_review == UNREAD {
        return;
    }
    if policy.reviewed_on > policy.next_review {
        let message = format!(
            "The next review ({}) is before the last one ({}).",
            day_in_words(policy.next_review),
            day_in_words(policy.reviewed_on)
        );
        findings.push(Finding::error(place.clone(), "review-dates", message, "Correct \"next_review\" or \"reviewed_on\"."));
    } else if policy.next_review < today {
        let message = format!("The policy was due for review on {}.", day_in_words(policy.next_review));
        let mend = "Review it, then change \"reviewed_on\" and \"next_review\".";
        findings.push(Finding::warning(place.clone(), "review-overdue", message, mend));
    }
}

/// A service that closed long ago is not looked at again; any other is, once a year.
fn links(setting: &Setting, today: Day, findings: &mut Vec<Finding>) {
    for link in &setting.links {
        let a_year_later = Day { year: link.checked_on.year.saturating_add(1), ..link.checked_on };
        if link.checked_on != UNREAD && a_year_later < today && !matches!(link.status, LinkStatus::Closed(_)) {
            let message = format!("Nobody has looked at {} since {}.", link.label, day_in_words(link.checked_on));
            let mend = format!("Open {}, read what it says, and change \"checked_on\".", link.url);
            findings.push(Finding::warning(link.place.clone(), "link-not-checked", message, mend));
        }
    }
}
