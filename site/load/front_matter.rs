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

/// Finds the front matter, which is optional and stands first.
pub fn split(file: &SourceFile, found: &mut Vec<Finding>) -> Split {
    let text = file.text.as_str();
    let none = Split { toml: 0..0, body: 0 };
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    match first.trim_end() {
        "+++" => {}
        "---" => {
            let message = "This file begins with ---.";
            found.push(file.error(
                0,
                "front-matter",
                message,
                "Type +++ before and after the front matter, and TOML (key = value) in it.",
            ));
            return Split { toml: 0..0, body: after_fence(text, first.len(), "---").map_or(first.len(), |fence| fence.end) };
        }
        _ => return none,
    }
    match after_fence(text, first.len(), "+++") {
        Some(fence) => Split { toml: first.len()..fence.start, body: fence.end },
        None => {
            let message = "The front matter that begins here has no end.";
            found.push(file.error(0, "front-matter", message, "Type a line +++ after it."));
            // It goes on until the title, most likely: taking all for Markdown would bury this one mistake under many others.
            let title = text.find("\n# ").map_or(text.len(), |newline| newline + 1);
            Split { toml: first.len()..title, body: title }
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
        assert_eq!(parts("+++\nnumber = 5\n# T"), ("number = 5\n".into(), "# T".into(), 1));
        assert_eq!(parts("---\nnumber: 5\n---\n# T"), (String::new(), "# T".into(), 1));
        assert_eq!(parts("+++"), (String::new(), String::new(), 1));
    }
}
