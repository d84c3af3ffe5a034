//! Headings that Markdown reads in another way than they were meant: `##Phones` is a paragraph, and a line of `-` beneath words makes a heading
//! of them.

use crate::source::file::SourceFile;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;

/// A line that was meant as a heading.
pub struct Meant {
    /// 1 to 6.
    pub level: u8,
    /// Where its words begin.
    pub words_at: usize,
    at: usize,
}

/// The heading that a line was meant to be, where it begins with `#` and no space. One `#` is one only where the title stands: elsewhere it
/// may be a word such as #SaferInternetDay.
pub fn without_space(at: usize, is_title: bool, file: &SourceFile) -> Option<Meant> {
    let line = file.text.get(at..)?.lines().next()?.trim_start_matches(' ');
    let words = line.trim_start_matches('#');
    let count = line.len() - words.len();
    let is_heading = count > 1 || count == 1 && is_title;
    let begins = words.trim_start();
    if !is_heading || begins.is_empty() || words.starts_with([' ', '\t']) && count <= 6 {
        return None;
    }
    let at = at + file.text[at..].find('#')?;
    Some(Meant { level: u8::try_from(count.min(6)).unwrap_or(6), words_at: at + count + words.len() - begins.len(), at })
}

impl Meant {
    /// Says what is missing.
    pub fn report(&self, file: &SourceFile, found: &mut Vec<Finding>) {
        let signs = file.text[self.at..].chars().take_while(|sign| *sign == '#').count();
        let (message, help) = match signs > 6 {
            true => ("A heading has six # at most.".to_owned(), "Take some out.".to_owned()),
            false => {
                let signs = "#".repeat(signs);
                (format!("There is no space after {signs}, so this line is no heading."), format!("Type a space after {signs}."))
            }
        };
        found.push(file.error(self.at, Rule::HeadingSign, message, help));
    }
}

/// Reports words that are a heading because of a line of `-` beneath them. A title may have its line of `=`.
pub fn report_underlined(level: u8, at: usize, file: &SourceFile, found: &mut Vec<Finding>) {
    let typed = file.text.get(at..).unwrap_or_default().trim_start();
    if level == 2 && !typed.starts_with('#') {
        let message = "The line of - beneath these words makes a heading of them.";
        let help = "Leave an empty line before it for a line across the page, or type ## before the words for a heading.";
        found.push(file.error(at, Rule::HeadingSign, message, help));
    }
}
