//! In which order names stand in a list, and under which letter: as the dictionaries of a language have it. In English and French É is
//! an E; in Swedish Ö comes after Z.

use crate::letters;
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale::LanguageIdentifier;
use std::cmp::Ordering;

/// The alphabetical order of a language, for lists.
#[derive(Debug)]
pub struct Order {
    whole: CollatorBorrowed<'static>,
    /// The order of letters, in which accents and capitals make no difference.
    letters: CollatorBorrowed<'static>,
}

impl Order {
    /// The order of the language with this tag; of a tag that is none, the order that most languages share.
    pub fn of(tag: &str) -> Order {
        let language = LanguageIdentifier::try_from_str(tag).unwrap_or(LanguageIdentifier::UNKNOWN);
        let with = |strength| {
            let mut options = CollatorOptions::default();
            options.strength = Some(strength);
            CollatorBorrowed::try_new(CollatorPreferences::from(&language), options)
                .expect("a language without an order of its own has the one that most languages share")
        };
        Order { whole: with(Strength::Tertiary), letters: with(Strength::Primary) }
    }

    /// Which of two names comes first. Only equal ones are equal.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.whole.compare(one, other).then_with(|| one.cmp(other))
    }

    /// The letter under which a name stands, as a capital; none for a name that begins with no letter.
    pub fn letter(&self, name: &str) -> Option<char> {
        let first = name.chars().next().filter(|first| first.is_alphabetic())?;
        let plain = letters::plain(first.encode_utf8(&mut [0; 4]));
        let is_same = self.letters.compare(first.encode_utf8(&mut [0; 4]), &plain) == Ordering::Equal;
        let letter = if is_same { plain.chars().next() } else { Some(first) };
        letter.and_then(|letter| letter.to_uppercase().next())
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    fn sorted(tag: &str, mut names: Vec<&'static str>) -> Vec<&'static str> {
        let order = Order::of(tag);
        names.sort_by(|one, other| order.compare(one, other));
        names
    }

    #[test]
    fn names_stand_as_the_dictionaries_of_their_language_have_them() {
        assert_eq!(sorted("en-GB", vec!["zoo", "Éire", "eel", "Efa", "apple"]), ["apple", "eel", "Efa", "Éire", "zoo"]);
        assert_eq!(sorted("sv", vec!["ö", "z", "o", "å"]), ["o", "z", "å", "ö"]);
        assert_eq!(sorted("de", vec!["ö", "z", "o"]), ["o", "ö", "z"]);
        assert_eq!(sorted("pl", vec!["m", "ł", "lz"]), ["lz", "ł", "m"]);
        assert_eq!(sorted("cy", vec!["cz", "ch", "d"]), ["cz", "ch", "d"]);
        assert_eq!(sorted("not a tag", vec!["b", "É", "a"]), ["a", "b", "É"]);
    }

    #[test]
    fn a_name_stands_under_a_letter_of_its_language() {
        let letter = |tag, name| Order::of(tag).letter(name);
        assert_eq!((letter("fr", "école"), letter("en", "Éire")), (Some('E'), Some('E')));
        assert_eq!((letter("de", "öl"), letter("sv", "öl")), (Some('O'), Some('Ö')));
        assert_eq!((letter("en", "ærø"), letter("da", "ærø")), (Some('A'), Some('Æ')));
        assert_eq!((letter("ar", "مدرسة"), letter("en", "999")), (Some('م'), None));
    }
}
