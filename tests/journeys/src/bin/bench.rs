//! `cargo xtask bench`: how long readers and learners wait on a slow phone, beside what they may have to (docs/dev/evidence.md, Waiting).
//!
//! 1. Loading: a browser of its own for each visit, so that nothing is cached, 4 times slower than this machine and with a slow network.
//! 2. Answering: every press in every activity of the player's gallery, on every path, 6 times slower.
//!
//! The times are the page's own: from the start of the visit, or from the moment that the browser gives a press, to the frame after the
//! one that shows what came of it. So each is at most one frame (17 ms) too long, and never too short.

use fingerpost_journeys::browser::Browser;
use fingerpost_journeys::learner::{Learner, Way};
use fingerpost_journeys::server::Server;
use fingerpost_journeys::site::{self, GALLERY, LESSON, heaviest_section};
use fingerpost_journeys::{Journey, PREFIX, journey_on, run, table};
use serde::Deserialize;
use serde_json::json;
use std::time::Instant;

/// Visits to each page: enough for a median that one hiccup does not move.
const VISITS: usize = 9;
/// Walks through the gallery, each with some ninety presses.
const WALKS: usize = 3;
/// Builds of the example school.
const BUILDS: usize = 9;
/// How much slower a slow phone is than this machine, while a page loads (docs/dev/evidence.md, Waiting).
const SLOW: u32 = 4;
/// How much slower it is while a learner answers.
const SLOWER: u32 = 6;
/// 1.6 Mbit/s, in bytes a second.
const BYTES_A_SECOND: u32 = 200_000;
/// From a request to the first byte of its answer, in milliseconds.
const LATENCY: u32 = 150;

/// What is allowed, in milliseconds.
const READABLE: f64 = 1000.0;
const ANSWERING: f64 = 2000.0;
const FEEDBACK: f64 = 50.0;

/// When things came to be in a visit, in milliseconds since it began.
#[derive(Debug, Deserialize)]
struct Visit {
    /// The first words or lines were painted.
    first: f64,
    /// The largest part of the first screen was painted.
    largest: f64,
    /// The module was awake; nothing, where the page has none.
    awake: Option<f64>,
    /// What the first press did was on the screen.
    answered: Option<f64>,
}

/// Runs before a page's own script. `window.visit` ends with a [`Visit`].
const VISIT: &str = "
    window.visit = new Promise(done => {
        const seen = { first: 0, largest: 0, awake: null, answered: null };
        const note = name => list => { for (const entry of list.getEntries()) seen[name] = entry.startTime; };
        const first = new PerformanceObserver(list => list.getEntriesByName('first-contentful-paint').forEach(e => seen.first = e.startTime));
        first.observe({ type: 'paint', buffered: true });
        new PerformanceObserver(note('largest')).observe({ type: 'largest-contentful-paint', buffered: true });
        const painted = then => requestAnimationFrame(() => requestAnimationFrame(then));
        // A while after the last thing of interest, so that the observers have been told of it.
        const end = () => setTimeout(() => done(seen), 500);
        const press = module => {
            const heading = () => module.querySelector('h2').textContent;
            const before = heading();
            new MutationObserver((_, self) => {
                if (heading() === before) return;
                self.disconnect();
                painted(() => { seen.answered = performance.now(); end(); });
            }).observe(module, { subtree: true, childList: true, characterData: true });
            module.querySelector('[data-action=next]').click();
        };
        new MutationObserver((_, self) => {
            const module = document.querySelector('[data-module][data-ready]');
            if (!module) return;
            self.disconnect();
            seen.awake = performance.now();
            setTimeout(() => press(module));
        }).observe(document, { subtree: true, attributeFilter: ['data-ready'] });
        addEventListener('load', () => document.querySelector('[data-module]') || painted(end));
    });";

/// Notes how long each press in an activity waits: from the browser's own time of the press to the frame after the change. A press that changes
/// nothing is given up at the next one.
const PRESSES: &str = "
    window.waits = [];
    let watch = null;
    addEventListener('click', event => {
        watch?.disconnect();
        const activity = event.target.closest('[data-activity]');
        if (!activity) return;
        watch = new MutationObserver((_, self) => {
            self.disconnect();
            const wait = () => window.waits.push([activity.dataset.activity, performance.now() - event.timeStamp]);
            requestAnimationFrame(() => requestAnimationFrame(wait));
        });
        watch.observe(document.querySelector('[data-module]'), { subtree: true, childList: true, attributes: true, characterData: true });
    }, true);";

