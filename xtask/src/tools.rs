//! What the tests need from outside: found where it is, installed where that is possible, and else named.

use crate::shell::{cargo, output_of, run, target};
use std::path::{Path, PathBuf};
use std::process::Command;

const WASM: &str = "wasm32-unknown-unknown";
/// A package of the npm registry: fetched once, verified every time.
struct Package {
    /// Name and version, as npm takes them.
    name: &'static str,
    /// The file that npm makes of it.
    file: &'static str,
    /// SHA-512 of that file as published.
    sha512: &'static str,
    /// What is wanted of it: the path inside the package.
    inside: &'static str,
}

/// axe-core, the accessibility checker.
const AXE: Package = Package {
    name: "axe-core@4.14.1",
    file: "axe-core-4.14.1.tgz",
    sha512: "1477dafa598d8d065f273d6af302aa203c02e83131707b7fa648cd41bd3d6b734f8c22a0dab86ee6a6f64b8afbe804b214d36db85a2826965edfb3a0b9d546b5",
    inside: "package/axe.min.js",
};

/// The Nu Html Checker, which the W3C runs at validator.w3.org/nu.
const NU: Package = Package {
    name: "vnu-jar@26.9.27",
    file: "vnu-jar-26.9.27.tgz",
    sha512: "4e441de4315f39a582f5e6edbe8cd3b2b1f655aa1dde3620faface791133217c417b12f3f7ead2d8336d8e7efe44f5226618258b44a0860057e9125135e6b428",
    inside: "package/build/dist/vnu.jar",
};

/// A browser engine in which journeys run.
#[derive(Clone, Copy)]
pub enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK.
    WebKit,
}

impl Engine {
    /// What the journeys call it.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }
}

/// A browser and what drives it.
pub struct Browser {
    /// Its program, where its driver must be told of it.
    pub program: Option<PathBuf>,
    /// What drives it.
    pub driver: PathBuf,
    /// Xvfb, for a browser that needs a screen even where nobody looks.
    pub screen: Option<PathBuf>,
}

/// The driver of Firefox, from crates.io: Debian has none.
const GECKODRIVER: [&str; 4] = ["geckodriver", "--version", "0.37.1", "--root"];

/// The first of these programs that is on the path.
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name).with_extension(std::env::consts::EXE_EXTENSION)))
        .find(|program| program.is_file())
}

/// Finds a browser and its driver, or installs them.
pub fn browser(engine: Engine) -> Result<Browser, String> {
    Ok(match engine {
        Engine::Chromium => {
            let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
            let program = Some(find_or_install(&names, "chromium")?);
            Browser { program, driver: find_or_install(&["chromedriver"], "chromium-driver")?, screen: None }
        }
        Engine::Firefox => {
            let program = Some(find_or_install(&["firefox-esr", "firefox"], "firefox-esr")?);
            Browser { program, driver: geckodriver()?, screen: None }
        }
        Engine::WebKit => {
            let driver = find_or_install(&["WebKitWebDriver"], "webkit2gtk-driver")?;
            Browser { program: None, driver, screen: Some(find_or_install(&["Xvfb"], "xvfb")?) }
        }
    })
}

/// Compiled once, in about three minutes.
fn geckodriver() -> Result<PathBuf, String> {
    if let Some(driver) = on_path(&["geckodriver"]) {
        return Ok(driver);
    }
    let folder = target().join("tools").join("geckodriver");
    let driver = folder.join("bin").join("geckodriver").with_extension(std::env::consts::EXE_EXTENSION);
    if !driver.is_file() {
        run(cargo(["install", "--locked"]).args(GECKODRIVER).arg(&folder))?;
    }
    Ok(driver)
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

/// axe-core's script.
pub fn axe() -> Result<PathBuf, String> {
    fetched(&AXE)
}

/// The Nu Html Checker: the Java that runs it, and its archive.
pub fn nu() -> Result<(PathBuf, PathBuf), String> {
    Ok((find_or_install(&["java"], "default-jre-headless")?, fetched(&NU)?))
}

fn fetched(package: &Package) -> Result<PathBuf, String> {
    // Each has a folder of its own, because all unpack to the same name.
    let folder = target().join("tools").join(package.file.trim_end_matches(".tgz"));
    let file = folder.join(package.file);
    if !file.is_file() {
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let npm = find_or_install(&["npm"], "npm")?;
        run(Command::new(npm).args(["pack", package.name, "--silent", "--pack-destination"]).arg(&folder).current_dir(&folder))?;
    }
    verify(&file, package)?;
    run(Command::new("tar").arg("-xzf").arg(&file).arg("-C").arg(&folder).arg(package.inside))?;
    Ok(folder.join(package.inside))
}

/// A package that is not the one this project was tested with is removed, so that the next run fetches it anew.
fn verify(file: &Path, package: &Package) -> Result<(), String> {
    let name = file.to_string_lossy();
    let sum = output_of("sha512sum", &[&name])
        .or_else(|| output_of("shasum", &["-a", "512", &name]))
        .ok_or("the tests need sha512sum or shasum")?;
    if sum.trim_start_matches('\\').starts_with(package.sha512) {
        return Ok(());
    }
    let _ = std::fs::remove_file(file);
    Err(format!("{} is not the package this project was tested with; it has been removed", package.file))
}

/// Valgrind, which counts instructions.
pub fn valgrind() -> Result<PathBuf, String> {
    find_or_install(&["valgrind"], "valgrind")
}

/// GNU's time, which says what a process took of processors and memory.
pub fn time() -> Result<PathBuf, String> {
    find_or_install(&["time"], "time")
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
