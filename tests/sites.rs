//! Whole sites: content in, pages out. Every folder of `tests/cases/sites` has a setting in `content/` and what comes of it in `expected/`.
//!
//! A page is held by what is inside its `<main>`, one element a line; `expected/whole/` holds some files to the last byte. Hashes in names,
//! the data of modules and the size of all that a device can keep are left out, since they change with the program. A page that nothing expects fails, and so does an expected file
//! that nothing makes. After a change that is meant, `UPDATE=1 cargo test --test sites` writes `expected/` anew; look at the difference.

use fingerpost::embedded;
use fingerpost::load::{self, Sources};
use fingerpost::model::finding::{self, Finding};
use fingerpost::render::{self, Options, Site};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Files that are held to the last byte (but for hashes).
const WHOLE: [&str; 9] = [
    ".well-known/security.txt",
    "_headers",
    "ar/policy/devices.html",
    "de/policy/telling.html",
    "manifest.json",
    "next-review.ics",
    "policy/telling.html",
    "robots.txt",
    "sitemap.xml",
];

#[test]
fn every_site_is_as_expected() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/sites");
    let mut count = 0;
    for case in fs::read_dir(&cases).unwrap() {
        let case = case.unwrap().path();
        let made = made(&case.join("content"));
        let expected = case.join("expected");
        if std::env::var_os("UPDATE").is_some() {
            let _ = fs::remove_dir_all(&expected);
            for (name, text) in &made {
                let file = expected.join(name);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, text).unwrap();
            }
        }
        let kept = files(&expected, &expected);
        for (name, text) in &made {
            let kept = kept.get(name).unwrap_or_else(|| panic!("{name} is made and not expected"));
            snapbox::assert_data_eq!(text.as_str(), snapbox::Data::text(kept.as_str()).raw());
        }
        let unmade: Vec<_> = kept.keys().filter(|name| !made.contains_key(*name)).collect();
        assert!(unmade.is_empty(), "expected and not made: {unmade:?}");
        count += 1;
    }
    assert!(count > 0, "there is no case in {}", cases.display());
}

/// The night is for staff only, and so are its German and Arabic words, though their marks do not say it.
#[test]
fn a_translation_is_shown_to_no_more_readers_than_its_original() {
    let (site, _) = site(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/sites/two-languages/content"));
    for (words, page) in
        [("night line", "for-staff.html"), ("Nachtnummer", "de/for-staff.html"), ("برقم الليل", "ar/for-staff.html")]
    {
        let holds = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(words);
        let with: Vec<&str> = site.files.iter().filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path.as_str()).collect();
        assert_eq!(with, [page], "{words}");
    }
}

/// Which recording a step gets, by where the lesson and the recordings lie. Each holds the path that it lies at.
#[test]
fn a_recording_of_the_settings_own_comes_first_and_a_shared_one_reads_shared_words_only() {
    const OWN: &str = "sounds/ask/plain/photo.mp3";
    const SHARED: &str = "../common/sounds/ask/plain/photo.ogg";
    for (lesson, lying, played) in [
        ("lessons/ask.md", &[OWN, SHARED][..], Some(OWN)),
        ("lessons/ask.md", &[SHARED], None),
        ("../common/lessons/ask.md", &[OWN, SHARED], Some(OWN)),
        ("../common/lessons/ask.md", &[SHARED], Some(SHARED)),
    ] {
        let mut sources = load::read(Path::new("tests/cases/sites/small/content")).unwrap();
        sources.files.insert("strings.toml".to_owned(), fs::read_to_string("content/common/strings.toml").unwrap());
        let words = sources.files.remove("lessons/ask.md").unwrap();
        sources.files.insert(lesson.to_owned(), words);
        sources.common = Some("../common".to_owned());
        sources.sounds = lying.iter().map(|path| ((*path).to_owned(), path.as_bytes().into())).collect();
        let loaded = load::load(&sources, embedded::LOADING, load::Options::default());
        assert!(!finding::has_errors(&loaded.findings), "{:#?}", loaded.findings);
        let setting = loaded.setting.unwrap();
        let sounds: Vec<&[u8]> = setting.lessons[0].sounds.iter().map(|sound| &*sound.bytes).collect();
        assert_eq!(sounds, played.map(str::as_bytes).into_iter().collect::<Vec<_>>(), "{lesson} and {lying:?}");
    }
}

