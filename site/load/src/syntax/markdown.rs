//! Markdown to the tree of [`super::ast`]. What Markdown allows and a setting does not (raw HTML) is reported here, because only
//! here it can be seen.

use super::ast::{Block, Cells, Heading, Image, Inline, Item, Link, List, Table};
use super::headings;
use super::html;
use super::indents;
use super::lines;
use super::lost::Kept;
use super::mapped_text::MappedText;
use super::signs;
use super::spans;
use crate::source::characters;
use crate::source::file::SourceFile;
use fingerpost_model::Align;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Options, Parser, Tag};
use std::ops::Range;

/// Quotes and lists inside one another deeper than this are a mistake, and would be a danger to the stack.
const DEEPEST: usize = 48;

/// The Markdown of a file, for whoever reads it later.
#[derive(Debug)]
pub struct Markdown {
    /// Where it begins.
    pub from: usize,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// What is wrong with it.
    pub complaints: Vec<Finding>,
}

impl Markdown {
    /// Parses the Markdown that begins at an offset of the file.
    pub fn parse(file: &SourceFile, from: usize) -> Markdown {
        let mut complaints = Vec::new();
        let blocks = read(file, from, &mut complaints);
        Markdown { from, blocks, complaints }
    }
}

/// Reads the Markdown that begins at an offset of the file.
pub fn read(file: &SourceFile, from: usize, found: &mut Vec<Finding>) -> Vec<Block> {
    // Heading attributes are not pulldown-cmark's here: marks/ reads them, so that a mark means the same on a heading and on an
    // item, and a malformed one has a place.
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let text = file.text.get(from..).unwrap_or_default();
    let parser = Parser::new_ext(text, options);
    let kept = Kept::new(parser.reference_definitions(), from);
    let (stack, root) = (Vec::new(), Vec::new());
    let mut builder = Builder { file, found, kept, stack, root, was_too_deep: false, begins_line: false, signs_until: 0 };
    for (event, range) in parser.into_offset_iter() {
        builder.event(event, range.start + from..range.end + from);
    }
    builder.close_implicit_paragraph();
    let Builder { root, kept, found, .. } = builder;
    kept.report(from, file, found);
    root
}

