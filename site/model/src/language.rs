//! What the program has to know about a language: whether there is one, and which way it is written. Both come from the CLDR, which knows
//! of each language in which script it is most often written.

use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander};

/// Whether a language is written from right to left. A script in its tag says it best: `ur-latn` is not.
pub fn is_right_to_left(tag: &str) -> bool {
    usual(tag).is_some_and(|tag| LocaleDirectionality::new_extended().is_right_to_left(&tag))
}

/// `rtl` or `ltr`: what stands beside the tag of words in another language than those around them.
pub fn direction(tag: &str) -> &'static str {
    if is_right_to_left(tag) { "rtl" } else { "ltr" }
}

/// Whether a tag names a language that there is: `pl`, `pa-Arab`, `zh-Hant`; neither `polish` nor `gr`, which is Greek nowhere but in
/// addresses.
pub fn is_known(tag: &str) -> bool {
    let Some(tag) = usual(tag) else { return false };
    let mut language = LanguageIdentifier::from(tag.language);
    let is_code = (2..=3).contains(&tag.language.as_str().len()) && tag.language.as_str() != "und";
    LocaleExpander::new_extended().maximize(&mut language);
    is_code && language.script.is_some()
}

/// A tag in its usual form: `pnb` is a kind of `lah`, of which alone the script is known.
fn usual(tag: &str) -> Option<LanguageIdentifier> {
    let mut tag = Locale::from(LanguageIdentifier::try_from_str(tag).ok()?);
    LocaleCanonicalizer::new_extended().canonicalize(&mut tag);
    Some(tag.id)
}

#[cfg(test)]
mod tests {
    use super::{is_known, is_right_to_left};

    #[test]
    fn a_script_says_it_before_a_language_does() {
        for tag in ["ar", "he-IL", "pa-arab", "ur", "ckb-iq", "ks", "pnb", "azb", "mzn", "glk", "lrc", "skr", "fa-AF", "yi"] {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in ["en-GB", "cy", "pa", "ur-latn", "zh-hans", "ks-Deva", "az", "", "?"] {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }

    #[test]
    fn a_language_is_one_that_there_is() {
        for tag in ["pl", "ur", "en-GB", "pa-Arab", "zh-Hant", "cy", "so", "ti", "rom", "ckb", "pnb"] {
            assert!(is_known(tag), "{tag}");
        }
        for tag in ["", "polish", "gr", "cz", "xx", "und", "p", "pl ", "pl,ur", "plx1"] {
            assert!(!is_known(tag), "{tag}");
        }
    }
}
