//! What of a page is searched, as the least HTML that Pagefind makes the same index of.
//!
//! Most of a page is not searched: its head, its ways to other pages, its drawings, a lesson's data, the duties on an audience's page.
//! Pagefind reads all of it before it leaves it out, page after page, so that this is where most of the time would go.
//! [`searched`] takes out what Pagefind would leave out anyway, and elements that only colour the text. What it does not understand it leaves as
//! it is: what is searched stays Pagefind's to say ([`not_searched`]).

/// A kind of part that says nothing of its own.
enum Part {
    /// Elements with this attribute.
    Attribute(&'static str),
    /// Elements of this class.
    Class(&'static str),
    /// Elements of a name anywhere inside one of a class.
    Inside(&'static str, &'static str),
    /// Elements of a name right inside one of a class, but for those of another class.
    ChildBut(&'static str, &'static str, &'static str),
}

/// The parts of a page that say nothing of their own: numbers that are links, lists of links to other pages, facts that stand on every
/// page of the policy, the duties on an audience's page, which are repeated from there, what the page hides, and a lesson's live screen,
/// whose words the page has a second time as text.
const NOT_SEARCHED: [Part; 15] = [
    Part::Attribute("hidden"),
    Part::Attribute("data-module"),
    Part::Inside("adult", "ul"),
    Part::Class("button"),
    Part::Class("facts"),
    Part::Class("folded"),
    Part::Class("leave"),
    Part::ChildBut("mine", "section", "restricted"),
    Part::Class("more"),
    Part::Class("number"),
    Part::Class("policy-ways"),
    Part::Class("ref"),
    Part::Class("sections"),
    Part::Class("sign-off"),
    Part::Class("who"),
];

/// Elements that Pagefind leaves out by itself.
const NEVER_SEARCHED: [&str; 11] =
    ["head", "style", "script", "noscript", "label", "form", "svg", "footer", "nav", "iframe", "template"];

/// Elements whose text Pagefind joins to the text around them, so that the text alone says the same.
const JOINED: [&str; 22] = [
    "a", "abbr", "b", "bdo", "big", "button", "cite", "code", "dfn", "em", "i", "kbd", "output", "q", "samp", "small", "span",
    "strong", "sub", "sup", "time", "var",
];

/// Elements without an end tag.
const VOID: [&str; 9] = ["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"];

/// The selectors of what is not searched, for Pagefind.
pub fn not_searched() -> Vec<String> {
    let selector = |part: &Part| match part {
        Part::Attribute(name) => format!("[{name}]"),
        Part::Class(class) => format!(".{class}"),
        Part::Inside(class, name) => format!(".{class} {name}"),
        Part::ChildBut(class, name, but) => format!(".{class} > {name}:not(.{but})"),
    };
    NOT_SEARCHED.iter().map(selector).collect()
}

/// The HTML of a page for Pagefind: what is searched of it, with terms, headers and summaries apart from what follows them. Pagefind knows
/// that a paragraph ends a word, and not that these do.
pub fn searched(html: &str) -> String {
    shortened(html).unwrap_or_else(|| apart(html))
}

/// What stands between the text of an element and its end tag, so that it is apart from what follows.
fn gap(name: &str) -> &'static str {
    match name {
        "dt" => ": ",
        "dd" | "th" | "summary" => " ",
        _ => "",
    }
}

/// The whole page, with its terms apart.
pub fn apart(html: &str) -> String {
    let names = ["dt", "dd", "th", "summary"].into_iter();
    names.fold(html.to_owned(), |html, name| html.replace(&format!("</{name}>"), &format!("{}</{name}>", gap(name))))
}

/// An element whose end has not come yet.
struct Open<'a> {
    name: &'a str,
    classes: &'a str,
    /// Its tags are written.
    kept: bool,
    /// Its content is not.
    left_out: bool,
}

/// What is searched of a page, or nothing where the page is not as the renderer writes it.
fn shortened(html: &str) -> Option<String> {
    let language = &html[html.find("<html")?..];
    let language = &language[..=language.find('>')?];
    let mut rest = &html[html.find("<main")?..];
    let mut short = String::with_capacity(rest.len() / 4);
    short.push_str(language);
    let mut open: Vec<Open> = Vec::new();
    loop {
        let (text, from) = rest.split_at(rest.find('<')?);
        if open.last().is_some_and(|open| !open.left_out) {
            short.push_str(text);
        }
        let (tag, after) = from.split_at(end_of_tag(from)?);
        rest = after;
        if let Some(name) = tag.strip_prefix("</") {
            let ended = open.pop().filter(|open| name.strip_suffix('>') == Some(open.name))?;
            if ended.kept {
                if !ended.left_out {
                    short.push_str(gap(ended.name));
                }
                short.push_str(tag);
            }
            if open.is_empty() {
                return Some(short);
            }
            continue;
        }
        let (name, attributes) = parts_of(tag)?;
        let beneath_left_out = open.last().is_some_and(|parent| parent.left_out);
        let classes = attribute(attributes, "class").unwrap_or_default();
        // Pagefind looks for what to leave out inside the main part.
        let left_out = beneath_left_out || !open.is_empty() && is_left_out(name, attributes, classes, &open);
        // A place in a page stays a place to go to, though its words are not searched. Pagefind has settings of its own in attributes.
        let has_place = attribute(attributes, "id").is_some() || attributes.contains("data-pagefind");
        let kept = !beneath_left_out && (has_place || !left_out && !JOINED.contains(&name));
        if kept {
            short.push_str(tag);
        }
        if VOID.contains(&name) {
            continue;
        }
        // These hold what is not HTML, or drawings: all of it up to their end.
        if matches!(name, "script" | "style" | "svg") {
            let inside = &rest[..rest.find(&format!("</{name}>"))?];
            rest = &rest[inside.len()..];
            if inside.contains("<svg") {
                return None;
            }
        }
        open.push(Open { name, classes, kept, left_out });
    }
}

/// Where a tag ends. A sign in an attribute's value does not end it.
fn end_of_tag(from: &str) -> Option<usize> {
    let mut quoted = false;
    let end = from.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    })?;
    Some(end + 1)
}

