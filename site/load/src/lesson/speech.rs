//! What is said in a lesson: words to sentences, each with its symbols, and a warning where one is too long for its path.

use super::lexicon::Lexicon;
use crate::resolve::context::Context;
use crate::resolve::spoken::{self, Unspoken};
use crate::syntax::ast::{Block, Inline};
use crate::syntax::mapped_text::MappedText;
use fingerpost_lesson::content::{Picture, Sentence, Text};
use fingerpost_lesson::path::Path;
use fingerpost_model::rules::Rule;
use fingerpost_reading::sentence::{count_words, sentences};

/// What makes the sentences of one step.
pub struct Speaker<'s, 'c> {
    /// The file.
    pub context: &'s mut Context<'c>,
    /// The symbols of words.
    pub lexicon: &'s Lexicon<'s>,
    /// The path of the step.
    pub path: Path,
}

impl<'s, 'c> Speaker<'s, 'c> {
    /// What makes the sentences of this file on a path.
    pub fn new(context: &'s mut Context<'c>, lexicon: &'s Lexicon<'s>, path: Path) -> Speaker<'s, 'c> {
        Speaker { context, lexicon, path }
    }
}

impl Speaker<'_, '_> {
    /// Reports an error.
    pub fn error(&mut self, at: usize, rule: Rule, message: impl Into<String>, help: impl Into<String>) {
        self.context.error(at, rule, message, help);
    }

    /// Words as sentences. The end of a paragraph ends a sentence.
    pub fn text(&mut self, content: &[Inline]) -> Text {
        let mut run = MappedText::default();
        self.flatten(content, &mut run);
        let mut text = Text::new();
        for range in sentences(&run.text) {
            let words = &run.text[range.clone()];
            self.expect_short(words, run.at(range.start));
            text.push(match self.path.has_symbols_on_words() {
                true => self.lexicon.sentence(words),
                false => Sentence::plain(words),
            });
        }
        text
    }

    fn expect_short(&mut self, words: &str, at: usize) {
        let (count, most) = (count_words(words), self.path.most_words());
        if count > most {
            let message = format!("This sentence has {count} words; on the path \"{}\" it has {most} at most.", self.path.id());
            self.context.warning(at, Rule::LongSentence, message, "Make two sentences of it, or leave words out.");
        }
    }

    /// The words with names replaced. What a sentence cannot carry is reported.
    fn flatten(&mut self, content: &[Inline], run: &mut MappedText) {
        spoken::flatten(self.context, content, run, &mut |context, unspoken| {
            let (at, rule, message, help) = match unspoken {
                Unspoken::Language(at) => (
                    at,
                    Rule::LanguageInLesson,
                    "A lesson is read aloud in one language.",
                    "Take the mark out, or put these words into the part for the adult or a translation of the lesson.",
                ),
                Unspoken::Link(at) => (
                    at,
                    Rule::LinkInLesson,
                    "A sentence of a lesson holds no link: it would lead out of the lesson.",
                    "Write the words without the link.",
                ),
                Unspoken::Picture(at) => (
                    at,
                    Rule::PictureInText,
                    "A picture stands in the middle of words.",
                    "Put it into a paragraph of its own, or at the beginning of an option.",
                ),
            };
            context.error(at, rule, message, help);
        });
    }

    /// A picture, if the image is right.
    pub fn picture(&mut self, image: &crate::syntax::ast::Image) -> Option<Picture> {
        self.context.image(image).map(|(symbol, alt)| Picture { symbol, alt })
    }

    /// The first picture of an option and the words after it.
    pub fn labelled(&mut self, content: &[Inline]) -> (Option<Picture>, Text) {
        match content.split_first() {
            Some((Inline::Image(image), rest)) => (self.picture(image), self.text(rest)),
            _ => (None, self.text(content)),
        }
    }

    /// All words of some paragraphs; anything else is reported.
    pub fn paragraphs<'b>(&mut self, blocks: impl IntoIterator<Item = &'b Block>) -> Text {
        let mut text = Text::new();
        for block in blocks {
            match block {
                Block::Paragraph { content, .. } => text.extend(self.text(content)),
                other => self.misplaced(other),
            }
        }
        text
    }

    /// Reports a block that has no place in a lesson, or not here.
    pub fn misplaced(&mut self, block: &Block) {
        let what = match block {
            Block::Heading(_) => "A heading",
            Block::Paragraph { .. } => "A paragraph",
            Block::List(_) => "A list",
            Block::Quote { .. } => "A block quote",
            Block::Code { .. } => "Preformatted text (four spaces before it make a line so)",
            Block::Table(_) => "A table",
            Block::Rule { .. } => "A line across the page",
        };
        self.error(
            block.at(),
            Rule::LessonBlock,
            format!("{what} has no place here."),
            "Take it out, or see \"A lesson\" in content-format.md.",
        );
    }
}
