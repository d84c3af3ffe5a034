//! Parts of a file. Browsers fetch sound in parts, and Safari plays none from a host that cannot give them.

use std::ops::Range;

/// What a request for a part comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The whole file: no part is asked for, or in a way that a host need not understand (several parts, other units).
    Whole,
    /// These bytes.
    Bytes(Range<usize>),
    /// Nothing of the file lies there.
    Outside,
}

/// Reads a `Range` header for a file of `length` bytes.
pub fn part(header: Option<&str>, length: usize) -> Part {
    match header.and_then(|header| header.trim().strip_prefix("bytes=")).and_then(asked) {
        None => Part::Whole,
        Some((Some(first), _)) if first >= length => Part::Outside,
        Some((Some(first), last)) => Part::Bytes(first..last.map_or(length, |last| last.saturating_add(1).min(length))),
        Some((None, Some(0))) => Part::Outside,
        Some((None, _)) if length == 0 => Part::Outside,
        Some((None, last)) => Part::Bytes(length - last.unwrap_or(length).min(length)..length),
    }
}

/// First and last byte; without a first, how many last bytes. `None` for what is no single part.
fn asked(range: &str) -> Option<(Option<usize>, Option<usize>)> {
    let (first, last) = range.split_once('-')?;
    match (number(first)?, number(last)?) {
        (None, None) => None,
        (Some(first), Some(last)) if last < first => None,
        asked => Some(asked),
    }
}

/// A number, or nothing at all. What is too large for a number is as large as any file.
fn number(text: &str) -> Option<Option<usize>> {
    let text = text.trim();
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some((!text.is_empty()).then(|| text.parse().unwrap_or(usize::MAX)))
}

#[cfg(test)]
mod tests {
    use super::{Part, part};

    #[test]
    fn one_part_of_a_file_is_what_the_standard_says() {
        for (header, expected) in [
            ("bytes=0-1", Part::Bytes(0..2)),
            ("bytes=0-", Part::Bytes(0..10)),
            ("bytes=4-6", Part::Bytes(4..7)),
            ("bytes=9-9", Part::Bytes(9..10)),
            ("bytes=4-99999999999999999999999", Part::Bytes(4..10)),
            ("bytes=-3", Part::Bytes(7..10)),
            ("bytes=-30", Part::Bytes(0..10)),
            (" bytes=1-2 ", Part::Bytes(1..3)),
            ("bytes=10-", Part::Outside),
            ("bytes=99999999999999999999999-", Part::Outside),
            ("bytes=-0", Part::Outside),
            ("bytes=5-4", Part::Whole),
            ("bytes=0-1,4-5", Part::Whole),
            ("bytes=-", Part::Whole),
            ("bytes=a-b", Part::Whole),
            ("bytes=+1-2", Part::Whole),
            ("bytes 0-1", Part::Whole),
            ("lines=0-1", Part::Whole),
            ("", Part::Whole),
        ] {
            assert_eq!(part(Some(header), 10), expected, "{header}");
        }
        assert_eq!(part(None, 10), Part::Whole);
        assert_eq!((part(Some("bytes=0-"), 0), part(Some("bytes=-1"), 0)), (Part::Outside, Part::Outside));
    }
}
