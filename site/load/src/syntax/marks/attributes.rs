//! The attributes of a mark as its signs alone divide it: an id, classes, and pairs of a key and a value. What they mean, and which of them there
//! are, is for whoever reads them.

use crate::syntax::mapped_text::MappedText;
use std::ops::Range;

/// One piece of a mark.
#[derive(Debug)]
pub struct Attribute<'m> {
    /// All of it, as typed.
    pub typed: &'m str,
    /// Where it stands in the file.
    pub at: usize,
    /// What it is by its signs.
    pub shape: Shape<'m>,
    /// Whether white space divides it from a `=` that follows.
    pub is_cut_off: bool,
}

/// What an attribute is by its signs.
#[derive(Debug)]
pub enum Shape<'m> {
    /// `#id`, without its sign.
    Id(&'m str),
    /// `.class`, without its dot.
    Class(&'m str),
    /// `key=value`.
    Pair(&'m str, Value),
    /// Anything else.
    Word,
}

/// A value without the quotation marks around it.
#[derive(Debug)]
pub struct Value {
    /// The value.
    pub typed: MappedText,
    /// Where it begins, counted from where its attribute does.
    pub from: usize,
}

impl Value {
    /// Its words.
    pub fn text(&self) -> &str {
        &self.typed.text
    }
}

const QUOTES: [char; 10] = ['"', '\'', '“', '”', '„', '‟', '‘', '’', '«', '»'];

/// The attributes that stand between the braces of a mark.
pub fn all(inside: &MappedText) -> Vec<Attribute<'_>> {
    let pieces = pieces(&inside.text);
    let attribute = |(index, range): (usize, &Range<usize>)| {
        let is_cut_off = pieces.get(index + 1).is_some_and(|next| inside.text[next.clone()].starts_with('='));
        let typed = &inside.text[range.clone()];
        Attribute { typed, at: inside.at(range.start), shape: shape(inside, range), is_cut_off }
    };
    pieces.iter().enumerate().map(attribute).collect()
}

fn shape<'m>(inside: &'m MappedText, range: &Range<usize>) -> Shape<'m> {
    let typed = &inside.text[range.clone()];
    if let Some(id) = typed.strip_prefix('#') {
        return Shape::Id(id);
    }
    if let Some(class) = typed.strip_prefix('.') {
        return Shape::Class(class);
    }
    let Some((key, rest)) = typed.split_once('=') else { return Shape::Word };
    let (value, skipped) = unquoted(rest);
    let from = key.len() + 1 + skipped;
    let start = range.start + from;
    Shape::Pair(key, Value { typed: inside.slice(start..start + value.len()), from })
}

/// The pieces of a mark: what white space divides, but for white space in what stands between quotation marks after a `=`.
fn pieces(inside: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let (mut start, mut is_quoted, mut before) = (None, false, ' ');
    for (at, sign) in inside.char_indices() {
        if QUOTES.contains(&sign) {
            is_quoted = before == '=';
        }
        if !sign.is_whitespace() || is_quoted {
            start.get_or_insert(at);
        } else if let Some(start) = start.take() {
            pieces.push(start..at);
        }
        before = sign;
    }
    pieces.extend(start.map(|start| start..inside.len()));
    pieces
}

/// A value without the quotation marks around it, and how many bytes these take before it.
fn unquoted(value: &str) -> (&str, usize) {
    let without = value.strip_prefix(QUOTES).unwrap_or(value);
    let skipped = value.len() - without.len();
    (if skipped > 0 { without.strip_suffix(QUOTES).unwrap_or(without) } else { without }, skipped)
}

#[cfg(test)]
mod tests {
    use super::{Shape, all};
    use crate::syntax::mapped_text::MappedText;

    fn shapes(typed: &str) -> Vec<String> {
        let mut run = MappedText::default();
        run.push(typed, 100);
        let show = |attribute: super::Attribute<'_>| match &attribute.shape {
            Shape::Id(id) => format!("{} id {id}", attribute.at),
            Shape::Class(class) => format!("{} class {class}", attribute.at),
            Shape::Pair(key, value) => format!("{} {key} = {} {}", attribute.at, value.text(), value.from),
            Shape::Word => format!("{} {} {}", attribute.at, attribute.typed, attribute.is_cut_off),
        };
        all(&run).into_iter().map(show).collect()
    }

    #[test]
    fn a_mark_is_divided_by_its_signs_alone() {
        assert_eq!(shapes("#a .staff"), ["100 id a", "103 class staff"]);
        assert_eq!(shapes("ref=1.2 when=\"a, b\""), ["100 ref = 1.2 4", "108 when = a, b 6"]);
        assert_eq!(shapes("only =staff x"), ["100 only true", "105  = staff 1", "112 x false"]);
        assert_eq!(shapes(" "), Vec::<String>::new());
    }
}
