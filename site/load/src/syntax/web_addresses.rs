//! Web addresses that stand in running text as they are: `https://www.gov.uk/x`, `www.example.org`. Each becomes the link that its author
//! would have typed.

use std::ops::Range;

/// What such an address begins with.
const BEGINNINGS: [&str; 3] = ["https://", "http://", "www."];

/// No address is longer, so that a text of a million signs without a space is looked through once.
const LONGEST: usize = 2000;

/// The addresses in a text, each without the signs of the sentence around it.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if !may_hold_one(text) {
        return found;
    }
    let mut from = 0;
    while let Some(start) = next_beginning(text, from) {
        from = start + 1;
        if starts_a_word(&text[..start]) {
            let end = start + end_of(&text[start..]);
            if has_host(&text[start..end]) {
                found.push(start..end);
                from = end;
            }
        }
    }
    found
}

/// The destination of such an address.
pub fn destination(typed: &str) -> String {
    match BEGINNINGS.into_iter().find(|beginning| begins_with(typed, beginning)) {
        Some("www.") | None => format!("https://{typed}"),
        Some(scheme) => format!("{scheme}{}", &typed[scheme.len()..]),
    }
}

/// A text with a sign that means nothing in place of every sign of its web addresses, so that each other sign keeps its place.
pub fn without(text: &str) -> String {
    let mut rest = text.to_owned();
    for range in find(text) {
        let length = range.len();
        rest.replace_range(range, &"-".repeat(length));
    }
    rest
}

fn begins_with(text: &str, beginning: &str) -> bool {
    text.get(..beginning.len()).is_some_and(|first| first.eq_ignore_ascii_case(beginning))
}

/// Whether a text holds `:` or two `w` beside one another, without which there is no beginning in it. Hardly any text does.
fn may_hold_one(text: &str) -> bool {
    let is_w = |byte: u8| byte | 0x20 == b'w';
    let mut pairs = text.as_bytes().windows(2);
    text.contains(':') || pairs.any(|pair| is_w(pair[0]) && is_w(pair[1]))
}

fn next_beginning(text: &str, from: usize) -> Option<usize> {
    let mut may_begin = text[from..].match_indices(['h', 'H', 'w', 'W']).map(|(at, _)| from + at);
    may_begin.find(|at| BEGINNINGS.into_iter().any(|beginning| begins_with(&text[*at..], beginning)))
}

fn starts_a_word(before: &str) -> bool {
    !before.ends_with(|sign: char| sign.is_alphanumeric() || "/@.-_=?&#%+:".contains(sign))
}

/// Where an address ends: before white space and signs that no address has, and before the signs that end a sentence.
fn end_of(text: &str) -> usize {
    let ends = |sign: char| sign.is_whitespace() || sign.is_control() || "<>\"“”„«»{}|\\^`".contains(sign);
    let end = text.char_indices().take(LONGEST).find(|(_, sign)| ends(*sign)).map(|(at, _)| at);
    let mut address = &text[..end.or_else(|| text.char_indices().nth(LONGEST).map(|(at, _)| at)).unwrap_or(text.len())];
    let opened = address.matches('(').count();
    let mut closed = address.matches(')').count();
    while let Some(last) = address.chars().next_back() {
        let ends_it = match last {
            ')' => {
                closed -= 1;
                closed >= opened
            }
            _ => "?!.,:;*_~'’‘…]".contains(last),
        };
        if !ends_it {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address.len()
}

/// Whether an address names a host as the ones in a browser's address bar do: `localhost` and `https://` alone stay words.
fn has_host(address: &str) -> bool {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| !label.is_empty() && label.chars().all(|sign| sign.is_alphanumeric() || sign == '-');
    labels.len() >= 2 && labels.iter().all(is_label) && labels.last().is_some_and(|last| last.chars().count() >= 2)
}

#[cfg(test)]
mod tests {
    use super::{BEGINNINGS, destination, find, may_hold_one, without};

    fn found(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        for (text, expected) in [
            ("See https://www.gov.uk/a-b.", "https://www.gov.uk/a-b"),
            ("(www.example.org)", "www.example.org"),
            ("www.example.org/a_(b)?", "www.example.org/a_(b)"),
            ("“Https://example.org/x,y”, she says", "Https://example.org/x,y"),
            ("at http://example.org:8080/?q=a&b=c#d; then", "http://example.org:8080/?q=a&b=c#d"),
            ("https://example.org/@name.surname!", "https://example.org/@name.surname"),
            ("*www.example.org*", "www.example.org"),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
        assert_eq!(found("www.a.org or www.b.org."), ["www.a.org", "www.b.org"]);
    }

    #[test]
    fn what_is_passed_over_holds_no_beginning() {
        for beginning in BEGINNINGS {
            for typed in [beginning.to_owned(), beginning.to_uppercase(), beginning.replacen('w', "W", 1)] {
                assert!(may_hold_one(&typed) && may_hold_one(&format!("See{typed}x.")), "{typed}");
            }
        }
        assert!(!["", "w", "how the W", "http / /", "w w"].into_iter().any(may_hold_one));
    }

    #[test]
    fn what_names_no_host_stays_words() {
        for text in
            ["An address begins with https:// or www.", "www", "http://localhost", "https://a..b", "xwww.example.org", "www.x"]
        {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_destination_has_its_scheme() {
        assert_eq!(destination("www.example.org"), "https://www.example.org");
        assert_eq!(destination("HTTP://example.org/A"), "http://example.org/A");
        assert_eq!(without("é www.example.org/é é"), "é ------------------ é");
    }
}
