//! Signs of Markdown that stay signs: their author meant them to do something, and a reader would see them.

use super::ast::{Inline, flat};
use super::mapped_text::MappedText;
use super::web_addresses;
use crate::source::file::SourceFile;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;

/// One such sign: where it is, what it is and what to do.
struct Stray {
    at: usize,
    sign: String,
    help: &'static str,
}

const STARS: &str =
    "Type it like **Note:** Staff ..., with no space inside the signs and one after them, or \\* where you mean the sign.";
const LOW_LINES: &str = "Type **words**, or \\_ where you mean the sign.";
const STRUCK: &str = "Words cannot be struck out: take out what no longer holds, or type \\~ where you mean the sign.";
const MARKED: &str = "Words cannot be marked in yellow: type **words**, or \\= where you mean the sign.";
const NOTE: &str =
    "There are no notes at the foot of a page: write the note in brackets where it belongs, also where the note itself stands.";
const BACKSLASH: &str = "At the end of a paragraph it does nothing: take it out.";
const ENTITY: &str = "Type the sign itself instead: é, £, –.";
const BOX: &str = "Type - [ ] or - [x] and a space before the words: one sign or space between the brackets.";
const WIKI: &str = "Type a link like [the words](../policy/05-dsl.md).";
const FENCE: &str = "Begin and end what is shown as typed with a line of ``` and nothing else before it.";

/// Looks through the words of a paragraph, a heading or a cell. `begins_item` says that they are the first of a list item.
pub fn report(content: &[Inline], begins_item: bool, file: &SourceFile, found: &mut Vec<Finding>) {
    // Few words hold such a sign, and only those are put together.
    if !content.iter().any(may_hold_one) {
        return;
    }
    let mut run = MappedText::default();
    flatten(content, &mut run);
    let text = web_addresses::without(&run.text);
    for Stray { at, sign, help } in find(&text, begins_item, &run) {
        let message = format!("The sign {sign} stays as it is here, and a reader would see it.");
        found.push(file.error(run.at(at), Rule::StraySign, message, help));
    }
}

/// Whether a sign stands in the words with which a stray one could begin. All of them are looked at whatever is found, so that the compiler
/// can compare many bytes at once.
fn may_hold_one(inline: &Inline) -> bool {
    let is_one = |byte: u8| matches!(byte, b'*' | b'_' | b'~' | b'=' | b'[' | b'\\' | b'&' | b'`');
    match inline {
        Inline::Text(words) => words.text.bytes().fold(false, |is_there, byte| is_there | is_one(byte)),
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Span { content: inner, .. } => inner.iter().any(may_hold_one),
        Inline::Link(link) => link.content.iter().any(may_hold_one),
        Inline::Code(_) | Inline::Image(_) | Inline::Break => false,
    }
}

/// The words, with a sign that means nothing for what is shown as it is typed.
fn flatten(content: &[Inline], run: &mut MappedText) {
    for inline in content {
        match inline {
            Inline::Text(words) => run.push_mapped(words),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Span { content: inner, .. } => flatten(inner, run),
            Inline::Link(link) if flat(&link.content).text != link.to.text => flatten(&link.content, run),
            Inline::Code(_) | Inline::Image(_) | Inline::Link(_) => run.push_value("-", 0),
            Inline::Break => run.push_value(" ", 0),
        }
    }
}

/// The first stray sign of each kind.
fn find(text: &str, begins_item: bool, run: &MappedText) -> Vec<Stray> {
    let mut found = Vec::new();
    let is_free = |at: usize| !run.is_escaped(at);
    let runs = runs_of(text, &is_free);
    let of = |sign: char| runs.iter().filter(move |found| found.sign == sign);
    let pair = |sign: char, alone: &dyn Fn(&&SignRun) -> bool| {
        let mut touching = of(sign).filter(alone);
        touching.next().filter(|_| touching.next().is_some())
    };
    let stars = of('*').find(|run| run.length > 1).or_else(|| pair('*', &|run| run.touches() && !run.is_between_figures()));
    let low_lines = of('_')
        .find(|run| (2..=3).contains(&run.length) && run.is_beside_one_word())
        .or_else(|| pair('_', &|run| run.length == 1 && run.is_beside_one_word()));
    let struck = pair('~', &|run| run.length == 2 && run.touches());
    let marked = pair('=', &|run| run.length == 2 && run.touches());
    for (run, help) in [(stars, STARS), (low_lines, LOW_LINES), (struck, STRUCK), (marked, MARKED)] {
        if let Some(SignRun { at, sign, length, .. }) = run {
            found.push(Stray { at: *at, sign: sign.to_string().repeat(*length), help });
        }
    }
    let mut stray = |at: Option<usize>, sign: &str, help| {
        if let Some(at) = at.filter(|at| is_free(*at)) {
            found.push(Stray { at, sign: sign.to_owned(), help });
        }
    };
    stray(text.find("[^"), "[^", NOTE);
    stray(text.find("[["), "[[", WIKI);
    stray(text.find("```"), "```", FENCE);
    let end = text.trim_end();
    stray(end.strip_suffix('\\').map(str::len), "\\", BACKSLASH);
    if let Some((at, length)) = entity(text) {
        stray(Some(at), &text[at..at + length], ENTITY);
    }
    if begins_item && let Some(sign) = ["[]", "[x]", "[X]", "[  ]"].into_iter().find(|sign| text.starts_with(sign)) {
        stray(Some(0), sign, BOX);
    }
    found
}

