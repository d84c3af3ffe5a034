//! How hard the words of each file are for those who read them, by the numbers of docs/dev/evidence.md, Reading limits. Only English is measured.

use fingerpost_lesson::path::Path;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::{ReadingLevel, Sentence, Setting};
use fingerpost_reading::familiar::Familiar;
use fingerpost_reading::measure::Measure;
use fingerpost_reading::vocabulary::{SentenceFigures, Vocabulary};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// A grade and a share of hard words say little of a shorter text.
const WORDS_TO_JUDGE: usize = 100;

/// The most that a text may have.
struct Limits {
    mean: f64,
    most: usize,
    grade: Option<f64>,
    /// Hard words in a hundred.
    hard: Option<f64>,
}

/// The numbers of docs/dev/evidence.md, Reading limits.
fn limits(level: ReadingLevel) -> Limits {
    match level {
        ReadingLevel::Path(Path::Together | Path::Symbols) => Limits { mean: 5.0, most: 7, grade: None, hard: None },
        ReadingLevel::Path(Path::EasyRead) => Limits { mean: 8.0, most: 15, grade: Some(3.0), hard: Some(3.0) },
        ReadingLevel::Path(Path::Plain) | ReadingLevel::Plain => {
            Limits { mean: 14.0, most: 20, grade: Some(5.5), hard: Some(8.0) }
        }
        ReadingLevel::Standard => Limits { mean: 18.0, most: 25, grade: Some(9.0), hard: Some(15.0) },
    }
}

/// The sentences of one file at one reading level, and how hard they are together.
#[derive(Clone, Debug)]
pub struct Reading<'s> {
    /// The file, as its places name it.
    pub file: Arc<str>,
    /// The reader.
    pub level: ReadingLevel,
    /// The sentences in their order.
    pub sentences: Vec<&'s Sentence>,
    /// Their figures.
    pub measure: Measure,
}

/// The sentences of one file at one reading level.
struct Group<'s> {
    file: &'s Arc<str>,
    level: ReadingLevel,
    sentences: Vec<&'s Sentence>,
}

/// The figures of every file, by reader; none where the setting is not in English.
pub fn readings(setting: &Setting) -> Vec<Reading<'_>> {
    of_every_group(setting, |reading, _, _| reading)
}

/// Makes something of every file, by reader, on all processors, in the order in which they are met; nothing where the setting is not in English. What
/// makes it is given the file, the figures of each of its sentences, and the words that were met for this reader.
fn of_every_group<'s, T: Send>(
    setting: &'s Setting,
    make: impl Fn(Reading<'s>, &[SentenceFigures], &mut Vocabulary<'_, 's>) -> T + Sync,
) -> Vec<T> {
    if !setting.language.starts_with("en") {
        return Vec::new();
    }
    let known = [known(setting, false), known(setting, true)];
    // A thread takes one of these and puts it back, so that a word is looked up once for each thread and not for each file.
    let idle: Mutex<Vec<[Vocabulary<'_, 's>; 2]>> = Mutex::default();
    let of_group = |group: Group<'s>| {
        let taken = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut vocabularies = taken.unwrap_or_else(|| known.each_ref().map(Vocabulary::new));
        let vocabulary = &mut vocabularies[usize::from(!matches!(group.level, ReadingLevel::Path(_)))];
        let figures: Vec<SentenceFigures> = group.sentences.iter().map(|sentence| vocabulary.read(&sentence.words)).collect();
        let mut measure = Measure::default();
        figures.iter().for_each(|sentence| measure.add(sentence));
        let reading = Reading { file: Arc::clone(group.file), level: group.level, sentences: group.sentences, measure };
        let made = make(reading, &figures, vocabulary);
        idle.lock().unwrap_or_else(PoisonError::into_inner).push(vocabularies);
        made
    };
    groups(setting).into_par_iter().map(of_group).collect()
}

/// The sentences by file and reading level, in the order in which these are met.
fn groups(setting: &Setting) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut index: BTreeMap<(&str, ReadingLevel), usize> = BTreeMap::new();
    let mut last = 0;
    for sentence in setting.sentences.iter().flat_map(|of_file| of_file.iter()) {
        let (file, level) = (&sentence.place.file, sentence.level);
        // Most sentences follow another one of their own file, and names of files begin alike, so that looking them up takes long.
        if groups.get(last).is_none_or(|group| !Arc::ptr_eq(group.file, file) || group.level != level) {
            last = *index.entry((file, level)).or_insert_with(|| {
                groups.push(Group { file, level, sentences: Vec::new() });
                groups.len() - 1
            });
        }
        groups[last].sentences.push(sentence);
    }
    groups
}

/// What is known here besides everyday words: what roles are called; to those who can look a word up, also what the glossary explains.
fn known(setting: &Setting, with_glossary: bool) -> Familiar {
    let roles =
        setting.roles.iter().flat_map(|role| [Some(role.title.as_str()), role.short.as_deref(), role.place.as_deref()]).flatten();
    let terms = setting.glossary.iter().filter(|_| with_glossary).flat_map(|term| term.forms.iter().map(String::as_str));
    let own = [setting.name.as_str(), setting.short.as_str()];
    Familiar::with(roles.chain(terms).chain(own))
}

