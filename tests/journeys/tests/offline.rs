//! Keeping the learners' pages on the device: they open without the internet, a newer version comes without breaking an open lesson,
//! whatever goes wrong leaves the site as it was, and what was kept can be removed.

use crate::assert_none;
use fingerpost_journeys::axe::{Level, violations};
use fingerpost_journeys::browser::{Key, PATIENCE};
use fingerpost_journeys::engine::Engine;
use fingerpost_journeys::learner::{Learner, Way};
use fingerpost_journeys::site::{self, LESSON};
use fingerpost_journeys::{Journey, journey};
use serde::Deserialize;
use std::time::{Duration, Instant};

/// The page that offers to keep.
const LIST: &str = "lessons/index.html";
/// What the list links to in the second version of the site and not in the first.
const NEW: &str = "document.querySelector('main a[href$=\"gallery.html\"]')";
/// How often it is looked whether a change in the background has come to its end.
const LOOK: Duration = Duration::from_millis(50);
const KEEP: usize = 0;
const REMOVE: usize = 1;

/// Something else that this origin keeps, of another site.
const OTHERS: &str = "somebody else's";

async fn press(journey: &Journey, button: usize) {
    journey.ask::<()>("document.querySelectorAll('.keep button')[arguments[0]].focus()", &[button.into()]).await;
    journey.press(Key::Enter).await;
}

async fn says(journey: &Journey, words: &str) {
    let about = format!("document.querySelector('.keep [role=status]').innerText.includes({})", serde_json::Value::from(words));
    journey.wait_until(&format!("the page to say “{words}”"), &about).await;
}

/// Opens the list and keeps the pages.
async fn keep(journey: &Journey) {
    journey.open(LIST).await;
    press(journey, KEEP).await;
    says(journey, "This device keeps the lessons").await;
    // The last file has come; the worker takes up its work a moment later.
    journey.ask_later::<()>("const done = arguments[0]; navigator.serviceWorker.ready.then(() => done())", &[]).await;
}

/// What is on the device.
#[derive(Debug, PartialEq, Eq, Deserialize)]
struct OnDevice {
    caches: usize,
    workers: usize,
    waiting: bool,
}

const NOTHING: OnDevice = OnDevice { caches: 0, workers: 0, waiting: false };
const ONE_VERSION: OnDevice = OnDevice { caches: 1, workers: 1, waiting: false };

async fn on_device(journey: &Journey) -> OnDevice {
    const ON_DEVICE: &str = "
        const done = arguments[0];
        (async () => {
            const workers = await navigator.serviceWorker?.getRegistrations() ?? [];
            const names = (await caches.keys()).filter(name => name.startsWith('fingerpost.'));
            return { caches: names.length, workers: workers.length, waiting: workers.some(w => w.waiting) };
        })().then(done);";
    journey.ask_later(ON_DEVICE, &[]).await
}

/// Waits until a change in the background has come to its end.
async fn becomes(journey: &Journey, expected: OnDevice) {
    let begun = Instant::now();
    while on_device(journey).await != expected && begun.elapsed() < PATIENCE {
        tokio::time::sleep(LOOK).await;
    }
    assert_eq!(on_device(journey).await, expected);
}

/// Leaves every page of the site for one beside it, from which it can be seen when the browser has changed over to what waited for that.
async fn close_all_pages(journey: &Journey) {
    journey.go(&format!("{}/beside.html", journey.server.origin())).await;
    becomes(journey, ONE_VERSION).await;
}

#[test]
fn lessons_that_are_kept_can_be_done_without_the_internet() {
    journey(|journey| async move {
        journey.open(LIST).await;
        assert_eq!(on_device(&journey).await, NOTHING, "something is kept before anybody asked for it");
        let size: String = journey.ask("return document.querySelector('.keep [data-megabytes]').innerText", &[]).await;
        assert!(size.parse::<u32>().is_ok_and(|megabytes| megabytes > 0), "{size}");
        keep(&journey).await;
        assert_eq!(on_device(&journey).await, ONE_VERSION);
        let focus: bool = journey.ask("return document.activeElement.matches('.keep button[aria-disabled=true]')", &[]).await;
        assert!(focus, "the focus stays on what was pressed");
        journey.server.go_away_after(0);
        journey.server.take_log();
        for page in
            ["", "lessons/", "lessons/tell-someone", "get-help.html", "contacts.html", "for-children.html", "privacy.html"]
        {
            journey.open(page).await;
            assert!(journey.ask::<bool>("return !!document.querySelector('main h1')", &[]).await, "{page} does not open");
        }
        journey.open(LIST).await;
        says(&journey, "This device keeps the lessons").await;
        for path in ["symbols", "plain"] {
            journey.open_awake(LESSON).await;
            let learner = Learner::new(&journey, Way::Keyboard);
            learner.take_path(path).await;
            learner.finish().await;
        }
        let missing: u32 = journey.ask("return [...document.images].filter(image => !image.naturalWidth).length", &[]).await;
        assert_eq!(missing, 0, "a picture is missing");
        assert_eq!(journey.server.take_log(), [], "the host was asked");
    });
}

