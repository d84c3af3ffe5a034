//! The player ends: whatever ends it, and whenever, the page goes on as text, says so kindly, and what was kept stays kept.

use fingerpost_journeys::browser::Key;
use fingerpost_journeys::learner::{Learner, STEADY_HANDS, Way};
use fingerpost_journeys::site::LESSON;
use fingerpost_journeys::{Journey, journey};

/// The pages with a module, and what is pressed on each.
const PAGES: [(&str, &str); 5] = [
    (LESSON, "[data-action=next]"),
    ("quizzes/parents.html", "[data-action=begin]"),
    ("inductions/teacher.html", "[data-action=begin]"),
    ("my-journey.html", "[data-action=add]"),
    ("how-i-like-it.html", "[data-module] [data-action=code]"),
];

/// Another program on the page that does not let anything be put anywhere.
const LETS_NOTHING_IN: &str = "Node.prototype.insertBefore = () => { throw new DOMException('Not here.', 'NotFoundError'); };";

/// What a panic is in what users get: WebAssembly stops. The bytes are a module whose one function does nothing else.
const PANIC: &str = "
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 97, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const panic = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.a;";

/// The text is there to be read in the module's place, under the words that say why.
async fn goes_on_as_text(journey: &Journey, page: &str) {
    let shown =
        "document.querySelector('.lesson-text')?.checkVisibility() && document.getElementById('ended')?.checkVisibility()";
    journey.wait_until(&format!("the text of {page}"), shown).await;
    let modules: usize =
        journey.ask("return [...document.querySelectorAll('[data-module]')].filter(e => e.checkVisibility()).length", &[]).await;
    assert_eq!(modules, 0, "{page} still shows what does not work");
    let said: String = journey.ask("return document.getElementById('ended').innerText", &[]).await;
    assert!(said.contains("did nothing wrong") && said.contains("safe"), "{page}: {said}");
}

#[test]
fn a_page_that_cannot_wake_up_is_its_text() {
    journey(|journey| async move {
        journey.before_every_page(LETS_NOTHING_IN).await;
        for (page, _) in PAGES {
            journey.open(page).await;
            goes_on_as_text(&journey, page).await;
        }
    });
}

#[test]
fn a_page_whose_player_ends_while_it_is_used_is_its_text() {
    journey(|journey| async move {
        journey.before_every_page(STEADY_HANDS).await;
        for (page, press) in PAGES {
            journey.open_awake(page).await;
            journey.ask::<()>(LETS_NOTHING_IN, &[]).await;
            Learner::with_steady_hands(&journey, Way::Pressing).choose(press, 0).await;
            goes_on_as_text(&journey, page).await;
            let focus: String = journey.ask("return document.activeElement.id", &[]).await;
            assert_eq!(focus, "ended", "{page}: whoever cannot see the page is told too");
        }
    });
}

#[test]
fn a_panic_ends_it_in_an_event_a_timer_and_a_promise() {
    const WAYS: [&str; 4] = [
        "setTimeout(panic)",
        "Promise.resolve().then(panic)",
        "queueMicrotask(panic)",
        "addEventListener('click', panic); document.body.click()",
    ];
    journey(|journey| async move {
        for way in WAYS {
            for (page, _) in PAGES {
                journey.open_awake(page).await;
                // In the page's own time, as what the page itself does.
                journey.ask::<()>(&format!("{PANIC} setTimeout(() => {{ {way} }})"), &[]).await;
                goes_on_as_text(&journey, page).await;
            }
        }
    });
}

/// The errors of others are their own.
#[test]
fn what_others_throw_does_not_end_a_lesson() {
    const THROW: &str = "
        for (const kind of ['click', 'focus', 'focusin', 'keydown', 'pointerover'])
            document.addEventListener(kind, () => { throw new TypeError('not ours'); }, true);
        setTimeout(() => { throw new TypeError('not ours'); });
        Promise.reject(new TypeError('not ours'));
        Promise.reject();";
    journey(|journey| async move {
        journey.before_every_page(STEADY_HANDS).await;
        journey.open_awake(LESSON).await;
        journey.ask::<()>(THROW, &[]).await;
        for way in [Way::Keyboard, Way::TwoKeys] {
            let learner = Learner::with_steady_hands(&journey, way);
            learner.do_step().await;
            learner.go_on().await;
        }
        let ended: bool = journey.ask("return document.documentElement.matches('.no-player')", &[]).await;
        assert!(!ended);
    });
}

/// Whether the page leaves a press of Space to the browser, which scrolls with it.
async fn space_scrolls(journey: &Journey) -> bool {
    const SPACE: &str =
        "return document.body.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', cancelable: true, bubbles: true }))";
    journey.ask(SPACE, &[]).await
}

#[test]
fn the_text_opens_on_the_learners_path_and_what_is_kept_stays() {
    const OPEN: &str = "return [...document.querySelectorAll('.on-path[open] > summary')].map(e => e.innerText.trim())";
    const PATH: &str = "return document.querySelector('[data-action=path][aria-pressed=true]').innerText.trim()";
    journey(|journey| async move {
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.take_path("symbols").await;
        learner.choose("[data-action=remember]", 0).await;
        journey.wait_until("the device to remember", "document.querySelector('[data-action=forget]')").await;
        learner.go_on().await;
        let path: String = journey.ask(PATH, &[]).await;
        assert!(!space_scrolls(&journey).await, "the key that moves begins a scan");
        journey.wait_until("the scan to begin", "document.querySelector('[data-scan-at]')").await;
        journey.press(Key::Escape).await;
        journey.wait_until("the scan to end", "!document.querySelector('[data-scan-at]')").await;
        journey.ask::<()>(&format!("{PANIC} setTimeout(panic)"), &[]).await;
        goes_on_as_text(&journey, LESSON).await;
        assert_eq!(journey.ask::<Vec<String>>(OPEN, &[]).await, [path]);
        assert!(space_scrolls(&journey).await, "nothing of the player keeps keys any more");
        let kept: String = journey.ask("return JSON.stringify(localStorage)", &[]).await;
        assert!(kept.contains("place lesson=tell-someone path=symbols"), "{kept}");
    });
}

/// Whoever has two switches and nothing else is not left without a way.
#[test]
fn whoever_scans_goes_on_over_the_links() {
    const FOCUS: &str = "document.activeElement.matches('a[href]')";
    journey(|journey| async move {
        journey.before_every_page(STEADY_HANDS).await;
        journey.open_awake(LESSON).await;
        Learner::with_steady_hands(&journey, Way::TwoKeys).go_on().await;
        journey.wait_until("the scan to be on", "document.querySelector('[data-scan-at]')").await;
        journey.ask::<()>(&format!("{PANIC} setTimeout(panic)"), &[]).await;
        goes_on_as_text(&journey, LESSON).await;
        journey.wait_until("what leads over links", "document.querySelector('head script[src*=switches]')").await;
        for _ in 0..20 {
            journey.press(Key::Space).await;
            if journey.ask::<bool>(&format!("return {FOCUS}"), &[]).await {
                return;
            }
        }
        panic!("no link is reached by a switch");
    });
}
