//! Small questions about words: addresses in them, sentences, the strength of a clause, a heading's address.

use crate::model::Strength;

/// Where an e-mail address begins in a text, if there is one.
pub fn find_email(text: &str) -> Option<usize> {
    let is_local = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let is_domain = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    text.match_indices('@').find_map(|(at, _)| {
        let start = text[..at].trim_end_matches(is_local).len();
        let domain = &text[at + 1..];
        let domain = domain[..domain.find(|c| !is_domain(c)).unwrap_or(domain.len())].trim_end_matches('.');
        let has_ending = domain.rsplit_once('.').is_some_and(|(name, ending)| !name.is_empty() && ending.chars().count() >= 2);
        (start < at && has_ending).then_some(start)
    })
}

/// The strength of a clause: the earliest of "must not", "must", "should not", "should" in its words. "Never" forbids as "not" does.
pub fn strength(text: &str) -> Strength {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().replace('’', "'"))
        .collect();
    for (index, word) in words.iter().enumerate() {
        let is_not = words.get(index + 1).is_some_and(|next| next == "not" || next == "never");
        match word.as_str() {
            "must" if is_not => return Strength::MustNot,
            "must" => return Strength::Must,
            "should" if is_not => return Strength::ShouldNot,
            "should" => return Strength::Should,
            "mustn't" => return Strength::MustNot,
            "shouldn't" => return Strength::ShouldNot,
            _ => {}
        }
    }
    Strength::Is
}

/// An address made from a heading's words: `What we believe` is `what-we-believe`.
pub fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in words.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !matches!(c, '\'' | '’') && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.starts_with(|first: char| first.is_ascii_lowercase()) { slug.to_owned() } else { format!("part-{slug}") }
}

/// How many words a sentence has: what has no letter or figure in it is none.
pub fn count_words(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Words that end with a full stop and do not end a sentence.
const ABBREVIATIONS: [&str; 14] =
    ["e.g.", "i.e.", "mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "vs.", "cf.", "no.", "nos.", "p.", "approx."];

/// The byte ranges of a paragraph's sentences. A sentence ends at `.`, `!` or `?` (and the quotation marks and brackets that close
/// after it) when white space and then a capital (or a letter of a script without capitals), a figure or an opening quotation mark
/// follows, and at the paragraph's end. The marks of Arabic and Urdu end one in the same way, those of Chinese and Japanese always.
pub fn sentences(text: &str) -> Vec<std::ops::Range<usize>> {
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

fn push_trimmed(text: &str, range: std::ops::Range<usize>, sentences: &mut Vec<std::ops::Range<usize>>) {
    let sentence = &text[range.clone()];
    let start = range.start + (sentence.len() - sentence.trim_start().len());
    let end = start + sentence.trim().len();
    if start < end {
        sentences.push(start..end);
    }
}

#[cfg(test)]
mod tests {
    use super::{count_words, find_email, sentences, slug, strength};
    use crate::model::Strength;

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
    fn the_first_strong_word_gives_the_strength() {
        assert_eq!(strength("The DSL must keep a record, and should say so."), Strength::Must);
        assert_eq!(strength("Staff MUST\nNOT promise."), Strength::MustNot);
        assert_eq!(strength("Staff should not wait; they must tell."), Strength::ShouldNot);
        assert_eq!(strength("Children should tell."), Strength::Should);
        assert_eq!(strength("Staff must only use work phones."), Strength::Must);
        assert_eq!(strength("Mustard is yellow. Shoulders ache."), Strength::Is);
        assert_eq!(strength("They mustn’t."), Strength::MustNot);
    }

    #[test]
    fn an_address_needs_a_name_and_a_place() {
        assert_eq!(find_email("write to head@school.example.org."), Some(9));
        assert_eq!(find_email("look @ this, or @school.example"), None);
        assert_eq!(find_email("me@home"), None);
    }

    #[test]
    fn an_address_is_made_from_words() {
        assert_eq!(slug("What we believe"), "what-we-believe");
        assert_eq!(slug("Don’t – {{ x }}!"), "dont-x");
        assert_eq!(slug("4 Cs"), "part-4-cs");
        assert_eq!(count_words("Stop – look."), 2);
    }
}
