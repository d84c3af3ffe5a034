//! Marks: `{#id .audience only=... when=... ref=...}` at the end of a heading or of a list item's first paragraph.
//!
//! 1. [`take_all`] takes every mark out of the words of a file and puts it on its heading or item.
//! 2. A mark that cannot be read is reported; if it seems to limit who sees the part, or where it holds, the part is then shown to no
//!    one.
//! 3. What looks like a mark and stands elsewhere is reported too, because a reader would see it.

use super::conditions::Absence;
use super::file::SourceFile;
use super::run::Run;
use super::spans;
use super::switches::{Ask, Switches};
use super::typed::{Block, Inline, Item};
use crate::finding::{Finding, did_you_mean};
use crate::model::{Audience, Only};

const SHAPE: &str = "Type it like {#dsl-6 .staff}, at the end: one id of small letters, figures and hyphens, then who it is for.";

/// A mark as typed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Mark {
    /// `#id`.
    pub id: Option<String>,
    /// `.audience`.
    pub audiences: Vec<Audience>,
    /// `only=`.
    pub only: Only,
    /// Why the part is not in this setting, by `when=` and `unless=`.
    pub absence: Option<Absence>,
    /// `.in-short`.
    pub is_in_short: bool,
    /// `ref=`.
    pub reference: Option<String>,
    /// `.critical`: a question that must be right.
    pub is_critical: bool,
    /// `clauses=`: what a promise or a reason rests on, each with its place.
    pub clauses: Vec<(String, usize)>,
    /// `promises=`: the promises that a moment of a lesson practises.
    pub promises: Vec<(String, usize)>,
    /// `for=`: the courses that ask a question.
    pub courses: Vec<(String, usize)>,
    /// Where it stands.
    pub at: usize,
    /// Whether something in it was reported, so that what seems to be missing is not reported as well.
    pub is_broken: bool,
}

impl Mark {
    /// The first thing in it that has a meaning only in questions, agreements and the lesson that practises one.
    pub fn of_questions(&self) -> Option<&'static str> {
        let Mark { is_critical, clauses, promises, courses, .. } = self;
        let found = [
            (*is_critical, ".critical"),
            (!clauses.is_empty(), "clauses="),
            (!promises.is_empty(), "promises="),
            (!courses.is_empty(), "for="),
        ];
        found.into_iter().find(|(is_there, _)| *is_there).map(|(_, word)| word)
    }
}

/// Takes the marks out of the words and puts them on their headings and items.
pub fn take_all(blocks: &mut [Block], switches: &Switches, file: &SourceFile, found: &mut Vec<Finding>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => {
                heading.mark = take(&mut heading.content, switches, file, found);
                report_strays(&heading.content, file, found);
            }
            Block::List(list) => list.items.iter_mut().for_each(|item| take_from_item(item, switches, file, found)),
            Block::Quote { blocks, .. } => take_all(blocks, switches, file, found),
            Block::Paragraph { content, .. } => report_strays(content, file, found),
            Block::Table(table) => table.cells().for_each(|cell| report_strays(cell, file, found)),
            Block::Code { .. } | Block::Rule { .. } => {}
        }
    }
}

fn take_from_item(item: &mut Item, switches: &Switches, file: &SourceFile, found: &mut Vec<Finding>) {
    if let Some(Block::Paragraph { content, .. }) = item.blocks.first_mut() {
        item.mark = take(content, switches, file, found);
    }
    take_all(&mut item.blocks, switches, file, found);
}

/// Takes the mark at the end of some words, if there is one.
fn take(content: &mut Vec<Inline>, switches: &Switches, file: &SourceFile, found: &mut Vec<Finding>) -> Option<Mark> {
    let Some(Inline::Text(run)) = content.last() else { return None };
    let start = looks_like_mark(run)?;
    let typed = run.slice(start..run.text.len());
    let words = run.slice(0..run.text[..start].trim_end().len());
    content.pop();
    if !words.text.is_empty() {
        content.push(Inline::Text(words));
    }
    while matches!(content.last(), Some(Inline::Break)) {
        content.pop();
    }
    let (mark, language) = read(&typed, switches, file, found);
    if let Some(language) = language {
        let inner = std::mem::take(content);
        content.push(Inline::Span { language, content: inner, at: mark.at });
    }
    Some(mark)
}

