//! What becomes of a logo: every `NAME.svg` of `tests/cases/logos` is a drawing as a drawing program writes it, and `NAME.published.svg` is the
//! file that a site has of it. Each drawing is a test under its name. After a change that is meant,
//! `SNAPSHOTS=overwrite cargo test --workspace --test logos` writes the second files anew; look at the difference before you keep it.

use fingerpost_golden::{Tests, expected, folder, named};
use fingerpost_load::{self as load, Carried, LogoFile, Options, Sources};
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

const SETTING: &str =
    "kind = \"school\"\nname = \"N\"\nshort = \"S\"\nlanguage = \"en\"\ncolour = \"#123456\"\nlogo = \"logo.svg\"\n";

fn main() -> ExitCode {
    Tests::new()
        .each(drawings_and_published().0, is_published_without_what_only_a_drawing_program_reads)
        .and(named![every_published_file_has_its_drawing])
        .run()
}

fn cases() -> PathBuf {
    folder::cases("logos")
}

/// The names of the drawings, and of what is published of one.
fn drawings_and_published() -> (Vec<String>, Vec<String>) {
    let (mut drawings, mut published) = (Vec::new(), Vec::new());
    for file in folder::files(&cases()).into_keys() {
        let name = file.strip_suffix(".svg").unwrap_or_else(|| panic!("{file} is no drawing"));
        match name.strip_suffix(".published") {
            Some(drawing) => published.push(drawing.to_owned()),
            None => drawings.push(name.to_owned()),
        }
    }
    assert!(!drawings.is_empty());
    (drawings, published)
}

fn published(drawing: Vec<u8>) -> Result<String, String> {
    let files = [("setting.toml".to_owned(), SETTING.to_owned())].into();
    let sources = Sources { files, logo: LogoFile::Bytes(drawing), ..Sources::default() };
    let loaded = load::load(&sources, Carried { symbols: &[], words: &[] }, Options::default());
    let logo = loaded.setting.and_then(|setting| setting.logo);
    let about = || loaded.findings.iter().find(|finding| &*finding.place.file == "logo.svg").map(ToString::to_string);
    logo.map(|logo| String::from_utf8(logo.bytes).unwrap()).ok_or_else(|| about().unwrap_or_default())
}

fn is_published_without_what_only_a_drawing_program_reads(name: &str) {
    let actual = published(fs::read(cases().join(format!("{name}.svg"))).unwrap()).unwrap_or_else(|finding| panic!("{finding}"));
    expected::file(&cases().join(format!("{name}.published.svg")), &actual);
    assert_eq!(published(actual.clone().into_bytes()), Ok(actual), "{name}.published.svg is published as it is");
}

/// A drawing that was renamed or taken away leaves nothing behind.
fn every_published_file_has_its_drawing() {
    let (drawings, published) = drawings_and_published();
    assert_eq!(drawings, published);
}
