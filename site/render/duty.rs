//! A duty in two pieces: the sentence that asks for something, with what stands before it, and what explains it. Paper has room for the
//! first only.

use crate::model::{Inline, Strength};

/// Cuts a clause's words after the sentence that says how strong it is. The second piece may be empty.
pub fn asked_and_rest(words: &[Inline], strength: Strength) -> (Vec<Inline>, Vec<Inline>) {
    let asks = match strength {
        Strength::Must | Strength::MustNot => "must",
        Strength::Should | Strength::ShouldNot => "should",
        Strength::Is => "",
    };
    let mut has_asked = false;
    for (index, inline) in words.iter().enumerate() {
        let (mut from, mut passed) = (0, 0);
        if let Inline::Text(text) = inline {
            while let Some(end) = text[passed..].find(". ").map(|at| passed + at + ". ".len()) {
                passed = end;
                // "e.g. the DSL": no sentence begins with a small letter.
                if text[end..].starts_with(char::is_lowercase) {
                    continue;
                }
                has_asked |= holds(&text[from..end], asks);
                if has_asked {
                    let mut asked = words[..index].to_vec();
                    asked.push(Inline::Text(text[..end].to_owned()));
                    let mut rest = vec![Inline::Text(text[end..].to_owned())];
                    rest.extend_from_slice(&words[index + 1..]);
                    return (asked, rest);
                }
                from = end;
            }
        }
        has_asked |= holds(&words_of(inline)[from..], asks);
    }
    (words.to_vec(), Vec::new())
}

/// Whether a word stands in a text as a word of its own. No word at all always does.
fn holds(text: &str, word: &str) -> bool {
    word.is_empty() || text.split(|character: char| !character.is_alphabetic()).any(|found| found == word)
}

fn words_of(inline: &Inline) -> String {
    match inline {
        Inline::Text(text) | Inline::Code(text) => text.clone(),
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { content: inner, .. } => {
            inner.iter().map(words_of).collect()
        }
        Inline::Symbol { alt, .. } => alt.clone(),
        Inline::Break => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{asked_and_rest, words_of};
    use crate::model::{Inline, Strength, Target};

    fn cut(words: &[Inline], strength: Strength) -> (String, String) {
        let (asked, rest) = asked_and_rest(words, strength);
        let text = |inlines: &[Inline]| inlines.iter().map(words_of).collect();
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
