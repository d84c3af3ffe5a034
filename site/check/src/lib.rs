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
use rayon::prelude::*;

/// What loading found and what [`check`] finds in the setting that it gave, seen on a given day, in the order in which they are best mended.
pub fn with_loading(setting: Option<&Setting>, mut findings: Vec<Finding>, today: Day) -> Vec<Finding> {
    findings.extend(setting.into_iter().flat_map(|setting| check(setting, today)));
    finding::sort(&mut findings);
    findings
}

/// Adds what one check finds.
type Check<'c> = &'c (dyn Fn(&mut Vec<Finding>) + Sync);

/// Everything that is wrong with a setting, seen on a given day. All processors look for it, and what comes is the same on any number of them.
pub fn check(setting: &Setting, today: Day) -> Vec<Finding> {
    let that_only_warn: [Check<'_>; 14] = [
        &|found| days::told_of_the_future(setting, today, found),
        &|found| examples::published(setting, found),
        &|found| links::links(setting, today, found),
        &|found| unchecked::unchecked(setting, found),
        &|found| missing::in_short(setting, found),
        &|found| missing::for_the_adult(setting, found),
        &|found| references::laws(setting, today, found),
        &|found| references::changes(setting, found),
        &|found| review_due::report(setting, found),
        &|found| unpublished::unpublished(setting, found),
        &|found| abbreviations::unexplained(setting, found),
        &|found| reading::hard_to_read(setting, found),
        &|found| phrases::phrases(setting, today, found),
        &|found| ringing::without_a_number(setting, found),
    ];
    // Each has a list of its own, so that the order does not depend on which is done first.
    let found = that_only_warn.par_iter().map(|check| {
        let mut findings = Vec::new();
        check(&mut findings);
        findings
    });
    let warnings: Vec<Finding> = found.collect::<Vec<_>>().into_iter().flatten().collect();
    debug_assert!(!finding::has_errors(&warnings), "a check that finds errors belongs to `with_errors`: {warnings:#?}");
    let mut findings = with_errors(setting, today);
    findings.extend(warnings);
    finding::sort(&mut findings);
    findings
}

/// Whether [`check`] finds an error, seen on a given day: known long before everything else that it finds.
pub fn finds_errors(setting: &Setting, today: Day) -> bool {
    finding::has_errors(&with_errors(setting, today))
}

/// What the checks find that can find errors. A site that is looked at while it is written waits for these before it is shown, so they read no
/// running text.
fn with_errors(setting: &Setting, today: Day) -> Vec<Finding> {
    let (policy, mut found) = (&setting.policy, Vec::new());
    overdue::review(&policy.title, policy.reviewed_on, policy.next_review, &policy.next_review_place, today, &mut found);
    references::policies(setting, today, &mut found);
    found
}
