//! The example sites: built once for all tests, with the program as users get it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// Where the site lies on its host: nowhere near the root, as in many a school's web space.
pub const PREFIX: &str = "/any/sub/path/";

/// The lesson that the journeys go through.
pub const LESSON: &str = "lessons/tell-someone.html";

/// The paths of a lesson.
pub const PATHS: [&str; 4] = ["together", "symbols", "easy-read", "plain"];

/// The repository's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the crate lies two folders down").to_path_buf()
}

/// What `cargo xtask test` says about the world outside.
pub fn from_xtask(name: &str) -> PathBuf {
    std::env::var_os(name).map_or_else(|| panic!("{name} is not set: run this through cargo xtask"), PathBuf::from)
}

/// A folder for what a test run leaves behind, beside the program that is running.
pub fn scratch() -> PathBuf {
    let program = std::env::current_exe().expect("a running program has a path");
    // Tests lie in target/debug/deps, programs one folder higher.
    let folder = program.ancestors().skip(1).find(|folder| !folder.ends_with("deps"));
    folder.and_then(Path::parent).expect("it lies in target/debug").join("journeys")
}

/// The example settings.
pub const SCHOOL: &str = "school";
/// The other one.
pub const CHARITY: &str = "charity";

/// The handbook for authors.
pub const GUIDE: &str = "guide";

/// The small setting of `tests/cases/sites` that is translated, in part, into German and Arabic.
pub const LANGUAGES: &str = "two-languages";

/// The folder of a built site. Each is built once a run.
pub fn dist(setting: &str) -> &'static Path {
    static SCHOOL_DIST: LazyLock<PathBuf> = LazyLock::new(|| built(SCHOOL, &root().join("content/school")));
    static CHARITY_DIST: LazyLock<PathBuf> = LazyLock::new(|| built(CHARITY, &root().join("content/charity")));
    static GUIDE_DIST: LazyLock<PathBuf> = LazyLock::new(|| built(GUIDE, &root().join("content/guide")));
    static LANGUAGES_DIST: LazyLock<PathBuf> = LazyLock::new(|| built(LANGUAGES, &with_all_words()));
    match setting {
        CHARITY => &CHARITY_DIST,
        GUIDE => &GUIDE_DIST,
        LANGUAGES => &LANGUAGES_DIST,
        _ => &SCHOOL_DIST,
    }
}

/// Builds an example setting anew, in place of what was built before.
pub fn build_anew(setting: &str) {
    built(setting, &root().join("content").join(setting));
}

/// A copy of the setting with two languages that has all words: those that it does not translate are the example's, marked with the
/// language.
fn with_all_words() -> PathBuf {
    let (setting, common) = (scratch().join("translated/setting"), scratch().join("translated/common"));
    let _ = std::fs::remove_dir_all(scratch().join("translated"));
    copy_folder(&root().join("tests/cases/sites").join(LANGUAGES).join("content"), &setting);
    let read = |path: &Path| std::fs::read_to_string(path).expect("a file of the setting can be read");
    let write = |path: &Path, text: String| std::fs::write(path, text).expect("a file can be written");
    std::fs::create_dir_all(&common).expect("a folder can be made");
    let words = read(&root().join("content/common/strings.toml"));
    for language in ["ar", "de"] {
        write(&common.join(format!("strings.{language}.toml")), words.replace("= \"", &format!("= \"{language}: ")));
    }
    write(&common.join("strings.toml"), words);
    let facts = setting.join("setting.toml");
    write(&facts, format!("common = \"../common\"\n{}", read(&facts)));
    setting
}

/// The lesson that has every activity, in the site of [`with_gallery`].
pub const GALLERY: &str = "lessons/gallery.html";

/// The address of a recording in the site of [`with_gallery`], as far as it is known: those of the moment `home` of [`LESSON`] on the paths
/// `symbols` and `plain`.
pub const RECORDING: &str = "/assets/sound.";

