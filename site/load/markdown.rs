//! Markdown to the tree of [`super::typed`]. What Markdown allows and a setting does not (raw HTML) is reported here, because only
//! here it can be seen.

use super::file::SourceFile;
use super::run::Run;
use super::typed::{Block, Heading, Image, Inline, Item, Link, List};
use crate::finding::Finding;
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};
use std::ops::Range;

/// Quotes and lists inside one another deeper than this are a mistake, and would be a danger to the stack.
const DEEPEST: usize = 48;

/// Reads the Markdown that begins at an offset of the file.
pub fn read(file: &SourceFile, from: usize, found: &mut Vec<Finding>) -> Vec<Block> {
    // Heading attributes are not pulldown-cmark's here: marks.rs reads them, so that a mark means the same on a heading and on an
    // item, and a malformed one has a place.
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let text = file.text.get(from..).unwrap_or_default();
    let mut builder = Builder { file, found, stack: Vec::new(), root: Vec::new(), was_too_deep: false };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        builder.event(event, range.start + from..range.end + from);
    }
    builder.close_implicit_paragraph();
    builder.root
}

/// What is open at one moment.
enum Frame {
    Quote {
        blocks: Vec<Block>,
        at: usize,
    },
    List(List),
    Item(Item),
    Table {
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
        at: usize,
    },
    Row {
        cells: Vec<Vec<Inline>>,
        is_head: bool,
    },
    Code {
        run: Run,
        info: String,
        at: usize,
    },
    Leaf {
        leaf: Leaf,
        content: Vec<Inline>,
        at: usize,
    },
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Link(Link),
    Image(Image),
    /// What is in it was reported, or is of a kind that cannot come, and is left out.
    LeftOut,
}

enum Leaf {
    Paragraph,
    /// The words of an item of a tight list, around which the parser puts no paragraph.
    ImplicitParagraph,
    Heading(u8),
    Cell,
}

