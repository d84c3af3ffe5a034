//! "Ring the LADO", where nothing says on which number: a role or a service that somebody is told to ring has one.

use crate::finder::Finder;
use crate::small_letters::small_letters;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::{LinkStatus, Sentence, Setting};
use rayon::prelude::*;
use std::sync::LazyLock;

/// The words after which a service is named.
const RING: [&str; 6] = ["ring ", "rings ", "ringing ", "call ", "calls ", "phone "];

static RINGING: LazyLock<Finder> = LazyLock::new(|| Finder::of(RING));

/// Services that are named in a policy and stand in no file of a setting until somebody gives their number.
const OUTSIDE: [&str; 3] = ["children's social care", "adult social care", "social services"];

/// Reports sentences that tell a reader to ring somebody and give no number. Only English is looked at.
pub fn without_a_number(setting: &Setting, findings: &mut Vec<Finding>) {
    if !setting.language.starts_with("en") {
        return;
    }
    // What can be rung, in small letters, and whether it has a number. The longest first: "deputy DSL" before "DSL".
    let mut named: Vec<(String, bool)> = Vec::new();
    for role in &setting.roles {
        let names = [Some(&role.title), role.short.as_ref()];
        named.extend(names.into_iter().flatten().map(|name| (name.to_lowercase(), role.phone.is_some())));
    }
    for link in setting.links.iter().filter(|link| link.status == LinkStatus::Open) {
        named.push((link.label.to_lowercase(), link.phone.is_some()));
    }
    named.extend(OUTSIDE.map(|name| (name.to_owned(), false)));
    named.sort_by(|one, other| {
        other.0.len().cmp(&one.0.len()).then_with(|| other.1.cmp(&one.1)).then_with(|| one.0.cmp(&other.0))
    });
    let runs = setting.sentences.par_iter().map(|of_file| {
        let mut room = String::new();
        of_file.iter().filter_map(|sentence| in_sentence(sentence, &named, &mut room)).collect::<Vec<Finding>>()
    });
    findings.extend(runs.collect::<Vec<_>>().into_iter().flatten());
}

/// A finding if a sentence tells somebody to ring one of those that are named and have no number.
fn in_sentence(sentence: &Sentence, named: &[(String, bool)], room: &mut String) -> Option<Finding> {
    let words = small_letters(&sentence.words, room);
    let mut rings: Vec<(usize, usize)> = Vec::new();
    RINGING.each(words, |ring, at| {
        if words[..at].ends_with(|before: char| !before.is_alphanumeric()) || at == 0 {
            rings.push((ring, at));
        }
    });
    // A number in the sentence itself answers the question.
    if rings.is_empty() || words.chars().filter(char::is_ascii_digit).count() >= 3 {
        return None;
    }
    rings.sort_unstable();
    let name = rings.into_iter().find_map(|(ring, at)| {
        let rest = words[at + RING[ring].len()..].trim_start_matches("the ");
        let (name, has_number) = named.iter().find(|(name, _)| !name.is_empty() && is_first(rest, name))?;
        (!has_number).then_some(name)
    })?;
    let message = format!("Somebody is told to ring \"{name}\", and no number of it stands on this site.");
    let help = "Give the number in setting.toml, as a role such as [roles.social_care], and in the sentence.";
    Some(Finding::warning(sentence.place.clone(), Rule::RingWithoutNumber, message, help))
}

/// Whether the words begin with this name, as whole words.
fn is_first(words: &str, name: &str) -> bool {
    words.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}