/// What is open at one moment.
enum Frame {
    Quote {
        blocks: Vec<Block>,
        at: usize,
    },
    List(List),
    Item(Item),
    Table(Table),
    Row {
        cells: Cells,
        is_head: bool,
    },
    Code {
        run: MappedText,
        info: String,
        at: usize,
    },
    Leaf {
        leaf: Leaf,
        content: Vec<Inline>,
        /// Where the words of each of its lines begin.
        lines: Vec<usize>,
        at: usize,
    },
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Link(Link),
    Image(Image),
    /// What looks like a link and is none.
    Words(Vec<Inline>),
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
    /// What of the file has become of something.
    kept: Kept,
    stack: Vec<Frame>,
    root: Vec<Block>,
    was_too_deep: bool,
    /// Whether a line of words begins with what comes next.
    begins_line: bool,
    /// Where the signs end that begin a heading without being read as such.
    signs_until: usize,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if !matches!(event, Event::Start(_) | Event::End(_)) {
            self.kept.keep(range.clone());
        }
        if std::mem::take(&mut self.begins_line) {
            self.begin_line(range.start);
        }
        match event {
            Event::Start(tag) => self.open(tag, &range),
            Event::End(_) => self.close(),
            Event::Text(text) => self.text(&text, &range),
            Event::SoftBreak if self.ends_heading(range.end) => {}
            Event::SoftBreak => {
                self.text(" ", &(range.start..range.start));
                self.begins_line = true;
            }
            Event::HardBreak => {
                self.inline(Inline::Break, range.start);
                self.begins_line = true;
            }
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
            self.stack.push(Frame::leaf(Leaf::ImplicitParagraph, at));
        }
        if matches!(self.stack.last(), Some(Frame::LeftOut)) || self.is_too_deep(at) {
            self.stack.push(Frame::LeftOut);
            return;
        }
        let frame = match tag {
            Tag::Paragraph => self.paragraph(at),
            Tag::Heading { level, .. } => {
                headings::report_underlined(level as u8, at, self.file, self.found);
                Frame::leaf(Leaf::Heading(level as u8), at)
            }
            Tag::TableCell => Frame::leaf(Leaf::Cell, at),
            Tag::BlockQuote(_) => Frame::Quote { blocks: Vec::new(), at },
            Tag::CodeBlock(kind) => {
                self.kept.keep(range.clone());
                self.report_open_fence(&kind, range);
                Frame::Code { run: MappedText::default(), info: info_of(&kind), at }
            }
            Tag::List(start) => Frame::List(List { start, items: Vec::new(), at }),
            Tag::Item => Frame::Item(Item { ticked: None, blocks: Vec::new(), mark: None, at }),
            Tag::Table(columns) => {
                let align = columns.iter().map(align).collect();
                Frame::Table(Table { head: Vec::new(), rows: Vec::new(), align, at })
            }
            Tag::TableHead => Frame::Row { cells: Vec::new(), is_head: true },
            Tag::TableRow => Frame::Row { cells: Vec::new(), is_head: false },
            Tag::Emphasis => Frame::Emphasis(Vec::new()),
            Tag::Strong => Frame::Strong(Vec::new()),
            Tag::Link { link_type, id, .. } if !self.kept.is_link(link_type, &id) => Frame::Words(Vec::new()),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.keep_all_but(&title, range);
                Frame::Link(Link {
                    to: self.destination(&dest_url, range),
                    is_email: link_type == LinkType::Email,
                    content: Vec::new(),
                    at,
                })
            }
            Tag::Image { link_type, id, .. } if !self.kept.is_link(link_type, &id) => Frame::Words(Vec::new()),
            Tag::Image { dest_url, title, .. } => {
                self.keep_all_but(&title, range);
                Frame::Image(Image { to: self.destination(&dest_url, range), alt: Vec::new(), at })
            }
            Tag::HtmlBlock => {
                self.kept.keep(range.clone());
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
            self.found.push(self.file.error(at, Rule::TooDeep, message, "Use headings instead."));
        }
        is
    }

    /// A link's or image's destination with its place: it is looked for between the last `](` and the end.
    fn destination(&self, to: &str, range: &Range<usize>) -> MappedText {
        let source = self.file.text.get(range.clone()).unwrap_or_default();
        let after_text = source.rfind("](").map_or(0, |at| at + 2);
        let at = source[after_text..].find(to).map_or(0, |at| after_text + at);
        let mut run = MappedText::default();
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
            Frame::List(list) => {
                indents::in_list(&list, self.file, self.found);
                self.block(Block::List(list));
            }
            Frame::Code { run, info, at } => self.block(Block::Code { run, info, at }),
            Frame::Table(table) => self.block(Block::Table(table)),
            Frame::Item(item) => {
                if let Some(Frame::List(list)) = self.stack.last_mut() {
                    list.items.push(item);
                }
            }
            Frame::Row { cells, is_head } => {
                if let Some(Frame::Table(table)) = self.stack.last_mut() {
                    if is_head { table.head = cells } else { table.rows.push(cells) }
                }
            }
            Frame::Leaf { leaf, content, lines, at } => self.finish_leaf(&leaf, content, &lines, at),
            Frame::Strong(content) => self.inline(Inline::Strong(content), 0),
            Frame::Emphasis(content) => self.inline(Inline::Emphasis(content), 0),
            Frame::Link(link) => self.inline(Inline::Link(Box::new(link)), 0),
            Frame::Image(image) => self.inline(Inline::Image(Box::new(image)), 0),
            Frame::Words(content) => content.into_iter().for_each(|inline| self.inline(inline, 0)),
            Frame::LeftOut => {}
        }
    }

    fn finish_leaf(&mut self, leaf: &Leaf, mut content: Vec<Inline>, lines: &[usize], at: usize) {
        let begins_item = matches!(self.stack.last(), Some(Frame::Item(item)) if item.blocks.is_empty() && item.ticked.is_none());
        signs::report(&content, begins_item, self.file, self.found);
        spans::take(&mut content, self.file, self.found);
        match leaf {
            Leaf::Paragraph | Leaf::ImplicitParagraph => {
                lines::report(lines, self.file, self.found);
                self.block(Block::Paragraph { content, at });
            }
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
        let blocks = match self.stack.last_mut() {
            None => &mut self.root,
            // Most items are one paragraph, for which a list would otherwise have room for four.
            Some(Frame::Item(Item { blocks, .. })) if blocks.is_empty() => {
                blocks.reserve_exact(1);
                blocks
            }
            Some(Frame::Quote { blocks, .. } | Frame::Item(Item { blocks, .. })) => blocks,
            Some(_) => return,
        };
        if let Some(Block::List(list)) = blocks.last() {
            indents::after_list(list, block.at(), self.file, self.found);
        }
        blocks.push(block);
    }

    /// A paragraph, or the heading that its author meant: so that its mark is read and links find it.
    fn paragraph(&mut self, at: usize) -> Frame {
        let is_title = self.root.is_empty();
        match headings::without_space(at, is_title, self.file).filter(|_| self.stack.is_empty()) {
            Some(heading) => {
                heading.report(self.file, self.found);
                self.signs_until = heading.words_at;
                Frame::leaf(Leaf::Heading(heading.level), at)
            }
            None => Frame::leaf(Leaf::Paragraph, at),
        }
    }

    /// Whether a heading that its author meant ends or begins at the end of a line; what follows is then begun.
    fn ends_heading(&mut self, at: usize) -> bool {
        let [Frame::Leaf { leaf, .. }] = &self.stack[..] else { return false };
        let is_heading = matches!(leaf, Leaf::Heading(_)) && self.signs_until > 0;
        if !is_heading && headings::without_space(at, false, self.file).is_none() {
            return false;
        }
        self.close();
        let next = self.paragraph(at);
        self.stack.push(next);
        true
    }

    /// Notes where the words of a line begin. A sign with a backslash before it begins none.
    fn begin_line(&mut self, at: usize) {
        let is_escaped = at > 0 && self.file.text.as_bytes().get(at - 1) == Some(&b'\\');
        let leaf =
            self.stack.iter_mut().rev().find_map(|frame| if let Frame::Leaf { lines, .. } = frame { Some(lines) } else { None });
        if let Some(lines) = leaf {
            lines.push(if is_escaped { usize::MAX } else { at });
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
            self.stack.push(Frame::leaf(Leaf::ImplicitParagraph, at));
        }
        match self.stack.last_mut() {
            Some(
                Frame::Leaf { content, .. }
                | Frame::Strong(content)
                | Frame::Emphasis(content)
                | Frame::Link(Link { content, .. })
                | Frame::Image(Image { alt: content, .. })
                | Frame::Words(content),
            ) => Some(content),
            _ => None,
        }
    }

    /// Adds text to the run that is open, because the parser cuts text wherever a special character might have had a meaning.
    fn text(&mut self, text: &str, range: &Range<usize>) {
        let at = range.start.max(self.signs_until.min(range.end));
        let text = text.get(at - range.start..).unwrap_or(text);
        let is_in_file = self.file.text.get(at..range.end) == Some(text);
        if !is_in_file {
            self.found.extend(characters::in_value(text, at, self.file));
        }
        let is_escaped = is_in_file
            && text.starts_with(|first: char| first.is_ascii_punctuation())
            && at > 0
            && self.file.text.as_bytes().get(at - 1) == Some(&b'\\');
        let add = |run: &mut MappedText| match (is_escaped, is_in_file) {
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
                let mut run = MappedText::default();
                add(&mut run);
                // Most paragraphs are words alone, for which a list would otherwise have room for four.
                if content.is_empty() {
                    content.reserve_exact(1);
                }
                content.push(Inline::Text(run));
            }
        }
    }

    fn code(&mut self, code: &str, range: &Range<usize>) {
        let source = self.file.text.get(range.clone()).unwrap_or_default();
        let mut run = MappedText::default();
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
        let is_in_cell = self.stack.iter().any(|frame| matches!(frame, Frame::Leaf { leaf: Leaf::Cell, .. }));
        if is_in_cell && html::is_new_line(self.file.text.get(range.clone()).unwrap_or_default()) {
            self.inline(Inline::Break, range.start);
        } else if !self.file.text.get(range.clone()).unwrap_or_default().starts_with("</") {
            self.report_html(range);
        }
    }

    fn report_html(&mut self, range: &Range<usize>) {
        let source = self.file.text.get(range.clone()).unwrap_or_default();
        let first_line = source.lines().next().unwrap_or_default().trim();
        let shown: String = first_line.chars().take(40).collect();
        let message = format!("\"{shown}\" is raw HTML, which no content file may hold.");
        self.found.push(self.file.error(range.start, Rule::RawHtml, message, html::help(source)));
    }

    /// All of a link or a picture is on the page but for its title, which a pointer would have to find.
    fn keep_all_but(&mut self, title: &str, range: &Range<usize>) {
        let source = self.file.text.get(range.clone()).unwrap_or_default();
        let title_at = (!title.is_empty()).then(|| source.rfind(title)).flatten();
        let title = title_at.map_or(range.end..range.end, |at| range.start + at..range.start + at + title.len());
        self.kept.keep(range.start..title.start);
        self.kept.keep(title.end..range.end);
    }

    /// Reports signs that begin what is shown as typed, where nothing ends it.
    fn report_open_fence(&mut self, kind: &CodeBlockKind<'_>, range: &Range<usize>) {
        let source = self.file.text.get(range.clone()).unwrap_or_default();
        let last = source.trim_end().lines().skip(1).last().unwrap_or_default().trim_start_matches([' ', '>']);
        let is_closed = last.starts_with("```") || last.starts_with("~~~");
        if matches!(kind, CodeBlockKind::Fenced(_)) && !is_closed {
            let message = "All that follows this line is shown as typed, because nothing ends it.";
            let help = "Type a line of the same signs after what is to be shown so, or take this line out.";
            self.found.push(self.file.error(range.start, Rule::StraySign, message, help));
        }
    }
}