/// The site of a setting whose own words are the example's, and what was found on the way.
fn site(content: &Path) -> (Site, Vec<Finding>) {
    let mut sources = load::read(content).unwrap();
    sources.files.insert("strings.toml".to_owned(), fs::read_to_string("content/common/strings.toml").unwrap());
    complete_languages(&mut sources);
    let loaded = load::load(&sources, embedded::LOADING, load::Options::default());
    assert!(!finding::has_errors(&loaded.findings), "{:#?}", loaded.findings);
    (render::render(&loaded.setting.unwrap(), &embedded::RENDERING, &Options::default()), loaded.findings)
}

/// What comes of a setting, by the name of the expected file.
fn made(content: &Path) -> BTreeMap<String, String> {
    let (site, findings) = site(content);
    let mut made = BTreeMap::new();
    if !findings.is_empty() {
        let warnings = findings.iter().map(|finding| format!("{finding}\n")).collect();
        made.insert("whole/findings.txt".to_owned(), warnings);
    }
    for (path, bytes) in &site.files {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        let text = without_hashes(text);
        if path.ends_with(".html") {
            made.insert(path.clone(), main_of(&text));
        }
        if WHOLE.contains(&path.as_str()) {
            made.insert(format!("whole/{path}"), text);
        }
    }
    made
}

/// Gives every language of a case the words that it does not translate, marked with the language: a case needs no words that nobody
/// is certain of.
fn complete_languages(sources: &mut Sources) {
    let languages: Vec<String> =
        sources.files.keys().filter_map(|name| Some(name.strip_prefix("strings.")?.strip_suffix(".toml")?.to_owned())).collect();
    for language in languages {
        let marked = sources.files["strings.toml"].replace("= \"", &format!("= \"{language}: "));
        sources.files.insert(format!("../common/strings.{language}.toml"), marked);
        sources.common = Some("../common".to_owned());
    }
}

fn main_of(page: &str) -> String {
    let main = page.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    let main = main.split_once('>').unwrap().1;
    let main = match main.split_once(" data-for=").and_then(|(before, rest)| Some((before, rest.split_once('>')?))) {
        Some((before, (module, rest))) => {
            format!("{before} data-for={module}>(data){}", &rest[rest.find("</script>").unwrap()..])
        }
        None => main.to_owned(),
    };
    without_size(&main).replace("><", ">\n<") + "\n"
}

/// The size of what a device can keep is that of the player, above all.
fn without_size(main: &str) -> String {
    const SIZE: &str = "<b data-megabytes>";
    let told = main.split_once(SIZE).and_then(|(before, rest)| Some((before, rest.split_once("</b>")?.1)));
    told.map_or_else(|| main.to_owned(), |(before, after)| format!("{before}{SIZE}SIZE</b>{after}"))
}

/// `style.0123456789.css` is `style.HASH.css`, and `symbols.0123456789/tell.svg` is `symbols.HASH/tell.svg`.
fn without_hashes(text: &str) -> String {
    let is_hash = |part: &str| part.len() == 10 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let without = |part: &str| match part.split_once('/') {
        Some((folder, file)) if is_hash(folder) => format!("HASH/{file}"),
        _ if is_hash(part) => "HASH".to_owned(),
        _ => part.to_owned(),
    };
    text.split('.').map(without).collect::<Vec<_>>().join(".")
}

fn files(root: &Path, folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path: PathBuf = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(root, &path));
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            found.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
    found
}
