//! Whole sites: content in, pages out. Every folder of `tests/cases/sites` has a setting in `content/` and what comes of it in `expected/`.
//!
//! A page is held by what is inside its `<main>`, one element a line; `expected/whole/` holds some files to the last byte. Hashes in names,
//! the data of modules and the size of all that a device can keep are left out, since they change with the program. The words on buttons and
//! labels are those of `tests/cases/strings.toml`. A page that nothing expects fails, and so does an expected file that nothing makes. Each
//! folder is a test under its name. After a change that is meant, `SNAPSHOTS=overwrite cargo test --test sites` writes `expected/` anew; look at
//! the difference.

use fingerpost::embedded;
use fingerpost::load::{self, Sources};
use fingerpost::model::finding::{self, Finding};
use fingerpost::render::{self, Options, Site};
use fingerpost_golden::{Cases, Tests, expected, folder, named};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::LazyLock;

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

/// The site of each case, and what was found on the way.
static SITES: LazyLock<Cases<(Site, Vec<Finding>)>> = LazyLock::new(|| Cases::new(cases(), site));

fn main() -> ExitCode {
    Tests::new()
        .each(SITES.names(), is_as_expected)
        .and(named![
            a_translation_is_shown_to_no_more_readers_than_its_original,
            a_recording_of_the_settings_own_comes_first_and_a_shared_one_reads_shared_words_only,
        ])
        .run()
}

fn cases() -> PathBuf {
    folder::cases("sites")
}

fn is_as_expected(name: &str) {
    expected::folder(&cases().join(name).join("expected"), &made(SITES.of(name)));
}

/// The night is for staff only, and so are its German and Arabic words, though their marks do not say it.
fn a_translation_is_shown_to_no_more_readers_than_its_original() {
    let (site, _) = SITES.of("two-languages");
    for (words, page) in
        [("night line", "for-staff.html"), ("Nachtnummer", "de/for-staff.html"), ("برقم الليل", "ar/for-staff.html")]
    {
        let holds = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(words);
        let with: Vec<&str> = site.files.iter().filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path.as_str()).collect();
        assert_eq!(with, [page], "{words}");
    }
}

/// Which recording a step gets, by where the lesson and the recordings lie. Each holds the path that it lies at.
fn a_recording_of_the_settings_own_comes_first_and_a_shared_one_reads_shared_words_only() {
    const OWN: &str = "sounds/ask/plain/photo.mp3";
    const SHARED: &str = "../common/sounds/ask/plain/photo.ogg";
    for (lesson, lying, played) in [
        ("lessons/ask.md", &[OWN, SHARED][..], Some(OWN)),
        ("lessons/ask.md", &[SHARED], None),
        ("../common/lessons/ask.md", &[OWN, SHARED], Some(OWN)),
        ("../common/lessons/ask.md", &[SHARED], Some(SHARED)),
    ] {
        let mut sources = load::read(&cases().join("small/content")).unwrap();
        sources.files.insert("strings.toml".to_owned(), words());
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

/// The words on buttons and labels.
fn words() -> String {
    fs::read_to_string(folder::cases("strings.toml")).unwrap()
}

fn site(name: &str) -> (Site, Vec<Finding>) {
    let mut sources = load::read(&cases().join(name).join("content")).unwrap();
    sources.files.insert("strings.toml".to_owned(), words());
    complete_languages(&mut sources);
    let loaded = load::load(&sources, embedded::LOADING, load::Options::default());
    assert!(!finding::has_errors(&loaded.findings), "{:#?}", loaded.findings);
    (render::render_blocking(&loaded.setting.unwrap(), &embedded::RENDERING, &Options::default()), loaded.findings)
}

/// What comes of a setting, by the name of the expected file.
fn made((site, findings): &(Site, Vec<Finding>)) -> BTreeMap<String, Vec<u8>> {
    let mut made = BTreeMap::new();
    if !findings.is_empty() {
        let warnings: String = findings.iter().map(|finding| format!("{finding}\n")).collect();
        made.insert("whole/findings.txt".to_owned(), warnings.into_bytes());
    }
    for (path, bytes) in &site.files {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        let text = without_hashes(text);
        if path.ends_with(".html") {
            made.insert(path.clone(), main_of(&text).into_bytes());
        }
        if WHOLE.contains(&path.as_str()) {
            made.insert(format!("whole/{path}"), text.into_bytes());
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
