//! `fingerpost serve`: what an editor sees while writing, and what it never gives away. What is built and watched without a browser is in tests/serve.rs of the program.

use fingerpost_journeys::server::{Server, raw, raw_for};
use fingerpost_journeys::{Journey, journey_on, run, site};
use std::path::PathBuf;
use std::process::Stdio;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// A running `fingerpost serve` on a copy of the content, which may be edited.
struct Serving {
    address: String,
    content: TempDir,
    // Only kept: it ends when this is dropped.
    _program: Child,
}

impl Serving {
    /// Serves on any free port.
    async fn start() -> Serving {
        let content = tempfile::tempdir().expect("a temporary folder");
        site::copy_folder(&site::root().join("content"), content.path());
        let mut program = Command::new(site::from_xtask("FINGERPOST_BIN"))
            .arg("serve")
            .arg(content.path().join("school"))
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("the program can be run");
        let mut lines = BufReader::new(program.stdout.take().expect("its output is piped")).lines();
        let address = loop {
            let line = lines.next_line().await.expect("its output is text").expect("serve says its address");
            if let Some(at) = line.find("http://") {
                break line[at..].split_whitespace().next().expect("an address").trim_end_matches(['.', '/']).to_owned();
            }
        };
        // Read on, so that it never waits for a reader.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Serving { address, content, _program: program }
    }

    fn host(&self) -> &str {
        self.address.trim_start_matches("http://")
    }

    /// The file with the first page's words, wherever it comes from.
    fn home(&self) -> PathBuf {
        let places = ["school", "common"].map(|folder| self.content.path().join(folder).join("pages/home.md"));
        places.into_iter().find(|file| file.is_file()).expect("the example has a home page")
    }

    fn write_home(&self, end: &str) {
        let text = std::fs::read_to_string(self.home()).expect("the home page can be read");
        std::fs::write(self.home(), format!("{text}\n\n{end}\n")).expect("the home page can be written");
    }
}

async fn shows(journey: &Journey, what: &str, words: &str) {
    let words = serde_json::Value::from(words);
    journey.wait_until(what, &format!("document.body.innerText.includes({words})")).await;
}

#[test]
fn an_edit_is_seen_without_a_hand_on_the_browser() {
    journey_on(site::dist(site::SCHOOL), true, |journey| async move {
        let serving = Serving::start().await;
        journey.go(&format!("{}/index.html", serving.address)).await;
        serving.write_home("The kettle is on.");
        shows(&journey, "the edit to be seen", "The kettle is on.").await;
    });
}

/// A browser opens six connections to a host and no more. Each tab that listened for changes on one of its own kept a seventh from ever loading.
#[test]
fn ten_tabs_can_be_open_and_each_sees_every_edit() {
    journey_on(site::dist(site::SCHOOL), true, |journey| async move {
        let serving = Serving::start().await;
        journey.go(&format!("{}/index.html", serving.address)).await;
        for _ in 1..10 {
            journey.open_tab().await;
            journey.go(&format!("{}/index.html", serving.address)).await;
        }
        serving.write_home("The kettle is on.");
        for tab in 0..10 {
            journey.look_at_tab(tab).await;
            shows(&journey, "the edit to be seen in every tab", "The kettle is on.").await;
        }
        // One of them listens for all; whichever it is, another takes its place.
        for left in (1..10).rev() {
            journey.close_tab().await;
            let words = format!("The kettle has {left} cups.");
            serving.write_home(&words);
            for tab in [0, left - 1] {
                journey.look_at_tab(tab).await;
                shows(&journey, "the edit to be seen in the tabs that are left", &words).await;
            }
            journey.look_at_tab(0).await;
        }
    });
}

#[test]
fn a_mistake_is_shown_in_the_page_and_goes_with_its_mend() {
    journey_on(site::dist(site::SCHOOL), true, |journey| async move {
        let serving = Serving::start().await;
        journey.go(&format!("{}/index.html", serving.address)).await;
        let good = std::fs::read_to_string(serving.home()).expect("the home page can be read");
        serving.write_home("{{ no_such_name }}");
        shows(&journey, "the mistake to be shown", "no_such_name").await;
        shows(&journey, "its file to be named", "home.md").await;
        std::fs::write(serving.home(), good + "\n\nAll is mended.\n").expect("the home page can be written");
        shows(&journey, "the mended page", "All is mended.").await;
        assert!(!journey.ask::<bool>("return document.body.innerText.includes('no_such_name')", &[]).await);
    });
}

