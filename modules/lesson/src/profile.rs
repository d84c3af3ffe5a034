//! How somebody likes it, to be taken to another device: looks, voice and presses as a few lines of text, in a file or behind the `#` of an
//! address, which a QR code can hold and which is never sent to a server.
//!
//! ```text
//! fingerpost profile 1
//! look theme=dark size=2
//! speech speed=80% voice=Daniel
//! ways scan=one cue=no dwell=no step=2000 repeat=300 hold=0 rest=1250 dead=0 move=Space choose=Enter
//! ```
//!
//! It says nothing about who the learner is or what they have done.

use crate::speaking::Speaking;
use crate::ways::Ways;

/// What can be chosen of the look, and the values besides the usual one. The panel of the look is made from this list; the page script
/// has the same.
pub const LOOKS: [(&str, &[&str]); 10] = [
    ("theme", &["light", "dark", "cream", "contrast"]),
    ("size", &["1", "2", "3"]),
    ("spacing", &["wide"]),
    ("reading", &["easy"]),
    ("motion", &["less"]),
    ("typeface", &["wide", "book", "round"]),
    ("line", &["focus"]),
    ("symbols", &["big", "none"]),
    ("calm", &["yes"]),
    ("shift", &["off"]),
];

/// How the text begins. The number is its version.
const HEADER: &str = "fingerpost profile 1";

/// How an address begins its part behind the `#` that holds a profile.
pub const HASH: &str = "#like=";

/// A profile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// What is chosen of the look: indexes into [`LOOKS`] and its values, in their order.
    pub looks: Vec<(usize, usize)>,
    /// The voice.
    pub speaking: Speaking,
    /// The presses.
    pub ways: Ways,
}

/// Why a text is no profile that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It is something else.
    NoProfile,
    /// It is a newer version's.
    Newer,
}

impl Profile {
    /// What is chosen of the look, from a question for each choice: which value it has, if any.
    pub fn looks_of(value: impl Fn(&str) -> Option<String>) -> Vec<(usize, usize)> {
        let chosen = |(name, values): &(&str, &[&str])| {
            let value = value(name)?;
            values.iter().position(|known| *known == value)
        };
        LOOKS.iter().enumerate().filter_map(|(index, look)| Some((index, chosen(look)?))).collect()
    }

    /// The value of a choice of the look; empty where it is the usual one.
    pub fn look(&self, name: &str) -> &'static str {
        let chosen = self.looks.iter().find(|(index, _)| LOOKS[*index].0 == name);
        chosen.map_or("", |(index, value)| LOOKS[*index].1[*value])
    }

    /// The text. What is usual has no line, so that a code stays small.
    pub fn write(&self) -> String {
        let mut text = HEADER.to_owned() + "\n";
        let field = |(index, value): &(usize, usize)| format!(" {}={}", LOOKS[*index].0, LOOKS[*index].1[*value]);
        let looks: String = self.looks.iter().map(field).collect();
        if !looks.is_empty() {
            text += &format!("look{looks}\n");
        }
        if self.speaking != Speaking::default() {
            text += &format!("speech {}\n", self.speaking.write());
        }
        if self.ways != Ways::default() {
            text += &format!("ways {}\n", self.ways.write());
        }
        text
    }

    /// Reads a text. A line that is damaged or not known changes nothing.
    pub fn read(text: &str) -> Result<Profile, Unusable> {
        let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
        match lines.next() {
            Some(HEADER) => {}
            Some(first) if first.starts_with("fingerpost profile ") => return Err(Unusable::Newer),
            _ => return Err(Unusable::NoProfile),
        }
        let mut profile = Profile::default();
        for line in lines {
            match line.split_once(' ') {
                Some(("look", fields)) => {
                    let field = |name: &str| fields.split(' ').find_map(|field| field.strip_prefix(name)?.strip_prefix('='));
                    profile.looks = Profile::looks_of(|name| field(name).map(str::to_owned));
                }
                Some(("speech", fields)) => profile.speaking = Speaking::read(fields).unwrap_or_default(),
                Some(("ways", fields)) => profile.ways = Ways::read(fields).unwrap_or_default(),
                _ => {}
            }
        }
        Ok(profile)
    }
}

#[cfg(test)]
mod tests {
    use super::{LOOKS, Profile, Unusable};
    use crate::ways::{Change, Scan};
    use proptest::prelude::*;

    fn sample() -> Profile {
        let mut profile = Profile { looks: vec![(0, 1), (1, 2), (8, 0)], ..Profile::default() };
        profile.speaking.slower();
        profile
    }

    #[test]
    fn what_is_written_is_read_back_and_can_be_read_by_people() {
        let text = sample().write();
        assert_eq!(text, "fingerpost profile 1\nlook theme=dark size=3 calm=yes\nspeech speed=90%\n");
        assert_eq!(Profile::default().write(), "fingerpost profile 1\n");
        assert_eq!(Profile::read(&text), Ok(sample()));
        assert_eq!(Profile::read(&text.replace('\n', "\r\n")), Ok(sample()));
        assert_eq!(sample().look("theme"), "dark");
        assert_eq!(sample().look("line"), "");
    }

    #[test]
    fn what_is_damaged_or_unknown_changes_nothing_and_the_rest_counts() {
        let text = "fingerpost profile 1\nlook theme=purple size=1 smell=roses\nspeech speed=quick\nhat big\nways scan=";
        let read = Profile::read(text).unwrap();
        assert_eq!(read, Profile { looks: vec![(1, 0)], ..Profile::default() });
    }

    #[test]
    fn other_texts_are_refused() {
        assert_eq!(Profile::read(""), Err(Unusable::NoProfile));
        assert_eq!(Profile::read("\u{89}PNG"), Err(Unusable::NoProfile));
        assert_eq!(Profile::read("fingerpost 2\nme picture=fox"), Err(Unusable::NoProfile));
        assert_eq!(Profile::read("fingerpost profile 2\n"), Err(Unusable::Newer));
    }

    /// The page script applies the looks before any WebAssembly has come, so it has a list of its own.
    #[test]
    fn the_page_script_knows_the_same_looks() {
        let script = include_str!("../../../assets/page.js");
        let list = script.split("const CHOICES = {").nth(1).unwrap().split("};").next().unwrap();
        let squeezed: String = list.split_whitespace().collect();
        let ours: Vec<String> = LOOKS
            .iter()
            .map(|(name, values)| {
                format!("{name}:[{}]", values.iter().map(|value| format!("\"{value}\"")).collect::<Vec<_>>().join(","))
            })
            .collect();
        assert_eq!(squeezed, ours.join(","));
    }

    #[test]
    fn the_presses_go_along() {
        let mut profile = Profile::default();
        profile.ways.apply(Change::Scan(Scan::OneSwitch));
        assert_eq!(Profile::read(&profile.write()), Ok(profile));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in any::<String>()) {
            let _ = Profile::read(&text);
            let _ = Profile::read(&format!("fingerpost profile 1\n{text}"));
        }
    }
}
