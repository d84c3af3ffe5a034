//! Turns of speech that are hard to follow: negatives, of which two in a sentence take each other back, and idioms, which do not mean what they say.

use crate::sentence::words;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Words that deny wherever they stand. What is written `n't` does too.
const NEGATIVES: [&str; 11] =
    ["not", "never", "nobody", "nothing", "none", "nowhere", "neither", "nor", "cannot", "without", "unless"];

/// Idioms and figures of speech in the order of the list, by their first word.
static IDIOMS: LazyLock<HashMap<&str, Vec<(usize, &str)>>> = LazyLock::new(|| {
    let mut idioms: HashMap<&str, Vec<(usize, &str)>> = HashMap::new();
    let lines = include_str!("idioms.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    for (number, idiom) in lines.enumerate() {
        let first = idiom.split(' ').next().unwrap_or(idiom);
        idioms.entry(first).or_default().push((number, idiom));
    }
    idioms
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
    // Most sentences deny nothing.
    if !words(sentence).any(|word| word.eq_ignore_ascii_case("no") || always_denies(word)) {
        return Vec::new();
    }
    let words: Vec<&str> = words(sentence).collect();
    let has_pause = words_before_a_pause(sentence);
    let is_answer = |at: usize| {
        let after = |word: &str| at > 0 && words[at - 1].eq_ignore_ascii_case(word);
        words.len() == 1 || ["say", "says", "said", "a", "or"].into_iter().any(after) || has_pause[at]
    };
    let denies = |at: usize| always_denies(words[at]) || words[at].eq_ignore_ascii_case("no") && !is_answer(at);
    (0..words.len()).filter(|at| denies(*at)).collect()
}

/// Whether a word denies wherever it stands, as "no" does not.
fn always_denies(word: &str) -> bool {
    let ends = |ending: &str| {
        word.len() >= ending.len() && word.as_bytes()[word.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
    };
    NEGATIVES.iter().any(|negative| word.eq_ignore_ascii_case(negative)) || ends("n't") || ends("n’t")
}

/// For each word, whether a comma, a full stop or a closing quotation mark stands right after it. All at once, because looking for one word means
/// walking to it.
fn words_before_a_pause(sentence: &str) -> Vec<bool> {
    let typed = sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    typed.map(|word| word.ends_with(|c: char| !c.is_alphanumeric())).collect()
}

/// The idioms in a sentence, as the list has them and in its order.
pub fn idioms(sentence: &str) -> Vec<&'static str> {
    let lower: Vec<String> = words(sentence).map(|word| word.to_lowercase().replace('’', "'")).collect();
    let mut found = Vec::new();
    for (at, first) in lower.iter().enumerate() {
        let begun = IDIOMS.get(first.as_str()).into_iter().flatten();
        found.extend(begun.filter(|(_, idiom)| is_said(idiom, &lower[at..])));
    }
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|(_, idiom)| idiom).collect()
}

/// Whether the words begin with those of the idiom.
fn is_said(idiom: &str, words: &[String]) -> bool {
    let mut words = words.iter();
    idiom.split(' ').all(|word| words.next().is_some_and(|said| said == word))
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
}
