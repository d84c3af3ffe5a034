//! The steps of `cargo xtask test`, the quickest to fail first.
//!
//! Every native cargo call names the whole workspace and picks targets in it: naming single packages would give their shared
//! dependencies other features, and so compile them (and the player inside build.rs) once more for each choice. Only `crates` leaves packages
//! out, so that no player is compiled; what it shares with the rest is compiled once more for it.

use crate::growth;
use crate::reads::no_file_is_read_twice;
use crate::same::{files_ending, same};
use crate::shell::{cargo, root, run, run_tests, target};
use crate::tally::Count;
use crate::tools::{self, Engine};
use std::path::{Path, PathBuf};
use std::process::Command;

/// One step.
pub struct Step {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it tests.
    pub about: &'static str,
    /// Runs it; the words are a filter for tests' names.
    pub run: fn(&mut Count, &[&str]),
}

/// All steps in their order.
pub const ALL: [Step; 10] = [
    Step { name: "fmt", about: "the code is formatted", run: fmt },
    Step { name: "clippy", about: "clippy has nothing to say, for this machine and for WebAssembly", run: clippy },
    Step { name: "unit", about: "unit and golden tests, and the examples in the documentation", run: unit },
    Step { name: "doc", about: "the documentation builds without a warning", run: doc },
    Step { name: "wasm", about: "the player's own tests, in headless Chromium", run: wasm },
    Step { name: "release", about: "the program as users get it compiles", run: release },
    Step {
        name: "determinism",
        about: "builds of each example site on 1, 2 and 8 threads are the same, byte for byte",
        run: determinism,
    },
    Step {
        name: "growth",
        about: "twice the input costs hardly more than twice the work, construct by construct; no file is read twice",
        run: growth,
    },
    Step { name: "markup", about: "the Nu Html Checker has nothing to say of any page, style sheet or drawing", run: markup },
    Step {
        name: "journeys",
        about: "the built site in Chromium: axe-core, keyboard, two keys, script off, storage",
        run: journeys,
    },
];

/// The steps of `cargo xtask test --quick`, for whoever works on the program: no browser, and no player is compiled.
pub const QUICK: [Step; 3] = [
    Step { name: "fmt", about: "the code is formatted", run: fmt },
    Step { name: "clippy", about: "clippy has nothing to say, for this machine and for WebAssembly", run: clippy },
    Step { name: "crates", about: "the tests of every crate but those of the whole program", run: crates },
];

/// The steps of `cargo xtask test --engines`: what a journey does with Chromium's own tools is skipped in them, and counted as such.
pub const ENGINES: [Step; 2] = [
    Step { name: "firefox", about: "the journeys in Firefox", run: |count, filter| journeys_in(Engine::Firefox, count, filter) },
    Step { name: "webkit", about: "the journeys in WebKit", run: |count, filter| journeys_in(Engine::WebKit, count, filter) },
];

const WASM: [&str; 5] = ["--locked", "--package", "fingerpost-player", "--target", "wasm32-unknown-unknown"];

fn fmt(count: &mut Count, _: &[&str]) {
    count.check(tools::component("rustfmt", "rustfmt").and_then(|()| run(&mut cargo(["fmt", "--all", "--check"]))));
}

fn clippy(count: &mut Count, _: &[&str]) {
    const DENY: [&str; 3] = ["--", "-D", "warnings"];
    let native = ["clippy", "--locked", "--workspace", "--all-targets", "--test", "journeys"];
    count.check(tools::component("clippy", "clippy-driver").and_then(|()| run(cargo(native).args(DENY))));
    count.check(tools::wasm_target().and_then(|()| run(cargo(["clippy"]).args(WASM).arg("--all-targets").args(DENY))));
    // What understands and renders content does so in a browser too, without a disk.
    let core = ["--locked", "--package", "fingerpost-load", "--package", "fingerpost-check", "--package", "fingerpost-render"];
    let core = || cargo(["clippy"].into_iter().chain(core).chain(["--target", "wasm32-unknown-unknown"]));
    count.check(tools::wasm_target().and_then(|()| run(core().args(DENY))));
}

fn unit(count: &mut Count, filter: &[&str]) {
    run_tests(cargo(["test", "--locked", "--workspace", "--no-fail-fast", "--"]).args(filter), count);
}

