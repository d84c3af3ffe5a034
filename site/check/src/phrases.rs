//! Phrases that were right once, that mean two things to a learner, or that need an exception beside them. Only English is looked at.
//!
//! What the law says changes, so each line about it has the day until which it was known to be right. After that day it asks the editor to look.

use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Day, ReadingLevel, Sentence, Setting};
use std::collections::BTreeMap;

/// A phrase that is out of date.
struct Outdated {
    /// In small letters.
    phrase: &'static str,
    /// Another word that has to stand in the same sentence; none where it is empty.
    with: &'static str,
    /// What is so now.
    now: &'static str,
    help: &'static str,
}

/// Until this day the lines below were known to be right: the first of them rests on guidance of which an edition comes each September.
const SURE_UNTIL: Day = Day { year: 2027, month: 9, day: 1 };

const OUTDATED: [Outdated; 8] = [
    Outdated {
        phrase: "annex a",
        with: "",
        now: "Since September 2026 all staff read Part One of Keeping Children Safe in Education in full.",
        help: "Name Part One instead.",
    },
    Outdated {
        phrase: "kcsie 2025",
        with: "",
        now: "There is an edition of 2026.",
        help: "Leave the year out, and let law.toml say it.",
    },
    Outdated {
        phrase: "safe in education 2025",
        with: "",
        now: "There is an edition of 2026.",
        help: "Leave the year out, and let law.toml say it.",
    },
    Outdated {
        phrase: "working together 2023",
        with: "",
        now: "There is an edition of 2026.",
        help: "Leave the year out, and let law.toml say it.",
    },
    Outdated {
        phrase: "safeguard children 2023",
        with: "",
        now: "There is an edition of 2026.",
        help: "Leave the year out, and let law.toml say it.",
    },
    Outdated {
        phrase: "action fraud",
        with: "",
        now: "It has been called Report Fraud since December 2025.",
        help: "Type [Report Fraud](link:report-fraud).",
    },
    Outdated {
        phrase: "non-statutory",
        with: "phone",
        now: "Schools in England must have regard to the guidance on mobile phones.",
        help: "Say what the guidance asks for, and link to it with law:mobile-phones.",
    },
    Outdated {
        phrase: "thinkuknow",
        with: "",
        now: "It is called CEOP Education now.",
        help: "Type [CEOP Education](link:ceop-education).",
    },
];

/// Words that a learner meets with one value here, and that these phrases give the opposite one.
const TWO_MEANINGS: [(&str, &str); 13] = [
    ("keep it secret", "Say \"It is our secret\": \"keep\" stands for what is private and for messages that show what happened."),
    ("keep a secret", "Say \"a secret\": \"keep\" stands for what is private and for messages that show what happened."),
    ("keep it to myself", "Say \"I tell no one\": \"keep\" stands for what is private and for messages that show what happened."),
    ("keep it to yourself", "Say \"Tell no one\": \"keep\" stands for what is private and for messages that show what happened."),
    ("tell the player", "Say \"give\" or \"say\": \"tell\" stands for asking an adult for help."),
    ("tell a stranger", "Say \"give\" or \"say\": \"tell\" stands for asking an adult for help."),
    ("tells people where", "Say \"shows\": \"tell\" stands for asking an adult for help."),
    ("tells people when", "Say \"shows\": \"tell\" stands for asking an adult for help."),
    ("tells people which", "Say \"shows\": \"tell\" stands for asking an adult for help."),
    ("tells people who", "Say \"shows\": \"tell\" stands for asking an adult for help."),
    ("tells players", "Say \"shows\": \"tell\" stands for asking an adult for help."),
    ("tells nothing", "Say \"shows\": \"tell\" stands for asking an adult for help."),
    ("\"go away", "Say another unkind thing: a child may always say \"Go away\" to be safe."),
];

/// What is safe for most and not for all: the phrase, what has to stand beside it in the same file, and why.
const EXCEPTIONS: [(&str, &str, &str); 4] = [
    ("screen off", "communication aid", "A child whose screen is a communication aid would switch off their voice."),
    ("show the screen", "nude", "A child would show a nude picture, which nobody may look at."),
    ("show the message", "nude", "A child would show a nude picture, which nobody may look at."),
    ("meet an online friend", "alone", "A child may ask first and still go alone."),
];

/// Reports sentences with phrases that are out of date, that leave out their exception, or that have two meanings for learners.
pub fn phrases(setting: &Setting, today: Day, findings: &mut Vec<Finding>) {
    if !setting.language.starts_with("en") {
        return;
    }
    // What each file says to children and their adults, and where its first phrase stands that needs an exception.
    let mut files: BTreeMap<&str, (Vec<String>, [Option<&Sentence>; EXCEPTIONS.len()])> = BTreeMap::new();
    for sentence in &setting.sentences {
        let words = sentence.words.to_lowercase().replace('’', "'");
        outdated(sentence, &words, today, findings);
        if matches!(sentence.level, ReadingLevel::Path(_)) {
            two_meanings(sentence, &words, findings);
        }
        let (all, first) = files.entry(&sentence.place.file).or_default();
        for (index, (phrase, ..)) in EXCEPTIONS.iter().enumerate() {
            if first[index].is_none() && words.contains(phrase) {
                first[index] = Some(sentence);
            }
        }
        all.push(words);
    }
    for (file, (all, first)) in &files {
        if !["lessons/", "agreements/"].iter().any(|folder| file.contains(folder)) {
            continue;
        }
        for ((phrase, beside, why), sentence) in EXCEPTIONS.iter().zip(first) {
            if let Some(sentence) = sentence.filter(|_| !all.iter().any(|words| words.contains(beside))) {
                let message =
                    format!("\"{phrase}\" stands here, and nothing in this file says what holds for \"{beside}\". {why}");
                let help = format!("Say what holds for \"{beside}\", in words that its readers know.");
                findings.push(Finding::warning(sentence.place.clone(), Rule::WithoutItsException, message, help));
            }
        }
    }
}

fn outdated(sentence: &Sentence, words: &str, today: Day, findings: &mut Vec<Finding>) {
    for Outdated { phrase, with, now, help } in &OUTDATED {
        if words.contains(phrase) && words.contains(with) {
            let message = match today < SURE_UNTIL {
                true => format!("\"{phrase}\" is out of date. {now}"),
                false => {
                    format!("\"{phrase}\" was out of date on {}. Look whether that still holds: {now}", SURE_UNTIL.in_words())
                }
            };
            findings.push(Finding::warning(sentence.place.clone(), Rule::OutOfDate, message, *help));
        }
    }
}

fn two_meanings(sentence: &Sentence, words: &str, findings: &mut Vec<Finding>) {
    for (phrase, help) in TWO_MEANINGS {
        if words.contains(phrase) {
            let shown = phrase.trim_start_matches('"');
            let message = format!("\"{shown}\" gives a word that this lesson teaches a second meaning.");
            findings.push(Finding::warning(sentence.place.clone(), Rule::TwoMeanings, message, help));
        }
    }
}
