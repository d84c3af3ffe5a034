//! Words that were meant as a mark and are none, because a bracket is wrong, missing or of another kind: `only=staff}`, `(only: staff)`,
//! `#dsl-6 .staff`. They are looked for in the text as typed, so that nothing that Markdown makes of it (code, a comment, a destination)
//! can hide them.
//!
//! A sentence that holds the word "only" is none. What is looked for is a key with `=` and something after it, which no sentence has; a key
//! with a colon and a known word where a mark stands (at the end, or in brackets); and a key with a known word in brackets that sentences
//! do not have.

use super::read::LIMITS;
use crate::syntax::switches::Switches;
use fingerpost_model::Audience;
use std::ops::Range;

/// Where such words stand in the text, in order. None of them goes on into another line, so that each line is looked at by itself, and
/// only those that hold a sign without which there is none.
pub fn all(text: &str, from: usize, switches: &Switches) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut signs = Vec::new();
    let mut start = from;
    for line in text.get(from..).unwrap_or_default().split_inclusive('\n') {
        // All of the line is looked at whatever is found, so that the compiler can compare many bytes at once.
        if line.bytes().fold(false, |is_there, byte| is_there | may_be_of_one(byte)) {
            signs.clear();
            add_signs(line, start, &mut signs);
            in_these(&signs, text, switches, &mut found);
        }
        start += line.len();
    }
    found
}

/// Whether a byte may be that of a sign without which nothing looks like a mark: `=`, `:`, what begins an id or a bracket that sentences
/// do not have. Any sign that is not ASCII may stand for one of these.
fn may_be_of_one(byte: u8) -> bool {
    matches!(byte, b'=' | b':' | b'#' | b'[' | b'{' | b'<') || !byte.is_ascii()
}

/// Adds what looks like a mark among some signs of a text.
fn in_these(signs: &[Sign], text: &str, switches: &Switches, found: &mut Vec<Range<usize>>) {
    let mut at = 0;
    while at < signs.len() {
        let Some(word) = word_at(signs, at) else {
            at += 1;
            continue;
        };
        at = word.end;
        let looked = Look { signs, text, switches, word };
        match looked.end().map(|end| looked.place(end)) {
            // One may stand inside the value of another.
            Some(place) if found.last().is_none_or(|last| last.end <= place.start) => found.push(place),
            _ => {}
        }
    }
}

/// A sign as a reader takes it, and where it stands in the text.
#[derive(Clone, Copy)]
struct Sign {
    is: char,
    at: usize,
}

/// Adds the signs of a text that stands at an offset, in small letters, those of full width as the ordinary ones, without what nobody sees
/// (signs of no width) and what Markdown puts around words.
fn add_signs(text: &str, start: usize, signs: &mut Vec<Sign>) {
    for (offset, sign) in text.char_indices() {
        let at = start + offset;
        match sign {
            '*' | '`' | '\\' => {}
            _ if sign.is_ascii() => signs.push(Sign { is: sign.to_ascii_lowercase(), at }),
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' => {}
            '\u{ff01}'..='\u{ff5e}' => {
                let ordinary = char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign);
                signs.push(Sign { is: ordinary.to_ascii_lowercase(), at });
            }
            _ => signs.extend(sign.to_lowercase().map(|is| Sign { is, at })),
        }
    }
}

fn is_of_word(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-') || !sign.is_ascii() && sign.is_alphanumeric()
}

/// The word that begins here: letters, figures, `_` and `-`.
fn word_at(signs: &[Sign], at: usize) -> Option<Range<usize>> {
    let length = signs[at..].iter().take_while(|sign| is_of_word(sign.is)).count();
    (length > 0).then(|| at..at + length)
}

const OPENING: &str = "([{<«‹【〔❴⟨";
const CLOSING: &str = ")]}>»›】〕❵⟩";

/// How much white space may stand beside a `=` or a colon.
const GAP: usize = 4;

struct Look<'l> {
    signs: &'l [Sign],
    text: &'l str,
    switches: &'l Switches,
    /// The word that may be the key of a mark.
    word: Range<usize>,
}

