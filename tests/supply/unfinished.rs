//! While the player is compiled together with Rust's own library, the compiler may do what is not finished yet. No crate but that library's gains by it.

use super::rustc;
use std::ffi::OsString;
use std::fs;
use std::process::Command;

/// Compiles a crate that asks for an unfinished feature, as cargo would with these arguments and with the permission for all.
fn compiles(arguments: &[&str], prepared: impl Fn(&OsString, &[OsString]) -> Command) -> Result<(), String> {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("lib.rs");
    fs::write(&source, "#![feature(never_type)]\n#![no_std]\n").unwrap();
    let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut all: Vec<OsString> =
        ["--crate-type", "lib", "--emit", "metadata", "--edition", "2024", "--out-dir"].map(OsString::from).to_vec();
    all.extend([folder.path().into(), source.into()]);
    all.extend(arguments.iter().map(OsString::from));
    let output = prepared(&compiler, &all).env("RUSTC_BOOTSTRAP", "1").output().unwrap();
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

#[test]
fn an_unfinished_feature_is_for_the_standard_library_alone() {
    let plainly = |compiler: &OsString, arguments: &[OsString]| {
        let mut command = Command::new(compiler);
        command.args(arguments);
        command
    };
    let wasm = ["--target", super::WASM];
    let lean = ["--target", super::WASM, "-Zlocation-detail=none"];
    let of_std = ["--target", super::WASM, "-Zforce-unstable-if-unmarked"];
    // The permission alone lets every crate have it.
    assert_eq!(compiles(&wasm, plainly), Ok(()));
    for arguments in [&wasm[..], &lean] {
        let refused = compiles(arguments, rustc::command).unwrap_err();
        assert!(refused.contains("E0725"), "{refused}");
    }
    assert_eq!(compiles(&of_std, rustc::command), Ok(()));
}

/// A macro or a build script is compiled for this machine: without the permission, so that it cannot even try what it might have.
#[test]
fn what_runs_on_this_machine_gets_the_compiler_as_it_is() {
    let kept = |arguments: &[&str]| {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        let command = rustc::command(&"rustc".into(), &arguments);
        let taken: Vec<_> = command.get_envs().filter(|(_, value)| value.is_none()).map(|(name, _)| name.to_owned()).collect();
        (taken.contains(&"RUSTC_BOOTSTRAP".into()), command.get_args().any(|argument| argument == "-Zallow-features="))
    };
    assert_eq!(kept(&["--crate-name", "build_script_build"]), (true, false));
    assert_eq!(kept(&["--crate-name", "yew", "--target", "wasm32-unknown-unknown"]), (false, true));
    assert_eq!(
        kept(&["--crate-name", "core", "--target", "wasm32-unknown-unknown", "-Z", "force-unstable-if-unmarked"]),
        (false, false)
    );
}
