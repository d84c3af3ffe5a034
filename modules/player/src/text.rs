//! Sentences and symbols. The sentence that is being spoken is marked where it stands.

use fingerpost_lesson::content::{GAP, Picture, Sentence};
use fingerpost_lesson::script::{Heard, Part};
use fingerpost_lesson::strings::PlayerStrings;
use yew::prelude::*;

/// Shows the sentences of one screen, and marks the one that is heard. In which order they are read is for the script of the session.
#[derive(Debug)]
pub struct Reader<'a> {
    /// What is said for a gap.
    gap: &'a str,
    /// What is heard.
    pub heard: Option<Heard>,
}

impl<'a> Reader<'a> {
    /// A reader for a new screen.
    pub fn new(heard: Option<Heard>, strings: &'a PlayerStrings) -> Reader<'a> {
        Reader { gap: &strings.gap, heard }
    }

    /// One sentence of a part in a `<span>`, with symbols over its key words, but for the one that stands beside it already.
    fn sentence(&self, part: Part, nth: usize, sentence: &Sentence, beside: Option<&str>) -> Html {
        let speaking = (self.heard == Some(Heard::Sentence((part, nth)))).then_some("yes");
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

    /// The sentences of a part in a row, for a place where only phrases may stand (a button, a legend).
    pub fn inline(&self, part: Part, text: &[Sentence]) -> Html {
        self.beside(part, None, text)
    }

    /// The sentences of a part in a row beside a picture of their own, whose symbol is not drawn a second time over the words.
    pub fn labelled(&self, part: Part, picture: Option<&Picture>, text: &[Sentence]) -> Html {
        let symbol = picture.map(|picture| picture.symbol.as_str());
        html! { <>{ picture.map_or_else(|| html! {}, |picture| self::symbol(&picture.symbol)) }{ self.beside(part, symbol, text) }</> }
    }

    fn beside(&self, part: Part, symbol: Option<&str>, text: &[Sentence]) -> Html {
        let sentences = text.iter().enumerate().map(|(nth, sentence)| {
            html! { <>{ if nth > 0 { " " } else { "" } }{ self.sentence(part, nth, sentence, symbol) }</> }
        });
        html! { <span class="text">{ for sentences }</span> }
    }

    /// The sentences of a part as one paragraph, or one paragraph each where a path wants one idea a line.
    pub fn paragraphs(&self, part: Part, text: &[Sentence], one_each: bool) -> Html {
        if text.is_empty() {
            html! {}
        } else if one_each {
            let lines =
                text.iter().enumerate().map(|(nth, sentence)| html! { <p>{ self.sentence(part, nth, sentence, None) }</p> });
            html! { <>{ for lines }</> }
        } else {
            html! { <p>{ self.inline(part, text) }</p> }
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
