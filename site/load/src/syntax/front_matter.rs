//! The front matter of a Markdown file: TOML between two lines of `+++`.

use crate::source::file::SourceFile;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use std::ops::Range;

/// Where the front matter stands and where the Markdown begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The TOML between the `+++` lines; empty where there is none.
    pub toml: Range<usize>,
    /// Where the Markdown begins.
    pub body: usize,
    /// Whether it stands where and as it should.
    pub is_right: bool,
}

/// Finds the front matter, which is optional and stands first. Blank lines before it do not count. What is nearly one is read as one, and
/// reported: taken for words, it would make a draft of an approved file, and what it limits would be shown.
pub fn split(file: &SourceFile, found: &mut Vec<Finding>) -> Split {
    let text = &*file.text;
    let begin = first_words(text, 0);
    let mut is_right = true;
    let first = line_at(text, begin);
    let after_first = begin + first.len();
    let mut report = |at: usize, message: &str, help: &str| {
        is_right = false;
        found.push(file.error(at, Rule::FrontMatter, message, help));
    };
    let start = match kind(first) {
        Kind::Fence => after_first,
        Kind::LikeFence => {
            report(begin, "This line seems to begin the front matter, and is not +++ alone.", ALONE);
            after_first
        }
        Kind::Yaml => {
            report(
                begin,
                "This file begins with ---.",
                "Type +++ before and after the front matter, and TOML (key = value) in it.",
            );
            let end = lines(text, after_first).find(|(_, line)| kind(line) == Kind::Yaml);
            return Split { toml: begin..begin, body: end.map_or(after_first, |(at, line)| at + line.len()), is_right: false };
        }
        Kind::Key => {
            report(begin, "This file begins with front matter that has no line +++ before it.", "Type a line +++ before it.");
            begin
        }
        Kind::Other => return without(file, begin, found),
    };
    let end = lines(text, start).find(|(_, line)| matches!(kind(line), Kind::Fence | Kind::LikeFence));
    let Some((at, line)) = end else {
        report(begin, "The front matter that begins here has no end.", "Type a line +++ after it.");
        // It goes on until the title, most likely: taking all for Markdown would bury this one mistake under many others.
        let title = text[start..].find("\n# ").map_or(text.len(), |newline| start + newline + 1);
        return Split { toml: start..title, body: title, is_right: false };
    };
    if kind(line) == Kind::LikeFence {
        report(at, "This line seems to end the front matter, and is not +++ alone.", ALONE);
    }
    let body = at + line.len();
    let next = first_words(text, body);
    if kind(line_at(text, next)) != Kind::Other && kind(line_at(text, next)) != Kind::Yaml {
        report(
            next,
            "What stands here belongs to the front matter, which has ended before it.",
            "Take out the line +++ before it.",
        );
    }
    Split { toml: start..at, body, is_right }
}

const ALONE: &str = "Type +++ at the beginning of the line, and nothing else in it.";

/// A file that does not begin with front matter. One that has it further down has it in the wrong place.
fn without(file: &SourceFile, begin: usize, found: &mut Vec<Finding>) -> Split {
    let text = &*file.text;
    let mut is_code = false;
    let mut fences = lines(text, begin).filter(|(_, line)| {
        is_code ^= line.trim_start().starts_with("```");
        !is_code && kind(line) == Kind::Fence
    });
    let Some((at, line)) = fences.next() else { return Split { toml: begin..begin, body: begin, is_right: true } };
    let message = "Front matter stands here, and words stand before it.";
    found.push(file.error(at, Rule::FrontMatter, message, "Move it to the beginning of the file, before the title."));
    let start = at + line.len();
    Split { toml: start..fences.next().map_or(start, |(end, _)| end), body: begin, is_right: false }
}

/// What a line is for the front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// `+++`.
    Fence,
    /// What was meant as one.
    LikeFence,
    /// `---`, and what programs for writing make of it.
    Yaml,
    /// `number = 5`.
    Key,
    /// Words.
    Other,
}

