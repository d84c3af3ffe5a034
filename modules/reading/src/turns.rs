//! Turns of speech that are hard to follow: negatives, of which two in a sentence take each other back, and idioms, which do not mean what they say.

use crate::familiar::key;
use crate::sentence::words;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Words that deny wherever they stand. What is written `n't` does too.
const NEGATIVES: [&str; 11] =
    ["not", "never", "nobody", "nothing", "none", "nowhere", "neither", "nor", "cannot", "without", "unless"];

/// The list of idioms and figures of speech.
pub(crate) static IDIOMS: LazyLock<Idioms> = LazyLock::new(|| {
    let lines = include_str!("idioms.txt").lines();
    Idioms::of(lines.filter(|line| !line.is_empty() && !line.starts_with('#')))
});

/// How many words of a sentence deny. A "no" that answers ("No, thank you", "say no", "No.") denies nothing else in the sentence.
pub fn negatives(sentence: &str) -> usize {
    denying(sentence).len()
}

/// Whether two words deny within one clause, so that a reader has to turn it round twice: "Do not go without a coat". "Do not reply and do not pay" is two
/// clauses, each with its own.
pub fn denies_twice(sentence: &str) -> bool {
    let typed: Vec<&str> = sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).collect();
    let ends_clause =
        |at: usize| typed[at].ends_with([',', ';', ':', '.', '?', '!', '"']) || typed.get(at + 1).is_some_and(|next| joins(next));
    let denying = denying(sentence);
    denying.windows(2).any(|pair| !(pair[0]..pair[1]).any(ends_clause))
}

