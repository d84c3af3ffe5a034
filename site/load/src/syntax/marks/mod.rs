//! Marks: `{#id .audience only=... when=... ref=...}` at the end of a heading or of a list item's first paragraph.
//!
//! 1. [`take_all`] takes every mark out of the words of a file and puts it on its heading or item; [`attributes`]
//!    divides it by its signs, and [`read`] says what that means.
//! 2. A mark that cannot be read is reported; if it seems to limit who sees the part, or where it holds, the part is then shown to no
//!    one.
//! 3. What looks like a mark ([`likeness`]) and is none, or stands elsewhere, is reported too, and the part that holds it ([`holder`]) is
//!    shown to no one.

mod attributes;
mod braces;
mod holder;
mod likeness;
mod read;

use super::ast::{self, Block, Inline, Item};
use super::mark::{Mark, is_id};
use super::switches::{AskedWords, Switches};
use crate::handbook::folder;
use crate::source::file::SourceFile;
use braces::{closes_nothing, looks_like_mark};
use fingerpost_model::Only;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use holder::{Holder, Holders};
use read::ReadMark;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What the marks of a file say of all of it.
pub struct Taken {
    /// Whether it is to be shown to no one, because something in it may have been meant so.
    pub is_hidden: bool,
    /// The words of switches for which its parts ask.
    pub asked: AskedWords,
}

/// Takes the marks out of the words and puts them on their headings and items. `from` is where the Markdown begins.
pub fn take_all(blocks: &mut [Block], from: usize, switches: &Switches, file: &SourceFile, found: &mut Vec<Finding>) -> Taken {
    let holders = Holders::of(blocks);
    let mut taker = Taker {
        switches,
        file,
        found,
        holders,
        taken: Vec::new(),
        lone: Vec::new(),
        hidden: BTreeSet::new(),
        ids: BTreeMap::new(),
        asked: AskedWords::default(),
    };
    taker.take_all(blocks);
    // The pages of a handbook show to authors how marks are typed, and hide nothing.
    if !folder::is_page(file) {
        taker.report_likenesses(from);
    }
    let Taker { mut hidden, ids, asked, .. } = taker;
    holder::hide(blocks, &hidden, &ids);
    let is_title = |block: &&Block| matches!(block, Block::Heading(heading) if heading.level == 1);
    let title = blocks.iter().find(is_title);
    if matches!(title, Some(Block::Heading(heading)) if heading.mark.as_deref().is_some_and(Mark::limits)) {
        hidden.insert(Holder::File);
    }
    Taken { is_hidden: hidden.contains(&Holder::File), asked }
}

/// Reports the parts for some readers only in what is for everybody (`what`, as the beginning of a sentence), and hides them.
pub fn expect_no_limits(blocks: &mut [Block], what: &str, file: &SourceFile, found: &mut Vec<Finding>) {
    let mut expect = |mark: &mut Option<Box<Mark>>| {
        if let Some(mark) = mark.as_mut().filter(|mark| mark.only != Only::Everyone && !mark.is_broken) {
            let message = format!("{what} for everybody, so this part with \"only=\" is shown to no one.");
            let help = "Take \"only=\" out, or move the part to a section of the policy or a page.";
            found.push(file.error(mark.at, Rule::MisplacedMark, message, help));
            mark.hide();
        }
    };
    each_mark(blocks, &mut expect);
}

fn each_mark(blocks: &mut [Block], each: &mut dyn FnMut(&mut Option<Box<Mark>>)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => each(&mut heading.mark),
            Block::List(list) => {
                for item in &mut list.items {
                    each(&mut item.mark);
                    each_mark(&mut item.blocks, each);
                }
            }
            Block::Quote { blocks, .. } => each_mark(blocks, each),
            Block::Paragraph { .. } | Block::Code { .. } | Block::Table(_) | Block::Rule { .. } => {}
        }
    }
}

struct Taker<'a> {
    switches: &'a Switches,
    file: &'a SourceFile,
    found: &'a mut Vec<Finding>,
    holders: Holders,
    /// Where the marks stand, and what was reported as one.
    taken: Vec<Range<usize>>,
    /// Where a } stands without a {.
    lone: Vec<usize>,
    /// What is to be shown to no one.
    hidden: BTreeSet<Holder>,
    /// The ids that were meant for what is hidden, so that a link to one is not reported as well.
    ids: BTreeMap<Holder, String>,
    /// The words of switches for which the marks ask.
    asked: AskedWords,
}

