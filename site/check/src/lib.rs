//! The model to findings: what is wrong with the setting as a whole, seen on a given day. What is wrong in one place of one file
//! was found when that file was loaded.

mod abbreviations;
pub mod accept;
mod clause_review;
mod days;
mod examples;
pub mod figures;
mod finder;
mod links;
mod missing;
mod overdue;
mod phrases;
mod reading;
mod references;
pub mod report;
mod review_due;
mod ringing;
mod small_letters;
mod unchecked;
mod unpublished;

use fingerpost_model::finding::{self, Finding};
use fingerpost_model::{Day, Setting};

/// What loading found and what [`check`] finds in the setting that it gave, seen on a given day, in the order in which they are best mended.
pub fn with_loading(setting: Option<&Setting>, mut findings: Vec<Finding>, today: Day) -> Vec<Finding> {
    findings.extend(setting.into_iter().flat_map(|setting| check(setting, today)));
    finding::sort(&mut findings);
    findings
}

/// Everything that is wrong with a setting, seen on a given day.
pub fn check(setting: &Setting, today: Day) -> Vec<Finding> {
    let mut findings = Vec::new();
    let policy = &setting.policy;
    overdue::review(&policy.title, policy.reviewed_on, policy.next_review, &policy.next_review_place, today, &mut findings);
    days::told_of_the_future(setting, today, &mut findings);
    examples::published(setting, &mut findings);
    links::links(setting, today, &mut findings);
    unchecked::unchecked(setting, &mut findings);
    missing::in_short(setting, &mut findings);
    missing::for_the_adult(setting, &mut findings);
    references::laws(setting, today, &mut findings);
    references::policies(setting, today, &mut findings);
    references::changes(setting, &mut findings);
    review_due::report(setting, &mut findings);
    unpublished::unpublished(setting, &mut findings);
    abbreviations::unexplained(setting, &mut findings);
    reading::hard_to_read(setting, &mut findings);
    phrases::phrases(setting, today, &mut findings);
    ringing::without_a_number(setting, &mut findings);
    finding::sort(&mut findings);
    findings
}
