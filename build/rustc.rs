//! Stands between cargo and the compiler while the player is compiled together with the standard library, so that what that needs of an unfinished
//! Rust is for the standard library alone: a crate that asks for an unfinished feature, or whose build script tries whether it could have one, is told no.

use std::env;
use std::ffi::OsString;
use std::process::Command;

/// Tells the build script that cargo has called it in the compiler's place.
pub const MARK: &str = "FINGERPOST_IN_THE_PLACE_OF_RUSTC";

/// What cargo tells the compiler for the standard library's crates and for no others.
const OF_STD: &str = "force-unstable-if-unmarked";

/// Does what cargo wants of the compiler, if cargo has called this program in its place, and says how that ended.
pub fn stand_in() -> Option<i32> {
    env::var_os(MARK)?;
    let mut arguments = env::args_os().skip(1);
    let compiler = arguments.next()?;
    let ended = command(&compiler, &arguments.collect::<Vec<_>>()).status();
    Some(ended.ok().and_then(|status| status.code()).unwrap_or(1))
}

/// The call of the compiler. Crates for the machine on which all this runs (macros, build scripts) get the compiler as it is; the player's and what it
/// is made of may be compiled with unfinished options, and have no unfinished feature.
pub fn command(compiler: &OsString, arguments: &[OsString]) -> Command {
    let mut command = Command::new(compiler);
    command.args(arguments).env_remove(MARK);
    let has = |wanted: &str| arguments.iter().any(|argument| argument.to_str().is_some_and(|argument| argument.contains(wanted)));
    if has(OF_STD) {
        return command;
    }
    if has("--target") {
        command.arg("-Zallow-features=");
    } else {
        command.env_remove("RUSTC_BOOTSTRAP");
    }
    command
}
