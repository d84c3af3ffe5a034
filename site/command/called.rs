//! How the program was called, so that what it says can be typed as it stands.

use std::path::Path;

use fingerpost::check::report::Called;

/// How this program was called for this folder.
pub fn called(dir: &Path) -> Called {
    Called { program: program(), dir: typed(&dir.display().to_string()) }
}

/// How this program was called, so that a command that it names can be typed as it stands.
fn program() -> String {
    let called = std::env::args().next().unwrap_or_default();
    // Cargo builds what it runs, and says so to what it runs.
    if std::env::var_os("CARGO").is_some() && std::env::var("CARGO_PKG_NAME").is_ok_and(|name| name == env!("CARGO_PKG_NAME")) {
        let release = if called.contains("release") { " --release" } else { "" };
        return format!("cargo run{release} --");
    }
    if called.is_empty() { "fingerpost".to_owned() } else { typed(&called) }
}

/// A word as it is typed in a shell, in which an apostrophe ends what stands between two others.
fn typed(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/\\._-:~".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}
