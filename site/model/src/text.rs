//! Small questions about words: e-mail addresses in them, the strength of a clause.

use crate::{Inline, Strength};

/// Where an e-mail address begins in a text, if there is one.
pub fn find_email(text: &str) -> Option<usize> {
    let is_local = |c: char| c.is_alphanumeric() || "._%+-'’".contains(c);
    let is_domain = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    text.match_indices('@').find_map(|(at, _)| {
        let start = text[..at].trim_end_matches(is_local).len();
        let domain = &text[at + 1..];
        let domain = domain[..domain.find(|c| !is_domain(c)).unwrap_or(domain.len())].trim_end_matches('.');
        (start < at && is_host(domain)).then_some(start)
    })
}

/// Whether this can be the name of a computer on the internet. `6.30pm` is none, and neither is `6.pm`, although there is an ending `.pm`.
fn is_host(domain: &str) -> bool {
    let Some((name, ending)) = domain.rsplit_once('.') else { return false };
    let is_coded = ending.get(..4).is_some_and(|first| first.eq_ignore_ascii_case("xn--"));
    let is_ending = ending.chars().count() >= 2 && (is_coded || ending.chars().all(char::is_alphabetic));
    let is_time = ["am", "pm"].into_iter().any(|half| ending.eq_ignore_ascii_case(half))
        && name.chars().all(|c| c.is_ascii_digit() || c == '.');
    is_ending && !is_time && name.split('.').all(|label| !label.is_empty())
}

/// A number with its noun in singular or plural: `1 option`, `2 options`.
pub fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Running text as a plain string: without links and stress, and with what a symbol shows in its place.
pub fn plain(content: &[Inline]) -> String {
    let mut words = String::new();
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => words.push_str(text),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Span { content: inner, .. }
            | Inline::Link { content: inner, .. } => words.push_str(&plain(inner)),
            Inline::Symbol { alt, .. } => words.push_str(alt),
            Inline::Break => words.push(' '),
        }
    }
    words
}

/// The strength of a clause: the earliest of "must not", "must", "should not", "should" in its words. "Never" forbids as "not" does.
pub fn strength(text: &str) -> Strength {
    let is_between = |c: char| !c.is_alphanumeric() && c != '\'' && c != '’';
    let mut words = text.split(is_between).filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        // Every clause is asked, and hardly a word of it is one of these.
        if !word.starts_with(['m', 'M', 's', 'S']) {
            continue;
        }
        let mut is_not = || words.peek().is_some_and(|next| is_word(next, "not") || is_word(next, "never"));
        if is_word(word, "must") {
            return if is_not() { Strength::MustNot } else { Strength::Must };
        }
        if is_word(word, "should") {
            return if is_not() { Strength::ShouldNot } else { Strength::Should };
        }
        if is_word(word, "mustn't") {
            return Strength::MustNot;
        }
        if is_word(word, "shouldn't") {
            return Strength::ShouldNot;
        }
    }
    Strength::Is
}

/// Whether this is the word, in small letters or capitals and with either apostrophe.
fn is_word(typed: &str, word: &str) -> bool {
    typed.chars().map(|c| if c == '’' { '\'' } else { c.to_ascii_lowercase() }).eq(word.chars())
}

#[cfg(test)]
mod tests {
    use super::{find_email, strength};
    use crate::Strength;

    #[test]
    fn the_first_strong_word_gives_the_strength() {
        assert_eq!(strength("The DSL must keep a record, and should say so."), Strength::Must);
        assert_eq!(strength("Staff MUST\nNOT promise."), Strength::MustNot);
        assert_eq!(strength("Staff should not wait; they must tell."), Strength::ShouldNot);
        assert_eq!(strength("Children should tell."), Strength::Should);
        assert_eq!(strength("Staff must only use work phones."), Strength::Must);
        assert_eq!(strength("Mustard is yellow. Shoulders ache."), Strength::Is);
        assert_eq!(strength("They mustn’t."), Strength::MustNot);
        assert_eq!(strength("They SHOULDN'T: never."), Strength::ShouldNot);
        assert_eq!(strength("They should, Never."), Strength::ShouldNot);
        assert_eq!(strength("ſhould, mustnt, m'ust"), Strength::Is);
    }

    #[test]
    fn an_address_needs_a_name_and_a_place() {
        assert_eq!(find_email("write to head@school.example.org."), Some(9));
        assert_eq!(find_email("look @ this, or @school.example"), None);
        assert_eq!(find_email("me@home"), None);
        for text in ["hall@6.30pm", "hall@6.pm", "hall@6.30", "gate@10.15.", "two@once..more", "room@3.b", "a@.org"] {
            assert_eq!(find_email(text), None, "{text}");
        }
        for text in
            ["josé@school.example.org", "o'hara@x.org", "a.b+c@163.com", "a@bücher.example", "a@x.xn--p1ai", "hall@club6.pm"]
        {
            assert_eq!(find_email(text), Some(0), "{text}");
        }
    }
}
