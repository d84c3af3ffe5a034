//! The plain letters beneath accents: `é` is an `e` with a mark, `ß` two times an `s`. What is not Latin has no plainer form and stays.

use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// Latin letters that are more than a letter with a mark, in small letters.
const OTHERS: [(char, &str); 11] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ŋ', "n"),
];

/// A text in small letters, the Latin ones without their marks.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::new();
    // The sign for its dot is no part of a small i.
    let small = text.to_lowercase().replace("i\u{307}", "i");
    for letter in DecomposingNormalizerBorrowed::new_nfd().normalize(&small).chars() {
        let is_on_latin = || plain.ends_with(|last: char| last.is_ascii_alphabetic());
        match OTHERS.iter().find(|(other, _)| *other == letter) {
            Some((_, letters)) => plain.push_str(letters),
            None if is_mark(letter) && is_on_latin() => {}
            None => plain.push(letter),
        }
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(&plain).into_owned()
}

/// Whether this is a sign that belongs to the letter before it.
pub(crate) fn is_mark(sign: char) -> bool {
    CanonicalCombiningClassMapBorrowed::new().get_u8(sign) != 0
}

/// An address made from a heading's words: `What we believe` is `what-we-believe`, and `Élèves` is `eleves`. Letters of other scripts stay,
/// because no spelling of them in Latin letters is one that everybody reads.
pub fn address(words: &str) -> String {
    let mut address = String::new();
    for sign in plain(words).chars() {
        if sign.is_ascii_alphanumeric() || is_of_other_script(sign) {
            address.push(sign);
        } else if !matches!(sign, '\'' | '’' | 'ʼ') && !address.is_empty() && !address.ends_with('-') {
            address.push('-');
        }
    }
    let address = address.trim_end_matches('-');
    match address.chars().next() {
        None => "part".to_owned(),
        Some(first) if first.is_alphabetic() => address.to_owned(),
        Some(_) => format!("part-{address}"),
    }
}

/// Letters, their marks and figures; no powers and fractions.
fn is_of_other_script(sign: char) -> bool {
    let is_figure = sign.is_numeric() && ('\u{660}'..='\u{1fff}').contains(&sign);
    !sign.is_ascii() && (sign.is_alphabetic() || is_mark(sign) || is_figure) && !matches!(sign, 'ª' | 'º' | 'ʼ')
}

#[cfg(test)]
mod tests {
    use super::{address, plain};

    #[test]
    fn latin_letters_lose_their_marks_and_others_stay() {
        let plainer = [
            ("Élèves", "eleves"),
            ("ÉLÈVES", "eleves"),
            ("Straße", "strasse"),
            ("Łódź", "lodz"),
            ("Ærø", "aero"),
            ("Việt Nam", "viet nam"),
            ("İstanbul", "istanbul"),
            ("e\u{301}", "e"),
            ("Йод", "йод"),
            ("ά", "ά"),
            ("हिन्दी", "हिन्दी"),
            ("ŵy", "wy"),
        ];
        for (typed, expected) in plainer {
            assert_eq!(plain(typed), expected, "{typed}");
        }
    }

    #[test]
    fn an_address_is_made_from_words() {
        let addresses = [
            ("What we believe", "what-we-believe"),
            ("Don’t – {{ x }}!", "dont-x"),
            ("4 Cs", "part-4-cs"),
            ("Élèves et école", "eleves-et-ecole"),
            ("ẞ", "ss"),
            ("المدرسة والبيت", "المدرسة-والبيت"),
            ("हिन्दी में", "हिन्दी-में"),
            ("العام ٢٠٢٦", "العام-٢٠٢٦"),
            ("网络安全", "网络安全"),
            ("5 m² – no", "part-5-m-no"),
            ("!?", "part"),
        ];
        for (typed, expected) in addresses {
            assert_eq!(address(typed), expected, "{typed}");
        }
    }
}
