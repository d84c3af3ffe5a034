//! A setting's logo: an SVG or PNG file beside setting.toml. Every page shows it as an image, in which browsers run nothing and fetch
//! nothing; but the file can also be opened by itself, so what it must not hold is refused here and named.

use super::file::SourceFile;
use super::table::Valued;
use crate::finding::Finding;
use crate::model::Logo;
use crate::place::Place;
use std::sync::Arc;

/// Every page loads the logo, and a drawing of a few shapes is far smaller.
const LARGEST: usize = 30_000;

/// Elements that run something, bring in something from elsewhere, or move.
const REFUSED: [&str; 12] = [
    "script",
    "foreignobject",
    "iframe",
    "embed",
    "object",
    "audio",
    "video",
    "handler",
    "animate",
    "animatemotion",
    "animatetransform",
    "set",
];

/// Understands the logo that setting.toml names. `bytes` are those of the file, where it is there.
pub fn read(name: &Valued<String>, bytes: Option<&[u8]>, file: &SourceFile, found: &mut Vec<Finding>) -> Option<Logo> {
    let is_name = !name.value.contains(['/', '\\', ':']) && !name.value.starts_with('.');
    let ending = name.value.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| ["svg", "png"].contains(ending));
    if let Some((stem, typed)) = name.value.rsplit_once('.').filter(|_| is_name && ending.is_none())
        && ["svg", "png"].contains(&typed.to_ascii_lowercase().as_str())
    {
        let small = format!("{stem}.{}", typed.to_ascii_lowercase());
        let message = format!("The ending of \"{}\" is in capital letters, which not every host takes for the same.", name.value);
        found.push(file.error(
            name.at,
            "bad-value",
            message,
            format!("Give the file the name {small}, and type logo = \"{small}\"."),
        ));
        return None;
    }
    let Some(ending) = ending.filter(|_| is_name) else {
        let message = format!("\"{}\" is not the name of a logo.", name.value);
        let mend = "Put an SVG or PNG file beside setting.toml and type its name, like logo = \"logo.svg\".";
        found.push(file.error(name.at, "bad-value", message, mend));
        return None;
    };
    let Some(bytes) = bytes else {
        let message = format!("There is no file \"{}\" beside this file.", name.value);
        found.push(file.error(name.at, "missing-file", message, "Put the logo there, or take the line out."));
        return None;
    };
    let shown: Arc<str> = Arc::from(name.value.as_str());
    if bytes.iter().all(u8::is_ascii_whitespace) {
        let message = "The logo's file is empty.";
        found.push(Finding::error(
            Place::start_of(&shown),
            "unreadable-file",
            message,
            "Put the logo there again, or take its line out of setting.toml.",
        ));
        return None;
    }
    if bytes.len() > LARGEST {
        let message = format!("The logo has {} KB, and every page loads it.", bytes.len().div_ceil(1000));
        let mend = format!("Save it smaller than {} KB.", LARGEST / 1000);
        found.push(Finding::warning(Place::start_of(&shown), "logo-size", message, mend));
    }
    let size = if ending == "svg" { svg(&shown, bytes, found)? } else { png(&shown, bytes, found)? };
    Some(Logo { ending: ending.to_owned(), bytes: bytes.to_vec(), size })
}

/// The width and height of a PNG, from its header.
fn png(shown: &Arc<str>, bytes: &[u8], found: &mut Vec<Finding>) -> Option<Option<(u32, u32)>> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    match (bytes.starts_with(b"\x89PNG\r\n\x1a\n"), number(16), number(20)) {
        (true, Some(width), Some(height)) => Some(Some((width, height))),
        _ => {
            let message = "This file is not a PNG.";
            found.push(Finding::error(Place::start_of(shown), "logo-unsafe", message, "Save the logo as PNG or SVG again."));
            None
        }
    }
}

/// The width and height of an SVG that is safe.
fn svg(shown: &Arc<str>, bytes: &[u8], found: &mut Vec<Finding>) -> Option<Option<(u32, u32)>> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        let message = "This file is not text in UTF-8.";
        found.push(Finding::error(Place::start_of(shown), "unreadable-file", message, "Save it again with the encoding UTF-8."));
        return None;
    };
    let mut scan = Scan::of(text);
    match scan.whole() {
        Ok(()) => Some(scan.root.and_then(view_box)),
        Err((at, what)) => {
            let mend = "Take it out, or save the logo as a plain SVG or as a PNG.";
            let message = format!("The logo holds {what}, which a picture does not need.");
            found.push(Finding::error(Place::at(shown, text, at), "logo-unsafe", message, mend));
            None
        }
    }
}