/// A start tag's name and attributes. None of a comment, of a tag that is its own end, and of a text that only looks like a tag.
fn parts_of(tag: &str) -> Option<(&str, &str)> {
    let inner = tag.strip_prefix('<')?.strip_suffix('>').filter(|inner| !inner.ends_with('/'))?;
    let (name, attributes) =
        inner.split_at(inner.find(|sign: char| !sign.is_ascii_lowercase() && !sign.is_ascii_digit()).unwrap_or(inner.len()));
    (!name.is_empty() && (attributes.is_empty() || attributes.starts_with(' '))).then_some((name, attributes))
}

/// The value of an attribute, which is empty where it has none.
fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let (its_name, after) = rest.split_at(rest.find([' ', '=']).unwrap_or(rest.len()));
        let (value, after) = match after.strip_prefix("=\"") {
            Some(value) => value.split_once('"')?,
            None => ("", after),
        };
        if its_name == name {
            return Some(value);
        }
        rest = after;
    }
}

/// Whether a class is among those of an element.
fn has(classes: &str, class: &str) -> bool {
    classes.split_ascii_whitespace().any(|one| one == class)
}

/// Whether Pagefind leaves an element out.
fn is_left_out(name: &str, attributes: &str, classes: &str, around: &[Open]) -> bool {
    let says_nothing = |part: &Part| match part {
        Part::Attribute(its_name) => attribute(attributes, its_name).is_some(),
        Part::Class(class) => has(classes, class),
        Part::Inside(class, its_name) => name == *its_name && around.iter().any(|open| has(open.classes, class)),
        Part::ChildBut(class, its_name, but) => {
            name == *its_name && around.last().is_some_and(|parent| has(parent.classes, class)) && !has(classes, but)
        }
    };
    NEVER_SEARCHED.contains(&name) || NOT_SEARCHED.iter().any(says_nothing)
}
