//! A learner's text: a first line that tells its version, then lines that each stand for themselves.
//!
//! Version 1 had no lines `done`; its places told what was finished. It is read as if it had them, and becomes version 2 when something is
//! next written. A newer version is left alone.

use super::line::{Done, Line};

/// The first line; the number is the version of the text.
const HEADER: &str = "fingerpost ";
const VERSION: u8 = b'2';

/// The first line as it is written now.
pub(super) const HEADER_NOW: &str = "fingerpost 2";

/// The mark that some editors put before a text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A text cannot be used, because a newer version of the program wrote it. It must be left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newer;

/// A learner's text.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// Whether the first line is there. Without it the text may be anything, but what can be read of it is.
    pub has_header: bool,
    is_first_version: bool,
    body: &'a str,
}

impl<'a> Text<'a> {
    /// Reads the first line.
    ///
    /// # Errors
    ///
    /// [`Newer`] where a newer version wrote it.
    pub fn read(text: &'a str) -> Result<Text<'a>, Newer> {
        let text = text.trim_start_matches(BYTE_ORDER_MARK);
        let (first, body) = text.split_once('\n').unwrap_or((text, ""));
        match first.trim_end().strip_prefix(HEADER).map(str::as_bytes) {
            Some(&[version @ (b'1' | VERSION)]) => Ok(Text { has_header: true, is_first_version: version == b'1', body }),
            // However many digits it has: no number is ever small again.
            Some(digits @ [b'1'..=b'9', ..]) if digits.iter().all(u8::is_ascii_digit) => Err(Newer),
            _ => Ok(Text { has_header: false, is_first_version: false, body: text }),
        }
    }

    /// Its lines as they stand, without the first and the empty ones.
    pub(super) fn raw(&self) -> impl Iterator<Item = &'a str> {
        self.body.lines().filter(|line| !line.trim().is_empty())
    }

    /// Its lines. Where the first line is missing, what cannot be read is damaged, whatever it says.
    pub fn lines(&self) -> impl Iterator<Item = Line<'a>> {
        let has_header = self.has_header;
        self.raw().map(move |line| match Line::read(line) {
            Line::Other(line) if !has_header => Line::Damaged(line),
            read => read,
        })
    }

    /// Its lines as this version has them.
    pub fn lines_now(&self) -> Vec<Line<'a>> {
        let mut lines: Vec<Line> = self.lines().collect();
        if self.is_first_version {
            let done: Vec<Line> = lines
                .iter()
                .filter_map(|line| if let Line::Place(place) = line { place.done().map(Line::Done) } else { None })
                .filter(|done| !lines.iter().any(|line| line.is_about_the_same(done)))
                .collect();
            lines.extend(done);
        }
        lines
    }
}

/// The text with these lines in it, instead of those that said the same before; all others as they were, and what is damaged put aside. No
/// text begins a new one. `join` makes one of a new end and of what is known of the same: see [`Done::after`] and [`Done::and`].
///
/// # Errors
///
/// [`Newer`] where a newer version wrote the text.
pub fn put(text: Option<&str>, new: &[Line], join: fn(Done, &Done) -> Done) -> Result<String, Newer> {
    let mut kept = [HEADER_NOW, "\n"].concat();
    let mut new = new.to_vec();
    let old = text.map(Text::read).transpose()?.map(|text| text.lines_now()).unwrap_or_default();
    for line in &old {
        match new.iter_mut().find(|new| new.is_about_the_same(line)) {
            Some(Line::Done(done)) => {
                if let Line::Done(known) = line {
                    *done = join(done.clone(), known);
                }
            }
            Some(_) => {}
            None => add(&mut kept, line),
        }
    }
    new.iter().filter(|line| !line.is_needless()).for_each(|line| add(&mut kept, line));
    Ok(kept)
}

fn add(text: &mut String, line: &Line) {
    text.push_str(&line.write());
    text.push('\n');
}
