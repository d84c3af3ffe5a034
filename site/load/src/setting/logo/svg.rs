//! A drawing: read as XML by a parser that knows all of it, and written anew from the elements and attributes that were understood.
//!
//! What only a drawing program reads (its own elements and attributes, comments, metadata) is left out without a word. What would run, move, lead
//! elsewhere or load something is refused with its place, because its author meant something by it.

use super::css::{self, Fault, one_space};
use super::kind::Kind;
use super::parts::{self, Part, Parts};
use super::picture::{Picture, Refusal};
use super::png;
use super::vocabulary::{self, Element, LINKING, MEASURES, PROPERTIES, SVG, XHTML, XLINK, XML};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fingerpost_model::rules::Rule;
use roxmltree::{Attribute, Document, Error, Node, NodeType, ParsingOptions};
use std::borrow::Cow;

/// The longest text in bytes.
const LONGEST: usize = 200_000;

/// The most pieces of a drawing: elements, and texts between them.
const MOST_PIECES: u32 = 20_000;

/// The most elements in one another.
const DEEPEST: usize = 64;

const SAVE_PLAIN: &str = "Save the logo as a plain SVG again, or as a PNG.";
const SAVE_AS_UTF8: &str = "Save it again with the encoding UTF-8.";

/// The drawing as it is published.
pub fn read(bytes: &[u8]) -> Result<Picture, Refusal> {
    let Ok(whole) = std::str::from_utf8(bytes) else {
        return Err(Refusal {
            at: 0,
            rule: Rule::UnreadableFile,
            message: "This file is not text in UTF-8.".into(),
            help: SAVE_AS_UTF8,
        });
    };
    if whole.len() > LONGEST {
        let message = format!("The logo has more than {} KB, and every page loads it.", LONGEST / 1000);
        return Err(Refusal { at: 0, rule: Rule::LogoSize, message, help: "Save it smaller than 30 KB, or as a PNG." });
    }
    // Of the same length, so that places stay the same.
    let text: Cow<'_, str> = match whole.strip_prefix('\u{feff}') {
        Some(rest) => Cow::Owned(format!("   {rest}")),
        None => Cow::Borrowed(whole),
    };
    let trimmed = text.trim_start();
    let before = text.len() - trimmed.len();
    let shift = |refusal: Refusal| Refusal { at: refusal.at + before, ..refusal };
    encoding(trimmed).and_then(|()| without_doctype(trimmed)).and_then(|text| drawing(&text)).map_err(shift)
}

/// An encoding that the file claims is one in which browsers would read it, and they would read something else than we do.
fn encoding(text: &str) -> Result<(), Refusal> {
    let declaration = text.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")).map_or("", |(inside, _)| inside);
    let Some((_, after)) = declaration.split_once("encoding") else { return Ok(()) };
    let claimed = after.trim_matches(|sign: char| sign.is_ascii_whitespace() || "='\"".contains(sign));
    let claimed = claimed.split(['\'', '"']).next().unwrap_or_default();
    if claimed.eq_ignore_ascii_case("utf-8") {
        return Ok(());
    }
    let message = format!("This file says that it is written in the encoding {:?}, and not in UTF-8.", claimed);
    Err(Refusal { at: 0, rule: Rule::UnreadableFile, message, help: SAVE_AS_UTF8 })
}

/// The text with spaces in the place of a document type that only names the standard, as many programs write one. Any other
/// could declare what stands for something else later on.
fn without_doctype(text: &str) -> Result<Cow<'_, str>, Refusal> {
    let Some(at) = text.find("<!DOCTYPE") else { return Ok(Cow::Borrowed(text)) };
    let refused = || Refusal::unsafe_part(at, "declarations of its own (<!DOCTYPE ...)");
    let length = text[at..].find('>').ok_or_else(refused)?;
    let inside = one_space(&text[at + "<!DOCTYPE".len()..at + length]);
    let names_only = match inside.split_once(' ') {
        None => inside == "svg",
        Some((name, rest)) => {
            let is_plain = |sign: char| sign.is_ascii_alphanumeric() || " -/.:\"'".contains(sign);
            name == "svg" && rest.starts_with("PUBLIC \"-//W3C//DTD SVG ") && rest.chars().all(is_plain)
        }
    };
    if !names_only {
        return Err(refused());
    }
    // Line breaks stay, and so do lines.
    let blank: String = text[at..=at + length].chars().map(|sign| if sign == '\n' { '\n' } else { ' ' }).collect();
    Ok(Cow::Owned([&text[..at], &blank, &text[at + length + 1..]].concat()))
}

