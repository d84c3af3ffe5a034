//! No file of a crate imports another in a circle, so that each can be read after those that it needs. Whoever moves something and makes one
//! is told its files and what leads from each to the next.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A file of a crate, as its path of modules: none for `lib.rs`.
type Module = Vec<String>;

#[test]
fn no_file_imports_another_in_a_circle() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate lies in the workspace");
    let mut crates: Vec<PathBuf> = vec![
        root.join("site"),
        root.join("xtask/src"),
        root.join("xtask/wasm-test-runner/src"),
        root.join("tests/journeys/src"),
        root.join("tests/golden/src"),
    ];
    for folder in ["site", "modules"] {
        let inside = fs::read_dir(root.join(folder)).expect("a folder of the workspace");
        crates.extend(inside.map(|entry| entry.expect("a name").path().join("src")).filter(|src| src.is_dir()));
    }
    assert!(crates.len() > 10, "{crates:?}");
    let named = |src: &Path, circle| format!("{}: {circle}", src.strip_prefix(root).expect("it lies in the workspace").display());
    let circles: Vec<String> =
        crates.iter().flat_map(|src| circles_of(&files_of(src)).into_iter().map(|circle| named(src, circle))).collect();
    assert!(circles.is_empty(), "\n{}", circles.join("\n"));
}

/// What each circle says of itself is what somebody needs who has just made one.
#[test]
fn a_circle_is_named() {
    let file = |path: &[&str], text: &str| (path.iter().map(|name| (*name).to_owned()).collect(), text.to_owned());
    let files = BTreeMap::from([
        file(&[], "mod a;\nmod b;\nmod c;\npub use b::Deep;\nuse a::A;\n"),
        file(&["a"], "//! use crate::c::C;\nuse crate::{Deep, b::{self, B}};\n"),
        file(&["b"], "mod deep;\npub use deep::Deep;\nfn f() { let c = super::c::make(\"use crate::a;\"); }\n"),
        file(&["b", "deep"], "pub struct Deep;\n"),
        file(&["c"], "use super::a;\n#[cfg(test)]\nmod tests {\n    use crate::b;\n}\n"),
    ]);
    assert_eq!(circles_of(&files), ["a -> b -> c -> a"]);
    let mut without = files;
    without.extend([file(&["c"], "pub fn make(_: &str) {}\n")]);
    assert_eq!(circles_of(&without), Vec::<String>::new());
}

/// The text of each file of a crate. The crates inside `site/` are crates of their own.
fn files_of(src: &Path) -> BTreeMap<Module, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![(src.to_owned(), Module::new())];
    while let Some((folder, modules)) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of a crate") {
            let path = entry.expect("a name").path();
            let name = path.file_stem().and_then(|name| name.to_str()).expect("names are Unicode").to_owned();
            let within = || modules.iter().cloned().chain([name.clone()]).collect();
            if path.is_dir() && !path.join("Cargo.toml").exists() {
                folders.push((path, within()));
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let module = if ["lib", "main", "mod"].contains(&name.as_str()) { modules.clone() } else { within() };
                let text = fs::read_to_string(&path).expect("a file of a crate is text");
                // A crate can be a library and a program at once: both are its root.
                files.entry(module).or_insert_with(String::new).push_str(&text);
            }
        }
    }
    files
}

/// Each circle once, as the files on its way.
fn circles_of(files: &BTreeMap<Module, String>) -> Vec<String> {
    let arrows: BTreeMap<&Module, BTreeSet<&Module>> =
        files.iter().map(|(module, text)| (module, needed(module, text, files))).collect();
    let mut left: BTreeSet<&Module> = files.keys().collect();
    let mut circles = Vec::new();
    while let Some(module) = left.pop_first() {
        if let Some(way) = way_back(module, &arrows, &left) {
            let names = way.iter().map(|module| if module.is_empty() { "lib".to_owned() } else { module.join("::") });
            circles.push(names.collect::<Vec<_>>().join(" -> "));
        }
    }
    circles
}

/// The shortest way from a file back to itself over those that are left.
fn way_back<'a>(
    from: &'a Module,
    arrows: &BTreeMap<&'a Module, BTreeSet<&'a Module>>,
    left: &BTreeSet<&'a Module>,
) -> Option<Vec<&'a Module>> {
    let mut ways = vec![vec![from]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for next in &arrows[way[way.len() - 1]] {
                let on: Vec<&Module> = way.iter().copied().chain([*next]).collect();
                if *next == from {
                    return Some(on);
                }
                if left.contains(next) && seen.insert(*next) {
                    longer.push(on);
                }
            }
        }
        ways = longer;
    }
    None
}