impl Taker<'_> {
    fn take_all(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    heading.mark = self.take(&mut heading.content);
                    self.report_strays(&heading.content);
                }
                Block::List(list) => list.items.iter_mut().for_each(|item| self.take_from_item(item)),
                Block::Quote { blocks, .. } => self.take_all(blocks),
                Block::Paragraph { content, .. } => self.report_strays(content),
                Block::Table(table) => table.cells().for_each(|cell| self.report_strays(cell)),
                Block::Code { .. } | Block::Rule { .. } => {}
            }
        }
    }

    fn take_from_item(&mut self, item: &mut Item) {
        if let Some(Block::Paragraph { content, .. }) = item.blocks.first_mut() {
            item.mark = self.take(content);
            if let Some(mark) = item.mark.as_deref().filter(|mark| self.holders.is_uncertain(mark.at, &self.file.text)) {
                let message = "This mark begins a line further out than its list item, so it is not certain what it is for and no one is shown that.";
                let help = "Move it to the end of the first line of the heading or list item that it is for.";
                self.found.push(self.file.error(mark.at, Rule::MisplacedMark, message, help));
                self.hide(mark.at);
            }
        }
        self.take_all(&mut item.blocks);
    }

    /// Takes the mark at the end of some words, if there is one.
    fn take(&mut self, content: &mut Vec<Inline>) -> Option<Box<Mark>> {
        let Some(Inline::Text(run)) = content.last() else { return None };
        let start = looks_like_mark(run)?;
        let typed = ast::cut_end(content, start)?;
        self.taken.push(typed.range());
        let ReadMark { mark, language, asked } = read::read(&typed, self.switches, self.file, self.found);
        self.asked.extend(&asked);
        if let Some(language) = language {
            let inner = std::mem::take(content);
            content.push(Inline::Span { language, content: inner, at: mark.at });
        }
        Some(Box::new(mark))
    }

    fn report_strays(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(run) => {
                    if let Some(at) = looks_like_mark(run) {
                        let typed = run.slice(at..run.text.len());
                        let may_limit = read::may_limit(&typed.text);
                        let message = match may_limit {
                            true => "A mark in { } does nothing here, so this part is shown to no one.",
                            false => "A mark in { } does nothing here, and a reader would see it.",
                        };
                        let help = "Move it to the end of the heading, or of the first paragraph of the list item, outside ** and links.";
                        self.found.push(self.file.error(run.at(at), Rule::MisplacedMark, message, help));
                        self.taken.push(typed.range());
                        if may_limit {
                            self.hide(run.at(at));
                        }
                    } else if let Some(at) = closes_nothing(run) {
                        self.lone.push(run.at(at));
                    }
                }
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Span { content: inner, .. } => {
                    self.report_strays(inner)
                }
                Inline::Link(link) => self.report_strays(&link.content),
                Inline::Image(image) => self.report_strays(&image.alt),
                Inline::Code(_) | Inline::Break => {}
            }
        }
    }

    /// Reports what looks like a mark and is none.
    fn report_likenesses(&mut self, from: usize) {
        let text = &self.file.text;
        self.taken.sort_unstable_by_key(|place| place.start);
        // From each that was reported to the end of its line: what stands in one line is one mistake.
        let mut reported: Vec<Range<usize>> = Vec::new();
        for place in likeness::all(text, from, self.switches) {
            let before = self.taken.partition_point(|taken| taken.start <= place.start);
            let is_taken = before.checked_sub(1).is_some_and(|index| self.taken[index].end > place.start);
            let is_taken = is_taken || self.taken.get(before).is_some_and(|next| next.start < place.end);
            let is_reported = reported.last().is_some_and(|last| last.contains(&place.start));
            if !is_taken && !is_reported {
                let typed: String = text[place.clone()].chars().take(40).collect();
                let message = format!("\"{typed}\" looks like a mark and is none, so this part is shown to no one.");
                self.found.push(self.file.error(place.start, Rule::MalformedMark, message, BRACES));
                self.hide(place.start);
                reported.push(place.start..text[place.end..].find('\n').map_or(text.len(), |length| place.end + length));
                let holder = self.holders.at(place.start, text);
                let id = text[place].strip_prefix('#').and_then(|typed| typed.split_whitespace().next()).filter(|id| is_id(id));
                self.ids.extend(id.map(|id| (holder, id.to_owned())));
            }
        }
        for at in std::mem::take(&mut self.lone) {
            // Its words were reported where they begin.
            let before = reported.partition_point(|line| line.start <= at);
            let is_reported = before.checked_sub(1).is_some_and(|index| reported[index].contains(&at));
            if !is_reported {
                let message = "A } stands here without the { of a mark before it, so this part is shown to no one.";
                self.found.push(self.file.error(at, Rule::MalformedMark, message, BRACES));
                self.hide(at);
            }
        }
    }

    fn hide(&mut self, at: usize) {
        let holder = self.holders.at(at, &self.file.text);
        self.hidden.insert(holder);
    }
}

