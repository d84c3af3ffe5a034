//! The harness itself: each of its eyes must see what it is there to see, or the other tests prove nothing.

use fingerpost_journeys::axe::{Colours, Level, violations};
use fingerpost_journeys::learner::{Learner, Way};
use fingerpost_journeys::server::{Server, raw};
use fingerpost_journeys::{PREFIX, journey_on, run, site};
use std::path::PathBuf;

fn fixtures() -> PathBuf {
    site::root().join("tests/journeys/fixtures")
}

#[test]
fn the_server_keeps_to_its_folder_and_its_prefix() {
    run(async {
        let server = Server::start(&fixtures().join("site"), PREFIX).await;
        let host = server.origin().trim_start_matches("http://").to_owned();
        for (path, status, media) in [
            ("/any/sub/path/", "200", "text/html"),
            ("/any/sub/path/style.css?v=1", "200", "text/css"),
            ("/any/sub/path/empty.wasm", "200", "application/wasm"),
            ("/any/sub/path/nowhere.html", "404", "text/html"),
            ("/any/sub/path/../lesson.html", "404", "text/html"),
            ("/any/sub/path/%2e%2e/lesson.html", "404", "text/html"),
            ("/any/sub/path//etc/passwd", "404", "text/html"),
            ("/any/sub/path/..\\lesson.html", "404", "text/html"),
            ("/index.html", "404", "text/html"),
            ("/any/sub/pathology", "404", "text/html"),
        ] {
            let answer = raw(&host, &format!("GET {path} HTTP/1.1")).await;
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{path}: {answer}");
            assert!(answer.contains(&format!("Content-Type: {media}")), "{path}: {answer}");
        }
        assert!(raw(&host, "POST /any/sub/path/ HTTP/1.1").await.starts_with("HTTP/1.1 405"));
        let log = server.take_log();
        assert_eq!(log.len(), 11);
        assert_eq!(log[0].file, Some(fixtures().join("site/index.html")));
        assert_eq!(log[3].file, None);
    });
}

#[test]
fn the_server_compresses_only_where_it_is_told_to_and_the_browser_takes_it() {
    run(async {
        let (plain, small) = (
            Server::start(&fixtures().join("site"), PREFIX).await,
            Server::start_compressing(&fixtures().join("site"), PREFIX).await,
        );
        for (server, path, takes, compressed) in [
            (&plain, "good.html", "gzip, br", false),
            (&small, "good.html", "gzip, br", true),
            (&small, "good.html", "gzip", false),
            (&small, "empty.wasm", "gzip, deflate, br, zstd", true),
            (&small, "nowhere.html", "br", true),
        ] {
            let host = server.origin().trim_start_matches("http://");
            let answer = raw(host, &format!("GET {PREFIX}{path} HTTP/1.1\r\nAccept-Encoding: {takes}")).await;
            assert_eq!(answer.contains("Content-Encoding: br\r\n"), compressed, "{path}: {answer}");
            assert_eq!(answer.contains("<title>"), path.ends_with("html") && !compressed, "{path}: {answer}");
        }
    });
}

#[test]
fn axe_sees_faults_even_under_a_strict_policy_and_without_script() {
    for script in [true, false] {
        journey_on(&fixtures().join("site"), script, |journey| async move {
            journey.open("good.html").await;
            assert_eq!(violations(&journey, Level::Aa).await, Vec::<String>::new());
            journey.open("faulty.html").await;
            let found = violations(&journey, Level::Aa).await;
            for rule in ["image-alt", "color-contrast", "target-size", "html-has-lang"] {
                assert!(found.iter().any(|line| line.starts_with(rule)), "{rule} is not in {found:#?}");
            }
        });
    }
}

#[test]
fn axe_sees_weak_contrast_only_where_it_is_asked_to() {
    journey_on(&fixtures().join("site"), true, |journey| async move {
        journey.open("middling.html").await;
        assert_eq!(violations(&journey, Level::Aa).await, Vec::<String>::new());
        let found = violations(&journey, Level::AaAndStrongContrast).await;
        assert!(found.iter().all(|line| line.starts_with("color-contrast-enhanced")) && !found.is_empty(), "{found:#?}");
    });
}