#[test]
fn no_address_leads_out_of_the_site() {
    run(async {
        let serving = Serving::start().await;
        let good = raw(serving.host(), "GET /index.html HTTP/1.1").await;
        assert!(good.starts_with("HTTP/1.1 200"), "{good}");
        for path in [
            "/../setting.toml",
            "/../../school/setting.toml",
            "/%2e%2e/setting.toml",
            "/%2e%2e%2fsetting.toml",
            "/..%2fsetting.toml",
            "/%252e%252e%252fsetting.toml",
            "/..\\setting.toml",
            "/..%5csetting.toml",
            "/policy/../../setting.toml",
            "//etc/passwd",
            "/../../../../../../../../etc/passwd",
            "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
            "/%00",
            "/index.html%00.md",
            "http://elsewhere/../../etc/passwd",
        ] {
            let answer = raw(serving.host(), &format!("GET {path} HTTP/1.1")).await;
            let status = answer.get(9..12).unwrap_or_default();
            assert!(["400", "404"].contains(&status), "{path} is answered with {answer}");
            assert!(!answer.contains("root:") && !answer.contains("[names]"), "{path} gives a file away");
        }
    });
}

/// The index is made when it is first asked for, and again after a change.
#[test]
fn what_was_just_written_can_be_searched_for() {
    journey_on(site::dist(site::SCHOOL), true, |journey| async move {
        let serving = Serving::start().await;
        let listed = "document.querySelector('.results')?.innerText.includes('Staying safe online')";
        let count = "document.querySelector('.count')?.innerText.includes";
        journey.go(&format!("{}/search.html#q=kettle", serving.address)).await;
        journey.wait_until("nothing to be found", &format!("{count}('Nothing found')")).await;
        serving.write_home("The kettle is on.");
        // The page is loaded anew and searches for the same words.
        journey.wait_until("the new words to be found", &format!("{count}('1 page found') && {listed}")).await;
        let missing = raw(serving.host(), "GET /search/nothing.dat HTTP/1.1").await;
        assert!(missing.starts_with("HTTP/1.1 404"), "{missing:.60}");
    });
}

/// Somebody looked at a built site at this address and kept its lessons. What is being written must win all the same.
#[test]
fn pages_that_were_kept_from_a_built_site_do_not_hide_what_is_written() {
    journey_on(site::dist(site::SCHOOL), true, |journey| async move {
        let built = Server::start(&journey.dist, "/").await;
        let list = built.url("lessons/index.html");
        journey.go(&list).await;
        journey.ask::<()>("document.querySelector('.keep button').click()", &[]).await;
        let kept = "document.querySelector('.keep [role=status]').innerText.includes('keeps the lessons')";
        journey.wait_until("the lessons to be kept", kept).await;
        built.go_away_after(0);
        journey.go(&list).await;
        journey.wait_until("the kept page", kept).await;
        let serving = Serving::start().await;
        built.hand_over_to(serving.host());
        journey.go(&format!("{}/index.html", built.origin())).await;
        // The kept page may come first; it is loaded anew as soon as the browser has looked for a newer worker.
        journey.wait_until("the page that is served", "document.querySelector('script[src*=__fingerpost]')").await;
        serving.write_home("The kettle is on.");
        shows(&journey, "the page to reload", "The kettle is on.").await;
        let left = "const done = arguments[0]; navigator.serviceWorker.getRegistrations()
            .then(async (workers) => done(workers.length + (await caches.keys()).length))";
        assert_eq!(journey.ask_later::<u32>(left, &[]).await, 0);
        journey.go(&list).await;
        assert!(!journey.ask::<bool>("return !!document.querySelector('.keep')", &[]).await, "keeping is offered");
    });
}

/// A page elsewhere can let a browser look up its own name at this machine's address, and so ask in its name.
#[tokio::test]
async fn only_who_asks_for_this_machine_is_answered() {
    let serving = Serving::start().await;
    let port = serving.host().rsplit(':').next().expect("a port").to_owned();
    for (host, answered) in
        [(serving.host(), true), (&format!("localhost:{port}"), true), (&format!("evil.example:{port}"), false)]
    {
        let answer = raw_for(host, serving.host(), "GET /index.html HTTP/1.1").await;
        assert_eq!(answer.starts_with("HTTP/1.1 200"), answered, "{host}: {answer:.60}");
    }
}
