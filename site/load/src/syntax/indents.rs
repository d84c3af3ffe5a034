//! What stands further in than the list before it and yet not inside it: a point two spaces in beneath a number, which takes three. Markdown
//! begins a new list there, and the items after it are counted anew.

use super::ast::List;
use super::columns::{column, line_start, skip_spaces};
use crate::source::file::SourceFile;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::text::counted;

/// Reports what follows a list, if it begins further in than this.
pub fn after_list(list: &List, at: usize, file: &SourceFile, found: &mut Vec<Finding>) {
    let (Some(first), Some(last)) = (list.items.first(), list.items.last()) else { return };
    let at = skip_spaces(&file.text, at);
    if column(&file.text, at) > column(&file.text, skip_spaces(&file.text, first.at)) {
        report(at, skip_spaces(&file.text, last.at), file, found);
    }
}

/// Reports the first item of a list that begins further in than the one before it. Numbers may end beneath one another.
pub fn in_list(list: &List, file: &SourceFile, found: &mut Vec<Finding>) {
    for pair in list.items.windows(2) {
        let (before, at) = (skip_spaces(&file.text, pair[0].at), skip_spaces(&file.text, pair[1].at));
        let is_further_in = |column: fn(&str, usize) -> usize| column(&file.text, at) > column(&file.text, before);
        if is_further_in(column) && is_further_in(content_column) {
            return report(at, before, file, found);
        }
    }
}

fn report(at: usize, above: usize, file: &SourceFile, found: &mut Vec<Finding>) {
    let text = &file.text;
    let start = line_start(text, at);
    let (is, wanted) = (column(text, at), content_column(text, above));
    let around = text[start..at].rfind('>').map_or(0, |quote| column(text, start + quote) + 2);
    let message =
        format!("This begins {} in, so it does not belong to the list item above it.", counted(is - around.min(is), "space"));
    let help = format!(
        "Type {} before it if it belongs there, and as many as before that item if not.",
        counted(wanted - around.min(wanted), "space")
    );
    found.push(file.error(at, Rule::ListIndent, message, help));
}

/// The column at which the words of a list item begin.
fn content_column(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let figures = rest.len() - rest.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    let after = rest.get(figures + 1..).unwrap_or_default();
    let spaces = after.len() - after.trim_start_matches(' ').len();
    column(text, at) + figures + 1 + if (1..=4).contains(&spaces) { spaces } else { 1 }
}

#[cfg(test)]
mod tests {
    use crate::syntax::markdown::findings_of;
    use fingerpost_model::rules::Rule;

    fn slips(markdown: &str) -> Vec<String> {
        let slips = findings_of(markdown, Rule::ListIndent);
        slips
            .iter()
            .map(|finding| format!("{} {}", finding.place, finding.help.split(" before").next().unwrap_or_default()))
            .collect()
    }

    #[test]
    fn what_stands_too_little_in_is_found() {
        for (typed, expected) in [
            ("1. a\n  - b\n2. c", "a.md:2:3 Type 3 spaces"),
            ("10. a\n   - b", "a.md:2:4 Type 4 spaces"),
            ("- a\n - b", "a.md:2:2 Type 2 spaces"),
            ("1. a\n\n  More.\n", "a.md:3:3 Type 3 spaces"),
            ("> 1. a\n>   - b", "a.md:2:5 Type 3 spaces"),
            ("- a\n  1. b\n    - c", "a.md:3:5 Type 5 spaces"),
        ] {
            assert_eq!(slips(typed), [expected], "{typed}");
        }
    }

    #[test]
    fn what_stands_in_line_is_right() {
        for typed in [
            "1. a\n   - b\n2. c",
            "- a\n  - b\n- c",
            "- a\n\n- b\n\nMore.",
            " 9. a\n10. b",
            "1. a\n\t- b",
            "- a\n\n1. b",
            "* a\n* b\n\n- c",
        ] {
            assert_eq!(slips(typed), Vec::<String>::new(), "{typed}");
        }
    }
}
