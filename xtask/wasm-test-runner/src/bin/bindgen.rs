//! The published wasm-bindgen command, of the version in Cargo.lock: `cargo xtask gallery` gives it to trunk, which would else download one.
//! It cannot be compiled under its own name, which the compiler takes for an old version of the library.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(std::env::args_os())
}