/// Words with which a clause of its own begins.
fn joins(word: &str) -> bool {
    const JOINING: [&str; 14] =
        ["and", "or", "but", "so", "if", "because", "that", "who", "which", "when", "than", "as", "what", "where"];
    JOINING.contains(&word.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The numbers of the words that deny.
fn denying(sentence: &str) -> Vec<usize> {
    let words: Vec<&str> = words(sentence).collect();
    let has_pause = words_before_a_pause(sentence);
    let is_answer = |at: usize| {
        let after = |word: &str| at > 0 && words[at - 1].eq_ignore_ascii_case(word);
        words.len() == 1 || ["say", "says", "said", "a", "or"].into_iter().any(after) || has_pause[at]
    };
    let denies = |at: usize| match denial(words[at]) {
        Denial::Never => false,
        Denial::UnlessAnswer => !is_answer(at),
        Denial::Always => true,
    };
    (0..words.len()).filter(|at| denies(*at)).collect()
}

/// When a word denies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Denial {
    /// Nowhere, as most words.
    Never,
    /// Where it is no answer, as "no".
    UnlessAnswer,
    /// Wherever it stands.
    Always,
}

/// When this word denies.
pub(crate) fn denial(word: &str) -> Denial {
    let ends = |ending: &str| {
        word.len() >= ending.len() && word.as_bytes()[word.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
    };
    if NEGATIVES.iter().any(|negative| word.eq_ignore_ascii_case(negative)) || ends("n't") || ends("n’t") {
        Denial::Always
    } else if word.eq_ignore_ascii_case("no") {
        Denial::UnlessAnswer
    } else {
        Denial::Never
    }
}

/// For each word, whether a comma, a full stop or a closing quotation mark stands right after it. All at once, because looking for one word means
/// walking to it.
fn words_before_a_pause(sentence: &str) -> Vec<bool> {
    let typed = sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    typed.map(|word| word.ends_with(|c: char| !c.is_alphanumeric())).collect()
}

/// The idioms in a sentence, as the list has them and in its order.
pub fn idioms(sentence: &str) -> Vec<&'static str> {
    IDIOMS.among(&words(sentence).map(|word| IDIOMS.number(word)).collect::<Vec<u16>>())
}

/// Idioms as rows of numbers, so that looking for one compares no letters.
pub(crate) struct Idioms {
    /// The number of each word that an idiom has, from 1.
    numbers: HashMap<&'static str, u16>,
    /// By the number of their first word, the idioms in the order of the list: their place in it, and the numbers of all their words.
    begun: Vec<Vec<(usize, Vec<u16>)>>,
    /// The idioms as they are listed.
    listed: Vec<&'static str>,
}

impl Idioms {
    fn of(listed: impl Iterator<Item = &'static str>) -> Idioms {
        let mut idioms = Idioms { numbers: HashMap::new(), begun: vec![Vec::new()], listed: listed.collect() };
        for (place, idiom) in idioms.listed.iter().enumerate() {
            let mut numbers = Vec::new();
            for word in idiom.split(' ') {
                let next = u16::try_from(idioms.begun.len()).expect("the list has a few hundred words");
                let number = *idioms.numbers.entry(word).or_insert(next);
                if number == next {
                    idioms.begun.push(Vec::new());
                }
                numbers.push(number);
            }
            idioms.begun[usize::from(numbers[0])].push((place, numbers));
        }
        idioms
    }

    /// The number of a word; 0 if no idiom has it.
    pub(crate) fn number(&self, word: &str) -> u16 {
        self.numbers.get(key(word).as_str()).copied().unwrap_or(0)
    }

    /// The idioms in a sentence whose words have these numbers, in the order of the list.
    pub(crate) fn among(&self, words: &[u16]) -> Vec<&'static str> {
        let mut found = Vec::new();
        for (at, first) in words.iter().enumerate() {
            let begun = self.begun[usize::from(*first)].iter();
            found.extend(begun.filter(|(_, idiom)| words[at..].starts_with(idiom)).map(|(place, _)| *place));
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|place| self.listed[place]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{denies_twice, idioms, negatives};

    #[test]
    fn words_that_deny_are_counted() {
        assert_eq!(negatives("Do not tell nobody."), 2);
        assert_eq!(negatives("You can't leave unless they don't see."), 3);
        assert_eq!(negatives("You can say no."), 0);
        assert_eq!(negatives("\"No, thank you,\" I say."), 0);
        assert_eq!(negatives("There is no filter."), 1);
        assert_eq!(negatives("Nothing leaves the device."), 1);
        assert_eq!(negatives("I know. Note it."), 0);
        assert_eq!(negatives("NEVER reply, and DON’T pay."), 2);
    }

    #[test]
    fn two_that_deny_count_together_only_within_a_clause() {
        for twice in ["Do not go without a coat.", "Nobody can promise never to tell.", "You cannot not know."] {
            assert!(denies_twice(twice), "{twice}");
        }
        for once in
            ["Do not reply and do not pay.", "You do not have to be sure, and nobody is in trouble.", "No, I do not know."]
        {
            assert!(!denies_twice(once), "{once}");
        }
    }

    #[test]
    fn idioms_are_found_as_whole_words() {
        assert_eq!(idioms("Please keep an eye on her."), ["keep an eye on"]);
        assert_eq!(idioms("Keep an eyeglass on."), Vec::<&str>::new());
        assert_eq!(idioms("Keep an eye on it, all in all, and keep an eye on her."), ["all in all", "keep an eye on"]);
    }

    /// Every idiom is found in itself, in capitals and with a typeset apostrophe too, as the walk through the letters of the list says.
    #[test]
    fn idioms_are_found_by_numbers_as_they_are_by_letters() {
        let by_letters = |sentence: &str| -> Vec<&str> {
            let said: Vec<String> = crate::sentence::words(sentence).map(crate::familiar::key).collect();
            let is_said = |idiom: &str| {
                let idiom: Vec<&str> = idiom.split(' ').collect();
                said.windows(idiom.len()).any(|words| words == idiom)
            };
            super::IDIOMS.listed.iter().copied().filter(|idiom| is_said(idiom)).collect()
        };
        for idiom in &super::IDIOMS.listed {
            for sentence in
                [format!("It is {idiom}, and so is {idiom}."), idiom.to_uppercase().replace('\'', "’"), idiom.replace(' ', " a ")]
            {
                assert_eq!(idioms(&sentence), by_letters(&sentence), "{sentence}");
            }
            assert!(idioms(idiom).contains(idiom), "{idiom}");
        }
    }
}
