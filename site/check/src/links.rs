//! Has somebody looked at each service within a year?

use super::overdue::a_year_ago;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Day, LinkStatus, Setting};

/// A service that closed long ago is not looked at again; any other is, once a year.
pub fn links(setting: &Setting, today: Day, findings: &mut Vec<Finding>) {
    for link in &setting.links {
        if let Some(on) = a_year_ago(link.checked, today).filter(|_| !matches!(link.status, LinkStatus::Closed(_))) {
            let message = format!("Nobody has looked at {} since {}.", link.label, on.in_words());
            let help = format!("Open {}, read what it says, and change \"checked_on\".", link.url);
            findings.push(Finding::warning(link.place.clone(), Rule::LinkNotChecked, message, help));
        }
    }
}
