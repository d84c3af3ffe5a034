//! Several settings in one run of `fingerpost build`: each into a folder with the name of its own, on all processors. What is wrong with one stops
//! no other, and files that several share are read once.

use super::one_site::{Built, Wanted, built};
use super::output::{Output, Stop};
use crate::terminal::complain;
use fingerpost::check::report::visible;
use fingerpost::load::{self, SharedFiles};
use std::collections::BTreeMap;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

/// How many settings are built before what was found in them is said: enough to keep every processor busy, and few enough that nobody waits long for
/// the first words.
const AT_A_TIME: usize = 16;

/// Builds all of them. In the end it says which were not built; then the command has failed, with the greatest exit status of any.
pub fn build(out: &Output, dirs: &[PathBuf], wanted: &Wanted) -> Result<(), Stop> {
    let begun = Instant::now();
    let names = names(dirs)?;
    let shared = SharedFiles::default();
    let content: Vec<PathBuf> = dirs.iter().flat_map(|dir| load::folders(dir, &shared)).collect();
    // The stages of several at once would tell nothing.
    let untimed = Output { timings: false, ..*out };
    let settings: Vec<(&String, &PathBuf)> = names.iter().zip(dirs).collect();
    let (mut failed, mut stop) = (Vec::new(), None);
    for some in settings.chunks(AT_A_TIME) {
        let some = on_all_processors(some, |(name, dir)| {
            (*name, *dir, built(&untimed, dir, &content, &shared, &wanted_of(name, wanted)))
        });
        for (name, dir, Built { called, findings, outcome }) in some {
            if findings.iter().any(|finding| out.shows(finding)) {
                complain(&format!("In {}:", visible(&dir.display().to_string())));
            }
            out.findings(&findings, &called);
            let Err(why) = outcome else { continue };
            failed.push(name.as_str());
            match why {
                Stop::Content => {
                    stop.get_or_insert(Stop::Content);
                }
                Stop::Command(message) => {
                    complain(&format!("{name}: {}", visible(&message)));
                    stop = Some(Stop::Command(String::new()));
                }
            }
        }
    }
    let (built, all) = (dirs.len() - failed.len(), dirs.len());
    out.say(&format!(
        "{built} of {all} settings built in {} ms, each in a folder of {}.",
        begun.elapsed().as_millis(),
        wanted.to.display()
    ));
    match stop {
        None => Ok(()),
        Some(Stop::Content) => {
            complain(&format!("Not built: {}.", failed.join(", ")));
            Err(Stop::Content)
        }
        Some(Stop::Command(_)) => Err(Stop::Command(format!("not built: {}.", failed.join(", ")))),
    }
}

/// Does the work for each of these, on as many threads as there are processors, and gives what came of it in their order. They are threads of their
/// own: those of rayon must not wait for one another, and a build waits for the search index, which rayon makes.
fn on_all_processors<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let some = || -> Vec<(usize, R)> {
        std::iter::from_fn(|| {
            let at = next.fetch_add(1, Ordering::Relaxed);
            all.get(at).map(|one| (at, work(one)))
        })
        .collect()
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(all.len());
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(some)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// What is wanted of one of them, which goes into a folder of its own.
fn wanted_of(name: &str, wanted: &Wanted) -> Wanted {
    let base_url = wanted.base_url.as_ref().map(|base| format!("{base}{name}/"));
    Wanted { to: wanted.to.join(name), base_url, ..wanted.clone() }
}

/// The name of each folder. No two may go into one.
fn names(dirs: &[PathBuf]) -> Result<Vec<String>, Stop> {
    let mut known: BTreeMap<String, &Path> = BTreeMap::new();
    let mut names = Vec::with_capacity(dirs.len());
    for dir in dirs {
        // "." and ".." have a name too, which is that of the folder that they are.
        let whole = dir.canonicalize().unwrap_or_else(|_| dir.clone());
        let Some(name) = whole.file_name().and_then(|name| name.to_str()) else {
            return Err(Stop::Command(format!("{} has no name that its site could have. Build it by itself.", dir.display())));
        };
        // Some disks take capitals for small letters.
        if let Some(other) = known.insert(name.to_lowercase(), dir) {
            return Err(Stop::Command(format!(
                "{} and {} have the same name, so both sites would go into one folder. Build one of them by itself.",
                other.display(),
                dir.display()
            )));
        }
        names.push(name.to_owned());
    }
    Ok(names)
}
