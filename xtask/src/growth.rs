//! How the program's work grows with its input: the cases of `tests/cases/growth`, each with once, twice and four times as many repeats.
//!
//! What is compared is instructions, which Valgrind counts, so that a busy machine changes nothing. The step from one to two repeats is set
//! beside the step from two to four, because what the program does for every setting, however small, is in neither.

use crate::shell::{root, target};
use std::collections::BTreeMap;
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How much more the second step may cost than the first, which is half as long: 2 is a straight line, what is sorted takes a little more,
/// and 4 is a square.
const MOST: f64 = 2.5;

/// What stands around a part that is repeated, and for the number of the repeat.
const OPEN: char = '⟦';
const SHUT: char = '⟧';
const NUMBER: &str = "№";

/// One construct, as its file describes it.
struct Case {
    command: String,
    times: usize,
    /// Files of the setting, with the parts that are repeated.
    files: BTreeMap<String, String>,
}

/// The names of all cases, in order.
pub fn names() -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder()).map_err(|error| format!("{}: {error}", folder().display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        names.extend(path.file_stem().filter(|stem| *stem != "README").map(|stem| stem.to_string_lossy().into_owned()));
    }
    names.sort();
    Ok(names)
}

/// Measures cases, as many at a time as the machine has processors: instructions are the same however many others run. Returns, in any order, what
/// grew too fast.
pub fn measure_all(names: Vec<&str>, program: &Path, valgrind: &Path) -> Vec<Result<(), String>> {
    let at_a_time = thread::available_parallelism().map_or(1, NonZero::get);
    let waiting = Mutex::new(names.into_iter());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    thread::scope(|scope| {
        let measure_some = || std::iter::from_fn(next).map(|name| measure(name, program, valgrind)).collect::<Vec<_>>();
        let workers: Vec<_> = (0..at_a_time).map(|_| scope.spawn(measure_some)).collect();
        let died = |_| vec![Err("a thread that measured growth ended before its time".to_owned())];
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_else(died)).collect()
    })
}

/// Measures one case, and says what grew too fast.
fn measure(name: &str, program: &Path, valgrind: &Path) -> Result<(), String> {
    let case = read(name)?;
    let mut work = [0.0; 3];
    for (index, factor) in [1, 2, 4].into_iter().enumerate() {
        work[index] = instructions(name, &case, case.times * factor, program, valgrind)?;
    }
    let (first, second) = (work[1] - work[0], work[2] - work[1]);
    let growth = second / first.max(1.0);
    println!("{name:28} {:8.1} million, then {growth:.2} times the step", work[0] / 1e6);
    if growth <= MOST {
        return Ok(());
    }
    Err(format!(
        "{name}: {} repeats take {:.1} million instructions, twice as many {:.1} and four times as many {:.1}",
        case.times,
        work[0] / 1e6,
        work[1] / 1e6,
        work[2] / 1e6
    ))
}

fn folder() -> PathBuf {
    root().join("tests/cases/growth")
}

fn read(name: &str) -> Result<Case, String> {
    let path = folder().join(name).with_extension("txt");
    let wrong = |why: &str| format!("{}: {why}", path.display());
    let text = fs::read_to_string(&path).map_err(|error| wrong(&error.to_string()))?;
    let (command, rest) = text.split_once('\n').ok_or_else(|| wrong("the first line says the command"))?;
    let (times, rest) = rest.split_once('\n').ok_or_else(|| wrong("the second line says how many repeats there are"))?;
    let times = times.parse().map_err(|_| wrong("the second line is a number"))?;
    let mut files = BTreeMap::new();
    for part in rest.split(FILE_ENDS) {
        let (file, text) = part.split_once('\n').ok_or_else(|| wrong("a file begins with its name"))?;
        files.insert(file.to_owned(), text.to_owned());
    }
    if !["check", "build"].contains(&command) || !files.values().any(|text| text.contains(OPEN)) {
        return Err(wrong("it wants check or build, and a part between ⟦ and ⟧"));
    }
    Ok(Case { command: command.to_owned(), times, files })
}

/// The line between two files of a case.
const FILE_ENDS: &str = "\n=====\n";

/// Runs the program over the case and counts.
fn instructions(name: &str, case: &Case, times: usize, program: &Path, valgrind: &Path) -> Result<f64, String> {
    let place = target().join("growth").join(name);
    let setting = lay_out(&place, case, times).map_err(|error| format!("{}: {error}", place.display()))?;
    let mut command = Command::new(valgrind);
    command.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]).arg(program).arg(&case.command);
    command.arg(&setting);
    if case.command == "build" {
        command.arg("--out").arg(place.join("out"));
    }
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("valgrind could not be run: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    // 1 is that the content has errors, which many of the cases have on purpose.
    if !(output.status.success() || output.status.code() == Some(1) && case.command == "check") {
        let last: Vec<&str> = said.lines().rev().take(6).collect();
        return Err(format!("{name}: {} ended with {}: {}", case.command, output.status, last.join(" | ")));
    }
    let counted =
        said.lines().rev().find_map(|line| line.split_once("I   refs:").map(|(_, number)| number.trim().replace(',', "")));
    counted.and_then(|number| number.parse().ok()).ok_or_else(|| format!("{name}: valgrind did not say how many instructions"))
}

/// Writes the setting with so many repeats.
fn lay_out(place: &Path, case: &Case, times: usize) -> std::io::Result<PathBuf> {
    let setting = place.join("setting");
    // Left from the run before.
    let _ = fs::remove_dir_all(place);
    copy(&root().join("tests/cases/findings/_base"), &setting)?;
    fs::copy(root().join("tests/cases/strings.toml"), setting.join("strings.toml"))?;
    for (file, text) in &case.files {
        let path = setting.join(file);
        fs::create_dir_all(path.parent().unwrap_or(&setting))?;
        fs::write(path, repeated(text, times))?;
    }
    Ok(setting)
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() { copy(&path, &target)? } else { fs::copy(&path, &target).map(drop)? }
    }
    Ok(())
}

/// The text with each part between the signs so many times.
fn repeated(text: &str, times: usize) -> String {
    let mut whole = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let (part, next) = after.split_once(SHUT).unwrap_or((after, ""));
        whole.push_str(before);
        for number in 0..times {
            whole.push_str(&part.replace(NUMBER, &number.to_string()));
        }
        rest = next;
    }
    whole + rest
}

#[cfg(test)]
mod tests {
    use super::repeated;

    #[test]
    fn what_stands_between_the_signs_is_repeated_with_its_number() {
        assert_eq!(repeated("a⟦ b№⟧ c⟦d⟧\n", 3), "a b0 b1 b2 cddd\n");
        assert_eq!(repeated("nothing", 3), "nothing");
    }
}
