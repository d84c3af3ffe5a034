//! Which words nearly everybody knows. The list `familiar.txt` is this project's own: the everyday words of home, school, club, body, feelings, things and doings
//! that a British child of about 9 meets in speech, and the words of the internet that children use. It is not the list of the Dale-Chall formula, which is
//! copyright, so that its shares cannot be compared with that formula's.

use crate::sentence::words;
use std::collections::HashSet;
use std::sync::LazyLock;

static LISTED: LazyLock<HashSet<&'static str>> = LazyLock::new(|| include_str!("familiar.txt").split_whitespace().collect());

/// The familiar words, with those that are known here besides.
#[derive(Clone, Debug, Default)]
pub struct Familiar {
    more: HashSet<String>,
}

impl Familiar {
    /// The list, and some words that these readers know: those that a lesson teaches, or that their setting uses every day.
    pub fn with<'w>(more: impl IntoIterator<Item = &'w str>) -> Familiar {
        Familiar { more: more.into_iter().flat_map(words).map(key).collect() }
    }

    /// Whether a word, in any of its forms, is on the list. Figures are.
    pub fn has(&self, word: &str) -> bool {
        let word = key(word);
        let is_figure = !word.contains(char::is_alphabetic) || word.starts_with(|c: char| c.is_ascii_digit());
        is_figure || self.knows(&word) || word.contains('-') && word.split('-').all(|part| part.is_empty() || self.has(part))
    }

    fn knows(&self, word: &str) -> bool {
        let is_listed = |word: &str| LISTED.contains(word) || self.more.contains(word);
        is_listed(word) || stems(word).iter().any(|stem| is_listed(stem))
    }
}

/// A word as the lists have it: in small letters, with a straight apostrophe.
pub(crate) fn key(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

/// What a word may be a form of: friends, worried, stopping, happier, kindly, didn't, mum's.
fn stems(word: &str) -> Vec<String> {
    let mut stems = Vec::new();
    for ending in ["n't", "'s", "'ll", "'ve", "'re", "'d", "'m", "'"] {
        if let Some(stem) = word.strip_suffix(ending) {
            stems.push(stem.to_owned());
            stems.extend(stems_of_ending(stem));
        }
    }
    stems.extend(stems_of_ending(word));
    stems
}

fn stems_of_ending(word: &str) -> Vec<String> {
    let mut stems = Vec::new();
    for ending in ["s", "es", "ed", "d", "ing", "er", "r", "est", "st", "ly", "y", "ers", "rs", "ings", "n"] {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 2) else { continue };
        stems.push(stem.to_owned());
        // making is of make, stopping of stop, happier and happily of happy.
        if ["ing", "ings", "er", "ed", "y", "est"].contains(&ending) {
            stems.push(format!("{stem}e"));
            let mut letters = stem.chars().rev();
            if let (Some(last), Some(before)) = (letters.next(), letters.next())
                && last == before
            {
                stems.push(stem[..stem.len() - last.len_utf8()].to_owned());
            }
        }
        if let Some(short) = stem.strip_suffix('i') {
            stems.push(format!("{short}y"));
        }
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::{Familiar, LISTED};

    #[test]
    fn the_list_is_in_order_and_says_each_word_once() {
        let typed: Vec<&str> = include_str!("familiar.txt").split_whitespace().collect();
        assert!(typed.is_sorted() && typed.len() == LISTED.len());
        assert!(typed.iter().all(|word| word.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '\'' | '-'))));
    }

    #[test]
    fn forms_of_a_familiar_word_are_familiar() {
        let familiar = Familiar::default();
        for word in "friends worried stopping makes making happier happily kindly didn't Mum's 7 screen-off stories told child's"
            .split(' ')
        {
            assert!(familiar.has(word), "{word}");
        }
        for word in "jurisdiction exposure safeguarding".split(' ') {
            assert!(!familiar.has(word), "{word}");
        }
    }
}
