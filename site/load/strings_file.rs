//! strings.toml: the words on buttons and labels, for the site and for the player.

use super::file::SourceFile;
use super::table::Toml;
use crate::finding::Finding;
use fingerpost_lesson::strings::PlayerStrings;
use std::collections::BTreeMap;

/// Reads strings.toml. `site_keys` are the keys of `[site]`.
pub fn read(
    file: &SourceFile,
    site_keys: &'static [&'static str],
    found: &mut Vec<Finding>,
) -> (BTreeMap<String, String>, PlayerStrings) {
    let toml = Toml::read(file, 0..file.text.len(), found);
    let mut root = toml.root();
    let mut site = root.table("site", true, found);
    let words = site_keys.iter().map(|key| ((*key).to_owned(), site.text(key, found))).collect();
    site.finish(found);
    let mut player = root.table("player", true, found);
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
        let (words, strings) = read(&file, &["home"], &mut found);
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
}
