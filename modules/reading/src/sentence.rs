//! A text to its sentences, and a sentence to its words.

use std::ops::Range;

/// The words of a sentence as they stand in it, without the punctuation around them: what has no letter or figure in it is none.
pub fn words(sentence: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (word, end) = next_word(sentence, at)?;
        at = end;
        Some(&sentence[word])
    })
}

/// The byte range of the first word from this byte on, and where the white space after it begins. Every word of a setting is asked for here, so that
/// bytes are looked at and a letter is only decoded where it is not ASCII.
fn next_word(sentence: &str, from: usize) -> Option<(Range<usize>, usize)> {
    let kind_at = |at: usize| {
        let byte = *sentence.as_bytes().get(at)?;
        match ASCII.get(usize::from(byte)) {
            Some(kind) => Some((*kind, 1)),
            None => sentence[at..].chars().next().map(|c| (kind_of(c), c.len_utf8())),
        }
    };
    let mut at = from;
    let (start, length) = loop {
        match kind_at(at)? {
            (Kind::Part, length) => break (at, length),
            (_, length) => at += length,
        }
    };
    at += length;
    let mut end = at;
    while let Some((kind, length)) = kind_at(at) {
        match kind {
            Kind::Part => end = at + length,
            Kind::Space => break,
            Kind::Mark => {}
        }
        at += length;
    }
    Some((start..end, at))
}

/// What a character is to a word.
#[derive(Clone, Copy)]
enum Kind {
    /// A letter or a figure, of which words are made.
    Part,
    /// White space, which stands between words.
    Space,
    /// What belongs to a word only between two of its letters.
    Mark,
}

fn kind_of(c: char) -> Kind {
    if c.is_alphanumeric() {
        Kind::Part
    } else if c.is_whitespace() {
        Kind::Space
    } else {
        Kind::Mark
    }
}

/// The kinds of the ASCII characters, by their bytes.
const ASCII: [Kind; 128] = {
    let mut kinds = [Kind::Mark; 128];
    let mut byte = 0u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            kinds[byte as usize] = Kind::Part;
        } else if matches!(byte, b' ' | b'\t'..=b'\r') {
            kinds[byte as usize] = Kind::Space;
        }
        byte += 1;
    }
    kinds
};

/// How many words a sentence has.
pub fn count_words(sentence: &str) -> usize {
    words(sentence).count()
}

/// Words that end with a full stop and do not end a sentence.
const ABBREVIATIONS: [&str; 14] =
    ["e.g.", "i.e.", "mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "vs.", "cf.", "no.", "nos.", "p.", "approx."];

/// The byte ranges of a paragraph's sentences. A sentence ends at `.`, `!` or `?` (and the quotation marks and brackets that close
/// after it) when white space and then a capital (or a letter of a script without capitals), a figure or an opening quotation mark
/// follows, and at the paragraph's end. The marks of Arabic and Urdu end one in the same way, those of Chinese and Japanese always.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let ends_always = matches!(c, '。' | '！' | '？');
        if !(ends_always || matches!(c, '.' | '!' | '?' | '؟' | '۔')) || at < start {
            continue;
        }
        let after = &text[at + c.len_utf8()..];
        let rest = after.trim_start_matches(['"', '\'', '”', '’', ')', '»', '」', '』']);
        let end = text.len() - rest.len();
        let may_end = rest.starts_with(char::is_whitespace) && begins_sentence(rest.trim_start());
        if ends_always || may_end && !is_abbreviation(&text[..end], rest) {
            push_trimmed(text, start..end, &mut sentences);
            start = end;
        }
    }
    push_trimmed(text, start..text.len(), &mut sentences);
    sentences
}

fn begins_sentence(rest: &str) -> bool {
    let is_opening = |next| matches!(next, '"' | '\'' | '“' | '‘' | '(' | '«' | '¿' | '¡');
    let is_letter = |next: char| next.is_alphabetic() && !next.is_lowercase();
    rest.starts_with(|next: char| is_letter(next) || next.is_numeric() || is_opening(next))
}

fn is_abbreviation(before: &str, rest: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default().trim_start_matches(['"', '“', '(', '‘', '\'']);
    let lower = word.to_lowercase();
    // "No." begins a number only before a figure: "No. 5", but "Say no. It helps."
    if matches!(lower.as_str(), "no." | "nos." | "p.") {
        return rest.trim_start().starts_with(char::is_numeric);
    }
    let is_initial = word.chars().count() == 2 && word.ends_with('.') && word.starts_with(char::is_uppercase) && word != "I.";
    ABBREVIATIONS.contains(&lower.as_str()) || is_initial
}

fn push_trimmed(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let sentence = &text[range.clone()];
    let start = range.start + (sentence.len() - sentence.trim_start().len());
    let end = start + sentence.trim().len();
    if start < end {
        sentences.push(start..end);
    }
}

#[cfg(test)]
mod tests {
    use super::{count_words, sentences, words};

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        assert_eq!(split("I tell. You help."), ["I tell.", "You help."]);
        assert_eq!(split("He says, \"Not now.\" You still feel worried."), ["He says, \"Not now.\"", "You still feel worried."]);
        assert_eq!(
            split("\"Can it wait?\" she asks. You say, \"No. I need help.\""),
            ["\"Can it wait?\" she asks.", "You say, \"No.", "I need help.\""]
        );
        assert_eq!(split("It can take time. 3 words are enough."), ["It can take time.", "3 words are enough."]);
        assert_eq!(split("Tell someone, e.g. Mum or Dr. Lee. It helps"), ["Tell someone, e.g. Mum or Dr. Lee.", "It helps"]);
        assert_eq!(split("At 4.30 p.m. we go. See No. 5."), ["At 4.30 p.m. we go.", "See No. 5."]);
        assert_eq!(split("You can say no. It is up to you."), ["You can say no.", "It is up to you."]);
        assert_eq!(split("هل تريد مساعدة؟ أخبر شخصا بالغا. شكرا."), ["هل تريد مساعدة؟", "أخبر شخصا بالغا.", "شكرا."]);
        assert_eq!(split("我说。你帮我。"), ["我说。", "你帮我。"]);
        assert_eq!(split("  "), Vec::<&str>::new());
    }

    #[test]
    fn a_word_has_a_letter_or_a_figure_in_it() {
        assert_eq!(count_words("Stop – look."), 2);
        assert_eq!(words("\"Who, me?\" – 2 o'clock, e-mail.").collect::<Vec<_>>(), ["Who", "me", "2", "o'clock", "e-mail"]);
    }

    /// The words as they are defined: what stands between white space, without what is neither a letter nor a figure at its ends.
    fn defined_words(sentence: &str) -> Vec<&str> {
        let trimmed = sentence.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        trimmed.filter(|word| !word.is_empty()).collect()
    }

    #[test]
    fn words_are_found_in_bytes_as_they_are_defined() {
        for byte in 0..128u8 {
            let text = format!("a{c}b {c}c{c} {c}", c = char::from(byte));
            assert_eq!(words(&text).collect::<Vec<_>>(), defined_words(&text), "{text:?}");
        }
        // Every text of 6 of these characters.
        let characters = ['a', 'É', '7', '’', '-', ' ', '\u{a0}', '家'];
        for number in 0..8usize.pow(6) {
            let text: String = (0..6).map(|at| characters[number / 8usize.pow(at) % 8]).collect();
            assert!(words(&text).eq(defined_words(&text)), "{text:?}");
        }
    }
}
