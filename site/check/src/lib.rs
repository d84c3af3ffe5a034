//! The model to findings: what is wrong with the setting as a whole, seen on a given day. What is wrong in one place of one file
//! was found when that file was loaded.

mod abbreviations;
pub mod accept;
mod days;
mod examples;
pub mod figures;
mod grounds;
mod phrases;
mod questions;
pub mod reading;
mod registers;
pub mod report;
mod ringing;
mod unchecked;

use fingerpost_model::finding::{self, Finding};
use fingerpost_model::place::Place;
use fingerpost_model::walk::{Found, walk_document};
use fingerpost_model::{Audience, Day, LinkStatus, Only, Setting};

/// What loading found and what [`check`] finds in the setting that it gave, seen on a given day, in the order of the files.
pub fn with_loading(setting: Option<&Setting>, mut findings: Vec<Finding>, today: Day) -> Vec<Finding> {
    findings.extend(setting.into_iter().flat_map(|setting| check(setting, today)));
    finding::sort(&mut findings);
    findings
}

/// Everything that is wrong with a setting, seen on a given day.
pub fn check(setting: &Setting, today: Day) -> Vec<Finding> {
    let mut findings = Vec::new();
    let policy = &setting.policy;
    review(&policy.title, policy.reviewed_on, policy.next_review, &policy.next_review_place, today, &mut findings);
    days::told_of_the_future(setting, today, &mut findings);
    examples::published(setting, &mut findings);
    links(setting, today, &mut findings);
    unchecked::unchecked(setting, &mut findings);
    in_short(setting, &mut findings);
    for_the_adult(setting, &mut findings);
    registers::laws(setting, today, &mut findings);
    registers::policies(setting, today, &mut findings);
    registers::changes(setting, &mut findings);
    questions::read(setting, &mut findings);
    unpublished(setting, &mut findings);
    abbreviations::unexplained(setting, &mut findings);
    reading::hard_to_read(setting, &mut findings);
    phrases::phrases(setting, today, &mut findings);
    ringing::without_a_number(setting, &mut findings);
    finding::sort(&mut findings);
    findings
}

/// The days of the reviews of a policy.
fn review(what: &str, reviewed_on: Day, next_review: Day, place: &Place, today: Day, findings: &mut Vec<Finding>) {
    if reviewed_on == Day::UNREAD || next_review == Day::UNREAD {
        return;
    }
    let (last, next) = (reviewed_on.in_words(), next_review.in_words());
    if reviewed_on > next_review {
        let message = format!("The next review of \"{what}\" ({next}) is before the last one ({last}).");
        findings.push(Finding::error(place.clone(), "review-dates", message, "Correct \"next_review\" or \"reviewed_on\"."));
    } else if next_review < today {
        let message = format!("\"{what}\" was due for review on {next}.");
        let mend = "Review it, then change \"reviewed_on\" and \"next_review\".";
        findings.push(Finding::warning(place.clone(), "review-overdue", message, mend));
    }
}

/// A section that parents can read tells them in short what matters to them.
fn in_short(setting: &Setting, findings: &mut Vec<Finding>) {
    for section in setting.sections.iter().filter(|section| section.in_short.is_none()) {
        let for_parents = match &section.only {
            Only::Everyone => true,
            Only::These(audiences) => audiences.contains(&Audience::Parents),
        };
        if for_parents {
            let message = "This section does not say in short what matters to a family.";
            let mend = "Type ## In short {.in-short} before its first heading, and beneath it 3 to 6 short sentences.";
            findings.push(Finding::warning(section.document.place.clone(), "in-short-missing", message, mend));
        }
    }
}

/// A lesson is taught by somebody, who may have five minutes to get ready for it.
fn for_the_adult(setting: &Setting, findings: &mut Vec<Finding>) {
    for page in setting.lessons.iter().filter(|page| page.adult.is_empty()) {
        let message = "This lesson does not say what an adult does before, with and after it.";
        let mend = "Type # For the adult after its moments, and beneath it the seven headings of content-format.md.";
        findings.push(Finding::warning(page.place.clone(), "adult-missing", message, mend));
    }
}

/// The day on which something was looked at, if somebody should look again.
fn a_year_ago(checked_on: Option<Day>, today: Day) -> Option<Day> {
    let is_long_ago = |on: &Day| *on != Day::UNREAD && Day { year: on.year.saturating_add(1), ..*on } < today;
    checked_on.filter(is_long_ago)
}

/// A part that is meant for an audience without a page of its own stands on no page at all.
fn unpublished(setting: &Setting, findings: &mut Vec<Finding>) {
    let mut report = |only: &Only, place: &Place| {
        if let Only::These(audiences) = only
            && !audiences.is_empty()
            && !audiences.iter().any(|audience| Audience::WITH_A_PAGE.contains(audience))
        {
            let message = "No page shows this part: there is none for only these readers.";
            findings.push(Finding::warning(
                place.clone(),
                "unpublished-part",
                message,
                "Add an audience with a page, such as staff, to \"only\".",
            ));
        }
    };
    for section in &setting.sections {
        report(&section.only, &section.document.place);
    }
    let documents = setting.sections.iter().map(|section| &section.document).chain(setting.pages.values());
    for document in documents {
        walk_document(document, &mut |met| {
            if let Some((only, place)) = limits(&met) {
                report(only, place);
            }
        });
    }
    in_courses(setting, findings);
}

fn limits<'a>(met: &Found<'a>) -> Option<(&'a Only, &'a Place)> {
    match met {
        Found::Part(part) => Some((&part.only, &part.place)),
        Found::Item(item) => Some((&item.only, &item.place)),
        Found::Inline(..) => None,
    }
}

/// A course has one page for all who take it, which shows what all of them may see.
fn in_courses(setting: &Setting, findings: &mut Vec<Finding>) {
    for page in &setting.inductions {
        walk_document(&page.document, &mut |met| {
            if let Some((Only::These(audiences), place)) = limits(&met)
                && !audiences.is_empty()
                && !page.audiences().iter().all(|reader| audiences.contains(reader))
            {
                let message = "No page shows this part: not everyone who takes this course may see it.";
                let mend = "Name all who take the course in \"only\", take it out, or move the part to the policy.";
                findings.push(Finding::warning(place.clone(), "unpublished-part", message, mend));
            }
        });
    }
}

/// A service that closed long ago is not looked at again; any other is, once a year.
fn links(setting: &Setting, today: Day, findings: &mut Vec<Finding>) {
    for link in &setting.links {
        if let Some(on) = a_year_ago(link.checked_on, today).filter(|_| !matches!(link.status, LinkStatus::Closed(_))) {
            let message = format!("Nobody has looked at {} since {}.", link.label, on.in_words());
            let mend = format!("Open {}, read what it says, and change \"checked_on\".", link.url);
            findings.push(Finding::warning(link.place.clone(), "link-not-checked", message, mend));
        }
    }
}
