//! Counts what passed, what failed and what was skipped, honestly: tests as their runner reports them, every other check as one.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// What has passed, failed and been skipped within one step.
#[derive(Debug, Default, PartialEq, Eq, Clone, Copy)]
pub struct Count {
    /// How many passed.
    pub passed: usize,
    /// How many failed.
    pub failed: usize,
    /// How many ended without having tested what they are for, and said why.
    pub skipped: usize,
}

impl Count {
    /// Adds what a line of a test runner's output says. Lines that say nothing of the kind are left alone.
    pub fn read(&mut self, line: &str) {
        let plain = without_colour(line);
        let Some((_, result)) = plain.split_once("test result: ") else { return };
        let number_before = |word: &str| {
            let (before, _) = result.split_once(word)?;
            before.trim_end().rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
        };
        self.passed += number_before(" passed").unwrap_or(0);
        self.failed += number_before(" failed").unwrap_or(0);
    }

    /// Takes tests that were skipped, and so ended well as their runner sees it, from among those that passed. Each line is the name of a
    /// test, a colon and the reason; a test of several parts may be there more than once.
    pub fn skip(&mut self, lines: &str) {
        let names: BTreeSet<&str> = lines.lines().filter_map(|line| Some(line.split_once(": ")?.0)).collect();
        self.skipped += names.len();
        self.passed = self.passed.saturating_sub(names.len());
    }

    /// Adds one check that is not a test of a runner.
    pub fn check(&mut self, outcome: Result<(), String>) {
        match outcome {
            Ok(()) => self.passed += 1,
            Err(problem) => {
                self.failed += 1;
                println!("FAILED: {problem}");
            }
        }
    }
}

/// A line without terminal colours, which `CARGO_TERM_COLOR` may have put there.
fn without_colour(line: &str) -> String {
    let mut plain = String::new();
    let mut in_code = false;
    for character in line.chars() {
        match character {
            '\u{1b}' => in_code = true,
            _ if in_code => in_code = !character.is_ascii_alphabetic(),
            _ => plain.push(character),
        }
    }
    plain
}

/// All steps of one run.
#[derive(Debug, Default)]
pub struct Tally(Vec<(&'static str, Duration, Count)>);

impl Tally {
    /// Runs one step and says how it went.
    pub fn run(&mut self, name: &'static str, step: impl FnOnce(&mut Count)) {
        println!("\n== {name}");
        let begun = Instant::now();
        let mut count = Count::default();
        step(&mut count);
        // A step that says nothing has tested nothing, and that must not look like success.
        if count == Count::default() {
            count.check(Err(format!("the step {name} ran no test")));
        }
        let time = begun.elapsed();
        println!("== {}", line(name, time, count));
        self.0.push((name, time, count));
    }

    /// How many checks and tests failed.
    pub fn failed(&self) -> usize {
        self.0.iter().map(|(_, _, count)| count.failed).sum()
    }

    /// Prints every step's line, and the total as the last line.
    pub fn report(&self) {
        println!("\n== all steps");
        for (name, time, count) in &self.0 {
            println!("{}", line(name, *time, *count));
        }
        let passed: usize = self.0.iter().map(|(_, _, count)| count.passed).sum();
        let skipped: usize = self.0.iter().map(|(_, _, count)| count.skipped).sum();
        println!("\n{passed} passed, {} failed{}", self.failed(), words(skipped, ", ", " skipped"));
    }
}

/// Worded so that no line but the last one can be taken for the total.
fn line(name: &str, time: Duration, count: Count) -> String {
    let skipped = words(count.skipped, " ", " not made");
    format!("{name:12} {:6.1} s {:5} ok {:3} not ok{skipped}", time.as_secs_f64(), count.passed, count.failed)
}

/// A number between words, or nothing where there is nothing to say.
fn words(number: usize, before: &str, after: &str) -> String {
    if number == 0 { String::new() } else { format!("{before}{number}{after}") }
}

#[cfg(test)]
mod tests {
    use super::Count;

    fn count(lines: &[&str]) -> Count {
        let mut count = Count::default();
        lines.iter().for_each(|line| count.read(line));
        count
    }

    #[test]
    fn the_runners_lines_are_added_up() {
        let read = count(&[
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 5 filtered out; finished in 1.20s",
        ]);
        assert_eq!(read, Count { passed: 15, failed: 2, skipped: 0 });
    }

    /// Tests over folders of cases (`tests/golden`) have a runner of their own.
    #[test]
    fn the_lines_of_the_cases_runner_are_added_up() {
        let read = count(&[
            "running 128 tests",
            "test links                                                         ... FAILED",
            "---- links ----",
            "test panicked: ",
            "test result: FAILED. 126 passed; 2 failed; 0 ignored; 0 measured; 3 filtered out; finished in 2.47s",
            "test result: \u{1b}[32mok\u{1b}[0m. 8 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.07s",
        ]);
        assert_eq!(read, Count { passed: 134, failed: 2, skipped: 0 });
    }

    #[test]
    fn a_test_that_was_skipped_has_not_passed() {
        let mut read = count(&["test result: ok. 9 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 28.41s"]);
        read.skip("pages::dark: it needs DevTools\nkeeping::full: it prints\nkeeping::full: it switches script off\n");
        assert_eq!(read, Count { passed: 7, failed: 0, skipped: 2 });
    }

    #[test]
    fn colours_do_not_hide_the_result() {
        let read = count(&["test result: \u{1b}[31mFAILED\u{1b}[m. 1 passed; 7 failed; 0 ignored"]);
        assert_eq!(read, Count { passed: 1, failed: 7, skipped: 0 });
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(count(&["12 passed, 3 failed", "test it::works ... ok", ""]), Count::default());
    }
}
