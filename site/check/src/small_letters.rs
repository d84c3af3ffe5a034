//! A sentence as phrases are looked for in it.

/// The words in small letters and with straight apostrophes, in a room that is used again for the next sentence.
pub fn small_letters<'r>(words: &str, room: &'r mut String) -> &'r str {
    room.clear();
    if words.is_ascii() {
        room.push_str(words);
        room.make_ascii_lowercase();
    } else {
        room.push_str(&words.to_lowercase().replace('’', "'"));
    }
    room
}

#[cfg(test)]
mod tests {
    use super::small_letters;

    #[test]
    fn letters_are_small_and_apostrophes_straight_whatever_stood_there_before() {
        let mut room = String::new();
        for (words, expected) in
            [("Don't RING É.", "don't ring é."), ("Don’t tell", "don't tell"), ("ABC 1", "abc 1"), ("", ""), ("\u{212a}", "k")]
        {
            assert_eq!(small_letters(words, &mut room), expected);
        }
    }
}
