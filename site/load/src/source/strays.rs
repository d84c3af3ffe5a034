//! What lies in a setting's folder and is not read: files with another ending than those that count, pictures and recordings that nothing uses,
//! and folders that have no meaning. All are named, so that nothing that somebody wrote is missing from a site in silence; but for what
//! systems and editors leave behind.

use crate::handbook::folder;
use fingerpost_model::finding::did_you_mean;

/// The folders of a setting.
pub const FOLDERS: [&str; 9] =
    ["policy", "pages", "lessons", "agreements", "quizzes", "inductions", "items", "sounds", folder::FOLDER];

/// Whether a file or folder with this name is what a system or an editor leaves behind.
pub fn is_dropping(name: &str) -> bool {
    let name = name.to_lowercase();
    let starts = ["." /* hidden */, "~$" /* Word's locks */].into_iter().any(|start| name.starts_with(start));
    let ends = ["~", ".swp", ".swo", ".tmp"].into_iter().any(|end| name.ends_with(end));
    let is_save = name.len() > 2 && name.starts_with('#') && name.ends_with('#');
    starts || ends || is_save || ["thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx"].contains(&name.as_str())
}

/// Why a folder of this name is not read, and what to do.
pub fn of_folder(name: &str) -> (String, String) {
    let near = did_you_mean(&name.to_lowercase(), FOLDERS);
    let near = if near.starts_with("Did") { near } else { format!("The folders are {}.", FOLDERS.join(", ")) };
    ("Nothing in this folder is read, because no folder has this name.".to_owned(), format!("{near} Move it, or take it out."))
}

/// Why a file at this path is not read, and what to do.
pub fn of_file(path: &str) -> (&'static str, String) {
    let name = path.rsplit('/').next().unwrap_or_default();
    let lower = path.to_lowercase();
    let stem_of = |length: usize| path.get(..path.len() - length).unwrap_or(path);
    for hidden in [".txt", ".docx", ".doc", ".rtf"] {
        if let Some(rest) = lower.strip_suffix(hidden).filter(|rest| rest.ends_with(".md") || rest.ends_with(".toml")) {
            let rest = &rest[rest.rfind('.').unwrap_or_default()..];
            let named = format!("{}{rest}", stem_of(hidden.len() + rest.len()));
            let help = match hidden {
                ".txt" => format!("Name it {named}. Windows shows the whole name when \"File name extensions\" is on."),
                _ => format!("Save it as plain text, and name it {named}."),
            };
            return ("This file has a second ending, so it is not read.", help);
        }
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let stem = stem_of(if ending.is_empty() { 0 } else { ending.len() + 1 });
    match ending.to_lowercase().as_str() {
        small @ ("md" | "toml") => {
            ("The ending of this file has capital letters, so it is not read.", format!("Name it {stem}.{small}."))
        }
        "markdown" | "mdown" | "mkd" | "mdwn" | "mdx" => {
            ("This file does not end in .md, so it is not read.", format!("Name it {stem}.md."))
        }
        "txt" | "text" | "" => (
            "This file does not end in .md, so it is not read.",
            format!("Name it {stem}.md if it is written as the others are, or take it out."),
        ),
        "docx" | "doc" | "odt" | "rtf" | "pdf" | "pages" | "html" | "htm" => (
            "Files of this kind are not read.",
            format!("Write its words as {stem}.md, as the others are written, and take this file out."),
        ),
        "svg" | "png" if !path.contains('/') => (
            "No page shows this picture.",
            format!("Type logo = \"{name}\" in setting.toml if it is the logo, or take the file out."),
        ),
        "svg" | "png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" | "bmp" | "tif" | "tiff" | "heic" => (
            "No page shows this picture.",
            "Pictures in texts are symbols, typed like ![a phone with a padlock](symbol:private). Take the file out.".to_owned(),
        ),
        "mp3" | "m4a" | "ogg" | "wav" | "flac" | "aac" | "wma" | "mp4" => (
            "Nobody hears this recording.",
            "Move it to a place like sounds/tell-someone/symbols/help.mp3, or take it out.".to_owned(),
        ),
        _ => ("Nothing uses this file.", "Take it out, or move it out of this folder.".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_dropping, of_file};

    #[test]
    fn what_systems_and_editors_leave_behind_is_none_of_the_content() {
        for name in [
            ".DS_Store",
            "._home.md",
            ".git",
            "Thumbs.db",
            "desktop.ini",
            "~$phones.docx",
            "home.md~",
            ".home.md.swp",
            "#home.md#",
            "x.tmp",
        ] {
            assert!(is_dropping(name), "{name}");
        }
        for name in ["home.md", "34-phones.md.txt", "#", "home.bak", "notes"] {
            assert!(!is_dropping(name), "{name}");
        }
    }

    #[test]
    fn the_mend_is_the_name_that_the_file_should_have() {
        for (path, named) in [
            ("policy/34-phones.md.txt", "policy/34-phones.md."),
            ("policy/34-Phones.MD.TXT", "policy/34-Phones.md."),
            ("setting.toml.txt", "setting.toml."),
            ("policy/35-games.MD", "policy/35-games.md."),
            ("lessons/new.markdown", "lessons/new.md."),
            ("policy/36-é.docx", "policy/36-é.md,"),
            ("policy/notes", "policy/notes.md "),
        ] {
            let (_, help) = of_file(path);
            assert!(help.contains(&format!(" {named}")), "{path}: {help}");
        }
    }
}
