//! A plain static file server, as any web host is one: files beneath a prefix, the right media types, and nothing clever.
//! Where time is measured it sends what compresses after brotli, as a good host does. A test can let it have bad days: lose a file, be cut
//! off, or show another build.
//!
//! It notes every request, so that a test can say what a page asked for. It sends the headers that the site's own `_headers` say, and of two rules
//! for one file both, as hosts that read that file do. Nothing outside its folder is ever served, and nothing
//! outside its prefix, so a link that leaves the sub-path is found.

use crate::compress::brotli;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use url::form_urlencoded;

/// One request and what it was answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The path asked for, as it came over the wire.
    pub path: String,
    /// The status it got.
    pub status: u16,
    /// The file it got, if it got one.
    pub file: Option<PathBuf>,
}

/// A running server; dropping it stops it.
#[derive(Debug)]
pub struct Server {
    origin: String,
    prefix: String,
    seen: Arc<Mutex<Seen>>,
    ways: Arc<Mutex<Ways>>,
    task: JoinHandle<()>,
}

/// How the host behaves now.
#[derive(Clone, Debug)]
struct Ways {
    /// Where the files are.
    folder: PathBuf,
    /// The number of requests that it answers before it goes away, if it does.
    goes_after: Option<usize>,
    /// Another folder, and the end of the paths that it takes from there.
    mixed: Option<(PathBuf, &'static str)>,
    /// What stands in the paths that it has not.
    lost: Option<&'static str>,
    /// Where another program answers in its place.
    handed_to: Option<String>,
    /// A header that it adds to every answer.
    header: &'static str,
}

/// What has been asked for and said, and what every page gets.
#[derive(Debug, Default)]
struct Seen {
    log: Vec<Request>,
    /// Errors: what pages report, and what is not there.
    reports: Vec<String>,
    /// Scripts that run in every page before its own.
    before: String,
}

impl Server {
    /// Serves a folder beneath a prefix, which begins and ends with a slash, on a free port; every file as it is.
    pub async fn start(folder: &Path, prefix: &str) -> Server {
        Server::start_with(folder, prefix, false).await
    }

    /// Serves a folder beneath a prefix, with brotli for browsers that take it. A file is compressed when it is first asked for, which takes seconds; from then
    /// on its answer is as quick as that of a host that has compressed files on its disk.
    pub async fn start_compressing(folder: &Path, prefix: &str) -> Server {
        Server::start_with(folder, prefix, true).await
    }

    async fn start_with(folder: &Path, prefix: &str, compresses: bool) -> Server {
        assert!(prefix.starts_with('/') && prefix.ends_with('/'), "a prefix begins and ends with a slash");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port on this machine");
        let origin = format!("http://{}", listener.local_addr().expect("a bound port has an address"));
        let seen = Arc::new(Mutex::new(Seen::default()));
        let compressed = compresses.then(Arc::default);
        let ways = Ways { folder: folder.to_path_buf(), goes_after: None, mixed: None, lost: None, handed_to: None, header: "" };
        let ways = Arc::new(Mutex::new(ways));
        let site = Site { ways: Arc::clone(&ways), prefix: prefix.to_owned(), seen: Arc::clone(&seen), compressed };
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let site = site.clone();
                // A browser that goes away in the middle of an answer is no fault of the site.
                tokio::spawn(async move { site.talk(stream).await.ok() });
            }
        });
        Server { origin, prefix: prefix.to_owned(), seen, ways, task }
    }

    /// The address of a page of the site, which is given relative to the site's first page.
    pub fn url(&self, page: &str) -> String {
        format!("{}{}{page}", self.origin, self.prefix)
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What has been asked for since the last call.
    pub fn take_log(&self) -> Vec<Request> {
        std::mem::take(&mut locked(&self.seen).log)
    }

    /// Which errors pages have reported since the last call, and what they asked for in vain.
    pub fn take_reports(&self) -> Vec<String> {
        std::mem::take(&mut locked(&self.seen).reports)
    }

    /// Puts a script into every page that is shown from now on, before anything else in it. There no security policy in the page forbids it,
    /// because that holds for what comes after it, and the policy in the headers lets it pass by a word; and it is gone from the page when it
    /// has run. A page that a worker fetches to keep it stays as it was built.
    pub fn put_before_pages(&self, script: &str) {
        let script = format!("<script nonce=\"{PASSES}\">document.currentScript.remove();{script}</script>");
        locked(&self.seen).before.push_str(&script);
    }

    /// Serves another folder from now on, as after an upload.
    pub fn show(&self, folder: &Path) {
        locked(&self.ways).folder = folder.to_path_buf();
    }

    /// Takes the files whose paths end so from another folder, as in the middle of an upload.
    pub fn mix_in(&self, folder: &Path, end: &'static str) {
        locked(&self.ways).mixed = Some((folder.to_path_buf(), end));
    }

    /// Answers so many requests more, then closes every connection without a word, as if the line were cut.
    pub fn go_away_after(&self, requests: usize) {
        locked(&self.ways).goes_after = Some(requests);
    }

    /// Answers again.
    pub fn come_back(&self) {
        locked(&self.ways).goes_after = None;
    }

    /// Has no file with this in its path, as a host that refuses a kind of file; `None` has them all.
    pub fn lose(&self, part: Option<&'static str>) {
        locked(&self.ways).lost = part;
    }

    /// Lets another program, which listens at this address, answer at its own from now on. So two can follow one another at one address, and
    /// nobody else can take it in between.
    pub fn hand_over_to(&self, address: &str) {
        locked(&self.ways).handed_to = Some(address.to_owned());
    }

    /// Adds a header to every answer from now on, which ends in CR LF.
    pub fn add_header(&self, header: &'static str) {
        locked(&self.ways).header = header;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn locked<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().expect("no test panics while it looks")
}

/// The word by which a script of a test passes the policy in the headers.
const PASSES: &str = "test";

/// Files after brotli.
type Compressed = BTreeMap<PathBuf, Vec<u8>>;

#[derive(Clone)]
struct Site {
    ways: Arc<Mutex<Ways>>,
    prefix: String,
    seen: Arc<Mutex<Seen>>,
    /// What has been compressed so far, where files are sent so.
    compressed: Option<Arc<Mutex<Compressed>>>,
}

/// What a browser asks for, and how.
struct Asked<'a> {
    method: &'a str,
    target: &'a str,
    /// Whether it can read brotli.
    takes_brotli: bool,
    /// Whether it will show what it gets, and not only keep it, as a page's worker does.
    to_show: bool,
}

