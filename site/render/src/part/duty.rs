//! A duty in two pieces: the sentence that asks for something, with what stands before it, and what explains it. Paper has room for the
//! first only.

use fingerpost_model::text::strength;
use fingerpost_model::{Inline, Strength};
use fingerpost_reading::sentence::sentences;
use std::borrow::Cow;

/// Cuts a clause's words after the sentence that asks for something; one that only states, after its first. The second piece may be
/// empty, and is where no sentence is known to ask: a translation has its strength from the original.
pub fn asked_and_rest(words: &[Inline], clause: Strength) -> (Cow<'_, [Inline]>, Cow<'_, [Inline]>) {
    let mut text = String::new();
    words.iter().for_each(|inline| put_words(inline, &mut text));
    let sentences = sentences(&text);
    let asks = sentences.iter().position(|sentence| clause == Strength::Is || strength(&text[sentence.clone()]) != Strength::Is);
    match asks.and_then(|asks| sentences.get(asks + 1)) {
        Some(next) => {
            let (asked, rest) = cut_at(words, next.start);
            (Cow::Owned(asked), Cow::Owned(rest))
        }
        None => (Cow::Borrowed(words), Cow::Borrowed(&[])),
    }
}

/// Cuts words at a place in their text. What is not plain text stays whole, on the side on which it begins.
fn cut_at(words: &[Inline], at: usize) -> (Vec<Inline>, Vec<Inline>) {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    let mut from = 0;
    for inline in words {
        let length = length_of(inline);
        match inline {
            Inline::Text(text) if (from + 1..from + length).contains(&at) => {
                let (first, second) = text.split_at(at - from);
                before.push(Inline::Text(first.to_owned()));
                after.push(Inline::Text(second.to_owned()));
            }
            _ if from < at => before.push(inline.clone()),
            _ => after.push(inline.clone()),
        }
        from += length;
    }
    (before, after)
}

fn put_words(inline: &Inline, words: &mut String) {
    match inline {
        Inline::Text(text) | Inline::Code(text) => words.push_str(text),
        Inline::Strong(inner)
        | Inline::Emphasis(inner)
        | Inline::Span { content: inner, .. }
        | Inline::Link { content: inner, .. } => inner.iter().for_each(|inline| put_words(inline, words)),
        Inline::Symbol { alt, .. } => words.push_str(alt),
        Inline::Break => {}
    }
}

fn length_of(inline: &Inline) -> usize {
    let mut words = String::new();
    put_words(inline, &mut words);
    words.len()
}

#[cfg(test)]
mod tests {
    use super::{asked_and_rest, put_words};
    use fingerpost_model::{Inline, Strength, Target};

    fn cut(words: &[Inline], strength: Strength) -> (String, String) {
        let (asked, rest) = asked_and_rest(words, strength);
        let text = |inlines: &[Inline]| {
            let mut text = String::new();
            inlines.iter().for_each(|inline| put_words(inline, &mut text));
            text
        };
        (text(&asked), text(&rest))
    }

    fn text(words: &str) -> Vec<Inline> {
        vec![Inline::Text(words.into())]
    }

    #[test]
    fn what_explains_a_duty_is_cut_off() {
        let words = text("If a child is in danger, ring 999. Staff must tell the DSL. They do not wait. They write it down.");
        let asked = "If a child is in danger, ring 999. Staff must tell the DSL. ";
        assert_eq!(cut(&words, Strength::Must), (asked.into(), "They do not wait. They write it down.".into()));
        assert_eq!(cut(&text("We meet at 8.45. We talk."), Strength::Is), ("We meet at 8.45. ".into(), "We talk.".into()));
        let inside = "Staff must tell an adult, e.g. the DSL, at once. They do not wait.";
        let asked = "Staff must tell an adult, e.g. the DSL, at once. ";
        assert_eq!(cut(&text(inside), Strength::Must), (asked.into(), "They do not wait.".into()), "no sentence ends there");
        assert_eq!(cut(&text("Staff must not look."), Strength::MustNot), ("Staff must not look.".into(), String::new()));
    }

    #[test]
    fn a_duty_may_hold_a_link() {
        let link = Inline::Link { to: Target::Address("tel:999".into()), content: text("must ring 999") };
        let words = [text("The DSL "), vec![link.clone()], text(" now. Then they wait. "), vec![link]].concat();
        assert_eq!(cut(&words, Strength::Must), ("The DSL must ring 999 now. ".into(), "Then they wait. must ring 999".into()));
    }
}
