//! The command: parses what was typed, calls the library, reports. Nothing else.
//!
//! Exit status: 0 done, 1 the content has errors, 2 the command was wrong (or the system refused).

// `println!` and `eprintln!` panic where nobody reads. All that is said goes through `terminal`.
#![deny(clippy::print_stdout, clippy::print_stderr)]

mod terminal;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand, ValueEnum};
use fingerpost::check::report::{self, visible, visible_lines};
use fingerpost::check::{accept, figures as tables};
use fingerpost::model::finding::{self, Finding, Severity};
use fingerpost::model::{Day, Setting, web_address};
use fingerpost::render::{self, Options};
use fingerpost::serve::{self, News, Program};
use fingerpost::write::{Edits, Target};
use fingerpost::{check, embedded, licences, load, search, write};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;
use terminal::complain;

/// Turn an online safety policy into an accessible static website with lessons.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// Print nothing but errors (and, with serve, the address).
    #[arg(long, global = true)]
    quiet: bool,
    /// Print how long each stage of a build or check took.
    #[arg(long, global = true)]
    timings: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site into a folder.
    Build {
        /// The setting's folder.
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Where the site goes.
        #[arg(long, default_value = "dist")]
        out: PathBuf,
        /// Where the site will stand on the web, instead of base_url in setting.toml.
        #[arg(long)]
        base_url: Option<String>,
        /// Also build what nobody has approved yet. Every page made of it says so.
        #[arg(long)]
        drafts: bool,
        /// Give up what somebody has changed by hand in the folder of the site.
        #[arg(long)]
        overwrite: bool,
    },
    /// Say what is wrong with the content, and what to do.
    Check {
        /// The setting's folder.
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// How to say it. The last two name files from the folder of the repository, where there is one.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// In text, list each finding, however many are alike.
        #[arg(long)]
        all: bool,
        /// Also look at what nobody has approved yet.
        #[arg(long)]
        drafts: bool,
        /// Say how hard each file is to read, as a table.
        #[arg(long, conflicts_with_all = ["format", "all"])]
        figures: bool,
        /// Record that you have read a question with its clauses as they are now, instead of checking. Can be given several times; "new"
        /// stands for all that was never recorded.
        #[arg(long, value_name = "ID", conflicts_with_all = ["format", "figures", "all"])]
        accept: Vec<String>,
    },
    /// Build, serve on this machine, rebuild and reload on every change.
    Serve {
        /// The setting's folder.
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// The port; 0 takes any free one.
        #[arg(long, default_value_t = 8040)]
        port: u16,
        /// Also build what nobody has approved yet. Every page made of it says so.
        #[arg(long)]
        drafts: bool,
    },
    /// Print who wrote what this program is made of, and under which licences.
    Licences,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One line a finding.
    Text,
    /// A JSON array.
    Json,
    /// SARIF 2.1.0, which code hosts show beside the lines.
    Sarif,
}

/// What stops a command.
enum Stop {
    /// The content has errors, and they have been reported.
    Content,
    /// The command or the system.
    Command(String),
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        // Help that was asked for, or that answers no command at all.
        Err(error) if !error.use_stderr() || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => error.exit(),
        Err(error) => return refused(&in_one_line(&error)),
    };
    let out = Output { quiet: cli.quiet, timings: cli.timings };
    if let Err(Stop::Command(message)) = goes_together(&cli) {
        return refused(&message);
    }
    let result = match cli.command {
        Command::Build { dir, out: to, base_url, drafts, overwrite } => {
            let edits = if overwrite { Edits::Overwrite } else { Edits::Refuse };
            build(&out, &dir, &to, edits, base_url, load::Options { drafts })
        }
        Command::Check { dir, drafts, figures: true, .. } => figures(&out, &dir, load::Options { drafts }),
        Command::Check { dir, drafts, accept, .. } if !accept.is_empty() => record(&out, &dir, &accept, load::Options { drafts }),
        Command::Check { dir, format, all, drafts, .. } => check_only(&out, &dir, format, all, load::Options { drafts }),
        Command::Serve { dir, port, drafts } => serve_folder(&out, &dir, port, load::Options { drafts }),
        Command::Licences => print(licences::PROGRAM),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Content) => ExitCode::from(1),
        Err(Stop::Command(message)) => refused(&message),
    }
}

fn refused(message: &str) -> ExitCode {
    complain(&format!("fingerpost: {}", visible(message)));
    ExitCode::from(2)
}

/// What is wrong with the command line, and what may have been meant, without the lines about its use.
fn in_one_line(error: &clap::Error) -> String {
    let text = error.to_string();
    let is_said = |line: &&str| !line.starts_with("Usage:") && !line.starts_with("For more information");
    let lines = text.lines().map(str::trim).take_while(is_said);
    let said = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ");
    format!("{}. \"fingerpost --help\" lists what there is.", said.trim_start_matches("error: ").trim_end_matches('.'))
}

