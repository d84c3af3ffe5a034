//! What each stage of a build costs, on the example school: `cargo xtask bench stages`.
//!
//! Criterion says how much a stage has changed since its last run on this machine. What stands beside other generators is `cargo xtask bench build`.

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use fingerpost::load::{Cache, LastRead};
use fingerpost::model::Day;
use fingerpost::render::{self, Options};
use fingerpost::write::{self, Edits, Target};
use fingerpost::{check, embedded, load, search};
use std::path::Path;

const SCHOOL: &str = "content/school";

/// A section in which somebody writes.
const EDITED: &str = "../common/policy/02-scope.md";

fn stages(criterion: &mut Criterion) {
    let mut criterion = criterion.benchmark_group("content/school");
    let dir = Path::new(SCHOOL);
    let today = Day { year: 2026, month: 11, day: 29 };
    let sources = load::read(dir).expect("the example school can be read");
    let loaded = || load::load(&sources, embedded::LOADING, load::Options::default());
    let setting = loaded().setting.expect("the example school is sound");
    let options = Options::default();
    let site = render::render_blocking(&setting, &embedded::RENDERING, &options);

    criterion.bench_function("read", |bench| bench.iter(|| load::read(dir)));
    let mut last = LastRead::default();
    criterion.bench_function("read again", |bench| {
        bench.iter(|| {
            let sources = load::read_again(dir, &mut last).expect("it can be read");
            last.give_back(sources);
        });
    });
    criterion.bench_function("load", |bench| bench.iter(loaded));
    let (mut edited, mut cache, mut edit) = (sources.clone(), Cache::default(), 0_u32);
    assert!(edited.files.contains_key(EDITED), "{EDITED} is a file of the example school");
    criterion.bench_function("load again after an edit", |bench| {
        bench.iter(|| {
            edit += 1;
            let text = &sources.files[EDITED];
            edited.files.insert(EDITED.to_owned(), format!("{text}\n\nEdit {edit}.\n"));
            load::load_again(&edited, embedded::LOADING, load::Options::default(), &mut cache)
        });
    });
    criterion.bench_function("check", |bench| bench.iter(|| check::check(&setting, today)));
    criterion.bench_function("render", |bench| {
        bench.iter(|| render::render_blocking(&setting, &embedded::RENDERING, &options));
    });
    criterion.sample_size(10).bench_function("search", |bench| bench.iter(|| search::index(&site)));
    // Each time into a new folder, so that everything is written.
    criterion.bench_function("write", |bench| {
        bench.iter_batched(
            || tempfile::tempdir().expect("a temporary folder"),
            |folder| {
                let target = Target::choose(&folder.path().join("site"), &[dir.to_path_buf()], None).expect("a new folder");
                write::write(&site, &target, Edits::default()).expect("it can be written");
                folder
            },
            BatchSize::PerIteration,
        );
    });
    criterion.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
