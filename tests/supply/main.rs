//! What the program is made of: where its crates come from, under which licences, which of them nobody maintains any longer (deny.toml holds the
//! lists, with reasons), and the notices that go with the program and with every site (`licences/`). After a change of crates that is meant,
//! `SNAPSHOTS=overwrite cargo test --test supply` writes the notices anew.
//!
//! cargo-deny is meant to read the same deny.toml and can ask the advisory database too. It is 168 crates more to compile, and that database is
//! not on the registry, so it is not among the tests.

mod licence;
mod metadata;
mod notices;
#[expect(dead_code, reason = "the build script uses all of it")]
#[path = "../../build/rustc.rs"]
mod rustc;
mod unfinished;

use fingerpost_golden::expected;
use metadata::{Metadata, NATIVE, WASM};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn deny() -> Table {
    fs::read_to_string(root().join("deny.toml")).unwrap().parse().unwrap()
}

/// The licences that a crate may have, the ones we like better first.
fn allowed() -> Vec<String> {
    let deny = deny();
    deny["licenses"]["allow"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_crate_comes_from_the_registry_under_a_licence_that_is_allowed() {
    let metadata = Metadata::of(&[NATIVE, WASM]);
    let allowed = allowed();
    let mut wrong = Vec::new();
    for package in metadata.packages.iter().filter(|package| package.source.is_some()) {
        if package.source.as_deref() != Some("registry+https://github.com/rust-lang/crates.io-index") {
            wrong.push(format!("{} comes from {:?}", package.name, package.source));
        }
        if licence::taken(&package.licence, &allowed).is_none() {
            wrong.push(format!("{} is under {:?}, which deny.toml does not allow", package.name, package.licence));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let used = |licence: &&String| {
        metadata
            .packages
            .iter()
            .any(|package| licence::taken(&package.licence, &allowed).is_some_and(|taken| taken.contains(licence)))
    };
    let unused: Vec<&String> = allowed.iter().filter(|licence| !used(licence)).collect();
    assert!(unused.is_empty(), "no crate needs {unused:?}, so deny.toml should not allow it");
}

/// An advisory that is passed over names its crate and version, so that it goes when they go.
#[test]
fn what_nobody_maintains_is_listed_with_its_reason_for_as_long_as_it_is_used() {
    let metadata = Metadata::of(&[NATIVE, WASM]);
    let deny = deny();
    let passed_over = deny["advisories"]["ignore"].as_array().unwrap();
    assert!(!passed_over.is_empty());
    for advisory in passed_over {
        let reason = advisory["reason"].as_str().unwrap();
        let (crates, why) = reason.split_once(": ").unwrap_or_else(|| panic!("no crate before a colon: {reason}"));
        assert!(why.len() > 30, "no reason: {reason}");
        for named in crates.split(" and ") {
            let is_there = metadata.packages.iter().any(|package| format!("{} {}", package.name, package.version) == named);
            assert!(is_there, "{named} is not used any longer: take {:?} out of deny.toml", advisory["id"]);
        }
    }
}

/// Two versions of a crate come of what others need. Of what our own crates ask for there is one.
#[test]
fn our_crates_ask_for_one_version_of_each() {
    let mut asked: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut manifests = vec![String::new()];
    let workspace: Table = fs::read_to_string(root().join("Cargo.toml")).unwrap().parse().unwrap();
    manifests.extend(
        workspace["workspace"]["members"].as_array().unwrap().iter().map(|member| format!("{}/", member.as_str().unwrap())),
    );
    for folder in manifests {
        let manifest: Table = fs::read_to_string(root().join(format!("{folder}Cargo.toml"))).unwrap().parse().unwrap();
        for kind in ["dependencies", "build-dependencies", "dev-dependencies"] {
            for (name, typed) in manifest.get(kind).and_then(Value::as_table).into_iter().flatten() {
                let version = typed.as_str().or_else(|| typed.get("version")?.as_str());
                if let Some(version) = version {
                    let compatible =
                        version.trim_start_matches(['=', '^']).split('.').take(if version.starts_with("0.") { 2 } else { 1 });
                    asked.entry(name.clone()).or_default().insert(compatible.collect::<Vec<_>>().join("."), folder.clone());
                }
            }
        }
    }
    assert!(asked.len() > 10);
    asked.retain(|_, versions| versions.len() > 1);
    assert!(asked.is_empty(), "{asked:#?}");
}

/// What stands in the program's notices before the crates.
const PROGRAM: &str = "\
Fingerpost is under the MIT licence or the Apache-2.0 licence, as you choose. This is what else is in the program, as it is built for Linux; for other systems
come crates that speak to the system, under the same licences. Of a crate that offers several licences one is named.

Rust's standard library: Copyright The Rust Project Contributors, MIT or Apache-2.0 (https://www.rust-lang.org/).
The symbols: drawn from the Twemoji graphics, copyright Twitter, Inc and other contributors, under CC BY 4.0
(https://creativecommons.org/licenses/by/4.0/). Some are joined from two or more, some are our own, and their numbers are shortened.
The example content: under CC BY 4.0 (see LICENSE-CONTENT).
The source of every crate, also of those under MPL-2.0, is at https://crates.io/crates/NAME/VERSION.
";

/// What stands in a site's notices before the crates.
const SITE: &str = "\
This site was made with Fingerpost, whose code is under the MIT licence or the Apache-2.0 licence: Copyright (c) 2026 The Fingerpost developers.
What the site says belongs to whoever wrote it. This is what else is in it. Of what offers several licences one is named.

Rust's standard library, in the WebAssembly: Copyright The Rust Project Contributors, MIT or Apache-2.0 (https://www.rust-lang.org/).
The symbols: drawn from the Twemoji graphics, copyright Twitter, Inc and other contributors, under CC BY 4.0
(https://creativecommons.org/licenses/by/4.0/). Some are joined from two or more, some are our own, and their numbers are shortened.
The search: Pagefind, of which the reader and the WebAssembly come ready-made. In that are also wasm-bindgen and bit-set (Apache-2.0 or MIT), minicbor
(BlueOak-1.0.0), pagefind_stem, pagefind_microjson and write-json (MIT).
";

#[test]
fn the_notices_name_every_crate_with_its_licence() {
    let (native, wasm) = (Metadata::of(&[NATIVE]), Metadata::of(&[WASM]));
    let allowed = allowed();
    let mut in_site = wasm.linked_into("fingerpost-player");
    // They go into a site as files.
    in_site.extend(
        native.packages.iter().filter(|package| ["pagefind", "pagefind_stem", "minicbor"].contains(&package.name.as_str())),
    );
    for (file, head, packages) in
        [("licences/program.txt", PROGRAM, native.linked_into("fingerpost")), ("licences/site.txt", SITE, in_site)]
    {
        expected::file(&root().join(file), format!("{head}{}", notices::notices(&packages, &allowed, root())));
    }
}
