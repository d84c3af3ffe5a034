//! Makes what a browser gets smaller without changing what it does. None of this can be seen but in the weight of a page.

use std::collections::BTreeMap;
use std::error::Error;

/// A style sheet or script without the lines that are only a comment, and without indentation: both are for whoever edits it. A comment
/// of several lines has them for itself.
pub fn lean(text: &str) -> String {
    let mut in_comment = false;
    let mut lean = String::with_capacity(text.len());
    for line in text.lines().map(str::trim) {
        let begins = line.starts_with("/*") && (line.ends_with("*/") || !line.contains("*/"));
        let is_comment = in_comment || begins || line.starts_with("//");
        in_comment = (in_comment || begins) && !line.ends_with("*/");
        if !is_comment && !line.is_empty() {
            lean.push_str(line);
            lean.push('\n');
        }
    }
    lean
}

/// The same for a script that a program wrote. A template string over several lines would change with them, so it is refused.
pub fn lean_of_generated(script: &str) -> Result<String, Box<dyn Error>> {
    let lean = lean(script);
    match lean.lines().find(|line| line.matches('`').count() % 2 == 1) {
        Some(line) => Err(format!("a template string of the player's script goes over several lines: {line}").into()),
        None => Ok(lean),
    }
}

/// A lean style sheet without the spaces that only a reader needs. None of these stands inside a string or a selector.
pub fn tight(style: &str) -> String {
    const SPACES: [(&str, &str); 7] =
        [(" {", "{"), ("{\n", "{"), ("{ ", "{"), (": ", ":"), (", ", ","), (";\n", ";"), ("; ", ";")];
    let text = SPACES.iter().fold(style.to_owned(), |text, (from, to)| text.replace(from, to));
    text.replace(" }", "}").replace("}\n}", "}}")
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
