//! `cargo xtask bench build`: how long builds take, beside other generators that have the same words, in one run.
//!
//! 1. [`corpus`]: what is built.
//! 2. [`measure`]: one run of a program: by the clock, of the processors, at most in memory, and what it wrote.
//! 3. Here: who builds what, in turn, round by round, so that what slows the machine down for a while slows down all of them; and the medians.
//!
//! [`mod@serve`] is `cargo xtask bench serve`: how long a saved file takes to the screen.

mod corpus;
mod measure;
mod serve;

use crate::shell::{cargo, root, run, target};
use crate::steps;
use crate::tools;
use measure::{Figures, Run};
pub use serve::serve;
use std::path::{Path, PathBuf};

/// How often each builds each corpus, unless the command says otherwise.
const ROUNDS: usize = 5;

/// How many pages the corpora have, unless the command says otherwise.
const PAGES: [usize; 2] = [100, 1_000];

/// How many settings are built in one run, unless the command says otherwise.
const SETTINGS: [usize; 2] = [1, 30];

/// Measures and prints, as the words say: `--rounds N`, and numbers of pages; 10,000 of them take several minutes.
pub fn build(words: &[&str]) -> Result<(), String> {
    let (mut rounds, mut pages, mut settings) = (ROUNDS, Vec::new(), Vec::new());
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let number = |word: Option<&&str>| word.and_then(|word| word.parse::<usize>().ok()).filter(|number| *number > 0);
        let usage = || format!("\"{word}\": type cargo xtask bench build [--rounds N] [--settings N] [PAGES...]");
        match *word {
            "--rounds" => rounds = number(words.next()).ok_or_else(usage)?,
            "--settings" => settings.push(number(words.next()).ok_or_else(usage)?),
            _ => pages.push(number(Some(word)).ok_or_else(usage)?),
        }
    }
    if pages.is_empty() && settings.is_empty() {
        (pages, settings) = (PAGES.to_vec(), SETTINGS.to_vec());
    }
    let program = steps::fingerpost()?;
    let time = tools::time()?;
    let folder = target().join("bench");
    let io = |error: std::io::Error| format!("{}: {error}", folder.display());
    for pages in pages {
        let corpus = corpus::of_pages(pages, &folder.join(format!("pages-{pages}"))).map_err(io)?;
        println!("\n## {} pages of 12 KB of Markdown\n", corpus.pages);
        table(&in_turn(&time, &runs_of_pages(&program, &corpus), rounds)?, "Hugo");
    }
    for settings in settings {
        let folders = corpus::of_settings(settings, &folder.join(format!("settings-{settings}"))).map_err(io)?;
        println!("\n## {settings} settings as large as content/school\n");
        table(&in_turn(&time, &runs_of_settings(&program, &folders, &folder), rounds)?, "fingerpost build");
    }
    println!("\n## content/school\n");
    table(&in_turn(&time, &runs_of_school(&program, &folder), rounds)?, "fingerpost build");
    Ok(())
}

/// Measures the stages of a build (`tests/bench/stages.rs`), or those whose names hold the first of these words.
pub fn stages(words: &[&str]) -> Result<(), String> {
    run(cargo(["bench", "--locked", "--bench", "stages", "--"]).args(words))
}