fn drawing(text: &str) -> Result<Picture, Refusal> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_PIECES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| not_xml(text, &error))?;
    let root = document.root_element();
    let at = root.range().start;
    match (root.tag_name().name(), root.tag_name().namespace()) {
        ("svg", Some(SVG)) => {}
        ("svg", None) => {
            let message = "The first tag of this SVG does not say that it is one, and browsers show nothing.";
            let help = "Type xmlns=\"http://www.w3.org/2000/svg\" behind <svg, or save the logo as a plain SVG again.";
            return Err(Refusal::broken(at, message, help));
        }
        (name, _) => {
            let message = format!("This file is not an SVG: it begins with <{}>.", short(name));
            return Err(Refusal::broken(at, message, "Save the logo as SVG or PNG."));
        }
    }
    let mut writer = Writer::default();
    for piece in document.root().children() {
        instruction(piece)?;
    }
    let number = writer.element(root, 0)?;
    let number = number.ok_or_else(|| Refusal::broken(at, "The logo draws nothing.", SAVE_PLAIN))?;
    writer.finish(number, at)
}

/// What is wrong with the text as XML.
fn not_xml(text: &str, error: &Error) -> Refusal {
    let what = match error {
        Error::UnexpectedCloseTag(open, close, _) => format!("</{}> stands where </{}> should", short(close), short(open)),
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => "it ends before the drawing does".to_owned(),
        Error::UnknownEntityReference(name, _) => format!("it does not say what &{}; stands for", short(name)),
        Error::DuplicatedAttribute(name, _) => format!("a tag has {} twice", short(name)),
        Error::UnknownNamespace(name, _) => format!("it does not say what {}: stands for", short(name)),
        Error::NonXmlChar(..) => "it holds a sign that no text has".to_owned(),
        Error::NoRootNode => "it holds no drawing".to_owned(),
        Error::NodesLimitReached => "it has too many pieces".to_owned(),
        Error::DtdDetected => "it has more than one document type".to_owned(),
        Error::UnknownToken(_) => "something stands outside the drawing".to_owned(),
        _ => "a tag is not closed, or a sign stands where it cannot".to_owned(),
    };
    let pos = error.pos();
    let line = text.split_inclusive('\n').take(pos.row as usize - 1).map(str::len).sum::<usize>();
    let column = text[line..].chars().take(pos.col as usize - 1).map(char::len_utf8).sum::<usize>();
    Refusal::broken(line + column, format!("This SVG is damaged: {what}."), SAVE_PLAIN)
}

/// A name as it can be shown: one that somebody made up can be as long as the file.
fn short(name: &str) -> String {
    name.chars().take(30).collect()
}

/// An instruction for a program is refused: one of them names a style sheet.
fn instruction(node: Node<'_, '_>) -> Result<(), Refusal> {
    match node.node_type() {
        NodeType::PI => Err(Refusal::unsafe_part(node.range().start, "an instruction for a program (<?...?>)")),
        _ => Ok(()),
    }
}

/// The new text, while it is being written.
#[derive(Default)]
struct Writer {
    text: String,
    parts: Parts,
    /// The selectors of style sheets, with what their rules refer to.
    styles: Vec<(String, Vec<String>)>,
    /// Whether something is put on the paper.
    draws: bool,
    /// Whether links are written as in older drawings.
    has_xlink: bool,
    size: Option<(u32, u32)>,
}

