//! Sentences, symbols, and the script that the voice reads: the sentences in the order in which they stand on the screen.

use fingerpost_lesson::content::{GAP, Picture, Sentence};
use fingerpost_lesson::strings::PlayerStrings;
use std::cell::RefCell;
use yew::prelude::*;

/// Numbers the sentences of one screen as they are rendered, and so collects what the voice will say. That way the highlight and the
/// voice cannot fall apart.
#[derive(Debug)]
pub struct Reader<'a> {
    script: RefCell<Vec<String>>,
    /// What is said for a gap.
    gap: &'a str,
    /// The sentence being spoken.
    pub speaking: Option<usize>,
}

impl<'a> Reader<'a> {
    /// A reader for a new screen.
    pub fn new(speaking: Option<usize>, strings: &'a PlayerStrings) -> Reader<'a> {
        Reader { script: RefCell::default(), gap: &strings.gap, speaking }
    }

    /// What was rendered, in order.
    pub fn into_script(self) -> Vec<String> {
        self.script.into_inner()
    }

    /// One sentence in a `<span>`, with symbols over its key words, but for the one that stands beside it already.
    fn sentence(&self, sentence: &Sentence, beside: Option<&str>) -> Html {
        let number = self.script.borrow().len();
        self.script.borrow_mut().push(sentence.words().replace(GAP, self.gap));
        let speaking = (self.speaking == Some(number)).then_some("yes");
        let spans = sentence.0.iter().map(|span| match &span.symbol {
            Some(id) if Some(id.as_str()) != beside => {
                html! { <span class="keyword">{ symbol(id) }<span>{ &span.text }</span></span> }
            }
            // A line to see, a word to hear.
            _ if span.text == GAP => html! { <span class="gap"><span class="visually-hidden">{ self.gap }</span></span> },
            _ => html! { <span>{ &span.text }</span> },
        });
        html! { <span class="sentence" data-speaking={speaking}>{ for spans }</span> }
    }

    /// Sentences in a row, for a place where only phrases may stand (a button, a legend).
    pub fn inline(&self, text: &[Sentence]) -> Html {
        self.beside(None, text)
    }

    /// The same beside a picture of its own, whose symbol is not drawn a second time over the words.
    pub fn labelled(&self, picture: Option<&Picture>, text: &[Sentence]) -> Html {
        let symbol = picture.map(|picture| picture.symbol.as_str());
        html! { <>{ picture.map_or_else(|| html! {}, |picture| self::symbol(&picture.symbol)) }{ self.beside(symbol, text) }</> }
    }

    fn beside(&self, symbol: Option<&str>, text: &[Sentence]) -> Html {
        let sentences = text.iter().enumerate().map(|(index, sentence)| {
            html! { <>{ if index > 0 { " " } else { "" } }{ self.sentence(sentence, symbol) }</> }
        });
        html! { <span class="text">{ for sentences }</span> }
    }

    /// Sentences as one paragraph, or one paragraph each where a path wants one idea a line.
    pub fn paragraphs(&self, text: &[Sentence], one_each: bool) -> Html {
        if text.is_empty() {
            html! {}
        } else if one_each {
            let lines = text.iter().map(|sentence| html! { <p>{ self.sentence(sentence, None) }</p> });
            html! { <>{ for lines }</> }
        } else {
            html! { <p>{ self.inline(text) }</p> }
        }
    }
}

/// A symbol that stands with its word: silent for a screen reader.
pub fn symbol(id: &str) -> Html {
    html! { <svg class="symbol" viewBox="0 0 36 36" aria-hidden="true" focusable="false"><use href={format!("#symbol-{id}")} /></svg> }
}

/// A picture with what it shows.
pub fn picture(picture: &Picture) -> Html {
    html! {
        <svg class="symbol" viewBox="0 0 36 36" role="img" aria-label={picture.alt.clone()} focusable="false">
            <use href={format!("#symbol-{}", picture.symbol)} />
        </svg>
    }
}