/// Safari plays no recording from who gives it whole when it asks for a part.
#[test]
fn a_kept_file_is_answered_in_the_parts_that_are_asked_for() {
    const ASK: &str = "
        const done = arguments[0];
        (async () => {
            const file = document.querySelector('link[rel=icon]').href;
            const ask = async (headers) => {
                const answer = await fetch(file, { headers });
                return [answer.status, answer.headers.get('content-range') ?? '', answer.headers.get('content-length') ?? '',
                    answer.headers.get('content-type') ?? '', await answer.text()];
            };
            const whole = (await ask({}))[4], size = whole.length;
            const asked = [
                ['bytes=0-1', {}, 206, `bytes 0-1/${size}`, whole.slice(0, 2)],
                ['bytes=5-', {}, 206, `bytes 5-${size - 1}/${size}`, whole.slice(5)],
                ['bytes=-3', {}, 206, `bytes ${size - 3}-${size - 1}/${size}`, whole.slice(-3)],
                ['bytes=4-999999', {}, 206, `bytes 4-${size - 1}/${size}`, whole.slice(4)],
                [`bytes=${size}-`, {}, 416, `bytes */${size}`, ''],
                ['bytes=-0', {}, 416, `bytes */${size}`, ''],
                ['bytes=0-1,3-4', {}, 200, '', whole],
                ['bytes=5-4', {}, 200, '', whole],
                ['bytes=0-1', { 'If-Range': '\"of another version\"' }, 200, '', whole],
            ];
            const wrong = [];
            for (const [range, more, status, place, words] of asked) {
                const [gotStatus, gotPlace, length, kind, text] = await ask({ Range: range, ...more });
                const isRight = gotStatus === status && gotPlace === place && text === words && kind.startsWith('image/svg+xml')
                    && (status !== 206 || +length === words.length);
                if (!isRight) wrong.push(`${range}: ${gotStatus} ${gotPlace} ${length} ${kind} ${text.length}`);
            }
            return wrong;
        })().then(done, (error) => done([String(error)]));";
    journey(|journey| async move {
        keep(&journey).await;
        journey.server.go_away_after(0);
        // The security policy of the list lets no script ask for anything; that of a lesson does.
        journey.open_awake(LESSON).await;
        assert_none("a part is wrong", &journey.ask_later::<Vec<String>>(ASK, &[]).await);
    });
}

#[test]
fn a_newer_version_comes_when_no_page_of_the_older_one_is_open() {
    journey(|journey| async move {
        keep(&journey).await;
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.take_path("easy-read").await;
        learner.go_on().await;
        journey.server.show(site::with_gallery());
        journey.server.take_log();
        journey
            .ask_later::<()>(
                "const done = arguments[0]; navigator.serviceWorker.getRegistration().then(r => r.update()).then(() => done())",
                &[],
            )
            .await;
        becomes(&journey, OnDevice { caches: 2, workers: 1, waiting: true }).await;
        let again = journey.server.take_log().into_iter().filter(|request| request.path.ends_with(".wasm"));
        assert_eq!(
            again.map(|request| request.path).collect::<Vec<_>>(),
            Vec::<String>::new(),
            "the player, which is the same, is fetched again"
        );
        learner.finish().await;
        journey.reload().await;
        journey.awake().await;
        journey.open(LIST).await;
        // Firefox changes over as soon as one page gives way to the next, the others when the last has been closed.
        if journey.engine != Engine::Firefox {
            says(&journey, "A newer version is ready").await;
            assert!(!journey.ask::<bool>(&format!("return !!{NEW}"), &[]).await, "versions are mixed");
        }
        close_all_pages(&journey).await;
        journey.server.go_away_after(0);
        journey.open(LIST).await;
        assert!(journey.ask::<bool>(&format!("return !!{NEW}"), &[]).await, "the newer version never comes");
        says(&journey, "This device keeps the lessons").await;
        journey.open_awake(site::GALLERY).await;
        becomes(&journey, ONE_VERSION).await;
    });
}

