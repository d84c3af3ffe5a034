//! What cargo knows about the crates that are used, from `cargo metadata`. For the systems on which the tests run every crate is there already.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// One crate.
#[derive(Debug)]
pub struct Package {
    pub name: String,
    pub version: String,
    /// What it says about its licence, as SPDX has it.
    pub licence: String,
    pub authors: Vec<String>,
    /// Where it comes from; nothing, for ours.
    pub source: Option<String>,
    pub folder: PathBuf,
    /// Whether it runs in the compiler only.
    is_of_compiler: bool,
    id: String,
}

/// All crates of the workspace, and what they are made of.
#[derive(Debug)]
pub struct Metadata {
    pub packages: Vec<Package>,
    /// By id: the ids that are linked in.
    links: BTreeMap<String, Vec<String>>,
}

pub const NATIVE: &str = "x86_64-unknown-linux-gnu";
pub const WASM: &str = "wasm32-unknown-unknown";

impl Metadata {
    /// The crates that are needed for these targets.
    pub fn of(targets: &[&str]) -> Metadata {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(env!("CARGO_MANIFEST_DIR")).args(["metadata", "--locked", "--format-version", "1"]);
        cargo.args(targets.iter().flat_map(|target| ["--filter-platform", target]));
        let output = cargo.output().expect("cargo can be run");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let read: Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
        let packages = list(&read["packages"]).iter().map(package).collect();
        let links = list(&read["resolve"]["nodes"]).iter().map(|node| (text(&node["id"]), linked(node))).collect();
        Metadata { packages, links }
    }

    /// What is linked into one of our crates, sorted by name: neither itself nor what only the compiler runs.
    pub fn linked_into(&self, name: &str) -> Vec<&Package> {
        let by_id: BTreeMap<&str, &Package> = self.packages.iter().map(|package| (package.id.as_str(), package)).collect();
        let root = self.packages.iter().find(|package| package.name == name).expect("it is one of ours");
        let mut seen = BTreeSet::new();
        let mut left = vec![root.id.as_str()];
        while let Some(id) = left.pop() {
            if !by_id[id].is_of_compiler && seen.insert(id) {
                left.extend(self.links[id].iter().map(String::as_str));
            }
        }
        let mut packages: Vec<&Package> =
            seen.into_iter().map(|id| by_id[id]).filter(|package| package.source.is_some()).collect();
        packages.sort_by_key(|package| (&package.name, &package.version));
        packages
    }
}

fn package(read: &Value) -> Package {
    let targets = list(&read["targets"]);
    let is_of_compiler = targets.iter().any(|target| list(&target["kind"]).iter().any(|kind| kind == "proc-macro"));
    let manifest = text(&read["manifest_path"]);
    Package {
        name: text(&read["name"]),
        version: text(&read["version"]),
        licence: text(&read["license"]),
        authors: list(&read["authors"]).iter().map(text).collect(),
        source: read["source"].as_str().map(str::to_owned),
        folder: Path::new(&manifest).parent().expect("a manifest lies in a folder").to_path_buf(),
        is_of_compiler,
        id: text(&read["id"]),
    }
}

fn linked(node: &Value) -> Vec<String> {
    let is_linked = |edge: &&Value| list(&edge["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
    list(&node["deps"]).iter().filter(is_linked).map(|edge| text(&edge["pkg"])).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
