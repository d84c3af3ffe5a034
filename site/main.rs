//! The command: parses what was typed, calls the library, reports. Nothing else.
//!
//! Exit status: 0 done, 1 the content has errors, 2 the command was wrong (or the system refused).

// `println!` and `eprintln!` panic where nobody reads. All that is said goes through `terminal`.
#![deny(clippy::print_stdout, clippy::print_stderr)]

mod command;
mod terminal;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};
use command::check::Format;
use command::one_site::Wanted;
use command::output::{Output, Stop, print};
use command::{accept, build, check, figures, serve};
use fingerpost::check::report::visible;
use fingerpost::write::Edits;
use fingerpost::{licences, load};
use std::path::PathBuf;
use std::process::ExitCode;
use terminal::complain;

/// Most of the work is text in small pieces; see Cargo.toml.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

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
        /// The setting's folder. Of several, each site goes into a folder with the setting's name.
        #[arg(default_value = ".")]
        dirs: Vec<PathBuf>,
        /// Where the site goes, or the folders of several.
        #[arg(long, default_value = "dist")]
        out: PathBuf,
        /// Where that will stand on the web, instead of base_url in setting.toml.
        #[arg(long)]
        base_url: Option<String>,
        /// Also build what nobody has approved yet. Every page made of it says so.
        #[arg(long)]
        drafts: bool,
        /// Give up what somebody has changed by hand in the folder of the site.
        #[arg(long)]
        overwrite: bool,
        /// Make no index to search: the page that searches has the A to Z alone.
        #[arg(long)]
        without_search: bool,
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
    },
    /// Record that you have read questions with their clauses as they are now.
    Accept {
        /// The setting's folder.
        dir: PathBuf,
        /// What was read, as check names it, such as lessons/tell-someone; "new" stands for all that was never recorded.
        #[arg(value_name = "ID", required = true)]
        ids: Vec<String>,
        /// Also look at what nobody has approved yet.
        #[arg(long)]
        drafts: bool,
    },
    /// Say how hard each file is to read, as a table.
    Figures {
        /// The setting's folder.
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Also look at what nobody has approved yet.
        #[arg(long)]
        drafts: bool,
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
        Command::Build { dirs, out: to, base_url, drafts, overwrite, without_search } => {
            let edits = if overwrite { Edits::Overwrite } else { Edits::Refuse };
            build::build(&out, &dirs, Wanted { to, base_url, edits, without_search, loading: loading(drafts) })
        }
        Command::Check { dir, format, all, drafts } => check::check(&out, &dir, format, all, loading(drafts)),
        Command::Accept { dir, ids, drafts } => accept::accept(&out, &dir, &ids, loading(drafts)),
        Command::Figures { dir, drafts } => figures::figures(&out, &dir, loading(drafts)),
        Command::Serve { dir, port, drafts } => serve::serve(&out, &dir, port, loading(drafts)),
        Command::Licences => print(licences::PROGRAM),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Content) => ExitCode::from(1),
        Err(Stop::Command(message)) => refused(&message),
    }
}

/// How a setting is loaded, as `--drafts` says.
fn loading(drafts: bool) -> load::Options {
    load::Options::default().with_drafts(drafts)
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
    // No folder and no question has a name like a flag.
    let said = lines.filter(|line| !line.is_empty() && !line.starts_with("tip: to pass")).collect::<Vec<_>>().join("; ");
    format!("{}. \"fingerpost --help\" lists what there is.", said.trim_start_matches("error: ").trim_end_matches('.'))
}

/// Refuses what one command cannot do together.
fn goes_together(cli: &Cli) -> Result<(), Stop> {
    let refuse = |message: &str| Err(Stop::Command(message.to_owned()));
    match &cli.command {
        Command::Serve { .. } if cli.timings => refuse("--timings is for what ends: serve builds at every change."),
        Command::Figures { .. } if cli.quiet => refuse("figures prints a table, and --quiet nothing: leave --quiet out."),
        _ => Ok(()),
    }
}