fn crates(count: &mut Count, filter: &[&str]) {
    let whole = ["--exclude", "fingerpost", "--exclude", "fingerpost-journeys"];
    run_tests(cargo(["test", "--locked", "--workspace", "--no-fail-fast"]).args(whole).arg("--").args(filter), count);
}

fn doc(count: &mut Count, _: &[&str]) {
    let mut doc = cargo(["doc", "--locked", "--workspace", "--no-deps", "--document-private-items"]);
    // The pages are for whoever works on the program, so links to what is private lead somewhere.
    count.check(run(doc.env("RUSTDOCFLAGS", "-D warnings -A rustdoc::private_intra_doc_links")));
}

fn wasm(count: &mut Count, filter: &[&str]) {
    match wasm_tests() {
        Ok(mut tests) => run_tests(tests.args(filter), count),
        Err(problem) => count.check(Err(problem)),
    }
}

fn wasm_tests() -> Result<Command, String> {
    tools::wasm_target()?;
    let driver = tools::browser(Engine::Chromium)?.driver;
    // Its own test makes cargo build it, with the features that everything else here was tested with.
    run(&mut cargo(["test", "--locked", "--workspace", "--no-run", "--test", "runner"]))?;
    let runner = program("wasm-test-runner");
    let mut tests = cargo(["test"]);
    // Without debug information: the runner takes seconds to read it.
    tests.args(WASM).args(["--no-fail-fast", "--lib", "--tests", "--config", "profile.dev.debug=false", "--"]);
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner).env("CHROMEDRIVER", driver);
    // In seconds, for all the tests of a file together: 20 are few where the machine does something else as well.
    tests.env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    Ok(tests)
}

fn release(count: &mut Count, _: &[&str]) {
    count.check(fingerpost().map(drop));
}

/// The example settings.
const SITES: [&str; 3] = ["school", "charity", "guide"];

fn determinism(count: &mut Count, _: &[&str]) {
    for site in SITES {
        count.check(builds_are_the_same(site));
    }
}

fn builds_are_the_same(site: &str) -> Result<(), String> {
    let one = built(site, 1)?;
    for threads in [2, 8] {
        same(&one, &built(site, threads)?).map_err(|problem| format!("{site}, on {threads} threads: {problem}"))?;
    }
    Ok(())
}

/// An example site, built anew on a number of threads into a folder of its own.
fn built(site: &str, threads: usize) -> Result<PathBuf, String> {
    let program = fingerpost()?;
    let out = target().join("same").join(site).join(threads.to_string());
    // Left from the run before; the build itself deletes nothing that it does not know.
    let _ = std::fs::remove_dir_all(&out);
    let mut build = Command::new(&program);
    build.arg("build").arg(root().join("content").join(site)).arg("--out").arg(&out).current_dir(root());
    run(build.env("RAYON_NUM_THREADS", threads.to_string()))?;
    Ok(out)
}

fn growth(count: &mut Count, filter: &[&str]) {
    let found = fingerpost().and_then(|program| Ok((program, tools::valgrind()?, growth::names()?)));
    match found {
        Ok((program, valgrind, names)) => {
            let chosen = names.iter().filter(|name| filter.iter().all(|word| name.contains(word))).map(String::as_str);
            growth::measure_all(chosen.collect(), &program, &valgrind).into_iter().for_each(|outcome| count.check(outcome));
            if filter.is_empty() {
                SITES.iter().for_each(|site| count.check(no_file_is_read_twice(&format!("content/{site}"), &program, &valgrind)));
            }
        }
        Err(problem) => count.check(Err(problem)),
    }
}

fn markup(count: &mut Count, _: &[&str]) {
    for site in SITES {
        count.check(built(site, 2).and_then(|folder| nu_is_silent(&folder)));
    }
}

/// What the Nu Html Checker says and does not count: a list without bullets is a list to Safari with VoiceOver only if its role says so;
/// and a page in a folder has no origin, so the checker takes its own style sheet and script for somebody else's.
const NOT_COUNTED: &str = ".*(role is unnecessary for element “[uo]l”|violates Content Security Policy).*";