/// Where the first thing that looks like a mark begins: a single `{` (two are a name). Whatever stands in it is taken for a mark,
/// because one that is mistyped, such as `{only: staff}`, must not let its part through; braces as words are typed `\{`.
fn looks_like_mark(run: &Run) -> Option<usize> {
    let is_brace = |at: Option<usize>| at.and_then(|at| run.text.as_bytes().get(at)) == Some(&b'{');
    let mut braces = run.text.match_indices('{').map(|(at, _)| at);
    braces.find(|at| ![at.checked_sub(1), at.checked_add(1)].into_iter().any(is_brace) && !run.is_escaped(*at))
}

fn report_strays(content: &[Inline], file: &SourceFile, found: &mut Vec<Finding>) {
    for inline in content {
        match inline {
            Inline::Text(run) => {
                if let Some(at) = looks_like_mark(run) {
                    let message = "A mark in { } does nothing here, and a reader would see it.";
                    let mend =
                        "Move it to the end of the heading, or of the first paragraph of the list item, outside ** and links.";
                    found.push(file.error(run.at(at), "misplaced-mark", message, mend));
                }
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Span { content: inner, .. } => {
                report_strays(inner, file, found);
            }
            Inline::Link(link) => report_strays(&link.content, file, found),
            Inline::Image(image) => report_strays(&image.alt, file, found),
            Inline::Code(_) | Inline::Break => {}
        }
    }
}

/// Reads a run that begins with the `{` of a mark.
fn read(typed: &Run, switches: &Switches, file: &SourceFile, found: &mut Vec<Finding>) -> (Mark, Option<String>) {
    let mark = Mark { at: typed.at(0), ..Mark::default() };
    let mut reader = Reader { switches, file, found, mark, language: None, has_asked: [false; 2] };
    let end = typed.text.find('}');
    let inside = typed.slice(1..end.unwrap_or(typed.text.len()).max(1));
    match end.map(|end| typed.slice(end + 1..typed.text.len()).trimmed()) {
        None => reader.malformed(typed.at(0), "This mark has no } at its end."),
        Some(rest) if rest.text.is_empty() => {}
        Some(rest) if looks_like_mark(&rest).is_some() => {
            reader.malformed(rest.at(0), "A second mark stands here, and a part can have only one.");
        }
        Some(rest) => reader.malformed(rest.at(0), "Words stand after the mark."),
    }
    reader.read_tokens(&inside);
    let (mut mark, language) = (reader.mark, reader.language);
    // A mark that was meant to hide something and cannot be read hides it from everyone.
    let seems_to = |word: &str| mark.is_broken && typed.text.to_lowercase().contains(word);
    let (hides, depends) = (seems_to("only"), Ask::ALL.into_iter().any(|ask| seems_to(ask.word())));
    if hides {
        mark.only = Only::These(Vec::new());
    }
    if depends {
        mark.absence = Some(Absence::Unread);
    }
    (mark, language)
}

struct Reader<'a> {
    switches: &'a Switches,
    file: &'a SourceFile,
    found: &'a mut Vec<Finding>,
    mark: Mark,
    /// `lang=`: the language of its words. With nothing beside it, spans.rs has read it already.
    language: Option<String>,
    /// Whether it had a condition of each kind.
    has_asked: [bool; 2],
}

/// The condition in a piece of a mark, if it is one.
fn condition(token: &str) -> Option<(Ask, &str)> {
    Ask::ALL.into_iter().find_map(|ask| Some((ask, token.strip_prefix(ask.word())?.strip_prefix('=')?)))
}

/// The keys of a mark whose values are ids of something elsewhere.
const LISTS: [&str; 3] = ["clauses", "promises", "for"];

/// The key and the ids of a piece of a mark, if it is such a list.
fn list(token: &str) -> Option<(&'static str, &str)> {
    LISTS.into_iter().find_map(|key| Some((key, token.strip_prefix(key)?.strip_prefix('=')?)))
}