/// The example school's site with one lesson more, the player's gallery (modules/player/gallery.md), and with two recordings.
pub fn with_gallery() -> &'static Path {
    static DIST: LazyLock<PathBuf> = LazyLock::new(|| {
        let content = scratch().join("with-gallery");
        let _ = std::fs::remove_dir_all(&content);
        copy_folder(&root().join("content"), &content);
        let lesson = content.join(SCHOOL).join("lessons/gallery.md");
        std::fs::create_dir_all(lesson.parent().expect("it lies in a folder")).expect("a folder can be made");
        std::fs::copy(root().join("modules/player/gallery.md"), lesson).expect("the gallery can be copied");
        let silence = root().join("tests/cases/sites/small/content/sounds/ask/symbols/photo.wav");
        let mut silence = std::fs::read(silence).expect("the recording can be read");
        for path in ["symbols", "plain"] {
            let folder = content.join(SCHOOL).join("sounds/tell-someone").join(path);
            std::fs::create_dir_all(&folder).expect("a folder can be made");
            std::fs::write(folder.join("home.wav"), &silence).expect("the recording can be written");
            // The other one is another file.
            silence.push(0);
        }
        let setting = content.join(SCHOOL).join("setting.toml");
        let text = std::fs::read_to_string(&setting).expect("a setting can be read");
        let with_lesson = text.replacen("lessons = [", "lessons = [\"gallery\", ", 1);
        assert_ne!(text, with_lesson, "the setting names its lessons");
        std::fs::write(&setting, with_lesson).expect("a setting can be written");
        built("gallery", &content.join(SCHOOL))
    });
    &DIST
}

fn built(setting: &str, content: &Path) -> PathBuf {
    let out = scratch().join(setting);
    let _ = std::fs::remove_dir_all(&out);
    let built = Command::new(from_xtask("FINGERPOST_BIN"))
        .arg("build")
        .arg(content)
        .arg("--out")
        .arg(&out)
        // The page for addresses that are not there is shown at any depth, and so has to know where the site stands.
        .args(["--base-url", &format!("https://{setting}.example{PREFIX}")])
        .output()
        .expect("the program can be run");
    assert!(built.status.success(), "the site does not build:\n{}", String::from_utf8_lossy(&built.stderr));
    out
}

/// Every page of a folder, by its address within the site, in order.
pub fn pages(dist: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![dist.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of the site can be read") {
            let path = entry.expect("an entry of the site can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "html") {
                let page = path.strip_prefix(dist).expect("it lies beneath the folder");
                found.push(page.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// Whether a page carries a module, as its source says.
pub fn has_module(dist: &Path, page: &str) -> bool {
    std::fs::read_to_string(dist.join(page)).expect("a page can be read").contains("data-module=")
}

/// The lesson pages.
pub fn lessons(dist: &Path) -> Vec<String> {
    pages(dist).into_iter().filter(|page| page.starts_with("lessons/") && has_module(dist, page)).collect()
}

/// Of these pages of the example school the one without a module that is largest on disk: no other can cost much more.
pub fn heaviest_page(of: impl Fn(&str) -> bool) -> String {
    let dist = dist(SCHOOL);
    let size = |page: &String| std::fs::metadata(dist.join(page)).map_or(0, |about| about.len());
    let pages = pages(dist).into_iter().filter(|page| of(page) && !has_module(dist, page));
    pages.max_by_key(size).expect("the site has a page")
}

/// The heaviest page with one section of the policy.
pub fn heaviest_section() -> String {
    heaviest_page(|page| page.starts_with("policy/") && !page.ends_with("/all.html"))
}

/// Copies a folder with all that is in it.
pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from).expect("a folder can be read") {
        let path = entry.expect("an entry can be read").path();
        let there = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            copy_folder(&path, &there);
        } else {
            std::fs::copy(&path, &there).expect("a file can be copied");
        }
    }
}
