//! Days on which something is said to have been done, and which have not come.

use fingerpost_model::finding::Finding;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Approval, Day, Setting};

/// Reports what was approved, reviewed, checked or changed tomorrow or later.
pub fn told_of_the_future(setting: &Setting, today: Day, findings: &mut Vec<Finding>) {
    let mut report = |day: Option<Day>, place: &Place, done: &str, key: &str| {
        if let Some(day) = day.filter(|day| *day > today) {
            let message = format!("This {done} on {}, which has not come yet.", day.in_words());
            findings.push(Finding::warning(place.clone(), Rule::FutureDay, message, format!("Correct \"{key}\".")));
        }
    };
    let policy = &setting.policy;
    report(policy.approved_on, &policy.approved_place, "was approved", "approved_on");
    report(policy.reviewed_on, &policy.reviewed_place, "was reviewed", "reviewed_on");
    for (approval, place) in approvals(setting) {
        if let Approval::By { on, .. } = approval {
            report(Some(*on), place, "was approved", "approved_on");
        }
    }
    for link in &setting.links {
        report(link.checked.day(), &link.place, "was looked at", "checked_on");
    }
    for law in &setting.laws {
        report(law.checked.day(), &law.place, "was looked at", "checked_on");
        report(law.published_on, &law.place, "was published", "published_on");
    }
    for other in &setting.policies {
        report(other.reviewed_on, &other.place, "was reviewed", "reviewed_on");
    }
    for change in &setting.changes {
        report(change.on, &change.place, "was changed", "on");
    }
}

/// Every approval, with the place of what it is of.
fn approvals(setting: &Setting) -> impl Iterator<Item = (&Approval, &Place)> {
    let sections = setting.sections.iter().map(|section| (&section.approval, &section.document.place));
    let lessons = setting.lessons.iter().map(|page| (&page.approval, &page.place));
    let agreements = setting.agreements.iter().map(|page| (&page.approval, &page.place));
    let quizzes = setting.quizzes.iter().chain(&setting.inductions).map(|page| (&page.approval, &page.document.place));
    sections.chain(lessons).chain(agreements).chain(quizzes)
}