/// Some equal signs beside one another.
struct SignRun {
    at: usize,
    sign: char,
    length: usize,
    before: Option<char>,
    after: Option<char>,
}

impl SignRun {
    fn touches(&self) -> bool {
        [self.before, self.after].into_iter().flatten().any(|beside| !beside.is_whitespace())
    }

    /// `2*3` and the code of a telephone.
    fn is_between_figures(&self) -> bool {
        let is_figure = |beside: &char| beside.is_ascii_digit() || *beside == '#';
        [self.before, self.after].into_iter().flatten().filter(is_figure).count() > 0
    }

    /// `_word` or `word_`, and neither `one_word` nor a line to write on.
    fn is_beside_one_word(&self) -> bool {
        let is_word = |beside: &char| beside.is_alphanumeric();
        [self.before, self.after].into_iter().flatten().filter(is_word).count() == 1
    }
}

fn runs_of(text: &str, is_free: &dyn Fn(usize) -> bool) -> Vec<SignRun> {
    let mut runs: Vec<SignRun> = Vec::new();
    let mut before = None;
    for (at, sign) in text.char_indices() {
        let goes_on = runs.last().is_some_and(|run| run.sign == sign && run.at + run.length == at) && is_free(at);
        if let Some(run) = runs.last_mut().filter(|run| run.at + run.length == at) {
            if goes_on {
                run.length += 1;
            } else {
                run.after = Some(sign);
            }
        }
        if !goes_on && "*_~=".contains(sign) && is_free(at) {
            runs.push(SignRun { at, sign, length: 1, before, after: None });
        }
        before = Some(sign);
    }
    runs
}

/// Entities that browsers know without their semicolon too, and that people type so.
const WITHOUT_SEMICOLON: [&str; 12] =
    ["nbsp", "amp", "quot", "pound", "copy", "ndash", "mdash", "rsquo", "lsquo", "rdquo", "ldquo", "hellip"];

/// Something like `&nbsp` or `&foo;`, with its length.
fn entity(text: &str) -> Option<(usize, usize)> {
    text.match_indices('&').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let length = rest.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '#').unwrap_or(rest.len());
        let name = &rest[..length];
        let is_whole = length > 1 && rest[length..].starts_with(';');
        if is_whole {
            return Some((at, 1 + length + 1));
        }
        let ends_before =
            |known: &&str| name.strip_prefix(*known).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_lowercase()));
        WITHOUT_SEMICOLON.into_iter().find(ends_before).map(|known| (at, 1 + known.len()))
    })
}

#[cfg(test)]
mod tests {
    use crate::syntax::markdown::findings_of;
    use fingerpost_model::rules::Rule;

    /// What is said of a piece of Markdown: the place and the sign.
    fn strays(markdown: &str) -> Vec<String> {
        findings_of(markdown, Rule::StraySign)
            .iter()
            .map(|finding| format!("{} {}", finding.place.column, finding.message.split(' ').nth(2).unwrap_or_default()))
            .collect()
    }

    #[test]
    fn a_sign_that_does_nothing_is_found_where_it_stands() {
        for (typed, expected) in [
            ("**Note:**Staff tell.", "1 **"),
            ("Some ** words ** here.", "6 **"),
            ("***Note:***Staff", "1 ***"),
            ("*Note:*Staff", "1 *"),
            ("__Note:__Staff", "1 __"),
            ("_Note:_Staff", "1 _"),
            ("Staff ~~must~~ tell.", "7 ~~"),
            ("Staff ==must== tell.", "7 =="),
            ("Tell.[^1]", "6 [^"),
            ("See [[Phones]].", "5 [["),
            ("The end.\\", "9 \\"),
            ("A&nbspB", "2 &nbsp"),
            ("A &amp;nbsp; B", "3 &nbsp;"),
            ("A &foo; B", "3 &foo;"),
            ("- [] Tell.", "3 []"),
            ("- [x]Tell.", "3 [x]"),
            ("Use ```this.", "5 ```"),
            ("| **A:**b |\n|---|\n| c |", "3 **"),
        ] {
            assert_eq!(strays(typed), [expected], "{typed}");
        }
    }

    #[test]
    fn a_sign_that_is_meant_is_none() {
        for typed in [
            "2 * 3 * 4, 2*3*4 and *#06#*",
            "Staff* must tell.",
            "\\*\\*Note:\\*\\*Staff",
            "Name: ________ and ____.",
            "dsl_name and other_name_",
            "about ~5 and ~6, a == b == c",
            "`**Note:**Staff`",
            "R&D; AT&T, Q&A",
            "[sic] and [1] and \\[^1\\]",
            "https://example.org/a__b_c=='d'&nbsp=1",
            "one\\\ntwo",
            "**Note:** *Staff* __must__ _tell_.",
            "- [ ] Tell.\n- [x] Tell.",
        ] {
            assert_eq!(strays(typed), Vec::<String>::new(), "{typed}");
        }
    }
}
