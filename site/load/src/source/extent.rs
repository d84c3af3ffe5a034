//! How far reaches what begins at an offset: for an editor that underlines it. Whatever it is, it ends with its line.

/// What closes what these signs open, on the same line.
const CLOSES: [(char, char); 6] = [('{', '}'), ('[', ']'), ('(', ')'), ('<', '>'), ('"', '"'), ('\'', '\'')];

/// So many bytes are looked at. A paragraph is one line to many an editor, and may have a complaint in every word.
const FARTHEST: usize = 400;

/// Where what begins at a byte offset ends: a mark, a link, a value between quotes with what closes it; a heading, a list item or a table's row with
/// its line; anything else with its word, without the punctuation after it. At white space and at the end of a text nothing begins.
pub fn end(text: &str, start: usize) -> usize {
    let Some(rest) = text.get(start..) else { return start };
    let near = &rest[..rest.floor_char_boundary(FARTHEST)];
    let line = near.split('\n').next().unwrap_or_default();
    let Some(first) = line.chars().next().filter(|first| !first.is_whitespace()) else { return start };
    if matches!(first, '#' | '|' | '+') || is_item(line) {
        return start + line.trim_end().len();
    }
    start + closed(line, first).unwrap_or_else(|| word(line))
}

/// Whether a line, from here on, begins as an item of a list does.
fn is_item(line: &str) -> bool {
    let sign = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let sign = if sign.len() == line.len() { sign.strip_prefix(['-', '*']) } else { sign.strip_prefix(['.', ')']) };
    sign.is_some_and(|rest| rest.starts_with(' '))
}

/// The length of what is opened by the first sign of a line, where the line closes it. Of a link it is its address too.
fn closed(line: &str, first: char) -> Option<usize> {
    let (_, shut) = CLOSES.into_iter().find(|(open, _)| *open == first)?;
    let length = match_of(line, first, shut)?;
    let address = line[length..].strip_prefix('(').filter(|_| first == '[').and_then(|_| match_of(&line[length..], '(', ')'));
    Some(length + address.unwrap_or_default())
}

/// The length from an opening sign to what closes it, those inside it counted.
fn match_of(line: &str, open: char, shut: char) -> Option<usize> {
    let mut depth = 0;
    for (at, sign) in line.char_indices() {
        match sign {
            _ if sign == shut && (open != shut || at > 0) => depth -= 1,
            _ if sign == open => depth += 1,
            _ => continue,
        }
        if depth == 0 {
            return Some(at + sign.len_utf8());
        }
    }
    None
}

fn word(line: &str) -> usize {
    let word = line.split(char::is_whitespace).next().unwrap_or_default();
    let bare = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '”', '’']);
    if bare.is_empty() { word.len() } else { bare.len() }
}

#[cfg(test)]
mod tests {
    use super::end;
    use proptest::prelude::*;

    /// What begins at the sign ⟦, which is not in the text.
    fn reaches(typed: &str) -> String {
        let (before, after) = typed.split_once('⟦').expect("a text has the sign");
        let text = format!("{before}{after}");
        text[before.len()..end(&text, before.len())].to_owned()
    }

    #[test]
    fn what_begins_somewhere_ends_where_a_reader_would_end_it() {
        for (typed, expected) in [
            ("Ask the ⟦leeder, please.", "leeder"),
            ("Tell them. ⟦{#a-1 .staff}\nMore", "{#a-1 .staff}"),
            ("See ⟦[the {{ dsl_name }}](../a.md) there", "[the {{ dsl_name }}](../a.md)"),
            ("See ⟦[1] there", "[1]"),
            ("name = ⟦\"A school\" # words", "\"A school\""),
            ("⟦\"Open, and never shut", "\"Open"),
            ("Ring ⟦{{ dls_phone }}.", "{{ dls_phone }}"),
            ("⟦## A heading {#x}  \nWords", "## A heading {#x}"),
            ("⟦- An item.\n- Another.", "- An item."),
            ("⟦12) An item.", "12) An item."),
            ("⟦2.5 metres", "2.5"),
            ("⟦[[a], b] c", "[[a], b]"),
            ("⟦<br> then", "<br>"),
            ("⟦… and", "…"),
            ("a⟦ b", ""),
            ("a⟦", ""),
            ("Ж⟦ёлка, да", "ёлка"),
        ] {
            assert_eq!(reaches(typed), expected, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn nothing_reaches_past_its_line_or_into_a_character(text in "[a-z{}\\[\\]()<>\"'#|.é\n -]{0,40}", at in 0usize..44) {
            let end = end(&text, at);
            prop_assert!(end >= at && (end == at || text.is_char_boundary(end)));
            prop_assert!(text.get(at..end).is_none_or(|reached| !reached.contains('\n')));
        }

        #[test]
        fn of_a_long_line_a_part_is_enough(sign in "[{(\\[#aé]") {
            let text = sign.repeat(2 * super::FARTHEST);
            prop_assert!(end(&text, 0) <= super::FARTHEST);
        }
    }
}
