//! A text to its sentences, and a sentence to its words.

use std::ops::Range;

/// The words of a sentence as they stand in it, without the punctuation around them: what has no letter or figure in it is none.
pub fn words(sentence: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_alphanumeric();
    sentence.split_whitespace().map(move |word| word.trim_matches(|c| !is_part(c))).filter(|word| !word.is_empty())
}

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
}