impl Look<'_> {
    fn sign(&self, at: usize) -> Option<char> {
        self.signs.get(at).map(|sign| sign.is)
    }

    fn words(&self, range: Range<usize>) -> String {
        let is_kept = |sign: &Sign| !matches!(sign.is, '_' | '-');
        let word = &self.signs[range];
        let Some(first) = word.iter().position(is_kept) else { return String::new() };
        let last = word.iter().rposition(is_kept).unwrap_or(first);
        word[first..=last].iter().map(|sign| sign.is).collect()
    }

    /// Where in the text it stands, with the brackets around it.
    fn place(&self, end: usize) -> Range<usize> {
        let is_id = self.word.start > 0 && self.sign(self.word.start - 1) == Some('#');
        let first = if is_id || self.opening().is_some() { self.word.start - 1 } else { self.word.start };
        let is_closed = self.opening().is_some() && self.sign(end).is_some_and(|sign| CLOSING.contains(sign));
        let start = self.signs[first].at;
        let last = self.signs[if is_closed { end } else { end - 1 }].at;
        let length = self.text.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        start..last + length
    }

    /// The bracket that stands right before the key.
    fn opening(&self) -> Option<char> {
        let before = self.sign(self.word.start.checked_sub(1)?)?;
        // A space stands before nearly every word.
        (before != ' ' && OPENING.contains(before)).then_some(before)
    }

    /// Where the words end that look like a mark, if they do.
    fn end(&self) -> Option<usize> {
        if self.word.start > 0 && self.sign(self.word.start - 1) == Some('#') {
            return self.key().and_then(|_| self.id_and_audience());
        }
        let after = self.skip_space(self.word.end);
        match self.sign(after) {
            Some('=') => self.with_equals(&self.key()?, after + 1),
            Some(':') => self.with_colon(&self.key()?, after + 1),
            Some(_) if after > self.word.end => self.in_brackets(after),
            _ => None,
        }
    }

    /// The word that may be the key of a mark. It is put together only where what stands beside it is that of a mark.
    fn key(&self) -> Option<String> {
        Some(self.words(self.word.clone())).filter(|key| !key.is_empty())
    }

    fn skip_space(&self, from: usize) -> usize {
        let is_space = |sign: &&Sign| sign.is.is_whitespace() && sign.is != '\n';
        from + self.signs[from..].iter().take(GAP).take_while(is_space).count()
    }

    /// `#dsl-6 .staff`: an id and whose it is, without a mark around them.
    fn id_and_audience(&self) -> Option<usize> {
        let after = self.skip_space(self.word.end);
        if after == self.word.end || self.sign(after) != Some('.') {
            return None;
        }
        let word = word_at(self.signs, after + 1)?;
        let is = self.words(word.clone());
        (Audience::from_id(&is).is_some() || is == "in-short" || is == "critical").then_some(word.end)
    }

    /// `only=staff`; also a key that is mistyped before an audience or a switch, and a switch that has no key before it.
    fn with_equals(&self, key: &str, after: usize) -> Option<usize> {
        let value = self.value_at(after);
        let named = value.clone().map(|value| self.words(value)).unwrap_or_default();
        let is_meant = limit(key).is_some()
            || Audience::from_id(&named).is_some()
            || self.is_switch(&named)
            || (self.is_switch(key) && !named.is_empty());
        let is_meant = is_meant || LIMITS.into_iter().any(|limit| strsim::damerau_levenshtein(key, limit) == 1);
        (is_meant && !self.is_in_address()).then(|| value.map_or(after, |value| value.end))
    }

    /// `only: staff`, where a mark stands: at the end of a part, or in brackets.
    fn with_colon(&self, key: &str, after: usize) -> Option<usize> {
        let end = self.known_values(limit(key)?, after)?;
        let closed = self.skip(end, |sign| sign.is_whitespace() && sign != '\n' || "\"'”’.;,)]}>»›】〕❵⟩_".contains(sign));
        let is_closed = self.opening().is_some() && self.sign(end).is_some_and(|sign| CLOSING.contains(sign));
        (is_closed || self.ends_part(closed)).then_some(end)
    }

    /// `[only staff]`: a key and what it limits, in brackets that stand around nothing else. Round ones are those of a sentence: "(only
    /// staff)".
    fn in_brackets(&self, after: usize) -> Option<usize> {
        let opening = self.opening().filter(|opening| *opening != '(')?;
        let end = self.known_values(limit(&self.key()?)?, after)?;
        let is_closed = self.sign(end).is_some_and(|sign| CLOSING.contains(sign));
        // [only staff](page.md) is a link.
        let is_link = opening == '[' && self.sign(end + 1).is_some_and(|sign| "([:".contains(sign));
        (is_closed && !is_link).then_some(end)
    }

    /// Where a list of audiences ends, or of switches, according to the key.
    fn known_values(&self, limit: &str, from: usize) -> Option<usize> {
        let mut end = None;
        let mut at = from;
        while let Some(value) = self.value_at(at) {
            let named = self.words(value.clone());
            let is_known = if limit == "only" { Audience::from_id(&named).is_some() } else { self.is_switch(&named) };
            if !is_known {
                break;
            }
            at = value.end;
            // A switch may have a word: filtering:none.
            if limit != "only"
                && self.sign(at) == Some(':')
                && let Some(word) = word_at(self.signs, at + 1)
            {
                at = word.end;
            }
            end = Some(at);
            at = self.skip(at, |sign| sign == ',');
        }
        end
    }

    /// The word after some white space, quotation marks and `=`.
    fn value_at(&self, from: usize) -> Option<Range<usize>> {
        let is_before = |sign: char| sign.is_whitespace() && sign != '\n' || "=\"'“”„‘’«».[{(<_".contains(sign);
        let at = self.skip(from, is_before);
        if at < self.signs.len() { word_at(self.signs, at) } else { None }
    }

    fn skip(&self, from: usize, is_skipped: impl Fn(char) -> bool) -> usize {
        from + self.signs[from.min(self.signs.len())..].iter().take(2 * GAP).take_while(|sign| is_skipped(sign.is)).count()
    }

    fn is_switch(&self, word: &str) -> bool {
        self.switches.has(word)
    }

    /// Whether a paragraph, an item or a heading ends here.
    fn ends_part(&self, at: usize) -> bool {
        match self.sign(at) {
            None => true,
            Some('\n') => {
                let next = self.signs[at..].iter().map(|sign| sign.at).find(|at| self.text[*at..].starts_with('\n'));
                let rest = next.map_or("", |at| &self.text[at + 1..]);
                let line = rest.split('\n').next().unwrap_or_default().trim_start();
                line.is_empty()
                    || line.starts_with(['#', '>', '|', '-', '*', '+'])
                    || line.starts_with(|c: char| c.is_ascii_digit())
            }
            Some(_) => false,
        }
    }

    /// Whether the words are a part of the address of a web page.
    fn is_in_address(&self) -> bool {
        let before = self.signs[..self.word.start].iter().rev().take(300).take_while(|sign| !sign.is.is_whitespace());
        let token: Vec<char> = before.map(|sign| sign.is).collect();
        token.windows(3).any(|three| three == ['/', '/', ':'])
    }
}

