//! Which of the device's voices may speak: only those that are local by flag and by name.
//!
//! The flag alone cannot be trusted: a browser reports some online voices as local, and their text leaves the device
//! (domain/peers.md, fact 4). Words in a name that are known from online voices rule a voice out, whatever its flag says.

/// What the browser says of a voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Its name.
    pub name: String,
    /// Its language, such as `en-GB`; some systems write `en_GB`.
    pub language: String,
    /// Whether the browser calls it local.
    pub local: bool,
    /// Whether it is the system's own choice.
    pub default: bool,
}

/// Words in the names of voices that speak from a server.
pub const ONLINE_NAMES: [&str; 4] = ["online", "natural", "neural", "google"];

/// Whether text given to this voice stays on the device, as far as can be known.
pub fn is_local(voice: &Voice) -> bool {
    let name = voice.name.to_ascii_lowercase();
    voice.local && !ONLINE_NAMES.iter().any(|word| name.contains(word))
}

/// The local voices that speak a language, the best first: the same country (en-GB for en-GB), then the system's own choice, then as
/// they are listed.
pub fn choices(voices: &[Voice], language: &str) -> Vec<usize> {
    let wanted = normal(language);
    let speaks = |voice: &Voice| normal(&voice.language).split('-').next() == wanted.split('-').next();
    let mut found: Vec<usize> = (0..voices.len()).filter(|index| is_local(&voices[*index]) && speaks(&voices[*index])).collect();
    found.sort_by_key(|index| (normal(&voices[*index].language) != wanted, !voices[*index].default));
    found
}

/// The voice to use for a language: the one with the name that the learner likes, if it is there and may speak, else the best.
/// `None` when no local voice speaks the language.
pub fn best(voices: &[Voice], language: &str, liked: Option<&str>) -> Option<usize> {
    let found = choices(voices, language);
    let is_liked = |index: &&usize| Some(voices[**index].name.as_str()) == liked;
    found.iter().find(is_liked).or(found.first()).copied()
}

fn normal(language: &str) -> String {
    language.replace('_', "-").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Voice, best, choices, is_local};

    fn voice(name: &str, language: &str, local: bool) -> Voice {
        Voice { name: name.into(), language: language.into(), local, default: false }
    }

    #[test]
    fn a_voice_that_says_it_is_local_but_has_an_online_name_is_not_used() {
        assert!(!is_local(&voice("Microsoft Sonia Online (Natural) - English (United Kingdom)", "en-GB", true)));
        assert!(!is_local(&voice("Google UK English Female", "en-GB", true)));
        assert!(!is_local(&voice("Daniel", "en-GB", false)));
        assert!(is_local(&voice("Daniel", "en-GB", true)));
    }

    #[test]
    fn the_same_country_comes_first_and_another_language_never() {
        let voices = [voice("Anna", "de-DE", true), voice("Samantha", "en-US", true), voice("Daniel", "en_GB", true)];
        assert_eq!(choices(&voices, "en-GB"), [2, 1]);
        assert_eq!(best(&voices, "en-GB", None), Some(2));
        assert_eq!(best(&voices[..2], "en-GB", None), Some(1));
        assert_eq!(best(&voices[..1], "en-GB", None), None);
    }

    #[test]
    fn a_liked_voice_comes_before_a_better_one_but_never_from_a_server_or_in_another_language() {
        let voices = [
            voice("Daniel", "en-GB", true),
            voice("Samantha", "en-US", true),
            voice("Anna", "de-DE", true),
            voice("Google UK English Female", "en-GB", true),
        ];
        assert_eq!(best(&voices, "en-GB", Some("Samantha")), Some(1));
        for name in ["Anna", "Google UK English Female", "gone"] {
            assert_eq!(best(&voices, "en-GB", Some(name)), Some(0), "{name}");
        }
    }
}