#[test]
fn a_newer_version_that_does_not_come_whole_is_thrown_away() {
    journey(|journey| async move {
        keep(&journey).await;
        journey.server.show(site::with_gallery());
        journey.server.lose(Some("lessons/gallery.html"));
        journey.ask_later::<()>(
            "const done = arguments[0]; navigator.serviceWorker.getRegistration()
                .then(r => r.update()).then(() => navigator.serviceWorker.getRegistration())
                .then(r => r.installing && new Promise(end => r.installing.onstatechange = end)).then(() => done(), () => done())",
            &[],
        )
        .await;
        becomes(&journey, ONE_VERSION).await;
        close_all_pages(&journey).await;
        journey.server.go_away_after(0);
        journey.open(LIST).await;
        says(&journey, "This device keeps the lessons").await;
        assert!(!journey.ask::<bool>(&format!("return !!{NEW}"), &[]).await, "half of a version is in use");
    });
}

#[test]
fn what_is_removed_leaves_nothing_and_can_be_kept_again() {
    journey(|journey| async move {
        keep(&journey).await;
        journey.open(LIST).await;
        journey.ask_later::<()>(&format!("caches.open({OTHERS:?}).then(() => arguments[0]())"), &[]).await;
        says(&journey, "This device keeps the lessons").await;
        press(&journey, REMOVE).await;
        says(&journey, "no longer on this device").await;
        assert_eq!(on_device(&journey).await, NOTHING);
        let others: bool = journey.ask_later(&format!("caches.has({OTHERS:?}).then(arguments[0])"), &[]).await;
        assert!(others, "what another site keeps is gone too");
        // On the same page, which the removed worker still answers for, and after it.
        press(&journey, KEEP).await;
        says(&journey, "This device keeps the lessons").await;
        becomes(&journey, ONE_VERSION).await;
        journey.open(LIST).await;
        says(&journey, "This device keeps the lessons").await;
        press(&journey, REMOVE).await;
        says(&journey, "no longer on this device").await;
        assert_eq!(on_device(&journey).await, NOTHING);
        journey.server.go_away_after(0);
        journey.open(LIST).await;
        assert!(!journey.ask::<bool>("return !!document.querySelector('main h1')", &[]).await, "the device still answers");
    });
}

#[test]
fn what_the_browser_cleared_comes_from_the_network_and_can_be_kept_again() {
    const CLEAR: &str = "
        const done = arguments[0];
        caches.keys().then(names => Promise.all(names.map(name => caches.delete(name)))).then(() => done());";
    journey(|journey| async move {
        keep(&journey).await;
        journey.ask_later::<()>(CLEAR, &[]).await;
        journey.open_awake(LESSON).await;
        Learner::new(&journey, Way::Keyboard).finish().await;
        journey.open(LIST).await;
        says(&journey, "no longer on this device").await;
        press(&journey, KEEP).await;
        says(&journey, "This device keeps the lessons").await;
        becomes(&journey, ONE_VERSION).await;
        journey.server.go_away_after(0);
        journey.open_awake(LESSON).await;
    });
}

/// Presses Keep after something has been broken: the page says so kindly, nothing is left on the device, the focus is where it was, and
/// when all is well again a lesson opens from the network.
fn pages_are_not_kept(words: &'static str, breakage: impl AsyncFnOnce(&Journey) + 'static) {
    journey(move |journey| async move {
        journey.open(LIST).await;
        breakage(&journey).await;
        press(&journey, KEEP).await;
        says(&journey, words).await;
        becomes(&journey, NOTHING).await;
        assert!(journey.ask::<bool>("return document.activeElement.matches('.keep button')", &[]).await, "the focus is lost");
        journey.cut_off(false).await;
        journey.server.come_back();
        journey.server.lose(None);
        journey.open_awake(LESSON).await;
    });
}

#[test]
fn a_file_that_is_not_there_leaves_nothing_behind() {
    pages_are_not_kept("did not give all of its pages", async |journey| journey.server.lose(Some("contacts.html")));
}

/// Microsoft's host, where it was not told of a kind of file.
#[test]
fn a_host_that_refuses_a_kind_of_file_is_told() {
    pages_are_not_kept("did not give all of its pages", async |journey| journey.server.lose(Some(".wasm")));
}

