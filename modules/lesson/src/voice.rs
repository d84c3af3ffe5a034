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

/// The voice to use for a language: the same country first (en-GB for en-GB), then the system's own choice, then the first listed.
/// `None` when no local voice speaks the language.
pub fn best(voices: &[Voice], language: &str) -> Option<usize> {
    let wanted = normal(language);
    let wanted_language = wanted.split('-').next().unwrap_or_default();
    voices
        .iter()
        .enumerate()
        .filter(|(_, voice)| is_local(voice) && normal(&voice.language).split('-').next() == Some(wanted_language))
        .min_by_key(|(index, voice)| (normal(&voice.language) != wanted, !voice.default, *index))
        .map(|(index, _)| index)
}

fn normal(language: &str) -> String {
    language.replace('_', "-").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Voice, best, is_local};

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
        assert_eq!(best(&voices, "en-GB"), Some(2));
        assert_eq!(best(&voices[..2], "en-GB"), Some(1));
        assert_eq!(best(&voices[..1], "en-GB"), None);
    }
}