/// Refuses what one command cannot do together.
fn goes_together(cli: &Cli) -> Result<(), Stop> {
    let refuse = |message: &str| Err(Stop::Command(message.to_owned()));
    match &cli.command {
        Command::Serve { .. } if cli.timings => refuse("--timings is for build and check: serve builds at every change."),
        Command::Check { figures: true, .. } if cli.quiet => {
            refuse("--figures prints a table, and --quiet nothing: give one of the two.")
        }
        _ => Ok(()),
    }
}

fn build(
    out: &Output,
    dir: &Path,
    to: &Path,
    edits: Edits,
    base_url: Option<String>,
    loading: load::Options,
) -> Result<(), Stop> {
    let target = Target::choose(to, &load::folders(dir), std::env::home_dir().as_deref())
        .map_err(|error| Stop::Command(error.to_string()))?;
    let base_url = base_url.map(|url| {
        web_address::base(&url).map_err(|why| {
            let such = "write the whole address, such as https://school.example.org/online-safety/";
            Stop::Command(format!("--base-url {url}: this cannot be the address of a site: {why}; {such}"))
        })
    });
    let base_url = base_url.transpose()?;
    let begun = Instant::now();
    let (setting, findings) = load_and_check(out, dir, loading)?;
    out.findings(&findings, dir);
    let Some(setting) = setting.filter(|_| !finding::has_errors(&findings)) else {
        out.count(&findings);
        return Err(Stop::Content);
    };
    let mut site =
        out.timed("render", || render::render(&setting, &embedded::RENDERING, &Options { base_url, live_reload: false }));
    out.timed("search", || search::add(&mut site)).map_err(|error| Stop::Command(error.to_string()))?;
    let written = out.timed("write", || write::write(&site, &target, edits)).map_err(|error| Stop::Command(error.to_string()))?;
    let pages = site.files.keys().filter(|name| name.ends_with(".html")).count();
    out.say(&format!(
        "{pages} pages in {} ms: {} files written, {} unchanged, {} removed. To look at them with their lessons: {} serve {}\n\
         (Without it, {} shows all but what moves: a browser runs no lesson from a folder.)",
        begun.elapsed().as_millis(),
        written.changed,
        written.unchanged,
        written.removed,
        program(),
        typed(&dir.display().to_string()),
        to.join("index.html").display()
    ));
    Ok(())
}

fn check_only(out: &Output, dir: &Path, format: Format, all: bool, loading: load::Options) -> Result<(), Stop> {
    let (_, mut findings) = load_and_check(out, dir, loading)?;
    if out.quiet {
        findings.retain(|finding| finding.severity == Severity::Error);
    }
    let text = match format {
        Format::Text if findings.is_empty() && out.quiet => String::new(),
        Format::Text if findings.is_empty() => "Nothing to mend.\n".to_owned(),
        Format::Text if all => report::text(&findings, dir),
        Format::Text => report::brief(&findings, &check_command(dir)).into_iter().map(|(_, line)| line + "\n").collect(),
        Format::Json => report::json(&findings, &base_of(dir)?),
        Format::Sarif => report::sarif(&findings, &base_of(dir)?),
    };
    print(&text)?;
    if finding::has_errors(&findings) { Err(Stop::Content) } else { Ok(()) }
}

/// Prints how hard each file is to read. What is wrong with the content stops nothing: the figures are of what could be read.
fn figures(out: &Output, dir: &Path, loading: load::Options) -> Result<(), Stop> {
    let (setting, findings) = load_and_check(out, dir, loading)?;
    if let Some(setting) = &setting {
        print(&visible_lines(&tables::table(setting)))?;
    }
    if finding::has_errors(&findings) {
        out.findings(&findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect::<Vec<_>>(), dir);
        return Err(Stop::Content);
    }
    Ok(())
}

fn record(out: &Output, dir: &Path, ids: &[String], loading: load::Options) -> Result<(), Stop> {
    let sources = out.timed("read", || load::read(dir)).map_err(|error| Stop::Command(error.to_string()))?;
    let (setting, findings) = understood(out, dir, &sources, loading);
    let Some(setting) = setting else {
        out.findings(&findings, dir);
        return Err(Stop::Content);
    };
    let accepted = match accept::accept(&setting, &findings, ids) {
        Ok(accepted) => accepted,
        Err(accept::Refusal::Command(why)) => return Err(Stop::Command(why)),
        Err(accept::Refusal::Content(why)) => {
            complain(&visible(&why));
            return Err(Stop::Content);
        }
    };
    for (path, text) in &accepted.files {
        let read = sources.files.get(&**path).map(String::as_str);
        write::over(&dir.join(&**path), read, text).map_err(|error| Stop::Command(error.to_string()))?;
    }
    accepted.said.iter().for_each(|line| out.say(&visible(line)));
    Ok(())
}

