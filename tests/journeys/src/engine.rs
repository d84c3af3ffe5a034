//! The browser engines in which journeys run, and how each is started.
//!
//! What the WebDriver standard has is the same for all. What only one engine can do, such as to look as forced colours do, a journey
//! asks of [`crate::browser`]; in another engine it ends there and counts as skipped ([`skip`]).

use crate::site::from_xtask;
use serde_json::{Map, Value, json};
use std::io::Write;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, headless, driven through ChromeDriver.
    Chromium,
    /// Firefox, headless, driven through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, driven through WebKitWebDriver, on a screen of its own that nobody sees: it cannot do without one.
    WebKit,
}

/// What Chromium is told at its start. It is told not to prepare the page that unfolds beneath its address bar, because nobody sees it here: that page
/// loads 400 scripts, which was a quarter of what starting a browser costs.
const CHROMIUM_FLAGS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
    "--window-size=1280,900",
];

/// How long a driver may take until it listens.
const START: Duration = Duration::from_secs(60);

impl Engine {
    /// The engine that `cargo xtask` wants this run to be in.
    pub fn of_this_run() -> Engine {
        match std::env::var("FINGERPOST_ENGINE").as_deref() {
            Ok("firefox") => Engine::Firefox,
            Ok("webkit") => Engine::WebKit,
            Ok("chromium") | Err(_) => Engine::Chromium,
            Ok(other) => panic!("FINGERPOST_ENGINE is {other}; it can be chromium, firefox or webkit"),
        }
    }

