//! `fingerpost serve` from the outside, without a browser: what it answers, what it sees, and that nothing it cannot say stops it.
//!
//! Nothing here waits for a time. Each change is made after a sign of the program, and ends with one: a line that it says, or the name of a version
//! that it tells open pages.

use fingerpost_golden::folder::copy;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use tempfile::TempDir;

/// A running program, on a copy of the example school.
struct Serving {
    program: Child,
    lines: Option<BufReader<ChildStdout>>,
    address: String,
    root: TempDir,
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Serving {
    fn start() -> Serving {
        Serving::start_with(Stdio::null())
    }

    fn start_with(stderr: Stdio) -> Serving {
        let root = tempfile::tempdir().unwrap();
        for folder in ["school", "common"] {
            copy(&Path::new("content").join(folder), &root.path().join(folder));
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        command.args(["serve", "--port", "0"]).arg(root.path().join("school")).stdout(Stdio::piped()).stderr(stderr);
        let mut program = command.spawn().unwrap();
        let lines = BufReader::new(program.stdout.take().unwrap());
        let mut serving = Serving { program, lines: Some(lines), address: String::new(), root };
        let line = serving.said("http://");
        serving.address = line.split(['/', ' ']).find(|part| part.starts_with("127.")).unwrap().to_owned();
        serving
    }

    /// Waits until it says a line with these words.
    fn said(&mut self, words: &str) -> String {
        let lines = self.lines.as_mut().unwrap();
        loop {
            let mut line = String::new();
            assert_ne!(lines.read_line(&mut line).unwrap(), 0, "it ended before it said \"{words}\"");
            if line.contains(words) {
                return line;
            }
        }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    /// Changes a file in one step, so that nobody sees half of it.
    fn edit(&self, path: &str, change: impl Fn(String) -> String) {
        let (path, new) = (self.path(path), self.path("new"));
        fs::write(&new, change(fs::read_to_string(&path).unwrap())).unwrap();
        fs::rename(new, path).unwrap();
    }

    /// Sends a request and reads the answer: its head, and its body.
    fn ask(&self, request: &str) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "{request}Host: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap() + 4;
        let body = answer.split_off(end);
        (String::from_utf8(answer).unwrap(), body)
    }

    fn page(&self, path: &str) -> String {
        String::from_utf8(self.ask(&format!("GET /{path} HTTP/1.1\r\n")).1).unwrap()
    }

    /// Listens for the names of versions, as an open page does.
    fn listen(&self) -> Versions {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET /__fingerpost/events HTTP/1.1\r\nHost: {}\r\n\r\n", self.address).unwrap();
        Versions(BufReader::new(stream))
    }
}

struct Versions(BufReader<TcpStream>);

impl Versions {
    /// The name of the present version at first, then that of each new one.
    fn next(&mut self) -> String {
        loop {
            let mut line = String::new();
            assert_ne!(self.0.read_line(&mut line).unwrap(), 0, "the connection was closed");
            if let Some(version) = line.strip_prefix("data: ") {
                return version.trim().to_owned();
            }
        }
    }
}

fn more(words: &str) -> impl Fn(String) -> String {
    move |text| format!("{text}\n\n{words}\n")
}

const HOME: &str = "common/pages/home.md";

#[test]
fn every_change_is_built_once() {
    let mut serving = Serving::start();
    let mut versions = serving.listen();
    let first = versions.next();
    let mut names = vec![first.clone()];
    for words in ["The kettle is on.", "The kettle sings."] {
        serving.edit(HOME, more(words));
        names.push(versions.next());
        assert!(serving.page("index.html").contains(words));
        serving.said("pages built");
    }
    // Each name has the number of its build: had reading the files looked like a change, there would be more.
    let process = first.strip_suffix("-0").unwrap();
    assert_eq!(names, [0, 1, 2].map(|build| format!("{process}-{build}")));
}

/// A page knows by the address of its script of which version it is. So it is loaded anew, however late it begins to listen.
#[test]
fn a_page_comes_with_the_name_of_its_version() {
    let serving = Serving::start();
    let mut versions = serving.listen();
    for _ in 0..2 {
        let script = format!("/__fingerpost/reload.js?{}\"", versions.next());
        assert!(serving.page("index.html").contains(&script) && serving.page("nowhere.html").contains(&script));
        // The page of what is to mend has one too.
        serving.edit(HOME, more("{{ no_such_name }}"));
    }
    let script = format!("/__fingerpost/reload.js?{}\"", versions.next());
    assert!(serving.page("index.html").contains(&script));
}

#[test]
fn a_folder_that_was_moved_away_and_made_again_is_served_again() {
    let mut serving = Serving::start();
    let (school, away) = (serving.path("school"), serving.path("away"));
    let mut versions = serving.listen();
    versions.next();
    fs::rename(&school, &away).unwrap();
    versions.next();
    assert!(serving.page("index.html").contains("There is no folder"));
    fs::rename(&away, &school).unwrap();
    versions.next();
    serving.said("pages built");
    // Another folder of the same name.
    fs::rename(&school, &away).unwrap();
    versions.next();
    copy(&away, &serving.path("copy"));
    fs::rename(serving.path("copy"), &school).unwrap();
    versions.next();
    serving.edit("school/setting.toml", |text| text.replacen("name = \"", "name = \"New ", 1));
    serving.said("pages built");
    serving.said("pages built");
    assert!(serving.page("index.html").contains("New "));
}

#[test]
fn shared_files_that_are_named_later_or_moved_are_watched() {
    let serving = Serving::start();
    let mut versions = serving.listen();
    versions.next();
    let without = |text: String| text.replacen("common = ", "# common = ", 1);
    serving.edit("school/setting.toml", without);
    versions.next();
    assert!(!serving.page("index.html").contains("<h1>Online safety"), "it is built without its pages");
    serving.edit("school/setting.toml", |text| text.replacen("# common = ", "common = ", 1));
    versions.next();
    serving.edit(HOME, more("The kettle is on."));
    versions.next();
    assert!(serving.page("index.html").contains("The kettle is on."));
    fs::rename(serving.path("common"), serving.path("shared")).unwrap();
    versions.next();
    serving.edit("school/setting.toml", |text| text.replacen("../common", "../shared", 1));
    versions.next();
    serving.edit("shared/pages/home.md", more("The kettle sings."));
    versions.next();
    assert!(serving.page("index.html").contains("The kettle sings."));
}

/// An open page listens on a connection for as long as it is open.
#[test]
fn pages_that_listen_keep_nobody_from_being_answered() {
    let serving = Serving::start();
    let mut listening: Vec<Versions> = (0..40).map(|_| serving.listen()).collect();
    listening.iter_mut().for_each(|versions| drop(versions.next()));
    assert!(serving.page("index.html").contains("<main"));
    serving.edit(HOME, more("The kettle is on."));
    let heard: std::collections::BTreeSet<String> = listening.iter_mut().map(Versions::next).collect();
    assert_eq!(heard.len(), 1);
}

/// Standard output closed, standard error full: what cannot be said stops nothing, and the next page is the new one.
#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_said_stops_nothing() {
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let mut serving = Serving::start_with(full.into());
    serving.lines = None;
    let mut versions = serving.listen();
    versions.next();
    for (words, shown) in [("{{ no_such_name }}", "no_such_name"), ("", "<main")] {
        serving.edit(HOME, |text| format!("{}\n\n{words}\n", text.replace("{{ no_such_name }}", "")));
        versions.next();
        assert!(serving.page("index.html").contains(shown), "{words:?}");
    }
}

#[test]
fn a_part_of_a_file_is_answered_with_that_part() {
    let serving = Serving::start();
    let (head, whole) = serving.ask("GET /index.html HTTP/1.1\r\n");
    let header = |head: &str, name: &str| {
        let line = head.lines().find_map(|line| line.split_once(": ").filter(|(key, _)| key.eq_ignore_ascii_case(name)));
        line.map(|(_, value)| value.to_owned())
    };
    assert!(head.starts_with("HTTP/1.1 200"));
    assert_eq!(header(&head, "accept-ranges").as_deref(), Some("bytes"));
    let (tag, length) = (header(&head, "etag").unwrap(), whole.len());
    for (asked, status, place, body) in [
        ("Range: bytes=0-1".to_owned(), 206, Some(format!("bytes 0-1/{length}")), &whole[..2]),
        ("Range: bytes=5-".to_owned(), 206, Some(format!("bytes 5-{}/{length}", length - 1)), &whole[5..]),
        ("Range: bytes=-3".to_owned(), 206, Some(format!("bytes {}-{}/{length}", length - 3, length - 1)), &whole[length - 3..]),
        (format!("Range: bytes={length}-"), 416, Some(format!("bytes */{length}")), &[]),
        ("Range: bytes=0-1,3-4".to_owned(), 200, None, &whole),
        (format!("Range: bytes=0-1\r\nIf-Range: {tag}"), 206, Some(format!("bytes 0-1/{length}")), &whole[..2]),
        ("Range: bytes=0-1\r\nIf-Range: \"older\"".to_owned(), 200, None, &whole),
    ] {
        let (head, part) = serving.ask(&format!("GET /index.html HTTP/1.1\r\n{asked}\r\n"));
        assert!(head.starts_with(&format!("HTTP/1.1 {status}")), "{asked}: {head}");
        assert_eq!(header(&head, "content-range"), place, "{asked}");
        assert_eq!(header(&head, "content-length"), Some(part.len().to_string()), "{asked}");
        assert!(part == body, "{asked}: other bytes");
    }
    for asked in ["", "Range: bytes=0-1\r\n"] {
        let (head, nothing) = serving.ask(&format!("HEAD /index.html HTTP/1.1\r\n{asked}"));
        assert!(head.starts_with("HTTP/1.1 200") && nothing.is_empty(), "{head}");
        assert_eq!(header(&head, "content-length"), Some(length.to_string()), "{asked}");
    }
    let (head, _) = serving.ask("GET /nowhere.html HTTP/1.1\r\nRange: bytes=0-1\r\n");
    assert!(head.starts_with("HTTP/1.1 404"), "{head}");
}
