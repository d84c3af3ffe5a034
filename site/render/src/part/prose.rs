//! An author's words as HTML: the one place where running text, lists and headings are written.

use super::page_context::PageContext;
use super::symbols::pictured;
use super::{shapes, tables, urls};
use fingerpost_model::language::direction;
use fingerpost_model::phone::Phone;
use fingerpost_model::{Audience, Block, Clause, Inline, Item, Part, Strength, Target};
use maud::{Markup, PreEscaped, html};
use std::borrow::Cow;

impl PageContext<'_> {
    /// Running text, with glossary terms linked where they first stand.
    pub fn inlines(&self, inlines: &[Inline]) -> Markup {
        self.spans(inlines, true)
    }

    /// Running text that is itself a link or a heading: nothing in it is linked.
    pub fn bare(&self, inlines: &[Inline]) -> Markup {
        self.spans(inlines, false)
    }

    fn spans(&self, inlines: &[Inline], links: bool) -> Markup {
        html! {
            @for inline in joined(inlines).iter() {
                @match inline {
                    Inline::Text(text) => (self.text(text, links)),
                    Inline::Strong(inner) => strong { (self.spans(inner, links)) },
                    Inline::Emphasis(inner) => em { (self.spans(inner, links)) },
                    Inline::Span { language, content } => {
                        span lang=(language) dir=(direction(language)) { (self.spans(content, links)) }
                    }
                    Inline::Code(text) => code { (text) },
                    Inline::Link { to, content } => {
                        @match self.link(to).filter(|_| links) {
                            Some(address) => {
                                a href=(address) hreflang=[self.target_language(to)] dir=[self.number_direction(to, content)] { (self.bare(content)) }
                            }
                            None => (self.spans(content, links)),
                        }
                    }
                    Inline::Symbol { id, alt } => {
                        ({ self.shows(id); pictured(id, alt) })
                    }
                    Inline::Break => br;
                }
            }
        }
    }

    /// A telephone number keeps its order where the words around it run from right to left.
    fn number_direction(&self, to: &Target, content: &[Inline]) -> Option<&'static str> {
        let rings = matches!(to, Target::Address(address) if address.starts_with("tel:") || address.starts_with("sms:"));
        let is_number = |inline: &Inline| matches!(inline, Inline::Text(text) if !text.contains(char::is_alphabetic) || Phone::read(text).is_ok());
        self.site.shared.languages.of_numbers().filter(|_| rings && content.iter().all(is_number))
    }

    /// Plain words, with glossary terms linked where they first stand if they may be.
    pub fn text(&self, text: &str, links: bool) -> Markup {
        let found = if links { self.new_terms(text) } else { Vec::new() };
        let mut at = 0;
        html! {
            @for (range, term) in found {
                (&text[std::mem::replace(&mut at, range.end)..range.start])
                a.term href={ (self.here.to(urls::GLOSSARY)) "#" (self.site.view.glossary()[term].id) } hreflang=[self.hreflang(urls::GLOSSARY)] { (&text[range]) }
            }
            (&text[at..])
        }
    }

    /// Blocks of a section of the policy (or of another document, whose `slug` is then without effect).
    pub fn blocks(&self, blocks: &[Block], slug: &str) -> Markup {
        html! { @for block in blocks { (self.block(block, slug)) } }
    }

    fn block(&self, block: &Block, slug: &str) -> Markup {
        match block {
            Block::Paragraph(inlines) => {
                let (whole, inlines) = whole(inlines);
                html! { p lang=[whole] dir=[whole.map(direction)] { (self.inlines(inlines)) } }
            }
            Block::List { start: Some(start), items } => html! {
                ol start=[Some(start).filter(|start| **start != 1)] { @for item in items { (self.item(item, slug)) } }
            },
            Block::List { start: None, items } if items.iter().any(|item| item.clause.is_some()) => html! {
                // A list without bullets is not read as a list by every screen reader, unless it says so.
                ul.clauses role="list" { @for item in items { (self.item(item, slug)) } }
            },
            Block::List { start: None, items } if items.iter().all(|item| item.ticked.is_some()) => html! {
                ul.ticks role="list" { @for item in items { (self.item(item, slug)) } }
            },
            Block::List { start: None, items } => html! { ul { @for item in items { (self.item(item, slug)) } } },
            Block::Quote(inner) => html! { blockquote { (self.blocks(inner, slug)) } },
            Block::Code(text) => html! { pre tabindex="0" { code { (text) } } },
            Block::Example(example) => match self.show_example {
                Some(show) => show(self, example),
                None => typed(&example.source),
            },
            Block::Table(table) => tables::show(self, table),
            Block::Rule => html! { hr; },
        }
    }

    fn item(&self, item: &Item, slug: &str) -> Markup {
        let words = html! { (self.tick_box(item.ticked)) (self.item_words(&item.blocks, slug)) };
        match &item.clause {
            None => html! { li { (words) } },
            Some(clause) => html! {
                li.clause id=(clause.id) {
                    span.tag { (self.reference(clause)) " " (self.strength(clause.strength)) }
                    div { (words) (self.audiences(&clause.audiences)) }
                }
            },
        }
    }

    /// A box to tick on paper. It is no control, because nothing would keep what somebody ticks here.
    fn tick_box(&self, ticked: Option<bool>) -> Markup {
        let Some(is_ticked) = ticked else { return nothing() };
        let word = if is_ticked { "box_ticked" } else { "box_to_tick" };
        html! { span.tick { (shapes::tick_box(is_ticked)) span.visually-hidden { (self.site.text(word)) } } " " }
    }

    /// The words of a list item: a single paragraph needs no element of its own.
    pub fn item_words(&self, blocks: &[Block], slug: &str) -> Markup {
        match blocks {
            [Block::Paragraph(words), rest @ ..] if !rest.iter().any(|block| matches!(block, Block::Paragraph(_))) => {
                let (whole, words) = whole(words);
                html! {
                    (in_language(whole, &self.inlines(words)))
                    (self.blocks(rest, slug))
                }
            }
            _ => self.blocks(blocks, slug),
        }
    }

    /// The number of a clause, which is the link to itself.
    fn reference(&self, clause: &Clause) -> Markup {
        let name = self.site.fill("clause_link", &[("ref", &clause.reference)]);
        html! { a.ref href={ "#" (clause.id) } aria-label=(name) { (self.site.shared.languages.number(&clause.reference)) } }
    }

    /// How strong a clause is: a word and a mark. What just is needs no label.
    fn strength(&self, strength: Strength) -> Markup {
        let word = match strength {
            Strength::Must => "strength_must",
            Strength::MustNot => "strength_must_not",
            Strength::Should => "strength_should",
            Strength::ShouldNot => "strength_should_not",
            Strength::Is => return nothing(),
        };
        html! { span.strength { (shapes::strength(strength)) " " (self.site.text(word)) } }
    }

    /// Whose duty a clause is, in words.
    fn audiences(&self, audiences: &[Audience]) -> Markup {
        let names: Vec<&str> = audiences
            .iter()
            .filter(|audience| **audience != Audience::Everyone)
            .filter_map(|audience| self.site.view.word(&format!("audience_{}", audience.id())))
            .collect();
        html! { @if !names.is_empty() { " " small.who { (names.join(", ")) } } }
    }

    /// A heading and all beneath it, `deeper` levels below its own.
    pub fn part(&self, part: &Part, slug: &str, deeper: u8) -> Markup {
        let id = self.part_id(slug, &part.id);
        let clause = part.clause.as_ref();
        // The clause's address is stable. Where the heading has another one besides, both lead here.
        let heading_id = clause.map_or(id.clone(), |clause| clause.id.clone());
        let (language, words) = whole(&part.heading);
        let heading = html! {
            @if let Some(clause) = clause { (self.reference(clause)) " " }
            (in_language(language, &self.bare(words)))
        };
        html! {
            @if heading_id != id { a id=(id) {} }
            (heading_of(part.level + deeper, &heading_id, &heading))
            @if let Some(clause) = clause { p { (self.audiences(&clause.audiences)) } }
            (self.blocks(&part.blocks, slug))
            (self.parts(&part.parts, slug, deeper))
        }
    }

    /// Headings and all beneath them.
    pub fn parts(&self, parts: &[Part], slug: &str, deeper: u8) -> Markup {
        html! { @for part in parts { (self.part(part, slug, deeper)) } }
    }

    /// The list of a document's level-2 headings, when there are several.
    pub fn on_this_page(&self, parts: &[Part], slug: &str) -> Markup {
        html! {
            @if parts.len() > 1 {
                nav.contents aria-labelledby="contents" {
                    h2 #contents { (self.site.text("on_this_page")) }
                    ul { @for part in parts { li { a href={ "#" (self.place_of(part, slug)) } { (self.bare(&part.heading)) } } } }
                }
            }
        }
    }

    fn place_of(&self, part: &Part, slug: &str) -> String {
        part.clause.as_ref().map_or_else(|| self.part_id(slug, &part.id), |clause| clause.id.clone())
    }
}

