//! A small club served without a server: what is answered, under which version, and what is told. With one it is in tests/serve.rs of the program.

use crate::ask::{Answer, Asking, Message, Messages, Served};
use crate::builder::{self, Builder};
use crate::program::{News, Program};
use crate::teller;
use fingerpost_check::report::Called;
use fingerpost_golden::folder;
use fingerpost_load as load;
use fingerpost_model::carried::Symbol;
use fingerpost_model::{Day, words};
use fingerpost_render::{Carried, Options};
use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, LazyLock};
use std::thread;
use tempfile::TempDir;
use tokio::sync::watch as versions;

/// The symbols that the club shows.
static SYMBOLS: LazyLock<Vec<Symbol>> = LazyLock::new(|| {
    let ids = ["confused", "happy", "home", "message", "parent", "phone", "question", "sad", "teacher", "tell", "worried"];
    ids.map(|id| Symbol { id, label: id, words: &[], drawing: "" }).into()
});

const TODAY: Day = Day { year: 2026, month: 10, day: 1 };

struct Serving {
    asking: Asking,
    messages: Sender<Message>,
    news: Receiver<News>,
    root: TempDir,
}

impl Serving {
    /// Serves a copy of the club.
    fn start() -> Serving {
        let root = tempfile::tempdir().unwrap();
        folder::copy(&folder::cases("sites").join("small/content"), root.path());
        fs::copy(folder::cases("strings.toml"), root.path().join("strings.toml")).unwrap();
        let program = Program {
            loading: load::Carried { symbols: &SYMBOLS, words: words::KEYS },
            rendering: Carried { symbols: &SYMBOLS, ..Carried::default() },
            called: Called { program: "fingerpost".to_owned(), dir: "club".to_owned() },
        };
        let options = Options::default().with_base_url("http://127.0.0.1:80/".to_owned()).with_live_reload(true);
        let version = Arc::new(versions::Sender::new(builder::version(0)));
        let ((messages, coming), (tell, news)) = (mpsc::channel(), mpsc::channel());
        let (teller, to_tell) = mpsc::sync_channel(teller::MOST);
        let (brought, how) = (program.clone(), options.clone());
        thread::spawn(move || teller::tell_all(&to_tell, &brought, &how, |news| drop(tell.send(news))));
        let builder = Builder {
            folder: root.path().to_path_buf(),
            loading: load::Options::default(),
            options,
            program,
            version: Arc::clone(&version),
            teller,
        };
        let at = News::At(([127, 0, 0, 1], 80).into());
        thread::spawn(move || builder.serve(&mut Messages::new(coming), || TODAY, at));
        Serving { asking: Asking::new(messages.clone(), version), messages, news, root }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    fn change(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
        self.messages.send(Message::Changed).unwrap();
    }

    fn ask(&self, path: &str) -> Answer {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(self.asking.ask(path.to_owned())).expect("somebody answers")
    }

    /// The text of a file, with the version that has it.
    fn text(&self, path: &str) -> (String, String) {
        let Answer { version, served } = self.ask(path);
        let text = match served {
            Served::File(file) => format!("file: {}", String::from_utf8_lossy(&file)),
            Served::Nothing(page) => format!("nothing: {}", String::from_utf8_lossy(&page.unwrap_or_default())),
            Served::Findings(page) => format!("findings: {}", String::from_utf8_lossy(&page)),
            Served::OfAll(whole) => match whole.file(path).unwrap() {
                Some(file) => format!("of all: {}", String::from_utf8_lossy(file)),
                None => "not of all".to_owned(),
            },
        };
        (text, version)
    }
}

#[test]
fn every_kind_of_file_is_answered() {
    let serving = Serving::start();
    let begins = |path: &str, expected: &str| {
        let (text, version) = serving.text(path);
        assert!(text.starts_with(expected), "{path}: {text:.200}");
        assert_eq!(version, builder::version(0), "{path}");
    };
    begins("index.html", "file: <!DOCTYPE html>");
    begins("robots.txt", "file: User-agent");
    begins("nowhere.html", "nothing: <!DOCTYPE html>");
    begins("search.html", "of all: <!DOCTYPE html>");
    begins("sitemap.xml", "of all: <?xml");
    begins("search/pagefind-entry.json", "of all: {");
    begins("search/nothing.dat", "not of all");
    begins("search-dsl.html", "not of all");
}

#[test]
fn each_version_is_told_in_its_order_with_what_is_found_in_it() {
    let serving = Serving::start();
    let home = fs::read_to_string(serving.path("pages/home.md")).unwrap();
    let changes = [
        (format!("{home}\n\n{{{{ no_such_name }}}}\n"), "findings: <!DOCTYPE html>"),
        (format!("{home}\n\nThe kettle is on.\n"), "file: <!DOCTYPE html>"),
    ];
    serving.text("index.html");
    for (number, (text, expected)) in (1..).zip(&changes) {
        serving.change("pages/home.md", text);
        // What is asked before the change is heard of may be answered with the version before it; this is asked afterwards.
        let (page, version) = serving.text("index.html");
        assert!(page.starts_with(expected), "{page:.200}");
        assert_eq!(version, builder::version(number));
    }
    let (findings, _) = serving.text("index.html");
    assert!(findings.contains("The kettle is on."));
    let mut told = serving.news.iter();
    let mut next = || told.next().expect("there is more to tell");
    let News::Built(first, Some(pages)) = next() else { panic!("the first version is told first") };
    assert!(first.iter().any(|finding| finding.rule.id() == "number-of-questions"), "what loading has found: {first:#?}");
    assert!(first.iter().any(|finding| finding.rule.id() == "question-not-read"), "what checking has found: {first:#?}");
    assert!(matches!(next(), News::At(_)));
    let News::Built(broken, None) = next() else { panic!("a version with errors has no pages") };
    assert!(broken.iter().any(|finding| finding.message.contains("no_such_name")), "{broken:#?}");
    let News::Built(mended, count) = next() else { panic!("the last version is told last") };
    assert_eq!((mended, count), (first, Some(pages)));
}