/// A path as it is written, its words without `::`.
type Written = Vec<String>;

/// What a file hands on from others (`pub use`), and what it uses itself, in `use` and in paths that begin with `crate`, `super`, `self` or a
/// module beneath it. What its own tests use is left out.
fn written(module: &Module, text: &str, files: &BTreeMap<Module, String>) -> (Vec<Written>, Vec<Written>) {
    let words = words(text);
    let (mut handed_on, mut used) = (Vec::new(), Vec::new());
    for (at, word) in words.iter().enumerate() {
        let before = |count: usize| at.checked_sub(count).map(|at| words[at].as_str());
        let is_path = words.get(at + 1).is_some_and(|next| next == "::") && !["::", "mod"].map(Some).contains(&before(1));
        let child =
            || files.keys().any(|file| file.len() == module.len() + 1 && file.starts_with(module) && file.last() == Some(word));
        if is_path && (["crate", "super", "self"].contains(&word.as_str()) || child()) {
            let is_handed_on = before(1) == Some("use") && [Some("pub"), Some(")")].contains(&before(2));
            tree(&words[at..], &mut Vec::new(), if is_handed_on { &mut handed_on } else { &mut used });
        }
    }
    (handed_on, used)
}

/// The other files of the crate that one needs. A name that a file only hands on is the file's where it is made.
fn needed<'a>(module: &Module, text: &str, files: &'a BTreeMap<Module, String>) -> BTreeSet<&'a Module> {
    let used = written(module, text, files).1;
    used.into_iter().filter_map(|path| target(module, path, files, 0)).filter(|target| *target != module).collect()
}

/// The file that a path leads to, which is written in another.
fn target<'a>(from: &Module, path: Written, files: &'a BTreeMap<Module, String>, depth: usize) -> Option<&'a Module> {
    let mut place = from.clone();
    let mut rest = path.into_iter().peekable();
    if rest.next_if(|word| word == "crate").is_some() {
        place.clear();
    }
    let _ = rest.next_if(|word| word == "self");
    while rest.next_if(|word| word == "super").is_some() {
        place.pop();
    }
    place.extend(rest);
    let mut names = Vec::new();
    // A name inside a file is that file's.
    while !files.contains_key(&place) {
        names.push(place.pop()?);
    }
    let (module, text) = files.get_key_value(&place)?;
    let Some(name) = names.last().filter(|_| depth < 5) else { return Some(module) };
    let handed_on = written(module, text, files).0.into_iter().find(|path| path.last() == Some(name));
    handed_on.map_or(Some(module), |path| target(module, path, files, depth + 1))
}

/// The paths of a tree such as `crate::{a::{self, B}, c}`, and how many words it has.
fn tree(words: &[String], before: &mut Vec<String>, paths: &mut Vec<Vec<String>>) -> usize {
    let depth = before.len();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        at += 1;
        if word == "{" {
            loop {
                at += tree(&words[at..], before, paths);
                match words.get(at).map(String::as_str) {
                    Some(",") => at += 1,
                    _ => break,
                }
            }
            at += 1;
            before.truncate(depth);
            return at;
        }
        if !word.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '_') {
            at -= 1;
            break;
        }
        if word != "self" || before.is_empty() {
            before.push(word.clone());
        }
        if words.get(at).is_some_and(|next| next == "::") {
            at += 1;
        } else {
            // `as` gives it another name, which is no part of the path.
            if words.get(at).is_some_and(|next| next == "as") {
                at += 2;
            }
            break;
        }
    }
    if before.len() > depth || depth > 0 {
        paths.push(before.clone());
    }
    before.truncate(depth);
    at
}

/// The words and signs of a file before its tests, without comments and texts.
fn words(text: &str) -> Vec<String> {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(inside) = rest.strip_prefix('"') {
            let mut is_escaped = false;
            let end = inside.find(|c| {
                let ends = c == '"' && !is_escaped;
                is_escaped = c == '\\' && !is_escaped;
                ends
            });
            end.map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("'\"'") || rest.starts_with("'{'") || rest.starts_with("'}'") {
            3
        } else if first.is_alphanumeric() || first == '_' {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            words.push(rest[..end].to_owned());
            end
        } else if rest.starts_with("::") {
            words.push("::".to_owned());
            2
        } else {
            if !first.is_whitespace() {
                words.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    words
}