/// What a key limits by: `only` for `only_for` too.
fn limit(key: &str) -> Option<&'static str> {
    let key = if ["only_for", "only-for", "onlyfor"].contains(&key) { "only" } else { key };
    LIMITS.into_iter().find(|limit| *limit == key)
}

#[cfg(test)]
mod tests {
    use super::{Sign, add_signs, all, in_these, may_be_of_one};
    use crate::source::file::SourceFile;
    use crate::syntax::switches::{self, Switches};
    use crate::syntax::table::Toml;
    use proptest::prelude::*;
    use std::ops::Range;

    fn switches() -> Switches {
        let file = SourceFile::new("setting.toml", "setting.toml", "remote_learning = true\nfiltering = \"none\"\n");
        let toml = Toml::read_file(&file, &mut Vec::new());
        switches::read(toml.root(), "school", &file, &mut Vec::new())
    }

    fn looks(text: &str) -> Vec<&str> {
        all(text, 0, &switches()).into_iter().map(|place| &text[place]).collect()
    }

    /// What is found in a text that is looked through as a whole, line by line or not.
    fn in_whole(text: &str, from: usize) -> Vec<Range<usize>> {
        let (mut signs, mut found): (Vec<Sign>, _) = (Vec::new(), Vec::new());
        add_signs(&text[from..], from, &mut signs);
        in_these(&signs, text, &switches(), &mut found);
        found
    }

