//! What a build does to an output folder, and what it leaves alone.

use super::{Edits, Target, WriteError, Written, write};
use fingerpost_render::Site;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A site of these files.
pub fn site(files: &[(&str, &'static str)]) -> Site {
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), Cow::Borrowed(text.as_bytes()))).collect();
    Site { files, ..Site::default() }
}

/// An output folder.
struct Out {
    // Only kept: it is deleted when this is dropped.
    _root: TempDir,
    path: PathBuf,
}

impl Out {
    fn new() -> Out {
        let root = tempfile::tempdir().unwrap();
        Out { path: root.path().join("dist"), _root: root }
    }

    fn build(&self, files: &[(&str, &'static str)]) -> Result<Written, WriteError> {
        self.build_with(files, Edits::Refuse)
    }

    fn build_with(&self, files: &[(&str, &'static str)], edits: Edits) -> Result<Written, WriteError> {
        write(&site(files), &Target::choose(&self.path, &[], None).unwrap(), edits)
    }

    /// Somebody else writes a file.
    fn put(&self, name: &str, text: &str) {
        let path = self.path.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// All that is there but the folder of work.
    fn files(&self) -> BTreeMap<String, String> {
        let mut files = all(&self.path);
        files.retain(|name, _| !name.starts_with(".fingerpost/"));
        files
    }

    fn are(&self, expected: &[(&str, &str)]) {
        let expected = expected.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        assert_eq!(self.files(), expected);
    }
}

fn all(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            found.extend(all(&entry.path()).into_iter().map(|(inner, text)| (format!("{name}/{inner}"), text)));
        } else {
            found.insert(name, fs::read_to_string(entry.path()).unwrap_or_default());
        }
    }
    found
}

const A: (&str, &str) = ("a.html", "a");

#[test]
fn only_our_own_old_files_are_removed_and_equal_ones_are_left() {
    let out = Out::new();
    out.build(&[A, ("old/b.html", "b")]).unwrap();
    out.put("notes.txt", "the head's own");
    let second = out.build(&[A, ("c.html", "c")]).unwrap();
    assert_eq!(second, Written { changed: 1, unchanged: 1, removed: 1 });
    out.are(&[A, ("c.html", "c"), ("notes.txt", "the head's own")]);
    assert!(!out.path.join("old").exists());
}

#[test]
fn a_file_that_is_not_ours_stops_the_write_before_its_first_byte() {
    let out = Out::new();
    out.build(&[A]).unwrap();
    out.put("z.html", "mine");
    let refused = out.build(&[("b.html", "b"), ("z.html", "z")]);
    assert!(matches!(refused, Err(WriteError::NotOurs(path)) if path == out.path.join("z.html")));
    out.are(&[A, ("z.html", "mine")]);
}

#[test]
fn a_folder_of_somebody_else_is_left_without_a_trace() {
    let out = Out::new();
    out.put("a.html", "mine");
    assert!(matches!(out.build(&[A]), Err(WriteError::NoRecord(..))));
    assert_eq!(all(&out.path).keys().collect::<Vec<_>>(), ["a.html"]);
}

#[test]
fn without_the_record_nothing_is_overwritten_and_it_is_said_how_to_go_on() {
    let out = Out::new();
    out.build(&[A]).unwrap();
    fs::remove_dir_all(out.path.join(".fingerpost")).unwrap();
    let Err(refused) = out.build(&[("a.html", "newer")]) else { panic!("it was overwritten") };
    assert!(matches!(refused, WriteError::NoRecord(..)), "{refused}");
    assert!(refused.to_string().contains("build again") && refused.to_string().lines().count() == 1, "{refused}");
    assert_eq!(all(&out.path).keys().collect::<Vec<_>>(), ["a.html"], "something was left");
    // Where all is as it should be, it is taken for ours again.
    out.build(&[A]).unwrap();
    out.build(&[("a.html", "newer")]).unwrap();
    out.are(&[("a.html", "newer")]);
    fs::write(out.path.join(".fingerpost/files"), "half of").unwrap();
    assert!(matches!(out.build(&[A]), Err(WriteError::NoRecord(..))));
}

#[test]
fn what_somebody_changed_by_hand_is_not_lost() {
    let out = Out::new();
    out.build(&[A, ("b.html", "b"), ("gone.html", "g")]).unwrap();
    for name in ["a.html", "b.html", "gone.html"] {
        out.put(name, "by hand");
    }
    // One stays as it was built, one is built anew, one is no longer on the site.
    let next = [A, ("b.html", "newer")];
    let Err(WriteError::Edited(paths)) = out.build(&next) else { panic!("it was overwritten") };
    assert_eq!(paths, ["a.html", "b.html", "gone.html"].map(|name| out.path.join(name)));
    assert!(out.files().values().all(|text| text == "by hand"));
    let line = WriteError::Edited(paths).to_string();
    assert!(line.contains("a.html (and 2 more)") && line.contains("--overwrite") && line.lines().count() == 1, "{line}");
    out.build_with(&next, Edits::Overwrite).unwrap();
    out.are(&[A, ("b.html", "newer")]);
}

#[test]
fn what_somebody_deleted_is_built_again_and_a_change_that_the_content_has_too_is_none() {
    let out = Out::new();
    out.build(&[A, ("b.html", "b")]).unwrap();
    fs::remove_file(out.path.join("a.html")).unwrap();
    out.put("b.html", "same");
    let written = out.build(&[A, ("b.html", "same")]).unwrap();
    assert_eq!(written, Written { changed: 1, unchanged: 1, removed: 0 });
}

/// As after a build that was killed: the record has old and new, half of a file is in the folder of work, some files are new and some old.
#[test]
fn a_build_that_was_killed_leaves_nothing_and_stops_no_other() {
    let out = Out::new();
    out.build(&[A, ("b.html", "b"), ("old.html", "o")]).unwrap();
    let old = fs::read_to_string(out.path.join(".fingerpost/files")).unwrap();
    let next = [("a.html", "newer"), ("b.html", "newer too")];
    out.build(&next).unwrap();
    let new = fs::read_to_string(out.path.join(".fingerpost/files")).unwrap();
    let head = old.lines().next().unwrap().len() + 1;
    out.put(".fingerpost/files", &format!("{old}{}", &new[head..]));
    out.put(".fingerpost/part", "half");
    out.put("b.html", "b");
    out.put("old.html", "o");
    out.build(&next).unwrap();
    out.are(&next);
    let left = all(&out.path.join(".fingerpost"));
    assert_eq!(left.keys().collect::<Vec<_>>(), ["files", "lock"]);
    assert_eq!(left["files"], new);
}

#[test]
fn two_builds_do_not_mix() {
    let out = Out::new();
    out.build(&[A]).unwrap();
    let running = File::options().append(true).open(out.path.join(".fingerpost/lock")).unwrap();
    running.lock().unwrap();
    let Err(refused) = out.build(&[("a.html", "another setting")]) else { panic!("it was built") };
    assert!(matches!(refused, WriteError::Busy(_)) && refused.to_string().lines().count() == 1, "{refused}");
    out.are(&[A]);
    // Whatever ends the other build gives its lock back.
    drop(running);
    out.build(&[("a.html", "another setting")]).unwrap();
    out.are(&[("a.html", "another setting")]);
}

/// Two settings are built into one folder at once, again and again. Each build writes all of its own or refuses, so what is there in the end is
/// one of the two, whole.
#[test]
fn of_two_builds_at_once_one_is_there_whole() {
    let out = Out::new();
    let sites = [[A, ("one/b.html", "b"), ("c.html", "one")], [("a.html", "another"), ("two/b.html", "b"), ("c.html", "two")]];
    std::thread::scope(|scope| {
        for site in &sites {
            scope.spawn(|| {
                for _ in 0..50 {
                    match out.build(site) {
                        Ok(_) | Err(WriteError::Busy(_)) => {}
                        Err(error) => panic!("{error}"),
                    }
                }
            });
        }
    });
    let is =
        |site: &[(&str, &str)]| out.files() == site.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    assert!(is(&sites[0]) || is(&sites[1]), "{:?}", out.files());
}

#[test]
fn the_list_of_an_earlier_version_is_taken_over_once_with_what_it_left() {
    let out = Out::new();
    out.put("a.html", "older");
    out.put("old/b.html", "b");
    out.put("notes.txt", "the head's own");
    out.put("notes.txt.1.part", "the head's own too");
    for left in ["a.html.4711.part", "old/b.html.1.part", ".fingerpost-files.3.part"] {
        out.put(left, "half");
    }
    out.put(".fingerpost-files", "a.html\nold/b.html\n../precious.txt\n/etc/hostname\n");
    fs::write(out.path.join("../precious.txt"), "x").unwrap();
    let written = out.build(&[A]).unwrap();
    assert_eq!(written, Written { changed: 1, unchanged: 0, removed: 1 });
    out.are(&[A, ("notes.txt", "the head's own"), ("notes.txt.1.part", "the head's own too")]);
    assert!(out.path.join("../precious.txt").exists(), "a list that was tampered with led out of the folder");
}

#[test]
fn the_record_names_no_file_and_is_the_same_for_equal_sites() {
    let (one, two) = (Out::new(), Out::new());
    one.build(&[("for-staff.html", "s"), A]).unwrap();
    two.build(&[("for-staff.html", "other"), ("x.html", "x")]).unwrap();
    two.build(&[A, ("for-staff.html", "s")]).unwrap();
    assert_eq!(all(&one.path), all(&two.path));
    for (name, text) in all(&one.path.join(".fingerpost")) {
        assert!(!text.contains("html"), "{name}: {text}");
    }
}

#[test]
fn a_folder_or_file_in_the_way_is_named_before_the_first_byte() {
    for (in_the_way, name) in [("a.html/x", "a.html"), ("policy", "policy")] {
        let out = Out::new();
        out.put(in_the_way, "mine");
        let refused = out.build(&[A, ("policy/b.html", "b")]);
        assert!(matches!(&refused, Err(WriteError::InTheWay(path)) if *path == out.path.join(name)), "{refused:?}");
        out.are(&[(in_the_way, "mine")]);
    }
}

#[test]
fn a_page_whose_name_changes_to_small_letters_is_there_afterwards_on_any_disk() {
    let out = Out::new();
    out.build(&[("A.html", "a"), ("b.html", "b")]).unwrap();
    out.build(&[A, ("b.html", "b")]).unwrap();
    out.are(&[A, ("b.html", "b")]);
}

#[cfg(unix)]
mod links {
    use super::{A, Out, all};
    use crate::WriteError;
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::PathBuf;

    /// A folder outside with a file that is somebody else's, and a site that was built once and is now built otherwise.
    fn with_link(at: &str, to: &str) -> (Out, PathBuf, Result<(), WriteError>) {
        let out = Out::new();
        let outside = out.path.parent().unwrap().join("outside");
        fs::create_dir_all(outside.join("policy")).unwrap();
        for name in ["a.html", "policy/b.html", "policy/old.html"] {
            fs::write(outside.join(name), "theirs").unwrap();
        }
        out.build(&[A, ("policy/b.html", "b"), ("policy/old.html", "o")]).unwrap();
        let path = out.path.join(at);
        if path.is_dir() {
            fs::remove_dir_all(&path).unwrap()
        } else {
            let _ = fs::remove_file(&path);
        }
        symlink(outside.join(to), &path).unwrap();
        let built = out.build(&[("a.html", "newer"), ("policy/b.html", "newer")]).map(drop);
        (out, outside, built)
    }

    fn nothing_outside_has_changed(outside: &std::path::Path) {
        let files = all(outside);
        assert_eq!(files.keys().collect::<Vec<_>>(), ["a.html", "policy/b.html", "policy/old.html"]);
        assert!(files.values().all(|text| text == "theirs"), "{files:?}");
    }

    #[test]
    fn no_link_in_the_folder_is_written_through() {
        for (at, to) in [
            ("a.html", "a.html"),
            ("a.html", "new.html"),
            ("policy", "policy"),
            ("policy/b.html", "policy/b.html"),
            (".fingerpost", "policy"),
            (".fingerpost/files", "a.html"),
            (".fingerpost/lock", "a.html"),
        ] {
            let (out, outside, built) = with_link(at, to);
            assert!(matches!(&built, Err(WriteError::Link(path)) if *path == out.path.join(at)), "{at}: {built:?}");
            nothing_outside_has_changed(&outside);
        }
    }

    #[test]
    fn a_link_where_a_file_is_no_longer_needed_is_neither_followed_nor_removed() {
        let (out, outside, built) = with_link("policy/old.html", "policy/old.html");
        built.unwrap();
        assert!(out.path.join("policy/old.html").is_symlink());
        nothing_outside_has_changed(&outside);
    }

    #[test]
    fn a_link_of_somebody_else_that_is_in_nobodys_way_stays() {
        let (out, outside, built) = with_link("notes", "policy");
        built.unwrap();
        assert!(out.path.join("notes").is_symlink());
        nothing_outside_has_changed(&outside);
    }

    #[test]
    fn a_link_where_half_a_file_is_written_is_taken_away_and_not_written_into() {
        let (out, outside, built) = with_link(".fingerpost/part", "a.html");
        built.unwrap();
        assert!(!out.path.join(".fingerpost/part").exists());
        nothing_outside_has_changed(&outside);
    }
}
