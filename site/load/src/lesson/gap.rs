//! The gap of a sentence: `____`, which reads as one in any viewer of Markdown.

use super::speech::Speaker;
use fingerpost_lesson::content::{GAP, Sentence, Span, Text};
use fingerpost_model::rules::Rule;

/// The shortest row of underscores that is a gap.
const SHORTEST: &str = "___";

/// Makes the gap of a question a span of its own. A question in which a gap is to be filled has one.
pub fn cut(question: Text, at: usize, speaker: &mut Speaker<'_, '_>) -> Text {
    let question: Text = question.iter().map(|sentence| Sentence(sentence.0.iter().flat_map(parts).collect())).collect();
    let gaps = question.iter().flat_map(|sentence| &sentence.0).filter(|span| span.text == GAP).count();
    if gaps != 1 {
        let message = format!("The sentence with the gap is the last before the list; it has 1 gap, and this one has {gaps}.");
        speaker.error(at, Rule::OneGap, message, "Type ____ (four underscores) once, where the words are missing.");
    }
    question
}

/// A span before, in and after each of its gaps. Words that have a symbol have none.
fn parts(span: &Span) -> Vec<Span> {
    let (mut parts, mut rest) = (Vec::new(), span.text.as_str());
    while let Some(start) = rest.find(SHORTEST).filter(|_| span.symbol.is_none()) {
        let after = rest[start..].trim_start_matches('_');
        parts.extend([&rest[..start], GAP].map(|text| Span { text: text.to_owned(), symbol: None }));
        rest = after;
    }
    parts.push(Span { text: rest.to_owned(), symbol: span.symbol.clone() });
    parts.retain(|part| !part.text.is_empty());
    parts
}
