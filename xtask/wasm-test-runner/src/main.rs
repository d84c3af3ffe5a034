//! Runs wasm-bindgen tests in a headless browser. The published runner is a library too; this calls it, so that no
//! `cargo install` is needed and its version is the one in Cargo.lock.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
