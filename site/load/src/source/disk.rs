//! The disk to [`Sources`]: the only part of loading that touches it.
//!
//! Only `common` in setting.toml leads out of the setting's folder. A symbolic link that leads elsewhere is reported and not followed.

use super::content_files::is_joined;
use super::file::SourceFile;
use super::last_read::LastRead;
use super::meant;
use super::shared_files::SharedFiles;
use super::sound_file;
use super::sources::{LogoFile, ParsedSetting, Sources};
use super::strays;
use crate::setting::logo;
use fingerpost_model::finding::Finding;
use fingerpost_model::place::{Place, tidy};
use fingerpost_model::rules::Rule;
use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::iter;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Folders deeper than this hold nothing of a setting.
pub const DEEPEST: usize = 8;

/// Why a folder could not be read at all.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// There is no such folder; and what may have been meant, as a sentence.
    NoFolder(PathBuf, String),
    /// The folder has no setting.toml; and what may have been meant, as a sentence.
    NoSetting(PathBuf, String),
    /// setting.toml is not UTF-8 text.
    NotText(PathBuf),
    /// The system would not let us read.
    Refused(PathBuf, io::Error),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::NoFolder(path, meant) if path.is_file() => {
                write!(f, "{} is a file and not a folder. {meant}", path.display())
            }
            ReadError::NoFolder(dir, meant) => write!(f, "There is no folder {}. {meant}", dir.display()),
            ReadError::NoSetting(dir, meant) if dir.as_os_str() == "." => {
                write!(f, "There is no setting.toml in the folder in which you are. {meant}")
            }
            ReadError::NoSetting(dir, meant) => write!(f, "There is no setting.toml in {}. {meant}", dir.display()),
            ReadError::NotText(path) => write!(f, "{} is not text in UTF-8. {SAVE_AS_UTF8}", path.display()),
            ReadError::Refused(path, error) => write!(f, "{} cannot be read: {error}.", path.display()),
        }
    }
}

impl ReadError {
    /// Why the folder could not be read, as a finding for those who show findings only.
    pub fn into_finding(self) -> Finding {
        let (rule, file) = match &self {
            ReadError::NoFolder(..) | ReadError::NoSetting(..) => (Rule::MissingFile, "setting.toml"),
            ReadError::NotText(_) => (Rule::UnreadableFile, "setting.toml"),
            ReadError::Refused(..) => (Rule::UnreadableFile, "."),
        };
        Finding::error(Place::start_of(&Arc::from(file)), rule, self.to_string(), "Then try again.")
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ReadError::Refused(_, error) => Some(error),
            _ => None,
        }
    }
}

const SAVE_AS_UTF8: &str = "Save it again with the encoding UTF-8.";

/// Reads a setting's folder, and the folder of shared files that its setting.toml names.
pub fn read(dir: &Path) -> Result<Sources, ReadError> {
    read_with(dir, &SharedFiles::default())
}

/// Reads a setting's folder, and the folder of shared files that its setting.toml names. What is in `shared` already is not read again.
pub fn read_with(dir: &Path, shared: &SharedFiles) -> Result<Sources, ReadError> {
    read_all(dir, shared, None)
}

/// Reads a setting's folder as [`read`] does, but for the text files of `last` that have the size and the time that they had then. What it gives is best
/// given back to `last` when it has been loaded.
pub fn read_again(dir: &Path, last: &mut LastRead) -> Result<Sources, ReadError> {
    read_all(dir, &SharedFiles::default(), Some(last))
}

fn read_all(dir: &Path, shared: &SharedFiles, mut last: Option<&mut LastRead>) -> Result<Sources, ReadError> {
    if !dir.is_dir() {
        return Err(ReadError::NoFolder(dir.to_owned(), meant::instead_of(dir)));
    }
    let file = read_setting(dir, shared)?;
    let setting = ParsedSetting::of(&file);
    let mut sources = Sources::default();
    let common = match find_common(dir, &setting, &file) {
        Ok(common) => common,
        Err(complaint) => {
            sources.lacks_common = true;
            sources.findings.push(complaint);
            None
        }
    };
    let mut allowed = vec![canonical(dir)?];
    if let Some((_, folder)) = &common {
        allowed.push(canonical(folder)?);
    }
    let logo = setting.text("logo").map(|(name, _)| name);
    sources.logo = logo.map(|name| read_logo(&allowed[0], name)).unwrap_or_default();
    let skipped = common.as_ref().and_then(|_| allowed.last());
    let own = last.as_deref_mut();
    let mut walk = Walk { sources: &mut sources, allowed: &allowed, skipped, root: "", logo, shared, last: own };
    walk.folder(dir, "", 0)?;
    if let Some((name, folder)) = &common {
        let root = format!("{name}/");
        let skipped = allowed.first();
        let of_shared = last.as_deref_mut();
        let mut walk =
            Walk { sources: &mut sources, allowed: &allowed, skipped, root: &root, logo: None, shared, last: of_shared };
        walk.folder(folder, &root, 0)?;
        drop_overridden(&mut sources, name);
    }
    if let Some(last) = last {
        last.end();
    }
    sources.common = common.map(|(name, _)| name);
    sources.setting = Some(setting);
    Ok(sources)
}

