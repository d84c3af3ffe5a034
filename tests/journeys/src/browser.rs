//! A browser of its own for each journey, driven through its engine's driver.
//!
//! A browser start costs a second; in return no journey sees what another one left behind.

use crate::engine::{Driver, Engine, skip};
use crate::paper;
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::cell::Cell;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long anything in a page may take before it counts as not happening. So long only a machine that is busy with much else takes.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How often a page is looked at that something is waited for in.
const LOOK: Duration = Duration::from_millis(30);

/// How much time passes between two looks in a page whose time is held.
const PASSES_MS: u32 = 50;

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
    /// Changes other keys, and leaves a page about worries when it is pressed 3 times.
    Shift,
    /// Back, on the remote control of a presenter.
    PageUp,
    /// On, on the remote control of a presenter.
    PageDown,
}

impl Key {
    fn character(self) -> char {
        match self {
            Key::Tab => '\u{e004}',
            Key::Enter => '\u{e007}',
            Key::Space => ' ',
            Key::Escape => '\u{e00c}',
            Key::Shift => '\u{e008}',
            Key::PageUp => '\u{e00e}',
            Key::PageDown => '\u{e00f}',
        }
    }
}

/// A browser window.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    /// Its engine.
    pub engine: Engine,
    // Both only kept: the driver ends when it is dropped, and the profile's folder goes with it.
    driver: Driver,
    /// Pages have their time held (`held_time.js`).
    holds_time: Cell<bool>,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser of this run's engine with an empty profile, with script in pages or without.
    pub async fn start(script: bool) -> Browser {
        let engine = Engine::of_this_run();
        let profile = tempfile::tempdir().expect("a temporary folder");
        let driver = engine.start_driver(profile.path()).await;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(engine.capabilities(profile.path(), script));
        let client = builder.connect(&format!("http://127.0.0.1:{}", driver.port)).await.expect("the browser starts");
        Browser { client, engine, driver, holds_time: Cell::new(false), _profile: profile }
    }

    /// Ends the browser, and then its driver.
    pub async fn close(self) {
        let _ = self.client.close().await;
        self.driver.close().await;
    }

    /// Opens an address and waits until it has loaded. Where no server answers, the browser shows a page of its own.
    pub async fn go(&self, address: &str) {
        match self.client.goto(address).await {
            // Firefox's driver calls its own page for that an error, the others do not.
            Err(error) if !error.to_string().contains("about:neterror") => panic!("{address} does not open: {error}"),
            _ => {}
        }
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
        self.printed_sides_with(1.0).await
    }

    /// How many sides of A4 paper the page takes with so many centimetres of margin above and beneath what is printed, where it asks for fewer than the
    /// usual 1.
    pub async fn printed_sides_with(&self, margin: f64) -> usize {
        paper::sides(&self.printed(margin).await).len()
    }

    /// The words of each side of A4 paper that the page takes when it is printed.
    pub async fn printed_words(&self) -> Vec<String> {
        paper::sides(&self.printed(1.0).await)
    }

    async fn printed(&self, margin: f64) -> Vec<u8> {
        use fantoccini::wd::{PrintConfiguration, PrintMargins, PrintSize};
        self.only_in_chromium("reads Chromium's PDF");
        const A4: PrintSize = PrintSize { width: 21.0, height: 29.7 };
        let margins = PrintMargins { top: margin, bottom: margin, left: 1.0, right: 1.0 };
        let how = PrintConfiguration::builder().size(A4).margins(margins).build().expect("A4 is a size");
        self.client.print(how).await.expect("the page can be printed")
    }

    /// Runs a function body in the page, which no security policy of the page forbids, and returns what it returns.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let value = self.client.execute(script, arguments.to_vec()).await;
        understood(script, value)
    }

    /// Runs a function body in the page that ends by calling its last argument with its result, and returns that.
    pub async fn ask_later<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let value = self.client.execute_async(script, arguments.to_vec()).await;
        understood(script, value)
    }

    /// From now on time passes in a page only where [`Browser::let_time_pass`] says so, and while something is waited for.
    pub(crate) fn note_that_time_is_held(&self) {
        self.holds_time.set(true);
    }

    /// Lets so much time pass in the page. Where its time is not held, that takes as long.
    pub async fn let_time_pass(&self, ms: u32) {
        const PASS: &str = "
            const [ms, done] = arguments;
            window.heldTime ? heldTime.pass(ms).then(done) : setTimeout(done, ms);";
        // A page that is left meanwhile has no more time.
        if self.client.execute_async(PASS, vec![ms.into()]).await.is_err() {
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Waits until an expression is true in the page.
    pub async fn wait_until(&self, what: &str, expression: &str) {
        let begun = Instant::now();
        // A page on its way out answers with an error, which is the same as "not yet".
        while !matches!(self.client.execute(&format!("return !!({expression})"), vec![]).await, Ok(Value::Bool(true))) {
            assert!(begun.elapsed() < PATIENCE, "waited for {what} in vain ({expression})");
            if self.holds_time.get() {
                self.let_time_pass(PASSES_MS).await;
            } else {
                tokio::time::sleep(LOOK).await;
            }
        }
    }

    /// Opens one more tab, which is then looked at.
    pub async fn open_tab(&self) {
        let tab = self.client.new_window(true).await.expect("a tab can be opened").handle;
        self.client.switch_to_window(tab).await.expect("a tab can be looked at");
    }

    /// Looks at a tab, by its place in the order of their opening.
    pub async fn look_at_tab(&self, index: usize) {
        let tab = self.client.windows().await.expect("there are tabs").swap_remove(index);
        self.client.switch_to_window(tab).await.expect("a tab can be looked at");
    }

    /// Closes the tab that is looked at, and looks at the first of the others.
    pub async fn close_tab(&self) {
        self.client.close_window().await.expect("a tab can be closed");
        self.look_at_tab(0).await;
    }

    /// Presses a key and lets it go.
    pub async fn press(&self, key: Key) {
        let value = key.character();
        let keys = KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.client.perform_actions(keys).await.expect("a key can be pressed");
        // From the last control of a page Tab leads to Firefox's own controls, which no script sees. Here it goes round, as it does in the
        // other engines.
        if key == Key::Tab && self.engine == Engine::Firefox {
            self.ask::<()>("if (!document.hasFocus()) window.focus()", &[]).await;
        }
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

    /// Touches a place of the viewport with a finger and lets go.
    pub async fn tap_at(&self, x: i64, y: i64) {
        let to = PointerAction::MoveTo { duration: None, x: x as f64, y: y as f64 };
        let actions = TouchActions::new("finger".to_owned())
            .then(to)
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client.perform_actions(actions).await.expect("a finger can tap");
    }

    /// Makes the viewport this wide. A window cannot be made as narrow as a phone: of Firefox's at least 500 px are left, of WebKit's 447.
    pub async fn width(&self, pixels: u32) {
        let size = json!({ "width": pixels, "height": 844, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Sets what the reader's system asks for, such as `("prefers-color-scheme", "dark")`.
    pub async fn system_asks_for(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Shows the page as it is on `screen`, or in `print`.
    pub async fn media(&self, medium: &str) {
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": medium })).await;
    }

    /// Lets no request for these addresses through from now on, as a line that breaks would. A `*` stands for anything.
    pub async fn refuse(&self, addresses: &[&str]) {
        self.devtools("Network.setBlockedURLs", json!({ "urls": addresses })).await;
    }

    /// Cuts the page off from every network, as the browser itself knows, or ends that.
    pub async fn cut_off(&self, offline: bool) {
        let cut = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.devtools("Network.emulateNetworkConditions", cut).await;
    }

    /// Leaves an origin so many bytes to store things in.
    pub async fn has_space_for(&self, bytes: u32, origin: &str) {
        self.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": bytes })).await;
    }

    /// Every error in the console since the last call: exceptions, security policy violations, files not found. Chromium's log, which other
    /// engines do not have.
    pub(crate) async fn logged_errors(&self) -> Vec<String> {
        let entries = self.log("browser").await;
        entries.iter().filter(|entry| entry["level"] == "SEVERE").map(|entry| entry["message"].to_string()).collect()
    }

    /// Every address that the browser asked for since the last call, wherever it is; in engines without such a log those that the page which
    /// is open has asked for.
    pub async fn asked_for(&self) -> Vec<String> {
        if self.engine != Engine::Chromium {
            return self.ask("return [location.href, ...performance.getEntriesByType('resource').map(e => e.name)]", &[]).await;
        }
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

    /// Ends a journey that does this in another engine than Chromium.
    fn only_in_chromium(&self, what: &str) {
        if self.engine != Engine::Chromium {
            skip(format!("it {what}"));
        }
    }

    async fn log(&self, kind: &str) -> Vec<Value> {
        let log = self.command("se/log", json!({ "type": kind })).await;
        log.as_array().expect("a log is a list").clone()
    }

    /// Gives Chromium a command of the DevTools protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) {
        self.only_in_chromium(&format!("needs Chromium's DevTools ({command})"));
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
