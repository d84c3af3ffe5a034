//! `cargo xtask weigh`: what a policy page, a search, a lesson and keeping the lessons cost to load, as a host that compresses with brotli would send them.

use fingerpost_journeys::compress::brotli;
use fingerpost_journeys::server::Request;
use fingerpost_journeys::site::{LESSON, heaviest_page, heaviest_section};
use fingerpost_journeys::{journey, journey_without_script, table};
use std::path::Path;

fn main() {
    table::line("", &["requests", "bytes", "brotli"]);
    for policy in [heaviest_section(), heaviest_page(|_| true)] {
        let page = policy.clone();
        journey_without_script(|journey| async move {
            journey.open(&page).await;
            report(&format!("{page}, script off"), &journey.server.take_log(), false);
        });
        journey(|journey| async move {
            journey.open_awake(&policy).await;
            report(&policy, &journey.server.take_log(), true);
        });
    }
    journey(|journey| async move {
        journey.open("search.html").await;
        report("search.html", &journey.server.take_log(), false);
        journey.ask::<()>("location.hash = '#q=filtering'", &[]).await;
        journey.wait_until("what is found", "document.querySelector('.results a')").await;
        report("a first search, besides the page", &journey.server.take_log(), true);
    });
    journey(|journey| async move {
        journey.open_awake(LESSON).await;
        // They are asked for when it answers already.
        journey.wait_until("the drawings", "document.querySelectorAll('symbol').length > 40").await;
        let is_later = |request: &Request| request.path.contains("/assets/symbols.");
        let (later, first): (Vec<Request>, Vec<Request>) = journey.server.take_log().into_iter().partition(is_later);
        report(&format!("{LESSON}, until it answers"), &first, true);
        report("its later drawings", &later, false);
    });
    journey(|journey| async move {
        journey.open("lessons/index.html").await;
        report("lessons/index.html", &journey.server.take_log(), true);
        journey.ask::<()>("document.querySelector('.keep button').click()", &[]).await;
        let kept = "document.querySelector('.keep [role=status]').innerText.includes('keeps the lessons')";
        journey.wait_until("the lessons to be kept", kept).await;
        report("keeping the lessons, besides the page", &journey.server.take_log(), true);
    });
}

fn report(what: &str, requests: &[Request], with_files: bool) {
    let sizes: Vec<(usize, usize)> = requests.iter().map(|request| request.file.as_deref().map_or((0, 0), weigh)).collect();
    let (raw, small) = sizes.iter().fold((0, 0), |sum, size| (sum.0 + size.0, sum.1 + size.1));
    table::line(what, &[&requests.len().to_string(), &raw.to_string(), &small.to_string()]);
    if with_files {
        for (request, (raw, small)) in requests.iter().zip(sizes) {
            table::line(&format!("  {}", request.path), &[&request.status.to_string(), &raw.to_string(), &small.to_string()]);
        }
    }
}

/// A file's bytes, and how many are left of them after brotli.
fn weigh(file: &Path) -> (usize, usize) {
    let bytes = std::fs::read(file).expect("a file that was served can be read");
    (bytes.len(), brotli(&bytes).len())
}