/// Where the files of a setting are: its own folder, and that of the shared files which its setting.toml names, if there is one. The file that says so
/// is then in `shared`, so that it is not read again.
pub fn folders(dir: &Path, shared: &SharedFiles) -> Vec<PathBuf> {
    let file = read_setting(dir, shared).ok();
    let common = file.and_then(|file| find_common(dir, &ParsedSetting::of(&file), &file).ok().flatten());
    iter::once(dir.to_path_buf()).chain(common.map(|(_, folder)| folder)).collect()
}

fn read_setting(dir: &Path, shared: &SharedFiles) -> Result<SourceFile, ReadError> {
    let path = dir.join(Sources::SETTING);
    match shared.bytes(&path).map(|bytes| String::from_utf8(bytes.to_vec())) {
        Ok(Ok(text)) => Ok(SourceFile::new(Sources::SETTING, Sources::SETTING, &text)),
        Ok(Err(_)) => Err(ReadError::NotText(path)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(ReadError::NoSetting(dir.to_owned(), meant::inside(dir))),
        Err(error) => Err(ReadError::Refused(path, error)),
    }
}

/// The file beside setting.toml that it names as the logo. A link that leads elsewhere is not followed, and a path not gone.
fn read_logo(folder: &Path, name: &str) -> LogoFile {
    if name.contains(['/', '\\']) {
        return LogoFile::default();
    }
    let typed = folder.join(name);
    let Ok(path) = fs::canonicalize(&typed) else {
        return LogoFile::Absent { beside: pictures(folder) };
    };
    if path.parent() != Some(folder) {
        return LogoFile::Elsewhere;
    }
    let mut bytes = Vec::new();
    match fs::File::open(path).and_then(|file| file.take(logo::MOST as u64 + 1).read_to_end(&mut bytes)) {
        Ok(_) => LogoFile::Bytes(bytes),
        Err(error) => LogoFile::Unreadable(error.to_string()),
    }
}

/// The names of the pictures in a folder that could be its logo.
fn pictures(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| {
        let ending = Path::new(name).extension().unwrap_or_default();
        !name.starts_with('.') && ["svg", "png"].iter().any(|one| ending.eq_ignore_ascii_case(one))
    });
    names.sort();
    names
}

fn canonical(path: &Path) -> Result<PathBuf, ReadError> {
    fs::canonicalize(path).map_err(|error| ReadError::Refused(path.to_owned(), error))
}

/// The folder of shared files, as typed and as a path, if setting.toml names one; or what is wrong with it.
fn find_common(dir: &Path, setting: &ParsedSetting, file: &SourceFile) -> Result<Option<(String, PathBuf)>, Finding> {
    let Some((typed, at)) = setting.text("common") else { return Ok(None) };
    let is_relative = !typed.starts_with('/') && !typed.contains(['\\', ':']);
    let name = tidy(typed);
    if !is_relative || name.is_empty() {
        let message = format!("\"{typed}\" is not a path from this folder.");
        return Err(file.error(at, Rule::AbsolutePath, message, "Type it like common = \"../common\"."));
    }
    let folder = dir.join(&name);
    if !folder.is_dir() {
        let message = format!("There is no folder \"{typed}\" beside this file.");
        return Err(file.error(at, Rule::MissingFolder, message, "Type the path from this folder, or take the line out."));
    }
    Ok(Some((name, folder)))
}

/// Leaves out shared files in whose place the setting has its own (but for those that are joined), and the setting.toml of another setting.
fn drop_overridden(sources: &mut Sources, common: &str) {
    let is_own = |path: &str| !path.strip_prefix(common).is_some_and(|rest| rest.starts_with('/'));
    let own: std::collections::BTreeSet<String> = sources.files.keys().filter(|path| is_own(path)).cloned().collect();
    sources.files.retain(|path, _| match path.strip_prefix(common).and_then(|rest| rest.strip_prefix('/')) {
        Some(relative) => relative != "setting.toml" && (is_joined(relative) || !own.contains(relative)),
        None => true,
    });
}

