//! The styles of a drawing: of CSS as much as drawing programs write for a logo. What is published is written anew from what was understood.

use super::vocabulary::{FUNCTIONS, PROPERTIES};
use std::fmt::Write as _;

/// Why a style is refused.
#[derive(Debug, PartialEq, Eq)]
pub enum Fault {
    /// It would bring in something from elsewhere.
    Loads,
    /// A rule that begins with `@`, with its name.
    At(String),
    /// It cannot be understood, from here on.
    Unclear(String),
}

impl Fault {
    /// In words, behind "The logo holds".
    pub fn said(&self) -> String {
        match self {
            Fault::Loads => "a style that loads something".to_owned(),
            Fault::At(name) => format!("a style with the rule @{name}"),
            Fault::Unclear(text) => format!("a style that cannot be understood (\"{text}\")"),
        }
    }
}

/// A part of a value that is too long to be shown whole is cut.
fn unclear(text: &str) -> Fault {
    Fault::Unclear(text.trim().chars().filter(|sign| !sign.is_control()).take(40).collect())
}

/// One rule of a style sheet, as it is published.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// For which elements.
    pub selector: String,
    /// What it says.
    pub declarations: String,
}

/// A style sheet.
pub fn sheet(text: &str) -> Result<Vec<Rule>, Fault> {
    let text = without_comments(text)?;
    let mut rest = text.trim_start();
    let mut rules = Vec::new();
    while !rest.is_empty() {
        if let Some(at) = rest.strip_prefix('@') {
            return Err(Fault::At(at.chars().take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '-').take(40).collect()));
        }
        let (selector, after) = rest.split_once('{').ok_or_else(|| unclear(rest))?;
        let (inside, after) = after.split_once('}').ok_or_else(|| unclear(after))?;
        let selector = one_space(selector);
        let is_selector = |sign: char| is_name_sign(sign) || " .#,>*+~".contains(sign);
        if selector.is_empty() || !selector.chars().all(is_selector) {
            return Err(unclear(&selector));
        }
        let declarations = declarations(inside)?;
        if !declarations.is_empty() {
            rules.push(Rule { selector, declarations });
        }
        rest = after.trim_start();
    }
    Ok(rules)
}

/// What stands in a `style` attribute, or between the braces of a rule. Properties that no list knows are those of drawing programs, and
/// are left out.
pub fn declarations(text: &str) -> Result<String, Fault> {
    let text = without_comments(text)?;
    let mut kept = String::new();
    for declaration in parted(&text, ';').filter(|declaration| !declaration.trim().is_empty()) {
        let (property, typed) = declaration.split_once(':').ok_or_else(|| unclear(declaration))?;
        let property = property.trim().to_ascii_lowercase();
        match (PROPERTIES.contains(&property.as_str()), value(typed)) {
            (true, Ok(value)) if value.is_empty() => {}
            (true, Ok(value)) => {
                let _ = write!(kept, "{}{property}:{value}", if kept.is_empty() { "" } else { ";" });
            }
            (true, Err(fault)) | (false, Err(fault @ Fault::Loads)) => return Err(fault),
            (false, _) => {}
        }
    }
    Ok(kept)
}

/// A property's value.
pub fn value(typed: &str) -> Result<String, Fault> {
    let typed = one_space(typed);
    let mut kept = String::new();
    let mut rest = typed.as_str();
    let mut depth = 0_usize;
    while let Some(sign) = rest.chars().next() {
        let length = match sign {
            '"' | '\'' => quoted(rest).ok_or_else(|| unclear(rest))?,
            '(' => {
                let called = name_before(&kept).to_ascii_lowercase();
                if called == "url" {
                    let (id, length) = local(rest).ok_or(Fault::Loads)?;
                    let _ = write!(kept, "(#{id})");
                    rest = &rest[length..];
                    continue;
                }
                let loads = ["image-set", "image", "src", "-webkit-image-set", "cross-fade", "element"];
                if loads.contains(&called.as_str()) {
                    return Err(Fault::Loads);
                }
                let is_known = if called.is_empty() { depth > 0 } else { FUNCTIONS.contains(&called.as_str()) };
                if !is_known {
                    return Err(unclear(&typed));
                }
                depth += 1;
                1
            }
            ')' => {
                depth = depth.checked_sub(1).ok_or_else(|| unclear(&typed))?;
                1
            }
            _ if is_name_sign(sign) || " #%.,+*/!".contains(sign) => sign.len_utf8(),
            _ => return Err(unclear(rest)),
        };
        kept.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    if depth == 0 { Ok(kept) } else { Err(unclear(&typed)) }
}

/// The ids of the drawing's own parts that a value names.
pub fn named(value: &str) -> impl Iterator<Item = &str> {
    value.split("url(#").skip(1).filter_map(|rest| rest.split(')').next())
}

/// Whether this can be the id of a part. An id with a space in it is one that nothing refers to.
pub fn is_id(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|sign| is_name_sign(sign) || ".:".contains(sign))
}

fn is_name_sign(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '-' || sign == '_'
}

