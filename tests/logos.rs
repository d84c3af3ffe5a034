//! What becomes of a logo: every `NAME.svg` of `tests/cases/logos` is a drawing as a drawing program writes it, and `NAME.published.svg` is the
//! file that a site has of it. After a change that is meant, `UPDATE=1 cargo test --workspace --test logos` writes the second files anew; look at the
//! difference before you keep it.

#![expect(clippy::disallowed_methods, reason = "UPDATE tells a test to write what it expects")]

use fingerpost_load::{self as load, Carried, LogoFile, Options, Sources};
use std::fs;
use std::path::{Path, PathBuf};

const SETTING: &str =
    "kind = \"school\"\nname = \"N\"\nshort = \"S\"\nlanguage = \"en\"\ncolour = \"#123456\"\nlogo = \"logo.svg\"\n";

const PUBLISHED: &str = ".published.svg";

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases/logos"));
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| !path.to_string_lossy().ends_with(PUBLISHED));
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

fn published(drawing: Vec<u8>) -> Result<String, String> {
    let files = [("setting.toml".to_owned(), SETTING.to_owned())].into();
    let sources = Sources { files, logo: LogoFile::Bytes(drawing), ..Sources::default() };
    let loaded = load::load(&sources, Carried { symbols: &[], words: &[] }, Options::default());
    let logo = loaded.setting.and_then(|setting| setting.logo);
    let about = || loaded.findings.iter().find(|finding| &*finding.place.file == "logo.svg").map(ToString::to_string);
    logo.map(|logo| String::from_utf8(logo.bytes).unwrap()).ok_or_else(|| about().unwrap_or_default())
}

#[test]
fn a_drawing_of_a_drawing_program_is_published_without_what_only_that_program_reads() {
    for path in cases() {
        let actual = published(fs::read(&path).unwrap()).unwrap_or_else(|finding| panic!("{finding}"));
        let file = path.with_extension("published.svg");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&file, &actual).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
        assert_eq!(actual, expected, "{}", file.display());
        assert_eq!(published(actual.into_bytes()), Ok(expected), "{} is published as it is", file.display());
    }
}
