//! The project's chores: `cargo xtask test` and its smaller kin.
//!
//! It needs nothing but Rust's own library, so that it is compiled before anything else is there.
//!
//! 1. [`steps`]: what the tests are, in the order in which they run.
//! 2. [`shell`]: runs a command, shows what it says and counts the tests in it ([`tally`]).
//! 3. [`tools`]: finds or installs the browser, its driver, axe-core and the WebAssembly target.
//! 4. [`same`]: builds of one site, byte for byte.
//! 5. [`growth`]: how the program's work grows with its input.
//! 6. [`reads`]: which files a build opens.
//! 7. [`mod@bench`]: how long builds take, beside other generators.

mod bench;
mod growth;
mod reads;
mod same;
mod shell;
mod steps;
mod tally;
mod tools;

use std::process::ExitCode;

const HELP: &str = "\
The project's chores.

  cargo xtask test [STEP...] [-- FILTER]   every test, or only these steps (and only tests whose name holds FILTER)
  cargo xtask test --quick [STEP...] [-- FILTER]
                                           what needs no player and no browser, for whoever works on the program
  cargo xtask test --engines [STEP...] [-- FILTER]
                                           the journeys in other browsers
  cargo xtask weigh                        what pages, a search, a lesson and keeping lessons cost to load: requests, bytes, brotli
  cargo xtask bench                        how long readers and learners wait on a slow phone, beside what they may have to
  cargo xtask bench build [--rounds N] [--settings N] [PAGES...]
                                           how long builds take, beside Hugo, mdBook and Zola where they are installed
  cargo xtask bench stages [FILTER]        what each stage of a build costs, and whether it has changed since the last time
  cargo xtask bench serve [PAGES...]       how long a saved file takes to the pages that are open
  cargo xtask pictures                     what the example sites look like, into docs/pictures
  cargo xtask gallery                      the lesson player by itself, rebuilt on every change (needs trunk)
  cargo xtask help                         this text

Steps of test, in their order:
";

const QUICK: &str = "
Steps of test --quick:
";

const ENGINES: &str = "
Steps of test --engines:
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["test", "--quick", rest @ ..] => test(&steps::QUICK, rest),
        ["test", "--engines", rest @ ..] => test(&steps::ENGINES, rest),
        ["test", rest @ ..] => test(&steps::ALL, rest),
        ["bench", "build", rest @ ..] => done(bench::build(rest)),
        ["bench", "stages", rest @ ..] => done(bench::stages(rest)),
        ["bench", "serve", rest @ ..] => done(bench::serve(rest)),
        [visitor @ ("weigh" | "bench" | "pictures")] => done(steps::visit(visitor)),
        ["gallery"] => gallery(),
        ["help" | "--help" | "-h"] => {
            print!("{}", help());
            ExitCode::SUCCESS
        }
        _ => {
            eprint!("{}", help());
            ExitCode::from(2)
        }
    }
}

fn help() -> String {
    let list =
        |steps: &[steps::Step]| steps.iter().map(|step| format!("  {:12} {}\n", step.name, step.about)).collect::<String>();
    [HELP, &list(&steps::ALL), QUICK, &list(&steps::QUICK), ENGINES, &list(&steps::ENGINES)].concat()
}

/// Runs those of these steps that were named, or all. A step that fails does not stop the rest: one run shows everything.
fn test(steps: &[steps::Step], words: &[&str]) -> ExitCode {
    let (names, filter) = match words.iter().position(|word| *word == "--") {
        Some(at) => (&words[..at], &words[at + 1..]),
        None => (words, &[][..]),
    };
    if let Some(unknown) = names.iter().find(|name| steps.iter().all(|step| step.name != **name)) {
        eprintln!("There is no step \"{unknown}\".\n\n{}", help());
        return ExitCode::from(2);
    }
    let mut tally = tally::Tally::default();
    for step in steps.iter().filter(|step| names.is_empty() || names.contains(&step.name)) {
        tally.run(step.name, |count| (step.run)(count, filter));
    }
    tally.report();
    if tally.failed() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The player in a page of its own, for whoever works on it.
fn gallery() -> ExitCode {
    if tools::on_path(&["trunk"]).is_none() {
        eprintln!("The gallery needs trunk. Type: cargo install --locked trunk --version 0.21.14");
        return ExitCode::from(2);
    }
    done(steps::gallery())
}

fn done(outcome: Result<(), String>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
