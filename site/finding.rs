//! A complaint is a value: where, how serious, which rule, what is wrong and what to do. All are collected; none stops the rest.

use crate::place::Place;
use std::fmt;

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is built while one of these stands.
    Error,
    /// The site is built; somebody should look.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        })
    }
}

/// Something wrong in the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where it is.
    pub place: Place,
    /// How serious it is.
    pub severity: Severity,
    /// The rule's stable id, such as `unknown-name`.
    pub rule: &'static str,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it, in one sentence.
    pub mend: String,
}

impl Finding {
    /// An error at a place.
    pub fn error(place: Place, rule: &'static str, message: impl Into<String>, mend: impl Into<String>) -> Finding {
        Finding { place, severity: Severity::Error, rule, message: message.into(), mend: mend.into() }
    }

    /// A warning at a place.
    pub fn warning(place: Place, rule: &'static str, message: impl Into<String>, mend: impl Into<String>) -> Finding {
        Finding { severity: Severity::Warning, ..Finding::error(place, rule, message, mend) }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {} {} [{}]", self.place, self.severity, self.message, self.mend, self.rule)
    }
}

/// Whether any finding forbids a build.
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// Puts findings into the order in which an editor would walk through the files.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| (&a.place, a.rule, &a.message).cmp(&(&b.place, b.rule, &b.message)));
}

/// `Did you mean "x"?` for the nearest of the valid words; a list of them when none is near, and of a few where there are many.
pub fn did_you_mean<'a>(typed: &str, valid: impl IntoIterator<Item = &'a str>) -> String {
    let mut valid: Vec<&str> = valid.into_iter().collect();
    valid.sort_unstable();
    valid.dedup();
    let mut by_distance: Vec<(usize, &str)> =
        valid.iter().map(|word| (strsim::damerau_levenshtein(typed, word), *word)).collect();
    by_distance.sort_unstable();
    match by_distance.first() {
        Some((distance, word)) if *distance <= 1 + word.len() / 4 => format!("Did you mean \"{word}\"?"),
        None => "None is known here.".to_owned(),
        Some(_) if valid.len() <= SHORT_ENOUGH => format!("Use one of: {}.", valid.join(", ")),
        Some(_) => {
            let near: Vec<&str> = by_distance.iter().take(5).map(|(_, word)| *word).collect();
            format!("Use one of the {} that there are, such as: {}.", valid.len(), near.join(", "))
        }
    }
}

/// So many names still make one clear line.
const SHORT_ENOUGH: usize = 24;

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn the_nearest_word_is_offered_and_else_all_of_them_or_the_nearest_few() {
        assert_eq!(did_you_mean("dls_name", ["dsl_name", "head_name"]), "Did you mean \"dsl_name\"?");
        assert_eq!(did_you_mean("quite-other", ["b", "a"]), "Use one of: a, b.");
        let many: Vec<String> = (10..60).map(|number| format!("key_{number}")).collect();
        assert_eq!(
            did_you_mean("something", many.iter().map(String::as_str)),
            "Use one of the 50 that there are, such as: key_10, key_11, key_12, key_13, key_14."
        );
    }
}
