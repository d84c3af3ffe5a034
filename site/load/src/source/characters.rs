//! Signs that nobody sees and that do harm: control characters, signs that turn the direction of what follows, spaces without width. They come
//! along when words are copied, and can make a page say something else than its file seems to.

use super::file::SourceFile;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use std::collections::BTreeMap;

const HELP: &str = "Delete it: put the cursor behind it and press Backspace, or type the word again.";

/// Reports each such sign of a file where it first stands, and says whether there is none.
pub fn report(file: &SourceFile, found: &mut Vec<Finding>) -> bool {
    let mut first: BTreeMap<char, (usize, usize)> = BTreeMap::new();
    let mut is_flag = false;
    let mut at = 0;
    while let Some(length) = plain_until(&file.text.as_bytes()[at..]) {
        at += length;
        // Nothing but signs of a flag belongs to it.
        is_flag &= length == 0;
        let Some(sign) = file.text[at..].chars().next() else { break };
        // The flags of England, Scotland and Wales are written with signs that nobody sees.
        let is_tag = ('\u{e0020}'..='\u{e007f}').contains(&sign);
        is_flag = sign == '\u{1f3f4}' || is_flag && is_tag;
        if name(sign).is_some() && !(is_tag && is_flag) {
            first.entry(sign).or_insert((at, 0)).1 += 1;
        }
        at += sign.len_utf8();
    }
    let is_clean = first.is_empty();
    found.extend(first.into_iter().map(|(sign, (at, count))| complaint(file, at, sign, count)));
    is_clean
}

/// How many bytes are plain before the first that is not, if there is one. Of so many at once all are looked at, so that the compiler can
/// compare them together.
fn plain_until(bytes: &[u8]) -> Option<usize> {
    const AT_ONCE: usize = 64;
    let is_mixed = |piece: &[u8]| piece.iter().fold(false, |is_mixed, byte| is_mixed | !is_plain(*byte));
    let from = AT_ONCE * bytes.chunks(AT_ONCE).position(is_mixed)?;
    bytes[from..].iter().position(|byte| !is_plain(*byte)).map(|length| from + length)
}

/// Whether a byte is a sign of its own that any text may hold. Nearly all are, so that only the others are looked at as signs.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\t' | b'\n' | b'\r')
}

/// The complaint about such a sign in a value that has it by another name, such as `\u202e` in TOML and `&#x202e;` in Markdown.
pub fn in_value(value: &str, at: usize, file: &SourceFile) -> Option<Finding> {
    let is_hidden = |sign: &char| name(*sign).is_some() && !file.text.contains(*sign);
    value.chars().find(is_hidden).map(|sign| complaint(file, at, sign, 1))
}

fn complaint(file: &SourceFile, at: usize, sign: char, count: usize) -> Finding {
    let name = name(sign).unwrap_or_default();
    let more = match count {
        0 | 1 => String::new(),
        2 => ", and once more in this file".to_owned(),
        _ => format!(", and {} times more in this file", count - 1),
    };
    let message = format!("{name} (U+{:04X}) stands here{more}.", u32::from(sign));
    file.error(at, Rule::HiddenCharacter, message, HELP)
}

/// What a sign is that no text may hold. Marks of direction, and joiners, which Persian, Urdu and emoji need, are none.
fn name(sign: char) -> Option<&'static str> {
    match sign {
        '\t' | '\n' | '\r' => None,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Some("A control character"),
        '\u{202a}'..='\u{202e}' => Some("A hidden sign that turns the direction of the words after it"),
        '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{180e}' => Some("A hidden sign without width"),
        '\u{ad}' => Some("A hidden hyphen"),
        '\u{2028}' | '\u{2029}' => Some("A hidden sign that ends a line"),
        '\u{fff9}'..='\u{fffc}' | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e007f}' => Some("A hidden sign of another program"),
        '\u{fffd}' => Some("A sign that could not be read"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_plain, name, report};
    use crate::source::file::SourceFile;

    fn found(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        report(&SourceFile::new("a.md", "a.md", text), &mut found);
        found.iter().map(|finding| format!("{} {}", finding.place, finding.message)).collect()
    }

    #[test]
    fn a_sign_that_nobody_sees_is_found_where_it_first_stands() {
        assert_eq!(found("one\ntwo\u{7}"), ["a.md:2:4 A control character (U+0007) stands here."]);
        assert_eq!(found("\0\0\0"), ["a.md:1:1 A control character (U+0000) stands here, and 2 times more in this file."]);
        for sign in ['\u{1b}', '\u{85}', '\u{202e}', '\u{200b}', '\u{ad}', '\u{2028}', '\u{fffc}', '\u{e0041}', '\u{fffd}'] {
            assert_eq!(found(&format!("a{sign}b")).len(), 1, "{sign:?}");
        }
    }

    #[test]
    fn what_is_passed_over_is_no_such_sign() {
        assert!((0..=u8::MAX).filter(|byte| is_plain(*byte)).all(|byte| byte.is_ascii() && name(char::from(byte)).is_none()));
        // A flag ends with the first sign that is none of its own.
        assert_eq!(found("\u{1f3f4}\u{e0067} \u{e0067}").len(), 1);
        for length in [0, 1, 63, 64, 65, 200] {
            assert_eq!(found(&format!("{}\u{7}", "a".repeat(length))).len(), 1);
        }
        assert_eq!(found("é\u{7}é\u{7}"), ["a.md:1:2 A control character (U+0007) stands here, and once more in this file."]);
    }

    #[test]
    fn signs_that_writing_needs_are_none() {
        let england = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";
        for text in
            ["\u{feff}one\r\n\ttwo", "می\u{200c}خواهم", "👩\u{200d}🏫", "\u{2066}01632\u{2069} \u{200f}", england, "a\u{a0}b"]
        {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