impl Reader<'_> {
    fn malformed(&mut self, at: usize, message: impl Into<String>) {
        self.mark.is_broken = true;
        self.found.push(self.file.error(at, "malformed-mark", message, SHAPE));
    }

    fn read_tokens(&mut self, inside: &Run) {
        let start = inside.text.as_ptr() as usize;
        for token in inside.text.split_whitespace() {
            let offset = token.as_ptr() as usize - start;
            let at = inside.at(offset);
            if let Some(id) = token.strip_prefix('#') {
                self.read_id(id, at);
            } else if token == ".in-short" {
                self.mark.is_in_short = true;
            } else if token == ".critical" {
                self.mark.is_critical = true;
            } else if let Some((key, ids)) = list(token) {
                self.read_list(key, ids, at);
            } else if let Some(audience) = token.strip_prefix('.') {
                self.read_audience(audience, at);
            } else if let Some(audiences) = token.strip_prefix("only=") {
                self.read_only(audiences, at);
            } else if let Some((ask, rest)) = condition(token) {
                let start = token.len() - rest.len();
                let typed = inside.slice(offset + start..offset + token.len());
                self.read_condition(ask, &typed, at);
            } else if let Some(tag) = token.strip_prefix("lang=") {
                self.language = spans::known(tag.trim_matches('"'), at, self.file, self.found);
            } else if let Some(reference) = token.strip_prefix("ref=") {
                self.read_reference(reference.trim_matches('"'), at);
            } else if Audience::from_id(token).is_some() {
                self.malformed(at, format!("\"{token}\" in this mark has no dot before it."));
            } else {
                self.malformed(at, format!("\"{token}\" is not part of a mark."));
            }
        }
    }

    fn read_id(&mut self, id: &str, at: usize) {
        if !is_id(id) {
            self.malformed(at, format!("\"{id}\" cannot be an id."));
        } else if self.mark.id.is_some() {
            self.malformed(at, "This mark has two ids.");
        } else {
            self.mark.id = Some(id.to_owned());
        }
    }

    fn read_audience(&mut self, id: &str, at: usize) {
        match Audience::from_id(id) {
            Some(audience) if self.mark.audiences.contains(&audience) => {
                self.malformed(at, format!("\".{id}\" stands twice in this mark."));
            }
            Some(audience) => self.mark.audiences.push(audience),
            None => self.unknown_audience(id, at),
        }
    }

    fn read_only(&mut self, ids: &str, at: usize) {
        let read: Vec<_> = ids.split(',').map(|id| (id, Audience::from_id(id))).collect();
        for (id, audience) in &read {
            match audience {
                None => self.unknown_audience(id, at),
                Some(Audience::Everyone) => self.malformed(at, "\"only=everyone\" hides the part from no one."),
                Some(_) => {}
            }
        }
        if self.mark.only != Only::Everyone {
            self.malformed(at, "This mark has \"only=\" twice; several audiences are written only=staff,dsl.");
        }
        let all: Option<Vec<Audience>> = read.into_iter().map(|(_, audience)| audience).collect();
        self.mark.only = Only::These(all.unwrap_or_default());
    }

    fn read_condition(&mut self, ask: Ask, typed: &Run, at: usize) {
        let word = ask.word();
        if std::mem::replace(&mut self.has_asked[ask as usize], true) {
            self.malformed(at, format!("This mark has \"{word}=\" twice; several conditions are written {word}=one,other."));
        } else if typed.text.is_empty() {
            self.malformed(at, format!("\"{word}=\" has no switch after it."));
        } else {
            let absence = self.switches.absence(ask, typed, self.file, self.found);
            self.mark.is_broken |= absence == Some(Absence::Unread);
            self.mark.absence = self.mark.absence.max(absence);
        }
    }

    fn read_reference(&mut self, reference: &str, at: usize) {
        if reference.is_empty() {
            self.malformed(at, "\"ref=\" has no number after it.");
        } else {
            self.mark.reference = Some(reference.to_owned());
        }
    }

    fn read_list(&mut self, key: &'static str, ids: &str, at: usize) {
        let mut read = Vec::new();
        let mut offset = at + key.len() + 1;
        for id in ids.split(',') {
            if is_id(id) {
                read.push((id.to_owned(), offset));
            } else {
                self.malformed(
                    offset,
                    format!("\"{id}\" after \"{key}=\" cannot be an id; several are written {key}=one,other."),
                );
            }
            offset += id.len() + 1;
        }
        let ids = match key {
            "clauses" => &mut self.mark.clauses,
            "promises" => &mut self.mark.promises,
            _ => &mut self.mark.courses,
        };
        match ids.is_empty() {
            true => *ids = read,
            false => self.malformed(at, format!("This mark has \"{key}=\" twice; several are written {key}=one,other.")),
        }
    }

    fn unknown_audience(&mut self, id: &str, at: usize) {
        self.mark.is_broken = true;
        self.found.push(unknown_audience(id, at, self.file));
    }
}

/// The complaint about an audience that does not exist.
pub fn unknown_audience(id: &str, at: usize, file: &SourceFile) -> Finding {
    let mend = did_you_mean(id, Audience::ALL.into_iter().map(Audience::id));
    file.error(at, "unknown-audience", format!("\"{id}\" is not an audience."), mend)
}