/// Reports what is over the numbers, each with the sentence that weighs most.
pub fn hard_to_read(setting: &Setting, findings: &mut Vec<Finding>) {
    let found = of_every_group(setting, |reading, figures, vocabulary| {
        let mut findings = Vec::new();
        whole(&reading, figures, vocabulary, &mut findings);
        for (sentence, figures) in reading.sentences.iter().zip(figures) {
            report_sentence(sentence, figures, &mut findings);
        }
        findings
    });
    findings.extend(found.into_iter().flatten());
}

fn whole<'s>(
    reading: &Reading<'s>,
    figures: &[SentenceFigures],
    vocabulary: &mut Vocabulary<'_, 's>,
    findings: &mut Vec<Finding>,
) {
    let (limits, measure) = (limits(reading.level), reading.measure);
    let whom = whom(reading.level);
    if is_over(measure.mean(), limits.mean) {
        let message = format!(
            "What this file says {whom} has {:.1} words a sentence on average; {} is the most. This sentence is its longest.",
            measure.mean(),
            limits.mean
        );
        let longest = heaviest(reading, figures, |sentence| sentence.words as f64);
        report(longest, Rule::WordsASentence, message, "Make two of the longest sentences.", findings);
    }
    if measure.words < WORDS_TO_JUDGE {
        return;
    }
    if let Some(most) = limits.grade.filter(|most| is_over(measure.grade(), *most)) {
        let message = format!(
            "What this file says {whom} has the Flesch-Kincaid grade {:.1}; {most} is the most. This sentence is its hardest.",
            measure.grade()
        );
        let hardest = heaviest(reading, figures, |sentence| {
            let mut alone = Measure::default();
            alone.add(sentence);
            alone.grade()
        });
        report(hardest, Rule::ReadingGrade, message, "Use shorter words and shorter sentences.", findings);
    }
    if limits.hard.is_some_and(|most| is_over(measure.hard_share(), most)) {
        let hard: BTreeSet<&str> = reading.sentences.iter().flat_map(|sentence| vocabulary.hard_words(&sentence.words)).collect();
        let hard: BTreeSet<String> = hard.into_iter().map(str::to_lowercase).collect();
        let message = format!(
            "Of what this file says {whom}, {:.1} words in 100 are hard; {} is the most. This sentence has most of them. They are: {}.",
            measure.hard_share(),
            limits.hard.unwrap_or_default(),
            hard.into_iter().collect::<Vec<_>>().join(", ")
        );
        let most = heaviest(reading, figures, |sentence| sentence.hard as f64);
        let help = "Use everyday words, or explain a hard one in the next sentence.";
        report(most, Rule::HardWords, message, help, findings);
    }
}

/// Whether a figure is over its limit when both are said to one decimal place.
fn is_over(figure: f64, most: f64) -> bool {
    figure >= most + 0.05
}

fn report_sentence(sentence: &Sentence, figures: &SentenceFigures, findings: &mut Vec<Finding>) {
    let (limits, count) = (limits(sentence.level), figures.words);
    // A lesson's sentences are counted when it is loaded.
    if count > limits.most && !matches!(sentence.level, ReadingLevel::Path(_)) {
        let message = format!("This sentence has {count} words; {} is the most {}.", limits.most, whom(sentence.level));
        report(sentence, Rule::LongSentence, message, "Make two sentences of it, or leave words out.", findings);
    }
    // To staff, "must not ... without" is the plain way to say who may allow a thing.
    if sentence.level != ReadingLevel::Standard && figures.denies_twice {
        let message = format!("A part of this sentence denies twice: \"{}\"", sentence.words);
        report(sentence, Rule::TwoNegatives, message, "Say what is so, or what to do, or make two sentences of it.", findings);
    }
    for idiom in &figures.idioms {
        let message = format!("\"{idiom}\" does not mean what its words say.");
        report(sentence, Rule::Idiom, message, "Say it in words that are true as they stand.", findings);
    }
}

fn whom(level: ReadingLevel) -> String {
    match level {
        ReadingLevel::Path(path) => format!("on the path \"{}\"", path.id()),
        ReadingLevel::Plain => "to families".to_owned(),
        ReadingLevel::Standard => "to staff".to_owned(),
    }
}

/// The sentence that weighs most; the first of those.
fn heaviest<'s>(reading: &Reading<'s>, figures: &[SentenceFigures], weight: impl Fn(&SentenceFigures) -> f64) -> &'s Sentence {
    let mut heaviest = 0;
    let mut most = weight(&figures[0]);
    for (at, sentence) in figures.iter().enumerate() {
        let weight = weight(sentence);
        if weight > most {
            (heaviest, most) = (at, weight);
        }
    }
    reading.sentences[heaviest]
}

fn report(sentence: &Sentence, rule: Rule, message: String, help: &str, findings: &mut Vec<Finding>) {
    findings.push(Finding::warning(sentence.place.clone(), rule, message, help));
}
