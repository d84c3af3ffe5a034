//! A headless Chromium of its own for each journey, driven through ChromeDriver.
//!
//! A browser start costs a second; in return no journey sees what another one left behind.

use crate::site::from_xtask;
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::process::Stdio;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

const FLAGS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
];

/// How long anything in a page may take before it counts as not happening.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// A key that learners press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// To the next control.
    Tab,
    /// Chooses.
    Enter,
    /// Moves, with two keys; else presses a button or ticks a box.
    Space,
    /// Leaves.
    Escape,
}

impl Key {
    fn character(self) -> char {
        match self {
            Key::Tab => '\u{e004}',
            Key::Enter => '\u{e007}',
            Key::Space => ' ',
            Key::Escape => '\u{e00c}',
        }
    }
}

/// A browser window.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    // Both only kept: the driver ends when it is dropped, and the profile's folder goes with it.
    driver: Child,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser with an empty profile, with script in pages or without.
    pub async fn start(script: bool) -> Browser {
        let (driver, port) = start_driver().await;
        let profile = tempfile::tempdir().expect("a temporary folder");
        let mut arguments: Vec<String> = FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
        arguments.push(format!("--user-data-dir={}", profile.path().display()));
        let block = 2;
        let capabilities = json!({
            "goog:chromeOptions": {
                "binary": from_xtask("CHROMIUM"),
                "args": arguments,
                "prefs": if script { json!({}) } else { json!({ "profile.managed_default_content_settings.javascript": block }) },
            },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let Value::Object(capabilities) = capabilities else { unreachable!("it is an object") };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let client = builder.connect(&format!("http://127.0.0.1:{port}")).await.expect("the browser starts");
        Browser { client, driver, _profile: profile }
    }

    /// Ends the browser, and then its driver.
    pub async fn close(mut self) {
        let _ = self.client.close().await;
        let _ = self.driver.kill().await;
    }

    /// Opens an address and waits until it has loaded.
    pub async fn go(&self, address: &str) {
        self.client.goto(address).await.unwrap_or_else(|error| panic!("{address} does not open: {error}"));
    }

    /// Loads the page anew.
    pub async fn reload(&self) {
        self.client.refresh().await.expect("a page can be loaded anew");
    }

    /// The address in the address bar.
    pub async fn address(&self) -> String {
        self.client.current_url().await.expect("a page has an address").to_string()
    }

    /// A picture of the window.
    pub async fn picture(&self) -> Option<Vec<u8>> {
        self.client.screenshot().await.ok()
    }

    /// How many sides of A4 paper the page takes when it is printed.
    pub async fn printed_sides(&self) -> usize {
        use fantoccini::wd::{PrintConfiguration, PrintSize};
        const A4: PrintSize = PrintSize { width: 21.0, height: 29.7 };
        let how = PrintConfiguration::builder().size(A4).build().expect("A4 is a size");
        let pdf = self.client.print(how).await.expect("the page can be printed");
        let text = String::from_utf8_lossy(&pdf);
        text.matches("/Type /Page").count() - text.matches("/Type /Pages").count()
    }

    /// Runs a function body in the page, which no security policy of the page forbids, and returns what it returns.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let value = self.client.execute(script, arguments.to_vec()).await;
        understood(script, value)
    }

    /// The same for a body that ends by calling its last argument with its result.
    pub async fn ask_later<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let value = self.client.execute_async(script, arguments.to_vec()).await;
        understood(script, value)
    }

    /// Waits until an expression is true in the page.
    pub async fn wait_until(&self, what: &str, expression: &str) {
        let begun = Instant::now();
        // A page on its way out answers with an error, which is the same as "not yet".
        while !matches!(self.client.execute(&format!("return !!({expression})"), vec![]).await, Ok(Value::Bool(true))) {
            assert!(begun.elapsed() < PATIENCE, "waited for {what} in vain ({expression})");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Presses a key and lets it go.
    pub async fn press(&self, key: Key) {
        let value = key.character();
        let keys = KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.client.perform_actions(keys).await.expect("a key can be pressed");
    }

    /// Types a text, one key after another.
    pub async fn type_text(&self, text: &str) {
        let keys = text.chars().fold(KeyActions::new("keyboard".to_owned()), |keys, value| {
            keys.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.client.perform_actions(keys).await.expect("a text can be typed");
    }

    /// Moves the mouse to a place of the viewport.
    pub async fn point_at(&self, x: i64, y: i64) {
        let to = PointerAction::MoveTo { duration: None, x: x as f64, y: y as f64 };
        self.client.perform_actions(MouseActions::new("mouse".to_owned()).then(to)).await.expect("a pointer can be moved");
    }

    /// Moves the mouse to a place of the viewport, presses its first button and lets it go.
    pub async fn click_at(&self, x: i64, y: i64) {
        let to = PointerAction::MoveTo { duration: None, x: x as f64, y: y as f64 };
        let actions = MouseActions::new("mouse".to_owned())
            .then(to)
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client.perform_actions(actions).await.expect("a mouse can be clicked");
    }

    /// Makes the viewport this wide; a window cannot be made as narrow as a phone.
    pub async fn width(&self, pixels: u32) {
        let size = json!({ "width": pixels, "height": 844, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Sets what the reader's system asks for, such as `("prefers-color-scheme", "dark")`.
    pub async fn system_asks_for(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Runs a script in every page from now on, before the page's own.
    pub async fn before_every_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Every error in the console since the last call: exceptions, security policy violations, files not found.
    pub async fn errors(&self) -> Vec<String> {
        let entries = self.log("browser").await;
        entries.iter().filter(|entry| entry["level"] == "SEVERE").map(|entry| entry["message"].to_string()).collect()
    }

    /// Every address that the browser asked for since the last call, wherever it is.
    pub async fn asked_for(&self) -> Vec<String> {
        let entries = self.log("performance").await;
        entries
            .iter()
            .filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok())
            .filter(|event| event["message"]["method"] == "Network.requestWillBeSent")
            .filter_map(|event| Some(event["message"]["params"]["request"]["url"].as_str()?.to_owned()))
            // What stands in the page itself is no request, and the browser's own first page is not ours.
            .filter(|address| !address.starts_with("data:") && !address.starts_with("chrome:"))
            .collect()
    }

    async fn log(&self, kind: &str) -> Vec<Value> {
        let log = self.command("se/log", json!({ "type": kind })).await;
        log.as_array().expect("a log is a list").clone()
    }

    /// Gives Chromium a command of the DevTools protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) {
        self.command("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await;
    }

    async fn command(&self, path: &'static str, body: Value) -> Value {
        let answer = self.client.issue_cmd(OwnCommand { path, body }).await;
        answer.unwrap_or_else(|error| panic!("the driver refuses {path}: {error}"))
    }
}

#[track_caller]
fn understood<T: DeserializeOwned>(script: &str, value: Result<Value, fantoccini::error::CmdError>) -> T {
    let value = value.unwrap_or_else(|error| panic!("a script fails in the page: {error}\n{}", shortened(script)));
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{error}: {value}\n{}", shortened(script)))
}

fn shortened(script: &str) -> String {
    script.chars().take(400).collect()
}

/// Starts ChromeDriver on a port of its own choice, and reads which one.
async fn start_driver() -> (Child, u16) {
    let mut driver = Command::new(from_xtask("CHROMEDRIVER"))
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("ChromeDriver can be run");
    let mut lines = BufReader::new(driver.stdout.take().expect("its output is piped")).lines();
    while let Some(line) = lines.next_line().await.expect("ChromeDriver's output is text") {
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            let port = port.trim_end_matches('.').parse().expect("a port is a number");
            // Read on, so that it never waits for a reader.
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return (driver, port);
        }
    }
    panic!("ChromeDriver ended before it listened");
}

/// A command of ChromeDriver that the WebDriver standard does not have.
#[derive(Debug)]
struct OwnCommand {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for OwnCommand {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