impl Writer {
    /// An element with all that is in it; nothing, where it is left out.
    fn element(&mut self, node: Node<'_, '_>, depth: usize) -> Result<Option<usize>, Refusal> {
        let at = node.range().start;
        let name = node.tag_name().name();
        match node.tag_name().namespace() {
            Some(SVG) => {}
            Some(XHTML) => {
                let what = format!("a piece of a web page (<{}>)", short(name));
                return Err(Refusal::unsafe_part(at, &what));
            }
            // What a drawing program writes for itself.
            _ => return Ok(None),
        }
        if depth > DEEPEST {
            return Err(Refusal::broken(at, "The parts of this SVG stand too deep in one another.", SAVE_PLAIN));
        }
        let element = vocabulary::element(name);
        match element {
            Element::Refused(what) => {
                let what = format!("{what} (<{}>)", short(name));
                return Err(Refusal::unsafe_part(at, &what));
            }
            Element::Note => return Ok(None),
            Element::Style => return self.style(node).map(|()| None),
            Element::Group | Element::About => {}
            Element::Shape | Element::Words | Element::Image => self.draws = true,
        }
        let mut part = Part { at, names: vec![name.to_owned()], ..Part::default() };
        self.text.push('<');
        self.text.push_str(name);
        let mut id = None;
        if element != Element::About {
            for attribute in node.attributes() {
                if let Some((name, value)) = self.attribute(node, &attribute, &mut part)? {
                    self.put(name, &value);
                    if name == "id" {
                        id = Some(value);
                    }
                }
            }
        }
        if depth == 0 {
            self.size = node.attribute("viewBox").and_then(size);
        }
        self.text.push('>');
        let before = self.text.len();
        for child in node.children() {
            instruction(child)?;
            match child.node_type() {
                NodeType::Element if element != Element::About => part.children.extend(self.element(child, depth + 1)?),
                NodeType::Text if matches!(element, Element::Words | Element::About) => {
                    escape(&mut self.text, child.text().unwrap_or_default());
                }
                _ => {}
            }
        }
        if self.text.len() == before {
            self.text.pop();
            self.text.push_str("/>");
        } else {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
        Ok(Some(self.parts.add(id.as_deref(), part)))
    }

    /// An attribute as it is published; nothing, where it is left out.
    fn attribute(
        &mut self,
        node: Node<'_, '_>,
        attribute: &Attribute<'_, '_>,
        part: &mut Part,
    ) -> Result<Option<(&'static str, String)>, Refusal> {
        let (at, name, value) = (attribute.range().start, attribute.name(), attribute.value());
        let styled = |fault: Fault| Refusal::unsafe_part(at, &fault.said());
        match (attribute.namespace(), name) {
            (None, "href") => return Ok(self.link(node, at, value, part)?.map(|value| ("href", value))),
            (Some(XLINK), "href") => {
                let link = self.link(node, at, value, part)?;
                self.has_xlink |= link.is_some();
                return Ok(link.map(|value| ("xlink:href", value)));
            }
            (Some(XML), "space") if value == "preserve" => return Ok(Some(("xml:space", value.to_owned()))),
            (Some(_), _) => return Ok(None),
            (None, _) => {}
        }
        if name.len() > 2 && name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on")) {
            return Err(Refusal::unsafe_part(at, &format!("the event attribute {}", short(name))));
        }
        let kept = match name {
            "id" if css::is_id(value) => {
                part.names.push(format!("#{value}"));
                Some(("id", value.to_owned()))
            }
            "class" => {
                let classes: Vec<&str> = value.split_ascii_whitespace().filter(|class| css::is_id(class)).collect();
                part.names.extend(classes.iter().map(|class| format!(".{class}")));
                Some(("class", classes.join(" ")))
            }
            "style" => Some(("style", css::declarations(value).map_err(styled)?)),
            _ => match (known(&PROPERTIES, name), known(&MEASURES, name)) {
                // What moves a part is a property too, and its attribute is written in an older way.
                (_, Some(name)) => Some((name, measure(value).ok_or_else(|| unclear(at, name))?)),
                (Some(name), None) => Some((name, css::value(value).map_err(styled)?)),
                (None, None) => None,
            },
        };
        if let Some((_, value)) = &kept {
            part.refers.extend(css::named(value).map(str::to_owned));
        }
        Ok(kept.filter(|(_, value)| !value.is_empty()))
    }

    /// A link to another part of the drawing, or the picture that an image holds.
    fn link(&mut self, node: Node<'_, '_>, at: usize, value: &str, part: &mut Part) -> Result<Option<String>, Refusal> {
        let name = node.tag_name().name();
        let value = value.trim();
        if name == "image" {
            return match embedded(value) {
                Some(picture) => Ok(Some(picture)),
                None => Err(Refusal::unsafe_part(at, "a picture from outside, or one that is no PNG or JPEG")),
            };
        }
        let Some(id) = value.strip_prefix('#').filter(|id| css::is_id(id)) else {
            let shown: String = value.chars().filter(|sign| !sign.is_control()).take(40).collect();
            return Err(Refusal::unsafe_part(at, &format!("a link to \"{shown}\"")));
        };
        if !LINKING.contains(&name) {
            return Ok(None);
        }
        part.refers.push(id.to_owned());
        Ok(Some(value.to_owned()))
    }

