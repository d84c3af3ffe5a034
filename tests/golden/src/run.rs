//! The tests of a binary that is its own runner (`harness = false` in a Cargo.toml).

use libtest_mimic::{Arguments, Trial};
use std::process::ExitCode;

/// The tests of a binary.
#[derive(Default)]
pub struct Tests(Vec<Trial>);

impl Tests {
    /// None yet.
    pub fn new() -> Tests {
        Tests::default()
    }

    /// Adds a test for each case, under the name of the case, which it is given. It fails by a panic.
    pub fn each<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>, test: fn(&str)) -> Tests {
        self.0.extend(names.into_iter().map(|name| {
            let name: String = name.into();
            Trial::test(name.clone(), move || {
                test(&name);
                Ok(())
            })
        }));
        self
    }

    /// Adds tests that are about no single case: see [`named`](crate::named).
    pub fn and(mut self, tests: &[(&'static str, fn())]) -> Tests {
        self.0.extend(tests.iter().map(|&(name, test)| {
            Trial::test(name, move || {
                test();
                Ok(())
            })
        }));
        self
    }

    /// Runs those that the command line asks for, as Rust's own runner does, and says how that ended.
    pub fn run(self) -> ExitCode {
        libtest_mimic::run(&Arguments::from_args(), self.0).exit_code()
    }
}

/// Functions that are tests, each with its name, for [`Tests::and`].
#[macro_export]
macro_rules! named {
    ($($test:ident),+ $(,)?) => { &[$((stringify!($test), $test as fn())),+] };
}
