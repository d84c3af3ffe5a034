//! What the tests need from outside: found where it is, installed where that is possible, and else named.

use crate::shell::{output_of, run, target};
use std::path::{Path, PathBuf};
use std::process::Command;

const WASM: &str = "wasm32-unknown-unknown";
const AXE: &str = "axe-core@4.14.1";
const AXE_FILE: &str = "axe-core-4.14.1.tgz";
/// SHA-512 of the package file as published.
const AXE_SHA512: &str = "1477dafa598d8d065f273d6af302aa203c02e83131707b7fa648cd41bd3d6b734f8c22a0dab86ee6a6f64b8afbe804b214d36db85a2826965edfb3a0b9d546b5";

/// The browser and its driver.
pub struct Browser {
    /// Chromium or Chrome.
    pub browser: PathBuf,
    /// ChromeDriver.
    pub driver: PathBuf,
}

/// The first of these programs that is on the path.
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name).with_extension(std::env::consts::EXE_EXTENSION)))
        .find(|program| program.is_file())
}

/// Finds the browser and its driver, or installs them.
pub fn browser() -> Result<Browser, String> {
    let browser = find_or_install(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"], "chromium")?;
    let driver = find_or_install(&["chromedriver"], "chromium-driver")?;
    Ok(Browser { browser, driver })
}

/// Debian's package where apt-get and the right to use it are there; else the one line that says what to install.
fn find_or_install(programs: &[&str], package: &str) -> Result<PathBuf, String> {
    if let Some(program) = on_path(programs) {
        return Ok(program);
    }
    let may_install = on_path(&["apt-get"]).is_some() && output_of("id", &["-u"]).as_deref() == Some("0");
    if may_install {
        run(apt_get().arg("update"))?;
        run(apt_get().args(["install", "--yes", "--no-install-recommends", package]))?;
    }
    on_path(programs).ok_or_else(|| {
        format!("the tests need {}: install it and put it on the path (Debian's package is {package})", programs.join(" or "))
    })
}

fn apt_get() -> Command {
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    apt
}

/// axe-core, the accessibility checker, from its npm package: fetched once, verified every time.
pub fn axe() -> Result<PathBuf, String> {
    let folder = target().join("tools");
    let package = folder.join(AXE_FILE);
    if !package.is_file() {
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let npm = find_or_install(&["npm"], "npm")?;
        run(Command::new(npm).args(["pack", AXE, "--silent", "--pack-destination"]).arg(&folder).current_dir(&folder))?;
    }
    verify(&package)?;
    run(Command::new("tar").arg("-xzf").arg(&package).arg("-C").arg(&folder).arg("package/axe.min.js"))?;
    Ok(folder.join("package/axe.min.js"))
}

/// A package that is not the one this project was tested with is removed, so that the next run fetches it anew.
fn verify(package: &Path) -> Result<(), String> {
    let name = package.to_string_lossy();
    let sum = output_of("sha512sum", &[&name])
        .or_else(|| output_of("shasum", &["-a", "512", &name]))
        .ok_or("the tests need sha512sum or shasum")?;
    if sum.trim_start_matches('\\').starts_with(AXE_SHA512) {
        return Ok(());
    }
    let _ = std::fs::remove_file(package);
    Err(format!("{AXE_FILE} is not the package this project was tested with; it has been removed"))
}

/// The WebAssembly target of the Rust in use.
pub fn wasm_target() -> Result<(), String> {
    let there =
        || output_of("rustc", &["--print", "target-libdir", "--target", WASM]).is_some_and(|folder| Path::new(&folder).is_dir());
    if !there() {
        run(Command::new("rustup").args(["target", "add", WASM]))?;
    }
    if there() { Ok(()) } else { Err(format!("this Rust has no WebAssembly target; type: rustup target add {WASM}")) }
}

/// A part of Rust that a minimal installation lacks: `rustfmt` or `clippy`.
pub fn component(name: &str, program: &str) -> Result<(), String> {
    match output_of(program, &["--version"]) {
        Some(_) => Ok(()),
        None => run(Command::new("rustup").args(["component", "add", name])),
    }
}
