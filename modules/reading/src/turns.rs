//! Turns of speech that are hard to follow: negatives, of which two in a sentence take each other back, and idioms, which do not mean what they say.

use crate::sentence::words;

/// Words that deny. What is written `n't` denies too.
const NEGATIVES: [&str; 12] =
    ["not", "never", "nobody", "nothing", "none", "nowhere", "neither", "nor", "cannot", "without", "unless", "no"];

/// Idioms and figures of speech, a line each.
const IDIOMS: &str = include_str!("idioms.txt");

/// How many words of a sentence deny. A "no" that answers ("No, thank you", "say no", "No.") denies nothing else in the sentence.
pub fn negatives(sentence: &str) -> usize {
    let lower: Vec<String> = words(sentence).map(|word| word.to_lowercase().replace('’', "'")).collect();
    let is_answer = |at: usize| {
        let after = |word: &str| at > 0 && lower[at - 1] == word;
        lower.len() == 1
            || after("say")
            || after("says")
            || after("said")
            || after("a")
            || after("or")
            || sentence_has_pause(sentence, at)
    };
    let denies = |at: usize| match lower[at].as_str() {
        "no" => !is_answer(at),
        word => NEGATIVES.contains(&word) || word.ends_with("n't"),
    };
    (0..lower.len()).filter(|at| denies(*at)).count()
}

/// Whether a comma, a full stop or a closing quotation mark stands right after the word with this number.
fn sentence_has_pause(sentence: &str, number: usize) -> bool {
    let typed = sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).nth(number);
    typed.is_some_and(|word| word.ends_with(|c: char| !c.is_alphanumeric()))
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
    use super::{idioms, negatives};

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
    fn idioms_are_found_as_whole_words() {
        assert_eq!(idioms("Please keep an eye on her."), ["keep an eye on"]);
        assert_eq!(idioms("Keep an eyeglass on."), Vec::<&str>::new());
    }
}
