//! Findings for somebody who reads them all: what is said of many places is one line, and of many of a kind the first is shown with their number.

use super::visible;
use fingerpost_model::finding::{Finding, Severity};
use fingerpost_model::rules::Rule;
use std::collections::{BTreeMap, BTreeSet};

/// So many places of one complaint, and so many complaints of one kind, are still lines that somebody reads.
const PLACES: usize = 2;
const OF_A_KIND: usize = 20;

/// So many places are named besides the first.
const NAMED: usize = 3;

/// The lines, each with how serious it is, in the order of the findings. `check` is the command that checks this folder.
pub fn brief(findings: &[Finding], check: &str) -> Vec<(Severity, String)> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    let mut known: BTreeMap<(Severity, Rule, &str, &str), usize> = BTreeMap::new();
    for finding in findings {
        let complaint = (finding.severity, finding.rule, &*finding.message, &*finding.help);
        match known.get(&complaint) {
            Some(group) => groups[*group].push(finding),
            None => {
                known.insert(complaint, groups.len());
                groups.push(vec![finding]);
            }
        }
    }
    let kind_of = |group: &[&Finding]| (group[0].severity, group[0].rule);
    let mut kinds: BTreeMap<(Severity, Rule), Vec<&Vec<&Finding>>> = BTreeMap::new();
    let mut counts: BTreeMap<(Severity, Rule), usize> = BTreeMap::new();
    for group in &groups {
        kinds.entry(kind_of(group)).or_default().push(group);
        *counts.entry(kind_of(group)).or_default() += if group.len() > PLACES { 1 } else { group.len() };
    }
    let mut lines: Vec<(Severity, String)> = Vec::new();
    for group in &groups {
        let of_its_kind = &kinds[&kind_of(group)];
        if counts[&kind_of(group)] <= OF_A_KIND {
            lines.extend(said(group));
        } else if std::ptr::eq(of_its_kind[0], group) {
            lines.push((group[0].severity, counted(of_its_kind, check)));
        }
    }
    lines
}

/// The lines of one complaint: one where it is of many places.
fn said(group: &[&Finding]) -> Vec<(Severity, String)> {
    let line = |finding: &Finding| visible(&finding.to_string());
    if group.len() <= PLACES {
        return group.iter().map(|finding| (finding.severity, line(finding))).collect();
    }
    let others: Vec<String> = group.iter().skip(1).take(NAMED).map(|finding| visible(&finding.place.to_string())).collect();
    let more = if group.len() - 1 > NAMED { ", ..." } else { "" };
    let others = others.join(", ");
    vec![(group[0].severity, format!("{} ({} places: also {others}{more})", line(group[0]), group.len()))]
}

/// The first of many of a kind, with their number.
fn counted(of_its_kind: &[&Vec<&Finding>], check: &str) -> String {
    let all: Vec<&Finding> = of_its_kind.iter().flat_map(|group| group.iter().copied()).collect();
    let files = all.iter().map(|finding| &finding.place.file).collect::<BTreeSet<_>>().len();
    let files = if files == 1 { "1 file".to_owned() } else { format!("{files} files") };
    let first = visible(&all[0].to_string());
    format!("{first} ({} of this kind in {files}; \"{check} --all\" lists each)", all.len())
}

#[cfg(test)]
mod tests {
    use super::brief;
    use fingerpost_model::finding::Finding;
    use fingerpost_model::place::Place;
    use fingerpost_model::rules::Rule;
    use std::sync::Arc;

    fn finding(file: &str, line: u32, rule: Rule, message: &str) -> Finding {
        Finding::warning(Place::point(&Arc::from(file), line, 1), rule, message, "Mend it.")
    }

    fn lines(findings: &[Finding]) -> Vec<String> {
        brief(findings, "fingerpost check school").into_iter().map(|(_, line)| line).collect()
    }

    #[test]
    fn one_complaint_of_many_places_is_one_line() {
        let mut findings: Vec<Finding> =
            (1..=5).map(|line| finding("a.md", line, Rule::UnknownName, "\"x\" is no name.")).collect();
        findings.insert(1, finding("a.md", 1, Rule::UnknownName, "\"y\" is no name."));
        let expected = [
            "a.md:1:1: warning: \"x\" is no name. Mend it. [unknown-name] (5 places: also a.md:2:1, a.md:3:1, a.md:4:1, ...)",
            "a.md:1:1: warning: \"y\" is no name. Mend it. [unknown-name]",
        ];
        assert_eq!(lines(&findings), expected);
        assert_eq!(lines(&findings[4..]).len(), 2, "of two places each has its line");
    }

    #[test]
    fn of_many_of_a_kind_the_first_is_shown_with_their_number() {
        let of = |count: u32| -> Vec<Finding> {
            let kind = (1..=count)
                .map(|line| finding(if line < 9 { "a.md" } else { "b.md" }, line, Rule::Idiom, &format!("Idiom {line}.")));
            kind.chain([finding("c.md", 1, Rule::Title, "No title.")]).collect()
        };
        assert_eq!(lines(&of(20)).len(), 21);
        let expected = [
            "a.md:1:1: warning: Idiom 1. Mend it. [idiom] (100 of this kind in 2 files; \"fingerpost check school --all\" lists each)",
            "c.md:1:1: warning: No title. Mend it. [title]",
        ];
        assert_eq!(lines(&of(100)), expected);
        assert_eq!(lines(&of(100)), lines(&of(100)), "the same each time");
    }
}
