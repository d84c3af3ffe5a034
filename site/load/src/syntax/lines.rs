//! Lines that look like something and are words of a paragraph: list items without the signs of Markdown, rows without a table. They would run
//! into one paragraph without a word about it.

use crate::source::file::SourceFile;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;

/// Signs that other programs put before a list item.
pub const BULLETS: &str = "•·‣◦∙⁃▪▫■□●○➢➤►✓✔❖\u{f0b7}\u{f0a7}\u{f0d8}";

/// Dashes, which other programs put before a list item too.
pub const DASHES: &str = "–—−";

/// What a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beginning {
    /// A bullet, or a sign of Markdown without the space after it.
    Bullet,
    /// A dash, which may be one of the sentence.
    Dash,
    /// `(a)`, `a)`, `iv.`, `1.1` or `2.`, which may be a part of the sentence.
    Letter,
    /// A bar, and another one after it.
    Row,
}

/// Looks at the lines of a paragraph, each by where its words begin.
pub fn report(lines: &[usize], file: &SourceFile, found: &mut Vec<Finding>) {
    let beginnings: Vec<Option<Beginning>> =
        lines.iter().enumerate().map(|(index, at)| beginning(line_at(file, *at), index == 0)).collect();
    let first = |sought: Beginning| beginnings.iter().position(|beginning| *beginning == Some(sought));
    let count = |sought: Beginning| beginnings.iter().filter(|beginning| **beginning == Some(sought)).count();
    let dashes = count(Beginning::Dash);
    let is_of_dashes =
        dashes > 1 || beginnings.first() == Some(&Some(Beginning::Dash)) && !line_at(file, lines[0]).starts_with('—');
    let slip = first(Beginning::Row)
        .or_else(|| first(Beginning::Bullet))
        .or_else(|| first(Beginning::Dash).filter(|_| is_of_dashes))
        .or_else(|| first(Beginning::Letter).filter(|_| count(Beginning::Letter) > 1));
    let Some(slip) = slip else { return };
    let (message, help) = match beginnings[slip] {
        Some(Beginning::Row) => (
            "This looks like a row of a table and is a line of a paragraph.",
            "Type |---|---| beneath the first row, with as many parts as the row has cells, and leave an empty line before the table.",
        ),
        Some(Beginning::Letter) => (
            "These lines look like a list and run into one paragraph.",
            "Type - and a space before each, two spaces further in where they belong to a list item, or leave an empty line between them.",
        ),
        _ => (
            "This looks like a list item and is a line of a paragraph.",
            "Begin it with - and a space, two spaces further in where it belongs to a list item.",
        ),
    };
    found.push(file.error(lines[slip], Rule::ListSign, message, help));
}

fn line_at(file: &SourceFile, at: usize) -> &str {
    file.text.get(at..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}

fn beginning(line: &str, is_first: bool) -> Option<Beginning> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    let next = rest.chars().next();
    match first {
        _ if is_word(line) => None,
        '|' if rest.contains('|') => Some(Beginning::Row),
        _ if BULLETS.contains(first) => Some(Beginning::Bullet),
        '-' if next.is_some_and(|next| next.is_alphabetic() || next == '[') => Some(Beginning::Bullet),
        // Two stars may be stressed words.
        '*' if next.is_some_and(char::is_alphabetic) && !rest.contains('*') => Some(Beginning::Bullet),
        _ if DASHES.contains(first) => Some(Beginning::Dash),
        _ => numbered(line, is_first),
    }
}

/// Whether a line begins with a letter or a word after which neither a full stop nor a bracket closes a number: nearly every line does.
fn is_word(line: &str) -> bool {
    let length = line.bytes().take_while(u8::is_ascii_alphanumeric).count();
    line.starts_with(|first: char| first.is_ascii_alphabetic()) && !line[length..].starts_with(['.', ')'])
}

