//! What a host sends with the site's files, as the site's own `_headers` say it: every journey is made under these headers, and here is what they do.

use fingerpost_journeys::server::{Server, raw};
use fingerpost_journeys::{PREFIX, journey_on, run, site};

#[test]
fn every_file_comes_with_the_headers_of_the_site_and_a_drawing_with_a_policy_of_its_own() {
    run(async {
        let server = Server::start(site::dist(site::SCHOOL), PREFIX).await;
        let host = server.origin().trim_start_matches("http://").to_owned();
        let page = std::fs::read_to_string(site::dist(site::SCHOOL).join("index.html")).expect("the site has a first page");
        let logo = page.split("src=\"").find(|rest| rest.starts_with("assets/logo.")).and_then(|rest| rest.split('"').next());
        let logo = logo.expect("the first page shows the logo");
        for (path, sent, not_sent) in [
            (
                "index.html",
                &["Strict-Transport-Security: max-age=", "X-Frame-Options: DENY", "frame-ancestors 'none'"][..],
                "immutable",
            ),
            ("nowhere.html", &["X-Frame-Options: DENY", "X-Content-Type-Options: nosniff"], "immutable"),
            (
                logo,
                &["Content-Security-Policy: sandbox;", "Content-Security-Policy: default-src 'none';", "immutable"],
                "no-store",
            ),
            ("offline.js", &["Cache-Control: no-cache", "worker-src 'self'"], "sandbox"),
        ] {
            let answer = raw(&host, &format!("HEAD {PREFIX}{path} HTTP/1.1")).await;
            for header in sent {
                assert!(answer.contains(header), "{path} comes without {header}: {answer}");
            }
            assert!(!answer.contains(not_sent), "{path} comes with {not_sent}: {answer}");
        }
    });
}

/// It could not get there: such a logo is refused. Should it ever, it does nothing on a host that sends the headers.
#[test]
fn a_drawing_that_would_act_does_nothing_when_it_is_opened_by_itself() {
    const ACTS: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"document.documentElement.setAttribute('data-ran','')\"><path d=\"M0 0h4v4z\"/></svg>";
    let folder = tempfile::tempdir().expect("a folder can be made");
    std::fs::create_dir(folder.path().join("assets")).expect("a folder can be made");
    std::fs::write(folder.path().join("assets/acts.svg"), ACTS).expect("a file can be written");
    let headers = folder.path().join("_headers");
    for with_headers in [false, true] {
        if with_headers {
            std::fs::copy(site::dist(site::SCHOOL).join("_headers"), &headers).expect("a file can be copied");
        }
        journey_on(folder.path(), true, move |journey| async move {
            journey.open("assets/acts.svg").await;
            let ran: bool = journey.ask("return document.documentElement.hasAttribute('data-ran')", &[]).await;
            assert_eq!(ran, !with_headers);
        });
    }
}