/// The size that the first element gives as `viewBox="0 0 WIDTH HEIGHT"`, in whole units.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is looked at first")]
fn view_box(root: &str) -> Option<(u32, u32)> {
    let typed = root.split_once("viewBox=")?.1;
    let inside = typed.get(1..)?.split(['"', '\'']).next()?;
    let numbers: Vec<f64> =
        inside.split([' ', ',']).filter(|part| !part.is_empty()).map_while(|part| part.parse().ok()).collect();
    let [_, _, width, height] = numbers[..] else { return None };
    let is_size = |number: f64| (1.0..100_000.0).contains(&number);
    (is_size(width) && is_size(height)).then(|| (width.round() as u32, height.round() as u32))
}

/// What is wrong, and where.
type Refusal = (usize, String);

/// A walk through the tags of an SVG. It knows just enough of XML not to be fooled about where a tag begins and ends.
struct Scan<'t> {
    text: &'t str,
    at: usize,
    /// The first element's tag.
    root: Option<&'t str>,
    /// The words since the last tag: a comment or CDATA between two halves of a word does not part them for a browser.
    words: String,
}

impl<'t> Scan<'t> {
    fn of(text: &'t str) -> Scan<'t> {
        Scan { text, at: 0, root: None, words: String::new() }
    }

    fn whole(&mut self) -> Result<(), Refusal> {
        while let Some(next) = self.text[self.at..].find('<') {
            let words = self.at..self.at + next;
            self.words(words.start, &self.text[words.clone()])?;
            self.at = words.end;
            self.piece()?;
        }
        if self.root.is_none() { Err((0, "no <svg> element".to_owned())) } else { Ok(()) }
    }

    /// One tag, comment or declaration.
    fn piece(&mut self) -> Result<(), Refusal> {
        let start = self.at;
        let rest = &self.text[start..];
        if rest.starts_with("<!--") {
            self.skip("-->").map(drop)
        } else if rest.starts_with("<![CDATA[") {
            let inside = self.skip("]]>")?;
            self.loose(start, inside.trim_start_matches("<![CDATA["))
        } else if rest.starts_with("<?") {
            let inside = self.skip("?>")?;
            if inside.starts_with("<?xml ") { Ok(()) } else { Err((start, "an instruction for a program (<?...?>)".to_owned())) }
        } else if rest.starts_with("<!") {
            let inside = self.skip(">")?;
            // What is declared here could stand for anything later on.
            if inside.contains('[') { Err((start, "declarations of its own (<!DOCTYPE ... [)".to_owned())) } else { Ok(()) }
        } else {
            self.tag()
        }
    }

    /// Words between tags, in which a sign can be written as a number.
    fn words(&mut self, at: usize, words: &str) -> Result<(), Refusal> {
        if words.contains("&#") {
            return Err((at, "a sign written as a number".to_owned()));
        }
        self.loose(at, words)
    }

    /// Words that follow those before them, as a style sheet has them.
    fn loose(&mut self, at: usize, words: &str) -> Result<(), Refusal> {
        self.words.push_str(words);
        self.style(at, &self.words)
    }

    /// Goes behind an end mark, and returns what was passed.
    fn skip(&mut self, end: &str) -> Result<&'t str, Refusal> {
        let rest = &self.text[self.at..];
        let Some(length) = rest.find(end) else { return Err((self.at, "a tag that does not end".to_owned())) };
        self.at += length + end.len();
        Ok(&rest[..length])
    }

    fn tag(&mut self) -> Result<(), Refusal> {
        let start = self.at;
        let length = tag_length(&self.text[start..]).ok_or((start, "a tag that does not end".to_owned()))?;
        let tag = &self.text[start..start + length];
        self.at += length;
        self.words.clear();
        let name = tag.trim_start_matches(['<', '/']).split(|c: char| c.is_whitespace() || c == '/' || c == '>').next();
        let name = local(name.unwrap_or_default());
        if self.root.is_none() && name != "svg" {
            return Err((start, format!("<{name}> where <svg> should begin")));
        }
        self.root.get_or_insert(tag);
        if REFUSED.contains(&name.as_str()) {
            return Err((start, format!("the element <{name}>")));
        }
        attributes(tag).try_for_each(|(at, name, value)| self.attribute(start + at, &local(name), value))
    }

    fn attribute(&self, at: usize, name: &str, value: &str) -> Result<(), Refusal> {
        let inside = value.trim_start().to_ascii_lowercase();
        let is_own = inside.starts_with('#') || inside.starts_with("data:image/png") || inside.starts_with("data:image/jpeg");
        if name.starts_with("on") {
            Err((at, format!("the event attribute {name}")))
        } else if (name == "href" || name == "src") && !is_own {
            Err((at, format!("a link to \"{value}\"")))
        } else if value.contains("&#") {
            // A sign that is written as a number could be part of anything that is refused here.
            Err((at, format!("a sign written as a number in {name}")))
        } else {
            self.style(at, value)
        }
    }

