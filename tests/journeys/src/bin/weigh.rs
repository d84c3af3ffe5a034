//! `cargo xtask weigh`: what a policy page, a search and a lesson cost to load, as a host that compresses with brotli would send them.

use fingerpost_journeys::server::Request;
use fingerpost_journeys::site::{self, LESSON};
use fingerpost_journeys::{journey, journey_without_script};
use std::path::Path;

fn main() {
    println!("{:44} {:>8} {:>10} {:>10}", "", "requests", "bytes", "brotli");
    for policy in [heaviest(|page| page.starts_with("policy/") && !page.ends_with("/all.html")), heaviest(|_| true)] {
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
        report(&format!("{LESSON}, until it answers"), &journey.server.take_log(), true);
    });
}

/// Of these pages without a module the one that is largest on disk: no other can cost much more.
fn heaviest(of: impl Fn(&str) -> bool) -> String {
    let dist = site::dist(site::SCHOOL);
    let size = |page: &String| std::fs::metadata(dist.join(page)).map_or(0, |about| about.len());
    let pages = site::pages(dist).into_iter().filter(|page| of(page) && !site::has_module(dist, page));
    pages.max_by_key(size).expect("the site has a page")
}

fn report(what: &str, requests: &[Request], with_files: bool) {
    let sizes: Vec<(usize, usize)> = requests.iter().map(|request| request.file.as_deref().map_or((0, 0), weigh)).collect();
    let (raw, small) = sizes.iter().fold((0, 0), |sum, size| (sum.0 + size.0, sum.1 + size.1));
    println!("{what:44} {:8} {raw:10} {small:10}", requests.len());
    if with_files {
        for (request, (raw, small)) in requests.iter().zip(sizes) {
            println!("  {:42} {:8} {raw:10} {small:10}", request.path, request.status);
        }
    }
}

/// A file's bytes, and how many are left of them after brotli at its strongest.
fn weigh(file: &Path) -> (usize, usize) {
    let bytes = std::fs::read(file).expect("a file that was served can be read");
    let mut small = Vec::new();
    let strongest = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut small, &strongest).expect("memory does not refuse to be written");
    (bytes.len(), small.len())
}
