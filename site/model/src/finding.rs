//! A complaint is a value: where, how serious, which rule, what is wrong and what to do. All are collected; none stops the rest.

use crate::place::Place;
use crate::rules::Rule;
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Bound::{Excluded, Included, Unbounded};

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

/// Something wrong in the content. Made with [`Finding::error`] or [`Finding::warning`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Where it is.
    pub place: Place,
    /// How serious it is.
    pub severity: Severity,
    /// The rule that is broken.
    pub rule: Rule,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it, in one sentence.
    pub help: String,
}

impl Finding {
    /// An error at a place.
    pub fn error(place: Place, rule: Rule, message: impl Into<String>, help: impl Into<String>) -> Finding {
        Finding { place, severity: Severity::Error, rule, message: message.into(), help: help.into() }
    }

    /// A warning at a place.
    pub fn warning(place: Place, rule: Rule, message: impl Into<String>, help: impl Into<String>) -> Finding {
        Finding { severity: Severity::Warning, ..Finding::error(place, rule, message, help) }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {} {} [{}]", self.place, self.severity, self.message, self.help, self.rule)
    }
}

/// Whether any finding forbids a build.
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// How the help of a finding names the command that checks the folder. Whoever prints findings puts the real one in its place
/// (`report::with_command` of `fingerpost-check`).
pub const CHECK: &str = "fingerpost check DIR";

/// How the help of a finding names the command that records a reading; the ids of what was read follow.
pub const ACCEPT: &str = "fingerpost accept DIR";

/// Puts findings into the order in which they are best mended: errors first, causes before what follows from them, one's own files
/// before those that others share; then in the order of the files.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| {
        rank(a).cmp(&rank(b)).then_with(|| (a.place.start(), a.rule, &a.message).cmp(&(b.place.start(), b.rule, &b.message)))
    });
}

fn rank(finding: &Finding) -> (Severity, u8, bool) {
    let file = &*finding.place.file;
    let depth = if file == "setting.toml" {
        0
    } else if CAUSES.contains(&finding.rule) {
        1
    } else if FOLLOWS.contains(&finding.rule) {
        3
    } else {
        2
    };
    (finding.severity, depth, file.starts_with("../"))
}

/// Rules whose breaking hides something from the rest of the content.
const CAUSES: [Rule; 6] =
    [Rule::FileName, Rule::FrontMatter, Rule::MalformedMark, Rule::MissingFile, Rule::TomlSyntax, Rule::UnreadableFile];

/// Rules that can be broken because of a mistake elsewhere: something is named that is not there.
const FOLLOWS: [Rule; 15] = [
    Rule::BrokenAnchor,
    Rule::BrokenLink,
    Rule::ClauseChanged,
    Rule::ClauseGone,
    Rule::LinkToDraft,
    Rule::LinkToHidden,
    Rule::QuestionNotRead,
    Rule::RecordLeftOver,
    Rule::UnknownClause,
    Rule::UnknownLaw,
    Rule::UnknownLink,
    Rule::UnknownName,
    Rule::UnknownPolicy,
    Rule::UnknownPromise,
    Rule::UnknownSwitch,
];

/// `Did you mean "x"?` for the nearest of the valid words; a list of them when none is near, and of a few where there are many.
pub fn did_you_mean<'a>(typed: &str, valid: impl IntoIterator<Item = &'a str>) -> String {
    let mut valid: Vec<&str> = valid.into_iter().collect();
    valid.sort_unstable();
    valid.dedup();
    let count = valid.len();
    nearest(typed, valid, count)
}

/// What is said of a word that is none of the keys of a map, in a time that hardly grows with it: of a great many only those are looked at that stand near the typed
/// word in their order, as the right one does unless the mistake is in its first letters.
pub fn did_you_mean_in<K: Borrow<str> + Ord, T>(typed: &str, valid: &BTreeMap<K, T>) -> String {
    nearest(typed, beside(typed, valid), valid.len())
}

/// All keys of a map, and of a great many those that stand on either side of the typed word in their order.
pub fn beside<'m, K: Borrow<str> + Ord, T>(typed: &str, valid: &'m BTreeMap<K, T>) -> Vec<&'m str> {
    if valid.len() <= 2 * BESIDE {
        return valid.keys().map(Borrow::borrow).collect();
    }
    let before = valid.range::<str, _>((Unbounded, Excluded(typed))).rev().take(BESIDE);
    let after = valid.range::<str, _>((Included(typed), Unbounded)).take(BESIDE);
    before.chain(after).map(|(word, _)| word.borrow()).collect()
}

/// So many words on either side are looked at.
const BESIDE: usize = 64;

/// What to say of the valid words that were looked at, of so many that there are.
fn nearest(typed: &str, valid: Vec<&str>, count: usize) -> String {
    let mut by_distance: Vec<(usize, &str)> =
        valid.iter().map(|word| (strsim::damerau_levenshtein(typed, word), *word)).collect();
    by_distance.sort_unstable();
    match by_distance.first() {
        Some((distance, word)) if *distance <= 1 + word.len() / 4 => format!("Did you mean \"{word}\"?"),
        None => "None is known here.".to_owned(),
        Some(_) if valid.len() <= SHORT_ENOUGH => format!("Use one of: {}.", valid.join(", ")),
        Some(_) => {
            let near: Vec<&str> = by_distance.iter().take(5).map(|(_, word)| *word).collect();
            format!("Use one of the {count} that there are, such as: {}.", near.join(", "))
        }
    }
}

/// So many names still make one clear line.
const SHORT_ENOUGH: usize = 24;

#[cfg(test)]
mod tests {
    use super::{Finding, did_you_mean, did_you_mean_in, sort};
    use crate::place::Place;
    use crate::rules::Rule;
    use std::collections::BTreeMap;
    use std::sync::Arc;

    #[test]
    fn of_a_great_many_words_the_nearest_in_their_order_is_offered() {
        let many: BTreeMap<String, ()> = (1000..9000).map(|number| (format!("key_{number}_of_many"), ())).collect();
        assert_eq!(did_you_mean_in("key_4711_of_mny", &many), "Did you mean \"key_4711_of_many\"?");
        assert!(did_you_mean_in("zebra", &many).starts_with("Use one of the 8000 that there are, such as: "));
        let few: BTreeMap<String, ()> = [("dsl_name".to_owned(), ()), ("head_name".to_owned(), ())].into();
        assert_eq!(did_you_mean_in("xsl_name", &few), "Did you mean \"dsl_name\"?");
    }

    #[test]
    fn what_is_best_mended_first_stands_first() {
        let at = |file: &str| Place::start_of(&Arc::from(file));
        let error = |file: &str, rule| Finding::error(at(file), rule, "It is so.", "Mend it.");
        let expected = [
            error("setting.toml", Rule::BadValue),
            error("policy/02-b.md", Rule::UnreadableFile),
            error("../common/policy/01-a.md", Rule::FrontMatter),
            error("policy/03-c.md", Rule::RawHtml),
            error("../common/lessons/a.md", Rule::RawHtml),
            error("policy/01-a.md", Rule::BrokenLink),
            error("../common/lessons/a.md", Rule::UnknownName),
            Finding::warning(at("setting.toml"), Rule::ReviewOverdue, "It is so.", "Mend it."),
            Finding::warning(at("../common/law.toml"), Rule::LawNotChecked, "It is so.", "Mend it."),
        ];
        let mut findings = expected.clone();
        findings.reverse();
        sort(&mut findings);
        assert_eq!(findings, expected);
    }

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