fn main() {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "Chromium on {cores} cores{}. Loading: {SLOW} times slower, {BYTES_A_SECOND} bytes a second, {LATENCY} ms latency, brotli, nothing cached, \
         {VISITS} visits. Presses: {SLOWER} times slower. All in milliseconds.\n",
        others().unwrap_or_default()
    );
    table::line("", &["median", "worst", "budget", "met"]);
    let section = heaviest_section();
    for page in [LESSON, &section] {
        let visits = visits_to(page);
        let each = |when: fn(&Visit) -> Option<f64>| visits.iter().filter_map(when).collect::<Vec<f64>>();
        report(&format!("{page}: first paint"), each(|visit| Some(visit.first)), Some(READABLE));
        report(&format!("{page}: largest paint"), each(|visit| Some(visit.largest)), Some(READABLE));
        report(&format!("{page}: awake"), each(|visit| visit.awake), None);
        report(&format!("{page}: a press is answered"), each(|visit| visit.answered), Some(ANSWERING));
    }
    presses();
    report("build of the example school, with its search indexes", builds(), None);
}

/// How many programs wanted a core in the last minute, where the system says so: with more than there are cores every time is too long.
fn others() -> Option<String> {
    let load = std::fs::read_to_string("/proc/loadavg").ok()?;
    Some(format!(" with a load of {} before it began", load.split_ascii_whitespace().next()?))
}

/// Visits a page again and again, each time with another browser.
fn visits_to(page: &str) -> Vec<Visit> {
    let mut visits = Vec::new();
    run(async {
        let server = Server::start_compressing(site::dist(site::SCHOOL), PREFIX).await;
        let address = server.url(page);
        // The first lets the server compress its files, and is not counted.
        for number in 0..=VISITS {
            let visit = visit(&address).await;
            if number > 0 {
                visits.push(visit);
            }
        }
    });
    visits
}

async fn visit(address: &str) -> Visit {
    let browser = Browser::start(true).await;
    let network = json!({
        "offline": false,
        "latency": LATENCY,
        "downloadThroughput": BYTES_A_SECOND,
        "uploadThroughput": BYTES_A_SECOND,
    });
    browser.devtools("Network.emulateNetworkConditions", network).await;
    browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOW })).await;
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": VISIT })).await;
    browser.go(address).await;
    let visit = browser.ask_later("window.visit.then(arguments[arguments.length - 1])", &[]).await;
    browser.close().await;
    visit
}

/// Goes through the gallery on every path, and reports how long each kind of activity lets a press wait.
fn presses() {
    journey_on(site::with_gallery(), true, |journey| async move {
        let mut waits: Vec<(String, f64)> = Vec::new();
        for path in ["together", "symbols", "easy-read", "plain"].repeat(WALKS) {
            waits.extend(presses_on(&journey, path).await);
        }
        let mut kinds: Vec<String> = waits.iter().map(|(kind, _)| kind.clone()).collect();
        kinds.sort();
        kinds.dedup();
        let of = |kind: &str| waits.iter().filter(|wait| wait.0 == kind).map(|wait| wait.1).collect::<Vec<f64>>();
        for kind in kinds {
            let own = of(&kind);
            report(&format!("a press in \"{kind}\" ({} of them)", own.len()), own, Some(FEEDBACK));
        }
        report(&format!("any press ({} of them)", waits.len()), waits.iter().map(|wait| wait.1).collect(), Some(FEEDBACK));
    });
}

async fn presses_on(journey: &Journey, path: &str) -> Vec<(String, f64)> {
    journey.open_awake(GALLERY).await;
    journey.ask::<()>(PRESSES, &[]).await;
    journey.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await;
    let learner = Learner::new(journey, Way::Pressing);
    learner.take_path(path).await;
    learner.finish().await;
    let waits = journey.ask("return window.waits", &[]).await;
    journey.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
    waits
}

/// How long the program takes for the example school, from its start to its end.
fn builds() -> Vec<f64> {
    (0..BUILDS)
        .map(|_| {
            let begun = Instant::now();
            site::build_anew(site::SCHOOL);
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect()
}

/// Prints the median and the worst of some times, and whether the median is within its budget.
fn report(what: &str, mut times: Vec<f64>, budget: Option<f64>) {
    if times.is_empty() {
        return;
    }
    times.sort_by(f64::total_cmp);
    let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
    let whole = |time: f64| format!("{time:.0}");
    let met = budget.map_or("–", |budget| if median <= budget { "yes" } else { "no" });
    table::line(what, &[&whole(median), &whole(worst), &budget.map_or_else(|| "–".to_owned(), whole), met]);
}
