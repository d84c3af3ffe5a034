//! What is said in a question: words to sentences. How hard they are to read is found where all that is said is measured.

use crate::resolve::context::Context;
use crate::resolve::spoken::{self, Unspoken};
use crate::syntax::ast::{Block, Inline};
use crate::syntax::mapped_text::MappedText;
use fingerpost_lesson::content::{Sentence, Text};
use fingerpost_model::rules::Rule;
use fingerpost_reading::sentence::sentences;

/// What makes the sentences.
pub struct Words<'w, 'c> {
    /// The file.
    pub context: &'w mut Context<'c>,
}

impl Words<'_, '_> {
    /// Reports an error.
    pub fn error(&mut self, at: usize, rule: Rule, message: impl Into<String>, help: impl Into<String>) {
        self.context.error(at, rule, message, help);
    }

    /// Words as sentences.
    pub fn text(&mut self, content: &[Inline]) -> Text {
        let mut run = MappedText::default();
        self.flatten(content, &mut run);
        sentences(&run.text).into_iter().map(|range| Sentence::plain(&run.text[range])).collect()
    }

    /// Words as one line: a heading's.
    pub fn line(&mut self, content: &[Inline]) -> String {
        let mut run = MappedText::default();
        self.flatten(content, &mut run);
        run.text.trim().to_owned()
    }

    /// The words with names replaced. What a question cannot carry is reported.
    fn flatten(&mut self, content: &[Inline], run: &mut MappedText) {
        spoken::flatten(self.context, content, run, &mut |context, unspoken| {
            let (at, message, help) = match unspoken {
                Unspoken::Language(at) => (at, "A question is read aloud in one language.", "Take the mark out."),
                Unspoken::Link(at) => (
                    at,
                    "The words of a question hold no link: the clauses beside a reason lead on.",
                    "Write the words without the link.",
                ),
                Unspoken::Picture(at) => (at, "A question shows no picture.", "Say in words what it shows."),
            };
            context.error(at, Rule::QuestionBlock, message, help);
        });
    }

    /// Reports a block that has no place in a question, or not here.
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
        let help = "Take it out, or see \"A question\" in content-format.md.";
        self.error(block.at(), Rule::QuestionBlock, format!("{what} has no place here."), help);
    }
}
