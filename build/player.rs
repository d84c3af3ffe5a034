//! Compiles `modules/player` for the browser and runs wasm-bindgen on it, as one of its three entrances.
//!
//! What users get is compiled together with the standard library, without the words of panics and of debug output: 15 KB less of 119,
//! after compression. Stable Rust lets nobody do that by its front door, so cargo and the compiler, whose version rust-toolchain.toml pins, are told
//! that they may (`RUSTC_BOOTSTRAP`), for this one call of cargo, and `build/rustc.rs` sees to it that no crate but the standard library's gains by it. Where
//! the library's source cannot be had, the player is compiled in the ordinary way.

use crate::{rustc, small};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

const TARGET: &str = "wasm32-unknown-unknown";

/// What makes the player small besides its profile: no file names and lines in panics, nothing printed by `{:?}`, and a panic that only stops.
const LEAN_FLAGS: [&str; 4] = ["-Zlocation-detail=none", "-Zfmt-debug=none", "-Zunstable-options", "-Cpanic=immediate-abort"];

/// What compiles the standard library along.
const LEAN_STD: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// Variables of the outer cargo that would change what the inner one builds, or where.
const NOT_INHERITED: [&str; 8] = [
    "CARGO_BUILD_TARGET",
    "CARGO_TARGET_DIR",
    "CARGO_BUILD_TARGET_DIR",
    "RUSTC",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTC_WRAPPER",
    "RUSTDOCFLAGS",
    "RUSTFLAGS",
];

/// One entrance of the player, as files.
#[derive(Default)]
pub struct Player {
    /// wasm-bindgen's JavaScript.
    pub script: String,
    /// The WebAssembly.
    pub wasm: Vec<u8>,
}

/// Compiles one entrance of the player (a feature of `modules/player`), with `root` as the workspace and `out` as the build's own folder.
pub fn build(root: &Path, out: &Path, entrance: &str) -> Result<Player, Box<dyn Error>> {
    make_sure_of_the_target()?;
    let target_dir = out.join("wasm");
    let is_release = env::var("PROFILE")? == "release";
    let profile = if is_release { "wasm-release" } else { "wasm-dev" };
    let plain = || compile(root, &target_dir, profile, entrance, false);
    let built = if is_release && has_source_of_std() {
        let lean = compile(root, &target_dir, profile, entrance, true)?;
        if lean.status.success() { lean } else { plain()? }
    } else {
        plain()?
    };
    if !built.status.success() {
        return Err(format!("the player does not compile for {TARGET}:\n{}", String::from_utf8_lossy(&built.stderr))
            .replace('\n', "\ncargo::error=")
            .into());
    }
    let bound = out.join("bound").join(entrance);
    wasm_bindgen_cli_support::Bindgen::new()
        .input_path(target_dir.join(TARGET).join(profile).join("fingerpost_player.wasm"))
        .out_name("player")
        .web(true)?
        .typescript(false)
        .remove_name_section(is_release)
        .remove_producers_section(true)
        // The page names the module itself, because its name carries a hash.
        .omit_default_module_path(true)
        .generate(&bound)?;
    let script = small::lean_of_generated(&fs::read_to_string(bound.join("player.js"))?)?;
    let (script, wasm) = small::plain_imports(&script, fs::read(bound.join("player_bg.wasm"))?);
    Ok(Player { script, wasm })
}

/// Runs the inner cargo. `lean` compiles the standard library along.
///
/// It is asked for a WebAssembly file and not for the crate's other form, a Rust library, along with it: cargo optimises over all crates only what can
/// be optimised so in every form that is asked for, and says nothing where it does not.
fn compile(root: &Path, target_dir: &Path, profile: &str, entrance: &str, lean: bool) -> Result<Output, Box<dyn Error>> {
    let mut cargo = Command::new(env::var_os("CARGO").ok_or("cargo did not say where it is")?);
    cargo.current_dir(root).args(["rustc", "--locked", "--package", "fingerpost-player", "--lib", "--crate-type", "cdylib"]);
    cargo.args(["--no-default-features", "--features", &format!("browser,{entrance}")]);
    cargo.args(["--target", TARGET, "--profile", profile, "--target-dir"]).arg(target_dir);
    for name in NOT_INHERITED {
        cargo.env_remove(name);
    }
    let mut flags = paths_forgotten(root);
    if lean {
        cargo.args(LEAN_STD).env("RUSTC_BOOTSTRAP", "1");
        cargo.env("RUSTC_WRAPPER", env::current_exe()?).env(rustc::MARK, "1");
        flags.extend(LEAN_FLAGS.map(str::to_owned));
    }
    // In place of any flags that a user has for programs of their own machine. Cargo wants them parted by U+001F.
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    Ok(cargo.output()?)
}

/// Where the standard library's source is, or would be: a component of the toolchain.
fn folder_of_std() -> Option<PathBuf> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let asked = Command::new(&rustc).args(["--print", "sysroot"]).output().ok()?;
    Some(PathBuf::from(String::from_utf8(asked.stdout).ok()?.trim()).join("lib/rustlib/src/rust"))
}

/// Whether the standard library's source is there. It is added where it is missing.
fn has_source_of_std() -> bool {
    folder_of_std().is_some_and(|folder| {
        let file = folder.join("library/std/Cargo.toml");
        if !file.is_file() {
            rustup(&["component", "add", "rust-src"]);
        }
        file.is_file()
    })
}

/// Asks rustup for something for the toolchain in use. Whether it did it can be seen by what is there afterwards.
fn rustup(what: &[&str]) {
    let mut rustup = Command::new("rustup");
    rustup.args(what);
    if let Ok(name) = env::var("RUSTUP_TOOLCHAIN") {
        rustup.args(["--toolchain", &name]);
    }
    let _ = rustup.output();
}

/// Adds the wasm32 target to the toolchain in use where it is missing.
fn make_sure_of_the_target() -> Result<(), Box<dyn Error>> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let asked = Command::new(&rustc).args(["--print", "target-libdir", "--target", TARGET]).output()?;
    let folder = PathBuf::from(String::from_utf8(asked.stdout)?.trim());
    if !folder.is_dir() {
        rustup(&["target", "add", TARGET]);
    }
    if folder.is_dir() {
        return Ok(());
    }
    Err(format!("the WebAssembly target of this Rust is missing and could not be added; type: rustup target add {TARGET}").into())
}

/// The compiler's flags that put short, fixed names in the place of this machine's folders, which would else stand in every site, inside the
/// messages of panics. Where several fit a path, the last one counts.
fn paths_forgotten(root: &Path) -> Vec<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let mut folders = vec![(root.to_path_buf(), "fingerpost")];
    folders.extend(folder_of_std().map(|folder| (folder, "rust")));
    if let Some(home) = home {
        let sources = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
        let mut sources: Vec<PathBuf> = sources.map(|entry| entry.path()).collect();
        sources.sort();
        folders.push((home, "cargo"));
        folders.extend(sources.into_iter().map(|source| (source, "crates")));
    }
    folders.iter().map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display())).collect()
}
