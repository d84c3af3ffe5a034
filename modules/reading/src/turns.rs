//! Turns of speech that are hard to follow: negatives, of which two in a sentence take each other back, and idioms, which do not mean what they say.

use crate::sentence::words;

/// Words that deny. What is written `n't` denies too.
const NEGATIVES: [&str; 12] =
    ["not", "never", "nobody", "nothing", "none", "nowhere", "neither", "nor", "cannot", "without", "unless", "no"];

/// Idioms and figures of speech, a line each.
const IDIOMS: &str = include_str!("idioms.txt");

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
    let lower: Vec<String> = words(sentence).map(|word| word.to_lowercase().replace('’', "'")).collect();
    let has_pause = words_before_a_pause(sentence);
    let is_answer = |at: usize| {
        let after = |word: &str| at > 0 && lower[at - 1] == word;
        lower.len() == 1 || ["say", "says", "said", "a", "or"].into_iter().any(after) || has_pause[at]
    };
    let denies = |at: usize| match lower[at].as_str() {
        "no" => !is_answer(at),
        word => NEGATIVES.contains(&word) || word.ends_with("n't"),
    };
    (0..lower.len()).filter(|at| denies(*at)).collect()
}

/// For each word, whether a comma, a full stop or a closing quotation mark stands right after it. All at once, because looking for one word means
/// walking to it.
fn words_before_a_pause(sentence: &str) -> Vec<bool> {
    let typed = sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    typed.map(|word| word.ends_with(|c: char| !c.is_alphanumeric())).collect()
}

/// The idioms in a sentence, as the list has them.
pub fn idioms(sentence: &str) -> Vec<&'static str> {
    let lower: Vec<String> = words(sentence).map(|word| word.to_lowercase().replace('’', "'")).collect();
    let said = format!(" {} ", lower.join(" "));
    let lines = IDIOMS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter(|idiom| said.contains(&format!(" {idiom} "))).collect()
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
    }
}
