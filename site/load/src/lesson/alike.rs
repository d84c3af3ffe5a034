//! Answers that cannot be told apart, and answers about other answers. Answers are mixed before they are shown, so that nothing is "above".

use crate::source::file::SourceFile;
use crate::syntax::ast::{Block, Inline, Item, flat};
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use std::collections::BTreeSet;

/// Reports which of these items cannot be told apart, and which speak of the other answers.
pub fn report<'i>(items: impl IntoIterator<Item = &'i Item>, file: &SourceFile, found: &mut Vec<Finding>) {
    let mut said = BTreeSet::new();
    for item in items {
        let (picture, words) = said_by(item);
        let is_of_others = speaks_of_others(&words);
        if !words.is_empty() && !said.insert((picture, words)) {
            let message = "This says the same as another one, so nobody can tell them apart.";
            found.push(file.error(item.at, Rule::SameAnswer, message, "Say something else, or take it out."));
        } else if is_of_others {
            let message = "This speaks of the other answers, which do not always stand above it.";
            found.push(file.error(item.at, Rule::AnswerAboutAnswers, message, "Say in words of its own what is meant."));
        }
    }
}

/// The picture and the words of an item, without capitals and signs.
fn said_by(item: &Item) -> (String, String) {
    let Some(Block::Paragraph { content, .. }) = item.blocks.first() else { return Default::default() };
    let (picture, rest) = match content.split_first() {
        Some((Inline::Image(image), rest)) => (image.to.text.clone(), rest),
        _ => (String::new(), &content[..]),
    };
    let words = flat(rest).text.to_lowercase();
    let words: Vec<&str> = words.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    (picture, words.join(" "))
}

/// Words that speak of other answers by where they stand or what they are, and words that such an answer has besides.
const OTHERS: [&str; 9] = ["above", "below", "these", "those", "answers", "options", "choices", "a", "b"];
const BESIDES: [&str; 27] = [
    "all", "and", "answer", "any", "are", "both", "c", "correct", "d", "each", "either", "every", "false", "is", "neither",
    "none", "nor", "of", "one", "option", "or", "right", "the", "three", "true", "two", "wrong",
];

/// `Both of the above`, `None of these`, `A and B`: an answer without a word of its own.
fn speaks_of_others(words: &str) -> bool {
    let is_known = |word: &&str| OTHERS.contains(word) || BESIDES.contains(word);
    let words: Vec<&str> = words.split(' ').collect();
    words.len() > 1 && words.iter().all(is_known) && words.iter().any(|word| OTHERS.contains(word))
}

#[cfg(test)]
mod tests {
    use super::speaks_of_others;

    #[test]
    fn an_answer_without_words_of_its_own_speaks_of_others() {
        for words in [
            "both of the above",
            "all of these",
            "none of the above",
            "all the above",
            "a and b",
            "both a and c",
            "neither of these answers",
        ] {
            assert!(speaks_of_others(words), "{words}");
        }
        for words in ["both", "all of them", "tell all of these people", "the office", "a", "one of the two", "none"] {
            assert!(!speaks_of_others(words), "{words}");
        }
    }
}
