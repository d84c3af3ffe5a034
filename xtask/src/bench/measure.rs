//! One run of a program, in figures.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What is run.
pub struct Run {
    /// What it is called in the table.
    pub name: String,
    program: PathBuf,
    words: Vec<String>,
    /// The folder that it writes, which is taken away before.
    out: Option<PathBuf>,
}

/// What a run took.
#[derive(Clone, Copy, Default)]
pub struct Figures {
    /// Seconds by the clock.
    pub wall: f64,
    /// Seconds of the processors together.
    pub cpu: f64,
    /// The most memory that was in use, in bytes.
    pub memory: f64,
    /// Bytes of the files that it wrote.
    pub written: f64,
}

impl Run {
    /// A program with its words, which writes nothing.
    pub fn new(name: &str, program: &Path, words: impl IntoIterator<Item = String>) -> Run {
        Run { name: name.to_owned(), program: program.to_path_buf(), words: words.into_iter().collect(), out: None }
    }

    /// The same, writing into a folder that is not there before.
    pub fn into_folder(self, out: PathBuf) -> Run {
        Run { out: Some(out), ..self }
    }

    /// Runs it to its end, and says what that took. `time` is GNU's, which knows what the system counts of a process.
    pub fn once(&self, time: &Path) -> Result<Figures, String> {
        if let Some(out) = &self.out {
            // It may not be there yet.
            let _ = fs::remove_dir_all(out);
            let above = out.parent().unwrap_or(out);
            fs::create_dir_all(above).map_err(|error| format!("{}: {error}", above.display()))?;
        }
        let mut command = Command::new(time);
        command.args(["-f", "fingerpost-bench %U %S %M"]).arg(&self.program).args(&self.words);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let begun = Instant::now();
        let output = command.output().map_err(|error| format!("{}: {error}", self.name))?;
        let wall = begun.elapsed().as_secs_f64();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        // `check` ends with 1 where it finds something.
        let figures: Vec<f64> = said
            .lines()
            .rev()
            .find_map(|line| line.strip_prefix("fingerpost-bench "))
            .into_iter()
            .flat_map(|line| line.split(' '))
            .filter_map(|figure| figure.parse().ok())
            .collect();
        let [user, system, kilobytes] = figures[..] else { return Err(format!("{}: {said}", self.name)) };
        if self.out.as_ref().is_some_and(|out| !out.is_dir()) {
            return Err(format!("{} wrote nothing: {said}", self.name));
        }
        let written = self.out.as_deref().map_or(0, size);
        Ok(Figures { wall, cpu: user + system, memory: kilobytes * 1024.0, written: written as f64 })
    }
}

impl Figures {
    /// The median of each figure.
    pub fn medians(all: &[Figures]) -> Figures {
        let median = |of: fn(&Figures) -> f64| {
            let mut figures: Vec<f64> = all.iter().map(of).collect();
            figures.sort_by(f64::total_cmp);
            figures.get(figures.len() / 2).copied().unwrap_or_default()
        };
        Figures {
            wall: median(|figures| figures.wall),
            cpu: median(|figures| figures.cpu),
            memory: median(|figures| figures.memory),
            written: median(|figures| figures.written),
        }
    }
}

/// The bytes of all files in a folder.
fn size(folder: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let of = |entry: fs::DirEntry| match entry.metadata() {
        Ok(data) if data.is_dir() => size(&entry.path()),
        Ok(data) => data.len(),
        Err(_) => 0,
    };
    entries.flatten().map(of).sum()
}