const BRACES: &str =
    "Type it between { and } at the end of the heading or list item, like {only=staff}, or say it in other words.";

#[cfg(test)]
mod tests {
    use super::take_all;
    use crate::source::file::SourceFile;
    use crate::syntax::ast::{Block, flat};
    use crate::syntax::mark::{Class, Mark};
    use crate::syntax::markdown;
    use crate::syntax::switches::Switches;
    use fingerpost_model::rules::Rule;
    use fingerpost_model::{Audience, Only};

    /// The words of the first item, its mark and the rules that were broken.
    fn item(markdown: &str) -> (String, Option<Box<Mark>>, Vec<Rule>) {
        let file = SourceFile::new("a.md", "a.md", markdown);
        let mut found = Vec::new();
        let mut blocks = markdown::read(&file, 0, &mut found);
        take_all(&mut blocks, 0, &Switches::default(), &file, &mut found);
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
        assert_eq!((mark.id(), mark.reference()), (Some("dsl-6"), Some("5.2(b)")));
        assert!(mark.attributes.audiences().eq([Audience::Dsl, Audience::Staff]));
        assert_eq!(mark.only, Only::These(vec![Audience::Staff, Audience::Dsl]));
        assert!(rules.is_empty());
    }

    #[test]
    fn a_mark_may_follow_strong_words_or_a_hard_break() {
        assert_eq!(item("- **Tell.** {#a .staff}").0, "Tell.");
        assert_eq!(item("- Tell.  \n  {#a .staff}").0, "Tell.");
        assert_eq!(item("- **Tell. {#a .staff}**").2, [Rule::MisplacedMark]);
    }

    #[test]
    fn every_malformed_mark_is_reported() {
        for typed in ["{#csm-4 .children", "{#a .staff} {#b .dsl}", "{#csm 4 .children}", "{#Csm-4 .children}", "{#a staff}"] {
            assert_eq!(item(&format!("- Words. {typed}")).2, [Rule::MalformedMark], "{typed}");
        }
        assert_eq!(item("- Words {#a .staff} more.").2, [Rule::MalformedMark]);
        assert_eq!(item("- Words. {#a .stuff}").2, [Rule::UnknownAudience]);
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
        assert!(mark.attributes.classes == [Class::Critical] && rules.is_empty());
        assert_eq!(mark.clauses(), [("csm-4".to_owned(), 31), ("inc-1".to_owned(), 37)]);
        assert_eq!((mark.promises()[0].0.as_str(), mark.courses()[0].0.as_str()), ("ask", "teacher"));
        assert_eq!(item("- Words. {#a clauses=Csm-4}").2, [Rule::MalformedMark]);
        assert_eq!(item("- Words. {#a clauses=csm-4 clauses=inc-1}").2, [Rule::MalformedMark]);
        assert_eq!(item("- Words. {#a for=}").2, [Rule::MalformedMark]);
    }

    #[test]
    fn a_name_is_not_a_mark() {
        assert_eq!(item("- Ring {{ dsl_phone }}").1, None);
        assert_eq!(item("- In `{#code}`").1, None);
        assert_eq!(item("- Words \\{as they are}").1, None);
    }
}
