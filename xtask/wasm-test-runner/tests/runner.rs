//! The runner must be of the very version that the tests it runs are compiled with.

use std::process::Command;

#[test]
fn the_runner_is_of_the_version_that_the_workspace_names() {
    let said = Command::new(env!("CARGO_BIN_EXE_wasm-test-runner")).arg("--version").output().expect("the runner can be run");
    let said = String::from_utf8(said.stdout).expect("a version is text");
    let version = said.split_whitespace().last().expect("the runner says its version");
    let workspace = include_str!("../../../Cargo.toml");
    assert!(workspace.contains(&format!("wasm-bindgen = \"={version}\"")), "{said}");
}
