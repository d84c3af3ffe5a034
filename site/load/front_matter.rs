//! The front matter of a Markdown file: TOML between two lines of `+++`.

use super::file::SourceFile;
use crate::finding::Finding;
use std::ops::Range;

/// Where the front matter stands and where the Markdown begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The TOML between the `+++` lines; empty where there is none.
    pub toml: Range<usize>,
    /// Where the Markdown begins.
    pub body: usize,
}

/// Finds the front matter, which is optional and stands first. Blank lines before it do not count.
pub fn split(file: &SourceFile, found: &mut Vec<Finding>) -> Split {
    let text = file.text.as_str();
    let begin: usize = text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
    let first = text[begin..].split_inclusive('\n').next().unwrap_or_default();
    let after_first = begin + first.len();
    match first.trim_end() {
        "+++" => {}
        "---" => {
            let message = "This file begins with ---.";
            found.push(file.error(
                begin,
                "front-matter",
                message,
                "Type +++ before and after the front matter, and TOML (key = value) in it.",
            ));
            return Split {
                toml: begin..begin,
                body: after_fence(text, after_first, "---").map_or(after_first, |fence| fence.end),
            };
        }
        _ => return Split { toml: begin..begin, body: begin },
    }
    match after_fence(text, after_first, "+++") {
        Some(fence) => Split { toml: after_first..fence.start, body: fence.end },
        None => {
            let message = "The front matter that begins here has no end.";
            found.push(file.error(begin, "front-matter", message, "Type a line +++ after it."));
            // It goes on until the title, most likely: taking all for Markdown would bury this one mistake under many others.
            let title = text.find("\n# ").map_or(text.len(), |newline| newline + 1);
            Split { toml: after_first..title, body: title }
        }
    }
}

/// The range of the next line that is only the fence.
fn after_fence(text: &str, from: usize, fence: &str) -> Option<Range<usize>> {
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        if line.trim_end() == fence {
            return Some(at..at + line.len());
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::load::file::SourceFile;

    fn parts(text: &str) -> (String, String, usize) {
        let file = SourceFile::new("a.md", "a.md", text);
        let mut found = Vec::new();
        let split = split(&file, &mut found);
        (file.text[split.toml].to_owned(), file.text[split.body..].to_owned(), found.len())
    }

    #[test]
    fn front_matter_is_optional_and_has_an_end() {
        assert_eq!(parts("+++\nnumber = 5\n+++\n# T"), ("number = 5\n".into(), "# T".into(), 0));
        assert_eq!(parts("+++\r\n+++\r\n# T"), (String::new(), "# T".into(), 0));
        assert_eq!(parts("# T"), (String::new(), "# T".into(), 0));
        assert_eq!(parts(" \n\n+++\nnumber = 5\n+++\n# T"), ("number = 5\n".into(), "# T".into(), 0));
        assert_eq!(parts("+++\nnumber = 5\n# T"), ("number = 5\n".into(), "# T".into(), 1));
        assert_eq!(parts("---\nnumber: 5\n---\n# T"), (String::new(), "# T".into(), 1));
        assert_eq!(parts("+++"), (String::new(), String::new(), 1));
    }
}
