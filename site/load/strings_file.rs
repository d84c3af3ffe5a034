//! strings.toml: the words on buttons and labels, for the site and for the player.

use super::file::SourceFile;
use super::layers::{Layers, read_all};
use crate::finding::Finding;
use fingerpost_lesson::strings::PlayerStrings;
use std::collections::BTreeMap;

/// Reads strings.toml, of the setting and shared: a setting may give some of the words only. `site_keys` are the keys of `[site]`.
pub fn read(
    files: &[SourceFile],
    site_keys: &'static [&'static str],
    found: &mut Vec<Finding>,
) -> (BTreeMap<String, String>, PlayerStrings) {
    if files.is_empty() {
        return Default::default();
    }
    let tomls = read_all(files, found);
    let mut root = Layers::of(&tomls);
    let mut site = root.table("site", found);
    let words = site_keys.iter().map(|key| ((*key).to_owned(), site.text(key, found))).collect();
    site.finish(found);
    let mut player = root.table("player", found);
    let strings = PlayerStrings::from_lookup(|key| player.text(key, found));
    player.finish(found);
    root.finish(found);
    (words, strings)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::load::file::SourceFile;
    use fingerpost_lesson::strings::PlayerStrings;

    #[test]
    fn every_key_is_wanted_and_no_other() {
        let all: String = PlayerStrings::KEYS.iter().skip(1).map(|key| format!("{key} = \"words\"\n")).collect();
        let text = format!("[site]\nhome = \"Home\"\n[player]\n{all}quite_unlike_any = \"x\"\n");
        let file = SourceFile::new("strings.toml", "strings.toml", &text);
        let mut found = Vec::new();
        let (words, strings) = read(&[file], &["home"], &mut found);
        assert_eq!(words["home"], "Home");
        assert_eq!(strings.listen, "words");
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
        let all: String = PlayerStrings::KEYS.iter().map(|key| format!("{key} = \"words\"\n")).collect();
        let shared = format!("[site]\nhome = \"Home\"\n[player]\n{all}");
        let own = SourceFile::new("strings.toml", "strings.toml", "[site]\nmenu = \"Menu\"\n[player]\nlisten = \"Hear it\"\n");
        let shared = SourceFile::new("../common/strings.toml", "strings.toml", &shared);
        let mut found = Vec::new();
        let (words, strings) = read(&[own, shared], &["home", "menu", "help"], &mut found);
        assert_eq!((words["home"].as_str(), words["menu"].as_str()), ("Home", "Menu"));
        assert_eq!((strings.listen.as_str(), strings.back.as_str()), ("Hear it", "words"));
        let found: Vec<_> = found.iter().map(|finding| format!("{} {}", finding.place, finding.message)).collect();
        assert_eq!(found, ["../common/strings.toml:1:2 \"help\" is missing in [site]."]);
    }
}