    proptest! {
        #[test]
        fn line_by_line_the_same_is_found_as_in_a_whole(pieces in prop::collection::vec(prop::sample::select(vec![
            "only", "Only", "when", "for", "staff", "dsl", "remote_learning", "filtering", "none", "=", ":", "#", ".", ",", "(", ")",
            "[", "]", "{", "}", "<", "«", "＝", "：", "＃", "[", "\u{200b}", "*", "`", "-", "_", " ", "  ", "\n", "\n\n", "\r", "\u{2028}",
            "’", "a", "1", "http://", "İ", "K",
        ]), 0..24), skipped in 0usize..3) {
            let text = pieces.concat();
            let from = text.floor_char_boundary(skipped);
            prop_assert_eq!(all(&text, from, &switches()), in_whole(&text, from));
        }
    }

    #[test]
    fn a_line_without_such_a_sign_holds_none() {
        let opening = super::OPENING.replace('(', "");
        assert!(opening.chars().chain("=:#＝：＃".chars()).all(|sign| sign.to_string().bytes().all(may_be_of_one)));
    }

    #[test]
    fn what_was_meant_as_a_mark_is_found_whatever_stands_around_it() {
        for (typed, found) in [
            ("only=staff}", "only=staff"),
            ("(only=staff)", "(only=staff)"),
            ("[only=staff]", "[only=staff]"),
            ("<only=staff>", "<only=staff>"),
            ("｛only=staff｝", "｛only=staff｝"),
            ("`{only=staff}`", "{only=staff}"),
            ("**only**=staff", "only**=staff"),
            ("only=staff", "only=staff"),
            ("Only=staff", "Only=staff"),
            ("ONLY = staff", "ONLY = staff"),
            ("only＝staff", "only＝staff"),
            ("on\u{200b}ly=staff", "on\u{200b}ly=staff"),
            ("only=“staff”", "only=“staff"),
            ("only=", "only="),
            ("only: staff", "only: staff"),
            ("only: staff, dsl.", "only: staff, dsl"),
            ("(Only: staff) after it", "(Only: staff)"),
            ("only:staff\n- The next item.", "only:staff"),
            ("[only staff]", "[only staff]"),
            ("<only staff>", "<only staff>"),
            ("<!-- only=staff -->", "only=staff"),
            ("only_for = [\"staff\"]", "only_for = [\"staff"),
            ("onyl=staff", "onyl=staff"),
            ("for=staff", "for=staff"),
            ("when=remote_learning", "when=remote_learning"),
            ("(unless=filtering:none)", "(unless=filtering"),
            ("when: remote_learning", "when: remote_learning"),
            ("unless: kind:school", "unless: kind:school"),
            ("wehn=x", "wehn=x"),
            ("filtering=none", "filtering=none"),
            ("[when filtering:none]", "[when filtering:none]"),
            ("(#dsl-6 .staff)", "#dsl-6 .staff"),
        ] {
            let text = format!("- Secret number. {typed}");
            let looked = looks(&text);
            assert_eq!(looked.len(), 1, "{typed}: {looked:?}");
            assert_eq!(looked[0], found, "{typed}");
        }
    }

    #[test]
    fn a_sentence_that_holds_such_a_word_is_left_alone() {
        for text in [
            "Staff only.",
            "The blue room (staff only) is locked.",
            "The blue room (only staff) is locked.",
            "The room is for staff only: ask them.",
            "In an emergency only: staff can ring parents at once.",
            "In an emergency only: staff\ncan ring parents at once.",
            "Use it only when the DSL says so.",
            "Tell us when: on the day, and by whom.",
            "Not unless: a parent agrees.",
            "See [only staff](staff.md) and [only staff][staff].",
            "Look at https://example.org/find?only=staff&when=now.",
            "Two and two = four, and x=5.",
            "He said .staff of course.",
            "The only thing. When staff ask, say so.",
            "[The rules](../policy/05-dsl.md#dsl-6) .",
        ] {
            assert_eq!(looks(text), Vec::<&str>::new(), "{text}");
        }
    }
}
