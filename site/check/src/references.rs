//! What stands beside the policy: are the laws and guidance as somebody last saw them, has every other policy an owner and a review that is
//! not overdue, and does the list of changes know the present version?

use super::overdue::{a_year_ago, review};
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Day, LawStatus, OtherPolicy, Setting};

/// What nobody has confirmed is for the editor to find out: the page makes no claim of it.
pub fn laws(setting: &Setting, today: Day, findings: &mut Vec<Finding>) {
    for law in &setting.laws {
        if let LawStatus::Unconfirmed(to_confirm) = &law.status
            && !to_confirm.is_empty()
        {
            let message = format!("Nobody has confirmed what this site says of \"{}\".", law.label);
            let help = format!("{to_confirm} Then make the status \"confirmed\" and change \"checked_on\".");
            findings.push(Finding::warning(law.place.clone(), Rule::LawNotConfirmed, message, help));
        }
        if let Some(on) = a_year_ago(law.checked, today) {
            let message = format!("Nobody has looked at \"{}\" since {}.", law.label, on.in_words());
            let help = "Look whether there is a newer edition, correct the entry, and change \"checked_on\".";
            findings.push(Finding::warning(law.place.clone(), Rule::LawNotChecked, message, help));
        }
    }
}

/// Reports other policies without an owner or a day of review, and those whose review is overdue.
pub fn policies(setting: &Setting, today: Day, findings: &mut Vec<Finding>) {
    for policy in &setting.policies {
        let missing = missing_in(policy);
        if !missing.is_empty() {
            let message = format!("\"{}\" has no {}.", policy.label, missing.join(", no "));
            let help = format!("Type the missing lines beneath [{}] in policies.toml in the setting's own folder.", policy.id);
            findings.push(Finding::warning(policy.place.clone(), Rule::PolicyWithoutOwner, message, help));
        }
        review(&policy.label, policy.reviewed_on, policy.next_review, &policy.next_review_place, today, findings);
    }
}

fn missing_in(policy: &OtherPolicy) -> Vec<&'static str> {
    let known = [
        ("\"owner\"", policy.owner.is_some()),
        ("\"reviewed_on\"", policy.reviewed_on.is_some()),
        ("\"next_review\"", policy.next_review.is_some()),
    ];
    known.into_iter().filter(|(_, is_known)| !is_known).map(|(key, _)| key).collect()
}

/// A reader who knows the last version asks what is new in this one.
pub fn changes(setting: &Setting, findings: &mut Vec<Finding>) {
    let version = &setting.policy.version;
    // The policy of a handbook is an example, and never had another version.
    if !setting.is_handbook() && !version.is_empty() && !setting.changes.iter().any(|change| change.version == *version) {
        let message = format!("Nothing says what version {version} of the policy changed.");
        let help = "Add a [[change]] to changes.toml in this folder, with its \"version\", \"on\", \"what\" and \"audiences\".";
        findings.push(Finding::warning(setting.policy.version_place.clone(), Rule::ChangeNotTold, message, help));
    }
}