impl Site {
    /// Answers one request after another on a connection, until it is closed.
    async fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let other = locked(&self.ways).handed_to.clone();
        if let Some(address) = other {
            let (mut stream, mut program) = (stream, TcpStream::connect(address).await?);
            return tokio::io::copy_bidirectional(&mut stream, &mut program).await.map(drop);
        }
        let mut stream = BufReader::new(stream);
        loop {
            let mut first = String::new();
            if stream.read_line(&mut first).await? == 0 || locked(&self.ways).handed_to.is_some() {
                return Ok(());
            }
            let mut words = first.split_ascii_whitespace();
            let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            let mut asked = Asked { method, target, takes_brotli: false, to_show: false };
            let mut is_last = false;
            let mut header = String::new();
            while stream.read_line(&mut header).await? > 2 {
                let (name, value) = header.split_once(':').unwrap_or_default();
                let says = |wanted: &str, one: &str| {
                    name.eq_ignore_ascii_case(wanted) && value.split(',').any(|part| part.trim() == one)
                };
                asked.takes_brotli |= says("accept-encoding", "br");
                asked.to_show |= says("sec-fetch-dest", "document");
                is_last |= says("connection", "close");
                header.clear();
            }
            let Some(ways) = self.ways() else { return Ok(()) };
            let answer = self.answer(&ways, &asked).await;
            stream.get_mut().write_all(&answer).await?;
            if is_last {
                return Ok(());
            }
        }
    }

    /// How to answer now; nothing, if the line is cut.
    fn ways(&self) -> Option<Ways> {
        let mut ways = locked(&self.ways);
        if let Some(left) = &mut ways.goes_after {
            *left = left.checked_sub(1)?;
        }
        Some(ways.clone())
    }

    async fn answer(&self, ways: &Ways, asked: &Asked<'_>) -> Vec<u8> {
        let &Asked { method, target, takes_brotli, to_show } = asked;
        if let Some((_, report)) = target.split_once("?report=") {
            let report = form_urlencoded::parse(format!("report={report}").as_bytes())
                .map(|(_, report)| report.into_owned())
                .collect::<String>();
            locked(&self.seen).reports.push(report);
            return b"HTTP/1.1 204 -\r\n\r\n".to_vec();
        }
        let (status, file) = match (method, self.file(ways, target)) {
            ("GET" | "HEAD", Some(file)) => (200, Some(file)),
            ("GET" | "HEAD", None) => (404, Some(ways.folder.join("404.html")).filter(|page| page.is_file())),
            _ => (405, None),
        };
        let served = file.clone().filter(|_| status == 200);
        let request = Request { path: target.to_owned(), status, file: served };
        let before = {
            let mut seen = locked(&self.seen);
            if status != 200 {
                seen.reports.push(format!("{target} is answered with {status}"));
            }
            seen.log.push(request);
            seen.before.clone()
        };
        let (media, body) = match &file {
            Some(file) => (media_type(file), tokio::fs::read(file).await.unwrap_or_default()),
            None => ("text/plain; charset=utf-8", Vec::new()),
        };
        let is_prepared = to_show && media.starts_with("text/html") && !before.is_empty();
        let body = if is_prepared { with_before(body, &before) } else { body };
        let mut own = own_headers(&ways.folder, target.strip_prefix(&self.prefix).unwrap_or_default());
        if is_prepared {
            own = own.replace("script-src ", &format!("script-src 'nonce-{PASSES}' "));
        }
        // What the host does not have is not kept by the browser, or it would stay away when it comes.
        if status != 200 {
            own = own.split_inclusive("\r\n").filter(|line| !line.starts_with("Cache-Control")).collect();
        }
        if !own.contains("Cache-Control") {
            own.push_str("Cache-Control: no-store\r\n");
        }
        let (encoding, body) = match (&self.compressed, file) {
            (Some(compressed), Some(file)) if takes_brotli && shrinks(media) => {
                let mut compressed = compressed.lock().expect("nobody panics while they compress");
                ("Content-Encoding: br\r\n", compressed.entry(file).or_insert_with(|| brotli(&body)).clone())
            }
            _ => ("", body),
        };
        let length = body.len();
        let head = format!("Content-Type: {media}\r\n{encoding}Content-Length: {length}\r\n{own}{}", ways.header);
        let mut answer = format!("HTTP/1.1 {status} -\r\n{head}\r\n").into_bytes();
        if method == "GET" {
            answer.extend(body);
        }
        answer
    }

    /// The file that an address stands for. Addresses are the names of files: no decoding, so nothing to get round.
    fn file(&self, ways: &Ways, target: &str) -> Option<PathBuf> {
        let path = target.split(['?', '#']).next()?.strip_prefix(&self.prefix)?;
        if ways.lost.is_some_and(|part| path.contains(part)) {
            return None;
        }
        let mixed = ways.mixed.as_ref().filter(|(_, end)| path.ends_with(end));
        let mut file = mixed.map_or(&ways.folder, |(folder, _)| folder).clone();
        for part in path.split('/').filter(|part| !part.is_empty()) {
            if part.starts_with('.') || part.contains(['\\', '%', ':']) {
                return None;
            }
            file.push(part);
        }
        if path.is_empty() || path.ends_with('/') {
            file.push("index.html");
        }
        file.is_file().then_some(file)
    }
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "wav" => "audio/wav",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "ics" => "text/calendar; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The headers that the site's own `_headers` say for a file, each in a line that ends as HTTP has it. A site without that file has none.
fn own_headers(folder: &Path, path: &str) -> String {
    let text = std::fs::read_to_string(folder.join("_headers")).unwrap_or_default();
    let path = format!("/{}", path.split(['?', '#']).next().unwrap_or_default());
    let fits = |rule: &str| match rule.split_once('*') {
        None => path == rule,
        Some((start, end)) => path.len() >= start.len() + end.len() && path.starts_with(start) && path.ends_with(end),
    };
    let mut headers = String::new();
    let mut is_meant = false;
    for line in text.lines() {
        match line.strip_prefix("  ") {
            Some(header) if is_meant => headers.push_str(&format!("{header}\r\n")),
            Some(_) => {}
            None => is_meant = line.starts_with('/') && fits(line),
        }
    }
    headers
}

/// A page with something put in right after the tag of its root.
fn with_before(page: Vec<u8>, before: &str) -> Vec<u8> {
    let root = page.windows(5).position(|part| part.eq_ignore_ascii_case(b"<html"));
    let end = root.and_then(|root| page[root..].iter().position(|byte| *byte == b'>').map(|end| root + end + 1));
    let (head, rest) = page.split_at(end.unwrap_or(0));
    [head, before.as_bytes(), rest].concat()
}

/// Whether brotli is worth a host's while. A picture of points and a part of a search index are compressed as they are.
fn shrinks(media: &str) -> bool {
    !["image/png", "application/octet-stream"].contains(&media)
}

/// Sends a request line exactly as it is given, which no browser would, and returns the whole answer.
pub async fn raw(address: &str, request_line: &str) -> String {
    raw_for(address, address, request_line).await
}

/// Sends a request line exactly as it is given to a host that is asked for by another name than its address.
pub async fn raw_for(host: &str, address: &str, request_line: &str) -> String {
    use tokio::io::AsyncReadExt;
    let mut stream = TcpStream::connect(address).await.expect("the server listens");
    let request = format!("{request_line}\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("the server reads");
    let mut answer = Vec::new();
    // A connection that is cut has given its answer too.
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}
