//! A safe password of three random words: which words are drawn, and what is good about those that somebody writes.
//!
//! Three random words are the advice of the National Cyber Security Centre; 12 characters are the least that its scheme Cyber Essentials
//! accepts of a password without further protection.

/// How many words make a password.
pub const WORDS: usize = 3;

/// How many characters it has at least.
pub const LEAST_CHARACTERS: usize = 12;

/// How many letters a word of the author's list has at least, so that any three are long enough.
pub const LEAST_LETTERS: usize = LEAST_CHARACTERS / WORDS;

/// What stands between words; so the three can be read, and a site that asks for a sign has one.
const JOINT: &str = "-";

/// What a learner may put between words.
const BETWEEN: [char; 5] = [' ', '-', '_', '.', ','];

/// What is good about a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// It has three words or more.
    pub enough: bool,
    /// No two of its words are the same.
    pub different: bool,
    /// It has [`LEAST_CHARACTERS`].
    pub long: bool,
}

impl Check {
    /// Whether there is nothing to change.
    pub fn is_good(self) -> bool {
        self.enough && self.different && self.long
    }
}

/// The next word for a password: an index into a list of `count` words, by a random number; never one that is drawn already. `None` when
/// all are. What is left of a division favours no word noticeably, because a list is short and the number is one of four thousand million.
pub fn next_word(count: usize, drawn: &[usize], number: u32) -> Option<usize> {
    let left: Vec<usize> = (0..count).filter(|word| !drawn.contains(word)).collect();
    left.get((number as usize).checked_rem(left.len())?).copied()
}

/// Drawn words as one password.
pub fn joined(words: &[&str]) -> String {
    words.join(JOINT)
}

/// What is good about a password, and what is to be changed.
pub fn check(password: &str) -> Check {
    let words: Vec<&str> = password.split(BETWEEN).filter(|word| !word.is_empty()).collect();
    let is_first = |index: usize| !words[..index].iter().any(|before| before.eq_ignore_ascii_case(words[index]));
    Check {
        enough: words.len() >= WORDS,
        different: words.len() > 1 && (0..words.len()).all(is_first),
        long: password.trim().chars().count() >= LEAST_CHARACTERS,
    }
}

#[cfg(test)]
mod tests {
    use super::{Check, WORDS, check, joined, next_word};
    use proptest::prelude::*;

    #[test]
    fn a_password_is_checked_for_three_different_words_and_its_length() {
        let said = |password: &str| {
            let Check { enough, different, long } = check(password);
            (enough, different, long)
        };
        assert_eq!(said("boat-frog-kite"), (true, true, true));
        assert_eq!(said("  Purple train,biscuit "), (true, true, true));
        assert_eq!(said("boat Boat kite drum"), (true, false, true));
        assert_eq!(said("a b c"), (true, true, false));
        assert_eq!(said("grandmother kite"), (false, true, true));
        assert_eq!(said("hippopotamuses"), (false, false, true), "one word, however long, is not three");
        assert_eq!(said(""), (false, false, false));
    }

    proptest! {
        #[test]
        fn three_different_words_are_drawn_whatever_the_numbers(count in WORDS..60, numbers: [u32; WORDS]) {
            let mut drawn = Vec::new();
            for number in numbers {
                let word = next_word(count, &drawn, number).unwrap();
                prop_assert!(word < count && !drawn.contains(&word));
                drawn.push(word);
            }
        }

        #[test]
        fn every_word_can_be_drawn(count in 1usize..60) {
            let drawn: Vec<usize> = (0..count as u32).filter_map(|number| next_word(count, &[], number)).collect();
            prop_assert_eq!(drawn, (0..count).collect::<Vec<_>>());
            prop_assert_eq!(next_word(count, &(0..count).collect::<Vec<_>>(), 7), None);
        }

        #[test]
        fn three_words_of_four_letters_are_always_good(words in prop::collection::hash_set("[a-z]{4,9}", WORDS)) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            prop_assert!(check(&joined(&words)).is_good());
        }

        #[test]
        fn any_text_is_checked(text: String) {
            let _ = check(&text);
        }
    }
}
