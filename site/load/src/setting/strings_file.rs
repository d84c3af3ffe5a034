//! strings.toml: the words on buttons and labels, for the site, for the player, for the learner's own pages and for quizzes.

use crate::source::file::SourceFile;
use crate::source::layers::{Layers, read_all};
use fingerpost_lesson::strings::{JourneyStrings, PagesStrings, PlayerStrings, QuizStrings};
use fingerpost_model::finding::Finding;
use std::collections::BTreeMap;

/// What strings.toml holds.
#[derive(Default)]
pub struct Strings {
    /// `[site]`, by key.
    pub words: BTreeMap<String, String>,
    /// `[player]`.
    pub player: PlayerStrings,
    /// `[pages]`.
    pub pages: PagesStrings,
    /// `[journey]`.
    pub journey: JourneyStrings,
    /// `[quiz]`.
    pub quiz: QuizStrings,
}

/// Reads strings.toml, of the setting and shared: a setting may give some of the words only. `site_keys` are the keys of `[site]`.
pub fn read(files: &[SourceFile], site_keys: &'static [&'static str], found: &mut Vec<Finding>) -> Strings {
    if files.is_empty() {
        return Strings::default();
    }
    let tomls = read_all(files, found);
    let mut root = Layers::of(&tomls);
    let mut site = root.table("site", found);
    let words = site_keys.iter().map(|key| ((*key).to_owned(), site.text(key, found))).collect();
    site.finish(found);
    let mut table = root.table("player", found);
    let player = PlayerStrings::from_lookup(|key| table.text(key, found));
    table.finish(found);
    let mut table = root.table("pages", found);
    let pages = PagesStrings::from_lookup(|key| table.text(key, found));
    table.finish(found);
    let mut table = root.table("journey", found);
    let journey = JourneyStrings::from_lookup(|key| table.text(key, found));
    table.finish(found);
    let mut table = root.table("quiz", found);
    let quiz = QuizStrings::from_lookup(|key| table.text(key, found));
    table.finish(found);
    root.finish(found);
    Strings { words, player, pages, journey, quiz }
}

#[cfg(test)]
mod tests {
    use super::{Strings, read};
    use crate::source::file::SourceFile;
    use fingerpost_lesson::strings::{JourneyStrings, PagesStrings, PlayerStrings, QuizStrings};

    fn every(keys: &[&str]) -> String {
        keys.iter().map(|key| format!("{key} = \"words\"\n")).collect()
    }

    #[test]
    fn every_key_is_wanted_and_no_other() {
        let (player, pages) = (every(&PlayerStrings::KEYS[1..]), every(PagesStrings::KEYS));
        let (journey, quiz) = (every(JourneyStrings::KEYS), every(QuizStrings::KEYS));
        let text = format!(
            "[site]\nhome = \"Home\"\n[journey]\n{journey}[quiz]\n{quiz}[pages]\n{pages}[player]\n{player}quite_unlike_any = \"x\"\n"
        );
        let file = SourceFile::new("strings.toml", "strings.toml", &text);
        let mut found = Vec::new();
        let Strings { words, player, pages, .. } = read(&[file], &["home"], &mut found);
        assert_eq!(words["home"], "Home");
        assert_eq!((player.listen.as_str(), pages.like_kept.as_str()), ("words", "words"));
        let messages: Vec<_> = found.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                format!("\"{}\" is missing in [player].", PlayerStrings::KEYS[0]),
                "\"quite_unlike_any\" is not a key of [player].".to_owned()
            ]
        );
    }

    #[test]
    fn a_setting_changes_one_word_and_shares_the_others() {
        let (player, pages) = (every(PlayerStrings::KEYS), every(PagesStrings::KEYS));
        let (journey, quiz) = (every(JourneyStrings::KEYS), every(QuizStrings::KEYS));
        let shared = format!("[site]\nhome = \"Home\"\n[player]\n{player}[pages]\n{pages}[journey]\n{journey}[quiz]\n{quiz}");
        let own = SourceFile::new("strings.toml", "strings.toml", "[site]\nmenu = \"Menu\"\n[player]\nlisten = \"Hear it\"\n");
        let shared = SourceFile::new("../common/strings.toml", "strings.toml", &shared);
        let mut found = Vec::new();
        let Strings { words, player, .. } = read(&[own, shared], &["home", "menu", "help"], &mut found);
        assert_eq!((words["home"].as_str(), words["menu"].as_str()), ("Home", "Menu"));
        assert_eq!((player.listen.as_str(), player.back.as_str()), ("Hear it", "words"));
        let found: Vec<_> = found.iter().map(|finding| format!("{} {}", finding.place, finding.message)).collect();
        assert_eq!(found, ["../common/strings.toml:1:2 \"help\" is missing in [site]."]);
    }
}
