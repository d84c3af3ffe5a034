//! Which of the device's voices may speak: only those that are local by flag and by name, unless the setting allows others too.
//!
//! The flag alone cannot be trusted: a browser reports some online voices as local, and their text leaves the device
//! (docs/dev/evidence.md, Voices). Words in a name that are known from online voices rule a voice out, whatever its flag says.

use serde::{Deserialize, Serialize};

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

/// What a page says of the voices that may speak on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoiceRule {
    /// BCP 47 language of the words.
    pub language: String,
    /// Whether voices may speak that send the words to a server: the setting has to allow it, and its privacy page then says so.
    pub online: bool,
}

/// Words in the names of voices that speak from a server.
pub const ONLINE_NAMES: [&str; 4] = ["online", "natural", "neural", "google"];

/// Whether text given to this voice stays on the device, as far as can be known.
pub fn is_local(voice: &Voice) -> bool {
    let name = voice.name.to_ascii_lowercase();
    voice.local && !ONLINE_NAMES.iter().any(|word| name.contains(word))
}

/// The voices that may speak, the best first: those of the device, then the same country (en-GB for en-GB), then the system's own choice,
/// then as they are listed.
pub fn choices(voices: &[Voice], voice_rule: &VoiceRule) -> Vec<usize> {
    let wanted = normal(&voice_rule.language);
    let speaks = |voice: &Voice| normal(&voice.language).split('-').next() == wanted.split('-').next();
    let may = |voice: &Voice| (voice_rule.online || is_local(voice)) && speaks(voice);
    let mut found: Vec<usize> = (0..voices.len()).filter(|index| may(&voices[*index])).collect();
    found.sort_by_key(|index| {
        let voice = &voices[*index];
        (!is_local(voice), normal(&voice.language) != wanted, !voice.default)
    });
    found
}

/// The voice to use for a language: the one with the name that the learner likes, if it is there and may speak, else the best.
/// `None` when no voice that may speak has the language.
pub fn best(voices: &[Voice], voice_rule: &VoiceRule, liked: Option<&str>) -> Option<usize> {
    let found = choices(voices, voice_rule);
    let is_liked = |index: &&usize| Some(voices[**index].name.as_str()) == liked;
    found.iter().find(is_liked).or(found.first()).copied()
}

fn normal(language: &str) -> String {
    language.replace('_', "-").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Voice, VoiceRule, best, choices, is_local};

    fn voice(name: &str, language: &str, local: bool) -> Voice {
        Voice { name: name.into(), language: language.into(), local, default: false }
    }

    fn british() -> VoiceRule {
        VoiceRule { language: "en-GB".into(), online: false }
    }

    #[test]
    fn voices_from_a_server_speak_only_where_the_setting_allows_them_and_come_last() {
        let voices = [voice("Google UK English Female", "en-GB", true), voice("Samantha", "en-US", true)];
        assert_eq!(choices(&voices, &british()), [1]);
        let online = VoiceRule { online: true, ..british() };
        assert_eq!(choices(&voices, &online), [1, 0]);
        assert_eq!(best(&voices, &online, Some("Google UK English Female")), Some(0));
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
        assert_eq!(choices(&voices, &british()), [2, 1]);
        assert_eq!(best(&voices, &british(), None), Some(2));
        assert_eq!(best(&voices[..2], &british(), None), Some(1));
        assert_eq!(best(&voices[..1], &british(), None), None);
    }

    #[test]
    fn a_liked_voice_comes_before_a_better_one_but_never_from_a_server_or_in_another_language() {
        let voices = [
            voice("Daniel", "en-GB", true),
            voice("Samantha", "en-US", true),
            voice("Anna", "de-DE", true),
            voice("Google UK English Female", "en-GB", true),
        ];
        assert_eq!(best(&voices, &british(), Some("Samantha")), Some(1));
        for name in ["Anna", "Google UK English Female", "gone"] {
            assert_eq!(best(&voices, &british(), Some(name)), Some(0), "{name}");
        }
    }
}
