//! What an author can type in place of raw HTML, which no content file may hold. A forced new line in a cell of a table is the one thing
//! that Markdown cannot say otherwise.

/// Whether this is `<br>`, however it is typed.
pub fn is_new_line(source: &str) -> bool {
    let inside = source.trim().strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    inside.is_some_and(|inside| inside.trim().trim_end_matches('/').trim().eq_ignore_ascii_case("br"))
}

/// What to do about a piece of raw HTML.
pub fn help(source: &str) -> &'static str {
    let source = source.trim_start();
    if source.starts_with("<!--") {
        return "Take the comment out.";
    }
    let name = source.trim_start_matches(['<', '/']);
    let name = name[..name.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(name.len())].to_lowercase();
    match name.as_str() {
        "br" => {
            "End the line with a backslash (\\) to begin a new one, or leave an empty line; <br> stands in cells of tables only."
        }
        "b" | "strong" => "Type **words**.",
        "i" | "em" => "Type *words*.",
        "u" | "ins" | "mark" | "font" | "big" | "small" | "center" | "span" => {
            "Take it out, also at its end; **words** stand out, and [words]{lang=pl} are in another language."
        }
        "s" | "del" | "strike" => "Take out what no longer holds.",
        "sup" | "sub" => "Take it out, also at its end, and write it on the line: 2nd, m2.",
        "a" => "Type [words](https://www.example.org).",
        "img" => "Type a symbol like ![a phone with a padlock](symbol:private).",
        "hr" => "Type --- with an empty line before and after it.",
        "p" | "div" | "section" => "Take it out, also at its end, and leave an empty line between paragraphs.",
        "ul" | "ol" | "li" => "Type each item on a line that begins with - and a space.",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "Type ## and a space before the words.",
        "table" | "thead" | "tbody" | "tr" | "th" | "td" => {
            "Type a table with | between its cells, and |---|---| beneath its first row."
        }
        _ => "Say it in Markdown, or type \\< where you mean the sign itself.",
    }
}

#[cfg(test)]
mod tests {
    use super::is_new_line;

    #[test]
    fn a_new_line_is_typed_in_many_ways() {
        assert!(["<br>", "<br/>", "<br />", "<BR>", "<br/ >"].into_iter().all(is_new_line));
        assert!(!["<b>", "<br", "</br>", "<br class=x>", "<break>"].into_iter().any(is_new_line));
    }
}
