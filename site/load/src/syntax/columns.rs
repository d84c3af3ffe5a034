//! How far in something stands in its line.

/// Where the white space ends that begins at an offset.
pub fn skip_spaces(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.len() - rest.trim_start_matches([' ', '\t']).len()
}

/// Where the line begins in which an offset stands.
pub fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |line| line + 1)
}

/// How many columns stand before an offset on its line; a tab leads to the next fourth.
pub fn column(text: &str, at: usize) -> usize {
    text[line_start(text, at)..at].chars().fold(0, |column, sign| if sign == '\t' { (column / 4 + 1) * 4 } else { column + 1 })
}
