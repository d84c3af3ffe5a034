//! `cargo xtask bench serve`: how long a saved file takes to the word that open pages reload by, and to the page itself.
//!
//! Most of the first is the wait until the files are quiet (`site/serve/src/watch.rs`), which a change of one page has in common with every other.

use super::corpus;
use crate::shell::target;
use crate::steps;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// So often each kind of edit is made.
const EDITS: usize = 9;

/// So long nothing happens between two edits, as between two saves of somebody who writes: what follows the word is done by then.
const BETWEEN: Duration = Duration::from_millis(1500);

/// Measures and prints, for corpora with these numbers of pages.
pub fn serve(words: &[&str]) -> Result<(), String> {
    let number = |word: &&str| word.parse::<usize>().ok().filter(|number| *number > 0);
    let usage = || "type cargo xtask bench serve [PAGES...]".to_owned();
    let pages = words.iter().map(number).collect::<Option<Vec<usize>>>().ok_or_else(usage)?;
    let pages = if pages.is_empty() { vec![100, 1_000] } else { pages };
    let program = steps::fingerpost()?;
    let folder = target().join("bench");
    println!("| pages | edit | save to word | save to page read |\n|---|---|---|---|");
    for pages in pages {
        let io = |error: std::io::Error| format!("{}: {error}", folder.display());
        let corpus = corpus::of_pages(pages, &folder.join(format!("pages-{pages}"))).map_err(io)?;
        let setting = corpus.folder.join("fingerpost");
        for (name, words) in
            [("a sentence", "\n\nA sentence more.\n"), ("a heading", "\n\n## A heading more\n\nA sentence more.\n")]
        {
            let (to_word, to_page) = measured(&program, &setting, words).map_err(io)?;
            println!("| {} | {name} | {to_word:.0} ms | {to_page:.0} ms |", corpus.pages);
        }
    }
    Ok(())
}

/// The medians for edits that write these words at the end of a section in the middle, in ms.
fn measured(program: &Path, setting: &Path, words: &str) -> std::io::Result<(f64, f64)> {
    let (file, page) = section_in_the_middle(setting)?;
    let text = fs::read_to_string(&file)?;
    let serving = Serving::start(program, setting)?;
    let mut listening = serving.listen()?;
    next(&mut listening)?;
    let (mut to_word, mut to_page) = (Vec::new(), Vec::new());
    for edit in 0..EDITS {
        thread::sleep(BETWEEN);
        let mark = format!("Edit {edit}.");
        let begun = Instant::now();
        fs::write(&file, format!("{text}{words}\n{mark}\n"))?;
        next(&mut listening)?;
        to_word.push(begun.elapsed());
        let shown = serving.page(&page)?;
        to_page.push(begun.elapsed());
        assert!(shown.contains(&mark), "{page} is not the page of {}", file.display());
    }
    fs::write(&file, text)?;
    Ok((median(to_word), median(to_page)))
}

fn median(mut all: Vec<Duration>) -> f64 {
    all.sort();
    all[all.len() / 2].as_secs_f64() * 1000.0
}

/// A file of the policy, and the path of its page.
fn section_in_the_middle(setting: &Path) -> std::io::Result<(PathBuf, String)> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(setting.join("policy"))?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    files.sort();
    let file = files.swap_remove(files.len() / 2);
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let address = stem.trim_start_matches(|sign: char| sign.is_ascii_digit()).trim_start_matches('-');
    Ok((file, format!("policy/{address}.html")))
}

/// The program while it serves. It ends when it is dropped.
struct Serving {
    program: Child,
    // It is read no further: what the program says fits into the pipe.
    _lines: BufReader<ChildStdout>,
    address: String,
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Serving {
    fn start(program: &Path, setting: &Path) -> std::io::Result<Serving> {
        let mut command = Command::new(program);
        command.args(["serve", "--port", "0"]).arg(setting).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut program = command.spawn()?;
        let mut lines = BufReader::new(program.stdout.take().expect("its output is piped"));
        let mut line = String::new();
        while !line.contains("http://") {
            line.clear();
            if lines.read_line(&mut line)? == 0 {
                return Err(std::io::Error::other("it ended before it said where it serves"));
            }
        }
        let address = line.split(['/', ' ']).find(|part| part.starts_with("127.")).unwrap_or_default().to_owned();
        Ok(Serving { program, _lines: lines, address })
    }

    fn ask(&self, path: &str) -> std::io::Result<TcpStream> {
        let mut stream = TcpStream::connect(&self.address)?;
        write!(stream, "GET /{path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address)?;
        Ok(stream)
    }

    fn page(&self, path: &str) -> std::io::Result<String> {
        let mut page = String::new();
        self.ask(path)?.read_to_string(&mut page)?;
        Ok(page)
    }

    /// Listens for the names of versions, as an open page does.
    fn listen(&self) -> std::io::Result<BufReader<TcpStream>> {
        self.ask("__fingerpost/events").map(BufReader::new)
    }
}

/// Waits for the name of a version.
fn next(listening: &mut BufReader<TcpStream>) -> std::io::Result<()> {
    let mut line = String::new();
    while !line.starts_with("data: ") {
        line.clear();
        if listening.read_line(&mut line)? == 0 {
            return Err(std::io::Error::other("the connection was closed"));
        }
    }
    Ok(())
}
