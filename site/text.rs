//! Small questions about words: addresses in them, the strength of a clause, a heading's address.

use crate::model::{Inline, Strength};

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

/// The words of resolved running text.
pub fn plain(content: &[Inline]) -> String {
    let mut words = String::new();
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => words.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { content: inner, .. } => {
                words.push_str(&plain(inner))
            }
            Inline::Symbol { alt, .. } => words.push_str(alt),
            Inline::Break => words.push(' '),
        }
    }
    words
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

#[cfg(test)]
mod tests {
    use super::{find_email, slug, strength};
    use crate::model::Strength;

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
    }
}