/// Whether a folder holds something that somebody put there: it is neither empty, nor a setting of its own, nor a site that was built.
fn is_of_somebody(folder: &Path) -> bool {
    let has = |name: &str| folder.join(name).exists();
    let is_another = has("setting.toml") || has(".fingerpost-files") || (has("index.html") && has("404.html"));
    let mut names = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    !is_another && names.any(|name| !strays::is_dropping(&name))
}

struct Walk<'a> {
    sources: &'a mut Sources,
    /// The folders that may be read.
    allowed: &'a [PathBuf],
    /// The folder of shared files, where it stands inside the setting's; and the setting's, where that stands inside the shared one.
    skipped: Option<&'a PathBuf>,
    /// How the paths begin in the folder that is being read: the name of the shared one, or nothing.
    root: &'a str,
    /// The file that setting.toml names as the logo.
    logo: Option<&'a str>,
    /// The shared files that were read before, and setting.toml, which was.
    shared: &'a SharedFiles,
    /// What was read of the folder the last time, for whoever reads it again and again.
    last: Option<&'a mut LastRead>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path, shown: &str, depth: usize) -> Result<(), ReadError> {
        if depth > DEEPEST {
            self.stray(
                shown,
                "Folders that stand so deep inside one another are not read.",
                "Move its files to one of the folders above it.",
            );
            return Ok(());
        }
        let refused = |error| ReadError::Refused(folder.to_owned(), error);
        let mut entries = fs::read_dir(folder).map_err(refused)?.collect::<Result<Vec<_>, _>>().map_err(refused)?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let kind = entry.file_type().map_err(refused)?;
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                let message = "The name of this file or folder is not text in UTF-8, so it is not read.";
                self.stray(&format!("{shown}{}", name.to_string_lossy()), message, "Give it another name.");
                continue;
            };
            if strays::is_dropping(name) {
                continue;
            }
            let (path, shown) = (entry.path(), format!("{shown}{name}"));
            let is_text = name.ends_with(".md") || name.ends_with(".toml");
            let is_sound = !is_text && shown[self.root.len()..].starts_with(sound_file::FOLDER);
            if kind.is_dir() {
                if self.skipped.is_some() && canonical(&path).ok().as_ref() == self.skipped {
                    continue;
                }
                if depth > 0 || strays::FOLDERS.contains(&name) {
                    self.folder(&path, &format!("{shown}/"), depth + 1)?;
                } else if is_of_somebody(&path) {
                    let (message, help) = strays::of_folder(name);
                    self.stray(&format!("{shown}/"), &message, &help);
                }
            } else if kind.is_symlink() && (is_text || is_sound || path.is_dir()) {
                self.link(&path, &shown);
            } else if is_text {
                self.file(&path, shown);
            } else if is_sound {
                self.sound(&path, shown);
            } else if self.logo != Some(&shown) {
                let (message, help) = strays::of_file(&shown[self.root.len()..]);
                self.stray(&shown, message, &help);
            }
        }
        Ok(())
    }

    /// Reports what is not read.
    fn stray(&mut self, shown: &str, message: &str, help: &str) {
        self.sources.findings.push(Finding::warning(Place::start_of(&Arc::from(shown)), Rule::UnusedFile, message, help));
    }

    /// A symbolic link to a file inside is as good as the file. Any other could bring in what was never meant to be published.
    fn link(&mut self, path: &Path, shown: &str) {
        let target = fs::canonicalize(path).ok().filter(|target| target.is_file());
        let is_inside = target.is_some_and(|target| self.allowed.iter().any(|folder| target.starts_with(folder)));
        if is_inside && (shown.ends_with(".md") || shown.ends_with(".toml")) {
            self.file(path, shown.to_owned());
        } else if is_inside {
            self.sound(path, shown.to_owned());
        } else {
            let message = "This is a link to another place, which is not followed.";
            self.report(shown, Rule::PathOutside, message, "Put a copy of the file here, or of the files if it is a folder.");
            self.sources.elsewhere.insert(shown.to_owned());
        }
    }

    /// The bytes of a text file. A shared one is known by its path from the folder of shared files, which settings name in different ways.
    fn bytes(&self, path: &Path, shown: &str) -> io::Result<Vec<u8>> {
        if shown == Sources::SETTING {
            return Ok(self.shared.bytes(path)?.to_vec());
        }
        match (self.allowed.last(), shown.strip_prefix(self.root)) {
            (Some(folder), Some(relative)) if !self.root.is_empty() => Ok(self.shared.bytes(&folder.join(relative))?.to_vec()),
            _ => fs::read(path),
        }
    }

    fn file(&mut self, path: &Path, shown: String) {
        if let Some(text) = self.last.as_mut().and_then(|last| last.text(path, &shown)) {
            self.sources.files.insert(shown, text);
            return;
        }
        match self.bytes(path, &shown).map(String::from_utf8) {
            Ok(Ok(text)) => {
                self.sources.files.insert(shown, text);
            }
            Ok(Err(error)) => {
                let bytes = error.as_bytes();
                let before = String::from_utf8_lossy(&bytes[..error.utf8_error().valid_up_to()]);
                let place = Place::at(&Arc::from(shown.as_str()), &before, before.len());
                let message = "This file is not text in UTF-8 from here on.";
                self.sources.findings.push(Finding::error(place, Rule::UnreadableFile, message, SAVE_AS_UTF8));
                self.sources.unread.insert(shown);
            }
            Err(error) => self.unreadable(shown, &error),
        }
    }

    /// A recording. Of one that is too large only so much is read as shows that it is.
    fn sound(&mut self, path: &Path, shown: String) {
        let mut bytes = Vec::new();
        match fs::File::open(path).and_then(|file| file.take(sound_file::LARGEST as u64 + 1).read_to_end(&mut bytes)) {
            Ok(_) => {
                self.sources.sounds.insert(shown, bytes.into());
            }
            Err(error) => self.unreadable(shown, &error),
        }
    }

    /// Notes a file that is there and cannot be read.
    fn unreadable(&mut self, shown: String, error: &io::Error) {
        self.report(&shown, Rule::UnreadableFile, &format!("This file cannot be read: {error}."), "Look who may read it.");
        self.sources.unread.insert(shown);
    }

    fn report(&mut self, shown: &str, rule: Rule, message: &str, help: &str) {
        self.sources.findings.push(Finding::error(Place::start_of(&Arc::from(shown)), rule, message, help));
    }
}

