//! Services, laws and guidance that nobody of the setting has looked at yet, which is how a new setting begins. The pages say no day of checking
//! for them; the editor is told here, in one line for all of a kind.

use fingerpost_model::finding::Finding;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Checked, LinkStatus, Setting};

/// So many are named.
const NAMED: usize = 5;

/// Reports the services and the laws that nobody of the setting has looked at, one finding for each of the two files.
pub fn unchecked(setting: &Setting, findings: &mut Vec<Finding>) {
    let links = setting.links.iter().filter(|link| link.checked == Checked::Never && link.status == LinkStatus::Open);
    let help = "Look at the page of each without ringing anybody, correct its entry in links.toml, and add checked_on = with the day, such as 2026-11-28.";
    report("links.toml", links.map(|link| (link.label.as_str(), &link.place)).collect(), help, findings);
    let laws = setting.laws.iter().filter(|law| law.checked == Checked::Never);
    let help = "Find the edition in force of each, correct its entry in law.toml, and add checked_on = with the day, such as 2026-11-28.";
    report("law.toml", laws.map(|law| (law.label.as_str(), &law.place)).collect(), help, findings);
}

fn report(file: &str, mut entries: Vec<(&str, &Place)>, help: &str, findings: &mut Vec<Finding>) {
    // Of one that could not be read its own mistake is said.
    entries.retain(|(label, _)| !label.is_empty());
    let Some((_, place)) = entries.first() else { return };
    let names: Vec<&str> = entries.iter().take(NAMED).map(|(label, _)| *label).collect();
    let others = entries.len().saturating_sub(NAMED);
    let and = if others == 0 { String::new() } else { format!(" and {others} more") };
    let message = format!(
        "Nobody of this setting has checked what {file} says of {}{and}, so no page says a day of checking.",
        names.join(", ")
    );
    findings.push(Finding::warning((*place).clone(), Rule::NotCheckedYet, message, help));
}