/// What lies over something else is measured on each page, because what is behind it need not be around it.
#[test]
fn colours_are_measured_once_a_look_and_what_lies_over_something_always() {
    journey_on(&fixtures().join("site"), true, |journey| async move {
        let mut colours = Colours::default();
        journey.open("good.html").await;
        assert_eq!(colours.violations(&journey, "light", Level::AaAndStrongContrast).await, Vec::<String>::new());
        journey.open("colours.html").await;
        let of = |found: Vec<String>| -> Vec<String> {
            let ids = ["pale", "pale-link", "on-grey", "faded", "over"];
            ids.into_iter()
                .filter(|id| found.iter().any(|line| line.contains(&format!("\"#{id}\""))))
                .map(str::to_owned)
                .collect()
        };
        let all = ["pale", "pale-link", "on-grey", "faded", "over"];
        assert_eq!(of(colours.violations(&journey, "light", Level::Aa).await), all);
        assert_eq!(of(colours.violations(&journey, "light", Level::Aa).await), ["over"]);
        assert_eq!(of(colours.violations(&journey, "another", Level::Aa).await), all);
    });
}

#[test]
fn errors_and_requests_that_leave_the_prefix_are_seen() {
    journey_on(&fixtures().join("site"), true, |journey| async move {
        journey.open("good.html").await;
        assert_eq!(journey.errors().await, Vec::<String>::new());
        let home = journey.server.url("");
        let asked = journey.asked_for().await;
        assert!(!asked.is_empty() && asked.iter().all(|address| address.starts_with(&home)), "{asked:?}");
        journey.open("leaving.html").await;
        let errors = journey.errors().await.join("\n");
        assert!(errors.contains("Content Security Policy") && errors.contains("404"), "{errors}");
        let asked = journey.asked_for().await;
        assert!(asked.iter().any(|address| address.ends_with("/outside.png") && !address.starts_with(&home)), "{asked:?}");
        assert!(journey.server.take_log().iter().any(|request| request.path == "/outside.png" && request.status == 404));
    });
}

#[test]
fn script_off_is_off_and_the_system_asks_for_what_it_is_told() {
    const STATE: &str = "
        const asked = q => matchMedia(q).matches;
        return [document.body.dataset.script === 'ran', asked('(scripting: enabled)'), asked('(prefers-color-scheme: dark)'), asked('(forced-colors: active)'),
            innerWidth === 320];";
    for script in [true, false] {
        journey_on(&fixtures().join("site"), script, move |journey| async move {
            journey.width(320).await;
            journey.open("good.html").await;
            assert_eq!(journey.ask::<Vec<bool>>(STATE, &[]).await, [script, script, false, false, true]);
            journey.system_asks_for(&[("prefers-color-scheme", "dark"), ("forced-colors", "active")]).await;
            journey.reload().await;
            assert_eq!(journey.ask::<Vec<bool>>(STATE, &[]).await, [script, script, true, true, true]);
        });
    }
}

#[test]
fn what_runs_before_a_page_runs_before_its_own_script() {
    journey_on(&fixtures().join("site"), true, |journey| async move {
        journey
            .before_every_page("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
            .await;
        journey.open("good.html").await;
        assert_eq!(journey.ask::<String>("return document.body.dataset.kept", &[]).await, "QuotaExceededError");
    });
}

/// A page that follows the same agreement as the lessons, with one step of each kind.
fn a_learner_finishes_the_example(way: Way) {
    journey_on(&fixtures().join("lesson"), true, move |journey| async move {
        journey.open_awake("index.html").await;
        let learner = Learner::new(&journey, way);
        learner.take_path("plain").await;
        let done = learner.finish().await;
        assert_eq!(done, ["look", "choose", "choose-several", "sort", "order", "story"]);
        let did: Vec<String> = journey.ask("return window.did", &[]).await;
        assert_eq!(
            did,
            [
                "path plain",
                "answer 0",
                "answer 1",
                "tick 0",
                "tick 1",
                "check",
                "one 0",
                "two 0",
                "two 1",
                "down",
                "check",
                "story",
                "story"
            ]
        );
    });
}

#[test]
fn a_learner_finishes_by_keyboard() {
    a_learner_finishes_the_example(Way::Keyboard);
}

#[test]
fn a_learner_finishes_with_two_keys() {
    a_learner_finishes_the_example(Way::TwoKeys);
}

#[test]
#[should_panic(expected = "cannot be reached by Tab")]
fn a_control_out_of_reach_is_found() {
    journey_on(&fixtures().join("lesson"), true, |journey| async move {
        journey.open_awake("index.html").await;
        let () = journey.ask("document.querySelector('[data-action=next]').tabIndex = -1", &[]).await;
        Learner::new(&journey, Way::Keyboard).go_on().await;
    });
}