/// What stands after the signs that begin preformatted text.
fn info_of(kind: &CodeBlockKind<'_>) -> String {
    match kind {
        CodeBlockKind::Fenced(info) => info.trim().to_owned(),
        CodeBlockKind::Indented => String::new(),
    }
}

fn align(column: &Alignment) -> Align {
    match column {
        Alignment::None | Alignment::Left => Align::Start,
        Alignment::Center => Align::Middle,
        Alignment::Right => Align::End,
    }
}

impl Frame {
    fn leaf(leaf: Leaf, at: usize) -> Frame {
        Frame::Leaf { leaf, content: Vec::new(), lines: vec![at], at }
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

/// What one rule says of a piece of Markdown, for the tests of what it is read with.
#[cfg(test)]
pub fn findings_of(markdown: &str, rule: Rule) -> Vec<Finding> {
    let file = SourceFile::new("a.md", "a.md", markdown);
    let mut found = Vec::new();
    read(&file, 0, &mut found);
    found.retain(|finding| finding.rule == rule);
    found
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::source::file::SourceFile;
    use crate::syntax::ast::{Block, Inline, flat};
    use fingerpost_model::rules::Rule;

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
        assert_eq!(found.iter().map(|finding| finding.rule).collect::<Vec<_>>(), [Rule::TooDeep]);
    }
}
