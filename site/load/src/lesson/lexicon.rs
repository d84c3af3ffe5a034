//! Which symbol stands over which words: the longest phrase of the symbol list wins, whole words only, small and capital alike.

use fingerpost_lesson::content::{Sentence, Span};
use fingerpost_model::carried::Symbol;
use std::collections::BTreeMap;
use std::ops::Range;

/// The phrases of the symbol list.
#[derive(Debug)]
pub struct Lexicon<'a> {
    phrases: BTreeMap<String, &'a str>,
    longest: usize,
}

impl<'a> Lexicon<'a> {
    /// Gathers the phrases. Of two symbols with the same phrase the first in the list has it.
    pub fn new(symbols: &'a [Symbol]) -> Lexicon<'a> {
        let mut lexicon = Lexicon { phrases: BTreeMap::new(), longest: 0 };
        for symbol in symbols {
            for words in symbol.words {
                let phrase: Vec<String> = words.split_whitespace().map(normal).collect();
                lexicon.longest = lexicon.longest.max(phrase.len());
                lexicon.phrases.entry(phrase.join(" ")).or_insert(symbol.id);
            }
        }
        lexicon
    }

    /// A sentence with its symbols.
    pub fn sentence(&self, text: &str) -> Sentence {
        let words = words(text);
        let mut spans: Vec<Span> = Vec::new();
        let mut index = 0;
        while index < words.len() {
            let (length, symbol) = match self.longest_at(text, &words[index..]) {
                Some((length, symbol)) => (length, Some(symbol.to_owned())),
                None => (1, None),
            };
            let end = words.get(index + length).map_or(text.len(), |next| next.start);
            let piece = &text[words[index].start..end];
            match spans.last_mut() {
                Some(last) if last.symbol.is_none() && symbol.is_none() => last.text.push_str(piece),
                _ => spans.push(Span { text: piece.to_owned(), symbol }),
            }
            index += length;
        }
        Sentence(spans)
    }

    fn longest_at(&self, text: &str, words: &[Range<usize>]) -> Option<(usize, &'a str)> {
        let mut phrase = String::new();
        let mut longest = None;
        for (index, word) in words.iter().take(self.longest).enumerate() {
            let word = &text[word.clone()];
            // A phrase does not reach over punctuation: in "I stop. Screen off" there is no "stop screen".
            if index > 0 && word.starts_with(is_punctuation) {
                break;
            }
            if index > 0 {
                phrase.push(' ');
            }
            phrase.push_str(&normal(word));
            if let Some(symbol) = self.phrases.get(&phrase) {
                longest = Some((index + 1, *symbol));
            }
            if word.ends_with(is_punctuation) {
                break;
            }
        }
        longest
    }
}

fn is_punctuation(c: char) -> bool {
    !c.is_alphanumeric()
}

/// A word as it stands in the list: small, with plain apostrophes, without the punctuation around it.
fn normal(word: &str) -> String {
    word.trim_matches(is_punctuation).to_lowercase().replace('’', "'")
}

fn words(text: &str) -> Vec<Range<usize>> {
    let start = text.as_ptr() as usize;
    text.split_whitespace()
        .map(|word| {
            let at = word.as_ptr() as usize - start;
            at..at + word.len()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Lexicon;
    use fingerpost_model::carried::Symbol;

    const SYMBOLS: [Symbol; 4] = [
        Symbol { id: "adult", label: "adult", words: &["adult", "adults"], drawing: "" },
        Symbol { id: "screen-off", label: "screen off", words: &["screen off"], drawing: "" },
        Symbol { id: "tell", label: "tell", words: &["tell", "tells", "told"], drawing: "" },
        Symbol { id: "trusted-adult", label: "trusted adult", words: &["trusted adult"], drawing: "" },
    ];

    fn spans(text: &str) -> Vec<(String, Option<String>)> {
        Lexicon::new(&SYMBOLS).sentence(text).0.into_iter().map(|span| (span.text, span.symbol)).collect()
    }

    #[test]
    fn the_longest_phrase_has_the_symbol() {
        let symbol = |id: &str| Some(id.to_owned());
        assert_eq!(
            spans("I Tell a trusted adult."),
            [
                ("I ".to_owned(), None),
                ("Tell ".to_owned(), symbol("tell")),
                ("a ".to_owned(), None),
                ("trusted adult.".to_owned(), symbol("trusted-adult")),
            ]
        );
        assert_eq!(spans("Retelling is fine"), [("Retelling is fine".to_owned(), None)]);
        assert_eq!(spans("Trusted, adult")[1], ("adult".to_owned(), symbol("adult")));
        assert!(spans("").is_empty());
    }
}