fn nu_is_silent(folder: &Path) -> Result<(), String> {
    let (java, nu) = tools::nu()?;
    let files = files_ending(folder, &["html", "css", "svg"]);
    if files.is_empty() {
        return Err(format!("{} has no pages", folder.display()));
    }
    let mut check = Command::new(java);
    // It takes folders too, but reads every file in them, whatever it is, as a page.
    check
        .arg("-jar")
        .arg(nu)
        .args(["--Werror", "--also-check-css", "--also-check-svg", "--filterpattern", NOT_COUNTED])
        .args(files);
    run(&mut check)
}

fn journeys(count: &mut Count, filter: &[&str]) {
    journeys_in(Engine::Chromium, count, filter);
}

fn journeys_in(engine: Engine, count: &mut Count, filter: &[&str]) {
    let mut tests = cargo(["test", "--locked", "--workspace", "--test", "journeys", "--", "--test-threads=4"]);
    let skipped = target().join(format!("skipped-in-{}.txt", engine.name()));
    // Left from the run before.
    let _ = std::fs::remove_file(&skipped);
    tests.args(filter).env("FINGERPOST_SKIPPED", &skipped);
    match with_what_journeys_need(&mut tests, engine) {
        // A backtrace through a runtime's own workings says nothing about a page.
        Ok(()) => run_tests(tests.env("RUST_BACKTRACE", "0"), count),
        Err(problem) => count.check(Err(problem)),
    }
    let lines = std::fs::read_to_string(&skipped).unwrap_or_default();
    for line in lines.lines() {
        println!("skipped: {line}");
    }
    count.skip(&lines);
}

/// `cargo xtask weigh`, `bench` and `pictures`: a program that visits the built sites in the browser.
pub fn visit(name: &str) -> Result<(), String> {
    run(&mut cargo(["build", "--locked", "--workspace", "--bin", name]))?;
    let mut visitor = Command::new(program(name));
    with_what_journeys_need(&mut visitor, Engine::Chromium)?;
    run(&mut visitor)
}

/// `cargo xtask gallery`: brings the page up to date with the content and the strings, then lets trunk serve it.
pub fn gallery() -> Result<(), String> {
    run(cargo(["test", "--locked", "--quiet", "--test", "gallery"]).env("SNAPSHOTS", "overwrite"))?;
    // Trunk takes the wasm-bindgen that it finds on the way, if the version fits; else it would download one.
    run(&mut cargo(["build", "--locked", "--workspace", "--bin", "bindgen"]))?;
    let own = target().join("tools");
    let named = own.join("wasm-bindgen").with_extension(std::env::consts::EXE_EXTENSION);
    std::fs::create_dir_all(&own)
        .and_then(|()| std::fs::copy(program("bindgen"), &named))
        .map_err(|error| format!("{}: {error}", named.display()))?;
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path =
        std::env::join_paths(std::iter::once(own).chain(std::env::split_paths(&path))).map_err(|error| error.to_string())?;
    run(Command::new("trunk").arg("serve").current_dir(root().join("modules/player")).env("PATH", path))
}

/// The journeys take the program as users get it, so they are told where everything is and build nothing themselves.
fn with_what_journeys_need(command: &mut Command, engine: Engine) -> Result<(), String> {
    let browser = tools::browser(engine)?;
    command
        .env("FINGERPOST_BIN", fingerpost()?)
        .env("FINGERPOST_AXE", tools::axe()?)
        .env("FINGERPOST_ENGINE", engine.name())
        .env("FINGERPOST_DRIVER", browser.driver)
        .envs(browser.program.map(|program| ("FINGERPOST_BROWSER", program)))
        .envs(browser.screen.map(|screen| ("FINGERPOST_SCREEN", screen)));
    Ok(())
}

/// The release build of the program itself.
pub fn fingerpost() -> Result<PathBuf, String> {
    run(&mut cargo(["build", "--locked", "--release"]))?;
    Ok(target().join("release").join("fingerpost").with_extension(std::env::consts::EXE_EXTENSION))
}

/// Where a debug build of one of the workspace's programs lies.
fn program(name: &str) -> PathBuf {
    target().join("debug").join(name).with_extension(std::env::consts::EXE_EXTENSION)
}