#[cfg(test)]
mod tests {
    use super::{ReadError, read};
    use crate::source::sources::LogoFile;
    use std::fs;

    #[test]
    fn a_folder_without_a_setting_is_refused_with_one_line() {
        let dir = tempfile::tempdir().unwrap();
        assert!(matches!(read(&dir.path().join("none")), Err(ReadError::NoFolder(..))));
        assert!(matches!(read(dir.path()), Err(ReadError::NoSetting(..))));
        fs::write(dir.path().join("setting.toml"), b"name = \"\xff\"").unwrap();
        let Err(error) = read(dir.path()) else { panic!("it was read") };
        assert!(matches!(error, ReadError::NotText(_)));
        assert_eq!(error.to_string().lines().count(), 1);
    }

    #[test]
    fn the_settings_own_file_takes_the_place_of_a_shared_one() {
        let dir = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = dir.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("school/setting.toml", "common = \"../common/\"");
        write("school/pages/home.md", "own");
        write("common/pages/home.md", "shared");
        write("common/pages/contacts.md", "shared");
        write("school/glossary.md", "own");
        write("common/glossary.md", "joined");
        write("common/.hidden.md", "hidden");
        write("secret/x.md", "secret");
        let sources = read(&dir.path().join("school")).unwrap();
        let expected = ["../common/glossary.md", "../common/pages/contacts.md", "glossary.md", "pages/home.md", "setting.toml"];
        assert_eq!(sources.files.keys().collect::<Vec<_>>(), expected);
        assert_eq!(sources.common.as_deref(), Some("../common"));
    }