/// Whether this can be an id: `[a-z][a-z0-9-]*`.
pub fn is_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.chars().all(|next| next.is_ascii_lowercase() || next.is_ascii_digit() || next == '-')
}

#[cfg(test)]
mod tests {
    use super::{Mark, take_all};
    use crate::load::file::SourceFile;
    use crate::load::markdown;
    use crate::load::switches::Switches;
    use crate::load::typed::{Block, flat};
    use crate::model::{Audience, Only};

    /// The words of the first item, its mark and the rules that were broken.
    fn item(markdown: &str) -> (String, Option<Mark>, Vec<&'static str>) {
        let file = SourceFile::new("a.md", "a.md", markdown);
        let mut found = Vec::new();
        let mut blocks = markdown::read(&file, 0, &mut found);
        take_all(&mut blocks, &Switches::default(), &file, &mut found);
        let Some(Block::List(list)) = blocks.into_iter().next() else { panic!("no list in {markdown}") };
        let item = list.items.into_iter().next().unwrap();
        let words = match item.blocks.first() {
            Some(Block::Paragraph { content, .. }) => flat(content).text,
            _ => String::new(),
        };
        (words, item.mark, found.iter().map(|finding| finding.rule).collect())
    }

    #[test]
    fn a_mark_is_taken_out_of_the_words() {
        let (words, mark, rules) =
            item("- The DSL must\n  keep **records**. {#dsl-6 .dsl\n  .staff only=staff,dsl ref=5.2(b)}\n");
        let mark = mark.unwrap();
        assert_eq!(words, "The DSL must keep records.");
        assert_eq!((mark.id.as_deref(), mark.reference.as_deref()), (Some("dsl-6"), Some("5.2(b)")));
        assert_eq!(mark.audiences, [Audience::Dsl, Audience::Staff]);
        assert_eq!(mark.only, Only::These(vec![Audience::Staff, Audience::Dsl]));
        assert!(rules.is_empty());
    }

    #[test]
    fn a_mark_may_follow_strong_words_or_a_hard_break() {
        assert_eq!(item("- **Tell.** {#a .staff}").0, "Tell.");
        assert_eq!(item("- Tell.  \n  {#a .staff}").0, "Tell.");
        assert_eq!(item("- **Tell. {#a .staff}**").2, ["misplaced-mark"]);
    }

    #[test]
    fn every_malformed_mark_is_reported() {
        for typed in ["{#csm-4 .children", "{#a .staff} {#b .dsl}", "{#csm 4 .children}", "{#Csm-4 .children}", "{#a staff}"] {
            assert_eq!(item(&format!("- Words. {typed}")).2, ["malformed-mark"], "{typed}");
        }
        assert_eq!(item("- Words {#a .staff} more.").2, ["malformed-mark"]);
        assert_eq!(item("- Words. {#a .stuff}").2, ["unknown-audience"]);
    }

    #[test]
    fn what_was_meant_to_be_hidden_and_cannot_be_read_is_shown_to_no_one() {
        for typed in [
            "{#a .staff only=stuff}",
            "{#a .staff only=staff",
            "{#a .staff only staff}",
            "{#a .staff only=staff,stuff}",
            "{a .staff only=staff}",
            "{only = staff}",
            "{only: staff}",
            "{Only=staff}",
        ] {
            assert_eq!(item(&format!("- Words. {typed}")).1.unwrap().only, Only::These(vec![]), "{typed}");
        }
    }

    #[test]
    fn what_a_part_rests_on_is_named_with_its_place() {
        let (_, mark, rules) = item("- Words. {#a .critical clauses=csm-4,inc-1 promises=ask for=teacher}");
        let mark = mark.unwrap();
        assert!(mark.is_critical && rules.is_empty());
        assert_eq!(mark.clauses, [("csm-4".to_owned(), 31), ("inc-1".to_owned(), 37)]);
        assert_eq!((mark.promises[0].0.as_str(), mark.courses[0].0.as_str()), ("ask", "teacher"));
        assert_eq!(item("- Words. {#a clauses=Csm-4}").2, ["malformed-mark"]);
        assert_eq!(item("- Words. {#a clauses=csm-4 clauses=inc-1}").2, ["malformed-mark"]);
        assert_eq!(item("- Words. {#a for=}").2, ["malformed-mark"]);
    }

    #[test]
    fn a_name_is_not_a_mark() {
        assert_eq!(item("- Ring {{ dsl_phone }}").1, None);
        assert_eq!(item("- In `{#code}`").1, None);
        assert_eq!(item("- Words \\{as they are}").1, None);
    }
}
