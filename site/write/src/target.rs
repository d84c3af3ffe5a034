//! The folder into which a site goes: chosen by whoever builds, and refused where a site would harm what lies there.

use super::error::{BadPlace, WriteError};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// A folder that was found fit for a site to be written into.
#[derive(Clone, Debug)]
pub struct Target {
    /// As it was typed, for messages.
    pub(super) shown: PathBuf,
    /// Where it is. A link that was typed as the folder itself has been followed: somebody chose it. Beneath it none is.
    pub(super) real: PathBuf,
}

impl Target {
    /// Takes a folder, which need not be there yet. Refused are a file, the root of a disk, the home folder and those around it, and every
    /// folder that lies in the content or in which content lies.
    pub fn choose(out: &Path, content: &[PathBuf], home: Option<&Path>) -> Result<Target, WriteError> {
        let refuse = |why| Err(WriteError::Place(out.to_path_buf(), why));
        let real = resolved(out).map_err(|error| WriteError::Io(out.to_path_buf(), error))?;
        if real.exists() && !real.is_dir() {
            return refuse(BadPlace::File);
        }
        if real.parent().is_none() {
            return refuse(BadPlace::Root);
        }
        if home.and_then(|home| resolved(home).ok()).is_some_and(|home| home.starts_with(&real)) {
            return refuse(BadPlace::Home);
        }
        if real.join("setting.toml").exists() {
            return refuse(BadPlace::HoldsContent);
        }
        for folder in content.iter().filter_map(|folder| resolved(folder).ok()) {
            if folder.starts_with(&real) {
                return refuse(BadPlace::HoldsContent);
            }
            if real.starts_with(&folder) {
                return refuse(BadPlace::InContent);
            }
        }
        Ok(Target { shown: out.to_path_buf(), real })
    }
}

/// A path without links and without `..`, as far as it is there; what is not there yet follows as it was typed.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    let whole = std::path::absolute(path)?;
    for there in whole.ancestors() {
        let Ok(real) = fs::canonicalize(there) else { continue };
        let rest = whole.strip_prefix(there).expect("it is one of its ancestors");
        if !rest.components().any(|part| part == Component::ParentDir) {
            // Joined to nothing, a file would end like a folder.
            return Ok(if rest.as_os_str().is_empty() { real } else { real.join(rest) });
        }
        let mut without = real;
        for part in rest.components() {
            match part {
                Component::ParentDir => drop(without.pop()),
                part => without.push(part),
            }
        }
        // It may lead back to what is there.
        return resolved(&without);
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::{BadPlace, Target};
    use crate::WriteError;
    use std::fs;
    use std::path::{Path, PathBuf};

    /// Why a folder is refused, with the content in `content/school` and `content/common` and a home in `home/me`.
    fn refused(root: &Path, out: &str) -> Option<BadPlace> {
        let content = ["content/school", "content/common"].map(|folder| root.join(folder));
        match Target::choose(&root.join(out), &content, Some(&root.join("home/me"))) {
            Ok(_) => None,
            Err(WriteError::Place(_, why)) => Some(why),
            Err(error) => panic!("{out}: {error}"),
        }
    }

    #[test]
    fn a_site_goes_into_a_folder_where_it_harms_nothing() {
        let root = tempfile::tempdir().unwrap();
        let folders = ["content/school/policy", "content/common", "content/charity", "home/me/sites", "web"];
        folders.iter().for_each(|folder| fs::create_dir_all(root.path().join(folder)).unwrap());
        fs::write(root.path().join("content/charity/setting.toml"), "").unwrap();
        fs::write(root.path().join("file"), "").unwrap();
        for (out, why) in [
            ("dist", None),
            ("web", None),
            ("content/dist", None),
            ("not/there/yet", None),
            ("home/me/sites", None),
            ("home/you", None),
            ("content/schools", None),
            ("content/school", Some(BadPlace::HoldsContent)),
            ("content/school/dist", Some(BadPlace::InContent)),
            ("content/school/policy", Some(BadPlace::InContent)),
            ("content/common/dist", Some(BadPlace::InContent)),
            ("content", Some(BadPlace::HoldsContent)),
            ("content/charity", Some(BadPlace::HoldsContent)),
            (".", Some(BadPlace::Home)),
            ("home", Some(BadPlace::Home)),
            ("home/me", Some(BadPlace::Home)),
            ("file", Some(BadPlace::File)),
            ("/", Some(BadPlace::Root)),
            ("web/../content/school/dist", Some(BadPlace::InContent)),
            ("not/there/../../content/school/dist", Some(BadPlace::InContent)),
            ("web/../dist", None),
        ] {
            assert_eq!(refused(root.path(), out), why, "{out}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_was_chosen_counts_as_what_it_leads_to() {
        let root = tempfile::tempdir().unwrap();
        let web = root.path().canonicalize().unwrap().join("web");
        fs::create_dir_all(&web).unwrap();
        fs::create_dir_all(root.path().join("content/school")).unwrap();
        for (link, to) in [("dist", "web"), ("inside", "content/school")] {
            std::os::unix::fs::symlink(root.path().join(to), root.path().join(link)).unwrap();
        }
        let target = Target::choose(&root.path().join("dist"), &[], None).unwrap();
        assert_eq!((target.real, target.shown), (web, root.path().join("dist")));
        assert_eq!(refused(root.path(), "inside"), Some(BadPlace::HoldsContent));
        assert_eq!(refused(root.path(), "inside/new/dist"), Some(BadPlace::InContent));
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "it asks what the command is asked")]
    fn a_relative_folder_is_one_beneath_where_we_are() {
        let here: PathBuf = std::env::current_dir().unwrap().canonicalize().unwrap();
        let target = Target::choose(Path::new("no-such-folder"), &[], None).unwrap();
        assert_eq!(target.real, here.join("no-such-folder"));
        let inside = Target::choose(Path::new("no-such-folder"), &[PathBuf::from(".")], None);
        assert!(matches!(inside, Err(WriteError::Place(_, BadPlace::InContent))));
    }
}
