//! Make a safe password: the list of words of which three are drawn by chance.

use super::choices::{Entry, entry, expect_no_box, expect_number};
use super::speech::Speaker;
use crate::syntax::ast::{Item, List};
use fingerpost_lesson::content::{Activity, Word, words};
use fingerpost_lesson::password::LEAST_LETTERS;
use fingerpost_model::rules::Rule;

/// How many words a list has: with fewer the same ones come too often, and no one reads more.
const LEAST: usize = 12;
const MOST: usize = 60;

/// Reads the words: short, all different, and with a picture where words have symbols.
pub fn password(list: &List, speaker: &mut Speaker<'_, '_>) -> Activity {
    expect_number("word", list, LEAST, MOST, speaker);
    let mut found: Vec<Word> = Vec::new();
    for item in &list.items {
        let word = word(item, speaker);
        if found.iter().any(|other| other.word.to_lowercase() == word.word.to_lowercase()) {
            let message = format!("The word \"{}\" is in this list already.", word.word);
            speaker.error(item.at, Rule::PasswordWord, message, "Write another.");
        }
        found.push(word);
    }
    Activity::Password(found)
}

fn word(item: &Item, speaker: &mut Speaker<'_, '_>) -> Word {
    expect_no_box(item, speaker);
    let Entry { picture, text, list } = entry(item, speaker);
    if let Some(list) = list {
        speaker.error(list.at, Rule::LessonBlock, "A word for a password has no list under it.", "Take it out.");
    }
    let word = words(&text);
    if !text.is_empty() && (word.chars().count() < LEAST_LETTERS || !word.chars().all(char::is_alphabetic)) {
        let message = format!("\"{word}\" is not 1 word of {LEAST_LETTERS} letters or more.");
        speaker.error(item.at, Rule::PasswordWord, message, "Write a word that is easy to spell, without a full stop.");
    }
    if picture.is_none() && speaker.path.has_symbols_on_words() {
        let message = format!("This word has no picture, which it needs on the path \"{}\".", speaker.path.id());
        speaker.error(item.at, Rule::PasswordWord, message, "Type one before it, like ![A tree](symbol:tree) tree.");
    }
    Word { picture, word }
}
