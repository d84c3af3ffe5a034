//! Which folder may have been meant, where one was named that holds no setting.

use std::fs;
use std::path::{Path, PathBuf};

/// So many folders are offered.
const MOST: usize = 4;

/// What to type instead of a folder that is not there: the folder of a file that is, or folders with a setting near by.
pub fn instead_of(path: &Path) -> String {
    let above = path.parent().filter(|above| !above.as_os_str().is_empty());
    if path.is_file() {
        let folder = above.map_or(".".to_owned(), |above| above.display().to_string());
        return format!("Type the folder in which it is: {folder}");
    }
    let near = with_a_setting(above.unwrap_or(Path::new(".")));
    if near.is_empty() { "Type the name of the folder in which setting.toml is.".to_owned() } else { offered(&near) }
}

/// What to do about a folder without a setting.toml: give the file the name that it should have, or type another folder.
pub fn inside(dir: &Path) -> String {
    if let Some(name) = misnamed(dir) {
        let hidden = if name.to_lowercase().starts_with("setting.toml.") {
            " Windows hides the last ending until View, Show, File name extensions is on."
        } else {
            ""
        };
        return format!("There is \"{name}\": give it the name setting.toml.{hidden}");
    }
    let near = with_a_setting(dir);
    let above = dir.parent().filter(|above| !above.as_os_str().is_empty() && above.join("setting.toml").is_file());
    match above {
        Some(above) if near.is_empty() => offered(&[above.to_path_buf()]),
        _ if near.is_empty() => "Type the folder in which it is.".to_owned(),
        _ => offered(&near),
    }
}

/// A file whose name was meant to be setting.toml.
fn misnamed(dir: &Path) -> Option<String> {
    let names = fs::read_dir(dir).ok()?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let is_meant = |name: &String| {
        let name = name.to_lowercase();
        name.starts_with("setting.toml.") || ["setting.toml", "settings.toml", "setting", "setting.txt"].contains(&name.as_str())
    };
    names.filter(is_meant).filter(|name| dir.join(name).is_file()).min()
}

/// The folders in this one, and in those, that have a setting.
fn with_a_setting(dir: &Path) -> Vec<PathBuf> {
    let inside = |dir: &Path| -> Vec<PathBuf> {
        let names = fs::read_dir(dir).into_iter().flatten().filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut folders: Vec<PathBuf> = names.filter(|name| !name.starts_with('.')).map(|name| dir.join(name)).collect();
        folders.retain(|path| path.is_dir());
        folders.sort();
        folders
    };
    let first = inside(dir);
    let second: Vec<PathBuf> = first.iter().flat_map(|folder| inside(folder)).collect();
    let all = first.into_iter().chain(second);
    all.filter(|folder| folder.join("setting.toml").is_file())
        .map(|path| path.strip_prefix(".").map_or(path.clone(), Path::to_path_buf))
        .collect()
}

fn offered(folders: &[PathBuf]) -> String {
    let names: Vec<String> = folders.iter().take(MOST).map(|folder| folder.display().to_string()).collect();
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("Did you mean {} or {last}?", others.join(", ")),
        _ => format!("Did you mean {}?", names.concat()),
    }
}

#[cfg(test)]
mod tests {
    use super::{inside, instead_of};
    use std::fs;

    #[test]
    fn the_folder_that_was_meant_is_offered() {
        let dir = tempfile::tempdir().unwrap();
        let content = dir.path().join("content");
        for folder in ["school/policy", "charity", "common", "named"] {
            fs::create_dir_all(content.join(folder)).unwrap();
        }
        for file in ["school/setting.toml", "charity/setting.toml", "named/Setting.toml.txt"] {
            fs::write(content.join(file), "").unwrap();
        }
        let (charity, school) = (content.join("charity"), content.join("school"));
        let both = format!("Did you mean {} or {}?", charity.display(), school.display());
        assert_eq!(inside(&content), both);
        assert_eq!(inside(dir.path()), both);
        assert_eq!(instead_of(&content.join("shool")), both);
        assert_eq!(inside(&school.join("policy")), format!("Did you mean {}?", school.display()));
        assert_eq!(inside(&content.join("common")), "Type the folder in which it is.");
        assert!(
            inside(&content.join("named")).starts_with("There is \"Setting.toml.txt\": give it the name setting.toml. Windows")
        );
        let file = school.join("setting.toml");
        assert_eq!(instead_of(&file), format!("Type the folder in which it is: {}", school.display()));
    }
}