#[test]
fn a_file_of_another_build_leaves_nothing_behind() {
    pages_are_not_kept("You can try again", async |journey| {
        journey.server.mix_in(site::dist(site::CHARITY), "privacy.html");
    });
}

#[test]
fn a_line_that_is_cut_in_the_middle_leaves_nothing_behind() {
    pages_are_not_kept("You can try again", async |journey| journey.server.go_away_after(5));
}

#[test]
fn without_the_internet_the_page_says_so() {
    pages_are_not_kept("There is no internet now", async |journey| {
        journey.cut_off(true).await;
        journey.server.go_away_after(0);
    });
}

#[test]
fn a_device_that_is_full_keeps_nothing() {
    pages_are_not_kept("does not have enough space", async |journey| {
        journey.has_space_for(400_000, journey.server.origin()).await;
    });
}

#[test]
fn a_worker_that_is_not_there_is_told() {
    pages_are_not_kept("You can try again", async |journey| journey.server.lose(Some("offline.js")));
}

#[test]
fn a_host_that_forbids_workers_is_told() {
    pages_are_not_kept("This browser cannot keep", async |journey| {
        journey.server.add_header("Content-Security-Policy: worker-src 'none'\r\n");
        journey.open(LIST).await;
    });
}

#[test]
fn a_browser_that_refuses_workers_is_told() {
    pages_are_not_kept("This browser cannot keep", async |journey| {
        let refuse = "ServiceWorkerContainer.prototype.register = async () => { throw new DOMException('no', 'SecurityError') }";
        journey.ask::<()>(refuse, &[]).await;
    });
}

#[test]
fn a_browser_without_workers_is_offered_no_button() {
    journey(|journey| async move {
        journey.before_every_page("delete Navigator.prototype.serviceWorker").await;
        journey.open(LIST).await;
        says(&journey, "This browser cannot keep").await;
        let shown: u32 = journey
            .ask("return [...document.querySelectorAll('.keep button')].filter(button => button.checkVisibility()).length", &[])
            .await;
        assert_eq!(shown, 0);
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn from_a_folder_nothing_is_offered() {
    journey(|journey| async move {
        journey.go(&format!("file://{}", journey.dist.join(LIST).display())).await;
        assert!(!journey.ask::<bool>("return document.querySelector('.keep').checkVisibility()", &[]).await);
    });
}

#[test]
fn the_pages_can_be_kept_and_removed_with_two_switches() {
    journey(|journey| async move {
        journey.hold_time();
        journey.open(&format!("{LIST}#switches scan=two")).await;
        for (button, words) in [("Keep", "This device keeps the lessons"), ("Remove", "no longer on this device")] {
            let mut pressed = false;
            for _ in 0..60 {
                let focus: String = journey.ask("return document.activeElement.innerText ?? ''", &[]).await;
                pressed = focus.starts_with(button);
                journey.press(if pressed { Key::Enter } else { Key::Space }).await;
                if pressed {
                    break;
                }
                // Presses that follow faster are one press.
                journey.let_time_pass(310).await;
            }
            assert!(pressed, "the scan never comes to {button}");
            says(&journey, words).await;
        }
    });
}

#[test]
fn axe_finds_nothing_in_the_section_in_any_state() {
    const STATES: [&str; 4] = ["", "working", "kept", "refused"];
    const SHOW: &str = "
        const section = document.querySelector('.keep');
        const [keep, remove] = section.querySelectorAll('button');
        section.querySelector('[role=status]').textContent = section.dataset[arguments[0]] ?? '';
        section.querySelector('progress').hidden = arguments[0] !== 'working';
        keep.setAttribute('aria-disabled', arguments[0] !== '');
        remove.hidden = arguments[0] !== 'kept';";
    journey(|journey| async move {
        journey.width(320).await;
        // Colours that change by degrees would be measured half-way.
        journey.system_asks_for(&[("prefers-reduced-motion", "reduce")]).await;
        for theme in ["light", "dark", "cream", "contrast"] {
            journey.open(LIST).await;
            journey.ask::<()>("document.documentElement.dataset.theme = arguments[0]", &[theme.into()]).await;
            for state in STATES {
                journey.ask::<()>(SHOW, &[state.into()]).await;
                let found = violations(&journey, Level::AaAndStrongContrast).await;
                assert_none(&format!("axe-core finds fault in {theme}, {state:?}"), &found);
            }
            let sideways: bool =
                journey.ask("const p = document.scrollingElement; return p.scrollWidth > p.clientWidth", &[]).await;
            assert!(!sideways, "{theme}");
        }
    });
}
