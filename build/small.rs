//! Makes what a browser gets smaller without changing what it does. None of this can be seen but in the weight of a page.

use std::collections::BTreeMap;
use std::error::Error;
use std::ops::Range;

/// A style sheet or script without the comments that begin a line, and without indentation: both are for whoever edits it. A comment beside
/// code stays.
pub fn lean(text: &str) -> String {
    let mut in_comment = false;
    let mut lean = String::with_capacity(text.len());
    for line in text.lines().map(str::trim) {
        let code = after_comments(line, &mut in_comment);
        if !code.is_empty() && !code.starts_with("//") {
            lean.push_str(code);
            lean.push('\n');
        }
    }
    lean
}

/// What a line has after the comments that it begins with, or that began on a line before it.
fn after_comments<'a>(line: &'a str, in_comment: &mut bool) -> &'a str {
    let mut rest = line;
    loop {
        if !*in_comment {
            let Some(inside) = rest.strip_prefix("/*") else { return rest };
            *in_comment = true;
            rest = inside;
        }
        let Some((_, after)) = rest.split_once("*/") else { return "" };
        *in_comment = false;
        rest = after.trim_start();
    }
}

/// A script that a program wrote, without comments and indentation. A template string over several lines would change with them, so it is refused.
pub fn lean_of_generated(script: &str) -> Result<String, Box<dyn Error>> {
    let lean = lean(script);
    match lean.lines().find(|line| line.matches('`').count() % 2 == 1) {
        Some(line) => Err(format!("a template string of the player's script goes over several lines: {line}").into()),
        None => Ok(lean),
    }
}

/// A lean style sheet without the spaces that only a reader needs. Strings and what comments are left stay as they are.
pub fn tight(style: &str) -> String {
    let mut tight = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(literal) = literal(rest) {
        tight += &tightened(&rest[..literal.start]);
        tight += &rest[literal.clone()];
        rest = &rest[literal.end..];
    }
    tight + &tightened(rest)
}

/// Where the first string or comment of a style sheet stands.
fn literal(style: &str) -> Option<Range<usize>> {
    let begins = |at: &usize| style[*at..].starts_with(['"', '\'']) || style[*at..].starts_with("/*");
    let start = style.match_indices(['"', '\'', '/']).map(|(at, _)| at).find(begins)?;
    let inside = &style[start + 1..];
    let quote = style[start..].chars().next().filter(|sign| *sign != '/');
    let length = match quote {
        None => inside.find("*/").map(|end| end + 2),
        Some(quote) => {
            let mut is_escaped = false;
            let ends = |sign: char| {
                let ends = sign == quote && !is_escaped;
                is_escaped = sign == '\\' && !is_escaped;
                ends
            };
            inside.find(ends).map(|end| end + 1)
        }
    };
    Some(start..length.map_or(style.len(), |length| start + 1 + length))
}

/// What stands between two strings or comments, without the spaces that only a reader needs.
fn tightened(between: &str) -> String {
    const SPACES: [(&str, &str); 8] =
        [(" {", "{"), ("{\n", "{"), ("{ ", "{"), (": ", ":"), (", ", ","), (";\n", ";"), ("; ", ";"), (" }", "}")];
    let mut text = SPACES.iter().fold(between.to_owned(), |text, (from, to)| text.replace(from, to));
    // Of three that close one after another, the second belongs to the first pair and to the next.
    while text.contains("}\n}") {
        text = text.replace("}\n}", "}}");
    }
    text
}

/// What the names of the player's imports begin with; sixteen hexadecimal digits are their end.
const IMPORT: &str = "__wbg_";
const DIGITS: usize = 16;

/// The player's script and WebAssembly with names for what the one takes from the other that compress.
///
/// wasm-bindgen ends each name with a hash, so that two versions of a crate can stand in one program. Here both sides are made at once, and
/// a number tells names apart as well: the hashes of 170 names are 2.5 KB that no compression can take away. The names keep their length, so
/// nothing else in the binary moves.
pub fn plain_imports(script: &str, mut wasm: Vec<u8>) -> (String, Vec<u8>) {
    let mut number_of: BTreeMap<&str, usize> = BTreeMap::new();
    let mut renamed: BTreeMap<&str, String> = BTreeMap::new();
    for name in script.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_') {
        let Some(end) = name.len().checked_sub(DIGITS).filter(|_| name.starts_with(IMPORT)) else { continue };
        let (stem, hash) = name.split_at(end);
        if hash.bytes().all(|digit| digit.is_ascii_hexdigit()) && !renamed.contains_key(name) {
            let number = number_of.entry(stem).or_default();
            renamed.insert(name, format!("{stem}{number:0DIGITS$x}"));
            *number += 1;
        }
    }
    let places: Vec<usize> =
        (0..wasm.len().saturating_sub(IMPORT.len())).filter(|at| wasm[*at..].starts_with(IMPORT.as_bytes())).collect();
    for at in places {
        let found = renamed.iter().find(|(name, _)| wasm[at..].starts_with(name.as_bytes()));
        if let Some((name, new)) = found {
            wasm[at..at + name.len()].copy_from_slice(new.as_bytes());
        }
    }
    let script = renamed.iter().fold(script.to_owned(), |script, (name, new)| script.replace(name, new));
    (script, wasm)
}