    /// Words of a style sheet: they may name only what is in the file.
    fn style(&self, at: usize, words: &str) -> Result<(), Refusal> {
        let lower = words.to_ascii_lowercase();
        let is_foreign = |rest: &str| !rest.trim_start_matches([' ', '"', '\'']).starts_with('#');
        if lower.contains("@import") || lower.contains("image-set(") || lower.split("url(").skip(1).any(is_foreign) {
            Err((at, "a style that loads something".to_owned()))
        } else if lower.contains('\\') {
            Err((at, "a style with a backslash".to_owned()))
        } else {
            Ok(())
        }
    }
}

/// A name without its prefix, in small letters.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase()
}

/// How long a tag is; a `>` between quotes does not end it.
fn tag_length(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, sign) in text.char_indices() {
        match (quote, sign) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), _) if open == sign => quote = None,
            _ => {}
        }
    }
    None
}

/// The attributes of a tag: where each stands in it, its name and its value.
fn attributes(tag: &str) -> impl Iterator<Item = (usize, &str, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let equals = at + tag[at..].find('=')?;
        let name = tag[at..equals].trim_end().rsplit(|c: char| c.is_whitespace() || "\"'/".contains(c)).next()?;
        let after = &tag[equals + 1..];
        let open = after.find(['"', '\''])?;
        let quote = after[open..].chars().next()?;
        let length = after[open + 1..].find(quote)?;
        let value = &after[open + 1..open + 1 + length];
        let start = name.as_ptr() as usize - tag.as_ptr() as usize;
        at = equals + 1 + open + 1 + length + 1;
        Some((start, name, value))
    })
}

#[cfg(test)]
mod tests {
    use super::{Scan, view_box};

    fn refused(inside: &str) -> Option<String> {
        let text = format!("<?xml version=\"1.0\"?>\n<!-- a <script> in a comment -->\n<svg viewBox='0 0 60 40'>{inside}</svg>");
        Scan::of(&text).whole().err().map(|(_, what)| what)
    }

    #[test]
    fn a_drawing_is_fine() {
        for inside in [
            "<title>Post</title><path d=\"M0 0h4>\" fill='url(#a)'/>",
            "<defs><linearGradient id=\"a\"/></defs><use xlink:href=\"#a\"/>",
            "<style><![CDATA[ .a { fill: url( '#a' ) } ]]></style><g class=\"a\" style=\"fill:#123456\"/>",
            "<image href=\"data:image/png;base64,AAAA\"/>",
        ] {
            assert_eq!(refused(inside), None, "{inside}");
        }
    }

    #[test]
    fn what_runs_or_loads_is_refused() {
        for (inside, what) in [
            ("<script>alert(1)</script>", "<script>"),
            ("<s:SCRIPT xmlns:s='http://www.w3.org/2000/svg'/>", "<script>"),
            ("<foreignObject/>", "<foreignobject>"),
            ("<path d='M0 0' \n onload = \"go()\"/>", "onload"),
            ("<path d='M0 0'onclick='go()'/>", "onclick"),
            ("<use href='https://example.org/a.svg#b'/>", "https://example.org"),
            ("<a xlink:href=\"javascript:go()\"/>", "javascript:"),
            ("<a href='&#106;avascript:go()'/>", "&#106;"),
            ("<g style='fill:url(//example.org/a)'/>", "style that loads"),
            ("<style>@import 'a.css'</style>", "style that loads"),
            ("<style><![CDATA[a{b:url(x)}]]></style>", "style that loads"),
            ("<style>@\\69mport 'a'</style>", "backslash"),
            ("<style>&#64;import 'a.css'</style>", "written as a number"),
            ("<style>@imp<!-- -->ort 'a.css'</style>", "style that loads"),
            ("<style>a{b:u<![CDATA[rl(x)]]>}</style>", "style that loads"),
            ("<style>a{b:image-set('https://example.org/a.png' 1x)}</style>", "style that loads"),
            ("<?xml-stylesheet href='a.css'?>", "instruction"),
            ("<animate attributeName='x'/>", "<animate>"),
            ("<path d='M0 0", "does not end"),
            ("<!-- no end ", "does not end"),
        ] {
            let said = refused(inside).unwrap_or_else(|| panic!("{inside} passes"));
            assert!(said.contains(what), "{inside}: {said}");
        }
        let outside = |text| Scan::of(text).whole().err().map(|(_, what)| what).unwrap_or_default();
        assert!(outside("<html><svg/></html>").contains("<html>"));
        assert!(outside("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>").contains("declarations"));
        assert!(outside("just words").contains("no <svg>"));
    }

    #[test]
    fn the_size_is_that_of_the_view_box() {
        assert_eq!(view_box("<svg viewBox=\"0 0 60 40.4\">"), Some((60, 40)));
        assert_eq!(view_box("<svg viewBox='0,0,60,40'>"), Some((60, 40)));
        for none in ["<svg width='3'>", "<svg viewBox='0 0 0 4'>", "<svg viewBox='0 0 60'>", "<svg viewBox="] {
            assert_eq!(view_box(none), None, "{none}");
        }
    }
}
