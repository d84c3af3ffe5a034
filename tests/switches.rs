//! The shared content for settings that no example is: both kinds with every value of every switch, and without each section of the policy. What
//! a machine can see of a contradiction is in none of them.

use fingerpost::check::check;
use fingerpost::embedded;
use fingerpost::load::{self, Loaded, Sources};
use fingerpost::model::finding::{Finding, Severity};
use fingerpost::model::{Block, Day, Part, Setting};
use fingerpost_model::rules::Rule;
use std::collections::BTreeSet;
use std::path::Path;

/// A day on which everything in the examples was fresh.
const TODAY: Day = Day { year: 2026, month: 11, day: 28 };

/// One of each kind.
const SETTINGS: [&str; 2] = ["school", "charity"];

/// The switches of the shared content that are words, with all that they can be. They are tried in every combination: a third needs a loop more
/// below.
const CHOICES: [(&str, [&str; 2]); 2] =
    [("filtering", ["\"provider\"", "\"none\""]), ("children_phones", ["\"handed-in\"", "\"left-at-home\""])];

/// The switches of a setting that are on or off, each with the other value.
fn flags(sources: &Sources) -> Vec<(String, &'static str)> {
    let text = &sources.files["setting.toml"];
    let switches = text.split_once("[switches]\n").expect("an example has switches").1.split("\n\n").next().unwrap_or_default();
    let pairs = switches.lines().filter_map(|line| line.split_once(" = "));
    let turned = |value: &str| match value {
        "true" => Some("false"),
        "false" => Some("true"),
        _ => None,
    };
    let flags: Vec<_> = pairs.filter_map(|(key, value)| Some((key.to_owned(), turned(value)?))).collect();
    assert!(flags.len() > 6, "{flags:?}");
    flags
}

fn example(setting: &str) -> Sources {
    load::read(&Path::new("content").join(setting)).unwrap()
}

/// A setting with another line in the place of the one that gives this key, or with one more.
fn with(sources: &Sources, key: &str, value: &str) -> Sources {
    let mut sources = sources.clone();
    let text = sources.files["setting.toml"].clone();
    let line = format!("{key} = {value}");
    let is_it = |typed: &&str| typed.starts_with(&format!("{key} = "));
    let changed = match text.lines().find(is_it) {
        Some(old) => text.replacen(old, &line, 1),
        None => format!("{line}\n{text}"),
    };
    sources.files.insert("setting.toml".to_owned(), changed);
    sources
}

/// The setting, and what is wrong with it. Whether somebody has read its questions again, and who owns a policy, is nothing that a switch decides.
fn checked(sources: &Sources) -> (Setting, Vec<Finding>) {
    let Loaded { setting, mut findings } = load::load(sources, embedded::LOADING, load::Options::default());
    let setting = setting.unwrap();
    findings.extend(check(&setting, TODAY));
    let of_people = [
        Rule::LawNotConfirmed,
        Rule::NotCheckedYet,
        Rule::QuestionNotRead,
        Rule::ClauseChanged,
        Rule::ClauseGone,
        Rule::RecordLeftOver,
        Rule::PolicyWithoutOwner,
    ];
    findings.retain(|finding| !of_people.contains(&finding.rule));
    (setting, findings)
}

fn clauses(setting: &Setting) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for section in &setting.sections {
        in_blocks(&section.document.blocks, &mut ids);
        in_parts(&section.document.parts, &mut ids);
    }
    ids
}

fn in_parts(parts: &[Part], ids: &mut BTreeSet<String>) {
    for part in parts {
        ids.extend(part.clause.iter().map(|clause| clause.id.clone()));
        in_blocks(&part.blocks, ids);
        in_parts(&part.parts, ids);
    }
}

fn in_blocks(blocks: &[Block], ids: &mut BTreeSet<String>) {
    for block in blocks {
        match block {
            Block::List { items, .. } => items.iter().for_each(|item| {
                ids.extend(item.clause.iter().map(|clause| clause.id.clone()));
                in_blocks(&item.blocks, ids);
            }),
            Block::Quote(inner) => in_blocks(inner, ids),
            _ => {}
        }
    }
}

/// Promises that rest on a clause which the setting does not have, each with that clause.
fn without_their_clauses(setting: &Setting) -> Vec<String> {
    let clauses = clauses(setting);
    let promises = setting.agreements.iter().flat_map(|agreement| &agreement.promises);
    let named = promises.flat_map(|promise| promise.clauses.iter().map(move |(clause, _)| (&promise.id, clause)));
    named
        .filter(|(_, clause)| !clauses.contains(*clause))
        .map(|(promise, clause)| format!("{promise} rests on {clause}"))
        .collect()
}

/// The switches with words in every combination, and each of the others turned.
#[test]
fn no_promise_rests_on_what_its_setting_does_not_say_whatever_its_switches_are() {
    let mut wrong = BTreeSet::new();
    let mut look = |told: String, sources: &Sources| {
        let (setting, findings) = checked(sources);
        let said = findings.iter().map(ToString::to_string).chain(without_their_clauses(&setting));
        wrong.extend(said.map(|said| format!("{told}: {said}")));
    };
    for name in SETTINGS {
        let example = example(name);
        let [(one, values), (other, others)] = CHOICES;
        for (value, other_value) in values.into_iter().flat_map(|value| others.map(|other| (value, other))) {
            let sources = with(&with(&example, one, value), other, other_value);
            look(format!("{name} with {one} = {value}, {other} = {other_value}"), &sources);
        }
        for (flag, turned) in flags(&example) {
            look(format!("{name} with {flag} = {turned}"), &with(&example, &flag, turned));
        }
    }
    assert_eq!(wrong, BTreeSet::new());
}

/// Each section once, four at a time, in turn from one kind of setting and from the other.
#[test]
fn what_rests_on_a_section_that_is_left_out_goes_with_it() {
    const TURNS: usize = 8;
    let mut wrong = Vec::new();
    for turn in 0..TURNS {
        let name = SETTINGS[turn % SETTINGS.len()];
        let example = example(name);
        let slugs = example.files.keys().filter_map(|path| path.strip_prefix("../common/policy/")?.strip_suffix(".md"));
        let slugs: Vec<&str> =
            slugs.map(|stem| stem.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '-')).collect();
        assert!(slugs.len() > TURNS, "the shared policy has {} sections", slugs.len());
        let gone: Vec<&str> = slugs.iter().copied().skip(turn).step_by(TURNS).collect();
        let told = format!("{name} without {}", gone.join(", "));
        let (setting, findings) = checked(&with(&example, "leave_out", &format!("{gone:?}")));
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
        wrong.extend(errors.map(|finding| format!("{told}: {finding}")));
        let numbers: Vec<u32> = setting.sections.iter().map(|section| section.number).collect();
        // A section that does not hold here leaves no gap either.
        let expected: Vec<u32> = (1..).take(numbers.len()).collect();
        assert_eq!(numbers, expected, "{told}");
        assert!(setting.sections.iter().all(|section| !gone.contains(&section.slug.as_str())), "{told}");
        let clauses = clauses(&setting);
        let promises = setting.agreements.iter().flat_map(|agreement| &agreement.promises);
        let on_nothing = promises.filter(|promise| !promise.clauses.iter().any(|(clause, _)| clauses.contains(clause)));
        wrong.extend(on_nothing.map(|promise| format!("{told}: {} rests on nothing", promise.id)));
    }
    assert_eq!(wrong, Vec::<String>::new());
}