struct Builder<'a> {
    file: &'a SourceFile,
    found: &'a mut Vec<Finding>,
    stack: Vec<Frame>,
    root: Vec<Block>,
    was_too_deep: bool,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(tag, &range),
            Event::End(_) => self.close(),
            Event::Text(text) => self.text(&text, &range),
            Event::SoftBreak => self.text(" ", &(range.start..range.start)),
            Event::HardBreak => self.inline(Inline::Break, range.start),
            Event::Code(code) => self.code(&code, &range),
            Event::TaskListMarker(ticked) => self.tick(ticked),
            Event::Rule => {
                self.close_implicit_paragraph();
                self.block(Block::Rule { at: range.start });
            }
            Event::InlineHtml(_) => self.inline_html(&range),
            // Those inside an HTML block, which was reported as a whole; the rest is not switched on.
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        let at = range.start;
        if !is_inline(&tag) {
            self.close_implicit_paragraph();
        } else if self.wants_paragraph() {
            self.stack.push(Frame::Leaf { leaf: Leaf::ImplicitParagraph, content: Vec::new(), at });
        }
        if matches!(self.stack.last(), Some(Frame::LeftOut)) || self.is_too_deep(at) {
            self.stack.push(Frame::LeftOut);
            return;
        }
        let leaf = |leaf| Frame::Leaf { leaf, content: Vec::new(), at };
        let frame = match tag {
            Tag::Paragraph => leaf(Leaf::Paragraph),
            Tag::Heading { level, .. } => leaf(Leaf::Heading(level as u8)),
            Tag::TableCell => leaf(Leaf::Cell),
            Tag::BlockQuote(_) => Frame::Quote { blocks: Vec::new(), at },
            Tag::CodeBlock(kind) => Frame::Code { run: Run::default(), info: info_of(&kind), at },
            Tag::List(start) => Frame::List(List { start, items: Vec::new(), at }),
            Tag::Item => Frame::Item(Item { ticked: None, blocks: Vec::new(), mark: None, at }),
            Tag::Table(_) => Frame::Table { head: Vec::new(), rows: Vec::new(), at },
            Tag::TableHead => Frame::Row { cells: Vec::new(), is_head: true },
            Tag::TableRow => Frame::Row { cells: Vec::new(), is_head: false },
            Tag::Emphasis => Frame::Emphasis(Vec::new()),
            Tag::Strong => Frame::Strong(Vec::new()),
            Tag::Link { link_type, dest_url, .. } => Frame::Link(Link {
                to: self.destination(&dest_url, range),
                is_email: link_type == LinkType::Email,
                content: Vec::new(),
                at,
            }),
            Tag::Image { dest_url, .. } => Frame::Image(Image { to: self.destination(&dest_url, range), alt: Vec::new(), at }),
            Tag::HtmlBlock => {
                self.report_html(range);
                Frame::LeftOut
            }
            _ => Frame::LeftOut,
        };
        self.stack.push(frame);
    }

    fn is_too_deep(&mut self, at: usize) -> bool {
        let is = self.stack.len() >= DEEPEST;
        if is && !self.was_too_deep {
            self.was_too_deep = true;
            let message = "Lists or quotes stand inside one another too deeply here.";
            self.found.push(self.file.error(at, "too-deep", message, "Use headings instead."));
        }
        is
    }

    /// A link's or image's destination with its place: it is looked for between the last `](` and the end.
    fn destination(&self, to: &str, range: &Range<usize>) -> Run {
        let source = self.file.text.get(range.clone()).unwrap_or_default();
        let after_text = source.rfind("](").map_or(0, |at| at + 2);
        let at = source[after_text..].find(to).map_or(0, |at| after_text + at);
        let mut run = Run::default();
        run.push(to, range.start + at);
        run
    }

    fn close(&mut self) {
        self.close_implicit_paragraph();
        let Some(frame) = self.stack.pop() else { return };
        self.finish(frame);
    }

    fn finish(&mut self, frame: Frame) {
        match frame {
            Frame::Quote { blocks, at } => self.block(Block::Quote { blocks, at }),
            Frame::List(list) => self.block(Block::List(list)),
            Frame::Code { run, info, at } => self.block(Block::Code { run, info, at }),
            Frame::Table { head, rows, at } => self.block(Block::Table { head, rows, at }),
            Frame::Item(item) => {
                if let Some(Frame::List(list)) = self.stack.last_mut() {
                    list.items.push(item);
                }
            }
            Frame::Row { cells, is_head } => {
                if let Some(Frame::Table { head, rows, .. }) = self.stack.last_mut() {
                    if is_head { *head = cells } else { rows.push(cells) }
                }
            }
            Frame::Leaf { leaf, content, at } => self.finish_leaf(&leaf, content, at),
            Frame::Strong(content) => self.inline(Inline::Strong(content), 0),
            Frame::Emphasis(content) => self.inline(Inline::Emphasis(content), 0),
            Frame::Link(link) => self.inline(Inline::Link(link), 0),
            Frame::Image(image) => self.inline(Inline::Image(image), 0),
            Frame::LeftOut => {}
        }
    }

    fn finish_leaf(&mut self, leaf: &Leaf, content: Vec<Inline>, at: usize) {
        match leaf {
            Leaf::Paragraph | Leaf::ImplicitParagraph => self.block(Block::Paragraph { content, at }),
            Leaf::Heading(level) => self.block(Block::Heading(Heading { level: *level, content, mark: None, at })),
            Leaf::Cell => {
                if let Some(Frame::Row { cells, .. }) = self.stack.last_mut() {
                    cells.push(content);
                }
            }
        }
    }

    fn close_implicit_paragraph(&mut self) {
        if matches!(self.stack.last(), Some(Frame::Leaf { leaf: Leaf::ImplicitParagraph, .. }))
            && let Some(frame) = self.stack.pop()
        {
            self.finish(frame);
        }
    }

    fn wants_paragraph(&self) -> bool {
        matches!(self.stack.last(), None | Some(Frame::Item(_) | Frame::Quote { .. }))
    }

    fn block(&mut self, block: Block) {
        match self.stack.last_mut() {
            None => self.root.push(block),
            Some(Frame::Quote { blocks, .. } | Frame::Item(Item { blocks, .. })) => blocks.push(block),
            Some(_) => {}
        }
    }

    fn inline(&mut self, inline: Inline, at: usize) {
        if let Some(content) = self.words(at) {
            content.push(inline);
        }
    }

    /// Where running text goes now; `None` where it is left out.
    fn words(&mut self, at: usize) -> Option<&mut Vec<Inline>> {
        if self.wants_paragraph() {
            self.stack.push(Frame::Leaf { leaf: Leaf::ImplicitParagraph, content: Vec::new(), at });
        }
        match self.stack.last_mut() {
            Some(
                Frame::Leaf { content, .. }
                | Frame::Strong(content)
                | Frame::Emphasis(content)
                | Frame::Link(Link { content, .. })
                | Frame::Image(Image { alt: content, .. }),
            ) => Some(content),
            _ => None,
        }
    }

    /// Adds text to the run that is open, because the parser cuts text wherever a special character might have had a meaning.
    fn text(&mut self, text: &str, range: &Range<usize>) {
        let at = range.start;
        let is_in_file = self.file.text.get(range.clone()) == Some(text);
        let is_escaped = is_in_file && text.starts_with('{') && at > 0 && self.file.text.as_bytes().get(at - 1) == Some(&b'\\');
        let add = |run: &mut Run| match (is_escaped, is_in_file) {
            (true, _) => run.push_escaped(text, at),
            (false, true) => run.push(text, at),
            (false, false) => run.push_value(text, at),
        };
        if let Some(Frame::Code { run, .. }) = self.stack.last_mut() {
            add(run);
        } else if let Some(content) = self.words(at) {
            if let Some(Inline::Text(run)) = content.last_mut() {
                add(run);
            } else {
                let mut run = Run::default();
                add(&mut run);
                content.push(Inline::Text(run));
            }
        }
    }

    fn code(&mut self, code: &str, range: &Range<usize>) {
        let source = self.file.text.get(range.clone()).unwrap_or_default();
        let mut run = Run::default();
        run.push(code, range.start + source.find(code).unwrap_or(0));
        self.inline(Inline::Code(run), range.start);
    }

    fn tick(&mut self, ticked: bool) {
        if let Some(Frame::Item(item)) = self.stack.iter_mut().rev().find(|frame| matches!(frame, Frame::Item(_))) {
            item.ticked = Some(ticked);
        }
    }

    /// The end tag is not reported beside its start tag.
    fn inline_html(&mut self, range: &Range<usize>) {
        if !self.file.text.get(range.clone()).unwrap_or_default().starts_with("</") {
            self.report_html(range);
        }
    }

    fn report_html(&mut self, range: &Range<usize>) {
        let source = self.file.text.get(range.clone()).unwrap_or_default();
        let first_line = source.lines().next().unwrap_or_default().trim();
        let shown: String = first_line.chars().take(40).collect();
        let message = format!("\"{shown}\" is raw HTML, which no content file may hold.");
        let mend = match source.trim_start().starts_with("<!--") {
            true => "Take the comment out.",
            false => "Say it in Markdown, or type \\< where you mean the sign itself.",
        };
        self.found.push(self.file.error(range.start, "raw-html", message, mend));
    }
}