    /// What its driver is asked for: a browser with an empty profile, with script in pages or without.
    pub fn capabilities(self, profile: &Path, script: bool) -> Map<String, Value> {
        let capabilities = match self {
            Engine::Chromium => {
                let own = format!("--user-data-dir={}", profile.display());
                let block = 2;
                json!({
                    "goog:chromeOptions": {
                        "binary": from_xtask("FINGERPOST_BROWSER"),
                        "args": CHROMIUM_FLAGS.into_iter().chain([own.as_str()]).collect::<Vec<&str>>(),
                        "prefs": if script { json!({}) } else { json!({ "profile.managed_default_content_settings.javascript": block }) },
                    },
                    "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                })
            }
            Engine::Firefox => json!({
                "moz:firefoxOptions": {
                    "binary": from_xtask("FINGERPOST_BROWSER"),
                    "args": ["-headless", "--width=1280", "--height=900"],
                },
            }),
            // Its driver knows where its browser is.
            Engine::WebKit => json!({}),
        };
        let Value::Object(capabilities) = capabilities else { unreachable!("it is an object") };
        capabilities
    }

    /// Starts its driver on a free port.
    pub async fn start_driver(self, profile: &Path) -> Driver {
        match self {
            Engine::Chromium => {
                let (driver, port) = port_it_says(driver_command().arg("--port=0"), "started successfully on port ").await;
                Driver { driver, port, screen: None }
            }
            Engine::Firefox => {
                let mut command = driver_command();
                command.args(["--port", "0", "--websocket-port", "0", "--profile-root"]).arg(profile);
                let (driver, port) = port_it_says(&mut command, "Listening on 127.0.0.1:").await;
                Driver { driver, port, screen: None }
            }
            Engine::WebKit => {
                let (screen, number) = start_screen().await;
                // It chooses no port by itself, and a port that is free can be taken before it listens there: then it ends.
                loop {
                    let port = free_port();
                    let mut command = driver_command();
                    command.arg(format!("--port={port}")).env("DISPLAY", format!(":{number}")).stdout(Stdio::null());
                    let mut driver = command.spawn().expect("WebKitWebDriver can be run");
                    if it_listens(&mut driver, port).await {
                        return Driver { driver, port, screen: Some(screen) };
                    }
                }
            }
        }
    }
}

/// A driver that listens. It ends when it is dropped.
#[derive(Debug)]
pub struct Driver {
    driver: Child,
    /// Where it listens, on this machine.
    pub port: u16,
    screen: Option<Child>,
}

impl Driver {
    /// Ends the driver, and then the screen that its browser was on.
    pub async fn close(mut self) {
        let _ = self.driver.kill().await;
        if let Some(mut screen) = self.screen {
            let _ = screen.kill().await;
        }
    }
}

fn driver_command() -> Command {
    let mut command = Command::new(from_xtask("FINGERPOST_DRIVER"));
    command.stderr(Stdio::null()).kill_on_drop(true);
    command
}

/// How often a driver may meet a port that is taken. So often in a row something else is wrong.
const STARTS: u32 = 20;

/// Starts a driver that chooses its port and ends a line with it.
///
/// ChromeDriver lets the system choose a port of IPv6 and then wants the same one of IPv4, where a server or a connection of
/// another journey can stand; then it ends, and is started again. An end for any other reason is a panic with its own words.
async fn port_it_says(command: &mut Command, before: &str) -> (Child, u16) {
    for _ in 0..STARTS {
        let (driver, mut lines) = start_and_read(command);
        let mut said = Vec::new();
        while let Some(line) = lines.next_line().await.expect("a driver's output is text") {
            if let Some((_, port)) = line.split_once(before) {
                let port = port.trim_end_matches('.').parse().expect("a port is a number");
                // Read on, so that it never waits for a reader.
                tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
                return (driver, port);
            }
            said.push(line);
        }
        let said = said.join("\n");
        assert!(said.contains("port not available"), "the driver ended before it listened: {said}");
    }
    panic!("the driver found no port in {STARTS} starts");
}

/// Starts an X server without a screen that anybody sees, and reads the number that it has chosen for it.
async fn start_screen() -> (Child, u16) {
    let mut command = Command::new(from_xtask("FINGERPOST_SCREEN"));
    command
        .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
        .stderr(Stdio::null())
        .kill_on_drop(true);
    let (screen, mut lines) = start_and_read(&mut command);
    let line = lines.next_line().await.expect("a number is text").expect("Xvfb says which screen it is");
    (screen, line.trim().parse().expect("a screen has a number"))
}

fn start_and_read(command: &mut Command) -> (Child, Lines<BufReader<ChildStdout>>) {
    let mut child = command.stdout(Stdio::piped()).spawn().expect("what drives a browser can be run");
    let lines = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
    (child, lines)
}

/// A port on which nobody listens. WebKitWebDriver chooses none by itself.
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port on this machine");
    listener.local_addr().expect("a bound port has an address").port()
}

/// Waits until a driver listens on a port; false if it has ended, because another program listens there.
async fn it_listens(driver: &mut Child, port: u16) -> bool {
    let begun = Instant::now();
    loop {
        let is_there = tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok();
        if driver.try_wait().expect("a driver can be looked at").is_some() {
            return false;
        }
        if is_there {
            return true;
        }
        assert!(begun.elapsed() < START, "the driver does not listen on port {port}");
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}

/// Why a journey was not made. It travels as a panic that prints nothing.
#[derive(Debug)]
pub struct Skipped(pub String);

/// Ends the journey, which cannot be made in this engine for this reason.
pub fn skip(reason: String) -> ! {
    std::panic::resume_unwind(Box::new(Skipped(reason)))
}

/// Writes down that the test of this thread was skipped, so that `cargo xtask` does not count it as passed.
pub fn note_skipped(skipped: &Skipped) {
    let name = std::thread::current().name().unwrap_or("journey").to_owned();
    let list = std::fs::File::options().create(true).append(true).open(from_xtask("FINGERPOST_SKIPPED"));
    let mut list = list.expect("the list of skipped journeys can be written");
    // One write, because other tests write to it at the same time.
    list.write_all(format!("{name}: {}\n", skipped.0).as_bytes()).expect("the list of skipped journeys can be written");
}