/// A heading of any level.
pub fn heading_of(level: u8, id: &str, words: &Markup) -> Markup {
    match level {
        ..=2 => html! { h2 id=(id) { (words) } },
        3 => html! { h3 id=(id) { (words) } },
        4 => html! { h4 id=(id) { (words) } },
        5 => html! { h5 id=(id) { (words) } },
        6.. => html! { h6 id=(id) { (words) } },
    }
}

/// Inlines with texts that follow one another joined into one, so that a term that a parser has cut is still found.
fn joined(inlines: &[Inline]) -> Cow<'_, [Inline]> {
    if !inlines.windows(2).any(|two| matches!(two, [Inline::Text(_), Inline::Text(_)])) {
        return Cow::Borrowed(inlines);
    }
    let mut out: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match (out.last_mut(), inline) {
            (Some(Inline::Text(text)), Inline::Text(more)) => text.push_str(more),
            _ => out.push(inline.clone()),
        }
    }
    Cow::Owned(out)
}

/// The language of words that are all in one, and the words themselves.
fn whole(inlines: &[Inline]) -> (Option<&str>, &[Inline]) {
    match inlines {
        [Inline::Span { language, content }] => (Some(language), content),
        _ => (None, inlines),
    }
}

/// Words that are all in one language, as a line of their own.
fn in_language(language: Option<&str>, words: &Markup) -> Markup {
    html! {
        @match language {
            Some(language) => span.whole lang=(language) dir=(direction(language)) { (words) },
            None => (words),
        }
    }
}

/// An example as it is typed, each line by itself, so that it can be seen where one that is too long for the page goes on.
pub fn typed(source: &str) -> Markup {
    html! { pre { code { @for line in source.split_inclusive('\n') { span { (line) } } } } }
}

/// Empty markup.
pub fn nothing() -> Markup {
    PreEscaped(String::new())
}
