//! How hard the words of each file are for those who read them, by the numbers of docs/dev/evidence.md, Reading limits. Only English is measured.

use fingerpost_lesson::path::Path;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::{ReadingLevel, Sentence, Setting};
use fingerpost_reading::familiar::Familiar;
use fingerpost_reading::measure::Measure;
use fingerpost_reading::sentence::count_words;
use fingerpost_reading::turns::{denies_twice, idioms};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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

/// The figures of every file, by reader; none where the setting is not in English.
pub fn readings(setting: &Setting) -> Vec<Reading<'_>> {
    if !setting.language.starts_with("en") {
        return Vec::new();
    }
    let mut groups: Vec<(Arc<str>, ReadingLevel, Vec<&Sentence>)> = Vec::new();
    let mut index: BTreeMap<(&str, ReadingLevel), usize> = BTreeMap::new();
    for sentence in &setting.sentences {
        let at = *index.entry((&*sentence.place.file, sentence.level)).or_insert_with(|| {
            groups.push((Arc::clone(&sentence.place.file), sentence.level, Vec::new()));
            groups.len() - 1
        });
        groups[at].2.push(sentence);
    }
    let known = [known(setting, false), known(setting, true)];
    let mut readings = Vec::new();
    for (file, level, sentences) in groups {
        let measure = Measure::of(sentences.iter().map(|sentence| sentence.words.as_str()), of_level(&known, level));
        readings.push(Reading { file, level, sentences, measure });
    }
    readings
}

fn of_level(known: &[Familiar; 2], level: ReadingLevel) -> &Familiar {
    &known[usize::from(!matches!(level, ReadingLevel::Path(_)))]
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
    let known = [known(setting, false), known(setting, true)];
    for reading in readings(setting) {
        whole(&reading, of_level(&known, reading.level), findings);
        for sentence in &reading.sentences {
            report_sentence(sentence, findings);
        }
    }
}

fn whole(reading: &Reading<'_>, familiar: &Familiar, findings: &mut Vec<Finding>) {
    let (limits, measure) = (limits(reading.level), reading.measure);
    let whom = whom(reading.level);
    if is_over(measure.mean(), limits.mean) {
        let message = format!(
            "What this file says {whom} has {:.1} words a sentence on average; {} is the most. This sentence is its longest.",
            measure.mean(),
            limits.mean
        );
        report(
            heaviest(reading, |words| count_words(words) as f64),
            Rule::WordsASentence,
            message,
            "Make two of the longest sentences.",
            findings,
        );
    }
    if measure.words < WORDS_TO_JUDGE {
        return;
    }
    if let Some(most) = limits.grade.filter(|most| is_over(measure.grade(), *most)) {
        let message = format!(
            "What this file says {whom} has the Flesch-Kincaid grade {:.1}; {most} is the most. This sentence is its hardest.",
            measure.grade()
        );
        let grade = |words: &str| Measure::of([words], familiar).grade();
        report(heaviest(reading, grade), Rule::ReadingGrade, message, "Use shorter words and shorter sentences.", findings);
    }
    if limits.hard.is_some_and(|most| is_over(measure.hard_share(), most)) {
        let hard: BTreeSet<String> =
            reading.sentences.iter().flat_map(|sentence| familiar.hard_words(&sentence.words)).map(str::to_lowercase).collect();
        let message = format!(
            "Of what this file says {whom}, {:.1} words in 100 are hard; {} is the most. This sentence has most of them. They are: {}.",
            measure.hard_share(),
            limits.hard.unwrap_or_default(),
            hard.into_iter().collect::<Vec<_>>().join(", ")
        );
        let share = |words: &str| familiar.hard_words(words).len() as f64;
        report(
            heaviest(reading, share),
            Rule::HardWords,
            message,
            "Use everyday words, or explain a hard one in the next sentence.",
            findings,
        );
    }
}

/// Whether a figure is over its limit when both are said to one decimal place.
fn is_over(figure: f64, most: f64) -> bool {
    figure >= most + 0.05
}

fn report_sentence(sentence: &Sentence, findings: &mut Vec<Finding>) {
    let (limits, count) = (limits(sentence.level), count_words(&sentence.words));
    // A lesson's sentences are counted when it is loaded.
    if count > limits.most && !matches!(sentence.level, ReadingLevel::Path(_)) {
        let message = format!("This sentence has {count} words; {} is the most {}.", limits.most, whom(sentence.level));
        report(sentence, Rule::LongSentence, message, "Make two sentences of it, or leave words out.", findings);
    }
    // To staff, "must not ... without" is the plain way to say who may allow a thing.
    if sentence.level != ReadingLevel::Standard && denies_twice(&sentence.words) {
        let message = format!("A part of this sentence denies twice: \"{}\"", sentence.words);
        report(sentence, Rule::TwoNegatives, message, "Say what is so, or what to do, or make two sentences of it.", findings);
    }
    for idiom in idioms(&sentence.words) {
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
fn heaviest<'r>(reading: &'r Reading<'_>, weight: impl Fn(&str) -> f64) -> &'r Sentence {
    let mut heaviest = reading.sentences[0];
    for sentence in &reading.sentences {
        if weight(&sentence.words) > weight(&heaviest.words) {
            heaviest = sentence;
        }
    }
    heaviest
}

fn report(sentence: &Sentence, rule: Rule, message: String, help: &str, findings: &mut Vec<Finding>) {
    findings.push(Finding::warning(sentence.place.clone(), rule, message, help));
}