/// A line that begins with a letter or a number.
fn numbered(line: &str, is_first: bool) -> Option<Beginning> {
    let line = line.trim_start_matches("**");
    let opened = line.strip_prefix('(');
    let inside = opened.unwrap_or(line);
    let length = inside.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '.').unwrap_or(inside.len());
    let (label, rest) = inside.split_at(length);
    let goes_on = |rest: &str| rest.trim_start_matches("**").starts_with(|sign: char| sign.is_whitespace());
    if let Some(rest) = rest.strip_prefix(')') {
        let touches = opened.is_none() && is_number(label) && rest.starts_with(char::is_uppercase);
        return match is_label(label) && goes_on(rest) {
            true => Some(Beginning::Letter),
            false => touches.then_some(Beginning::Bullet),
        };
    }
    if opened.is_some() {
        return None;
    }
    let (number, after) = label.split_once('.').unwrap_or((label, ""));
    if is_number(number) && after.starts_with(|sign: char| sign.is_ascii_uppercase()) && after.chars().all(char::is_alphabetic) {
        return Some(Beginning::Bullet);
    }
    let is_time = ["am", "pm", "a.m", "p.m", "to ", "–", "-"].into_iter().any(|sign| rest.trim_start().starts_with(sign));
    let is_section =
        !is_time && label.trim_end_matches('.').split('.').count() > 1 && label.trim_end_matches('.').split('.').all(is_number);
    let is_lettered = after.is_empty() && label.ends_with('.') && is_label(number) && !(is_first && is_number(number));
    (goes_on(rest) && (is_section || is_lettered)).then_some(Beginning::Letter)
}

fn is_number(label: &str) -> bool {
    (1..=3).contains(&label.len()) && label.bytes().all(|sign| sign.is_ascii_digit())
}

/// One letter, a short Roman number or a number.
fn is_label(label: &str) -> bool {
    let is_roman = label.len() <= 5 && label.bytes().all(|sign| b"ivxIVX".contains(&sign));
    !label.is_empty()
        && (label.len() == 1 && label.bytes().all(|sign| sign.is_ascii_alphabetic()) || is_roman || is_number(label))
}

#[cfg(test)]
mod tests {
    use crate::syntax::markdown::findings_of;
    use fingerpost_model::rules::Rule;

    fn slips(markdown: &str) -> Vec<String> {
        findings_of(markdown, Rule::ListSign).iter().map(|finding| finding.place.to_string()).collect()
    }

    #[test]
    fn a_list_without_its_signs_is_found() {
        for (typed, expected) in [
            ("Staff must:\n(a) lock it,\n(b) tell.", "a.md:2:1"),
            ("- Staff must:\n  a) lock it,\n  b) tell.", "a.md:2:3"),
            ("a. lock it,\nb. tell.", "a.md:1:1"),
            ("1.1 lock it,\n1.2 tell.", "a.md:1:1"),
            ("**1.1** lock it,\n**1.2** tell.", "a.md:1:1"),
            ("They must\n2. lock it\n3. tell", "a.md:2:1"),
            ("(i) lock it,\n(ii) tell.", "a.md:1:1"),
            ("• Lock it.", "a.md:1:1"),
            ("Staff:\n• lock it", "a.md:2:1"),
            ("\u{f0b7}\tlock it", "a.md:1:1"),
            ("– Lock it.\n– Tell.", "a.md:1:1"),
            ("Staff must\n– lock it\n– tell", "a.md:2:1"),
            ("-Staff lock it.", "a.md:1:1"),
            ("- a\n-[ ] b", "a.md:2:1"),
            ("*Staff lock it.", "a.md:1:1"),
            ("1.Staff lock it.", "a.md:1:1"),
            ("1)Staff lock it.", "a.md:1:1"),
            ("Where:\n| Hall | off |\n| Gym | off |", "a.md:2:1"),
        ] {
            assert_eq!(slips(typed), [expected], "{typed}");
        }
    }

    #[test]
    fn a_sentence_is_no_list() {
        for typed in [
            "See part\n1.1 of the policy.",
            "It is 5.\nThen they go.",
            "Ask\n– if you can – an adult.",
            "— Ann",
            "-5 degrees",
            "A. Smith says so.",
            "(a) is one.\nIt stands alone.",
            "9.30 am\n10.30 am",
            "*Staff* tell.",
            "1. one\n2. two",
            "(see above) and\n(see below) more",
            "\\- no list\n\\(a) one\n\\(b) two",
        ] {
            assert_eq!(slips(typed), Vec::<String>::new(), "{typed}");
        }
    }
}
