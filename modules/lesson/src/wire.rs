//! How the page hands a module its data: postcard bytes, written so that they survive inside an HTML script element.
//!
//! Postcard and not JSON, because a JSON reader costs the player 29 KB compressed. Printable ASCII bytes but `<` and `&` stand for
//! themselves, every other byte `b` is the character U+0100 + b. So the lesson's words stay words, which compress together with the same
//! words in the page's own text, and no markup can arise from data.

use crate::content::Lesson;
use crate::journey::{LessonCard, QuizCard};
use crate::path::Path;
use crate::quiz::content::Quiz;
use crate::strings::{JourneyStrings, PagesStrings, PlayerStrings, QuizStrings};
use crate::voice::VoiceRule;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What the module `lesson` gets with its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageData {
    /// The lesson.
    pub lesson: Lesson,
    /// The player's words.
    pub strings: PlayerStrings,
    /// The path on which the page's first step was rendered.
    pub start: Path,
    /// What it says of the voices that may speak.
    pub voice_rule: VoiceRule,
}

/// What the module `preferences` gets with its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreferencesData {
    /// The words of what it has in common with a lesson.
    pub strings: PlayerStrings,
    /// Its own words.
    pub words: PagesStrings,
    /// What it says of the voices that may speak.
    pub voice_rule: VoiceRule,
}

/// What the module `progress` gets with its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JourneyData {
    /// The words of what it has in common with a lesson.
    pub strings: PlayerStrings,
    /// Its own words.
    pub words: JourneyStrings,
    /// The lessons that there are.
    pub lessons: Vec<LessonCard>,
    /// The quizzes and inductions that there are.
    pub quizzes: Vec<QuizCard>,
    /// What it says of the voices that may speak.
    pub voice_rule: VoiceRule,
}

/// What the modules `quiz` and `induction` get with their page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizData {
    /// What is asked.
    pub quiz: Quiz,
    /// The setting's name.
    pub setting: String,
    /// The words of what it has in common with a lesson.
    pub strings: PlayerStrings,
    /// Its own words.
    pub words: QuizStrings,
    /// What it says of the voices that may speak.
    pub voice_rule: VoiceRule,
}

const OFFSET: u32 = 0x100;

/// Writes page data as text for a script element.
pub fn encode<T: Serialize>(data: &T) -> String {
    let bytes = postcard::to_allocvec(data).expect("strings and numbers always have a postcard form");
    bytes
        .into_iter()
        .map(|byte| match byte {
            b' '..=b'~' if byte != b'<' && byte != b'&' => char::from(byte),
            _ => char::from_u32(OFFSET + u32::from(byte)).expect("U+0100 to U+01FF are characters"),
        })
        .collect()
}

/// Reads what [`encode`] wrote. `None` when the text is damaged or from another version.
pub fn decode<T: DeserializeOwned>(text: &str) -> Option<T> {
    let bytes: Option<Vec<u8>> = text
        .chars()
        .map(|character| {
            let code = u32::from(character);
            u8::try_from(if code >= OFFSET { code - OFFSET } else { code }).ok()
        })
        .collect();
    postcard::from_bytes(&bytes?).ok()
}

#[cfg(test)]
mod tests {
    use super::{PageData, decode, encode};
    use crate::content::{Lesson, Moment};
    use crate::path::Path;
    use crate::strings::PlayerStrings;
    use crate::voice::VoiceRule;
    use proptest::prelude::*;

    fn page(words: &str) -> PageData {
        PageData {
            lesson: Lesson {
                id: words.to_owned(),
                title: words.to_owned(),
                moments: vec![Moment { id: "m".into(), title: words.to_owned(), steps: [None, None, None, None] }],
            },
            strings: PlayerStrings::from_lookup(|key| format!("{key} {words}")),
            start: Path::Symbols,
            voice_rule: VoiceRule { language: "en-GB".into(), online: false },
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back_and_holds_no_markup(words in any::<String>()) {
            let page = page(&words);
            let text = encode(&page);
            prop_assert!(!text.contains(['<', '&', '\n', '\r', '\0']));
            prop_assert_eq!(decode(&text), Some(page));
        }

        #[test]
        fn damage_is_met_with_none_and_never_with_a_panic(text in any::<String>()) {
            let _ = decode::<PageData>(&text);
        }
    }
}