fn serve_folder(out: &Output, dir: &Path, port: u16, loading: load::Options) -> Result<(), Stop> {
    // Whatever is wrong with the folder itself is said at once, not in a page.
    load::read(dir).map_err(|error| Stop::Command(error.to_string()))?;
    let (out, folder) = (*out, dir.to_path_buf());
    let program = Program { loading: embedded::LOADING, rendering: embedded::RENDERING, check: check_command(dir) };
    serve::serve(dir, port, loading, program, today, move |news| match news {
        // That nobody reads it stops nobody from serving.
        News::At(address) => drop(terminal::print(&format!("Open http://{address}/ in a browser. Ctrl+C stops.\n"))),
        News::Built(findings, pages) => {
            out.findings(&findings, &folder);
            match pages {
                Some(pages) => out.say(&format!("{pages} pages built.")),
                None => out.count(&findings),
            }
        }
        News::Unwatched(why) => {
            complain(&format!("Changes are seen a second late, because the system does not tell when a file changes: {why}."));
        }
    })
    .map_err(|error| Stop::Command(error.to_string()))
}

fn load_and_check(out: &Output, dir: &Path, loading: load::Options) -> Result<(Option<Setting>, Vec<Finding>), Stop> {
    let sources = out.timed("read", || load::read(dir)).map_err(|error| Stop::Command(error.to_string()))?;
    Ok(understood(out, dir, &sources, loading))
}

/// What was read, understood and checked.
fn understood(out: &Output, dir: &Path, sources: &load::Sources, loading: load::Options) -> (Option<Setting>, Vec<Finding>) {
    let loaded = out.timed("load", || load::load(sources, embedded::LOADING, loading));
    let mut findings = out.timed("check", || check::with_loading(loaded.setting.as_ref(), loaded.findings, today()));
    report::with_command(&mut findings, &check_command(dir));
    (loaded.setting, findings)
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

/// The command that checks this folder.
fn check_command(dir: &Path) -> String {
    format!("{} check {}", program(), typed(&dir.display().to_string()))
}

/// A word as it is typed in a shell, in which an apostrophe ends what stands between two others.
fn typed(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/\\._-:~".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

/// From where programs know the files: the repository's folder, or the nearest that holds all that is read and in which we are.
fn base_of(dir: &Path) -> Result<report::Base, Stop> {
    let whole = |path: &Path| std::fs::canonicalize(path).map_err(|error| Stop::Command(format!("{}: {error}", path.display())));
    let folders = load::folders(dir).iter().map(|folder| whole(folder)).collect::<Result<Vec<PathBuf>, Stop>>()?;
    let setting = &folders[0];
    let holds_all = |folder: &&Path| folders.iter().all(|read| read.starts_with(folder));
    let here = whole(Path::new("."))?;
    let repository = setting.ancestors().filter(holds_all).find(|folder| folder.join(".git").exists());
    let root = repository.or_else(|| here.ancestors().find(holds_all)).or_else(|| setting.ancestors().find(holds_all));
    root.and_then(|root| report::Base::of(root, setting))
        .ok_or_else(|| Stop::Command(format!("{}: no folder holds this one and the one that it shares", dir.display())))
}

/// The day on this machine's calendar. The library has no clock.
fn today() -> Day {
    let date = jiff::Zoned::now().date();
    Day { year: date.year(), month: date.month().unsigned_abs(), day: date.day().unsigned_abs() }
}

/// What was asked for: that it cannot be written is a failure.
fn print(text: &str) -> Result<(), Stop> {
    terminal::print(text).map_err(|error| Stop::Command(format!("standard output cannot be written: {error}.")))
}

/// How much is said.
#[derive(Clone, Copy)]
struct Output {
    quiet: bool,
    timings: bool,
}

impl Output {
    fn say(&self, message: &str) {
        if !self.quiet {
            // It says what was done; that nobody reads it undoes nothing.
            let _ = terminal::print(&format!("{message}\n"));
        }
    }

    /// Each finding on a line of standard error: red for errors, on a terminal only.
    fn findings(&self, findings: &[Finding], dir: &Path) {
        let colour = io::stderr().is_terminal();
        let mut findings = findings.to_vec();
        findings.retain(|finding| !self.quiet || finding.severity == Severity::Error);
        for (severity, line) in report::brief(&findings, &check_command(dir)) {
            match (colour, severity) {
                (true, Severity::Error) => complain(&format!("\x1b[31m{line}\x1b[0m")),
                (true, Severity::Warning) => complain(&format!("\x1b[33m{line}\x1b[0m")),
                (false, _) => complain(&line),
            }
        }
    }

    fn count(&self, findings: &[Finding]) {
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        complain(&format!("{errors} {} to mend before the site can be built.", if errors == 1 { "error" } else { "errors" }));
    }

    fn timed<T>(&self, stage: &str, work: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let result = work();
        if self.timings {
            complain(&format!("{stage}: {:.1} ms", begun.elapsed().as_secs_f64() * 1000.0));
        }
        result
    }
}
