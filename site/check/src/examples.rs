//! What belongs to an example, and would be published as a setting's own.

use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::{ExampleFact, Setting};

/// Reports an example's facts in a setting that is none, and a real one's in a setting that says it is an example. Each is one line: whoever begins
/// with a copy of an example has fifty of them.
pub fn published(setting: &Setting, findings: &mut Vec<Finding>) {
    let invented = &setting.invented;
    match (&invented.example, &invented.real) {
        (Some(_), None) => {}
        (Some(place), Some(real)) => {
            let message = format!("Every page says that this setting is invented, and what stands at {real} is real.");
            let help = "Take the line \"example = true\" out of setting.toml.";
            findings.push(Finding::warning(place.clone(), Rule::ExampleFact, message, help));
        }
        (None, _) => {
            let Some((_, first)) = invented.facts.first() else { return };
            let message = format!("Facts of an example would be published as this setting's own: {}.", listed(setting));
            let help = "Put your own in their place, from this line on. Of a setting that is invented as a whole, setting.toml says example = true.";
            findings.push(Finding::warning(first.clone(), Rule::ExampleFact, message, help));
        }
    }
}

/// How many there are of each kind.
fn listed(setting: &Setting) -> String {
    let count = |kind| setting.invented.facts.iter().filter(|(fact, _)| *fact == kind).count();
    let kinds = [
        (ExampleFact::Number, "telephone number that rings nobody", "telephone numbers that ring nobody"),
        (ExampleFact::Email, "e-mail address of nobody", "e-mail addresses of nobody"),
        (ExampleFact::Web, "web address of nobody", "web addresses of nobody"),
        (ExampleFact::Approval, "approval", "approvals"),
        (ExampleFact::Change, "change in changes.toml", "changes in changes.toml"),
        (ExampleFact::Policy, "review in policies.toml", "reviews in policies.toml"),
    ];
    let of = |(kind, one, many): &(ExampleFact, &str, &str)| match count(*kind) {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {many}")),
    };
    let parts: Vec<String> = kinds.iter().filter_map(of).collect();
    match parts.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => parts.concat(),
    }
}