/// Everyone who is here and can build these pages.
fn runs_of_pages(program: &Path, corpus: &corpus::Corpus) -> Vec<Run> {
    let own = |name: &str| corpus.folder.join(name);
    let out = |name: &str| corpus.folder.join("out").join(name);
    let path = |path: PathBuf| path.to_string_lossy().into_owned();
    let mut runs = Vec::new();
    if let Some(hugo) = tools::on_path(&["hugo"]) {
        let words = ["--quiet".into(), "--source".into(), path(own("hugo")), "--destination".into(), path(out("hugo"))];
        runs.push(Run::new("Hugo", &hugo, words).into_folder(out("hugo")));
    }
    if let Some(mdbook) = tools::on_path(&["mdbook"]) {
        let words = ["build".into(), "--dest-dir".into(), path(out("mdbook")), path(own("mdbook"))];
        runs.push(Run::new("mdBook, no search", &mdbook, words).into_folder(out("mdbook")));
    }
    if let Some(zola) = tools::on_path(&["zola"]) {
        let words = ["--root".into(), path(own("zola")), "build".into(), "--output-dir".into(), path(out("zola"))];
        runs.push(Run::new("Zola", &zola, words).into_folder(out("zola")));
    }
    runs.extend(runs_of(program, own("fingerpost"), &out("fingerpost")));
    runs.push(
        Run::new(
            "cp -r of what fingerpost build wrote",
            Path::new("cp"),
            ["-r".into(), path(out("fingerpost")), path(out("copy"))],
        )
        .into_folder(out("copy")),
    );
    runs
}

fn runs_of(program: &Path, setting: PathBuf, out: &Path) -> Vec<Run> {
    let setting = setting.to_string_lossy().into_owned();
    let quiet = || ["--quiet".to_owned()].into_iter();
    let into = |out: &Path| ["--out".to_owned(), out.to_string_lossy().into_owned()];
    let without = out.with_extension("without-search");
    vec![
        Run::new("fingerpost check", program, quiet().chain(["check".into(), setting.clone()])),
        Run::new(
            "fingerpost build --without-search",
            program,
            quiet().chain(["build".into(), setting.clone(), "--without-search".into()]).chain(into(&without)),
        )
        .into_folder(without),
        Run::new("fingerpost build", program, quiet().chain(["build".into(), setting.clone()]).chain(into(out)))
            .into_folder(out.to_path_buf()),
        Run::new("fingerpost build, nothing changed", program, quiet().chain(["build".into(), setting]).chain(into(out))),
    ]
}

fn runs_of_school(program: &Path, folder: &Path) -> Vec<Run> {
    runs_of(program, root().join("content/school"), &folder.join("out-school"))
}

/// All of them in one run.
fn runs_of_settings(program: &Path, folders: &[PathBuf], folder: &Path) -> Vec<Run> {
    let out = folder.join("out-settings");
    let settings = folders.iter().map(|folder| folder.to_string_lossy().into_owned());
    let words = ["--quiet".to_owned(), "build".to_owned()].into_iter().chain(settings);
    vec![
        Run::new("fingerpost build", program, words.chain(["--out".to_owned(), out.to_string_lossy().into_owned()]))
            .into_folder(out),
    ]
}

/// Runs each once a round.
fn in_turn(time: &Path, runs: &[Run], rounds: usize) -> Result<Vec<(String, Figures)>, String> {
    let mut all: Vec<Vec<Figures>> = runs.iter().map(|_| Vec::new()).collect();
    for _ in 0..rounds {
        for (run, figures) in runs.iter().zip(&mut all) {
            figures.push(run.once(time)?);
        }
    }
    Ok(runs.iter().zip(all).map(|(run, figures)| (run.name.clone(), Figures::medians(&figures))).collect())
}

/// Prints the medians, and what the clock says beside what it says of `one`.
fn table(rows: &[(String, Figures)], one: &str) {
    println!("| what | wall | beside {one} | CPU | peak memory | written |\n|---|---|---|---|---|---|");
    let whole = rows.iter().find(|(name, _)| name == one).map(|(_, figures)| figures.wall);
    for (name, figures) in rows {
        let ratio = whole.map_or_else(|| "–".to_owned(), |whole| format!("{:.2}", figures.wall / whole));
        let written = if figures.written > 0.0 { format!("{:.1} MB", figures.written / 1e6) } else { "–".to_owned() };
        println!(
            "| {name} | {:.3} s | {ratio} | {:.3} s | {:.0} MB | {written} |",
            figures.wall,
            figures.cpu,
            figures.memory / 1e6
        );
    }
}