    /// A style sheet. Comments may part its words; a browser puts them together again, and so do we.
    fn style(&mut self, node: Node<'_, '_>) -> Result<(), Refusal> {
        let at = node.range().start;
        let is_css = node.attribute("type").is_none_or(|kind| kind.trim().eq_ignore_ascii_case("text/css"));
        let is_for_screens = node.attribute("media").is_none_or(|media| ["all", "screen"].contains(&media.trim()));
        if let Some(inside) = node.children().find(Node::is_element) {
            return Err(Refusal::unsafe_part(inside.range().start, "an element in a style"));
        }
        if !is_css || !is_for_screens {
            return Ok(());
        }
        for child in node.children() {
            instruction(child)?;
        }
        let text: String = node.children().filter(Node::is_text).filter_map(|text| text.text()).collect();
        let rules = css::sheet(&text).map_err(|fault| Refusal::unsafe_part(at, &fault.said()))?;
        if !rules.is_empty() {
            self.text.push_str("<style>");
            for rule in rules {
                escape(&mut self.text, &rule.selector);
                self.text.push('{');
                escape(&mut self.text, &rule.declarations);
                self.text.push('}');
                let refers: Vec<String> = css::named(&rule.declarations).map(str::to_owned).collect();
                self.styles.push((rule.selector, refers));
            }
            self.text.push_str("</style>");
        }
        Ok(())
    }

    fn put(&mut self, name: &str, value: &str) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        escape(&mut self.text, value);
        self.text.push('"');
    }

    /// The whole, if a browser can draw it.
    fn finish(mut self, root: usize, at: usize) -> Result<Picture, Refusal> {
        if !self.draws {
            return Err(Refusal::broken(at, "The logo draws nothing.", SAVE_PLAIN));
        }
        for (selector, refers) in self.styles.iter().filter(|(_, refers)| !refers.is_empty()) {
            self.parts.style(selector, refers);
        }
        self.parts.judge(root).map_err(|fault| match fault {
            parts::Fault::Inside(at) => Refusal::broken(at, "A part of this SVG is drawn inside itself.", SAVE_PLAIN),
            parts::Fault::Often(at) => Refusal::broken(at, "This SVG draws its parts too many times.", SAVE_PLAIN),
        })?;
        let xlink = if self.has_xlink { format!(" xmlns:xlink=\"{XLINK}\"") } else { String::new() };
        let rest = self.text.strip_prefix("<svg").unwrap_or_default();
        let bytes = format!("<svg xmlns=\"{SVG}\"{xlink}{rest}\n").into_bytes();
        Ok(Picture { bytes, size: self.size })
    }
}

fn unclear(at: usize, name: &str) -> Refusal {
    Refusal::broken(at, format!("The value of {name} in this SVG cannot be understood."), SAVE_PLAIN)
}

/// The name as the list has it.
fn known(list: &[&'static str], name: &str) -> Option<&'static str> {
    list.iter().find(|known| **known == name).copied()
}

/// Numbers and words of the standard.
fn measure(value: &str) -> Option<String> {
    let value = one_space(value);
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || " .,:+-%()_".contains(sign);
    let calls = value.to_ascii_lowercase().contains("url(");
    (!calls && value.chars().all(is_plain)).then_some(value)
}

/// A picture of points that stands in the drawing, checked as one in a file of its own.
fn embedded(value: &str) -> Option<String> {
    let (kind, data) = value.strip_prefix("data:")?.split_once(";base64,")?;
    let data: String = data.split_ascii_whitespace().collect();
    let bytes = STANDARD.decode(data).ok()?;
    let (kind, bytes) = match kind {
        "image/png" => ("image/png", png::read(&bytes).ok()?.bytes),
        "image/jpeg" | "image/jpg" if Kind::of(&bytes) == Kind::Other("a JPEG picture") => ("image/jpeg", bytes),
        _ => return None,
    };
    Some(format!("data:{kind};base64,{}", STANDARD.encode(bytes)))
}

/// Text between tags or quotes. Line breaks in an attribute would become spaces when it is read.
fn escape(to: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            '\r' => to.push_str("&#13;"),
            sign => to.push(sign),
        }
    }
}

/// The size that `viewBox="0 0 WIDTH HEIGHT"` gives, in whole units.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is looked at first")]
pub(super) fn size(view_box: &str) -> Option<(u32, u32)> {
    let numbers: Vec<f64> = view_box
        .split(|sign: char| sign.is_ascii_whitespace() || sign == ',')
        .filter(|part| !part.is_empty())
        .map_while(|part| part.parse().ok())
        .collect();
    let [_, _, width, height] = numbers[..] else { return None };
    let is_size = |number: f64| (1.0..100_000.0).contains(&number);
    (is_size(width) && is_size(height)).then(|| (width.round() as u32, height.round() as u32))
}
