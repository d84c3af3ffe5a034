//! Phrases that were right once, that mean two things to a learner, or that need an exception beside them. Only English is looked at.
//!
//! What the law says changes, so each line about it has the day until which it was known to be right. After that day it asks the editor to look.

use crate::finder::Finder;
use crate::small_letters::small_letters;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Day, ReadingLevel, Sentence, Setting};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

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

/// The phrases of all three lists and, at the end, what has to stand beside those of the last.
static ALL: LazyLock<Finder> = LazyLock::new(|| {
    let outdated = OUTDATED.iter().map(|line| line.phrase);
    let two_meanings = TWO_MEANINGS.iter().map(|(phrase, _)| *phrase);
    let exceptions = EXCEPTIONS.iter().map(|(phrase, ..)| *phrase);
    let beside = EXCEPTIONS.iter().map(|(_, beside, _)| *beside);
    Finder::of(outdated.chain(two_meanings).chain(exceptions).chain(beside))
});

/// Which of all the phrases stand in a sentence.
#[derive(Clone, Copy)]
struct Said(u64);

impl Said {
    fn outdated(self, line: usize) -> bool {
        self.0 >> line & 1 == 1
    }

    fn two_meanings(self, line: usize) -> bool {
        self.outdated(OUTDATED.len() + line)
    }

    fn exception(self, line: usize) -> bool {
        self.two_meanings(TWO_MEANINGS.len() + line)
    }

    fn beside(self, line: usize) -> bool {
        self.exception(EXCEPTIONS.len() + line)
    }
}

/// Reports sentences with phrases that are out of date, that leave out their exception, or that have two meanings for learners.
pub fn phrases(setting: &Setting, today: Day, findings: &mut Vec<Finding>) {
    if !setting.language.starts_with("en") {
        return;
    }
    let runs = setting.sentences.par_iter().map(|of_file| in_file(of_file, today));
    let mut files: BTreeMap<&str, OfFile<'_>> = BTreeMap::new();
    for (found, exceptions) in runs.collect::<Vec<_>>() {
        findings.extend(found);
        for (sentence, said) in exceptions {
            files.entry(&sentence.place.file).or_default().add(sentence, said);
        }
    }
    for (file, of_file) in &files {
        if ["lessons/", "agreements/"].iter().any(|folder| file.contains(folder)) {
            of_file.report(findings);
        }
    }
}

/// What a file says to children and their adults of each exception.
#[derive(Default)]
struct OfFile<'s> {
    /// Where the first phrase stands that needs it.
    first: [Option<&'s Sentence>; EXCEPTIONS.len()],
    /// Whether the exception is told.
    is_told: [bool; EXCEPTIONS.len()],
}

impl<'s> OfFile<'s> {
    fn add(&mut self, sentence: &'s Sentence, said: Said) {
        for index in 0..EXCEPTIONS.len() {
            if said.exception(index) {
                self.first[index].get_or_insert(sentence);
            }
            self.is_told[index] |= said.beside(index);
        }
    }

    fn report(&self, findings: &mut Vec<Finding>) {
        for ((phrase, beside, why), (sentence, is_told)) in EXCEPTIONS.iter().zip(self.first.iter().zip(self.is_told)) {
            if let Some(sentence) = sentence.filter(|_| !is_told) {
                let message =
                    format!("\"{phrase}\" stands here, and nothing in this file says what holds for \"{beside}\". {why}");
                let help = format!("Say what holds for \"{beside}\", in words that its readers know.");
                findings.push(Finding::warning(sentence.place.clone(), Rule::WithoutItsException, message, help));
            }
        }
    }
}

/// What is found in some sentences, and those of them that name an exception or what needs one.
fn in_file(sentences: &[Sentence], today: Day) -> (Vec<Finding>, Vec<(&Sentence, Said)>) {
    let (mut findings, mut exceptions) = (Vec::new(), Vec::new());
    let mut room = String::new();
    for sentence in sentences {
        let words = small_letters(&sentence.words, &mut room);
        let said = Said(ALL.among(words));
        if said.0 == 0 {
            continue;
        }
        outdated(sentence, words, said, today, &mut findings);
        if matches!(sentence.level, ReadingLevel::Path(_)) {
            two_meanings(sentence, said, &mut findings);
        }
        if (0..EXCEPTIONS.len()).any(|index| said.exception(index) || said.beside(index)) {
            exceptions.push((sentence, said));
        }
    }
    (findings, exceptions)
}

fn outdated(sentence: &Sentence, words: &str, said: Said, today: Day, findings: &mut Vec<Finding>) {
    for (index, Outdated { phrase, with, now, help }) in OUTDATED.iter().enumerate() {
        if said.outdated(index) && words.contains(with) {
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

fn two_meanings(sentence: &Sentence, said: Said, findings: &mut Vec<Finding>) {
    for (index, (phrase, help)) in TWO_MEANINGS.iter().enumerate() {
        if said.two_meanings(index) {
            let shown = phrase.trim_start_matches('"');
            let message = format!("\"{shown}\" gives a word that this lesson teaches a second meaning.");
            findings.push(Finding::warning(sentence.place.clone(), Rule::TwoMeanings, message, *help));
        }
    }
}