/// What stands after the signs that begin preformatted text.
fn info_of(kind: &CodeBlockKind<'_>) -> String {
    match kind {
        CodeBlockKind::Fenced(info) => info.trim().to_owned(),
        CodeBlockKind::Indented => String::new(),
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::load::file::SourceFile;
    use crate::load::typed::{Block, Inline, flat};

    #[test]
    fn text_that_the_parser_cuts_is_one_run_with_its_places() {
        let file = SourceFile::new("a.md", "a.md", "Ring {{ dsl_phone }} or\n{{ head_phone }} &amp; wait.");
        let blocks = read(&file, 0, &mut Vec::new());
        let [Block::Paragraph { content, .. }] = &blocks[..] else { panic!("{blocks:?}") };
        let [Inline::Text(run)] = &content[..] else { panic!("{content:?}") };
        assert_eq!(run.text, "Ring {{ dsl_phone }} or {{ head_phone }} & wait.");
        assert_eq!(file.place(run.at(run.text.find("head").unwrap())).to_string(), "a.md:2:4");
        assert_eq!(file.place(run.at(run.text.find("wait").unwrap())).to_string(), "a.md:2:24");
    }

    #[test]
    fn an_item_of_a_tight_list_has_a_paragraph_and_then_its_list() {
        let file = SourceFile::new("a.md", "a.md", "- [x] one *two*\n  - three\n");
        let blocks = read(&file, 0, &mut Vec::new());
        let [Block::List(list)] = &blocks[..] else { panic!("{blocks:?}") };
        let item = &list.items[0];
        assert_eq!(item.ticked, Some(true));
        let [Block::Paragraph { content, .. }, Block::List(inner)] = &item.blocks[..] else { panic!("{item:?}") };
        assert_eq!((flat(content).text.as_str(), inner.items.len()), ("one two", 1));
    }

    #[test]
    fn what_stands_inside_one_another_a_thousand_times_is_reported_once() {
        let file = SourceFile::new("a.md", "a.md", &">".repeat(10_000));
        let mut found = Vec::new();
        read(&file, 0, &mut found);
        assert_eq!(found.iter().map(|finding| finding.rule).collect::<Vec<_>>(), ["too-deep"]);
    }
}