fn kind(line: &str) -> Kind {
    if line.trim_end() == "+++" {
        return Kind::Fence;
    }
    let is_around = |sign: char| sign.is_whitespace() || "*_`\\>\u{200b}\u{feff}".contains(sign);
    let bare = line.trim_matches(is_around);
    let signs = |is: &[char]| bare.chars().filter(|sign| !sign.is_whitespace()).take_while(|sign| is.contains(sign)).count();
    if signs(&['+', '\u{ff0b}']) >= 2 {
        return Kind::LikeFence;
    }
    let dashes = ['-', '\u{2013}', '\u{2014}'];
    if !bare.is_empty() && bare.chars().all(|sign| dashes.contains(&sign)) && (bare.len() >= 3 || !bare.contains('-')) {
        return Kind::Yaml;
    }
    match line.split_once('=') {
        Some((key, value)) if is_key(key.trim_end()) && is_value(value.trim()) => Kind::Key,
        _ => Kind::Other,
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'_')
}

fn is_value(value: &str) -> bool {
    value.starts_with(|sign: char| sign.is_ascii_digit() || "\"'[\u{201c}\u{201e}".contains(sign))
        || ["true", "false"].contains(&value)
}

/// Where the first line begins that is not blank.
fn first_words(text: &str, from: usize) -> usize {
    from + text[from..].split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum::<usize>()
}

fn line_at(text: &str, at: usize) -> &str {
    text[at..].split_inclusive('\n').next().unwrap_or_default()
}

/// The lines from a place on, each with where it begins.
fn lines(text: &str, from: usize) -> impl Iterator<Item = (usize, &str)> {
    text[from..].split_inclusive('\n').scan(from, |at, line| {
        let begin = *at;
        *at += line.len();
        Some((begin, line))
    })
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::source::file::SourceFile;

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

    #[test]
    fn what_editors_add_is_no_mistake() {
        for text in [
            "+++  \nnumber = 5\n+++\t\n# T",
            "\u{feff}+++\nnumber = 5\n+++\n# T",
            "+++\r\nnumber = 5\r\n+++\r\n# T",
            "+++\rnumber = 5\r+++\r# T",
        ] {
            assert_eq!(parts(text), ("number = 5\n".into(), "# T".into(), 0), "{text:?}");
        }
    }

    #[test]
    fn what_is_nearly_front_matter_is_read_and_reported() {
        for text in [
            "++++\nnumber = 5\n+++\n# T",
            " +++\nnumber = 5\n+++\n# T",
            "**+++**\nnumber = 5\n+++\n# T",
            "+++ # facts\nnumber = 5\n+++\n# T",
            "\\+++\nnumber = 5\n+++\n# T",
            "++\nnumber = 5\n+++\n# T",
            "+ + +\nnumber = 5\n+++\n# T",
            "+++\nnumber = 5\n++++\n# T",
            "+++\nnumber = 5\n +++\n# T",
            "+++\nnumber = 5\n**+++**\n# T",
            "number = 5\n+++\n# T",
        ] {
            assert_eq!(parts(text), ("number = 5\n".into(), "# T".into(), 1), "{text:?}");
        }
        for text in
            ["# T\n\n+++\nnumber = 5\n+++\n\nWords.", "+++\n+++\nnumber = 5\n+++\n# T", "\u{2014}\nnumber: 5\n\u{2014}\n# T"]
        {
            assert_eq!(parts(text).2, 1, "{text:?}");
        }
    }

    #[test]
    fn words_are_no_front_matter() {
        for text in ["# T\n\n+ One\n+ Two\n", "Two = two", "- One\n", "# T\n\n```\n+++\nnumber = 5\n+++\n```\n", "**T**\n"] {
            assert_eq!(parts(text), (String::new(), text.into(), 0), "{text:?}");
        }
    }
}
