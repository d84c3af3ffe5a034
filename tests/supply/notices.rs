//! The notices that go with the program and with every site: who wrote what is in them, and under which licence. Most licences ask for that.

use super::licence::taken;
use super::metadata::Package;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// How the text of each licence is known, and where the part begins that all who use it have in common.
const KNOWN: [(&str, &str); 10] = [
    ("Apache-2.0", "Apache License"),
    ("MIT", "Permission is hereby granted"),
    ("BSD-2-Clause", "Redistribution and use in source and binary forms"),
    ("BSD-3-Clause", "Redistribution and use in source and binary forms"),
    ("ISC", "Permission to use, copy, modify, and"),
    ("Zlib", "This software is provided 'as-is'"),
    ("MPL-2.0", "Mozilla Public License"),
    ("Unicode-3.0", "UNICODE LICENSE V3"),
    ("BlueOak-1.0.0", "Blue Oak Model License"),
    ("CC0-1.0", "CC0 1.0 Universal"),
];

/// Who holds the rights of a crate that has no text of its licence, where its list of authors does not say it.
const HOLDERS: [(&str, &str); 2] = [("pagefind", "Copyright 2022 CloudCannon"), ("pagefind_stem", "Copyright 2022 CloudCannon")];

/// The crates under one licence text, with whose rights they are.
#[derive(Default)]
struct Group {
    text: String,
    members: Vec<String>,
}

/// The list of these crates by licence, each licence's text once.
pub fn notices(packages: &[&Package], allowed: &[String], root: &Path) -> String {
    let mut groups: BTreeMap<(String, String), Group> = BTreeMap::new();
    let mut without_text = Vec::new();
    for package in packages {
        let licences = taken(&package.licence, allowed).unwrap_or_else(|| panic!("{}: {}", package.name, package.licence));
        for licence in licences {
            match text_of(package, &licence, root) {
                Some((head, text)) => add(&mut groups, package, licence, &holders(&head), text),
                None => without_text.push((package, licence)),
            }
        }
    }
    // The text is another's of the same licence.
    for (package, licence) in without_text {
        let text = groups.iter().find(|((name, _), _)| *name == licence).map(|(_, group)| group.text.clone());
        let text = text.unwrap_or_else(|| panic!("no crate has the text of {licence}, which {} needs", package.name));
        let named = HOLDERS.iter().find(|(name, _)| *name == package.name).map(|(_, holder)| (*holder).to_owned());
        let holder = named.unwrap_or_else(|| format!("Copyright {}", package.authors.join(", ")));
        add(&mut groups, package, licence, &holder, text);
    }
    let mut written = String::new();
    for ((licence, _), Group { text, mut members }) in groups {
        members.sort();
        let _ = write!(written, "\n{}\n{licence}\n\n", "=".repeat(80));
        members.iter().for_each(|member| written.extend([member, "\n"]));
        let _ = write!(written, "\n{}\n", text.trim());
    }
    written
}

fn add(groups: &mut BTreeMap<(String, String), Group>, package: &Package, licence: String, holders: &str, text: String) {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let group = groups.entry((licence, words)).or_default();
    if group.text.is_empty() {
        group.text = text;
    }
    let holders = if holders.is_empty() { String::new() } else { format!(": {holders}") };
    group.members.push(format!("{} {}{holders}", package.name, package.version));
}

/// The text of a licence in a crate: what stands before it, and from where it begins. The Apache licence is the same for all.
fn text_of(package: &Package, licence: &str, root: &Path) -> Option<(String, String)> {
    let (_, begins) = KNOWN.iter().find(|(name, _)| *name == licence).unwrap_or_else(|| panic!("{licence} is not known here"));
    if licence == "Apache-2.0" {
        return Some((notice(package), fs::read_to_string(root.join("LICENSE-APACHE")).unwrap()));
    }
    texts(package).into_iter().find_map(|(_, text)| {
        let at = text.find(begins)?;
        // Licences that are longer than a screen have their own title.
        let at = if ["MPL-2.0", "CC0-1.0", "BlueOak-1.0.0", "Unicode-3.0"].contains(&licence) { 0 } else { at };
        Some((text[..at].to_owned(), text[at..].to_owned()))
    })
}

/// What the Apache licence asks to be passed on.
fn notice(package: &Package) -> String {
    let notices = texts(package).into_iter().filter(|(name, _)| name.to_uppercase().starts_with("NOTICE"));
    notices.map(|(_, text)| text).collect()
}

/// The files of a crate that can hold a licence, by name, with line ends of one kind.
fn texts(package: &Package) -> Vec<(String, String)> {
    let mut names: Vec<String> = fs::read_dir(&package.folder)
        .unwrap_or_else(|error| panic!("{}: {error}", package.folder.display()))
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| ["LICEN", "COPYING", "UNLICENSE", "NOTICE"].iter().any(|start| name.to_uppercase().starts_with(start)))
        .collect();
    names.sort();
    let read = |name: String| Some((name.clone(), fs::read_to_string(package.folder.join(name)).ok()?.replace("\r\n", "\n")));
    names.into_iter().filter_map(read).collect()
}

/// The lines that say whose rights they are, in one.
fn holders(head: &str) -> String {
    let lines = head.lines().map(str::trim).filter(|line| line.to_lowercase().contains("copyright"));
    lines.map(|line| line.trim_end_matches('.')).collect::<Vec<_>>().join("; ")
}