/// Several white spaces are as good as one, and none at the ends.
pub fn one_space(text: &str) -> String {
    text.split(|sign: char| " \t\r\n\x0c".contains(sign)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text without comments. In CSS a comment parts words, so a space stands in its place.
fn without_comments(text: &str) -> Result<String, Fault> {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        kept.push(' ');
        (_, rest) = after.split_once("*/").ok_or_else(|| unclear(after))?;
    }
    Ok(kept + rest)
}

/// The pieces between signs that stand outside quotes and brackets.
fn parted(text: &str, at: char) -> impl Iterator<Item = &str> {
    let (mut quote, mut depth) = (None, 0_usize);
    text.split(move |sign: char| {
        match (quote, sign) {
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), _) if open == sign => quote = None,
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            _ => {}
        }
        quote.is_none() && depth == 0 && sign == at
    })
}

/// How long a string is that stands at the beginning, with its quotes. What is in it can name a font, and nothing else.
fn quoted(text: &str) -> Option<usize> {
    let quote = text.chars().next()?;
    let inside = &text[1..];
    let end = inside.find(quote)?;
    let is_plain = |sign: char| is_name_sign(sign) || " .,+".contains(sign);
    inside[..end].chars().all(is_plain).then_some(end + 2)
}

/// The id in `(#id)` or `('#id')` at the beginning, and how long that is.
fn local(text: &str) -> Option<(&str, usize)> {
    let end = text.find(')')?;
    let inside = text[1..end].trim_matches(' ');
    let inside = ['"', '\''].iter().find_map(|quote| inside.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(inside);
    let id = inside.strip_prefix('#').filter(|id| is_id(id))?;
    Some((id, end + 1))
}

/// The name that ends here.
fn name_before(text: &str) -> &str {
    text.rfind(|sign| !is_name_sign(sign)).map_or(text, |at| &text[at + text[at..].chars().next().map_or(1, char::len_utf8)..])
}

#[cfg(test)]
mod tests {
    use super::{Fault, declarations, sheet};

    #[test]
    fn what_drawing_programs_write_is_kept_and_their_own_properties_are_left_out() {
        for (typed, kept) in [
            ("fill:#fff; stroke : none", "fill:#fff;stroke:none"),
            ("FILL:RED", "fill:RED"),
            ("clip-path: url( '#a' )", "clip-path:url(#a)"),
            ("fill:url(\"#filter0_d_12:34\") red", "fill:url(#filter0_d_12:34) red"),
            ("font-family:'DejaVu Sans', \"Ünicode\",sans-serif", "font-family:'DejaVu Sans', \"Ünicode\",sans-serif"),
            ("fill:#D9D9D9;fill:color(display-p3 0.85 0.85 0.85)", "fill:#D9D9D9;fill:color(display-p3 0.85 0.85 0.85)"),
            ("-inkscape-font-specification:'Sans, Bold';fill:red", "fill:red"),
            ("transform:translate(1px, 2px) rotate(4deg)", "transform:translate(1px, 2px) rotate(4deg)"),
            ("fill:/* a comment */red", "fill:red"),
            ("fill:;stroke:red;", "stroke:red"),
            ("fill:red !important", "fill:red !important"),
            ("enable-background:new;animation:spin 2s", ""),
            ("", ""),
        ] {
            assert_eq!(declarations(typed).as_deref(), Ok(kept), "{typed}");
        }
    }

    #[test]
    fn what_loads_or_cannot_be_understood_is_refused() {
        for typed in [
            "fill:url(a.svg#b)",
            "fill:URL(//example.org/a)",
            "fill:url(#a",
            "background:url(x)",
            "background-image:image-set('https://example.org/a.png' 1x)",
            "fill:url('#a)",
            "fill:url(data:image/svg+xml,a)",
            "fill:url(\"#a\" \"b\")",
        ] {
            assert_eq!(declarations(typed), Err(Fault::Loads), "{typed}");
        }
        for typed in [
            "fill:u/**/rl(x)",
            "fill:\\75rl(x)",
            "fill:red}b{fill:red",
            "fill:expression(a)",
            "fill:var(--a)",
            "fill:<a>",
            "fill:'a",
            "fill:(red",
            "fill:red)",
            "fill:@import",
            "fill:&#64;",
            "fill",
            "fill:red /* no end",
        ] {
            assert!(matches!(declarations(typed), Err(Fault::Unclear(_))), "{typed}: {:?}", declarations(typed));
        }
    }

    #[test]
    fn a_sheet_is_a_row_of_rules() {
        let rules = sheet("/* a */ .cls-1, .cls-2 > path {fill:none;behavior:x}\n.empty{} #a{stroke:red}").unwrap();
        let written: Vec<String> = rules.iter().map(|rule| format!("{}{{{}}}", rule.selector, rule.declarations)).collect();
        assert_eq!(written, [".cls-1, .cls-2 > path{fill:none}", "#a{stroke:red}"]);
        assert_eq!(sheet("@import 'a.css'"), Err(Fault::At("import".into())));
        assert_eq!(sheet(".a{fill:red}@font-face{src:url(x)}"), Err(Fault::At("font-face".into())));
        for typed in ["a", "a{", "a[b]{fill:red}", "a:hover{fill:red}", "{fill:red}", "a{b{fill:red}}", "\\61{fill:red}"] {
            assert!(matches!(sheet(typed), Err(Fault::Unclear(_))), "{typed}: {:?}", sheet(typed));
        }
    }
}