    /// Files look old here, because what was written just now is read again in any case.
    #[test]
    fn a_file_is_read_again_where_it_looks_different_and_only_there() {
        use super::{LastRead, read_again};
        use std::time::{Duration, SystemTime};
        let dir = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str, age: u64| {
            fs::write(dir.path().join(path), text).unwrap();
            let file = fs::File::options().append(true).open(dir.path().join(path)).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000 + age)).unwrap();
        };
        write("setting.toml", "name = \"A\"", 0);
        write("glossary.md", "one", 0);
        write("strings.toml", "", 0);
        let mut last = LastRead::default();
        let mut texts = || {
            let sources = read_again(dir.path(), &mut last).unwrap();
            let texts: Vec<String> = sources.files.values().cloned().collect();
            last.give_back(sources);
            texts
        };
        assert_eq!(texts(), ["one", "name = \"A\"", ""]);
        // It looks as before, so what it holds now is not seen.
        write("glossary.md", "two", 0);
        assert_eq!(texts()[0], "one");
        write("glossary.md", "two", 9);
        assert_eq!(texts()[0], "two");
        write("glossary.md", "three", 9);
        assert_eq!(texts()[0], "three");
        // What was written just now is read each time.
        fs::write(dir.path().join("glossary.md"), "four").unwrap();
        assert_eq!(texts()[0], "four");
        fs::write(dir.path().join("glossary.md"), "five").unwrap();
        assert_eq!(texts()[0], "five");
        fs::remove_file(dir.path().join("glossary.md")).unwrap();
        assert_eq!(texts(), ["name = \"A\"", ""]);
    }

    #[test]
    fn a_logo_stands_beside_the_setting_and_nowhere_else() {
        let dir = tempfile::tempdir().unwrap();
        let school = dir.path().join("school");
        fs::create_dir_all(school.join("inside")).unwrap();
        for path in ["secret.svg", "school/logo.svg", "school/inside/logo.svg"] {
            fs::write(dir.path().join(path), path).unwrap();
        }
        for (typed, there) in [("logo.svg", true), ("none.svg", false), ("../secret.svg", false), ("inside/logo.svg", false)] {
            fs::write(school.join("setting.toml"), format!("logo = \"{typed}\"")).unwrap();
            assert_eq!(matches!(read(&school).unwrap().logo, LogoFile::Bytes(_)), there, "{typed}");
        }
        fs::write(school.join("setting.toml"), "logo = \"Logo.png\"").unwrap();
        let LogoFile::Absent { beside } = read(&school).unwrap().logo else { panic!("there is none") };
        assert_eq!(beside, ["logo.svg"]);
        fs::create_dir(school.join("folder.svg")).unwrap();
        fs::write(school.join("setting.toml"), "logo = \"folder.svg\"").unwrap();
        assert!(matches!(read(&school).unwrap().logo, LogoFile::Unreadable(_)));
    }

    #[test]
    fn recordings_are_read_from_their_folder_and_from_nowhere_else() {
        let dir = tempfile::tempdir().unwrap();
        let folders = ["school/sounds/tell/plain", "common/sounds/tell/plain", "school/policy/sounds"];
        folders.iter().for_each(|folder| fs::create_dir_all(dir.path().join(folder)).unwrap());
        fs::write(dir.path().join("school/setting.toml"), "common = \"../common\"").unwrap();
        for folder in folders {
            fs::write(dir.path().join(folder).join("help.mp3"), folder).unwrap();
        }
        fs::write(dir.path().join("school/sounds/large.wav"), vec![0; super::sound_file::LARGEST + 5]).unwrap();
        let sources = read(&dir.path().join("school")).unwrap();
        let read: Vec<(&str, usize)> = sources.sounds.iter().map(|(path, bytes)| (path.as_str(), bytes.len())).collect();
        let expected = [
            ("../common/sounds/tell/plain/help.mp3", 24),
            ("sounds/large.wav", super::sound_file::LARGEST + 1),
            ("sounds/tell/plain/help.mp3", 24),
        ];
        assert_eq!(read, expected);
    }

    #[cfg(unix)]
    #[test]
    fn a_symbolic_link_leads_nowhere_else() {
        let dir = tempfile::tempdir().unwrap();
        let school = dir.path().join("school");
        fs::create_dir_all(school.join("policy")).unwrap();
        fs::write(dir.path().join("secret.md"), "secret").unwrap();
        fs::write(school.join("setting.toml"), "").unwrap();
        fs::write(school.join("policy/a.md"), "a").unwrap();
        std::os::unix::fs::symlink("a.md", school.join("policy/b.md")).unwrap();
        std::os::unix::fs::symlink("../../secret.md", school.join("policy/c.md")).unwrap();
        std::os::unix::fs::symlink("../..", school.join("policy/d")).unwrap();
        let sources = read(&school).unwrap();
        assert_eq!(sources.files.keys().collect::<Vec<_>>(), ["policy/a.md", "policy/b.md", "setting.toml"]);
        let places: Vec<String> = sources.findings.iter().map(|finding| format!("{} {}", finding.place, finding.rule)).collect();
        assert_eq!(places, ["policy/c.md:1:1 path-outside", "policy/d:1:1 path-outside"]);
    }
}
