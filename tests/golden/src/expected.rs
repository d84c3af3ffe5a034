//! Files and folders that hold what is expected. With `SNAPSHOTS=overwrite` in the environment they are written anew in place of failing.
//!
//! snapbox compares, shows the difference and writes. Its comparison of folders looks at the files that are expected and at no others, so that
//! a page which nobody expected would pass; here both must hold the same files.

use snapbox::assert::{Action, DEFAULT_ACTION_ENV};
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Holds text or bytes to a file. The file may have the line ends that git gives text on Windows; text with line ends of its own is held to
/// the last byte.
///
/// # Panics
///
/// If the file holds something else or is not there, unless it is to be written anew.
pub fn file(expected: &Path, actual: impl AsRef<[u8]>) {
    fail(differs(&from_environment(), expected, actual.as_ref()));
}

/// Holds files, by their paths, to all that lie beneath a folder.
///
/// # Panics
///
/// If a file differs, or one is expected and not made, or made and not expected, unless the folder is to be written anew: then no file stays
/// in it that is not made.
pub fn folder(expected: &Path, actual: &BTreeMap<String, Vec<u8>>) {
    fail(folder_differs(&from_environment(), expected, actual));
}

fn from_environment() -> Assert {
    Assert::new().action_env(DEFAULT_ACTION_ENV)
}

fn fail(differences: impl IntoIterator<Item = String>) {
    let differences: Vec<String> = differences.into_iter().collect();
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
}

/// What differs between a file and what it ought to hold.
fn differs(assert: &Assert, expected: &Path, actual: &[u8]) -> Option<String> {
    // snapbox makes all line ends of text alike, on both sides. What is given no text has none that git would change.
    let text = std::str::from_utf8(actual).ok().filter(|text| !text.contains('\r'));
    let (data, format) = match text {
        Some(text) => (Data::text(text), DataFormat::Text),
        None => (Data::binary(actual), DataFormat::Binary),
    };
    let expected = Data::read_from(expected, Some(format)).raw();
    assert.try_eq(None, data, expected).err().map(|error| error.to_string())
}

fn folder_differs(assert: &Assert, expected: &Path, actual: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut differences: Vec<String> =
        actual.iter().filter_map(|(name, bytes)| differs(assert, &expected.join(name), bytes)).collect();
    for name in crate::folder::files(expected).into_keys().filter(|name| !actual.contains_key(name)) {
        let file = expected.join(&name);
        let removed = match assert.selected_action() {
            Action::Overwrite => fs::remove_file(&file).map_err(|error| error.to_string()),
            _ => Err("it is expected, and nothing makes it".to_owned()),
        };
        differences.extend(removed.err().map(|why| format!("{}: {why}", file.display())));
    }
    differences
}

#[cfg(test)]
mod tests {
    use super::{differs, folder_differs};
    use crate::folder;
    use snapbox::Assert;
    use snapbox::assert::Action;
    use std::collections::BTreeMap;
    use std::fs;

    fn verify() -> Assert {
        Assert::new().action(Action::Verify)
    }

    fn overwrite() -> Assert {
        Assert::new().action(Action::Overwrite)
    }

    fn files(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_file_is_held_to_the_letter_whatever_stands_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("expected.txt");
        for (kept, actual, is_same) in [
            (&b"a\nb\n"[..], &b"a\nb\n"[..], true),
            (b"a\r\nb\r\n", b"a\nb\n", true),
            (b"a\nb\n", b"a\r\nb\r\n", false),
            (b"a\r\nb\r\n", b"a\r\nb\r\n", true),
            (b"a\n", b"a", false),
            (b"a [..] c\n...\n", b"a b c\nd\n", false),
            (b"a/b\n", b"a\\b\n", false),
            (b"\xff\n", b"\xff\n", true),
            (b"\xff\n", b"\xfe\n", false),
            (b"a\n", b"", false),
        ] {
            fs::write(&file, kept).unwrap();
            assert_eq!(differs(&verify(), &file, actual).is_none(), is_same, "{kept:?} {actual:?}");
        }
    }

    #[test]
    fn an_expectation_that_is_not_there_fails_even_where_nothing_is_expected() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("case/expected.txt");
        assert!(differs(&verify(), &file, b"").is_some());
        assert_eq!(differs(&overwrite(), &file, b""), None);
        assert_eq!(fs::read(&file).unwrap(), b"");
    }

    #[test]
    fn a_folder_holds_what_is_made_and_nothing_else() {
        let place = tempfile::tempdir().unwrap();
        let expected = place.path().join("expected");
        let made = files(&[("a.html", "A\n"), ("de/b.html", "B\r\n")]);
        assert_eq!(folder_differs(&verify(), &expected, &made).len(), 2, "nothing is expected yet");
        assert_eq!(folder_differs(&overwrite(), &expected, &made), Vec::<String>::new());
        assert_eq!(folder::files(&expected), made, "it is written as it was made, line ends and all");
        assert_eq!(folder_differs(&verify(), &expected, &made), Vec::<String>::new());
        let fewer = files(&[("a.html", "A\n")]);
        let gone = folder_differs(&verify(), &expected, &fewer);
        assert!(matches!(&gone[..], [one] if one.ends_with("b.html: it is expected, and nothing makes it")), "{gone:?}");
        assert_eq!(folder_differs(&overwrite(), &expected, &fewer), Vec::<String>::new());
        assert_eq!(folder::files(&expected), fewer);
    }
}
